import threading
import time
from pathlib import Path

import numpy as np
import pytest

from bot.settings import Settings
from index.embedding.bundled import bundled_fingerprint
from index.embedding.encoder import Encoder
from index.embedding.open import BUNDLED, open_ahead
from index.types import Embedder, EmbeddingError

HALF = "\ud83d robots"


def test_traditional_characters_have_the_vector_of_the_simplified_ones(embedder: Embedder) -> None:
    both = embedder.embed_passages(["這個機器人學會了吹口哨", "这个机器人学会了吹口哨"])
    assert both[0] @ both[1] > 0.9999
    assert embedder.embed_query("機器人") @ embedder.embed_query("机器人") > 0.9999


def test_what_says_the_same_in_two_languages_is_nearer_than_what_says_something_else(
    embedder: Embedder,
) -> None:
    english, chinese, other = embedder.embed_passages(
        ["The price of copper fell in March.", "三月份铜价下跌。", "The keeper feeds the otters at noon."]
    )
    assert english @ chinese > english @ other + 0.2


@pytest.mark.parametrize(
    "text", ["", " ", "\x00", "a\x00b", "\u202e" * 50, "😀" * 3000, "\u0301" * 5000, "x" * 100_000]
)
def test_any_text_has_a_vector_within_a_second(embedder: Embedder, text: str) -> None:
    began = time.perf_counter()
    vector = embedder.embed_query(text)
    tokens = embedder.embed_tokens(text)
    assert time.perf_counter() - began < 2
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-3)
    assert len(tokens.ids) == len(tokens.spans) == len(tokens.vectors)


@pytest.mark.parametrize("method", ["embed_query", "embed_tokens"])
def test_half_of_a_surrogate_pair_has_a_vector(embedder: Embedder, method: str) -> None:
    getattr(embedder, method)(HALF)


@pytest.mark.parametrize(
    "text", ["Tin robots whistle.", "機器人會吹口哨", "naïve ＦＵＬＬ ﬁne", "a  b\n\nc", "😀 robot"]
)
def test_tokens_lie_where_they_say(embedder: Embedder, text: str) -> None:
    found = embedder.embed_tokens(text)
    assert found.ids.shape == (len(found.ids),)
    assert found.vectors.shape == (len(found.ids), embedder.dimensions)
    assert np.linalg.norm(found.vectors, axis=1) == pytest.approx(1, abs=1e-3)
    starts, ends = found.spans[:, 0], found.spans[:, 1]
    assert (starts <= ends).all()
    assert (np.diff(starts) >= 0).all()
    assert ends.max() <= len(text)
    covered = {i for a, b in found.spans for i in range(a, b)}
    assert {i for i, c in enumerate(text) if c.isalnum()} <= covered


def test_tokens_of_a_query_and_of_a_passage_are_seen_differently(embedder: Embedder) -> None:
    query, passage = embedder.embed_tokens("tin robots", query=True), embedder.embed_tokens("tin robots")
    assert query.ids.tolist() == passage.ids.tolist()
    assert not np.allclose(query.vectors, passage.vectors)


def test_several_threads_may_use_one(embedder: Embedder) -> None:
    expected = embedder.embed_query("robots")
    found: list[np.ndarray] = []
    threads = [
        threading.Thread(target=lambda: found.append(embedder.embed_query("robots"))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert all(vector @ expected > 0.9999 for vector in found)


def test_the_fingerprint_is_that_of_the_weights_and_sentences(embedder: Embedder) -> None:
    assert embedder.fingerprint == bundled_fingerprint()


def test_a_folder_without_a_model_is_an_error_in_a_sentence_when_it_is_used(tmp_path: Path) -> None:
    encoder = Encoder(tmp_path / "nothing", "f")
    with pytest.raises(EmbeddingError, match="delete that folder"):
        encoder.embed_query("robots")


def test_a_damaged_model_is_an_error_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "onnx").mkdir()
    (tmp_path / "onnx" / "model.onnx").write_bytes(b"\x08\x07not a graph")
    with pytest.raises(EmbeddingError, match="can't be opened"):
        Encoder(tmp_path, "f").embed_query("robots")


def test_a_model_that_was_opened_ahead_is_the_same(embedder: Embedder) -> None:
    ahead = open_ahead(BUNDLED, Settings().cache, threads=1)
    assert ahead is not None
    assert ahead.fingerprint == embedder.fingerprint
    assert ahead.embed_query("robots") @ embedder.embed_query("robots") > 0.9999


def test_only_a_model_that_is_made_is_opened_ahead(tmp_path: Path) -> None:
    assert open_ahead(BUNDLED, tmp_path / "nothing", threads=1) is None
    assert open_ahead("some/other-model", Settings().cache, threads=1) is None
    assert not (tmp_path / "nothing").exists()


def test_what_goes_wrong_ahead_is_said_when_the_model_is_used(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    encoder = Encoder(tmp_path / "nothing", "f")
    encoder.open_ahead()
    with pytest.raises(EmbeddingError, match="delete that folder"):
        encoder.embed_query("robots")
    assert capfd.readouterr() == ("", "")
