"""What the embedding sees before a passage's text: title, headings, a table's header row."""

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.structure.headings import clip
from corpus.structure.types import Path
from index.splitting.types import CountTokens, Draft

_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Context:
    """The parts of a context; any may be empty."""

    title: str
    heading: str
    header: str

    @property
    def text(self) -> str:
        """The parts that there are, a line each."""
        return "\n".join(part for part in (self.title, self.heading, self.header) if part)


def heading(path: Path) -> str:
    """Returns a path of headings as a reader sees it."""
    return " > ".join(path)


def context(title: str, draft: Draft) -> Context:
    """Returns a passage's context in full; a title that the first heading repeats is left out."""
    known = bool(draft.path) and _same(title, draft.path[0])
    shown = "" if known else clip(" ".join(title.split()), _LONGEST_TITLE)
    return Context(shown, heading(draft.path), draft.header.text if draft.header else "")


def fitted(contexts: Iterable[Context], count_tokens: CountTokens, most: int) -> dict[Context, str]:
    """Returns the text of each context in at most `most` tokens; the deepest heading goes last."""
    different = list(dict.fromkeys(contexts))
    sizes = count_tokens([one.text for one in different]) if different else []
    return {
        one: one.text if size <= most else _shortened(one, count_tokens, most)
        for one, size in zip(different, sizes, strict=True)
    }


def _shortened(full: Context, count_tokens: CountTokens, most: int) -> str:
    title, path, header = count_tokens([full.title, full.heading, full.header])
    for_header = min(header, most // 2)
    for_title = min(title, (most - for_header) // 3)
    for_path = most - for_header - for_title
    text = Context(
        _front(full.title, title, for_title),
        _back(full.heading, path, for_path),
        _front(full.header, header, for_header),
    ).text
    while text and count_tokens([text])[0] > most:
        text = text[: len(text) * 4 // 5].rstrip()
    return text


def _front(text: str, tokens: int, allowed: int) -> str:
    return text if tokens <= allowed else text[: len(text) * allowed // tokens].rstrip()


def _back(text: str, tokens: int, allowed: int) -> str:
    """The end of the path, begun at a heading where that is possible."""
    if tokens <= allowed:
        return text
    end = text[len(text) - len(text) * allowed // tokens :]
    return end.partition(" > ")[2] or end.lstrip()


def _same(one: str, other: str) -> bool:
    return "".join(one.split()).casefold() == "".join(other.split()).casefold()
