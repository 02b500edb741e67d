"""Lines with verdicts: their score, and what may be committed of them."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "verdicts"
VERDICTS = ("right", "wrong", "unsure")
_WORDS_OF_THE_ARTICLE = ("quote", "context")


class BadVerdicts(Exception):
    """A file of verdicts can't be used; the message says what to mend."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many facts were judged, and how; `unsure` ones count as wrong in `precision`."""

    right: int
    wrong: int
    unsure: int

    @property
    def precision(self) -> float:
        """The share of right ones, from 0 to 1; 0 of nothing is 0."""
        judged = self.right + self.wrong + self.unsure
        return self.right / judged if judged else 0.0


def read_verdicts(path: Path) -> list[dict[str, Any]]:
    """Reads a file of lines with verdicts. Raises BadVerdicts, also where a verdict is missing."""
    try:
        numbered = enumerate(path.read_text("utf-8-sig").splitlines(), 1)
        lines = [(n, json.loads(line)) for n, line in numbered if line.strip()]
    except (OSError, ValueError) as error:
        raise BadVerdicts(f"{path} can't be read: {error}") from error
    for n, line in lines:
        if not isinstance(line, dict) or line.get("verdict") not in VERDICTS:
            raise BadVerdicts(f'{path}, line {n}: "verdict" must be one of {", ".join(VERDICTS)}')
    return [line for _, line in lines]


def score(lines: Sequence[dict[str, Any]]) -> Score:
    """Counts the verdicts."""
    counts = Counter(line["verdict"] for line in lines)
    return Score(*(counts[name] for name in VERDICTS))


def bare(line: dict[str, Any]) -> dict[str, Any]:
    """A line without the article's words, which may be committed whosever the article is."""
    return {key: value for key, value in line.items() if key not in _WORDS_OF_THE_ARTICLE}
