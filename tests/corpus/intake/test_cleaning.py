import pytest

from corpus.intake.cleaning import cleaned, on_one_line


@pytest.mark.parametrize(
    ("taken", "text"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree\n"),
        ("\n\nodd\x00\x0b\x1b[2J\x7f\n\n", "odd[2J\n"),
        ("half \ud83d of a pair", "half  of a pair\n"),
        ("tags\U000e0041\U000e0042 nobody sees", "tags nobody sees\n"),
        ("a\u2028b\tc", "ab\tc\n"),
    ],
)
def test_what_is_no_text_is_left_out(taken: str, text: str) -> None:
    assert cleaned(taken) == text
    assert cleaned(taken).encode()


def test_a_value_stays_on_its_line() -> None:
    assert on_one_line("a\nb\x00c") == "a b c"
