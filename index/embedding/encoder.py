"""Runs the bundled model with ONNX Runtime."""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from threading import Lock, Thread

import numpy as np

# From 1.32 on, importing it writes files that identify the device, to be sent to its makers.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
import onnxruntime
from tokenizers import Encoding, Tokenizer

from index.embedding.layout import GRAPH, LIMIT, PASSAGE, QUERY, TOKENIZER
from index.text import simplified
from index.types import EmbeddingError, Tokens

CHARACTERS = 10_000  # of a text; more can't fit into the token limit and would only cost time
_HALF = re.compile("[\ud800-\udfff]")  # of a surrogate pair, which the tokenizer can't take
BATCH = 8  # texts in one run; more are no faster on two cores, and more is padded


class Encoder:
    """An Embedder over a model folder, whose parts are opened when they are first used. `threads` is how many each run
    may use: one for questions, since several collapse beside other busy processes; the number of cores
    for indexing. Raises EmbeddingError where the folder can't be opened."""

    def __init__(self, folder: Path, fingerprint: str, threads: int = 1) -> None:
        self.fingerprint = fingerprint
        self._folder = folder
        self._threads = threads
        self._opening_tokenizer, self._opening_session = Lock(), Lock()

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        with self._opening_tokenizer:
            return self.__dict__.get("_tokenizer") or _open_tokenizer(self._folder)

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        with self._opening_session:
            return self.__dict__.get("_session") or _open_session(self._folder, self._threads)

    def open_ahead(self) -> None:
        """Begins to open the graph in a thread; the tokenizer would let nothing else run meanwhile. What
        goes wrong there is raised when the model is used."""
        Thread(target=self._try_to_open, daemon=True).start()

    def _try_to_open(self) -> None:
        with suppress(EmbeddingError):
            _ = self._session

    @property
    def dimensions(self) -> int:
        return int(self._session.get_outputs()[0].shape[1])

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        whole = [_HALF.sub("\ufffd", text) for text in texts]
        encodings = self._tokenizer.encode_batch_fast(whole, add_special_tokens=False)
        return [len(e.ids) for e in encodings]

    def embed_query(self, text: str) -> np.ndarray:
        return np.asarray(self.embed_plain([QUERY + _plain(text)])[0])

    def embed_passages(self, texts: Sequence[str]) -> np.ndarray:
        return self.embed_plain([PASSAGE + _plain(text) for text in texts])

    def embed_tokens(self, text: str, query: bool = False) -> Tokens:
        """Returns the vectors of a text's tokens, prefix and special tokens left out."""
        prefix = QUERY if query else PASSAGE
        encoding = self._tokenizer.encode(prefix + _plain(text))
        ids, mask = _padded([encoding])
        vectors = self._session.run(["tokens"], {"input_ids": ids, "attention_mask": mask})[0][0]
        spans = np.array(encoding.offsets, np.int32) - len(prefix)
        inside = (spans[:, 1] > 0) & ~np.array(encoding.special_tokens_mask, bool)
        return Tokens(ids[0][inside], np.maximum(spans[inside], 0), vectors[inside])

    def embed_plain(self, texts: Sequence[str]) -> np.ndarray:
        """Returns float32 [texts, dimensions] of texts that carry their prefix already."""
        vectors = np.zeros((len(texts), self.dimensions), np.float32)
        encodings = self._tokenizer.encode_batch_fast(list(texts))
        for numbers in _batches([len(e.ids) for e in encodings]):
            ids, mask = _padded([encodings[n] for n in numbers])
            feed = {"input_ids": ids, "attention_mask": mask}
            vectors[numbers] = self._session.run(["embedding"], feed)[0]
        return vectors

    def embed_plain_with_tokens(self, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        """Returns as `embed_plain`, and the mean [dimensions] over the tokens of all texts, special ones
        left out."""
        vectors, total, count = [], np.zeros(self.dimensions), 0
        for encoding in self._tokenizer.encode_batch(list(texts)):
            ids, mask = _padded([encoding])
            vector, tokens = self._session.run(
                ["embedding", "tokens"], {"input_ids": ids, "attention_mask": mask}
            )
            vectors.append(vector[0])
            total += tokens[0, 1:-1].sum(axis=0)
            count += len(encoding.ids) - 2
        return np.stack(vectors), total / count


def _plain(text: str) -> str:
    """The beginning of a text in simplified characters, of the same length, fit for the tokenizer."""
    cut = _HALF.sub("\ufffd", text[:CHARACTERS])
    converted = simplified(cut)
    return converted if len(converted) == len(cut) else cut


@contextmanager
def _reading(folder: Path) -> Iterator[None]:
    try:
        yield
    except Exception as error:  # both libraries raise bare exceptions of their own
        raise EmbeddingError(
            f"the model in {folder} can't be opened ({error}): delete that folder"
        ) from error


def _open_tokenizer(folder: Path) -> Tokenizer:
    with _reading(folder):
        tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
    tokenizer.enable_truncation(LIMIT)
    return tokenizer


def _open_session(folder: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    with _reading(folder):
        return onnxruntime.InferenceSession(folder / GRAPH, options, providers=["CPUExecutionProvider"])


def _batches(lengths: list[int]) -> Iterator[np.ndarray]:
    """Yields numbers of texts of like length, so that little is padded."""
    order = np.argsort(lengths, kind="stable")
    for start in range(0, len(order), BATCH):
        yield order[start : start + BATCH]


def _padded(encodings: list[Encoding]) -> tuple[np.ndarray, np.ndarray]:
    longest = max(len(e.ids) for e in encodings)
    ids = np.ones((len(encodings), longest), np.int64)
    mask = np.zeros_like(ids)
    for row, encoding in enumerate(encodings):
        ids[row, : len(encoding.ids)] = encoding.ids
        mask[row, : len(encoding.ids)] = 1
    return ids, mask
