from bot.rendering.as_json import added_json, report_json
from bot.taking_in.types import Added, Copy, Stored, Superseded
from bot.types import Happenings
from bot.updating.results import added_of, without_folders
from corpus.types import Skipped, Warned
from index.sync.report import Report

NOTHING = Happenings((), ())
REPORT = Report(
    5, 60, 20, 1, 2, 1, 1, (Skipped("a.md", "it is empty"),), (Warned("b.md", "no date"),), 7, 1.5
)


def test_what_index_prints_is_read_back() -> None:
    assert added_of(report_json(REPORT), NOTHING) == Added(Stored(), REPORT, NOTHING)


def test_what_add_prints_is_read_back() -> None:
    stored = Stored(
        ("new.md",),
        (Superseded("new.md", "old.md"),),
        (Copy("c.md", "d.md"),),
        (Skipped("e.md", "a recipe"),),
    )
    added = Added(stored, REPORT, NOTHING)
    assert added_of(added_json(added), NOTHING) == added


def test_a_file_that_was_given_is_told_by_its_name() -> None:
    printed = {"skipped": [{"path": "/somewhere/else/a.md", "reason": "it is empty"}], "added": 0}
    named = {"skipped": [{"path": "a.md", "reason": "it is empty"}], "added": 0}
    assert without_folders(printed, ["/somewhere/else/a.md"]) == named
    assert without_folders(printed, ["https://example.org/a.md"]) == printed
