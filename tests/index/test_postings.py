import random

import bm25s
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.postings import K1, B, Bm25, Postings, PostingsBuilder, bm25, term_hash

WORDS = ["tin", "robot", "whistle", "harbour", "keeper", "gpt-4.1", "人工", "@zephyr"]


def rows_of(count: int, seed: int = 1) -> list[list[str]]:
    chance = random.Random(seed)
    return [
        chance.choices(WORDS, weights=range(1, len(WORDS) + 1), k=chance.randint(1, 30)) for _ in range(count)
    ]


def postings(rows: list[list[str]]) -> Postings:
    builder = PostingsBuilder()
    for row in rows:
        builder.add(row)
    return builder.finish()


def one_group(*segments: list[list[str]]) -> Bm25:
    groups = np.zeros(sum(map(len, segments)), np.int16)
    return bm25([postings(rows) for rows in segments], groups, 1)


ALL = np.ones(1, bool)


@pytest.mark.parametrize("query", [["tin"], ["tin", "keeper"], ["gpt-4.1", "人工", "unknown"], WORDS])
def test_scores_are_those_of_lucene_as_bm25s_computes_them(query: list[str]) -> None:
    rows = rows_of(200)
    peer = bm25s.BM25(method="lucene", k1=K1, b=B)
    peer.index(rows, show_progress=False)
    known = [word for word in query if any(word in row for row in rows)]
    expected = peer.get_scores(known)
    found = one_group(rows).scores(query, ALL)
    best = int(expected.argmax())
    assert found / found[best] == pytest.approx(expected / expected[best], abs=1e-5)


def test_several_segments_score_as_one() -> None:
    rows = rows_of(90)
    whole = one_group(rows).scores(WORDS, ALL)
    parts = one_group(rows[:10], rows[10:11], rows[11:]).scores(WORDS, ALL)
    assert parts == pytest.approx(whole)


def test_groups_are_collections_of_their_own() -> None:
    mine, others = rows_of(40), [["tin"] * 9] * 60
    groups = np.array([0] * 40 + [1] * 60, np.int16)
    both = bm25([postings(mine + others)], groups, 2)
    alone = one_group(mine).scores(["tin"], ALL)
    assert both.scores(["tin"], np.array([True, False]))[:40] == pytest.approx(alone)
    assert not both.scores(["tin"], np.array([True, False]))[40:].any()
    assert both.scores(["tin"], np.array([False, True]))[40:].all()


def test_rows_that_are_not_served_count_for_nothing() -> None:
    rows = rows_of(50)
    groups = np.zeros(50, np.int16)
    groups[::3] = -1
    served = groups >= 0
    found = bm25([postings(rows)], groups, 1).scores(WORDS, ALL)
    expected = one_group([row for row, live in zip(rows, served, strict=True) if live]).scores(WORDS, ALL)
    assert found[served] == pytest.approx(expected)
    assert not found[~served].any()


def test_a_word_asked_twice_counts_once() -> None:
    index = one_group(rows_of(20))
    assert np.array_equal(index.scores(["tin", "tin"], ALL), index.scores(["tin"], ALL))


def test_of_a_term_come_its_rows_and_counts() -> None:
    found = postings([["a", "b", "a"], [], ["a"]])
    rows, counts = found.of("a")
    assert (rows.tolist(), counts.tolist()) == ([0, 2], [2, 1])
    assert found.of("zzz")[0].tolist() == []
    assert found.lengths.tolist() == [3, 0, 1]


def test_nothing_at_all_scores_nothing() -> None:
    assert bm25([postings([])], np.zeros(0, np.int16), 0).scores(["a"], np.zeros(0, bool)).tolist() == []
    assert one_group([[], []]).scores(["a"], ALL).tolist() == [0, 0]
    assert bm25([postings([["a"]])], np.array([-1], np.int16), 1).scores(["a"], ALL).tolist() == [0]


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=8), max_size=12), st.integers(0, 12))
def test_where_segments_are_cut_never_matters(rows: list[list[str]], at: int) -> None:
    whole, parts = one_group(rows), one_group(rows[:at], rows[at:])
    assert parts.scores(WORDS, ALL) == pytest.approx(whole.scores(WORDS, ALL))
    assert np.isfinite(whole.scores(WORDS, ALL)).all()


def test_a_term_with_half_a_surrogate_pair_has_a_hash_too() -> None:
    assert term_hash("\ud800") != term_hash("\ud801")
    assert 0 <= term_hash("") < 2**64
