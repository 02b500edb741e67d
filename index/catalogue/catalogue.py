"""The catalogue: everything that the articles of one generation state, in memory. It never changes."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from corpus.facts.types import Attribute
from corpus.names.types import Benchmark, Model
from index.catalogue.changes import changes, changes_between, changes_of
from index.catalogue.events import events
from index.catalogue.headline import disagreement, headline
from index.catalogue.selecting import select
from index.catalogue.table import Statements, Table, known_by, make_table
from index.catalogue.types import Change, Condition, Disagreement, Event, Selection, Statement


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Answers from a table of statements. `as_of` everywhere leaves out what counts from a later day only
    (see `index.catalogue.days.counts_from`); None takes all."""

    table: Table

    @property
    def generation(self) -> int:
        """The generation of the index that it was loaded from."""
        return self.table.generation

    @property
    def models(self) -> tuple[Model, ...]:
        """All models of which anything is stated, by name, with their developer as it is known or stated."""
        return tuple(self.table.models.values())

    def model(self, key: str) -> Model | None:
        """Returns a model by its key."""
        return self.table.models.get(key)

    def all(self, as_of: date | None = None) -> Statements:
        """Returns all statements."""
        return known_by(self.table.statements, as_of)

    def statements(
        self,
        model_key: str,
        attribute: Attribute | None = None,
        benchmark: Benchmark | None = None,
        as_of: date | None = None,
    ) -> Statements:
        """Returns the statements on a model: on one attribute, on one benchmark."""
        return self.table.of(model_key, attribute, benchmark, as_of)

    def of_article(self, article: str) -> Statements:
        """Returns the statements of an article, in the order of its text."""
        return self.table.by_article.get(article, ())

    def headlines(
        self, attribute: Attribute, benchmark: Benchmark | None = None, as_of: date | None = None
    ) -> Statements:
        """Returns the leading statement of each model on an attribute, in the order of the models' names."""
        found = self.table.by_attribute.get(attribute, {})
        stated = (
            self.table.of(key, attribute, benchmark, as_of) for key in self.table.models if key in found
        )
        return tuple(headline(mine) for mine in stated if mine)

    def benchmarks(self, as_of: date | None = None) -> tuple[Benchmark, ...]:
        """Returns all benchmarks that a score is reported for, by name."""
        scores = self.table.by_attribute.get(Attribute.BENCHMARK, {}).values()
        found = {s.fact.benchmark for mine in scores for s in known_by(mine, as_of) if s.fact.benchmark}
        return tuple(sorted(found, key=lambda benchmark: benchmark.full_name.casefold()))

    def select(self, conditions: Sequence[Condition], as_of: date | None = None) -> Selection:
        """Returns the models whose leading values satisfy every condition, and those of which it is unknown."""
        return select(self.table, conditions, as_of)

    def disagreements(self, as_of: date | None = None) -> tuple[Disagreement, ...]:
        """Returns on what the articles do not agree."""
        return tuple(
            Disagreement(model, attribute, benchmark, _led(stated))
            for model, attribute, benchmark, stated in self.table.groups(as_of)
            if disagreement(stated)
        )

    def events(
        self,
        since: date | None = None,
        until: date | None = None,
        developer: str | None = None,
        models: Collection[str] = (),
        as_of: date | None = None,
    ) -> tuple[Event, ...]:
        """Returns the dated events, oldest first, of all models or of those with these keys."""
        return events(self.table, since, until, developer, models, as_of)

    def changes(self, since: date) -> tuple[Change, ...]:
        """Returns what the articles that came out since a day added or changed, oldest first."""
        return changes(self.table, since)

    def changes_of(self, articles: Iterable[str]) -> tuple[Change, ...]:
        """Returns what these articles added or changed, oldest first."""
        return changes_of(self.table, articles)

    def changes_from(self, before: "Catalogue") -> tuple[Change, ...]:
        """Returns what is stated otherwise than in an earlier generation, oldest first."""
        return changes_between(before.table, self.table)

    def only(self, models: Collection[str]) -> "Catalogue":
        """Returns a catalogue of the models with these keys alone."""
        kept = {key: model for key, model in self.table.models.items() if key in models}
        return Catalogue(replace(self.table, models=kept))

    def as_known_at(self, moment: datetime) -> "Catalogue":
        """Returns what the articles state that were taken in until then."""
        known = (s for s in self.table.statements if s.taken_in <= moment)
        return make_catalogue(self.generation, known)


def make_catalogue(generation: int, statements: Iterable[Statement]) -> Catalogue:
    """Makes a catalogue of statements."""
    return Catalogue(make_table(generation, statements))


def _led(stated: Statements) -> Statements:
    leading = headline(stated)
    return (leading, *(s for s in stated if s is not leading))
