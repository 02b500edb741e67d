from datetime import date

from hypothesis import given

from bot.showing.events import happenings_shown
from bot.types import Happenings
from tests.bot.showing.hostile import HOSTILE
from tests.bot.showing.rows import cited, event, hostile_source
from tests.bot.showing.strict import acts, check_limits, texts

TODAY = date(2031, 5, 25)


def test_an_event_has_a_line_with_its_day_and_what_changed() -> None:
    changed = event(what="context window changed", before="1M", after="9M", date=None)
    added = event(what="licence added", after="MIT")
    shown = happenings_shown(Happenings((event(), changed, added), (cited(),)), "Since May", "en", TODAY)
    (page,) = shown.pages
    assert page.text == "**Since May**"
    assert page.panels[0].description.split("\n") == [
        "**2031-05-04** · Quartz 7 — released [1]",
        "**date unknown** · Quartz 7 — context window changed — 1M → 9M [1]",
        "**2031-05-04** · Quartz 7 — licence added — MIT [1]",
    ]


def test_that_nothing_happened_is_said() -> None:
    assert (
        happenings_shown(Happenings((), ()), "", "zh", TODAY).pages[0].text
        == "没有文章提到这段时间内的事件。"
    )


@given(HOSTILE)
def test_nothing_of_an_event_acts(text: str) -> None:
    told = event(model=text, what=text, before=text, after=text, date=text)
    found = Happenings((told,), (cited(source=hostile_source(text)),))
    shown = happenings_shown(found, text, "en", TODAY)
    check_limits(shown)
    every = [a for page in (*shown.pages, *shown.sources) for t in texts(page) for a in acts(t)]
    assert {kind for kind, _ in every} <= {"link", "bold"}
