"""What an answer or a refusal shows."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from bot.facts import phrases as facts
from bot.rendering.values import value_said
from bot.showing.escaping import bold, escaped
from bot.showing.pages import Draft, apart, laid_out, phrases_for
from bot.showing.types import Shown
from bot.types import Answer, Citation, NearMiss, Refusal, Row

_ITEM = re.compile(r"- |\d+\. ")
_ASKED = 300
_EVERY_ROW = ("filter", "ranking")  # kinds of query whose text may leave out items that the rows have


def reply_shown(reply: Answer | Refusal, today: date, asked: str | None = None) -> Shown:
    """Returns the answer, what it lists as a panel, its sources, and how the question was understood. `asked`
    is a question that the channel does not show, and is repeated above."""
    lines, understood = _parts(reply)
    lead, body = _divided(reply, lines)
    lead = lead or [" / ".join(dict.fromkeys(row.model for row in reply.rows))]
    above = [f"-# {escaped(asked, _ASKED)}"] if asked else []
    near = reply.near_miss if isinstance(reply, Refusal) else None
    draft = Draft(
        lead=[*above, *map(_line, _with_near(lead, near))],
        body=body,
        cited=_cited(reply),
        foot=understood,
        sources="nearest" if near else "title",
    )
    return laid_out(draft, today, phrases_for(reply.question.language))


def _parts(reply: Answer | Refusal) -> tuple[list[str], str]:
    """The lines of the text, and the one at its end that says how the question was understood."""
    lines = reply.text.split("\n")
    start = facts.phrases_for(reply.question.language).say("reply", "understood", query="").strip()
    if reply.understood is not None and lines[-1].startswith(start):
        return lines[:-1], lines[-1]
    return lines, ""


def _cited(reply: Answer | Refusal) -> Sequence[Citation]:
    if isinstance(reply, Answer):
        return reply.citations
    return (reply.near_miss.citation,) if reply.near_miss else ()


def _with_near(lines: Sequence[str], near: NearMiss | None) -> list[str]:
    """The lines with the nearest thing, and the number of its citation at their end."""
    if near is None:
        return list(lines)
    every = [*lines, *([] if near.text in "\n".join(lines) else [near.text])]
    return [*every[:-1], f"{every[-1]} [{near.citation.n}]"]


def _divided(reply: Answer | Refusal, lines: Sequence[str]) -> tuple[Sequence[str], list[str]]:
    """What leads, and from its first item on the list with what is remarked below it, as markup."""
    places = [i for i, line in enumerate(lines) if _ITEM.match(line)]
    if len(places) < 2:
        return lines, []
    items, remarks = lines[places[0] : places[-1] + 1], lines[places[-1] + 1 :]
    names = sorted({row.model for row in reply.rows}, key=len, reverse=True)
    left_out = _left_out(reply, len(places))
    listed = [_item(item, names) for item in items]
    listed += [_row(row, reply.question.language) for row in left_out]
    said = [_line(line) for line in remarks if not _says_more(line, reply, left_out)]
    return lines[: places[0]], [*listed, *apart(said)]


def _left_out(reply: Answer | Refusal, listed: int) -> list[Row]:
    """The rows of models behind the first so many, which are listed. In both, models have the same order."""
    if reply.understood is None or reply.understood["kind"] not in _EVERY_ROW:
        return []
    ranked = [row for row in reply.rows if row.rank is not None] or list(reply.rows)
    behind = set(list(dict.fromkeys(row.model for row in ranked))[listed:])
    return [row for row in ranked if row.model in behind]


def _says_more(line: str, reply: Answer | Refusal, left_out: Sequence[Row]) -> bool:
    """Whether the line says how many items the text leaves out, which are listed here."""
    count = len({row.model for row in left_out})
    return count > 0 and line == facts.phrases_for(reply.question.language).say(
        "reply", "left_out", count=count
    )


def _item(item: str, names: Iterable[str]) -> str:
    """A line of the list, with the model's name in bold where it begins with one."""
    mark = _ITEM.match(item)
    start = mark[0] if mark else ""
    rest = item[len(start) :]
    name = next((name for name in names if f"{rest} ".startswith(f"{name} ")), "")
    begun = start if start in ("- ", "") else f"{escaped(start)} "
    return begun + " ".join(part for part in (bold(escaped(name)), escaped(rest.removeprefix(name))) if part)


def _row(row: Row, language: str) -> str:
    start = f"{row.rank}\\. " if row.rank else "- "
    return f"{start}{bold(escaped(row.model))} {escaped(value_said(row, language))}"


def _line(line: str) -> str:
    """A line of the text: what begins an item there begins one here."""
    return "- " + escaped(line[2:]) if line.startswith("- ") else escaped(line)
