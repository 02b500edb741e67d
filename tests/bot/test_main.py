"""The command line as a process, as far as it needs no index."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(tmp_path: Path, *argv: str | bytes, **variables: str) -> subprocess.CompletedProcess[bytes]:
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("MODELSCAPE_", "DISCORD_"))}
    folders = {"MODELSCAPE_DATA": str(tmp_path / "data"), "MODELSCAPE_CACHE": str(tmp_path / "cache")}
    return subprocess.run(
        [sys.executable, "-m", "bot", *argv],
        cwd=tmp_path,
        env={**inherited, "PYTHONPATH": str(ROOT), **folders, **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
    )


@pytest.mark.parametrize("command", [("ask", "why"), ("search", "why"), ("sources",)])
def test_without_an_index_one_line_says_to_make_one(tmp_path: Path, command: tuple[str, ...]) -> None:
    done = run(tmp_path, *command, "--json")
    assert (done.returncode, done.stdout) == (1, b"")
    assert (
        done.stderr.decode()
        == f"modelscape: there is no index yet in {tmp_path / 'data'}: run `modelscape index`\n"
    )
    assert not (tmp_path / "data").exists()


def test_wrong_usage_is_status_2(tmp_path: Path) -> None:
    done = run(tmp_path, "modles")
    assert (done.returncode, done.stdout) == (2, b"")


def test_a_question_is_wanted_where_nobody_can_be_asked_for_one(tmp_path: Path) -> None:
    done = run(tmp_path, "ask")
    assert done.returncode == 2
    assert b"give one, or --batch FILE" in done.stderr


def test_an_unknown_setting_is_one_line_and_status_1(tmp_path: Path) -> None:
    done = run(tmp_path, "sources", MODELSCAPE_DATTA="x")
    assert done.returncode == 1
    assert (
        done.stderr.decode()
        == "modelscape: there is no setting MODELSCAPE_DATTA: did you mean MODELSCAPE_DATA?\n"
    )


def test_an_ascii_terminal_and_bytes_that_are_no_text_do_no_harm(tmp_path: Path) -> None:
    done = run(
        tmp_path, "search", "--batch", b"\xff\xfe.jsonl", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"
    )
    assert done.returncode == 1
    assert "��.jsonl can't be read" in done.stderr.decode()


def test_the_doctor_prints_json_alone_and_says_that_something_is_missing(tmp_path: Path) -> None:
    done = run(tmp_path, "--json", "doctor")
    assert done.returncode == 1
    assert [check["name"] for check in json.loads(done.stdout)["checks"] if not check["ok"]] == ["store"]
    assert done.stderr == b""


def test_a_reader_who_goes_away_is_no_failure(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "MODELSCAPE_DATA": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "bot", "doctor"],
        stdout=writing,
        stderr=subprocess.PIPE,
        env=environment,
        timeout=60,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_output_that_cannot_be_written_is_a_failure(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "MODELSCAPE_DATA": str(tmp_path)}
    command = f"{sys.executable} -m bot doctor > /dev/full"
    done = subprocess.run(["sh", "-c", command], stderr=subprocess.PIPE, env=environment, timeout=60)
    assert (done.returncode, done.stderr) == (1, b"modelscape: No space left on device\n")


def test_closed_streams_do_no_harm(tmp_path: Path) -> None:
    command = f"{sys.executable} -m bot ask <&- >&- 2>&-"
    done = subprocess.run(
        ["sh", "-c", command], cwd=ROOT, env={**os.environ, "HOME": str(tmp_path)}, timeout=60
    )
    assert done.returncode == 2


@pytest.mark.parametrize("argv", [["--help"], ["ask", "--help"], ["models"], ["ask"], ["sources"]])
def test_help_usage_and_an_absent_index_wait_for_no_heavy_library(tmp_path: Path, argv: list[str]) -> None:
    code = (
        "import sys; from bot.__main__ import main; main(sys.argv[1:]);"
        "print(sorted({'chromadb', 'onnxruntime', 'torch', 'llama_index'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *argv],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "MODELSCAPE_DATA": str(tmp_path / "data")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stderr.splitlines()[-1] == "[]"


def test_numpy_is_imported_only_when_it_has_been_told_to_use_one_thread() -> None:
    code = "import sys, bot.__main__, bot.commands.dispatch; sys.exit('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
