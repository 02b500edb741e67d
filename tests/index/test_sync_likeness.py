import numpy as np
import pytest

from index.shelf import Shelf
from index.sync.likeness import alike, centres
from tests.index.index_helpers import a_shelf


def shelf(**vectors: list[float]) -> Shelf:
    """An article a row, named as it is; in Chinese where its name begins with z."""
    rows = [
        (name.partition("_")[0], "zh" if name[0] == "z" else "en", "herons and otters") for name in vectors
    ]
    return a_shelf(rows, np.array(list(vectors.values()), np.float32))


def test_an_article_means_what_its_passages_mean_together() -> None:
    found = centres({"s": shelf(a=[1, 0], b_1=[0, 1], b_2=[1, 0], c=[0, 1])}, {"a": "s", "b": "s", "c": "t"})
    assert found.articles == ("a", "b")  # the third is served from elsewhere
    assert found.places == (("s", 0), ("s", 1))
    assert found.vectors == pytest.approx(np.array([[1, 0], [0.7071, 0.7071]]), abs=1e-3)


def test_passages_of_one_article_may_lie_apart() -> None:
    found = centres({"s": shelf(a_1=[1, 0], b=[0, 1], a_2=[0, 1])}, {"a": "s", "b": "s"})
    assert found.vectors[0] == pytest.approx([0.7071, 0.7071], abs=1e-3)


def test_what_means_nearly_the_same_is_found_across_segments_and_languages_each_pair_once() -> None:
    parts = {"s": shelf(a=[1, 0], far=[0, 1]), "t": shelf(b=[0.99, 0.14], z=[0.8, 0.6])}
    found = centres(parts, {"a": "s", "far": "s", "b": "t", "z": "t"})
    pairs = {(found.articles[one], found.articles[other]) for one, other, _ in alike(found, ["a", "b"])}
    assert {frozenset(pair) for pair in pairs} == {frozenset("ab"), frozenset("az"), frozenset("bz")}
    assert list(alike(found, [])) == []


def test_of_many_only_the_nearest_are_looked_at() -> None:
    many = {f"a{n}": [1.0, n / 1000] for n in range(600)}
    found = centres({"s": shelf(**many)}, dict.fromkeys(many, "s"))
    pairs = list(alike(found, many))
    assert 600 <= len(pairs) <= 4 * 600
    assert all(one != other and likeness > 0.88 for one, other, likeness in pairs)


def test_an_empty_index_has_no_centres() -> None:
    assert list(alike(centres({}, {}), ["a"])) == []
