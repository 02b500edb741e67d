"""Runs the benchmark and prints its table; see `python -m tests.benchmark --help`."""

import json
import sys
import tempfile
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path

from tests.benchmark import (
    row_ask,
    row_discord,
    row_growth,
    row_indexing,
    row_languages,
    row_memory,
    row_mixed,
    row_nothing_new,
    row_taking_in,
    row_typed,
    row_warm,
)
from tests.benchmark.machine import machine
from tests.benchmark.types import Measure, Options, Row

ROWS: dict[str, Measure] = {
    "mixed": row_mixed.measure,
    "languages": row_languages.measure,
    "indexing": row_indexing.measure,
    "nothing-new": row_nothing_new.measure,
    "taking-in": row_taking_in.measure,
    "warm": row_warm.measure,
    "peers": row_warm.measure_peers,
    "ask": row_ask.measure,
    "typed": row_typed.measure,
    "memory": row_memory.measure,
    "growth": row_growth.measure,
    "discord": row_discord.measure,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the table; the exit status is 1 where a row falls short of what is wanted."""
    arguments = _parser().parse_args(argv)
    with ExitStack() as stack:
        work = arguments.keep or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="benchmark-")))
        work.mkdir(parents=True, exist_ok=True)
        options = Options(arguments.quick, work.absolute(), arguments.xquad, arguments.xquad_r, _say)
        known = machine()
        rows = _printed(row for name in arguments.rows or ROWS for row in _measured(name, options))
    print("\n" + ", ".join(f"{name} {value}" for name, value in known.items()))
    if arguments.json:
        _write(arguments, known, rows)
    return int(any(row.ok is False for row in rows))


def line(row: Row) -> str:
    """Returns a row as a line of a Markdown table."""
    reached = {True: "yes", False: "**no**", None: ""}[row.ok]
    return f"| {row.what} | {row.wanted} | {row.measured} | {reached} | {row.beside} |"


def _printed(rows: Iterable[Row]) -> list[Row]:
    """Prints each row as soon as it is measured."""
    print("| what | wanted | measured | reached | beside it |\n|---|---|---|---|---|", flush=True)
    found = []
    for row in rows:
        print(line(row), flush=True)
        found.append(row)
    return found


def _measured(name: str, options: Options) -> list[Row]:
    began = time.monotonic()
    rows = ROWS[name](options)
    options.say(f"{name}: {time.monotonic() - began:.0f} s")
    return rows


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        "python -m tests.benchmark", description="Measures what the project has to reach."
    )
    parser.add_argument(
        "rows", nargs="*", metavar="ROW", help=f"which to measure: {', '.join(ROWS)}; all if none is given"
    )
    parser.add_argument("--quick", action="store_true", help="smaller and fewer, for a first look")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep large indexes here for the next time")
    parser.add_argument(
        "--xquad", type=Path, metavar="DIR", help="the folder with xquad.en.json and xquad.zh.json"
    )
    parser.add_argument(
        "--xquad-r", type=Path, metavar="DIR", help="the folder with LAReQA's XQuAD-R, a file a language"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures here")
    return parser


def _write(arguments: Namespace, known: dict[str, str], rows: Sequence[Row]) -> None:
    found = {"quick": arguments.quick, "machine": known, "rows": [asdict(row) for row in rows]}
    arguments.json.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", "utf-8")


def _say(message: str) -> None:
    print(f"benchmark: {message}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
