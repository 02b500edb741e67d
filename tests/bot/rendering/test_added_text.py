from datetime import date

from bot.rendering.added_text import added_text, set_aside_text
from bot.taking_in.types import Added, Copy, Stored, Superseded
from corpus.intake.ledger import SetAside
from corpus.types import Skipped, Warned
from index.sync.report import Report

REPORT = Report(2, 9, 4, 1, 1, 0, 0, (), (Warned("k.md", "Odd."),), 3, 0.51)


def test_each_offer_is_told_and_then_the_report() -> None:
    stored = Stored(
        taken=("k.md",),
        superseded=(Superseded("k.md", ".versions/k.1.md"),),
        copies=(Copy("https://b.example/\x1b[2J", "k.md"),),
        set_aside=(Skipped("pie.md", "No model."),),
        failed=(Skipped("x.md", "It is empty."),),
        warnings=(Warned("k.md", "Odd."), Warned("k.md", "An instruction.")),
    )
    assert added_text(Added(stored, REPORT), None).splitlines() == [
        "taken in: k.md",
        "superseded: k.md; its earlier version is .versions/k.1.md",
        "there already: https://b.example/\ufffd[2J, as k.md",
        "set aside: pie.md: No model.",
        "2 articles, 9 passages, 4 facts (1 added, 1 updated, 0 unchanged, 0 removed) in 0.5 s; generation 3",
        "warning: k.md: Odd.",
        "warning: k.md: An instruction.",
        "skipped: x.md: It is empty.",
    ]


def test_what_was_set_aside_is_told_with_its_address_and_the_reason() -> None:
    one = SetAside("https://a.example/pie", "Pie", "No model.", date(2026, 3, 1))
    assert set_aside_text([one]) == "Pie\n    https://a.example/pie, 2026-03-01: No model."
    assert set_aside_text([]) == "Nothing was set aside."
