"""Reads the lexicon of models: corpus/lexicon/models.toml made into families, developers and look-up tables."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from corpus.names.alternation import alternation, spellings
from corpus.names.family import NEVER, Family, Part, Trust, Vocabulary, Word
from corpus.names.folding import folded
from corpus.names.heads import Head, Heads, heads_of
from corpus.names.place import Place, squeezed
from corpus.names.spelling import key_of
from corpus.names.tail import read_tail


@dataclass(frozen=True, slots=True)
class Developer:
    """Who makes models; `word` says that the name is an ordinary word in lower case, `lab` that they make
    nothing else."""

    name: str
    aliases: tuple[str, ...]
    word: bool = False
    lab: bool = False


@dataclass(frozen=True, slots=True)
class Developers:
    """Developers by each of their folded names, and the expression that finds them."""

    by_alias: Mapping[str, Developer]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the file knows. `listed` has the well-known models' names by their keys."""

    families: Mapping[str, Family]
    heads: Heads
    developers: Developers
    listed: Mapping[str, str]
    common: Vocabulary
    foreign: frozenset[str]
    well_known: frozenset[str]


def read_lexicon() -> Lexicon:
    """Returns the lexicon of models. The file is the package's own; a broken one raises KeyError or ValueError."""
    data = tomllib.loads((files("corpus.lexicon") / "models.toml").read_text("utf-8"))
    common = common_words(data["words"], data["spelt"])
    foreign = _foreign(data)
    families = {entry["name"]: _family(entry, common, foreign, data["spelt"]) for entry in data["family"]}
    listed: dict[str, str] = {
        _listed_key(families, entry, name): name
        for entry in data["family"]
        for name in entry.get("models", ())
    }
    heads = heads_of(families.values(), data["products"]["names"])
    developers = _developers(data["developer"])
    return Lexicon(families, heads, developers, listed, common, foreign, frozenset(listed))


def common_words(data: Mapping[str, list[str]], spelt: Mapping[str, list[str]]) -> Vocabulary:
    """Returns the variant words that any family may have; `spelt` are words in other scripts."""
    sets = {name: set(data[name]) for name in ("timid", "late", "hyphened", "ignored")}
    words = (
        Word(
            word,
            timid=word in sets["timid"],
            late=word in sets["late"],
            hyphened=word in sets["hyphened"],
            ignored=word in sets["ignored"],
        )
        for word in data["common"]
    )
    return vocabulary(words, spelt)


def vocabulary(words: Iterable[Word], spelt: Mapping[str, list[str]] | None = None) -> Vocabulary:
    """Returns the words with the expression that finds them, also as other scripts spell them."""
    by_phrase = {folded(word.spelling): word for word in words}
    for phrase, forms in (spelt or {}).items():
        if (word := by_phrase.get(folded(phrase))) is not None:
            by_phrase |= dict.fromkeys(forms, word)
    pattern = alternation(form for phrase in by_phrase for form in spellings(phrase))
    return Vocabulary({squeezed(phrase): word for phrase, word in by_phrase.items()}, pattern)


def _foreign(data: Mapping[str, Any]) -> frozenset[str]:
    """Words that follow a name and its hyphen without being a variant: "-level", or another name."""
    names = (name for kind in ("family", "developer") for entry in data[kind] for name in _all_names(entry))
    return frozenset(folded(word) for word in (*data["words"]["foreign"], *names))


def _all_names(entry: Mapping[str, Any]) -> tuple[str, ...]:
    return (entry["name"], *entry.get("aliases", ()))


def _family(
    entry: Mapping[str, Any], common: Vocabulary, foreign: frozenset[str], spelt: Mapping[str, list[str]]
) -> Family:
    lists = {name: frozenset(_norms(entry.get(name, ()))) for name in ("lines", "before")}
    return Family(
        name=entry["name"],
        developer=entry.get("developer"),
        aliases=tuple(entry.get("aliases", ())),
        own=vocabulary((own_word(word, common) for word in entry.get("words", ())), spelt),
        common=common,
        join=entry.get("join", " "),
        then=entry.get("then", " "),
        codes=entry.get("codes", ""),
        coded=entry.get("coded", False),
        letters=entry.get("letters", ""),
        lines=lists["lines"],
        least=entry.get("least", NEVER),
        before=lists["before"],
        before_since=entry.get("before_since", 0),
        alone={squeezed(folded(word)): version for word, version in entry.get("alone", {}).items()},
        shared=frozenset(folded(alias) for alias in entry.get("shared", ())),
        trust=Trust(entry.get("trust", "plain")),
        sized=entry.get("sized", True),
        zero=entry.get("zero", False),
        foreign=foreign,
    )


def _norms(words: Iterable[str]) -> Iterable[str]:
    return (squeezed(folded(word)) for word in words)


def own_word(word: str, common: Vocabulary) -> Word:
    spelling = word.removeprefix("-")
    usual = common.words.get(squeezed(folded(spelling)))
    return Word(
        spelling,
        own=True,
        joint="-" if word.startswith("-") else None,
        timid=usual is not None and usual.timid,
        late=usual is not None and usual.late,
    )


def _listed_key(families: Mapping[str, Family], entry: Mapping[str, Any], name: str) -> str:
    family = families[entry["name"]]
    return key_of(family, listed_parts(family, name))


def listed_parts(family: Family, name: str) -> tuple[Part, ...]:
    """Returns the parts of a name in the family's own spelling; raises ValueError where it has others."""
    start = 0 if family.name == "o-series" else len(family.name)
    parts, end = read_tail(Place(name, folded(name), frozenset(), low=True), start, family)
    if end != len(name) or not folded(name).startswith(folded(family.name)[:start]):
        raise ValueError(f'corpus/lexicon/models.toml: "{name}" can\'t be read as a model of {family.name}')
    return parts


def _developers(entries: list[dict[str, Any]]) -> Developers:
    developers = [
        Developer(e["name"], tuple(e["aliases"]), e.get("word", False), e.get("lab", False)) for e in entries
    ]
    by_alias = {
        form: developer
        for developer in developers
        for alias in (developer.name, *developer.aliases)
        for form in spellings(folded(alias))
    }
    return Developers(by_alias, alternation(by_alias))


__all__ = ["Developer", "Developers", "Head", "Lexicon", "read_lexicon"]
