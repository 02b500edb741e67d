"""Words by which an article names a model for short: "Swift" for Halyard Swift 3."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.names.family import Family
from corpus.names.folding import folded
from corpus.names.place import squeezed
from corpus.names.types import Mention


def short_names(families: Iterable[Family], named: Sequence[Mention]) -> list[Family]:
    """Returns the families whose own variant words before the number may stand alone, since the article names just
    one model of theirs with such a word."""
    return [replace(family, alone=alone) for family in families if (alone := dict(_alone(family, named)))]


def _alone(family: Family, named: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """Each word with the version that it then implies."""
    models = {hit.model.key: hit.model for hit in named if hit.model.family == family.name}
    for word in family.own.words:
        with_it = [m for m in models.values() if squeezed(word) in m.key.partition("|")[2].split()]
        found = _WHOLE.fullmatch(with_it[0].name.removeprefix(family.name)) if len(with_it) == 1 else None
        if found and squeezed(folded(found[1])) == squeezed(word):
            yield squeezed(word), found[2]


_WHOLE = re.compile(r"[ \-]?([A-Za-z]{2,15})[ \-]?(\d{1,3}(?:\.\d{1,2})?)")
