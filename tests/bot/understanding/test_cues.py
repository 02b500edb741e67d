import tomllib
from importlib.resources import files

import pytest

from bot.understanding.periods import period_of_word
from bot.understanding.plain import plain, words_of
from corpus.facts.types import Status, Unit
from index.catalogue.types import Op
from tests.bot.understanding.helpers import TODAY

TABLES: dict[str, dict[str, list[str]]] = tomllib.loads(
    (files("corpus.lexicon") / "questions.toml").read_text("utf-8")
)
LINES = [(role, meaning, words) for role, lines in TABLES.items() for meaning, words in lines.items()]


@pytest.mark.parametrize(("role", "meaning", "words"), LINES, ids=[f"{r}.{m}" for r, m, _ in LINES])
def test_words_are_written_as_a_question_is_folded(role: str, meaning: str, words: list[str]) -> None:
    assert words, (role, meaning)
    for word in words:
        assert word == word.strip() != ""
        assert word == words_of(plain(word)), "in lower case and simplified characters, hyphens as spaces"


@pytest.mark.parametrize("role", TABLES)
def test_a_word_means_one_thing_in_a_role(role: str) -> None:
    held = [word for words in TABLES[role].values() for word in words]
    assert sorted({word for word in held if held.count(word) > 1}) == []


def test_meanings_are_those_that_queries_have() -> None:
    assert {*TABLES["before"], *TABLES["after"]} - {"between"} <= {op.value for op in Op}
    assert TABLES["status"].keys() <= {status.value for status in Status}
    assert TABLES["currency"].keys() == {Unit.USD.value, Unit.CNY.value}
    assert all(int(number) > 1 for role in ("ordinal", "first") for number in TABLES[role])


@pytest.mark.parametrize("word", TABLES["period"])
def test_a_period_has_a_beginning_and_an_end(word: str) -> None:
    period = period_of_word(word, TODAY)
    assert period.since <= period.until


def test_what_is_asked_for_has_words_in_english_and_chinese() -> None:
    for meaning, words in TABLES["attribute"].items():
        assert any(word.isascii() for word in words), meaning
        assert any(not word.isascii() for word in words), meaning
