import json

import pytest

from bot.doctor.check import Check
from bot.rendering.as_json import checks_json, hits_json, json_line, reply_json, report_json
from bot.types import Refusal
from corpus.types import Skipped, Warned
from index.sync.report import Report
from tests.bot.samples import BARE, QUESTION, answer, hit, refusal

CITATION = {
    "n": 1,
    "article": "quartz-arrives",
    "title": "Quartz 7 arrives",
    "publisher": "The Example",
    "url": "https://news.example/quartz",
    "published": "2031-05-04",
    "language": "en",
    "path": "2031/quartz.md",
    "quote": "Quartz 7 reads 9M tokens",
    "start": 40,
    "end": 64,
    "context": [{"quote": "Windows", "start": 10, "end": 17}],
}


def test_an_answer_has_the_fields_that_scripts_rely_on() -> None:
    assert reply_json(answer(), "q1") == {
        "id": "q1",
        "question": "How long is Quartz 7's window?",
        "language": "en",
        "outcome": "answered",
        "text": "“Quartz 7 reads 9M tokens” [1]",
        "understood": None,
        "rows": [],
        "unknown": [],
        "citations": [CITATION],
        "near_miss": None,
        "timings_ms": {"total": 12.3},
    }


def test_a_refusal_has_the_same_fields_no_citation_and_the_nearest_thing() -> None:
    found = reply_json(refusal())
    assert found.keys() == reply_json(answer()).keys()
    assert (found["id"], found["outcome"], found["citations"]) == (None, "refused", [])
    near = found["near_miss"]
    assert isinstance(near, dict)
    assert near["text"] == "Quartz 6 reads 1M tokens"
    assert near["citation"]["quote"] == "Quartz 6 reads 1M tokens"


def test_an_explanation_is_there_only_where_it_is_wanted() -> None:
    assert "explain" not in reply_json(answer())
    assert reply_json(answer(), None, {"why": 1})["explain"] == {"why": 1}


def test_what_an_article_does_not_state_is_null() -> None:
    found = json.loads(json_line(reply_json(Refusal(QUESTION, "No."))))
    assert found["near_miss"] is None
    (cited,) = json.loads(json_line({"c": [reply_json(answer())]}))["c"][0]["citations"]
    assert cited == CITATION
    assert hits_json("q", [hit(source=BARE)])["hits"][0]["published"] is None  # type: ignore[index]


def test_hits_have_rank_place_and_text() -> None:
    assert hits_json("quartz", [hit()], 3) == {
        "id": 3,
        "query": "quartz",
        "hits": [
            {
                "rank": 1,
                "score": 1.234568,
                "article": "quartz-arrives",
                "path": "2031/quartz.md",
                "language": "en",
                "published": "2031-05-04",
                "heading": "Windows",
                "text": "Quartz 7 reads 9M tokens.",
                "start": 40,
                "end": 65,
            }
        ],
    }


def test_a_report_counts_and_names_what_went_wrong() -> None:
    report = Report(
        3, 40, 0, 1, 1, 1, 0, (Skipped("a.md", "Empty."),), (Warned("b.md", "No date."),), 7, 1.23456
    )
    assert report_json(report) == {
        "articles": 3,
        "passages": 40,
        "facts": 0,
        "added": 1,
        "updated": 1,
        "unchanged": 1,
        "removed": 0,
        "skipped": [{"path": "a.md", "reason": "Empty."}],
        "warnings": [{"path": "b.md", "message": "No date."}],
        "generation": 7,
        "seconds": 1.235,
    }


def test_checks_are_named() -> None:
    assert checks_json([Check("data", False, "full")]) == {
        "checks": [{"name": "data", "ok": False, "message": "full"}]
    }


@pytest.mark.parametrize("character", ["\ud800", "\u2028", "\x85", "\x9b", "\u202e", "\U000e0041"])
def test_hostile_characters_keep_their_value_and_do_no_harm(character: str) -> None:
    line = json_line(reply_json(answer(f"a{character}b"), character))
    assert character not in line
    assert json.loads(line)["text"] == f"a{character}b"
    assert json.loads(line)["id"] == character


def test_chinese_stays_readable() -> None:
    assert json_line({"text": "上下文"}) == '{"text": "上下文"}'
