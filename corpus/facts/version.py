"""The version of the rules by which facts are read."""

FACTS = "12"  # raised with every change that reads other facts
FACTS_READ = f"+facts-{FACTS}"  # the end of an index's fingerprint
