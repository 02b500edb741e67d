"""Reads a question as someone typed it."""

from bot.characters import asked
from bot.types import Question
from corpus.language import detect

CHARACTERS = 1_000
_RAW = 10 * CHARACTERS  # room for white space that goes


def read_question(raw: str, asker_id: str | None = None) -> Question:
    """Returns the question made safe and cut at 1,000 characters; one that has nothing to read is empty."""
    text = asked(raw.lstrip()[:_RAW])[:CHARACTERS].rstrip()
    return Question(text, detect(text), asker_id)
