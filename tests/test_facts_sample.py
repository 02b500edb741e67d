"""Facts are drawn the same for the same seed, and verdicts on them are counted."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.evaluation.facts.verdicts import FOLDER, BadVerdicts, Score, bare, read_verdicts, score
from tests.facts_sample import main

ARTICLE = """# Heron 2 and Tern 9

Marsh & Reed released Claude Opus 9.1 on 5 March 2026. Claude Opus 9.1 has a context window of 128K tokens.

| Model | Context window |
|---|---|
| Gemini 9 Pro | 1M |
| Grok 9 | 2M |
"""
LINES = [
    {"article": "a.md", "model": "Heron 2", "quote": "Heron", "context": [], "verdict": "right"},
    {"article": "a.md", "model": "Tern 9", "quote": "Tern", "context": [], "verdict": "wrong"},
    {"article": "a.md", "model": "Tern 8", "quote": "Tern", "context": [], "verdict": "unsure"},
    {"article": "a.md", "model": "Tern 7", "quote": "Tern", "context": [], "verdict": "right"},
]


def _drawn(capsys: pytest.CaptureFixture[str], folder: Path, *options: str) -> list[dict[str, Any]]:
    assert main(["--corpus", str(folder), *options]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(ARTICLE, "utf-8")
    return tmp_path


def test_each_fact_comes_with_the_words_that_stand_at_its_place(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = _drawn(capsys, folder, "--count", "50")
    assert lines
    for line in lines:
        assert line["quote"] == ARTICLE[line["start"] : line["end"]]
        assert all(words in ARTICLE for words in line["context"])
        assert line["verdict"] is None
    assert ("Grok 9", "context_window", "2000000 tokens") in {
        (line["model"], line["attribute"], line["value"]) for line in lines
    }


def test_the_same_seed_draws_the_same_facts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = _drawn(capsys, folder, "--count", "3", "--seed", "7")
    assert len(first) == 3
    assert first == _drawn(capsys, folder, "--count", "3", "--seed", "7")


def test_what_may_be_committed_has_none_of_the_words(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for line in _drawn(capsys, folder, "--bare"):
        assert not line.keys() & {"quote", "context"}
        assert {"article", "start", "end", "model", "attribute", "value", "verdict"} <= line.keys()


def test_verdicts_are_counted_and_the_wrong_ones_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "verdicts.jsonl"
    path.write_text("\n".join(map(json.dumps, LINES)), "utf-8")
    assert main(["--score", str(path)]) == 0
    *wrong, told = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["model"] for line in wrong] == ["Tern 9", "Tern 8"]
    assert told == "2 right, 1 wrong, 1 unsure: precision 50.0%"


def test_a_score_of_nothing_is_nothing() -> None:
    assert score([]) == Score(0, 0, 0)
    assert Score(0, 0, 0).precision == 0.0


@pytest.mark.parametrize("content", ["no json", '{"verdict": null}', '{"verdict": "perhaps"}', "[]"])
def test_a_file_without_verdicts_fails_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    path = tmp_path / "verdicts.jsonl"
    path.write_text(content, "utf-8")
    assert main(["--score", str(path)]) == 1
    assert "verdicts.jsonl" in capsys.readouterr().err


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.jsonl")), ids=lambda path: path.name)
def test_committed_verdicts_are_whole_and_hold_no_words_of_the_articles(path: Path) -> None:
    lines = read_verdicts(path)
    assert [line for line in lines if bare(line) != line] == []


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadVerdicts, match="none"):
        read_verdicts(tmp_path / "none.jsonl")
