"""Decides whether the evidence supports an answer at all: pure.

The figure is a weighted mean of four, each from 0 to 1; the threshold is read off the risk-coverage curve of
the calibration set (`python -m tests.calibrate` draws it) and stored beside this file.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

import numpy as np

from bot.answering.evidence import ELSEWHERE
from bot.answering.units import Unit
from bot.answering.windows import Window

WEIGHTS = (
    1.0,
    2.0,
    2.0,
    1.0,
)  # of coverage, names, what is asked about, and the least supported weighty word
NOTHING_ASKED = 0.9  # what counts where a question has no name, no concept, or no weighty word
SPOKEN_OF = 0.5


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a window's words, read by themselves, say of a question. `score` is from 0 to 1, the weighted mean of `parts`; `missing` are
    the units of the question that neither they nor, for names, the passage around them speak of."""

    window: Window
    score: float
    parts: tuple[float, ...]
    missing: tuple[Unit, ...]


def judge(window: Window, alone: np.ndarray, units: Sequence[Unit]) -> Verdict:
    """Judges a window; `alone` float32 [units] is the support of its text by itself.

    A name may stand in a heading or another sentence of the passage, the thing asked about may not.
    """
    around = window.evidence.around
    spoken = np.maximum(alone, ELSEWHERE * around)
    named = np.maximum(alone, around)
    weights = np.array([u.weight for u in units])
    coverage = float(weights @ spoken) / max(float(weights.sum()), 1e-6)
    names = [float(named[i]) for i, u in enumerate(units) if u.name and u.weight > 0.2]
    concepts = [float(alone[i]) for i, u in enumerate(units) if u.asked]
    weighty = [float(spoken[i]) for i, u in enumerate(units) if u.weight > 0.5]
    parts = (coverage, *(min(values, default=NOTHING_ASKED) for values in (names, concepts, weighty)))
    score = sum(w * p for w, p in zip(WEIGHTS, parts, strict=True)) / sum(WEIGHTS)
    support = [alone[i] if u.asked else named[i] for i, u in enumerate(units)]
    missing = tuple(u for u, s in zip(units, support, strict=True) if u.weight > 0.5 and s < SPOKEN_OF)
    return Verdict(window, score, parts, missing)


def read_threshold() -> float:
    """Returns the score from which a window supports an answer."""
    return float(json.loads((files("bot.answering") / "calibration.json").read_text("utf-8"))["threshold"])
