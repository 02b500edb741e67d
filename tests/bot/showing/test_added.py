from datetime import date

from bot.showing.added import added_shown
from bot.taking_in.types import Added, Copy, Stored, Superseded
from bot.types import Happenings
from corpus.types import Skipped, Warned
from index.sync.report import Report
from tests.bot.showing.rows import cited, event

TODAY = date(2031, 5, 25)
REPORT = Report(2, 9, 4, 1, 1, 0, 0, (Skipped("s.md", "It is empty."),), (Warned("k.md", "Odd."),), 3, 0.51)


def test_an_update_tells_the_counts_each_article_and_what_became_known() -> None:
    stored = Stored(
        taken=("k_1.md",),
        superseded=(Superseded("k.md", "k.1.md"),),
        copies=(Copy("https://b.example/", "k.md"),),
        set_aside=(Skipped("pie.md", "No model."),),
        failed=(Skipped("x.md", "Not found."),),
    )
    shown = added_shown(Added(stored, REPORT, Happenings((event(),), (cited(),))), "en", TODAY)
    (page,) = shown.pages
    assert page.text.split("\n") == [
        "2 articles, 9 passages, 4 facts (generation 3)",
        "1 added, 1 updated, 0 unchanged, 0 removed in 0.5 s",
    ]
    assert page.panels[0].description.split("\n") == [
        r"Taken in: k\_1.md",
        "New version: k.md; the earlier one is kept as k.1.md",
        r"There already: https\://b.example/, as k.md",
        "Set aside: pie.md: No model.",
        "Not taken in: x.md: Not found.",
        "Skipped: s.md: It is empty.",
        "Note: k.md: Odd.",
        "**What became known**",
        "**2031-05-04** · Quartz 7 — released [1]",
    ]
    assert page.panels[1].title == "Sources"


def test_an_update_that_did_nothing_is_two_lines() -> None:
    quiet = Report(2, 9, 4, 0, 0, 2, 0, (), (), 3, 0.1)
    (page,) = added_shown(Added(Stored(), quiet), "zh", TODAY).pages
    assert page.panels == ()
