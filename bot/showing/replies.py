"""What an answer or a refusal shows."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from bot.facts import phrases as facts
from bot.rendering.values import value_said
from bot.showing.escaping import bold, escaped
from bot.showing.pages import Draft, laid_out, phrases_for
from bot.showing.types import Shown
from bot.types import Answer, Citation, NearMiss, Refusal, Row

_ITEM = re.compile(r"- |\d+\. ")
_ASKED = 300
_EVERY_ROW = ("filter", "ranking")  # kinds of query whose text may leave out items that the rows have


def reply_shown(reply: Answer | Refusal, today: date, asked: str | None = None) -> Shown:
    """Returns the answer, what it lists as a panel, its sources, and how the question was understood. `asked`
    is a question that the channel does not show, and is repeated above."""
    lines, understood = _parts(reply)
    items = [line for line in lines if _ITEM.match(line)]
    listed = _listed(reply, items) if len(items) > 1 else []
    lead = [line for line in lines if not (listed and (_ITEM.match(line) or _says_more(line, reply, items)))]
    lead = lead or [" / ".join(dict.fromkeys(row.model for row in reply.rows))]
    above = [f"-# {escaped(asked, _ASKED)}"] if asked else []
    near = reply.near_miss if isinstance(reply, Refusal) else None
    draft = Draft(
        lead=[*above, *map(_line, _with_near(lead, near))],
        body=listed,
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


def _listed(reply: Answer | Refusal, items: Sequence[str]) -> list[str]:
    """The items of the list, and those that its text leaves out."""
    names = sorted({row.model for row in reply.rows}, key=len, reverse=True)
    shown = [_item(item, names) for item in items]
    return shown + [_row(row, reply.question.language) for row in _left_out(reply, items)]


def _left_out(reply: Answer | Refusal, items: Sequence[str]) -> list[Row]:
    """The rows of models that stand behind those of the items. In both, models have the same order."""
    if reply.understood is None or reply.understood["kind"] not in _EVERY_ROW:
        return []
    ranked = [row for row in reply.rows if row.rank is not None] or list(reply.rows)
    behind = set(list(dict.fromkeys(row.model for row in ranked))[len(items) :])
    return [row for row in ranked if row.model in behind]


def _says_more(line: str, reply: Answer | Refusal, items: Sequence[str]) -> bool:
    """Whether the line says how many items the text leaves out, which are listed here."""
    left = len({row.model for row in _left_out(reply, items)})
    more = facts.phrases_for(reply.question.language).say("reply", "left_out", count=left)
    return left > 0 and line == more


def _item(item: str, names: Iterable[str]) -> str:
    """An item with the model's name in bold where it begins with one."""
    mark = _ITEM.match(item)
    start, rest = (mark[0], item[mark.end() :]) if mark else ("", item)
    name = next((name for name in names if rest.startswith(f"{name} ")), "")
    strong = f"{bold(escaped(name))} " if name else ""
    number = escaped(start) + " " if start[0].isdigit() else start
    return number + strong + escaped(rest.removeprefix(name) if name else rest)


def _row(row: Row, language: str) -> str:
    start = f"{row.rank}\\. " if row.rank else "- "
    return f"{start}{bold(escaped(row.model))} {escaped(value_said(row, language))}"


def _line(line: str) -> str:
    """A line of the text: what begins an item there begins one here."""
    return "- " + escaped(line[2:]) if line.startswith("- ") else escaped(line)
