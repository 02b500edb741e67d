import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from index.opening import ensure_shelf
from index.shelf import Shelf, drop_shelves, language_group, read_shelf, write_shelf
from index.store.chroma import open_store
from index.store.place import Embedded
from index.text import Terms
from tests.index.index_helpers import TERMS, a_shelf
from tests.index.store_helpers import unit_vectors, write_segment

ROWS = [("a", "en", "Tin robots whistle"), ("b", "zh", "机器人"), ("b", "zh-Hant", "機器人"), ("a", "en", "")]


def shelf() -> Shelf:
    return a_shelf(ROWS, unit_vectors(len(ROWS)))


def same(found: Shelf | None, expected: Shelf) -> None:
    assert found is not None
    assert (found.terms, found.article_names, found.language_names) == (
        expected.terms,
        expected.article_names,
        expected.language_names,
    )
    for name in ("articles", "languages", "vectors"):
        assert np.array_equal(getattr(found, name), getattr(expected, name))
    assert found.postings.of("robot")[0].tolist() == expected.postings.of("robot")[0].tolist()
    assert np.array_equal(found.sums.products, expected.sums.products)


def test_a_shelf_that_is_written_is_read_back(tmp_path: Path) -> None:
    write_shelf(shelf(), tmp_path / "shelves" / "one")
    same(read_shelf(tmp_path / "shelves" / "one", TERMS.fingerprint), shelf())
    assert [entry.name for entry in (tmp_path / "shelves").iterdir()] == ["one"]


def test_both_scripts_of_chinese_are_one_language() -> None:
    assert shelf().language_names == ("en", "zh")
    assert shelf().languages.tolist() == [0, 1, 1, 0]
    assert language_group("zh-Hant") == language_group("zh") == "zh"


def test_arrays_are_mapped_and_not_read(tmp_path: Path) -> None:
    write_shelf(shelf(), tmp_path / "one")
    found = read_shelf(tmp_path / "one", TERMS.fingerprint)
    assert found is not None
    assert isinstance(found.vectors, np.memmap)


def test_a_shelf_of_other_terms_is_not_taken_and_is_replaced(tmp_path: Path) -> None:
    write_shelf(shelf(), tmp_path / "one")
    other = Terms({}, ())
    assert read_shelf(tmp_path / "one", other.fingerprint) is None
    newer = Shelf(other.fingerprint, *(getattr(shelf(), name) for name in Shelf.__slots__[1:]))
    write_shelf(newer, tmp_path / "one")
    assert read_shelf(tmp_path / "one", other.fingerprint) is not None
    assert read_shelf(tmp_path / "one", TERMS.fingerprint) is None


def test_a_shelf_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    write_shelf(shelf(), tmp_path / "one")
    before = (tmp_path / "one" / "vectors.npy").stat().st_ino
    write_shelf(shelf(), tmp_path / "one")
    assert (tmp_path / "one" / "vectors.npy").stat().st_ino == before


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b"{}", b'{"version": 99, "terms": ""}', b"\xff\xfe\x00", b"7"]
)
def test_a_damaged_list_of_names_is_no_shelf(tmp_path: Path, content: bytes) -> None:
    write_shelf(shelf(), tmp_path / "one")
    (tmp_path / "one" / "shelf.json").write_bytes(content)
    assert read_shelf(tmp_path / "one", TERMS.fingerprint) is None
    write_shelf(shelf(), tmp_path / "one")
    same(read_shelf(tmp_path / "one", TERMS.fingerprint), shelf())


@pytest.mark.parametrize("name", ["vectors", "terms", "rows", "sum_products"])
@pytest.mark.parametrize("content", [None, b"", b"no array", b"\x93NUMPY\x01"])
def test_a_missing_or_damaged_array_is_no_shelf(tmp_path: Path, name: str, content: bytes | None) -> None:
    write_shelf(shelf(), tmp_path / "one")
    path = tmp_path / "one" / f"{name}.npy"
    path.unlink() if content is None else path.write_bytes(content)
    assert read_shelf(tmp_path / "one", TERMS.fingerprint) is None


def test_an_array_that_was_cut_off_is_no_shelf(tmp_path: Path) -> None:
    write_shelf(shelf(), tmp_path / "one")
    path = tmp_path / "one" / "vectors.npy"
    path.write_bytes(path.read_bytes()[:-1])
    assert read_shelf(tmp_path / "one", TERMS.fingerprint) is None


def test_shelves_that_no_generation_needs_are_dropped(tmp_path: Path) -> None:
    for name in ("one", "two", "making-x"):
        write_shelf(shelf(), tmp_path / name)
    drop_shelves(tmp_path, ["two"])
    assert [entry.name for entry in tmp_path.iterdir()] == ["two"]
    drop_shelves(tmp_path / "nowhere", [])


def test_a_missing_shelf_is_made_from_the_store(tmp_path: Path, embedded: Embedded) -> None:
    said: list[str] = []
    with open_store(embedded) as store:
        segment = write_segment(store, "tin-robots", 30)
        made = ensure_shelf(store, segment.name, tmp_path / "shelves", TERMS, said.append)
        assert len(said) == 1
        assert made.article_names == ("tin-robots",)
        assert made.vectors == pytest.approx(unit_vectors(30).astype(np.float16), abs=1e-3)
        again = ensure_shelf(store, segment.name, tmp_path / "shelves", TERMS, said.append)
        assert len(said) == 1
        same(again, made)
        shutil.rmtree(tmp_path / "shelves")
        same(ensure_shelf(store, segment.name, tmp_path / "shelves", TERMS, said.append), made)


def test_a_process_killed_while_it_writes_leaves_the_whole_shelf_or_none(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.index.shelf_loop", str(tmp_path)]
    for round_ in range(6):
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.01 + round_ * 0.013)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        for entry in tmp_path.iterdir():
            if not entry.name.startswith("making-"):
                assert json.loads((entry / "shelf.json").read_text())["terms"] == TERMS.fingerprint
                assert read_shelf(entry, TERMS.fingerprint) is not None
    drop_shelves(tmp_path, [])
    assert list(tmp_path.iterdir()) == []
