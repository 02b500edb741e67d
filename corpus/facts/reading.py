"""Reads an article into facts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.facts.bounds import bounded
from corpus.facts.cues import Cues
from corpus.facts.dating import published_day, speaks_for
from corpus.facts.plausible import plausible
from corpus.facts.prose import Prose
from corpus.facts.scan import Scan
from corpus.facts.tables import table_facts
from corpus.facts.titled import titled
from corpus.facts.types import Attribute, Bound, Fact
from corpus.names import Names
from corpus.structure import blocks
from corpus.types import Article

MOST = 20_000  # facts of one article; what comes after is left out, with a warning
_ONCE = (Attribute.DEVELOPER, Attribute.OPEN_WEIGHTS, Attribute.LICENCE, Attribute.MODALITIES)


def read_facts(article: Article, names: Names, cues: Cues) -> tuple[list[Fact], list[str]]:
    """Returns the facts that an article states, in the order of their places, and warnings of what could not
    be read. Takes a time that grows with the article's length alone."""
    text, warned = bounded(article.text)
    article = replace(article, text=text)
    known = names.for_article(article.text[article.body :])
    found = list(blocks(text, article.body))
    said = cues.find(text, article.body)
    speaks = speaks_for(article, said)
    from_tables, tables, unread = table_facts(article, known, speaks, found)
    warnings = [*warned, *unread]
    published = published_day(article)
    scan = Scan(article, known, said, published or speaks, published)
    from_prose = Prose(article, found, scan, tables, speaks, titled(article, known)).read()
    facts = plausible(list(_distinct(sorted([*from_tables, *from_prose], key=lambda fact: fact.span))))
    if len(facts) > MOST:
        left = len(facts) - MOST
        warnings = [
            *warnings,
            f"The article states more than {MOST:,} facts: the last {left:,} are left out.",
        ]
    return facts[:MOST], warnings


def _distinct(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yields each thing that the article states once, where it states it first. That a model was released, on
    no day, is worth a fact only where no other statement on its release has the same status."""
    kept = _most_exact(list(facts))
    dated = {(f.model.key, f.status) for f in kept if f.attribute is Attribute.RELEASED and f.value.day}
    seen: set[object] = set()
    for fact in kept:
        if (
            fact.attribute is Attribute.RELEASED
            and not fact.value.day
            and (fact.model.key, fact.status) in dated
        ):
            continue
        said = (fact.model.key, fact.attribute, fact.value, fact.benchmark, fact.status)
        noted = () if fact.attribute in _ONCE else (fact.note,)
        if (said, noted) not in seen:
            seen.add((said, noted))
            yield fact


def _most_exact(facts: Sequence[Fact]) -> list[Fact]:
    """Leaves out "a trillion" and "over 1T" where the article says 1T of the same model too."""
    exact = {_number_of(f) for f in facts if f.value.number is not None and f.value.bound is Bound.EXACTLY}
    return [
        f
        for f in facts
        if f.value.number is None or f.value.bound is Bound.EXACTLY or _number_of(f) not in exact
    ]


def _number_of(fact: Fact) -> object:
    return fact.model.key, fact.attribute, fact.benchmark, fact.value.unit, fact.value.number
