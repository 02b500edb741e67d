from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.structure import sentences
from index.splitting import Limits, split
from tests.fakes import WordCounter
from tests.index.splitting_helpers import article, check

FRAGMENTS = [
    "# ", "## B\n", "Title\n===\n", "---\n", "- ", "1. ", "1.1 ", "• ", "（1）", "| a | b |\n", "|---|---|\n", "|", "```\n",
    "~~~\n", "<table>", "</table>", "<tr>", "</tr>", "<td>x</td>", "<h2>x</h2>", "> ", "word ", "Some words here. ", "今天发布。",
    "“好！”", "e.g. ", "\n", "\n\n", "    ", "**", "[a](b)", "👩\u200d🔬", "e\u0301", "第三章 ", "。", ".", ",", "aaaaaaaaaaaaaaaaaaaaaaaa", "\t", "\0", "\x85", "\u2028",
]  # fmt: skip
marked_up = st.lists(st.sampled_from(FRAGMENTS), max_size=80).map("".join)
texts = (
    marked_up | st.text(max_size=300) | st.lists(marked_up | st.text(max_size=20), max_size=6).map("".join)
)
all_limits = st.builds(
    lambda target, more, cap: Limits(target, target + more, cap),
    st.integers(1, 40),
    st.integers(0, 60),
    st.just(10_000),
)


@settings(max_examples=200, deadline=None)
@given(texts, all_limits)
def test_any_text_is_covered_in_order_within_the_limits(text: str, limits: Limits) -> None:
    made, warnings = split(article(text, title=text[:50]), WordCounter(), limits)
    check(text, made)
    assert warnings == []
    for passage in made:
        assert passage.tokens == WordCounter()([passage.embedded])[0]
        assert passage.tokens <= limits.most


@settings(max_examples=60, deadline=None)
@given(texts, all_limits)
def test_splitting_twice_gives_the_same(text: str, limits: Limits) -> None:
    assert split(article(text), WordCounter(), limits) == split(article(text), WordCounter(), limits)


@settings(max_examples=60, deadline=None)
@given(texts, st.integers(1, 3))
def test_under_a_cap_the_passages_are_the_first_ones(text: str, cap: int) -> None:
    every, _ = split(article(text), WordCounter(), Limits(10, 20))
    some, warnings = split(article(text), WordCounter(), Limits(10, 20, cap))
    assert some == every[:cap]
    assert bool(warnings) == (len(every) > cap)


@settings(max_examples=200, deadline=None)
@given(texts, st.integers(0, 40))
def test_what_stands_before_the_body_is_never_touched(text: str, body: int) -> None:
    body = min(body, len(text))
    made, _ = split(article(text, body=body), WordCounter(), Limits(10, 20))
    check(text, made, body)


@settings(max_examples=200, deadline=None)
@given(texts)
def test_sentences_cover_any_text_in_order(text: str) -> None:
    at = 0
    for start, end in sentences(text):
        assert start < end
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()
