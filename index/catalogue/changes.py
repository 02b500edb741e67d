"""What new articles did to the known facts."""

from collections.abc import Iterable, Sequence
from datetime import date

from corpus.facts.sameness import same
from corpus.facts.types import Attribute
from corpus.names.types import Benchmark, Model
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
        if (change := _since(model, stated, [s for s in stated if s.fact.article in new]))
    ]
    return tuple(sorted(found, key=_place))


def changes_between(before: Table, now: Table) -> tuple[Change, ...]:
    """Returns what one generation states otherwise than another: what is new, what leads now instead of what led,
    also because an article was corrected or taken out, and what is disputed now."""
    found = [
        change
        for model, attribute, benchmark, stated in now.groups()
        if (change := _told(model, _group(before, model, attribute, benchmark), stated))
    ]
    return tuple(sorted(found, key=_place))


def _group(table: Table, model: Model, attribute: Attribute, benchmark: Benchmark | None) -> list[Statement]:
    return [s for s in table.of(model.key, attribute) if s.fact.benchmark == benchmark]


def _told(model: Model, old: Sequence[Statement], stated: Sequence[Statement]) -> Change | None:
    known = {_said(statement) for statement in old}
    new = [s for s in stated if _said(s) not in known]
    if new or not old:
        return _compared(model, old, stated, new)
    was, now = headline(old), headline(stated)
    return Change(came_out(now), model, News.CHANGED, was, now) if _differs(was, now) else None


def _said(statement: Statement) -> tuple[object, ...]:
    """What a statement says and where; not at which place in its article, which may have moved."""
    fact = statement.fact
    return fact.article, fact.value, fact.status, fact.note


def _change(model: Model, stated: Sequence[Statement], since: date) -> Change | None:
    return _since(model, stated, [s for s in stated if came_out(s) >= since])


def _since(model: Model, stated: Sequence[Statement], new: Sequence[Statement]) -> Change | None:
    fresh = {id(statement) for statement in new}
    return _compared(model, [s for s in stated if id(s) not in fresh], stated, new) if new else None


def _compared(
    model: Model, old: Sequence[Statement], stated: Sequence[Statement], new: Sequence[Statement]
) -> Change | None:
    """What `new` statements did, of those that are `stated` now, to what the `old` ones said."""
    if not old:
        after = headline(new)
        return Change(came_out(after), model, News.ADDED, None, after)
    before, now = headline(old), headline(stated)
    if any(now is s for s in new) and _differs(before, now):
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
