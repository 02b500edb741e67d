"""Updates an index in a loop until it is killed; prints each generation that it has published."""

import sys
from pathlib import Path

from index.store.chroma import open_store
from index.store.lock import update_lock
from index.store.place import Embedded
from tests.index.store_helpers import a_manifest, write_segment

ARTICLES = ("tin-robots", "copper-robots")
ROWS = 40


def main(data: Path) -> None:
    with update_lock(data), open_store(Embedded(data / "chroma")) as store:
        generation = (store.latest_generation() or 0) + 1
        print("ready", flush=True)
        while True:
            segments = [(a, write_segment(store, a, ROWS, f"hums {generation}")) for a in ARTICLES]
            store.publish(a_manifest(generation, segments))
            print(generation, flush=True)
            generation += 1


if __name__ == "__main__":
    main(Path(sys.argv[1]))
