import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bot.answering.helpers import EMBEDDER, READER, unit, units_of


def weighty(question: str) -> set[str]:
    return {u.text for u in units_of(question) if u.weight > 0.5}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What is the window of Quartz?", {"window", "quartz"}),
        ("tell me about otters", {"otters"}),
        ("什么是水獭", set("水獭")),
        ("西风的窗口有多大", {"西风", "窗", "口"}),
        ("what is the of it", set()),
        ("什么", set()),
        ("", set()),
        ("?!…", set()),
    ],
)
def test_words_that_only_frame_a_question_weigh_nothing(question: str, expected: set[str]) -> None:
    assert weighty(question) == expected


def test_a_known_name_is_one_unit_in_every_script() -> None:
    assert unit("who made Zephyr", "zephyr").known == "@zephyr"
    assert unit("谁做了西风", "西风").known == "@zephyr"
    assert unit("誰做了西風", "西风").known == "@zephyr"


def test_a_version_number_belongs_to_the_name_before_it() -> None:
    four = unit("what does Zephyr 4.6 cost", "4.6")
    assert four.after is not None
    assert four.after.known == "@zephyr"
    assert unit("what does zephyr cost in 2026", "2026").after is None
    assert unit("西风 4.6 多少钱", "4.6").after is not None


@pytest.mark.parametrize(
    ("question", "word", "expected"),
    [
        ("what did the Quartz say", "quartz", True),
        ("what did the otter say", "otter", False),
        ("What did it say", "what", False),
        ("quartz 是什么", "quartz", True),
        ("what is GPT-4.1", "gpt-4.1", True),
    ],
)
def test_names_are_told_by_capitals_digits_and_foreign_letters(
    question: str, word: str, expected: bool
) -> None:
    assert unit(question, word).name is expected


def test_what_is_asked_about_is_a_concept_in_every_language() -> None:
    for text, word in (("what is its price", "price"), ("它的价格", "价"), ("它的價格", "价")):
        found = unit(text, word)
        assert found.concept == "#price"
        assert found.weight > 0.5


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_cut_into_units_of_its_own_tokens(text: str) -> None:
    tokens = EMBEDDER.embed_tokens(text, query=True)
    found = READER.units(text, tokens)
    used = [n for u in found for n in u.tokens]
    assert len(used) == len(set(used))
    assert set(used) <= set(range(len(tokens.ids)))
    assert all(u.tokens and 0 <= u.weight <= 1 for u in found)
