"""The command is killed at any moment: the old index or the new one is in service."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.store.chroma import Store, open_store
from index.store.manifest import Manifest
from index.store.place import Embedded
from index.types import Embedder, NoIndex
from tests.index.index_helpers import write

ROOT = Path(__file__).parents[2]
ARTICLES = 60


def test_a_killed_update_leaves_the_old_index_or_the_new_one(tmp_path: Path, embedder: Embedder) -> None:
    _kill_and_look(tmp_path, embedder, rounds=5)


@pytest.mark.slow
def test_many_killed_updates_leave_the_old_index_or_the_new_one(tmp_path: Path, embedder: Embedder) -> None:
    _kill_and_look(tmp_path, embedder, rounds=30)


def _kill_and_look(folder: Path, embedder: Embedder, rounds: int) -> None:
    assert embedder.dimensions  # the model is made by now, and no round waits for it
    moments = random.Random(rounds)
    served, whole = 0, _run(folder, 0, None)
    for number in range(1, rounds + 1):
        _run(folder, number, moments.uniform(0.3, 1.1) * whole)
        found = _version(folder)
        assert found in (served, number)
        served = found
    _run(folder, rounds + 1, None)
    assert _version(folder) == rounds + 1


def _run(folder: Path, version: int, seconds: float | None) -> float:
    """Writes all articles in a new version, indexes them, and kills that after some time, if any is given."""
    texts = {f"{n}.md": _text(n, version) for n in range(ARTICLES)}
    news = write(folder / "news", texts)
    command = [sys.executable, "-m", "bot", "--data", str(folder / "data"), "index", "--corpus", str(news)]
    began = time.monotonic()
    process = subprocess.Popen(command, cwd=ROOT, env=_environment(), stdout=subprocess.DEVNULL)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(30)
    else:
        assert process.returncode == 0
    return time.monotonic() - began


def _text(number: int, version: int) -> str:
    """An article that states one fact, and says last in which version it is."""
    stated = f"Claude Opus {number + 10}.1 has a context window of {version + 1}000 tokens."
    return f"# Bird {number}\n\n{stated}\n\nBird {number} in version {version}.\n"


def _environment() -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("MODELSCAPE_") or k == "MODELSCAPE_CACHE"}
    return {**kept, "PYTHONPATH": str(ROOT)}


def _version(folder: Path) -> int:
    """The version that all that is served is of."""
    with open_store(Embedded(folder / "data" / "chroma")) as store:
        try:
            manifest = store.manifest()
        except NoIndex:
            return 0
        assert store.check().articles == ARTICLES
        rows = [p for s in manifest.segments for page in store.all_rows(s.name) for p in page]
        live = [
            p for p in rows if manifest.by_article[p.article].segment in {s.name for s in manifest.segments}
        ]
        versions = {int(p.text.rstrip(".").rsplit(" ", 1)[1]) for p in live}
        assert len(versions) == 1
        assert _stated(store, manifest) == [(min(versions) + 1) * 1000] * ARTICLES
        return versions.pop()


def _stated(store: Store, manifest: Manifest) -> list[float | None]:
    """The numbers of the facts that are served; none may be left from another version."""
    names = [s.facts for s in manifest.segments if s.facts]
    return [r.fact.value.number for name in names for page in store.facts.pages(name) for r in page]
