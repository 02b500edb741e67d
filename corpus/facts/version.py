"""The version of the rules by which facts are read."""

FACTS = "1"  # raised with every change that reads other facts; part of the index's fingerprint
