import json

import pytest

from bot.batch import Asked
from bot.commands.search import Searching
from bot.renewed import Renewed
from tests.bot.fakes import FakeSearcher


def test_a_query_is_made_safe_and_its_language_told(capsys: pytest.CaptureFixture[str]) -> None:
    fake = FakeSearcher()
    Searching(Renewed(lambda: fake), 5, json=True).search("上下文\u202e 窗口")
    assert fake.history == [("上下文 窗口", "zh", 5, None)]
    found = json.loads(capsys.readouterr().out)
    assert (found["id"], found["query"], len(found["hits"])) == (None, "上下文 窗口", 1)


def test_a_batch_repeats_ids(capsys: pytest.CaptureFixture[str]) -> None:
    Searching(Renewed(FakeSearcher), 5, json=True).search_line(Asked("s1", "x"))
    assert json.loads(capsys.readouterr().out)["id"] == "s1"
    Searching(Renewed(FakeSearcher), 5, json=False).search_line(Asked("s1", "x"))
    assert capsys.readouterr().out.startswith("== s1 ==\n1. Quartz 7 arrives")


def test_nothing_found_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    Searching(Renewed(FakeSearcher), 5, json=False).search("\x00")
    assert capsys.readouterr().out == "Nothing was found.\n"
