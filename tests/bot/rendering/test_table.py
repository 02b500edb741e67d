import pytest
from wcwidth import wcswidth

from bot.rendering.table import table

ROWS = [["Heron 7", "1M tokens", "[1]"], ["苍鹭七号", "一百万", "[2]"], ["é́́ (marked)", "", "[3]"]]


def test_columns_start_at_the_same_cell_where_chinese_and_latin_mix() -> None:
    lines = table(["Model", "窗口", ""], ROWS).splitlines()
    starts = {
        wcswidth(line[: line.index(mark)])
        for line, mark in zip(lines[2:], ("[1]", "[2]", "[3]"), strict=True)
    }
    assert len(starts) == 1


@pytest.mark.parametrize("width", [200, 40, 24, 20, 11, 3, 1])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    long = [["模型" * 30, "x" * 50, "[1]"], *ROWS]
    lines = table(["Model", "Value", "Sources"], long, width).splitlines()
    assert len(lines) == len(long) + 2
    assert max(map(wcswidth, lines)) <= max(width, 1)


def test_the_widest_column_is_cut_first() -> None:
    lines = table(["Model", "Value"], [["x" * 60, "short"]], 40).splitlines()
    assert lines[2].endswith("short")
    assert "…" in lines[2]


def test_nothing_in_a_cell_acts_on_the_terminal_or_breaks_its_line() -> None:
    shown = table(["a\nb"], [["x\x1b[2J\u202ey\n\tz"]])
    assert len(shown.splitlines()) == 3
    assert not {"\x1b", "\u202e", "\t"} & set(shown)
