"""What the tests of tables share: an article made of a text, and its facts as short lines."""

from corpus.facts.tables import table_facts
from corpus.facts.types import Day, Fact, Unit
from corpus.names import Names
from corpus.types import Article, Format, Source


def article(text: str, body: int = 0) -> Article:
    return Article(Source("a", "a.md", "A", "en"), text, body, Format.MARKDOWN)


def facts(names: Names, text: str, as_of: Day | None = None) -> list[Fact]:
    return table_facts(article(text), names.for_article(text), as_of)[0]


def told(names: Names, text: str, as_of: Day | None = None) -> set[str]:
    """The facts as "model: attribute = value unit", with benchmark, low end, bound and status where they say
    more than usual."""
    return {line(fact) for fact in facts(names, text, as_of)}


def line(fact: Fact) -> str:
    value = fact.value
    shown = value.text or value.day or value.truth if value.number is None else f"{value.number:.15g}"
    low = f"{value.low:.15g}-" if value.low is not None else ""
    what = fact.benchmark.full_name if fact.benchmark else fact.attribute
    unit = f" {value.unit}" if value.unit not in (Unit.NONE, Unit.DATE) else ""
    bound = f" {value.bound}" if value.bound not in ("exactly", "range") else ""
    status = f" ({fact.status})" if fact.status != "released" else ""
    return f"{fact.model.name}: {what} = {low}{shown}{unit}{bound}{status}"


def quotes(text: str, fact: Fact) -> tuple[str, ...]:
    """The words of a fact's span and of its context."""
    return tuple(text[start:end] for start, end in (fact.span, *fact.context))
