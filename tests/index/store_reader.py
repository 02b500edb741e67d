"""Keeps one store open, and for each line of input prints what is served: generation and best text."""

import sys
from pathlib import Path

from index.store.chroma import open_store
from index.store.place import Embedded
from tests.index.store_helpers import unit_vectors

with open_store(Embedded(Path(sys.argv[1]))) as store:
    for line in sys.stdin:
        segment = store.manifest().segments[0]
        rows, _ = store.query(segment.name, unit_vectors(segment.rows)[int(line)], 1)
        print(store.latest_generation(), store.rows(segment.name, rows.tolist())[0].text, flush=True)
