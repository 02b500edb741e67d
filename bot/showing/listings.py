"""What the commands show that list values: models, a card, a comparison, a leaderboard."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date

from bot.facts import phrases as facts
from bot.rendering.values import titled, value_said
from bot.showing.escaping import bold, escaped
from bot.showing.pages import Draft, apart, laid_out, phrases_for
from bot.showing.types import Picture, Shown
from bot.types import Card, Listing, Row

_NAME, _BENCHMARK = 120, 80
_COUNTED = {0: "none", 1: "models_one"}


def models_shown(listing: Listing, language: str, today: date) -> Shown:
    """Returns a line for each model, with what is reported of it."""
    say = phrases_for(language)
    groups = _grouped(listing.rows, lambda row: row.model)
    several = len({_column(row) for row in listing.rows}) > 1
    body = [f"{bold(_of(rows[0], language))} — {_values(rows, several, language)}" for rows in groups]
    lead = [say.say("listing", _COUNTED.get(len(groups), "models"), count=len(groups))]
    words = _lines(listing.word)
    if not groups:
        return laid_out(Draft(words or lead), today, say)
    draft = Draft(lead, [*body, *apart(words)], listing.citations)
    return laid_out(draft, today, say)


def ranked_shown(listing: Listing, language: str, today: date, picture: Picture | None = None) -> Shown:
    """Returns a line for each score in its rank; those that can't be compared with them stand below."""
    say = phrases_for(language)
    ranked = [row for row in listing.rows if row.rank is not None]
    others = [row for row in listing.rows if row.rank is None]
    body = [
        f"{row.rank}\\. {bold(_of(row, language))} — {escaped(value_said(row, language))}" for row in ranked
    ]
    body += [bold(say.say("listing", "unranked"))] if others else []
    body += [f"{_of(row, language)} — {_values([row], True, language)}" for row in others]
    first = ranked[0].benchmark if ranked else None
    title = [bold(say.say("listing", "ranked", benchmark=escaped(first, _BENCHMARK)))] if first else []
    draft = Draft(title if listing.rows else _lines(listing.word), body, listing.citations)
    return laid_out(draft, today, say, picture)


def compared_shown(
    listing: Listing, models: Sequence[str], language: str, today: date, picture: Picture | None = None
) -> Shown:
    """Returns each attribute with the models' values below it, and what can't be compared, and why."""
    say = phrases_for(language)
    names = " / ".join(escaped(model, _NAME) for model in models)
    body = [
        "\n".join(("", bold(_titled(rows[0], language)), *_sides(rows, models, language)))
        for rows in _grouped(listing.rows, _column)
    ]
    words = [f"\n{escaped(line.removeprefix('- '))}" for line in listing.word.split("\n") if line]
    lead = [bold(say.say("listing", "compared", models=names)), *([] if body else words)]
    draft = Draft(lead, [*body, *words] if body else [], listing.citations)
    return laid_out(draft, today, say, picture)


def card_shown(card: Card, language: str, today: date) -> Shown:
    """Returns a line for each attribute; what articles disagree on stands together."""
    say = phrases_for(language)
    name = escaped(card.model, _NAME)
    if not card.rows:
        words = [say.say("listing", "card_empty", model=name)]
        names = [escaped(near, _NAME) for near in card.near]
        words += [say.say("listing", "card_near", names=", ".join(names))] if names else []
        return laid_out(Draft(words), today, say)
    by = escaped(card.developer, _NAME) if card.developer else ""
    lead = [bold(say.say("listing", "of", model=name, developer=by) if by else name)]
    body = [
        f"{bold(_titled(rows[0], language))} — {_values(rows, False, language)}"
        for rows in _grouped(card.rows, _column)
    ]
    return laid_out(Draft(lead, body, card.citations), today, say)


def _grouped(rows: Iterable[Row], key: Callable[[Row], Hashable]) -> list[list[Row]]:
    """The rows that belong together, in the order in which they first come."""
    found: dict[Hashable, list[Row]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return list(found.values())


def _column(row: Row) -> tuple[str, str | None]:
    return row.attribute, row.benchmark


def _titled(row: Row, language: str) -> str:
    return escaped(titled(*_column(row), language), _BENCHMARK)


def _of(row: Row, language: str) -> str:
    """A model with its maker."""
    name = escaped(row.model, _NAME)
    if not row.developer:
        return name
    developer = escaped(row.developer, _NAME)
    return phrases_for(language).say("listing", "of", model=name, developer=developer)


def _sides(rows: Sequence[Row], models: Sequence[str], language: str) -> Iterable[str]:
    """A line for each model: its values, or that none is stated."""
    for model in models:
        own = [row for row in rows if row.model == model]
        if own:
            yield f"{escaped(model, _NAME)} — {_values(own, False, language)}"
        else:
            say = facts.phrases_for(language)
            yield say.say("compare", "unstated", model=escaped(model, _NAME))


def _values(rows: Sequence[Row], named: bool, language: str) -> str:
    """All that is reported of one thing: with the attribute's name, and, where articles disagree, as of when."""
    joint = facts.phrases_for(language).say("joints", "semicolon")
    said = joint.join(_value(row, named, language) for row in rows)
    if not any(row.conflict for row in rows):
        return said
    return f"{phrases_for(language).say('listing', 'also')}{joint}{said}"


def _value(row: Row, named: bool, language: str) -> str:
    name = f"{_titled(row, language)} " if named else ""
    day = ""
    if row.conflict and row.as_of:
        inside = phrases_for(language).say("listing", "as_of", day=escaped(row.as_of))
        day = facts.phrases_for(language).say("joints", "brackets", inside=inside)
    return f"{name}{escaped(value_said(row, language))}{day}"


def _lines(text: str) -> list[str]:
    return [escaped(line) for line in text.split("\n") if line]
