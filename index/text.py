"""What of a text counts as a word: for BM25, and for comparing a question with a sentence."""

import hashlib
import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from functools import cache, lru_cache

import opencc
import Stemmer

from corpus.lexicon import Concept
from corpus.lexicon.word_tree import first_of, word_tree

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af"
_LETTER = rf"[^\W_{_UNSPACED}]"
# a word's possessive ending is passed over
LETTERS = re.compile(
    rf"(?P<unspaced>[{_UNSPACED}]+)|(?P<word>{_LETTER}+(?:(?:[.\-_+]|['’](?!s\b)){_LETTER}+)*)(?:['’]s\b)?",
    re.IGNORECASE,
)
_UNSPACED_INSIDE = re.compile(f"[{_UNSPACED}]")
_GROUPED = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_HALF = re.compile(r"([\ud800-\udfff]+)")  # of surrogate pairs; the converter refuses them
_MAY_BE_TRADITIONAL = re.compile("[\u3401-\U0010ffff]")
_INNER = re.compile(r"[.\-_+'’]")
VERSION = 4  # raised whenever the same text gives other terms
NAME, CONCEPT = "@", "#"

_STOPWORDS = """
a an the and or but if of in on at to for from by with as is are was were be been being it its this
that these those there their they them he she his her we our you your i my me do does did done has
have had can could will would shall should may might must not no so than then too very just about
into over under what which who whom whose when where why how many much tell give show say says said
please any some all
的 了 是 在 和 与 及 或 吗 呢 吧 啊 么 什么 怎么 如何 哪些 哪个 哪里 多少 几 谁 为什么 为何 是否 有没有 请问 告诉 我 你 他 它 这 那 有 被 把 从 对 到 也 都 就
还
"""
STOPWORDS = frozenset(_STOPWORDS.split())


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


def simplified(text: str) -> str:
    """Returns the text with traditional Chinese characters made simplified."""
    if not _MAY_BE_TRADITIONAL.search(text):
        return text
    return "".join(
        part if _HALF.match(part) else str(_converter().convert(part)) for part in _HALF.split(text)
    )


def fold(text: str) -> str:
    """Returns the text in lower case, simplified characters, and compatibility forms made plain."""
    return simplified(unicodedata.normalize("NFKC", text)).lower()


class Terms:
    """Cuts texts into terms. Words are stemmed, names and version numbers also kept whole, scripts
    without spaces cut into pairs of characters. Each known name adds a term that all its spellings share,
    which begins with "@"; each known concept one that its words in all languages share, with "#".
    `fingerprint` names all that the terms of a text depend on."""

    def __init__(self, aliases: Mapping[str, str], concepts: Sequence[Concept]) -> None:
        self._aliases = aliases
        written = repr((VERSION, sorted(aliases.items()), [(c.name, c.words) for c in concepts]))
        self.fingerprint = hashlib.sha256(written.encode()).hexdigest()[:12]
        self._concepts = {fold(word): CONCEPT + c.name for c in concepts for word in c.words}
        self._concept = re.compile(_any_of(self._concepts, "(?:s|es|d|ed|ing)?"))
        self._name = re.compile(_any_of(aliases, ""))

    def __call__(self, text: str) -> list[str]:
        """Returns the terms of a text, in no useful order, repeated as they occur."""
        folded = _GROUPED.sub("", fold(text))
        terms = [name for name, _, _ in (*self.names(folded), *self.concepts(folded))]
        for match in LETTERS.finditer(folded):
            if match.lastgroup == "unspaced":
                terms += _pairs(match.group())
            else:
                terms += _word(match["word"])
        return terms

    def names(self, folded: str) -> list[tuple[str, int, int]]:
        """Returns the known names in a folded text, each as its term, with start and end."""
        return [(NAME + self._aliases[m.group()], *m.span()) for m in self._name.finditer(folded)]

    def spellings(self, name: str) -> list[str]:
        """Returns all ways in which a known name, given as its term, is written."""
        return [form for form, first in self._aliases.items() if NAME + first == name]

    def concepts(self, folded: str) -> list[tuple[str, int, int]]:
        """Returns the known concepts in a folded text, each as its term, with start and end; English words
        are found with their endings."""
        return [(self._concepts[m["whole"] or m.group()], *m.span()) for m in self._concept.finditer(folded)]


def _any_of(words: Collection[str], ending: str) -> str:
    """A pattern of words, the longer first: those in Latin letters whole, as the group "whole", with an
    ending; others anywhere."""
    spaced = {word for word in words if word.isascii()}
    unspaced = set(words) - spaced
    # One that begins with a digit (1月) is not the end of a longer number (11月).
    anywhere = rf"(?={first_of(unspaced)})(?!(?<=\d)\d){word_tree(unspaced)}"
    whole = rf"(?<![a-z0-9])(?={first_of(spaced)})(?P<whole>{word_tree(spaced)}){ending}(?![a-z0-9])"
    return f"{anywhere}|{whole}"


def _pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)] if len(run) > 1 else [run]


@lru_cache(20_000)
def _word(word: str) -> list[str]:
    """The terms of one run of letters and digits, which may have dots and the like inside."""
    parts = _INNER.split(word)
    if len(parts) == 1:
        return [_stem(word)]
    return [word, *(_stem(p) for p in parts if len(p) > 1 or p.isdigit())]


def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word)) if word.isalpha() and word.isascii() else word


def is_name(term: str) -> bool:
    """Says whether a term means the same in every language: a known name or concept, or one with a digit in it."""
    return term.startswith((NAME, CONCEPT)) or (term.isascii() and any(c.isdigit() for c in term))


def is_unspaced(term: str) -> bool:
    """Says whether a term is written in a script without spaces (Chinese, Japanese, Korean, Thai …)."""
    return bool(_UNSPACED_INSIDE.match(term))
