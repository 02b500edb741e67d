import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.showing.breaking import broken, packed
from bot.showing.escaping import escaped
from bot.showing.measures import units
from tests.bot.showing.hostile import HOSTILE
from tests.bot.showing.strict import acts

LINK = "[a title](https://news.example/a/very/long/path)"


@given(HOSTILE, st.integers(40, 120))
def test_a_broken_line_fits_loses_nothing_and_acts_in_no_way(text: str, most: int) -> None:
    line = escaped(text)
    parts = broken(line, most)
    assert all(units(part) <= most for part in parts)
    assert all(acts(part) == [] for part in parts)
    assert _letters("".join(parts)) == _letters(line)


@pytest.mark.parametrize("most", range(60, 75))
def test_a_link_a_bold_name_and_a_number_stay_whole(most: int) -> None:
    line = f"word, {LINK} **A bold name** is here [12][13] and there"
    parts = broken(line, most)
    assert any(LINK in part for part in parts)
    assert any("**A bold name**" in part for part in parts)
    assert any("[12]" in part for part in parts)


def test_a_line_is_broken_at_a_pause() -> None:
    assert broken("one two three four", 11) == ["one two", "three four"]
    assert broken("一二三。四五六", 6) == ["一二三。", "四五六"]


def test_what_follows_a_break_begins_no_list() -> None:
    assert broken("abcdef - ghi", 8) == ["abcdef", r"\- ghi"]


def test_pages_hold_so_many_units_and_rows() -> None:
    assert packed(["aaa", "bbb", "ccc"], 7) == [["aaa", "bbb"], ["ccc"]]
    assert packed(["a", "b", "c"], 100, 2) == [["a", "b"], ["c"]]
    assert packed(["abcdefgh"], 5) == [["abcd"], ["efgh"]]
    assert packed([], 4) == []


def _letters(text: str) -> str:
    return "".join(text.replace("\\", "").split())
