"""What an article's text says about names: the families it speaks of and the models it names in full."""

import re
from collections.abc import Iterable
from dataclasses import replace

from corpus.names.benchmarks import Benchmarks, find_benchmarks
from corpus.names.cues import speaks_of_models
from corpus.names.family import Family, Trust
from corpus.names.finding import find
from corpus.names.folding import folded, is_latin
from corpus.names.heads import heads_of
from corpus.names.introduced import introduced
from corpus.names.introductions import Introductions
from corpus.names.known import Known
from corpus.names.organisations import organisations
from corpus.names.place import Place
from corpus.names.plain import plain_family
from corpus.names.short import short_names
from corpus.names.spelling import key_of
from corpus.names.tail import read_tail
from corpus.names.types import BenchmarkMention, Mention
from corpus.names.variants import Introduced, Seen

_MERGED = re.compile(r"(?<=\d) ?(?:million|billion|thousand|万|萬|亿|億|[kmb]?\b ?tokens?|[kmb]\b)")
_ENOUGH_MEASURES = 2  # benchmarks that tell that a text is about models


def known_in(known: Known, measures: Benchmarks, words: Introductions, text: str) -> Known:
    """Returns what is known while this article is read."""
    plain = folded(text)
    scores = find_benchmarks(measures, text, 0, len(text))
    makers = {hit.name for hit in organisations(known.lexicon.developers, text, 0, len(text))}
    families = known.lexicon.families.values()
    about = (
        speaks_of_models(plain)
        or _names_labs(known, makers)
        or (bool(makers or scores) and speaks_of_models(plain, 1))
        or len({hit.benchmark.name for hit in scores}) >= _ENOUGH_MEASURES
    )
    made = frozenset(f.name for f in families if f.developer in makers) if about else frozenset[str]()
    first = replace(known, about_models=about, spoken_of=known.spoken_of | made)
    named = find(first, text, 0, len(text))
    about = about or any(_is_plain(known, hit) for hit in named)
    extra = _introduced(first, words, text, named, scores, measures) if about else []
    if extra:
        first = with_families(first, [family for family, _ in extra])
        first = replace(first, complete=frozenset(key for _, keys in extra for key in keys))
        ours = find(first, text, 0, len(text), extra_only=True)
        first = with_families(first, short_names([family for family, _ in extra], ours))
        first = replace(first, complete=_unnumbered(first.complete, ours), names=_names(extra))
        named = [*named, *ours]
    spoken_of = first.spoken_of | {
        hit.model.family for hit in named if hit.model.versioned or _is_plain(known, hit)
    }
    clear = {hit.model.key for hit in named if hit.model.versioned and _stands_clear(plain, hit)}
    return replace(first, about_models=about, spoken_of=frozenset(spoken_of), named=known.named | clear)


def with_families(known: Known, families: Iterable[Family]) -> Known:
    """Returns what is known when these families are too."""
    old = known.extra.by_form.values() if known.extra else ()
    together = {head.family.name: head.family for head in old if head.family is not None}
    together |= {family.name: family for family in families}
    return replace(known, extra=heads_of(together.values()), spoken_of=known.spoken_of | frozenset(together))


def _introduced(
    known: Known,
    words: Introductions,
    text: str,
    named: list[Mention],
    scores: list[BenchmarkMention],
    measures: Benchmarks,
) -> list[tuple[Family, dict[str, str]]]:
    """Returns the families that the article introduces, each with its models without a number: names by key."""
    models = [(hit.start, hit.end) for hit in named]
    taken = sorted(models + [(hit.start, hit.end) for hit in scores])
    variants = frozenset(known.lexicon.common.words)
    seen = Seen(
        taken, models, scores, variants, lambda cell: bool(find_benchmarks(measures, cell, 0, len(cell)))
    )
    found = []
    for item in introduced(words, text, seen):
        own = _without_maker(known, item.name)
        if own and folded(own) not in known.lexicon.heads.by_form:
            family = plain_family(own, known.lexicon, join=item.joint, words=sorted(item.words))
            found.append((family, _complete(family, item)))
    return found


def _unnumbered(complete: frozenset[str], named: list[Mention]) -> frozenset[str]:
    """Returns the keys of models without a number whose families have no numbered ones: else the name alone
    may mean the family."""
    numbered = {hit.model.key.split("|")[0] for hit in named if re.search(r"\|.*\d", hit.model.key)}
    return frozenset(key for key in complete if key.split("|")[0] not in numbered)


def _complete(family: Family, item: Introduced) -> dict[str, str]:
    """Returns the models that have no number, names by key."""
    names = {}
    for name in item.bare:
        at = name.find(family.name) + len(family.name)
        parts, end = read_tail(Place(name, folded(name), frozenset()), at, family)
        if end == len(name):
            names[key_of(family, parts)] = name
    return names


def _names(extra: Iterable[tuple[Family, dict[str, str]]]) -> dict[str, str]:
    return {key: name for _, names in extra for key, name in names.items()}


def _without_maker(known: Known, name: str) -> str:
    """Returns a name without its maker's before it; empty where it is nothing but the maker's."""
    maker = known.lexicon.developers.pattern.match(folded(name))
    if maker is None or is_latin(folded(name)[maker.end() : maker.end() + 1]):
        return name
    return name[maker.end() :].strip(" -")


def _names_labs(known: Known, makers: set[str]) -> bool:
    return any(maker.lab and maker.name in makers for maker in known.lexicon.developers.by_alias.values())


def _is_plain(known: Known, hit: Mention) -> bool:
    family = known.lexicon.families.get(hit.model.family)
    return family is not None and family.trust is Trust.PLAIN


def _stands_clear(plain: str, hit: Mention) -> bool:
    """Whether no other cell's digits or letters may have run onto a name."""
    follower = plain[hit.end : hit.end + 1]
    return not (follower.isascii() and follower.isalnum()) and not _MERGED.match(plain, hit.end)
