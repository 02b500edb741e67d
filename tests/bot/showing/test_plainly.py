from datetime import date

from hypothesis import given

from bot.showing.measures import TEXT, units
from bot.showing.plainly import plain_text
from bot.showing.replies import reply_shown
from bot.showing.types import Field, Page, Panel
from bot.types import Answer
from tests.bot.samples import QUESTION
from tests.bot.showing.hostile import HOSTILE
from tests.bot.showing.rows import cited, hostile_source, listed, row
from tests.bot.showing.strict import acts

TODAY = date(2031, 5, 25)


def test_all_of_a_page_is_told_in_its_order() -> None:
    panel = Panel("Sources", "[1] a", (Field("name", "value"),), "Understood as: a_b")
    assert plain_text(Page("The answer.", (panel,))).split("\n") == [
        "The answer.",
        "",
        "**Sources**",
        "[1] a",
        "**name**",
        "value",
        r"-# Understood as: a\_b",
    ]
    assert plain_text(Page("The answer.")) == "The answer."


def test_what_does_not_fit_is_left_out_at_the_end_of_a_line() -> None:
    for page in reply_shown(listed(300), TODAY).pages:
        text = plain_text(page)
        assert units(text) <= TEXT
        assert [kind for kind, _ in acts(text) if kind not in ("bold", "start", "link")] == []


@given(HOSTILE)
def test_nothing_acts_in_the_text_either(text: str) -> None:
    reply = Answer(
        QUESTION,
        f"x\nUnderstood as: {' '.join(text.split())}",
        (cited(source=hostile_source(text)),),
        understood={"kind": "lookup"},
        rows=(row(text + "x"),),
    )
    for page in reply_shown(reply, TODAY).pages:
        assert {kind for kind, _ in acts(plain_text(page))} <= {"link", "bold", "start"}
