"""The commands as a user runs them, over the shipped articles, against the published interface."""

import json
import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.places import SHIPPED
from bot.settings import Settings
from corpus.decode import decode
from index.types import Embedder
from tests.index.store_helpers import free_port

ROOT = Path(__file__).parents[1]
QUESTIONS = ROOT / "tests" / "evaluation" / "open_questions.jsonl"
MANY = 18
Json = dict[str, Any]

ANSWER = {
    *("id", "question", "language", "outcome", "text", "understood", "rows", "unknown", "citations"),
    *("near_miss", "timings_ms"),
}
CITATION = {
    *("n", "article", "title", "publisher", "url", "published", "language", "path", "quote", "start", "end"),
    "context",
}
HIT = {"rank", "score", "article", "path", "language", "published", "heading", "text", "start", "end"}
REPORT = {
    *("articles", "passages", "facts", "added", "updated", "unchanged", "removed", "skipped", "warnings"),
    *("generation", "seconds"),
}
SOURCE = {"article", "title", "publisher", "url", "published", "language", "path", "facts", "passages"}


def environment(**variables: str) -> dict[str, str]:
    dropped = [n for n in os.environ if n.startswith(("MODELSCAPE_", "DISCORD_")) and n != "MODELSCAPE_CACHE"]
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, "PYTHONPATH": str(ROOT), **variables}


def run(
    data: Path, *argv: str | bytes, stdin: bytes | None = None, options: Sequence[str] = (), **variables: str
) -> "subprocess.CompletedProcess[bytes]":
    """Runs a command in the data folder's parent, where no `.env` lies."""
    return subprocess.run(
        [sys.executable, *options, "-m", "bot", "--data", str(data), *argv],
        cwd=data.parent,
        env=environment(**variables),
        input=stdin or b"",
        capture_output=True,
        timeout=300,
    )


def lines(done: "subprocess.CompletedProcess[bytes]", status: int = 0) -> list[Json]:
    """The objects on standard output, of which nothing else may be there."""
    assert b"Traceback" not in done.stderr
    assert done.returncode == status, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def batch(questions: Mapping[str, str]) -> bytes:
    asked = [json.dumps({"id": name, "question": text}) for name, text in questions.items()]
    return "\n".join(asked).encode()


def article_text(path: str) -> str:
    return decode((SHIPPED / path).read_bytes())[0]


def is_exact(citation: Json) -> None:
    text = article_text(citation["path"])
    for span in (citation, *citation["context"]):
        assert span["quote"] == text[span["start"] : span["end"]] != ""


@pytest.fixture(scope="module")
def replies(shipped_index: Path) -> list[Json]:
    """The answers to many questions, asked in one batch."""
    asked = [json.loads(line) for line in QUESTIONS.read_text("utf-8").splitlines()[:MANY]]
    questions = {one["id"]: one["question"] for one in asked}
    found = lines(run(shipped_index, "ask", "--json", "--batch", "-", stdin=batch(questions)))
    assert [(one["id"], one["question"]) for one in found] == list(questions.items())
    return found


def test_replies_have_the_published_shape(replies: list[Json]) -> None:
    assert {one["outcome"] for one in replies} == {"answered", "refused"}
    for one in replies:
        assert one.keys() >= ANSWER
        assert one["understood"] or (one["rows"], one["unknown"]) == ([], [])
        assert one["timings_ms"]["total"] > 0
        near = [one["near_miss"]["citation"]] if one["near_miss"] else []
        assert all(citation.keys() >= CITATION for citation in one["citations"] + near)


def test_every_quote_is_in_its_article_word_for_word(replies: list[Json]) -> None:
    checked = 0
    for one in replies:
        for citation in one["citations"] + ([one["near_miss"]["citation"]] if one["near_miss"] else []):
            is_exact(citation)
            checked += 1
    assert checked > MANY // 2


def test_an_answer_cites_every_statement_and_fits_into_700_characters(replies: list[Json]) -> None:
    for one in [reply for reply in replies if reply["outcome"] == "answered"]:
        assert 0 < len(one["text"]) <= 700
        markers = re.findall(r"\[(\d+)\]", one["text"])
        assert [c["n"] for c in one["citations"]] == list(range(1, len(one["citations"]) + 1))
        assert one["citations"]
        assert {str(c["n"]) for c in one["citations"]} <= set(markers)
        assert one["near_miss"] is None
        for citation in [] if one["understood"] else one["citations"]:
            start = " ".join(citation["quote"].split())[:40]
            assert start in one["text"]


def test_a_refusal_cites_nothing_and_says_so(replies: list[Json]) -> None:
    for one in [reply for reply in replies if reply["outcome"] == "refused"]:
        assert one["citations"] == []
        assert one["text"]
        if one["near_miss"]:
            assert one["near_miss"].keys() >= {"text", "citation"}


def test_the_frame_is_in_the_askers_language(shipped_index: Path) -> None:
    questions = {
        "en": "Who wrote the opera about the lighthouse keeper?",
        "zh": "灯塔看守人的歌剧是谁写的？",
        "zh-Hant": "燈塔看守人的歌劇是誰寫的？",
        "th": "ใครแต่งโอเปร่า",
    }
    found = lines(run(shipped_index, "ask", "--json", "--batch", "-", stdin=batch(questions)))
    assert [one["language"] for one in found][:3] == ["en", "zh", "zh-Hant"]
    texts = [one["text"] for one in found]
    assert texts[0].startswith("The articles")
    assert texts[1].startswith("这些文章")
    assert texts[2].startswith("這些文章")
    assert texts[3].startswith("The articles")


BAD = {
    "empty": "",
    "blank": " \n\t ",
    "long": "what is it " * 10_000,
    "long without spaces": "模" * 100_000,
    "NUL": "what\x00is\x00this",
    "half a pair": "what \ud800 is",
    "only halves": "\udfff\ud800",
    "control": "\x1b[2J\x07 what\r\nis",
    "right to left": "\u202ewhat is\u202c מה זה",
    "emoji": "😀🤖",
    "joined emoji": "👩‍👩‍👧‍👦" * 200,
    "SQL": "'; DROP TABLE passages; -- ",
    "path": "../../../../etc/passwd",
    "Thai": "โมเดลใดมีบริบทหนึ่งล้านโทเค็น",
    "markup": "<script>alert(1)</script> [1] ``` **",
    "format": "%s %n {0} {x} \\u0000 $HOME `id`",
    "marks": "?!…。、",
    "combining": "e" + "\u0301" * 900,
    "one": "5",
    "words that frame only": "what is the of it",
}


def test_any_input_is_answered_or_refused_within_about_a_second(shipped_index: Path) -> None:
    began = time.monotonic()
    done = run(shipped_index, "ask", "--json", "--batch", "-", stdin=batch(BAD))
    found = lines(done)
    assert done.stderr == b""
    assert [one["id"] for one in found] == list(BAD)
    assert all(one["outcome"] in ("answered", "refused") for one in found)
    assert {one["id"]: one["outcome"] for one in found}["empty"] == "refused"
    slow = {one["id"]: one["timings_ms"]["total"] for one in found if one["timings_ms"]["total"] > 3000}
    assert slow == {}
    assert time.monotonic() - began < len(BAD) + 30


def test_any_input_can_be_searched_for(shipped_index: Path) -> None:
    found = lines(run(shipped_index, "search", "--json", "--limit", "3", "--batch", "-", stdin=batch(BAD)))
    assert [one["id"] for one in found] == list(BAD)
    assert all(len(one["hits"]) <= 3 for one in found)
    assert found[0]["hits"] == []


@pytest.mark.parametrize("question", [b"what \xff\xfe is \xed\xa0\x80", b" "])
def test_any_bytes_may_stand_on_the_command_line(shipped_index: Path, question: bytes) -> None:
    done = run(shipped_index, "ask", "--json", "--", question)
    assert done.returncode == 0
    assert [one["outcome"] for one in lines(done)] in (["answered"], ["refused"])


def test_a_line_that_cannot_be_read_is_named_and_the_others_are_answered(shipped_index: Path) -> None:
    asked = [
        batch({"a": "what is Kimi"}),
        b"{not json",
        b'{"id": "x"}',
        b"\xff",
        b"",
        batch({"b": "what is AI"}),
    ]
    done = run(shipped_index, "ask", "--json", "--batch", "-", stdin=b"\n".join(asked))
    assert [one["id"] for one in lines(done, status=1)] == ["a", "b"]
    said = done.stderr.decode().splitlines()
    assert [line.split(" can't")[0] for line in said] == [f"modelscape: line {n}" for n in (2, 3, 4)]


def test_hits_have_the_published_shape_and_lie_where_they_say(shipped_index: Path) -> None:
    (found,) = lines(run(shipped_index, "search", "--json", "--limit", "7", "context window of open models"))
    assert found.keys() >= {"id", "query", "hits"}
    assert [hit["rank"] for hit in found["hits"]] == list(range(1, 8))
    for hit in found["hits"]:
        assert hit.keys() >= HIT
        assert hit["text"] == article_text(hit["path"])[hit["start"] : hit["end"]]


def test_the_sources_are_the_shipped_articles(shipped_index: Path) -> None:
    (found,) = lines(run(shipped_index, "sources", "--json"))
    assert all(one.keys() >= SOURCE for one in found["articles"])
    assert {one["path"] for one in found["articles"]} == {path.name for path in SHIPPED.glob("*.md")}
    assert all(one["passages"] > 0 for one in found["articles"])


def test_the_doctor_finds_all_in_order(shipped_index: Path) -> None:
    (found,) = lines(run(shipped_index, "doctor", "--json"))
    assert [check for check in found["checks"] if not check["ok"]] == []
    assert {"settings", "store", "model", "llm", "token"} <= {check["name"] for check in found["checks"]}


def test_for_a_person_it_answers_in_text(shipped_index: Path) -> None:
    done = run(shipped_index, "ask", "what is Agent Swarm")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "[1]" in done.stdout.decode()


def test_what_was_published_later_can_be_left_out(shipped_index: Path) -> None:
    (found,) = lines(run(shipped_index, "ask", "--json", "--as-of", "2001-01-01", "what is Agent Swarm"))
    cited = found["citations"] + ([found["near_miss"]["citation"]] if found["near_miss"] else [])
    assert all(citation["published"] is None for citation in cited)


def test_how_an_answer_came_about_can_be_shown(shipped_index: Path) -> None:
    (found,) = lines(run(shipped_index, "ask", "--json", "--explain", "what is Agent Swarm"))
    assert found["explain"]


def test_a_folder_is_indexed_updated_and_asked(tmp_path: Path, embedder: Embedder) -> None:
    assert embedder.dimensions
    data, news = tmp_path / "data", tmp_path / "news"
    news.mkdir()
    (news / "owl.md").write_text("# Owls\n\nThe Borealis owl weighs 340 grams, says the ranger Mira Falk.\n")
    (news / "void.md").write_text("---\ntitle: x\n---\n")
    (first,) = lines(run(data, "index", "--json", "--corpus", str(news)))
    assert first.keys() >= REPORT
    assert (first["articles"], first["added"], first["generation"]) == (1, 1, 1)
    assert [skipped.keys() for skipped in first["skipped"]] == [{"path", "reason"}]
    (news / "elk.md").write_text("---\ndate: 2026-02-38\n---\nThe elk of Falkland has 12 antlers.\n")
    (second,) = lines(run(data, "index", "--json", "--corpus", str(news)))
    assert (second["added"], second["unchanged"], second["generation"]) == (1, 1, 2)
    assert [warned["path"] for warned in second["warnings"]] == ["elk.md"]
    asked = batch({"en": "weight of the Borealis owl", "zh": "猫头鹰有多重？"})
    found = lines(run(data, "search", "--json", "--limit", "1", "--batch", "-", stdin=asked))
    assert [one["hits"][0]["path"] for one in found] == ["owl.md", "owl.md"]
    for path in news.iterdir():
        path.unlink()
    (third,) = lines(run(data, "index", "--json", "--corpus", str(news)))
    assert (third["removed"], third["articles"]) == (2, 0)
    (asked,) = lines(run(data, "ask", "--json", "how heavy is the owl"))
    assert asked["outcome"] == "refused"


@pytest.mark.parametrize("command", [("index",), ("ask", "why"), ("sources",)])
def test_a_store_that_cannot_be_reached_is_one_line_and_status_1(
    tmp_path: Path, embedder: Embedder, command: tuple[str, ...]
) -> None:
    assert embedder.dimensions
    url = f"http://127.0.0.1:{free_port()}"
    done = run(tmp_path / "data", *command, MODELSCAPE_CHROMA_URL=url)
    assert (done.returncode, done.stdout) == (1, b"")
    (said,) = done.stderr.decode().splitlines()
    assert url in said
    assert "MODELSCAPE_CHROMA_URL" in said


@pytest.mark.parametrize("command", [("index",), ("ask", "why"), ("sources",)])
def test_a_data_folder_that_is_a_file_is_one_line_and_status_1(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "data").write_text("in the way")
    done = run(tmp_path / "data", *command)
    assert (done.returncode, done.stdout) == (1, b"")
    assert len(done.stderr.decode().splitlines()) == 1
    assert "unexpected" not in done.stderr.decode()


@pytest.mark.parametrize("command", [("index",), ("ask", "why"), ("doctor",)])
def test_a_damaged_store_is_told_in_a_sentence(
    tmp_path: Path, embedder: Embedder, command: tuple[str, ...]
) -> None:
    assert embedder.dimensions
    (tmp_path / "data" / "chroma").mkdir(parents=True)
    (tmp_path / "data" / "chroma" / "chroma.sqlite3").write_bytes(b"garbage, not a database " * 500)
    done = run(tmp_path / "data", *command)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"unexpected" not in done.stderr + done.stdout
    assert b"modelscape index`" in done.stderr + done.stdout


def test_a_question_waits_for_neither_torch_nor_llama_index(shipped_index: Path) -> None:
    done = run(shipped_index, "ask", "--json", "what is Kimi", options=("-X", "importtime"))
    assert lines(done)
    imported = {line.split("|")[-1].strip().split(".")[0] for line in done.stderr.decode().splitlines()}
    assert {"chromadb", "onnxruntime"} <= imported
    assert {"torch", "llama_index", "transformers", "sentence_transformers", "onnx"} & imported == set()


def test_nothing_is_left_in_the_home_folder_by_a_question(shipped_index: Path, tmp_path: Path) -> None:
    variables = {"HOME": str(tmp_path), "MODELSCAPE_CACHE": str(Settings().cache)}
    assert lines(run(shipped_index, "ask", "--json", "what is Kimi", **variables))
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_person_at_a_terminal_asks_one_question_after_the_other(shipped_index: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "bot", "--data", str(shipped_index), "ask"]
    process = subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=shipped_index.parent,
        env=environment(TERM="dumb"),
    )
    os.close(theirs)
    try:
        for question in ("what is Agent Swarm", "灯塔看守人的歌剧是谁写的？"):
            _read_until(ours, "? ")
            os.write(ours, f"{question}\n".encode())
        answered = _read_until(ours, "? ", beyond=2)
        os.write(ours, b"\n")
        assert process.wait(30) == 0
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    assert "Traceback" not in answered


def _read_until(terminal: int, prompt: str, beyond: int = 1) -> str:
    """Reads what appears until a prompt stands at the end of it and nothing more comes."""
    seen = b""
    until = time.monotonic() + 60 * beyond
    while time.monotonic() < until:
        ready, _, _ = select.select([terminal], [], [], 0.5)
        if ready:
            seen += os.read(terminal, 65536)
        elif seen.decode("utf-8", "replace").endswith(prompt):
            return seen.decode("utf-8", "replace")
    raise AssertionError(f"no prompt came; what came is {seen.decode('utf-8', 'replace')!r}")
