"""An affine map of vectors."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Affine:
    """``matrix @ x + offset``: matrix [d, d], offset [d]."""

    matrix: np.ndarray
    offset: np.ndarray


def identity(dimensions: int) -> Affine:
    """Returns the map that changes nothing."""
    return Affine(np.eye(dimensions), np.zeros(dimensions))
