import re

import pytest

from corpus.facts.folding import fold
from corpus.lexicon.number_words import number_words, one_of

_LISTS = {
    f"{table}.{name}": found
    for table, lists in number_words().items()
    if isinstance(lists, dict)
    for name, found in lists.items()
    if isinstance(found, list)
}


@pytest.mark.parametrize("name", _LISTS)
def test_a_list_holds_words_and_none_twice(name: str) -> None:
    found = _LISTS[name]
    assert found
    assert len(set(found)) == len(found)
    assert all(word and word == word.strip() for word in found)


def test_each_traditional_character_has_a_simplified_one() -> None:
    lexicon = number_words()
    assert len(lexicon["traditional"]) == len(lexicon["simplified"])
    assert len(set(lexicon["traditional"])) == len(lexicon["traditional"])
    assert fold(lexicon["traditional"]) == lexicon["simplified"]


def test_magnitudes_are_whole_powers_of_ten() -> None:
    for table in number_words()["magnitudes"].values():
        assert all(isinstance(power, int) and 0 < power <= 12 for power in table.values())


def test_no_unit_is_a_word_for_something_else() -> None:
    others = {word.lower() for name in ("latin", "other") for word in number_words()["others"][name]}
    for name in ("tokens", "parameters", "experts", "percent"):
        assert not others & set(number_words()["units"][name])


def test_latin_words_are_found_only_whole_and_the_longest_first() -> None:
    pattern = re.compile(one_of(["in", "input", "每"]))
    assert pattern.findall("input in begin 每百") == ["input", "in", "每"]


def test_folding_keeps_every_character_in_its_place() -> None:
    text = "１２８Ｋ，約\u200f100萬\u3000（~）"
    assert len(fold(text)) == len(text)
    assert fold("１，０００") == "1,000"
    assert fold("128K，256K") == "128K，256K"
