import pytest

from tests.bot.answering.helpers import hit, support, units_of, weighed

QUESTION = "what does Zephyr 4.6 cost"


@pytest.mark.parametrize(
    "text",
    [
        "Zephyr 4.6 was shown in May.",
        "The new Zephyr-4.6 was shown.",
        "西风4.6发布了。",
        "西風 4.6 發布了。",
        "They showed 4.6 Zephyr models.",
        "ZEPHYR  4.6, at last",
    ],
)
def test_a_version_number_beside_its_name_is_that_version(text: str) -> None:
    assert support(QUESTION, text, "4.6") > 0.9


@pytest.mark.parametrize(
    "text",
    [
        "Zephyr costs 4.6 dollars.",
        "Zephyr 4.65 was shown.",
        "Zephyr 14.6 was shown.",
        "Zephyr 4.6.1 was shown.",
        "Quartz 4.6 beats Zephyr.",
        "Zephyr 4 was shown.",
    ],
)
def test_a_version_number_anywhere_else_is_not(text: str) -> None:
    assert support(QUESTION, text, "4.6") < 0.5


@pytest.mark.parametrize(
    "text",
    ["It costs little.", "Its price fell.", "它的价格下降", "for $3 a month", "每月 20 美元", "only €9"],
)
def test_a_price_is_spoken_of_in_its_words_or_as_a_sum_of_money(text: str) -> None:
    assert support(QUESTION, text, "cost") > 0.9


@pytest.mark.parametrize("text", ["It has 3 legs.", "Zephyr was shown in 2026.", "priceless"])
def test_a_price_is_not_spoken_of_by_a_number_alone(text: str) -> None:
    assert support(QUESTION, text, "cost") <= 0.5


def test_a_known_name_is_spoken_of_in_every_script() -> None:
    for text in ("Zephyr won.", "西风赢了。", "西風贏了。"):
        assert support(QUESTION, text, "zephyr") > 0.85
    assert support(QUESTION, "Quartz won.", "zephyr") < 0.5


def test_each_sentence_is_held_against_each_unit_and_the_heading_counts_around() -> None:
    found = weighed(QUESTION, hit("The otter sleeps. It costs $3 a day.", context="News of Zephyr 4.6"))
    assert found.support.shape == (len(units_of(QUESTION)), len(found.spans)) == (len(units_of(QUESTION)), 2)
    texts = [u.text for u in units_of(QUESTION)]
    zephyr, cost = texts.index("zephyr"), texts.index("cost")
    assert found.support[cost, 1] > 0.9 >= found.support[cost, 0] + 0.3
    assert found.support[zephyr].max() < 0.5
    assert found.around[zephyr] > 0.85
    assert ((found.support >= 0) & (found.support <= 1)).all()


@pytest.mark.parametrize(
    "line", ["https://news.example/zephyr-4.6-cost", "Source: https://news.example/z", "---", "| | |", "***"]
)
def test_a_line_of_nothing_but_a_link_or_marks_is_no_sentence(line: str) -> None:
    found = weighed(QUESTION, f"Zephyr costs $3.\n\n{line}\n\nThe otter sleeps.")
    texts = [found.hit.passage.text[a:b].strip() for a, b in found.spans]
    assert not any(text == line for text in texts)
    assert "Zephyr costs $3." in texts


@pytest.mark.parametrize("text", ["…", "---", "https://x.example/", "😀"])
def test_a_passage_without_a_sentence_is_no_evidence(text: str) -> None:
    assert weighed(QUESTION, text).spans in ((), ((0, len(text)),))
