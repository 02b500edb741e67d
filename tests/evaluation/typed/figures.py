"""Sums up what came of typed questions: pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tests.evaluation.typed.types import Judged


@dataclass(frozen=True, slots=True)
class TypedFigures:
    """Counts, and shares from 0 to 1 (0 of nothing is 0). `right` is of the answerable ones."""

    answerable: int
    unanswerable: int
    right: float
    answerable_refused: float
    unanswerable_refused: float


def typed_figures(judged: Sequence[Judged]) -> TypedFigures:
    """Sums up."""
    can = [one for one in judged if one.asked.expected.answered]
    cannot = [one for one in judged if not one.asked.expected.answered]
    return TypedFigures(
        answerable=len(can),
        unanswerable=len(cannot),
        right=_share(one.right for one in can),
        answerable_refused=_share(not one.answered for one in can),
        unanswerable_refused=_share(not one.answered for one in cannot),
    )


def grouped(judged: Sequence[Judged]) -> dict[str, dict[str, TypedFigures]]:
    """All of them, those on articles in another language than the question's, by kind, by language pair."""
    across = [one for one in judged if is_cross(one)]
    return {
        "all": {"all": typed_figures(judged), "across languages": typed_figures(across)},
        "kinds": _by(judged, lambda one: one.asked.kind),
        "pairs": _by(judged, lambda one: one.pair),
    }


def is_cross(one: Judged) -> bool:
    """Whether the articles that support an answer are all in another language than the question."""
    articles = one.pair.partition("->")[2].split("+")
    return articles != ["none"] and one.asked.language.removesuffix("-Hant") not in articles


def _by(judged: Sequence[Judged], key: Callable[[Judged], str]) -> dict[str, TypedFigures]:
    names = sorted({key(one) for one in judged})
    return {name: typed_figures([one for one in judged if key(one) == name]) for name in names}


def _share(said: Iterable[bool]) -> float:
    values = list(said)
    return round(sum(values) / len(values), 4) if values else 0.0
