import numpy as np
import pytest

from index.moments import PRIOR, moments, sums_of
from tests.index.store_helpers import unit_vectors

GROUPS = np.array([0] * 3000 + [1] * 2000)


def vectors() -> np.ndarray:
    """Two languages, the second of them all near one another."""
    found = unit_vectors(5000, dimensions=8)
    found[3000:] = 0.3 * found[3000:] + np.eye(8, dtype=np.float32)[0]
    return found / np.linalg.norm(found, axis=1, keepdims=True)


def test_the_mean_and_deviation_of_similarities_are_those_of_the_rows() -> None:
    found = moments([sums_of(vectors(), GROUPS, 2)])
    query = unit_vectors(1, seed=5, dimensions=8)[0]
    mean, deviation = found.standard(query)
    for group in (0, 1):
        like = vectors()[group == GROUPS] @ query
        assert mean[group] == pytest.approx(like.mean(), abs=0.02)
        assert deviation[group] == pytest.approx(like.std(), rel=0.1)


def test_sums_of_segments_add_up_to_those_of_the_whole() -> None:
    whole = moments([sums_of(vectors(), GROUPS, 2)])
    parts = [sums_of(vectors()[at : at + 1000], GROUPS[at : at + 1000], 2) for at in range(0, 5000, 1000)]
    found = moments(parts)
    assert found.means == pytest.approx(whole.means, abs=1e-5)
    assert found.covariances == pytest.approx(whole.covariances, abs=1e-5)


def test_a_language_with_one_passage_leans_on_all_others() -> None:
    groups = np.array([0] * 4999 + [1])
    found = moments([sums_of(vectors(), groups, 2)])
    everything = vectors().mean(axis=0)
    assert np.linalg.norm(found.means[1] - everything) < np.linalg.norm(vectors()[4999] - everything) / (
        PRIOR / 2
    )
    assert found.standard(vectors()[4999])[1][1] > 0.05


def test_one_passage_in_all_never_divides_by_nothing() -> None:
    found = moments([sums_of(vectors()[:1], GROUPS[:1], 1)])
    mean, deviation = found.standard(vectors()[0])
    assert np.isfinite(mean).all()
    assert (deviation > 0).all()


def test_float16_vectors_are_added_up_in_float32() -> None:
    half = sums_of(vectors().astype(np.float16), GROUPS, 2)
    assert half.sums.dtype == half.products.dtype == np.float32
    assert half.sums == pytest.approx(sums_of(vectors(), GROUPS, 2).sums, abs=0.5)
