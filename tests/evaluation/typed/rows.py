"""When a row is the one that is wanted, and when it contradicts it: pure."""

from collections.abc import Iterator, Sequence
from typing import Any

from tests.evaluation.typed.same import DATES, alternatives, fold, folded_model, same_value
from tests.evaluation.typed.types import Reply, Row, WantedRow


def matches(wanted: WantedRow, row: Row) -> bool:
    """Says whether a row is the one that is wanted."""
    return (
        is_about(wanted, row)
        and (wanted.value is None or same_value(wanted.value, row["value"], wanted.attribute))
        and wanted.unit in (None, row.get("unit"))
        and (wanted.status is None or row.get("status") in alternatives(wanted.status))
    )


def is_about(wanted: WantedRow, row: Row) -> bool:
    """Says whether a row says something of the same model, attribute and benchmark."""
    return (
        folded_model(wanted.model) == folded_model(row["model"])
        and wanted.attribute in (None, row["attribute"])
        and (wanted.benchmark is None or fold(wanted.benchmark) == fold(benchmark_of(row)))
    )


def strays(wanted: Sequence[WantedRow], rows: Sequence[Row]) -> Iterator[Row]:
    """Yields rows that give another value where the values are known; what is only less exact is none."""
    for row in rows:
        about = [one for one in wanted if _is_single(one) and is_about(one, row)]
        if about and row["value"] is not None and not any(_agrees(one, row) for one in about):
            yield row


def cited(row: Row, reply: Reply) -> list[dict[str, Any]]:
    """The citations that a row points to."""
    return [citation for citation in reply["citations"] if citation["n"] in row["citations"]]


def benchmark_of(row: Row) -> str:
    """A row's benchmark with version and variant."""
    return str(row.get("benchmark") or "")


def _is_single(wanted: WantedRow) -> bool:
    return wanted.attribute is not None and wanted.value is not None and not isinstance(wanted.value, list)


def _agrees(wanted: WantedRow, row: Row) -> bool:
    value = wanted.value
    if wanted.attribute in DATES and isinstance(value, str) and value.startswith(str(row["value"])):
        return True
    return value is not None and same_value(value, row["value"], wanted.attribute)
