"""Finds the benchmarks that a text names, with version and variant as reported."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from corpus.names.alternation import alternation, spellings
from corpus.names.folding import folded
from corpus.names.types import Benchmark, BenchmarkMention

_VERSIONS = {
    "year": re.compile(r"[ \-]?\(?(?:'(2\d)|(20\d\d)|-?(2[3-7]))(?![\d%％]|\.\d)"),
    "number": re.compile(r"[ \-]?v?(\d(?:\.\d)?)(?![\d%％]|\.\d| ?(?:%|％|点|分|points?))"),
    "v": re.compile(r"[ \-]?\(?(v\d{1,2}(?:\.\d)?)(?![\d])\)?"),
}
_MONTH = re.compile(r"[ \-]?(feb|nov)(?:ruary|ember)?\.?")
_NEXT = re.compile(r" ?(?:/|、|,|and|和|与|&) ?'?(20\d\d|2[3-7])(?![\d.%％年/\-])")


@dataclass(frozen=True, slots=True)
class Entry:
    """A benchmark of the lexicon: how its versions are written ("year", "number", "v" or not at all), the
    variants by folded form, the ways of writing it that need their own capitals, and what an alias means."""

    name: str
    version: str | None
    variants: Mapping[str, str]
    variant_pattern: re.Pattern[str]
    cased: bool
    months: bool


@dataclass(frozen=True, slots=True)
class Benchmarks:
    """The entries by each folded form with the form's own spelling, and the expression that finds them."""

    by_form: Mapping[str, tuple[Entry, str]]
    pattern: re.Pattern[str]


def read_benchmarks() -> Benchmarks:
    """Returns the benchmarks of corpus/lexicon/benchmarks.toml."""
    data = tomllib.loads((files("corpus.lexicon") / "benchmarks.toml").read_text("utf-8"))
    by_form: dict[str, tuple[Entry, str]] = {}
    for item in data["benchmark"]:
        variants = {form: word for word in item.get("variants", ()) for form in spellings(folded(word))}
        entry = Entry(
            item["name"],
            item.get("version"),
            variants,
            alternation(variants),
            item.get("cased", False),
            item.get("months", False),
        )
        for alias in (item["name"], *item.get("aliases", ())):
            by_form |= dict.fromkeys(spellings(folded(alias)), (entry, alias))
    return Benchmarks(by_form, alternation(by_form))


def find_benchmarks(known: Benchmarks, text: str, start: int, end: int) -> list[BenchmarkMention]:
    """Returns the benchmarks named in ``text[start:end]``, in order, not overlapping, longest first."""
    plain = folded(text)
    mentions: list[BenchmarkMention] = []
    done = start
    for match in known.pattern.finditer(plain, start, end):
        entry, alias = known.by_form[match[0]]
        if match.start() >= done and _bounded(text, plain, match, alias, cased=entry.cased):
            mentions += _read(entry, text, plain, match.start(), match.end())
            done = mentions[-1].end
    return [mention for mention in mentions if mention.end <= end]


def _bounded(text: str, plain: str, match: re.Match[str], alias: str, *, cased: bool) -> bool:
    """Whether the words stand by themselves; a name of capitals may follow a word at once ("modelAIME")."""
    start, end = match.span()
    written = text[start:end]
    if cased and not all(a.isupper() == b.isupper() for a, b in zip(written, alias, strict=False)):
        return False
    before, after = plain[start - 1 : start] if start else "", plain[end : end + 1]
    if "a" <= before <= "z" or (before.isdigit() and before.isascii()):
        camel = text[start - 1].islower() and written[:2].isupper()
        return camel and not ("a" <= after <= "z")
    return not ("a" <= after <= "z") or (written[-1].islower() and text[end].isupper())


def _read(entry: Entry, text: str, plain: str, start: int, end: int) -> list[BenchmarkMention]:
    variant, end = _variant(entry, text, plain, end)
    version, end = _version(entry, plain, end)
    if variant is None:
        variant, end = _variant(entry, text, plain, end)
    first = BenchmarkMention(start, end, Benchmark(entry.name, version, variant))
    return [first, *_further(entry, plain, first)] if version and entry.version == "year" else [first]


def _variant(entry: Entry, text: str, plain: str, end: int) -> tuple[str | None, int]:
    if entry.months and (month := _MONTH.match(plain, end)):
        return month[1].capitalize(), month.end()
    at = end + 1 if plain[end : end + 1] in {" ", "-", "("} else end
    if at == end + 1 and plain[at : at + 1] == "(":
        at += 1
    match = entry.variant_pattern.match(plain, at)
    if match is None or ("a" <= plain[match.end() : match.end() + 1] <= "z" and text[match.end()].islower()):
        return None, end
    closed = plain[at - 1 : at] == "(" and plain[match.end() : match.end() + 1] == ")"
    return entry.variants[match[0]], match.end() + closed


def _version(entry: Entry, plain: str, end: int) -> tuple[str | None, int]:
    match = _VERSIONS[entry.version].match(plain, end) if entry.version else None
    if match is None:
        return None, end
    number = next(group for group in match.groups() if group)
    closed = match.end() + (
        plain[end : match.end()].count("(") and plain[match.end() : match.end() + 1] == ")"
    )
    return _normalised(entry, number), int(closed)


def _normalised(entry: Entry, number: str) -> str:
    if entry.version == "year":
        return number if len(number) == 4 else "20" + number
    return number + ".0" if entry.version == "number" and "." not in number else number


def _further(entry: Entry, plain: str, first: BenchmarkMention) -> list[BenchmarkMention]:
    """ "2025" behind "AIME 2024 and"."""
    match = _NEXT.match(plain, first.end)
    if match is None:
        return []
    benchmark = Benchmark(entry.name, _normalised(entry, match[1]), first.benchmark.variant)
    return [BenchmarkMention(match.start(1), match.end(1), benchmark)]
