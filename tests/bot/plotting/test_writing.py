from pathlib import Path

import pytest

from bot.plotting.writing import write_picture
from bot.types import NotDrawn


def test_a_picture_is_written_whole_in_the_place_of_an_older_one(tmp_path: Path) -> None:
    (tmp_path / "p.png").write_bytes(b"old")
    write_picture(tmp_path / "p.png", b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"p.png": b"new"}


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NotDrawn, match=r"can't be written .*check --plot"):
        write_picture(tmp_path / "none" / "p.png", b"new")


def test_a_picture_that_can_not_take_the_place_of_a_folder_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "p.png").mkdir()
    with pytest.raises(NotDrawn):
        write_picture(tmp_path / "p.png", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["p.png"]
