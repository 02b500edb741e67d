import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.facts.shown import compact, shown
from corpus.facts.types import Bound, Day, Unit, Value


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        (Value(Unit.TOKENS, 10_000_000), "10M tokens", "10M token"),
        (Value(Unit.TOKENS, 128_000), "128K tokens", "128K token"),
        (Value(Unit.TOKENS, 131_072), "131,072 tokens", "131,072 token"),
        (Value(Unit.TOKENS, 1_050_000), "1.05M tokens", "1.05M token"),
        (Value(Unit.TOKENS, 128_000, bound=Bound.AT_MOST), "up to 128K tokens", "最高 128K token"),
        (Value(Unit.TOKENS, 1e6, 2e5, Bound.RANGE), "200K–1M tokens", "200K–1M token"),
        (Value(Unit.TOKENS, 1e6, bound=Bound.AT_LEAST), "≥1M tokens", "≥1M token"),
        (Value(Unit.PARAMETERS, 671e9), "671B", "671B"),
        (Value(Unit.PARAMETERS, 1e12), "1T", "1T"),
        (Value(Unit.PARAMETERS, 37e9, bound=Bound.ABOUT), "~37B", "约 37B"),
        (Value(Unit.EXPERTS, 128), "128 experts", "128 个专家"),
        (Value(Unit.EXPERTS, 1), "1 expert", "1 个专家"),
        (Value(Unit.USD, 1.1), "$1.1 / 1M tokens", "$1.1 / 百万 token"),
        (Value(Unit.USD, 0.4, 0.25, Bound.RANGE), "$0.25–$0.4 / 1M tokens", "$0.25–$0.4 / 百万 token"),
        (Value(Unit.CNY, 4), "¥4 / 1M tokens", "¥4 / 百万 token"),
        (Value(Unit.PERCENT, 80.9), "80.9%", "80.9%"),
        (Value(Unit.POINTS, 81.6), "81.6", "81.6"),
        (Value(Unit.NONE, 86.4), "86.4", "86.4"),
        (Value(Unit.NONE, 0), "0", "0"),
        (Value(Unit.DATE, day=Day(2026, 2, 5)), "2026-02-05", "2026-02-05"),
        (Value(Unit.DATE, day=Day(2026, 2)), "2026-02", "2026-02"),
        (Value(text="Apache 2.0"), "Apache 2.0", "Apache 2.0"),
        (Value(truth=True), "yes", "是"),
        (Value(truth=False), "no", "否"),
        (Value(), "", ""),
    ],
)
def test_a_value_is_written_in_both_languages(value: Value, english: str, chinese: str) -> None:
    assert shown(value, "en") == english
    assert shown(value, "zh") == chinese


def test_other_languages_are_written_as_the_nearer_of_the_two() -> None:
    value = Value(Unit.EXPERTS, 8)
    assert shown(value, "zh-Hant") == "8 個專家"
    assert shown(value, "ja") == "8 experts"


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (4097, "4,097"),
        (8192, "8,192"),
        (1500, "1.5K"),
        (204_800, "204,800"),
        (1_048_576, "1,048,576"),
        (2.65e12, "2.65T"),
        (0.0006, "0.0006"),
        (119.04761904761905, "119.047619"),
        (1e18, "1e+18"),
        (float("inf"), "inf"),
    ],
)
def test_a_number_is_shortened_only_where_nothing_is_lost(number: float, written: str) -> None:
    assert compact(number) == written


@given(st.floats(min_value=-1e14, max_value=1e14).map(lambda number: round(number, 4)))
def test_a_number_can_be_read_back(number: float) -> None:
    written = compact(number).replace(",", "")
    powers = {"K": 1e3, "M": 1e6, "B": 1e9, "T": 1e12}
    amount = float(written.rstrip("KMBT")) * powers.get(written[-1], 1)
    assert amount == pytest.approx(number, rel=1e-9, abs=1e-6)
