"""Tables of any shape, read into facts."""

from corpus.facts.tables.reading import table_facts

__all__ = ["table_facts"]
