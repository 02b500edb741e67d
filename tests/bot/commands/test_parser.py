from argparse import Namespace
from datetime import date
from pathlib import Path

import pytest

from bot.commands.parser import parse


def read(*argv: str) -> Namespace:
    found = parse(argv, at_terminal=False)
    assert isinstance(found, Namespace)
    return found


@pytest.mark.parametrize(
    "argv",
    [
        ("--data", "d", "--json", "sources"),
        ("sources", "--data", "d", "--json"),
        ("--json", "sources", "--data", "d"),
    ],
)
def test_global_options_may_stand_before_and_after_the_command(argv: tuple[str, ...]) -> None:
    found = read(*argv)
    assert (found.command, found.data, found.json) == ("sources", "d", True)


def test_of_two_data_folders_the_last_counts_and_none_is_none() -> None:
    assert read("--data", "a", "sources", "--data", "b").data == "b"
    assert (read("sources").data, read("sources").json) == (None, False)


def test_a_question_needs_no_quotes() -> None:
    assert read("ask", "--as-of", "2031-05-04", "what", "is", "new", "--explain").words == [
        "what",
        "is",
        "new",
    ]
    assert read("ask", "--as-of", "2031-05-04", "x").as_of == date(2031, 5, 4)
    assert read("search", "--limit", "3", "--", "-5", "degrees").words == ["-5", "degrees"]


def test_an_empty_question_is_one() -> None:
    assert read("ask", "").words == [""]


def test_folders_may_be_repeated_and_a_batch_may_come_from_standard_input() -> None:
    assert read("index", "--corpus", "a", "--corpus", "b", "--rebuild").corpus == ["a", "b"]
    assert read("ask", "--batch", "-").batch == Path("-")


def test_shards_are_given_by_number() -> None:
    found = read("run", "--shard-ids", "3, 1,1", "--shard-count", "4")
    assert (found.shard_ids, found.shard_count) == ((1, 3), 4)
    assert (read("run").shard_ids, read("run", "--shard-count", "2").shard_count) == (None, 2)


@pytest.mark.parametrize(
    ("argv", "reason"),
    [
        ((), "COMMAND"),
        (("modles",), "invalid choice"),
        (("ask",), "there is no question"),
        (("search",), "there is no question"),
        (("search", "--batch", "f", "x"), "not both"),
        (("search", "--limit", "0", "x"), "a whole number from 1 to 1000"),
        (("search", "--limit", "-3", "x"), "a whole number from 1 to 1000"),
        (("search", "--limit", "1001", "x"), "a whole number from 1 to 1000"),
        (("search", "--limit", "9" * 10_000, "x"), "a whole number from 1 to 1000"),
        (("search", "--limit", "٣", "x"), "a whole number from 1 to 1000"),
        (("ask", "--as-of", "2026-02-38", "x"), "a date that exists"),
        (("sources", "--data", ""), "it is empty"),
        (("index", "--corpus", " "), "it is empty"),
        (("index", "--rebui"), "unrecognized"),
        (("models", "--min-context", "lots"), "a number such as 128K"),
        (("models", "--sort", "beauty"), "sort by one of name, context_window"),
        (("models", "--status", "gone"), "invalid choice"),
        (("models", "--min-score", "3"), "--min-score needs --benchmark"),
        (("models", "--sort", "benchmark"), "--sort benchmark needs --benchmark"),
        (("models", "--developer", " "), "it is empty: give a name"),
        (("model",), "NAME"),
        (("compare", "Heron 7"), "give two models or more"),
        (("timeline", "--plot", "t.svg"), "only PNG is drawn"),
        (("changes",), "--since"),
        (("run", "--shard-ids", "0"), "--shard-ids needs --shard-count"),
        (("run", "--shard-ids", "0,2", "--shard-count", "2"), "go from 0 to 1"),
        (("run", "--shard-ids", "a"), "give numbers from 0"),
        (("run", "--shard-ids", ",", "--shard-count", "2"), "give numbers from 0"),
        (("run", "--shard-count", "0"), "a whole number from 1"),
        (("sources", "more"), "unrecognized"),
    ],
)
def test_wrong_usage_is_status_2_and_says_why(
    argv: tuple[str, ...], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert parse(argv, at_terminal=False) == 2
    out, err = capsys.readouterr()
    assert (out, reason in err) == ("", True)


def test_help_is_status_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert parse(["--help"], at_terminal=False) == 0
    assert "sources" in capsys.readouterr().out


def test_no_question_on_a_terminal_means_a_conversation() -> None:
    found = parse(["ask"], at_terminal=True)
    assert isinstance(found, Namespace)
    assert found.words == []
