from bot.answering.gate import read_threshold
from tests.bot.answering.helpers import hit, verdict

QUESTION = "what does Zephyr cost"


def test_the_score_is_between_0_and_1_and_the_threshold_too() -> None:
    assert 0 < read_threshold() < 1
    for text in ("Zephyr costs $3.", "The otter sleeps.", "西风"):
        assert 0 <= verdict(QUESTION, text).score <= 1.001


def test_what_answers_scores_higher_than_what_lacks_the_subject_or_the_attribute() -> None:
    answering = verdict(QUESTION, "Zephyr costs $3 a day.")
    without_subject = verdict(QUESTION, "Quartz costs $3 a day.")
    without_attribute = verdict(QUESTION, "Zephyr was born in May.")
    assert answering.score > max(without_subject.score, without_attribute.score) + 0.1
    assert answering.score > read_threshold()
    assert verdict(QUESTION, "The otter sleeps.").score < read_threshold()


def test_the_subject_may_stand_in_the_heading() -> None:
    under = verdict(QUESTION, hit("It costs $3 a day.", context="All about Zephyr"))
    assert under.missing == ()
    assert under.score > verdict(QUESTION, hit("It costs $3 a day.", context="All about Quartz")).score


def test_what_is_asked_about_may_not() -> None:
    found = verdict(QUESTION, hit("Zephyr was born in May.", context="Prices and costs"))
    assert [u.text for u in found.missing] == ["cost"]


def test_what_nothing_speaks_of_is_missing() -> None:
    assert [u.text for u in verdict(QUESTION, "Quartz costs $3.").missing] == ["zephyr"]
    assert verdict(QUESTION, "Zephyr costs $3.").missing == ()


def test_a_question_and_a_passage_in_two_languages_meet_in_names_and_concepts() -> None:
    assert verdict("西风的价格", "Zephyr costs $3 a day.").missing == ()
    assert verdict(QUESTION, hit("西风每月3美元。", "zh")).missing == ()
