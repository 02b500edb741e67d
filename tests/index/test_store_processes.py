import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.store.chroma import open_store
from index.store.lock import update_lock
from index.store.place import Embedded
from index.types import NoIndex
from tests.index.store_helpers import publish_one, unit_vectors
from tests.index.store_loop import ARTICLES, ROWS


def test_a_process_that_reads_sees_the_new_generation_without_a_restart(embedded: Embedded) -> None:
    with open_store(embedded) as store:
        publish_one(store, 1, 1500, words="hums 1")
        command = [sys.executable, "-m", "tests.index.store_reader", str(embedded.folder)]
        reader = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        try:
            assert _asked(reader, 7) == "1 Robot 7 of tin-robots hums 1. 机器人7。\n"
            for generation in range(2, 6):  # the reader's own segment is dropped on the way
                publish_one(store, generation, 50, words=f"hums {generation}")
                assert (
                    _asked(reader, 7) == f"{generation} Robot 7 of tin-robots hums {generation}. 机器人7。\n"
                )
        finally:
            reader.kill()
            reader.communicate()


def test_a_process_that_is_killed_leaves_the_old_generation_or_the_new_one(tmp_path: Path) -> None:
    _kill_and_look(tmp_path, rounds=10)


@pytest.mark.slow
def test_a_process_that_is_killed_often_leaves_the_old_generation_or_the_new_one(tmp_path: Path) -> None:
    _kill_and_look(tmp_path, rounds=60)


def _kill_and_look(data: Path, rounds: int) -> None:
    moments = random.Random(rounds)
    for _ in range(rounds):
        seen = _run_and_kill(data, moments.uniform(0, 0.5))
        served = _look(data)
        assert served >= seen
        with update_lock(data), open_store(Embedded(data / "chroma")) as store:
            publish_one(store, served + 1)
            assert store.check().generation == served + 1


def _run_and_kill(data: Path, seconds: float) -> int:
    """Returns the last generation that the process said it had published."""
    command = [sys.executable, "-m", "tests.index.store_loop", str(data)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(seconds)
    process.kill()
    rest, _ = process.communicate()
    return max(map(int, rest.split()), default=0)


def _look(data: Path) -> int:
    """Reads all that is served, and says which generation it is."""
    with open_store(Embedded(data / "chroma")) as store:
        try:
            manifest = store.manifest()
        except NoIndex:
            return 0
        assert store.check().generation == manifest.generation
        for segment in manifest.segments:
            vectors = unit_vectors(segment.rows)
            assert store.vectors(segment.name) == pytest.approx(vectors, abs=1e-6)
            assert len(store.query(segment.name, vectors[0], segment.rows)[0]) == segment.rows
            texts = [passage.text for passage in store.rows(segment.name, range(segment.rows))]
            own = segment.rows == ROWS  # else it is of the update between two kills
            assert all((f"hums {manifest.generation}." in text) == own for text in texts)
        assert len(manifest.segments) in (1, len(ARTICLES))
        return manifest.generation


def _asked(reader: "subprocess.Popen[str]", row: int) -> str:
    assert reader.stdin is not None
    assert reader.stdout is not None
    reader.stdin.write(f"{row}\n")
    reader.stdin.flush()
    return reader.stdout.readline()
