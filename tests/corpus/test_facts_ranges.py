import pytest

from corpus.facts.quantities import quantities
from corpus.facts.types import Bound


@pytest.mark.parametrize(
    ("text", "quote", "low", "high"),
    [
        ("8K–128K", "8K–128K", 8e3, 128e3),
        ("200K-1M", "200K-1M", 2e5, 1e6),
        ("32K~128K", "32K~128K", 32e3, 128e3),
        ("32K～128K", "32K～128K", 32e3, 128e3),
        ("128K 至 1M", "128K 至 1M", 128e3, 1e6),
        ("128K到1M", "128K到1M", 128e3, 1e6),
        ("from 8K to 128K tokens", "8K to 128K tokens", 8e3, 128e3),
        ("between 8K and 128K tokens", "8K and 128K tokens", 8e3, 128e3),
        ("32Kから128K", "32Kから128K", 32e3, 128e3),
        ("0.5~72B", "0.5~72B", 5e8, 72e9),
        ("7-13B", "7-13B", 7e9, 13e9),
        ("1.2-1.5万亿", "1.2-1.5万亿", 1.2e12, 1.5e12),
        ("1-2 million tokens", "1-2 million tokens", 1e6, 2e6),
        ("200B–1T parameters", "200B–1T parameters", 2e11, 1e12),
        ("70-80%", "70-80%", 70, 80),
    ],
)
def test_a_range_keeps_both_ends(text: str, quote: str, low: float, high: float) -> None:
    [found] = quantities(text)
    assert text[found.start : found.end] == quote
    assert (found.value.low, found.value.number, found.value.bound) == (low, high, Bound.RANGE)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("expanded from 128K to 1M", 1e6),
        ("cut from 1M to 128K", 128e3),
        ("从128K提升到1M", 1e6),
        ("128K → 1M", 1e6),
        ("128K->1M", 1e6),
        ("rising from 89.3% to an impressive 99.8%", 99.8),
        ("lowered its price from $10 to $3", 3),
    ],
)
def test_of_a_change_only_what_it_changed_to_is_kept(text: str, number: float) -> None:
    assert [(q.value.number, q.value.bound) for q in quantities(text)] == [(number, Bound.EXACTLY)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("671B~37B", [671e9, 37e9]),
        ("7B-13B-70B", [7e9, 13e9, 70e9]),
        ("128K and 1M", [128e3, 1e6]),
        ("128 experts to 1M tokens", [128, 1e6]),
    ],
)
def test_what_is_out_of_order_or_of_two_kinds_is_no_range(text: str, numbers: list[float]) -> None:
    assert [q.value.number for q in quantities(text)] == numbers


def test_a_version_before_a_size_is_not_its_lower_end() -> None:
    assert quantities("the Llama 3.1-405B model") == []


def test_a_range_of_something_else_is_left_out_whole() -> None:
    assert quantities("10-15 GB, 2 to 3 days") == []
