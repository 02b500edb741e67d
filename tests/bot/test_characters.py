import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.characters import asked, escaped, one_line, shown

ANY = st.text(st.characters(exclude_categories=[]))  # lone surrogates too
ACTING = "\x00\x07\x1b\x7f\x9b\u202e\u2066\u200b\ud800\U000e0041"


@given(ANY)
def test_what_is_shown_can_be_encoded_and_moves_no_cursor(text: str) -> None:
    result = shown(text)
    result.encode()
    assert all(character == "\n" or character.isprintable() or ord(character) > 0x9F for character in result)


@given(ANY, st.integers(1, 50))
def test_one_line_has_no_line_end_and_is_short(text: str, most: int) -> None:
    line = one_line(text, most)
    assert len(line.splitlines()) <= 1
    assert len(line) <= most


@given(ANY)
def test_what_was_asked_keeps_single_spaces_only(text: str) -> None:
    result = asked(text)
    result.encode()
    assert result == " ".join(result.split())


@given(ANY)
def test_escaped_json_means_the_same_on_one_line(text: str) -> None:
    line = escaped(json.dumps({text: text}, ensure_ascii=False))
    assert json.loads(line) == {text: text}
    assert len(line.splitlines()) == 1
    line.encode()


def test_a_terminal_gets_nothing_that_acts() -> None:
    assert shown(f"a{ACTING}b\tc\r\nd") == "a\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdb    c\nd"


@pytest.mark.parametrize("text", ["GPT-4.1 对比", "👩\u200d🚀 fine", "می\u200cخواهم", "ไทย", "é"])
def test_ordinary_writing_is_shown_as_it_is(text: str) -> None:
    assert shown(text) == text
