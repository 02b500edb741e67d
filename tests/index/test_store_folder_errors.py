import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from index.store.chroma import open_store
from index.store.errors import explained
from index.store.place import Embedded
from index.types import NoIndex, StoreDamaged, StoreError, UpdateUnderWay
from tests.index.store_helpers import NOW, a_source, passages_of, publish_one, unit_vectors

MANY = 2500  # so many that Chroma writes vectors to files


@pytest.fixture
def filled(embedded: Embedded) -> Embedded:
    with open_store(embedded) as store:
        publish_one(store, 1, MANY)
    return embedded


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "chroma").write_text("no folder")
    with pytest.raises(StoreError, match=r"chroma is not a folder .* --data"):
        open_store(Embedded(tmp_path / "chroma"))
    with pytest.raises(StoreError, match=r"below is not a folder .* --data"):
        open_store(Embedded(tmp_path / "chroma" / "below"))


@pytest.mark.parametrize("damage", ["garbage", "half", "other schema", "other history", "no text"])
def test_a_damaged_database_is_said_to_be_and_how_to_mend_it(filled: Embedded, damage: str) -> None:
    _damage(filled.folder / "chroma.sqlite3", damage)
    with pytest.raises(StoreDamaged, match=r"damaged, or was written by another version .*: move .* away"):
        _opened_and_read(filled)


def test_an_emptied_database_is_no_index(filled: Embedded) -> None:
    (filled.folder / "chroma.sqlite3").write_bytes(b"")
    with open_store(filled) as store:
        with pytest.raises(NoIndex):
            store.manifest()
        publish_one(store, 1, 10)
        assert store.check().passages == 10


@pytest.mark.parametrize("damage", ["missing", "garbage"])
def test_lost_vectors_are_damage_and_never_a_shorter_answer(filled: Embedded, damage: str) -> None:
    for folder in [entry for entry in filled.folder.iterdir() if entry.is_dir()]:
        if damage == "missing":
            shutil.rmtree(folder)
        else:
            (folder / "index_metadata.pickle").write_bytes(b"\xfe" * 5000)
    with open_store(filled) as store:
        segment = store.manifest().segments[0].name if damage == "missing" else None
        with pytest.raises(StoreDamaged, match=r"move .* away, then run"):
            store.check()
        if segment:
            with pytest.raises(StoreDamaged):
                store.query(segment, unit_vectors(MANY)[0], 5)


def test_a_read_only_folder_is_named(filled: Embedded, tmp_path: Path) -> None:
    with _mounted("--bind", str(filled.folder), tmp_path / "mounted") as folder:
        _mount("-o", "remount,bind,ro", str(folder))
        with pytest.raises(StoreError, match=r"mounted can't be written"):
            open_store(Embedded(folder))
        with pytest.raises(StoreError, match=r"new can't be written"):
            open_store(Embedded(folder / "new"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    with _mounted("-t", "tmpfs", "-o", "size=16m", "tmpfs", tmp_path / "small") as folder:
        yield folder


def test_on_a_full_disk_an_update_fails_readers_read_on_and_the_next_update_succeeds(
    small_disk: Path,
) -> None:
    place = Embedded(small_disk / "chroma")
    with open_store(place) as reader, open_store(place) as store:
        segment = publish_one(store, 1, 20)
        assert reader.check().passages == 20
        _fill(small_disk / "ballast")
        with pytest.raises(StoreError, match=r"The disk of .* is full: make room"):
            publish_one(store, 2, 20)
        with pytest.raises(StoreError, match=r"is full"):
            open_store(Embedded(small_disk / "other"))
        assert reader.latest_generation() == 1
        assert reader.rows(segment.name, range(20)) == passages_of("tin-robots", 20)
        assert len(reader.query(segment.name, unit_vectors(1)[0], 20)[0]) == 20
        (small_disk / "ballast").unlink()
        publish_one(store, 2, 20)  # Chroma's own connection would wait for ever here
        assert reader.check() == store.check()


def test_a_disk_that_fills_while_rows_are_written_is_named(small_disk: Path) -> None:
    with open_store(Embedded(small_disk / "chroma")) as store:
        publish_one(store, 1, 20)
        with pytest.raises(StoreError, match=r"The disk of .* is full"):
            publish_one(store, 2, 40_000)
    with open_store(Embedded(small_disk / "chroma")) as store:
        assert store.check().passages == 20


LIMITED = """
import resource, sys
from pathlib import Path
from index.store.chroma import open_store
from index.store.place import Embedded
from index.types import StoreError
from tests.index.store_helpers import publish_one
with open_store(Embedded(Path(sys.argv[1]))) as store:
    size = (Path(sys.argv[1]) / "chroma.sqlite3").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 100_000, size + 100_000))
    try:
        publish_one(store, 2, 2000)
    except StoreError as error:
        print("said:", error)
"""


def test_a_file_that_may_grow_no_more_gets_a_sentence_and_the_index_is_kept(embedded: Embedded) -> None:
    with open_store(embedded) as store:
        publish_one(store, 1, 20)
    command = [sys.executable, "-c", LIMITED, str(embedded.folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100)
    assert "full, at its quota or failing" in done.stdout, done.stderr
    assert done.stdout.count("\n") == 1
    with open_store(embedded) as store:
        assert store.check().generation == 1
        publish_one(store, 2, 30)
        assert store.check().passages == 30


@pytest.mark.parametrize(
    ("words", "kind", "says"),
    [
        ("(code: 8) attempt to write a readonly database", StoreError, "can't be written"),
        ("Permission denied (os error 13)", StoreError, "can't be written"),
        ("(code: 13) database or disk is full", StoreError, "is full: make room"),
        ("(code: 778) disk I/O error", StoreError, "full, at its quota or failing"),
        ("(code: 5) database is locked", UpdateUnderWay, "try again"),
        ("(code: 11) database disk image is malformed", StoreDamaged, "move"),
        ("something\nnew  and\tstrange" + "!" * 999, StoreError, "something new and strange"),
    ],
)
def test_what_chroma_says_becomes_a_sentence(tmp_path: Path, words: str, kind: type, says: str) -> None:
    found = explained(words, Embedded(tmp_path))
    assert type(found) is kind
    assert says in str(found)
    assert "\n" not in str(found)
    assert len(str(found)) < 600


def test_half_a_character_in_a_text_leaves_nothing_behind(embedded: Embedded) -> None:
    with open_store(embedded) as store:
        name = store.new_segment("x", NOW)
        broken = passages_of("tin-robots", 3, words="\udcff")
        with pytest.raises(StoreError, match="surrogate"):
            store.add_rows(name, 0, broken, {"tin-robots": a_source()}, unit_vectors(3))
        assert list(store.all_rows(name)) == []


def _opened_and_read(place: Embedded) -> None:
    with open_store(place) as store:
        store.rows(store.manifest().segments[0].name, [0])


def _damage(database: Path, damage: str) -> None:
    if damage == "garbage":
        database.write_bytes(b"\x00\xff tin robots" * 9000)
    if damage == "half":
        os.truncate(database, database.stat().st_size // 2)
    statement = {
        "other schema": "ALTER TABLE embedding_metadata RENAME TO metadata_of_embeddings",
        "no text": "UPDATE collections SET config_json_str = CAST(x'7bff' AS TEXT), schema_str = CAST(x'7bff' AS TEXT)",
        "other history": "UPDATE migrations SET sql = sql || ' -- later', hash = 'x' WHERE version = 1",
    }.get(damage)
    if statement:
        with closing(sqlite3.connect(database)) as base:
            base.execute(statement)
            base.commit()


def _fill(path: Path) -> None:
    path.write_bytes(b"x" * shutil.disk_usage(path.parent).free)


def _mount(*options: str) -> None:
    done = subprocess.run(["mount", *options], capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"file systems can't be mounted here: {done.stderr.strip()}")


@contextmanager
def _mounted(*options: str | Path) -> Iterator[Path]:
    """Mounts on the last of the options, a folder that is made."""
    if not shutil.which("mount"):
        pytest.skip("there is no mount command here")
    folder = Path(options[-1])
    folder.mkdir()
    _mount(*map(str, options))
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
