"""Takes out of the vectors what says which language a text is in.

The encoder ranks by language first: a Chinese question finds nearly every Chinese passage before the
English one that answers it. The mean vectors of the languages span a small subspace; with it projected
out, and the mean over the languages subtracted, texts of all languages mix (after Yang et al., "A Simple
and Effective Method to Eliminate the Self Language Bias in Multilingual Representations", EMNLP 2021).
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files

import numpy as np

from index.embedding.affine import Affine
from index.embedding.layout import PASSAGE, QUERY


def calibration_texts() -> dict[str, list[str]]:
    """Returns the shipped calibration sentences by language: line n says the same in every language."""
    folder = files("index") / "calibration"
    texts = {f.name.removesuffix(".txt"): f.read_text("utf-8").splitlines() for f in folder.iterdir()}
    return dict(sorted(texts.items()))


def calibration_digest(texts: Mapping[str, Sequence[str]]) -> str:
    """Returns the SHA-256 of all calibration sentences, in hex."""
    lines = (f"{language}\t{line}\n" for language in sorted(texts) for line in texts[language])
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def language_projections(
    texts: Mapping[str, Sequence[str]], embed: Callable[[Sequence[str]], tuple[np.ndarray, np.ndarray]]
) -> tuple[Affine, Affine]:
    """Returns the maps for whole texts and for single tokens that take their languages out.

    `embed` gives of texts with their prefix the vectors [texts, d] and the mean over all their tokens'
    vectors [d], all of length one before. Means are taken of the sentences as passages and as queries,
    since the two prefixes shift the languages differently.
    """
    whole, tokens = [], []
    for prefix in (QUERY, PASSAGE):
        for lines in texts.values():
            vectors, token_mean = embed([prefix + line for line in lines])
            whole.append(vectors.mean(axis=0))
            tokens.append(token_mean)
    return without_span(np.stack(whole)), without_span(np.stack(tokens))


def without_span(means: np.ndarray) -> Affine:
    """Returns the map that subtracts the mean of the means [languages, d] and then takes out the part in
    the directions in which they differ."""
    centre = means.mean(axis=0, dtype=np.float64)
    _, sizes, directions = np.linalg.svd(means - centre, full_matrices=False)
    span = directions[sizes > sizes[0] * 1e-6]
    matrix = np.eye(means.shape[1]) - span.T @ span
    return Affine(matrix, -matrix @ centre)
