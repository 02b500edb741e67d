"""The calibration as it is stored beside the gate, and its table in the documentation."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import bot.answering
from tests.evaluation.curve import Curve, Point, choose, table

STORED = Path(bot.answering.__path__[0]) / "calibration.json"
DOCUMENT = Path(__file__).parents[2] / "docs" / "calibration.md"
_FENCE = "```text\n"


def as_json(curve: Curve) -> str:
    """Returns the threshold that the curve gives and the curve, one line a threshold."""
    rows = ",\n".join(f"    {json.dumps(_row(threshold, curve))}" for threshold in sorted(curve))
    return f'{{\n  "threshold": {choose(curve)},\n  "curve": [\n{rows}\n  ]\n}}\n'


def read(text: str) -> tuple[float, Curve]:
    """Returns a stored threshold and its curve."""
    value = json.loads(text)
    return float(value["threshold"]), dict(_read_row(row) for row in value["curve"])


def with_table(document: str, curve: Curve) -> str:
    """Returns a document with the table in its first text block replaced by the curve's."""
    before, _, rest = document.partition(_FENCE)
    _, fence, after = rest.partition("```")
    return f"{before}{_FENCE}{table(curve)}\n{fence}{after}"


def _row(threshold: float, curve: Curve) -> dict[str, Any]:
    return {"threshold": threshold} | {name: asdict(point) for name, point in curve[threshold].items()}


def _read_row(row: Mapping[str, Any]) -> tuple[float, dict[str, Point]]:
    points = {name: Point(**value) for name, value in row.items() if name != "threshold"}
    return float(row["threshold"]), points
