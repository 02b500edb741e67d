"""The facts of one generation in memory, found by model, attribute and article."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from corpus.facts.types import Attribute
from corpus.names.types import Benchmark, Model
from index.catalogue.days import counts_from
from index.catalogue.headline import headline
from index.catalogue.types import Statement

Statements = tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`models` by key, in the order of their names; `by_attribute` holds by attribute and model's key."""

    generation: int
    statements: Statements
    models: Mapping[str, Model]
    by_model: Mapping[str, Statements]
    by_attribute: Mapping[Attribute, Mapping[str, Statements]]
    by_article: Mapping[str, Statements]

    def of(
        self,
        model_key: str,
        attribute: Attribute | None = None,
        benchmark: Benchmark | None = None,
        as_of: date | None = None,
    ) -> Statements:
        """Returns the statements on a model: on one attribute, one benchmark, and known by a day."""
        if attribute is None:
            found = self.by_model.get(model_key, ())
        else:
            found = self.by_attribute.get(attribute, {}).get(model_key, ())
        if benchmark is not None:
            found = tuple(s for s in found if s.fact.benchmark == benchmark)
        return known_by(found, as_of)

    def knows(self, model_key: str, as_of: date | None = None) -> bool:
        """Whether anything is stated of a model by a day."""
        return any(as_of is None or counts_from(s) <= as_of for s in self.by_model.get(model_key, ()))

    def groups(
        self, as_of: date | None = None, only: Collection[str] | None = None
    ) -> Iterable[tuple[Model, Attribute, Benchmark | None, Statements]]:
        """Yields the statements known by a day, by what they speak of: model, attribute and benchmark; of all
        models or of those with these keys."""
        for key, model in self.models.items():
            if only is not None and key not in only:
                continue
            grouped: dict[tuple[Attribute, Benchmark | None], list[Statement]] = defaultdict(list)
            for statement in known_by(self.by_model[key], as_of):
                grouped[statement.fact.attribute, statement.fact.benchmark].append(statement)
            for (attribute, benchmark), found in grouped.items():
                yield model, attribute, benchmark, tuple(found)


def known_by(statements: Statements, as_of: date | None) -> Statements:
    """Returns the statements that count on a day; None: all."""
    return statements if as_of is None else tuple(s for s in statements if counts_from(s) <= as_of)


def make_table(generation: int, statements: Iterable[Statement]) -> Table:
    """Puts statements in order. A family named as a whole is no model that anything is stated of."""
    every = tuple(s for s in statements if s.fact.model.versioned)
    by_model: dict[str, list[Statement]] = defaultdict(list)
    by_attribute: dict[Attribute, dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    by_article: dict[str, list[Statement]] = defaultdict(list)
    for statement in every:
        fact = statement.fact
        by_model[fact.model.key].append(statement)
        by_attribute[fact.attribute][fact.model.key].append(statement)
        by_article[fact.article].append(statement)
    found = {
        key: _model(mine, by_attribute[Attribute.DEVELOPER].get(key, ())) for key, mine in by_model.items()
    }
    return Table(
        generation,
        every,
        dict(sorted(found.items(), key=lambda item: (item[1].name.casefold(), item[0]))),
        {key: tuple(mine) for key, mine in by_model.items()},
        {a: {key: tuple(mine) for key, mine in keyed.items()} for a, keyed in by_attribute.items()},
        {article: tuple(mine) for article, mine in by_article.items()},
    )


def _model(statements: Iterable[Statement], makers: Iterable[Statement]) -> Model:
    """A model as most articles have it, those first that know its developer; where none does, the developer
    is the one that is stated."""
    counted = Counter(s.fact.model for s in statements)
    model = min(counted, key=lambda m: (m.developer is None, -counted[m], m.name))
    stated = [s for s in makers if s.fact.value.text]
    if model.developer is None and stated:
        return replace(model, developer=headline(stated).fact.value.text)
    return model
