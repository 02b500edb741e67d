"""What new articles did to the known facts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from corpus.facts.sameness import same
from corpus.facts.types import Unit
from corpus.names.types import Model
from index.catalogue.days import came_out
from index.catalogue.headline import headline
from index.catalogue.table import Statements, Table
from index.catalogue.types import Change, News, Statement

_CURRENCIES = (Unit.USD, Unit.CNY)
_Before = Callable[[Statements], Statements]  # of the statements on one thing, those of before


def changes(table: Table, since: date) -> tuple[Change, ...]:
    """Returns what the articles published since a day (taken in since then, where a date of publication is
    unknown) added to the facts, or changed in them; the oldest first."""
    return _changes(table.groups(), lambda now: tuple(s for s in now if came_out(s) < since))


def changes_of(table: Table, articles: Iterable[str]) -> tuple[Change, ...]:
    """Returns what these articles added to the facts, or changed in them."""
    new = frozenset(articles)
    touched = {s.fact.model.key for article in new for s in table.by_article.get(article, ())}
    return _changes(
        table.groups(only=touched), lambda now: tuple(s for s in now if s.fact.article not in new)
    )


def changes_between(old: Table, table: Table) -> tuple[Change, ...]:
    """Returns what one generation states otherwise than an older one: what is new, what leads now instead of
    what led, also because an article was corrected or taken out, and what is disputed now."""
    articles = dict.fromkeys([*old.by_article, *table.by_article])
    rewritten = [article for article in articles if _facts(old, article) != _facts(table, article)]
    touched = {s.fact.model.key for a in rewritten for t in (old, table) for s in t.by_article.get(a, ())}

    def before(now: Statements) -> Statements:
        fact = now[0].fact
        stated = old.of(fact.model.key, fact.attribute)
        return tuple(s for s in stated if s.fact.benchmark == fact.benchmark)

    return _changes(table.groups(only=touched), before)


def _facts(table: Table, article: str) -> list[object]:
    return [statement.fact for statement in table.by_article.get(article, ())]


def _changes(
    groups: Iterable[tuple[Model, object, object, Statements]], before: _Before
) -> tuple[Change, ...]:
    found = [
        change
        for model, _, _, stated in groups
        for old, now in _by_currency(before(stated), stated)
        if (change := _change(model, old, now))
    ]
    return tuple(sorted(found, key=_place))


def _by_currency(old: Statements, now: Statements) -> Iterator[tuple[Statements, Statements]]:
    """A price in yuan is another thing than one in dollars: neither changes the other."""
    for kind in dict.fromkeys(map(_currency, now)):
        yield (
            tuple(s for s in old if _currency(s) is kind),
            tuple(s for s in now if _currency(s) is kind),
        )


def _currency(statement: Statement) -> Unit:
    unit = statement.fact.value.unit
    return unit if unit in _CURRENCIES else Unit.NONE


def _change(model: Model, old: Statements, now: Statements) -> Change | None:
    if not old:
        after = headline(now)
        return Change(came_out(after), model, News.ADDED, None, after)
    said = {_said(s) for s in old}
    fresh = [s for s in now if _said(s) not in said]
    before, after = headline(old), headline(now)
    if _differs(before, after):
        after = _saying(after, fresh)
        return Change(came_out(after), model, News.CHANGED, before, after, _is_gone(before, now))
    unheard = [s for s in fresh if all(same(s.fact.value, o.fact.value) is False for o in old)]
    if not unheard:
        return None
    after = headline(unheard)
    return Change(came_out(after), model, News.DISPUTED, before, after, _is_gone(before, now))


def _saying(leading: Statement, fresh: Sequence[Statement]) -> Statement:
    """The new statement that made a value lead, which an older article may have stated already."""
    agreeing = [s for s in fresh if not _differs(leading, s)]
    return leading if leading in agreeing or not agreeing else headline(agreeing)


def _differs(before: Statement, after: Statement) -> bool:
    """A value that can't be compared, as a day with a mere status, is another."""
    return before.fact.status is not after.fact.status or not same(before.fact.value, after.fact.value)


def _said(statement: Statement) -> tuple[object, ...]:
    """What a statement says, wherever in its article it stands."""
    fact = statement.fact
    return fact.article, fact.value, fact.status, fact.note


def _is_gone(before: Statement, now: Statements) -> bool:
    return all((s.fact, s.quote) != (before.fact, before.quote) for s in now)


def _place(change: Change) -> tuple[date, str, str]:
    fact = change.after.fact
    return change.day, change.model.name.casefold(), f"{fact.attribute}{fact.benchmark}{fact.value.unit}"
