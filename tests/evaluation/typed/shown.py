"""Shows what came of typed questions, to people and to scripts: pure."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from tests.evaluation.typed.figures import TypedFigures, grouped
from tests.evaluation.typed.types import Judged

_HEAD = (
    f"{'questions':<20}{'right':>18}{'refused':>12}{'refused':>16}\n{'':<20}{'':>18}{'answerable':>12}"
    f"{'unanswerable':>16}"
)


def as_text(judged: Sequence[Judged], verbose: bool) -> str:
    """Returns a table; before it, where `verbose`, what went wrong."""
    lines = [_wrong(one) for one in judged if not one.right] if verbose else []
    lines.append(_HEAD)
    for group in grouped(judged).values():
        lines += [_line(name, figures) for name, figures in group.items()]
        lines.append("")
    seconds = sum(one.seconds for one in judged) / len(judged)
    lines.append("right: all that is expected holds, and the citations bear it out")
    return "\n".join([*lines, f"{len(judged)} questions, {seconds:.3f} s each"])


def as_json(judged: Sequence[Judged], verbose: bool) -> str:
    """Returns one JSON object on one line."""
    value = {
        "figures": {
            group: {name: asdict(figures) for name, figures in found.items()}
            for group, found in grouped(judged).items()
        },
        "wrong": [
            {"id": one.asked.id, "faults": one.faults, "reply": one.reply}
            for one in judged
            if verbose and not one.right
        ],
        "seconds_per_question": round(sum(one.seconds for one in judged) / len(judged), 4),
    }
    return json.dumps(value, ensure_ascii=False)


def _line(name: str, found: TypedFigures) -> str:
    right = f"{found.right:.1%} of {found.answerable}" if found.answerable else "-"
    refused = f"{found.answerable_refused:.1%}" if found.answerable else "-"
    rightly = f"{found.unanswerable_refused:.1%} of {found.unanswerable}" if found.unanswerable else "-"
    return f"{name:<20}{right:>18}{refused:>12}{rightly:>16}"


def _wrong(one: Judged) -> str:
    faults = "; ".join(one.faults)
    return f"{one.asked.id} {one.asked.kind}: {one.asked.question}\n  {faults}\n  {one.reply['text']}\n"
