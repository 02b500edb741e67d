"""Articles for the tests of splitting, and what must hold for any split."""

from corpus.types import Article, Format, Source
from index.splitting import Limits, split
from index.types import Passage
from tests.fakes import WordCounter


def article(text: str, language: str = "en", title: str = "The title", body: int = 0) -> Article:
    return Article(Source("a", "a.md", title, language), text, body, Format.MARKDOWN)


def passages(
    text: str, limits: Limits | None = None, language: str = "en", title: str = "The title"
) -> list[Passage]:
    made, _ = split(article(text, language, title), WordCounter(), limits or Limits())
    check(text, made)
    return made


def check(text: str, made: list[Passage], body: int = 0) -> None:
    """Offsets are exact, passages are in order, and nothing between them is lost."""
    at = body
    for ordinal, passage in enumerate(made):
        assert passage.ordinal == ordinal
        assert passage.text == text[passage.start : passage.end]
        assert passage.text == passage.text.strip() != ""
        assert at <= passage.start < passage.end
        assert not text[at : passage.start].strip()
        at = passage.end
    assert not text[at:].strip()


def words(count: int, start: str = "Word") -> str:
    return " ".join([start] + ["word"] * (count - 1)) + "."
