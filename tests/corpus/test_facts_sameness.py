import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.facts.sameness import same
from corpus.facts.types import Bound, Day, Unit, Value


def _tokens(number: float, bound: Bound = Bound.EXACTLY, low: float | None = None) -> Value:
    return Value(Unit.TOKENS, number, low, bound)


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        (_tokens(128e3), _tokens(128e3), True),
        (_tokens(128e3), _tokens(131_072), True),
        (_tokens(1e6), _tokens(1_048_576), True),
        (_tokens(200e3), _tokens(204_800), True),
        (_tokens(164e3), _tokens(163_840), True),
        (_tokens(33e3), _tokens(32_768), True),
        (_tokens(1.05e6), _tokens(1_048_576), True),
        (_tokens(1e6), _tokens(1.05e6), False),
        (_tokens(128e3), _tokens(200e3), False),
        (_tokens(128e3), _tokens(256e3), False),
        (_tokens(128e3), _tokens(132e3), False),
        (_tokens(1e6), Value(Unit.NONE, 1e6), True),
        (_tokens(128e3, Bound.AT_MOST), _tokens(131_072), True),
        (_tokens(128e3, Bound.AT_MOST), _tokens(200e3), False),
        (_tokens(1e6, Bound.AT_LEAST), _tokens(2e6), True),
        (_tokens(1e6, Bound.AT_LEAST), _tokens(200e3), False),
        (_tokens(1e6, Bound.AT_LEAST), _tokens(2e6, Bound.AT_MOST), True),
        (_tokens(1e6, Bound.RANGE, 200e3), _tokens(1e6), True),
        (_tokens(1e6, Bound.RANGE, 200e3), _tokens(1_048_576), True),
        (_tokens(1e6, Bound.RANGE, 200e3), _tokens(128e3), False),
        (_tokens(128e3, Bound.RANGE, 8e3), _tokens(256e3, Bound.RANGE, 64e3), False),
        (Value(Unit.PARAMETERS, 37e9, bound=Bound.ABOUT), Value(Unit.PARAMETERS, 37.5e9), True),
        (Value(Unit.PARAMETERS, 37e9, bound=Bound.ABOUT), Value(Unit.PARAMETERS, 40e9), False),
        (Value(Unit.PARAMETERS, 671e9), Value(Unit.PARAMETERS, 685e9), False),
        (Value(Unit.PARAMETERS, 671e9), Value(Unit.PARAMETERS, 67.1e9), False),
        (Value(Unit.PERCENT, 80.9), Value(Unit.NONE, 80.9), True),
        (Value(Unit.PERCENT, 80.9), Value(Unit.POINTS, 80.9), True),
        (Value(Unit.PERCENT, 80.9), Value(Unit.PERCENT, 81), False),
        (Value(Unit.USD, 3), Value(Unit.USD, 3.0), True),
        (Value(Unit.USD, 3), Value(Unit.USD, 3.01), False),
        (Value(Unit.USD, 3000), Value(Unit.USD, 3072), False),
        (Value(Unit.USD, 3), Value(Unit.CNY, 21), None),
        (Value(Unit.USD, 3), Value(Unit.NONE, 3), None),
        (_tokens(1e9), Value(Unit.PARAMETERS, 1e9), None),
        (_tokens(1e6), Value(text="long"), None),
        (Value(), Value(), None),
        (Value(day=Day(2026, 2)), Value(day=Day(2026, 2, 5)), True),
        (Value(day=Day(2026)), Value(day=Day(2026, 2)), True),
        (Value(day=Day(2026, 3)), Value(day=Day(2026, 2, 5)), False),
        (Value(text="Apache 2.0"), Value(text="apache-2.0"), True),
        (Value(text="Apache 2.0"), Value(text="MIT"), False),
        (Value(text="ＭＩＴ"), Value(text="MIT"), True),
        (Value(truth=True), Value(truth=True), True),
        (Value(truth=True), Value(truth=False), False),
    ],
)
def test_values_agree_where_both_can_be_true(a: Value, b: Value, agree: bool | None) -> None:
    assert same(a, b) is agree
    assert same(b, a) is agree


_VALUES = st.builds(
    Value,
    unit=st.sampled_from(Unit),
    number=st.none() | st.floats(),
    low=st.none() | st.floats(),
    bound=st.sampled_from(Bound),
    text=st.none() | st.text(max_size=5),
)


@given(_VALUES, _VALUES)
def test_it_does_not_matter_which_comes_first(a: Value, b: Value) -> None:
    assert same(a, b) is same(b, a)
