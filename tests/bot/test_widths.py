import pytest

from bot.widths import cells, clipped, graphemes


def test_a_wide_character_is_not_cut_in_half() -> None:
    assert clipped("模型名称", 4) == "模…"
    assert cells(clipped("模型名称", 6)) <= 6
    assert clipped("short", 5) == "short"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a模", ["a", "模"]),
        ("e\u0301x", ["e\u0301", "x"]),
        ("👨\u200d👩\u200d👧!", ["👨\u200d👩\u200d👧", "!"]),
        ("🇨🇳🇺🇸", ["🇨🇳", "🇺🇸"]),
        ("", []),
    ],
)
def test_what_is_seen_as_one_character_is_one_grapheme(text: str, found: list[str]) -> None:
    assert graphemes(text) == found
