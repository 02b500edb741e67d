"""Writes shelves in a loop until it is killed."""

import sys
from itertools import count
from pathlib import Path

from index.shelf import write_shelf
from tests.index.index_helpers import a_shelf
from tests.index.store_helpers import unit_vectors

if __name__ == "__main__":
    made = a_shelf([(f"a{n}", "en", f"robot {n} whistles") for n in range(300)], unit_vectors(300))
    print("ready", flush=True)
    for number in count():
        write_shelf(made, Path(sys.argv[1]) / f"{number % 5}-{number}")
