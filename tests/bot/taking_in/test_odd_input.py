"""Odd files through `index` and through `add`: each is used with a warning, or skipped with a reason."""

import json
import os
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.settings import Settings
from index.types import Embedder
from tests.bot.taking_in.odd_files import UNUSABLE, USABLE, Usable

Run = Callable[..., tuple[int, Any, str]]
CACHE = str(Settings().cache)
VANISHES = "vanishes.md"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """All files, and one that is gone when it is read: its link leads nowhere."""
    folder = tmp_path / "news"
    folder.mkdir()
    for file in (*USABLE, *UNUSABLE):
        (folder / file.name).write_bytes(file.data)
    (folder / VANISHES).symlink_to(folder / "gone.md")
    return folder


@pytest.fixture
def run(
    tmp_path: Path, embedder: Embedder, environment: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> Run:
    assert embedder.dimensions

    def act(corpus: Path, *argv: str) -> tuple[int, Any, str]:
        environment(
            MODELSCAPE_DATA=str(tmp_path / "data"), MODELSCAPE_CORPUS=str(corpus), MODELSCAPE_CACHE=CACHE
        )
        with ExitStack() as opened:
            status = main(opened, [*argv, "--json"])
        out, err = capsys.readouterr()
        return status, json.loads(out), err

    return act


def reasons(report: Any) -> dict[str, str]:
    return {os.path.basename(one["path"]): one["reason"] for one in report["skipped"]}


def test_index_uses_what_can_be_used_and_skips_the_rest_with_reasons(run: Run, news: Path) -> None:
    status, report, err = run(news, "index")
    assert (status, err) == (0, "")  # a file that is skipped is no failure of the update
    assert (report["articles"], report["added"]) == (len(USABLE), len(USABLE))
    assert reasons(report).keys() == {*(file.name for file in UNUSABLE), VANISHES}
    assert all(file.reason in reasons(report)[file.name] for file in UNUSABLE)
    warnings: dict[str, list[str]] = {}
    for one in report["warnings"]:
        warnings.setdefault(one["path"], []).append(one["message"])
    for file in USABLE:
        assert_warned(file, warnings.get(file.name, []))
    again = run(news, "index")[1]
    assert (again["unchanged"], again["skipped"]) == (len(USABLE), report["skipped"])


def test_add_takes_in_what_can_be_used_and_says_what_could_not_be(
    run: Run, news: Path, tmp_path: Path
) -> None:
    nothing = tmp_path / "nothing"
    nothing.mkdir()
    given = [str(news / file.name) for file in (*USABLE, *UNUSABLE)] + [str(news / VANISHES)]
    status, report, err = run(nothing, "add", "--force", *given)
    assert status == 1
    assert (report["articles"], len(report["taken_in"]), report["copies"]) == (len(USABLE), len(USABLE), [])
    assert reasons(report).keys() == {*(file.name for file in UNUSABLE), VANISHES}
    assert len([line for line in err.splitlines() if "was not taken in" in line]) == len(UNUSABLE) + 1
    stored = tmp_path / "data" / "articles"
    for file, path in zip(USABLE, report["taken_in"], strict=True):
        assert file.said in (stored / path).read_text("utf-8")
        assert_warned(file, [one["message"] for one in report["warnings"] if one["path"] == path])


def assert_warned(file: Usable, messages: list[str]) -> None:
    for words in file.warned:
        assert any(words in message for message in messages), (file.name, words, messages)
    assert all(message.endswith((".", "it")) for message in messages)
