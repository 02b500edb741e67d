from pathlib import Path

import pytest

from corpus.types import ArticleFile, Source
from index.store.manifest import Entry
from index.sync.plan import GROWTH, SMALL, distinct, make_plan, to_merge
from tests.index.index_helpers import NOW

FOLDER = Path("/news")


def file(name: str, digest: str = "d", folder: Path = FOLDER) -> ArticleFile:
    return ArticleFile(folder, f"{name}.md", name, digest)


def entries(*names: str, digest: str = "d", folder: Path = FOLDER) -> dict[str, Entry]:
    return {n: Entry(Source(n, f"{n}.md", n, "en"), str(folder), digest, "s", 3, NOW) for n in names}


def test_files_are_compared_by_digest() -> None:
    known = entries("same", "changed", "gone")
    plan = make_plan([file("same"), file("changed", "other"), file("new")], known, rebuild=False)
    assert [f.article for f in plan.added] == ["new"]
    assert [f.article for f in plan.changed] == ["changed"]
    assert (plan.unchanged, plan.removed) == (("same",), ("gone",))


def test_a_rebuild_reads_everything() -> None:
    plan = make_plan([file("same"), file("new")], entries("same", "gone"), rebuild=True)
    assert [f.article for f in (*plan.added, *plan.changed)] == ["new", "same"]
    assert (plan.unchanged, plan.removed) == ((), ("gone",))


def test_a_file_that_lies_elsewhere_now_is_read_again_since_its_citations_name_the_place() -> None:
    plan = make_plan([file("a", folder=Path("/other"))], entries("a"), rebuild=False)
    assert [f.article for f in plan.changed] == ["a"]


def test_nothing_is_nothing_to_do() -> None:
    plan = make_plan([], {}, rebuild=False)
    assert (plan.added, plan.changed, plan.unchanged, plan.removed) == ((), (), (), ())


def test_articles_of_several_folders_get_names_of_their_own_in_the_order_of_the_folders() -> None:
    found = distinct([file("a"), file("a", folder=Path("/b")), file("a", folder=Path("/c")), file("b")])
    assert [f.article for f in found] == ["a", "a-2", "a-3", "b"]
    assert [f.path for f in found] == ["a.md", "a.md", "a.md", "b.md"]


def test_a_name_that_is_taken_already_is_not_given_again() -> None:
    found = distinct([file("a-2"), file("a"), file("a", folder=Path("/b"))])
    assert len({f.article for f in found}) == 3


@pytest.mark.parametrize(
    ("live", "rows", "new", "merged"),
    [
        ({}, {}, 10, []),
        ({"s": 100}, {"s": 100}, 0, []),  # nothing new: nothing is rewritten
        ({"s": 100}, {"s": 100}, 1, ["s"]),
        ({"s": 100_000}, {"s": 100_000}, 10, []),
        ({"s": 100_000}, {"s": 100_000}, 50_000, ["s"]),
        ({"s": 40}, {"s": 100}, 0, ["s"]),  # more than half is dead
        ({"s": 0}, {"s": 100}, 0, ["s"]),
        ({"big": 100_000, "small": 300}, {"big": 100_000, "small": 300}, 5, ["small"]),
    ],
)
def test_segments_are_merged_when_small_or_wasted(
    live: dict[str, int], rows: dict[str, int], new: int, merged: list[str]
) -> None:
    assert to_merge(live, rows, new) == merged


def test_many_small_updates_leave_few_segments_and_rewrite_each_row_seldom() -> None:
    segments: dict[str, int] = {}
    written = 0
    for number in range(2000):
        merged = to_merge(segments, segments, 10)
        size = 10 + sum(segments.pop(name) for name in merged)
        segments[f"s{number}"] = size
        written += size
    assert sum(segments.values()) == 20_000
    assert len(segments) <= 8
    assert written < 20_000 * (SMALL / 10 / 2 + GROWTH * 10)
