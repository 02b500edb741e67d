from pathlib import Path

import pytest

from bot.doctor.folders import corpus_found, data_found
from bot.settings import Settings
from corpus.types import CorpusError


def settings(*folders: Path) -> Settings:
    return Settings(corpus=folders)


def test_articles_are_counted_and_the_first_skipped_file_named(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\nText.\n", "utf-8")
    (tmp_path / "b.pdf").write_bytes(b"")
    ok, message = corpus_found(settings(tmp_path))
    assert ok
    assert message.startswith(f"1 article in {tmp_path}, 1 skipped (b.pdf: ")


def test_a_folder_without_articles_says_what_to_put_there(tmp_path: Path) -> None:
    ok, message = corpus_found(settings(tmp_path))
    assert not ok
    assert "put .md, .txt, .html, .pdf or .docx files there" in message


def test_a_folder_that_is_not_there_is_an_error_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CorpusError):
        corpus_found(settings(tmp_path / "nowhere"))


def test_a_data_folder_is_tried_and_none_is_made(tmp_path: Path) -> None:
    assert data_found(tmp_path)[0]
    ok, message = data_found(tmp_path / "deep" / "data")
    assert ok
    assert message.endswith("; it will be made")
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    ok, message = data_found(tmp_path / "file" / "data")
    assert (ok, "is not a folder" in message) == (False, True)
