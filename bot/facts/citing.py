"""Numbers the statements that an answer rests on: pure."""

from bot.types import Citation, Span
from corpus.facts import types as facts
from index.catalogue.types import Statement


class Citing:
    """Gives each span of an article one number, however often it is cited; numbers count from 1 in the order
    in which spans are first cited."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, facts.Span], int] = {}
        self._cited: list[list[Statement]] = []

    def number(self, statement: Statement) -> int:
        """Returns the number of the citation that holds this statement's value."""
        place = (statement.fact.article, statement.fact.span)
        number = self._numbers.setdefault(place, len(self._cited) + 1)
        if number > len(self._cited):
            self._cited.append([])
        self._cited[number - 1].append(statement)
        return number

    def citations(self) -> tuple[Citation, ...]:
        """Returns the citations so far, by number; each has the context of all that is read from its span."""
        return tuple(_citation(number, statements) for number, statements in enumerate(self._cited, 1))


def citation_of(statement: Statement) -> Citation:
    """Returns the citation of one statement alone, as number 1."""
    return _citation(1, [statement])


def _citation(number: int, statements: list[Statement]) -> Citation:
    first = statements[0]
    start, end = first.fact.span
    context = {
        span: Span(quote, *span)
        for statement in statements
        for span, quote in zip(statement.fact.context, statement.context_quotes, strict=True)
        if span != first.fact.span
    }
    return Citation(
        number, first.source, Span(first.quote, start, end), tuple(context[s] for s in sorted(context))
    )
