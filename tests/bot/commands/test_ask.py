import json
from datetime import date

import pytest

from bot.batch import Asked
from bot.commands.ask import Asking
from bot.renewed import Renewed
from bot.types import Question
from tests.bot.fakes import FakeAnswerer
from tests.bot.samples import refusal


def test_the_question_is_made_safe_and_the_day_passed_on(capsys: pytest.CaptureFixture[str]) -> None:
    fake = FakeAnswerer()
    Asking(Renewed(lambda: fake), date(2031, 5, 4), explain=False, json=True).ask("what\x00 is new?")
    assert fake.history == [(Question("what is new?", "en"), date(2031, 5, 4))]
    assert json.loads(capsys.readouterr().out)["question"] == "what is new?"


def test_json_of_a_batch_is_one_line_each_with_the_id_as_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    asking = Asking(Renewed(FakeAnswerer), None, explain=False, json=True)
    for asker_id in ("a", 7, 1.5):
        asking.ask_line(Asked(asker_id, "x"))
    assert [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()] == ["a", 7, 1.5]


def test_text_of_a_batch_is_headed_by_the_id(capsys: pytest.CaptureFixture[str]) -> None:
    asking = Asking(Renewed(lambda: FakeAnswerer([refusal()])), None, explain=False, json=False)
    asking.ask_line(Asked("q\n9", "x"))
    out = capsys.readouterr().out
    assert out.startswith("== q 9 ==\nThe articles do not say it.")
    assert out.endswith("\n\n")


def test_an_explanation_goes_into_the_json_or_beside_the_text(capsys: pytest.CaptureFixture[str]) -> None:
    explained = {
        "query": None,
        "threshold": 0.5,
        "units": [{"text": "quartz", "weight": 0.75, "name": True, "concept": None}],
        "hits": [{"rank": 1, "score": 1.2346, "article": "quartz-arrives", "start": 40, "end": 65}],
        "verdicts": [],
    }
    Asking(Renewed(FakeAnswerer), None, explain=True, json=True).ask("x")
    assert json.loads(capsys.readouterr().out)["explain"] == explained
    Asking(Renewed(FakeAnswerer), None, explain=True, json=False).ask("x")
    out, err = capsys.readouterr()
    assert json.loads(err) == explained
    assert "threshold" not in out
