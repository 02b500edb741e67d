"""Answers which model has the most, the least, or the second most of something, and draws up leaderboards."""

from dataclasses import replace
from datetime import date

from bot.facts.listing import cut, joined
from bot.facts.nearest import said_plainly
from bot.facts.ranks import Group, at_rank, grouped
from bot.facts.scribe import Scribe
from bot.facts.selected import candidates
from bot.facts.types import Found, Missing, Outcome
from bot.understanding.types import Ranking
from index.catalogue.catalogue import Catalogue


def rank(query: Ranking, known: Catalogue, scribe: Scribe, as_of: date | None) -> Outcome:
    """Returns what stands at the position that is asked for, or the whole list and, apart from it, what can't
    be compared with it."""
    every, models = candidates(known, query, as_of)
    groups = grouped(every, query.descending, query.wanted.benchmark)
    named = {reported.model.key for reported in every}
    unknown = tuple(model.name for model in models if model.key not in named)
    if not groups or not groups[0].by.confirmed:
        return _nothing(query, scribe, groups, unknown)
    if query.position is None:
        return _leaderboard(query, scribe, groups, unknown)
    return _placed(query, scribe, groups, query.position, unknown)


def _nothing(query: Ranking, scribe: Scribe, groups: list[Group], unknown: tuple[str, ...]) -> Missing:
    text = scribe.phrases.say("ranking", "nothing", attribute=scribe.attribute(query.wanted))
    if not groups:
        return Missing(text, unknown=unknown)
    near = groups[0].ranked[0].reported
    return Missing(text, near.headline, said_plainly(near, scribe, other=False), unknown)


def _placed(
    query: Ranking, scribe: Scribe, groups: list[Group], position: int, unknown: tuple[str, ...]
) -> Outcome:
    first = groups[0]
    found = at_rank(first, position)
    if not found:
        return _too_few(query, scribe, first, unknown)
    rows = [scribe.first_row(reported, position) for reported in found]
    items = joined(map(scribe.item, found), len(found), scribe)
    lead = _lead(query, scribe, first, position, items)
    remarks = _apart([_best_of(group) for group in groups[1:]], first, scribe)
    return Found((lead,), tuple(rows), unknown, tuple(remarks))


def _too_few(query: Ranking, scribe: Scribe, group: Group, unknown: tuple[str, ...]) -> Missing:
    last = group.ranked[-1].reported
    attribute = _attribute(query, scribe, group)
    text = scribe.phrases.say("ranking", "too_few", attribute=attribute, count=len(group.ranked))
    return Missing(text, last.headline, said_plainly(last, scribe, other=False), unknown)


def _leaderboard(query: Ranking, scribe: Scribe, groups: list[Group], unknown: tuple[str, ...]) -> Found:
    first = groups[0]
    rows = [scribe.first_row(ranked.reported, ranked.rank) for ranked in first.ranked]
    lines = (f"{ranked.rank}. {scribe.item(ranked.reported)}" for ranked in first.ranked)
    lead = scribe.phrases.say(
        "ranking",
        "list",
        attribute=_attribute(query, scribe, first),
        direction=_direction(query, scribe, first),
    )
    remarks = _apart(groups[1:], first, scribe)
    rows += [scribe.first_row(ranked.reported) for group in groups[1:] for ranked in group.ranked]
    return Found((lead, *cut(lines, len(first.ranked), scribe)), tuple(rows), unknown, tuple(remarks))


def _best_of(group: Group) -> Group:
    return replace(group, ranked=group.ranked[:1])


def _apart(groups: list[Group], first: Group, scribe: Scribe) -> list[str]:
    """What can't be compared with the first group, with the reason."""
    lines = []
    for group in groups:
        items = joined((scribe.item(ranked.reported) for ranked in group.ranked), len(group.ranked), scribe)
        reason = _reason(group, first, scribe)
        lines.append(scribe.phrases.say("ranking", "apart", reason=reason, items=items))
    return cut(lines, len(lines), scribe)


def _reason(group: Group, first: Group, scribe: Scribe) -> str:
    if not group.by.confirmed:
        return scribe.phrases.say("ranking", "unconfirmed")
    if group.by.benchmark and group.by.benchmark != first.by.benchmark:
        return scribe.phrases.say("ranking", "other_benchmark", benchmark=group.by.benchmark.full_name)
    return scribe.phrases.say("ranking", "other_unit", unit=group.by.unit)


def _lead(query: Ranking, scribe: Scribe, group: Group, position: int, items: str) -> str:
    attribute = _attribute(query, scribe, group)
    if position > 1:
        direction = _direction(query, scribe, group)
        return scribe.phrases.say(
            "ranking", "placed", position=position, attribute=attribute, direction=direction, found=items
        )
    words = ("latest", "earliest") if _by_day(group) else ("highest", "lowest")
    return scribe.phrases.say("ranking", words[not query.descending], attribute=attribute, found=items)


def _attribute(query: Ranking, scribe: Scribe, group: Group) -> str:
    """The attribute with the benchmark as it is ranked, which may be named more exactly than it was asked."""
    return scribe.attribute(group.ranked[0].reported.wanted if query.wanted.benchmark else query.wanted)


def _direction(query: Ranking, scribe: Scribe, group: Group) -> str:
    words = ("newest", "oldest") if _by_day(group) else ("descending", "ascending")
    return scribe.phrases.say("ranking", words[not query.descending])


def _by_day(group: Group) -> bool:
    return group.ranked[0].reported.headline.fact.value.day is not None
