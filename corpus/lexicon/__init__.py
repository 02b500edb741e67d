"""Data about names: what is written in several ways."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files


def read_aliases() -> dict[str, str]:
    """Returns each way in which a name is written, and the one that stands for all of them; all in lower
    case and simplified characters."""
    groups = tomllib.loads((files("corpus.lexicon") / "aliases.toml").read_text("utf-8"))["aliases"]
    return {form: group[0] for group in groups for form in group}


@dataclass(frozen=True, slots=True)
class Concept:
    """Something that questions ask about: the words for it, and the shape ("money", "score") that may stand
    for them. A `bridge` leads from one language to another, but nothing is refused for the lack of it."""

    name: str
    words: tuple[str, ...]
    shape: str | None
    bridge: bool = False


def read_concepts() -> tuple[Concept, ...]:
    """Returns the concepts, in the order of the file."""
    tables = tomllib.loads((files("corpus.lexicon") / "concepts.toml").read_text("utf-8"))
    return tuple(
        Concept(name, tuple(t["words"]), t.get("shape"), t.get("bridge", False)) for name, t in tables.items()
    )


def read_frame_words() -> frozenset[str]:
    """Returns words that make a question but do not say what it is about."""
    text = (files("corpus.lexicon") / "frame_words.txt").read_text("utf-8")
    return frozenset(text.split())
