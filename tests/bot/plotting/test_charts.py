import struct
from datetime import date
from pathlib import Path

import pytest

from bot.plotting.charts import draw_dots, draw_panels
from bot.plotting.fonts import LATIN, fonts_for
from bot.plotting.types import Bar, Dot, Panel
from bot.types import NotDrawn

PANEL = Panel(
    "context window (tokens)", (Bar("Heron 7", 1e6, "1M tokens"), Bar("Lynx $9", 2e6, "$2 $3", firm=False))
)
UNWRITTEN = "\U0001f995\ue000"  # a dinosaur, and a character that is nobody's


def size(path: Path) -> tuple[int, int]:
    head = path.read_bytes()[:24]
    assert head.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", head[16:24])
    return width, height


def test_bars_are_drawn_higher_the_more_there_are(tmp_path: Path) -> None:
    draw_panels(tmp_path / "one.png", "t", [PANEL], print)
    draw_panels(tmp_path / "two.png", "t", [PANEL, PANEL], print)
    assert size(tmp_path / "two.png") > size(tmp_path / "one.png")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.png", "two.png"]


@pytest.mark.parametrize("last", [date(2031, 5, 31), date(2040, 1, 1)])
def test_events_are_drawn(tmp_path: Path, last: date) -> None:
    day = date(2031, 5, 1)
    draw_dots(
        tmp_path / "t.png", "t", [Dot("Heron 7", day, day), Dot("Lynx 9", day, last, firm=False)], print
    )
    assert size(tmp_path / "t.png")[0] > 1_000


def test_numbers_may_be_zero_or_below(tmp_path: Path) -> None:
    draw_panels(tmp_path / "z.png", "t", [Panel("p", (Bar("a", 0, "0"), Bar("b", -3, "-3")))], print)
    assert (tmp_path / "z.png").is_file()


def test_what_no_font_has_is_told_in_one_sentence(tmp_path: Path) -> None:
    said: list[str] = []
    draw_panels(tmp_path / "p.png", UNWRITTEN, [PANEL], said.append)
    assert len(said) == 1
    assert said[0].startswith("no font on this machine has the characters")
    assert "\ue000" in fonts_for(["a\ue000"]).lacking or not fonts_for(["a"]).lacking


def test_latin_texts_need_no_other_font() -> None:
    found = fonts_for(["Heron 7: $2.5 ≥ 1M"])
    assert (found.families, found.lacking) == ((LATIN,), frozenset())


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NotDrawn, match=r"can't be written .*check --plot"):
        draw_panels(tmp_path / "none" / "p.png", "t", [PANEL], print)


def test_a_picture_that_can_not_take_the_place_of_a_folder_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "p.png").mkdir()
    with pytest.raises(NotDrawn):
        draw_panels(tmp_path / "p.png", "t", [PANEL], print)
    assert [path.name for path in tmp_path.iterdir()] == ["p.png"]
