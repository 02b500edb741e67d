from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpus.files import find_files
from corpus.intake.storing import put_away, store_changed, store_new, tidy, write_whole

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_each_article_gets_a_name_of_its_own(tmp_path: Path) -> None:
    assert [store_new(tmp_path, "2026-03-01-owl", text) for text in "abc"] == [
        "2026-03-01-owl.md",
        "2026-03-01-owl-2.md",
        "2026-03-01-owl-3.md",
    ]


def test_an_earlier_version_is_kept_where_it_is_no_article(tmp_path: Path) -> None:
    path = store_new(tmp_path, "owl", "first")
    store_changed(tmp_path, path, "second", NOW)
    assert (tmp_path / path).read_text() == "second"
    assert [kept.read_text() for kept in (tmp_path / ".versions").iterdir()] == ["first"]
    assert [file.path for file in find_files(tmp_path)[0]] == [path]


def test_what_is_taken_out_is_put_away(tmp_path: Path) -> None:
    path = store_new(tmp_path, "owl", "first")
    kept = put_away(tmp_path, path, NOW)
    assert kept
    assert kept.read_text() == "first"
    assert find_files(tmp_path)[0] == []
    assert put_away(tmp_path, path, NOW) is None


def test_a_failed_write_leaves_the_old_file_and_no_rest(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.md", b"old")
    with pytest.raises(TypeError):
        write_whole(tmp_path / "a.md", "no bytes")  # type: ignore[arg-type]
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.md", b"old")]


def test_what_a_killed_process_had_begun_is_removed_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / ".new-abc").write_text("half")
    store_new(tmp_path, "owl", "whole")
    tidy(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["owl.md"]
    tidy(tmp_path / "nothing")
