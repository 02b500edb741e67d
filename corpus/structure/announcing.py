"""Short texts that mean little without what follows them, and so should not end a passage."""

from corpus.structure.headings import plain
from corpus.structure.lines import item_marker

_LONGEST = 300
_LONGEST_BARE_TITLE = 60
_SENTENCE_END = tuple('.!?。！？;；,，、…"”」')


def announces(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is short and ends in a colon, is all bold, or only opens a tag."""
    if end - start > _LONGEST:
        return False
    words = text[start:end]
    if words.rstrip("*_ ").endswith((":", "：")):
        return True
    if words.startswith("**"):
        return words.endswith("**") and words.count("**") == 2
    return words.startswith("<") and not words.startswith("</") and not plain(words)


def is_bare_title(text: str, start: int, end: int) -> bool:
    """Whether it may be a title without any mark: one short line that is no sentence and no list item."""
    if end - start > _LONGEST_BARE_TITLE:
        return False
    words = text[start:end]
    return "\n" not in words and not words.endswith(_SENTENCE_END) and not item_marker(words)
