"""What new articles did to the known facts."""

from collections.abc import Iterable, Sequence
from datetime import date

from corpus.facts.sameness import same
from corpus.names.types import Model
from index.catalogue.days import came_out
from index.catalogue.headline import headline
from index.catalogue.table import Table
from index.catalogue.types import Change, News, Statement


def changes(table: Table, since: date) -> tuple[Change, ...]:
    """Returns what the articles published since a day (taken in since then, where a date of publication is
    unknown) added to the facts, or changed in them; the oldest first."""
    found = [change for group in table.groups() if (change := _change(group[0], group[3], since))]
    return tuple(sorted(found, key=_place))


def changes_of(table: Table, articles: Iterable[str]) -> tuple[Change, ...]:
    """Returns what these articles added to the facts, or changed in them."""
    new = frozenset(articles)
    touched = {s.fact.model.key for article in new for s in table.by_article.get(article, ())}
    groups = (group for group in table.groups() if group[0].key in touched)
    found = [
        change
        for model, _, _, stated in groups
        if (change := _compared(model, stated, [s for s in stated if s.fact.article in new]))
    ]
    return tuple(sorted(found, key=_place))


def _change(model: Model, stated: Sequence[Statement], since: date) -> Change | None:
    return _compared(model, stated, [s for s in stated if came_out(s) >= since])


def _compared(model: Model, stated: Sequence[Statement], new: Sequence[Statement]) -> Change | None:
    if not new:
        return None
    fresh = {id(statement) for statement in new}
    old = [s for s in stated if id(s) not in fresh]
    if not old:
        after = headline(new)
        return Change(came_out(after), model, News.ADDED, None, after)
    before, now = headline(old), headline(stated)
    if id(now) in fresh and _differs(before, now):
        return Change(came_out(now), model, News.CHANGED, before, now)
    unheard = [s for s in new if all(same(s.fact.value, o.fact.value) is False for o in old)]
    if not unheard:
        return None
    after = headline(unheard)
    return Change(came_out(after), model, News.DISPUTED, before, after)


def _differs(before: Statement, after: Statement) -> bool:
    """A value that can't be compared, as one in another currency, is another."""
    return before.fact.status is not after.fact.status or not same(before.fact.value, after.fact.value)


def _place(change: Change) -> tuple[date, str, str]:
    fact = change.after.fact
    return change.day, change.model.name.casefold(), f"{fact.attribute}{fact.benchmark}"
