"""What an article consists of: headings, paragraphs, list items, table rows, code; and its sentences."""

from corpus.structure.blocks import blocks
from corpus.structure.sentences import sentences

__all__ = ["blocks", "sentences"]
