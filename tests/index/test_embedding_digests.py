import json
import os
from pathlib import Path

import pytest

from index.embedding.digests import DIGESTS, all_intact, file_digest, still_intact

NAMES = ("graph", "words")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (*NAMES, "other"):
        (tmp_path / name).write_text(f"this is {name}")
    digests = {name: file_digest(tmp_path / name) for name in (*NAMES, "other")}
    (tmp_path / DIGESTS).write_text(json.dumps({"made_by": "robots", "files": digests}))
    return tmp_path


def change(path: Path, *, same_time: bool) -> None:
    """Changes a file, but not its size."""
    before = path.stat()
    path.write_text("THIS" + path.read_text()[4:])
    time = before.st_mtime_ns + (0 if same_time else 1_000)
    os.utime(path, ns=(time, time))


def test_what_was_checked_once_is_not_read_again_but_by_a_check_of_all(folder: Path) -> None:
    assert still_intact(folder, NAMES)
    change(folder / "graph", same_time=True)
    assert still_intact(folder, NAMES)
    assert not all_intact(folder)


def test_a_file_of_another_time_is_read_again(folder: Path) -> None:
    assert still_intact(folder, NAMES)
    change(folder / "graph", same_time=False)
    assert not still_intact(folder, NAMES)


def test_a_file_that_was_never_checked_is_read(folder: Path) -> None:
    change(folder / "words", same_time=True)
    assert not still_intact(folder, NAMES)


def test_a_copy_with_other_times_is_whole_and_remembered(folder: Path) -> None:
    assert still_intact(folder, NAMES)
    os.utime(folder / "graph", ns=(5, 5))
    assert still_intact(folder, NAMES)
    known = json.loads((folder / DIGESTS).read_text())
    assert known["stamps"]["graph"] == [len("this is graph"), 5]
    assert known["made_by"] == "robots"
    assert all_intact(folder)
    assert {f.name for f in folder.iterdir()} == {*NAMES, "other", DIGESTS}


def test_a_missing_file_is_not_whole(folder: Path) -> None:
    assert still_intact(folder, NAMES)
    (folder / "words").unlink()
    assert not still_intact(folder, NAMES)
    assert not all_intact(folder)


def test_a_folder_that_cannot_be_written_is_read_each_time(folder: Path) -> None:
    (folder / f"{DIGESTS}.{os.getpid()}").mkdir()  # in the way of the draft
    assert still_intact(folder, NAMES)
    assert "stamps" not in json.loads((folder / DIGESTS).read_text())
    change(folder / "graph", same_time=True)
    assert not still_intact(folder, NAMES)


@pytest.mark.parametrize(
    "content", ["", "[]", '{"files": 7}', '{"files": {}, "stamps": {}}', '{"stamps": 7}']
)
def test_a_record_that_says_nothing_makes_nothing_whole(folder: Path, content: str) -> None:
    (folder / DIGESTS).write_text(content)
    assert not still_intact(folder, NAMES)
    assert not all_intact(folder)
