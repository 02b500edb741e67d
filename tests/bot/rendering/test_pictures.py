from dataclasses import replace
from datetime import date

from bot.plotting.types import Bar
from bot.rendering.pictures import MOST, dots, panels
from bot.types import EventRow, Row

ROW = Row("Heron 7", None, "context_window", 1_000_000, "tokens", "1M tokens", "released", None, False, (1,))
EVENT = EventRow("2031-05", "Heron 7", "released", None, None, (1,))


def test_only_numbers_are_drawn_a_panel_for_each_attribute_and_unit() -> None:
    rows = [
        ROW,
        replace(ROW, attribute="licence", value="MIT"),
        replace(ROW, attribute="open_weights", value=True),
        replace(ROW, attribute="price_input", value=2, unit="USD", shown="$2"),
        replace(ROW, attribute="price_input", value=4, unit="CNY", shown="¥4"),
    ]
    assert [panel.title for panel in panels(rows)] == [
        "context window (tokens)",
        "input price (USD)",
        "input price (CNY)",
    ]


def test_what_is_only_expected_is_pale() -> None:
    drawn = panels([ROW, replace(ROW, model="Lynx 9", status="expected")])[0].bars
    assert drawn == (Bar("Heron 7", 1e6, "1M tokens"), Bar("Lynx 9", 1e6, "1M tokens", firm=False))


def test_a_note_is_drawn_and_hostile_words_are_one_short_line() -> None:
    drawn = panels([replace(ROW, model="x\n" * 100, note="Beta")])[0].bars[0]
    assert drawn.shown == "1M tokens (Beta)"
    assert len(drawn.label) <= 40
    assert "\n" not in drawn.label


def test_a_month_is_as_long_as_it_is_and_what_has_no_date_is_not_drawn() -> None:
    (drawn,) = dots([EVENT, replace(EVENT, date=None)])
    assert (drawn.first, drawn.last, drawn.firm) == (date(2031, 5, 1), date(2031, 5, 31), True)
    assert not dots([replace(EVENT, status="expected")])[0].firm


def test_of_many_only_as_many_are_drawn_as_can_be_read() -> None:
    assert len(panels([ROW] * 500)[0].bars) == MOST
    assert len(dots([EVENT] * 500)) == MOST
