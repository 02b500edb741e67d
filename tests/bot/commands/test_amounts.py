import argparse
from datetime import date
from pathlib import Path

import pytest

from bot.commands.amounts import amount, day, dollars, name, picture, score


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("128K", 128_000),
        ("1m", 1_000_000),
        ("1.1M", 1_100_000),
        ("671B", 671_000_000_000),
        ("1T", 10**12),
        ("1,000,000", 1_000_000),
        (" 131072 ", 131_072),
        ("0", 0),
    ],
)
def test_a_number_may_have_a_suffix(written: str, expected: float) -> None:
    assert amount(written) == expected


@pytest.mark.parametrize(
    "written",
    ["", "x", "-1", "1e6", "nan", "inf", "1,00", "１Ｍ", "1MM", "1 000", "9" * 40, "1.M", "0x10", "٣"],
)
def test_what_is_no_number_is_refused(written: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="give a number such as"):
        amount(written)


def test_prices_and_scores_may_have_their_signs() -> None:
    assert (dollars("$1.10"), dollars("3"), score("80.9%"), score("80")) == (1.1, 3, 80.9, 80)
    for read, wrong in ((dollars, "1K"), (dollars, "€3"), (score, "most"), (score, "-3")):
        with pytest.raises(argparse.ArgumentTypeError):
            read(wrong)


def test_names_days_and_pictures() -> None:
    assert (name(" Heron 7 "), day("2031-05-04"), picture("a.PNG")) == (
        "Heron 7",
        date(2031, 5, 4),
        Path("a.PNG"),
    )
    for read, wrong in ((name, " "), (day, "2031-02-30"), (picture, "a.pdf"), (picture, "png")):
        with pytest.raises(argparse.ArgumentTypeError):
            read(wrong)
