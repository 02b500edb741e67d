"""Holds an answer's JSON against what is expected of it: pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from tests.evaluation.articles import supports
from tests.evaluation.scoring import FIRST, squeezed
from tests.evaluation.typed.library import Library
from tests.evaluation.typed.rows import cited, matches, strays
from tests.evaluation.typed.same import folded_model
from tests.evaluation.typed.types import Expected, Judged, Reply, Row, TypedQuestion, WantedRow
from tests.evaluation.typed.written import holds_value

FIRST_OF_LIST = 1500  # characters of a list or a comparison that have to hold what was asked


def judge(asked: TypedQuestion, reply: Reply, library: Library, seconds: float = 0.0) -> Judged:
    """Judges a reply."""
    languages = "+".join(library.languages(asked.expected.supports)) or "none"
    faults = tuple(_faults(asked.expected, reply, library))
    return Judged(asked, reply, faults, f"{asked.language}->{languages}", seconds)


def _faults(expected: Expected, reply: Reply, library: Library) -> Iterator[str]:
    if (reply["outcome"] == "answered") != expected.answered:
        yield f"it is {reply['outcome']}"
        return
    if not expected.answered:
        return
    yield from _citation_faults(reply, library)
    yield from _text_faults(expected, reply)
    for wanted in expected.rows:
        yield from _row_faults(wanted, expected, reply)
    if not expected.conflict:
        for row in strays(expected.rows, reply["rows"]):
            yield f"{row['model']} is given {row['attribute']} {row['value']} too"
    yield from _model_faults(expected, reply["rows"])
    yield from _conflict_faults(expected, reply["rows"])
    for name in expected.unknown:
        if folded_model(name) not in map(folded_model, reply["unknown"]):
            yield f"{name} is not among the unknown ones"


def _citation_faults(reply: Reply, library: Library) -> Iterator[str]:
    for citation in reply["citations"]:
        for span in (citation, *citation["context"]):
            if not library.is_verbatim(span, citation["path"]):
                yield f"citation {citation['n']} is not verbatim: {span['quote']!r}"
    for row in reply["rows"]:
        if not cited(row, reply):
            yield f"a row about {row['model']} has no citation"


def _text_faults(expected: Expected, reply: Reply) -> Iterator[str]:
    """Without a row, any citation must be of an article that supports the answer."""
    bare = squeezed(reply["text"][: FIRST_OF_LIST if len(reply["rows"]) > 1 else FIRST])
    for group in expected.text:
        if not any(squeezed(one) in bare for one in group):
            yield f"the text lacks {'|'.join(group)}"
    if not expected.rows and not any(supports(c["path"], expected.supports) for c in reply["citations"]):
        yield "no citation is of an article that supports it"


def _row_faults(wanted: WantedRow, expected: Expected, reply: Reply) -> Iterator[str]:
    found = [row for row in reply["rows"] if matches(wanted, row)]
    if not found:
        yield f"no row has {_shown(wanted)}"
    elif not any(_is_supported(wanted, row, expected.supports, reply) for row in found):
        yield f"no citation holds {_shown(wanted)}"


def _is_supported(wanted: WantedRow, row: Row, articles: Sequence[str], reply: Reply) -> bool:
    """131,072 where 128K is wanted is cited as what it is."""
    either = (wanted, replace(wanted, value=row["value"])) if _is_number(wanted) else (wanted,)
    return any(
        supports(citation["path"], articles) and any(holds_value(_words(citation), one) for one in either)
        for citation in cited(row, reply)
    )


def _is_number(wanted: WantedRow) -> bool:
    return isinstance(wanted.value, int | float) and not isinstance(wanted.value, bool)


def _words(citation: dict[str, Any]) -> str:
    return "\n".join(str(span["quote"]) for span in (citation, *citation["context"]))


def _model_faults(expected: Expected, rows: Sequence[Row]) -> Iterator[str]:
    named = [folded_model(row["model"]) for row in rows]
    for name in expected.models:
        if folded_model(name) not in named:
            yield f"{name} has no row"
    if expected.first and (not named or named[0] != folded_model(expected.first)):
        yield f"{expected.first} is not the first"
    places = [named.index(name) if name in named else -1 for name in map(folded_model, expected.order)]
    if -1 in places or places != sorted(places):
        yield f"not in the order {', '.join(expected.order)}"
    if expected.only:
        yield from _others(expected.named, rows)


def _others(names: Iterable[str], rows: Sequence[Row]) -> Iterator[str]:
    known = set(map(folded_model, names))
    others = {row["model"] for row in rows if folded_model(row["model"]) not in known}
    if others:
        yield f"there are rows about {', '.join(sorted(others))}"


def _conflict_faults(expected: Expected, rows: Sequence[Row]) -> Iterator[str]:
    if expected.conflict is None:
        return
    about = [row for row in rows if any(matches(wanted, row) for wanted in expected.rows)]
    if any(row.get("conflict") for row in about) != expected.conflict:
        yield "no disagreement is shown" if expected.conflict else "a disagreement is shown"


def _shown(wanted: WantedRow) -> str:
    what = wanted.benchmark or wanted.attribute
    return " ".join(
        str(part) for part in (wanted.model, what, wanted.value, wanted.status) if part is not None
    )
