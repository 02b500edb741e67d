import tomllib
from importlib.resources import files

import pytest


def words(name: str, key: str) -> list[str]:
    found: list[str] = tomllib.loads((files("corpus.lexicon") / f"{name}.toml").read_text("utf-8"))[key]
    return found


@pytest.mark.parametrize(
    ("name", "key"), [("relevance", "strong"), ("relevance", "weak"), ("instructions", "phrases")]
)
def test_words_are_lower_case_trimmed_and_stand_once(name: str, key: str) -> None:
    found = words(name, key)
    assert found == [word.strip().lower() for word in found]
    assert [word for word in set(found) if found.count(word) > 1] == []


def test_no_word_is_both_strong_and_weak() -> None:
    assert set(words("relevance", "strong")) & set(words("relevance", "weak")) == set()


def test_a_gap_stands_between_words() -> None:
    assert [
        p for p in words("instructions", "phrases") if not all(part.strip() for part in p.split("…"))
    ] == []
