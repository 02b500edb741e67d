"""All tables of an article, and what they state."""

from collections.abc import Iterable

from corpus.facts.tables.captions import Caption, read_caption
from corpus.facts.tables.chronicle import chronicle
from corpus.facts.tables.entries import Entry, entries
from corpus.facts.tables.facts import facts_of, without_contradictions
from corpus.facts.tables.joined import joined_grids, stacked_grids
from corpus.facts.tables.joined.naming import Naming
from corpus.facts.tables.keyed import keyed_entries
from corpus.facts.tables.members import family_above
from corpus.facts.tables.places import Line, find_tables
from corpus.facts.tables.states import cues
from corpus.facts.tables.types import Grid, Surroundings
from corpus.facts.types import Day, Fact, Span
from corpus.names import Names
from corpus.structure.types import Block
from corpus.types import Article

MOST_FACTS = 50_000
_MOST_CLASHES = 20


def table_facts(
    article: Article, names: Names, as_of: Day | None, found: Iterable[Block] | None = None
) -> tuple[list[Fact], list[Span], list[str]]:
    """Returns what the tables of an article state, the spans of the tables that speak of models, and a warning
    for whatever could not be read, with its line.

    `names` should know the models that the article introduces; `as_of` is the day that the article speaks for,
    which a table's own "last updated" overrides; `found` are the article's blocks, where they are at hand.
    """
    reader = _Reader(article, names, as_of)
    places = find_tables(article.text, article.body, found)
    for grid in places.grids:
        reader.read_grid(grid)
    if places.cut:
        reader.warnings.append("There are more tables than are read; the last ones were left out.")
    reader.read_loose(places.lines)
    return list(dict.fromkeys(reader.facts)), sorted(reader.spans), reader.warnings


class _Reader:
    """Gathers the facts of one article's tables."""

    def __init__(self, article: Article, names: Names, as_of: Day | None) -> None:
        self._article = article
        self._names = names
        self._as_of = as_of
        self.facts: list[Fact] = []
        self.spans: list[Span] = []
        self.warnings: list[str] = []

    def read_grid(self, grid: Grid) -> None:
        """Reads a table whose cells are marked."""
        text = self._article.text
        caption = self._caption(grid.around)
        found = keyed_entries(text, grid, self._names) or entries(
            grid, self._names, family_above(text, grid.around, self._names)
        )
        self._take(found, caption, (grid.start, grid.end))
        if not found and len(self.facts) < MOST_FACTS:
            told = chronicle(self._article, grid, caption, self._names, self._as_of)
            self.spans += [(grid.start, grid.end)] * bool(told)
            self._keep(told)

    def read_loose(self, lines: list[Line]) -> None:
        """Reads the tables that hide in plain lines."""
        text, names = self._article.text, self._names
        grids, warnings = joined_grids(text, lines, names, Naming(names))
        taken = [(grid.start, grid.end) for grid in grids]
        left = [line for line in lines if not any(a <= line.start < b for a, b in taken)]
        more, stacks, others = stacked_grids(text, left, names)
        for grid in (*grids, *more):
            self.read_grid(grid)
        for stack in stacks:
            self._take(stack.entries, self._caption(Surroundings(stack.headings)), stack.span)
        self.warnings += warnings + others

    def _caption(self, around: Surroundings) -> Caption:
        return read_caption(self._article.text, around, self._names, cues(), self._as_of)

    def _take(self, found: Iterable[Entry], caption: Caption, span: Span) -> None:
        found = list(found)
        if found and len(self.facts) < MOST_FACTS:
            self.spans.append(span)
            self._keep(facts_of(self._article, found, caption, self._names, self._as_of))

    def _keep(self, stated: list[Fact]) -> None:
        kept, clashing = without_contradictions(stated)
        self.facts += kept
        self.warnings += [self._clash(fact) for fact in clashing[:_MOST_CLASHES]]

    def _clash(self, fact: Fact) -> str:
        line = self._article.text.count("\n", 0, fact.span[0]) + 1
        what = fact.benchmark.full_name if fact.benchmark else fact.attribute.value
        return f"Line {line}: the table states {what} of {fact.model.name} twice, and differently."
