import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.question import CHARACTERS, read_question
from bot.types import Question


@settings(deadline=None)  # the first question in a Latin script loads a table
@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_becomes_a_question_that_can_be_printed(raw: str) -> None:
    question = read_question(raw)
    question.text.encode()
    assert question.text == question.text.strip()
    assert len(question.text) <= CHARACTERS


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("", ""),
        (" \n\t\x00", ""),
        ("\u200b\u202e", ""),
        ("what\nis\t\x00Agent  Swarm\u202e?", "what is Agent Swarm?"),
        ("G\u200bPT\u200d-5", "GPT-5"),
        ("half \ud83d a pair", "half \ufffd a pair"),
        ("'; DROP TABLE models; --", "'; DROP TABLE models; --"),
    ],
)
def test_what_cannot_be_seen_goes_and_the_rest_stays(raw: str, text: str) -> None:
    assert read_question(raw).text == text


@pytest.mark.parametrize(
    ("raw", "language"),
    [("什么是智能体集群", "zh"), ("什麼是智慧體叢集", "zh-Hant"), ("What is new?", "en"), ("อะไรใหม่", "th")],
)
def test_the_language_is_told(raw: str, language: str) -> None:
    assert read_question(raw, "q1") == Question(raw, language, "q1")


@pytest.mark.parametrize("raw", ["x" * 100_000, " " * 1_000_000 + "why", "\x00" * 1_000_000, "什" * 100_000])
def test_a_long_question_is_cut_and_costs_little_time(raw: str) -> None:
    read_question("warm up: 预热")
    start = time.perf_counter()
    assert len(read_question(raw).text) <= CHARACTERS
    assert time.perf_counter() - start < 0.5
