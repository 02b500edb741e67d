import pytest

from bot.answering.windows import choose, grown, windows
from tests.bot.answering.helpers import START, best, hit, units_of, weighed

QUESTION = "what does Zephyr cost"
TEXT = "The otter sleeps. Zephyr costs $3 a day. It rained. The keeper left. A gull came. The end is near."


def test_a_window_is_a_piece_of_its_article_word_for_word() -> None:
    found = weighed(QUESTION, TEXT)
    article = "x" * START + TEXT
    for window in windows(found, units_of(QUESTION)):
        assert window.text == article[window.start : window.end] != ""


def test_the_best_window_is_the_sentence_that_answers_and_little_more() -> None:
    window = best(QUESTION, TEXT)
    assert "Zephyr costs $3 a day." in window.text
    assert len(window.text) < 80


def test_chosen_windows_never_overlap_and_come_best_first() -> None:
    found = [*windows(weighed(QUESTION, TEXT), units_of(QUESTION))]
    found += windows(weighed(QUESTION, hit(TEXT, article="b")), units_of(QUESTION))
    chosen = choose(found, 6)
    assert 2 <= len(chosen) <= 6
    assert [w.score for w in chosen] == sorted((w.score for w in chosen), reverse=True)
    for n, one in enumerate(chosen):
        for other in chosen[n + 1 :]:
            same = one.evidence.hit.passage.article == other.evidence.hit.passage.article
            assert not same or one.end <= other.start or other.end <= one.start


def test_no_windows_are_nothing_to_choose_from() -> None:
    assert choose([], 3) == []


def test_a_sentence_that_announces_a_list_is_carried_on() -> None:
    text = "The prices of Zephyr are:\n\n- three coins for pupils\n- nine coins for all others\n\nIt rained."
    window = best("the prices of Zephyr", text)
    assert grown(window, 400).text.startswith(window.text)
    assert "nine coins" in grown(window, 400).text


def test_a_heading_is_carried_on() -> None:
    text = "## What Zephyr costs\n\nThree coins a day, says the keeper."
    assert "Three coins" in grown(best("what Zephyr costs", text), 400).text


def test_a_sentence_is_not_carried_on_into_another_paragraph() -> None:
    text = "Zephyr costs little money.\n\nThe gull came home from the sea."
    assert "gull" not in grown(best(QUESTION, text), 400).text


@pytest.mark.parametrize("most", [0, 30, 60, 90])
def test_what_is_carried_on_stays_short_and_word_for_word(most: int) -> None:
    window = best(QUESTION, TEXT)
    found = grown(window, most)
    assert len(found.text) <= max(most, len(window.text))
    assert found.text == ("x" * START + TEXT)[found.start : found.end]
    assert found.start <= window.start
    assert found.end >= window.end


@pytest.mark.parametrize("text", ["長い文" * 400 + "。", "word " * 900, "a.b " * 500])
def test_one_very_long_sentence_is_a_window_too(text: str) -> None:
    assert best("word 文", text.strip()).text
