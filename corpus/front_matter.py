"""Finds the front matter of a text, reads it as plain data, and says where the text below it begins."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.plain_yaml import PlainYamlError, read_plain
from corpus.types import UnreadableArticle

_LARGEST = 64 * 1024
_OPENING = re.compile(r"(---|\+\+\+)[ \t]*(?:\n|\Z)")
_CLOSING = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.M),
    "+++": re.compile(r"^\+\+\+[ \t]*(?:\n|\Z)", re.M),
}
_KEY = re.compile(r"""\s*(?:#[^\n]*\n\s*)*["']?[\w.-]+["']?\s*(?::(?:\s|$)|=)""")
_PAIR = re.compile(r"[a-z_]{2,20}:[ \t]*\S", re.IGNORECASE)
_SECTION = re.compile(r"\s*(?:#[^\n]*\n\s*)*\[")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The values as they are written, under their own keys; `body` is the offset of the text below."""

    values: Mapping[str, object]
    body: int
    warnings: tuple[str, ...] = ()


def read_front_matter(text: str, strict: bool = False) -> FrontMatter:
    """Reads a YAML block (`---` to `---` or `...`) or a TOML block (`+++`) at the very beginning.

    A block that can't be read is a warning, and the text below it is still used; where `strict`, it raises
    UnreadableArticle. Of one that does not end, the whole text is used. Two rules with prose between them are not
    front matter.
    """
    opening = _OPENING.match(text)
    closing = _CLOSING[opening[1]].search(text, opening.end()) if opening else None
    if opening and closing is None and _PAIR.match(text, opening.end()):
        return _broken(f"it has no end; write {opening[1]} on a line below it", 0, strict)
    if opening is None or closing is None:
        return FrontMatter({}, 0)
    block = text[opening.end() : closing.start()]
    if block.strip() and not _KEY.match(block) and not (opening[1] == "+++" and _SECTION.match(block)):
        return FrontMatter({}, 0)
    try:
        return FrontMatter(_values(block, opening[1]), closing.end())
    except ValueError as error:  # those of YAML and TOML are both
        return _broken(str(error), closing.end(), strict)


def _values(block: str, fence: str) -> Mapping[str, object]:
    if len(block) > _LARGEST:
        raise PlainYamlError(f"it is longer than {_LARGEST // 1024} KB")
    if fence == "---":
        found = read_plain(block)
        if found is not None and not isinstance(found, dict):
            raise PlainYamlError("it holds no keys with values")
        return dict(found or {})
    try:
        return tomllib.loads(block)
    except RecursionError as error:
        raise PlainYamlError("it is nested too deep") from error


def _broken(problem: str, body: int, strict: bool) -> FrontMatter:
    if strict:
        raise UnreadableArticle(
            f"The front matter can't be read: {problem}. Mend it; each line is `key: value`."
        )
    said = (
        f"The front matter could not be read and was left out: {problem}. Mend it; each line is `key: value`."
    )
    return FrontMatter({}, body, (said,))
