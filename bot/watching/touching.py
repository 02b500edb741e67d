"""Decides what of an update touches what somebody watches: pure."""

from bot.watching.types import Touched, Update, Watch, WatchedDeveloper, WatchedFilter, WatchedModel
from corpus.names.types import Model
from index.catalogue.catalogue import Catalogue
from index.catalogue.conditions import folded
from index.catalogue.types import Condition


def update_between(before: Catalogue, after: Catalogue) -> Update:
    """Returns what happened from one generation to another, once for all watches."""
    return Update(before, after, after.changes_from(before))


def touched(watch: Watch, update: Update) -> Touched | None:
    """Returns what an update did to what is watched, None if nothing."""
    match watch:
        case WatchedModel(model):
            mine = [change for change in update.changes if _is_of(change.model, model)]
        case WatchedDeveloper(name):
            maker = folded(name)
            mine = [change for change in update.changes if folded(change.model.developer or "") == maker]
        case WatchedFilter(conditions):
            return _filtered(watch, conditions, update)
    return Touched(watch, tuple(mine)) if mine else None


def _is_of(model: Model, watched: Model) -> bool:
    """A family named as a whole is all its models, "Claude Opus" those whose names have both words."""
    if watched.versioned:
        return model.key == watched.key
    return model.family == watched.family and _words(watched) <= _words(model)


def _words(model: Model) -> set[str]:
    return set(model.key.partition("|")[2].split())


def _filtered(watch: Watch, conditions: tuple[Condition, ...], update: Update) -> Touched | None:
    """Of the models that satisfy a filter now or did before, the changes in what it asks for."""
    asked = {(condition.attribute, condition.benchmark) for condition in conditions}
    about = [c for c in update.changes if (c.after.fact.attribute, c.after.fact.benchmark) in asked]
    models = {change.model.key: change.model for change in about}
    before = _satisfying(conditions, update.before.only(models))
    now = _satisfying(conditions, update.after.only(models))
    mine = tuple(change for change in about if change.model.key in before | now)
    left = tuple(models[key] for key in models if key in before - now)
    return Touched(watch, mine, frozenset(now - before), left) if mine else None


def _satisfying(conditions: tuple[Condition, ...], known: Catalogue) -> set[str]:
    return {match.model.key for match in known.select(conditions).matching}
