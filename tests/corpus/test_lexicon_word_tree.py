import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.lexicon.word_tree import first_of, word_tree

_WORDS = st.lists(st.text("ab -模型.", min_size=1, max_size=5), min_size=1, max_size=12)


@given(_WORDS, st.text("abAB -模型.x", max_size=40))
def test_a_tree_finds_what_the_words_find_one_after_the_other(words: list[str], text: str) -> None:
    longest_first = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    tree = re.compile(f"(?={first_of(words)}){word_tree(words)}")
    assert [m.span() for m in tree.finditer(text)] == [m.span() for m in re.finditer(longest_first, text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("up to 5", "up to"),
        ("up  to 5", "up  to"),
        ("up 5", "up"),
        ("up-to 5", "up"),
        ("upper", None),
        ("cup", None),
        ("最大up", "最大"),
        ("up最大", "up"),
        ("uptown", None),
    ],
)
def test_a_whole_word_stands_by_itself_and_the_longest_counts(text: str, found: str | None) -> None:
    match = re.search(word_tree(["up", "up to", "最大"], gap=" {1,2}", whole="A-Za-z"), text)
    assert (match[0] if match else None) == found


def test_no_words_are_found_nowhere() -> None:
    assert re.search(word_tree([]), "") is None
