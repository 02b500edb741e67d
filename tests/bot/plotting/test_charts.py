import struct
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import matplotlib
import pytest

from bot.plotting.charts import draw_dots, draw_panels
from bot.plotting.fonts import LATIN, fonts_for
from bot.plotting.types import Bar, Dot, Panel

PANEL = Panel(
    "context window (tokens)", (Bar("Heron 7", 1e6, "1M tokens"), Bar("Lynx $9", 2e6, "$2 $3", firm=False))
)
UNWRITTEN = "\U0001f995\ue000"  # a dinosaur, and a character that is nobody's


def size(data: bytes) -> tuple[int, int]:
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def test_bars_are_drawn_higher_the_more_there_are() -> None:
    assert size(draw_panels("t", [PANEL, PANEL], print)) > size(draw_panels("t", [PANEL], print))


@pytest.mark.parametrize("last", [date(2031, 5, 31), date(2040, 1, 1)])
def test_events_are_drawn(last: date) -> None:
    day = date(2031, 5, 1)
    drawn = draw_dots("t", [Dot("Heron 7", day, day), Dot("Lynx 9", day, last, firm=False)], print)
    assert size(drawn)[0] > 1_000


def test_numbers_may_be_zero_or_below() -> None:
    assert size(draw_panels("t", [Panel("p", (Bar("a", 0, "0"), Bar("b", -3, "-3")))], print))


def test_pictures_are_drawn_alike_in_several_threads_at_once() -> None:
    before = dict(matplotlib.rcParams)
    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(lambda _: draw_panels("t", [PANEL], print), range(8)))
    assert set(drawn) == {draw_panels("t", [PANEL], print)}
    assert dict(matplotlib.rcParams) == before


@pytest.mark.filterwarnings("error")
def test_what_no_font_has_is_told_in_one_sentence() -> None:
    said: list[str] = []
    draw_panels(UNWRITTEN, [PANEL], said.append)
    assert len(said) == 1
    assert said[0].startswith("no font on this machine has the characters")
    assert "\ue000" in fonts_for(["a\ue000"]).lacking or not fonts_for(["a"]).lacking


def test_latin_texts_need_no_other_font() -> None:
    found = fonts_for(["Heron 7: $2.5 ≥ 1M"])
    assert (found.families, found.lacking) == ((LATIN,), frozenset())
