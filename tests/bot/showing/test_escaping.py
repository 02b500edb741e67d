import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.showing.escaping import cut, escaped, label, neutral, unlisted
from bot.showing.measures import units
from bot.widths import graphemes
from tests.bot.showing.hostile import HOSTILE
from tests.bot.showing.strict import acts


@given(HOSTILE)
def test_whatever_is_written_nothing_acts(text: str) -> None:
    assert acts(escaped(text)) == []
    assert acts(f"- {escaped(text)}") in ([("start", "- ")], [("start", "-  ")])
    assert acts(f"**{escaped('x' + text)}** said {escaped(text)}")[1:] == []


@given(HOSTILE)
def test_a_label_can_not_end_its_link(text: str) -> None:
    shown = label(text, 100) or "x"
    assert acts(f"[{shown}](https://a.example/b)") == [("link", "https://a.example/b")]


@given(HOSTILE, st.integers(1, 60))
def test_what_is_cut_fits_and_tears_no_grapheme(text: str, most: int) -> None:
    whole = neutral(text)
    shown = cut(whole, most)
    assert units(shown) <= most
    kept = shown.removesuffix("…") if shown != whole else shown
    assert graphemes(whole)[: len(graphemes(kept))] == graphemes(kept)


@pytest.mark.parametrize(
    "text",
    [
        "GPT-5.3-Codex",
        "Claude Opus 4.6: context window 1M tokens [1][2]",
        "~37B active, 2.5 (expected; preview), $3 / 1M tokens",
        "| cell | cell |",
        "模型（预览版） [12]",
        "9:30, a: b",
        "👩\u200d🚀",
        "می\u200cخواهم",
    ],
)
def test_what_acts_in_no_way_stays_as_it_is_typed(text: str) -> None:
    assert escaped(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("@everyone", "＠everyone"),
        ("<@1>", r"\<\@1\>"),
        ("a_b*c", r"a\_b\*c"),
        ("[x](http://a.example)", r"\[x]\(http\://a.example)"),
        ("[1](http://a.example)", r"[1]\(http\://a.example)"),
        ("discord.gg/abc", r"discord.gg\/abc"),
        (":tada:", r"\:tada:"),
        ("1. one", r"1\. one"),
        ("- one", r"\- one"),
        ("-# small", r"-\# small"),
        ("a\nb\tc", "a b c"),
        ("a\u202eb\u200bc", "abc"),
        ("GP\u200dT", "GPT"),
        ("||x||", r"\|\|x\|\|"),
    ],
)
def test_what_would_act_is_escaped(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_accents_do_not_pile_up() -> None:
    assert len(neutral("e" + "\u0301" * 500)) == 8


def test_a_number_at_the_start_begins_no_list() -> None:
    assert unlisted("12. x") == r"12\. x"
    assert unlisted("12.5 x") == "12.5 x"
