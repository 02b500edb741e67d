"""What the tests of understanding share: names with models that an index would know, and a fixed day."""

from datetime import date
from functools import cache
from pathlib import Path

from bot.question import read_question
from bot.types import Question
from bot.understanding.types import Query
from bot.understanding.understand import understand
from corpus.names import Names, read_names

HERE = Path(__file__).parent
TODAY = date(2026, 3, 2)
_INDEXED = ("Claude Opus 4.6", "DeepSeek-R1", "Kimi K2.5", "GLM-4.5", "Llama 4 Scout", "Kling 3.0")


@cache
def names() -> Names:
    """Names as they are where the index has articles on these models, so that "Opus 4.6" may stand alone."""
    known = read_names()
    return known.with_models([model for name in _INDEXED if (model := known.model(name))])


def understood(text: str) -> Query | None:
    """What a question is understood as on 2 March 2026."""
    return understand(Question(text, "en"), names(), TODAY)


def asked(text: str) -> Query | None:
    """The same for a question as it is read from a person."""
    return understand(read_question(text), names(), TODAY)


def lines(name: str) -> list[str]:
    """The lines of a file of questions."""
    return (HERE / name).read_text("utf-8").splitlines()
