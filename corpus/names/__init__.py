"""Which models, developers and benchmarks a text names, however they are written."""

from corpus.names.names import Names, read_names

__all__ = ["Names", "read_names"]
