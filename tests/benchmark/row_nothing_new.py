"""An index run that finds nothing to do, in a fresh process."""

import json
from pathlib import Path

from bot.places import SHIPPED
from tests.benchmark.large import large_index
from tests.benchmark.product import take_in
from tests.benchmark.timing import processes_in_turns, run
from tests.benchmark.types import Options, Row

IMPORTS = "import bot.__main__, index.embedding.open, index.store.chroma, index.sync.update"


def measure(options: Options) -> list[Row]:
    """Measures at the size of the shipped articles, at 10,000 passages, and at 2,000 articles."""
    small = shipped_index(options)
    large = large_index(options, 10_000)
    many = large_index(options, 4_000, an_article=2)
    return [
        _row(options, small, SHIPPED, "~60 passages", 1.0),
        _row(options, large.data, large.news, "10,000 passages", 3.0),
        _row(options, many.data, many.news, "2,000 articles", 3.0),
    ]


def shipped_index(options: Options) -> Path:
    """Returns a data folder with the shipped articles."""
    data = options.work / "shipped"
    take_in(options, data, SHIPPED)
    return data


def _row(options: Options, data: Path, news: Path, size: str, most: float) -> Row:
    options.say(f"index runs with nothing new at {size} …")
    command = ["-m", "bot", "--data", str(data), "index", "--corpus", str(news), "--json"]
    found = json.loads(run(command).stdout)
    if found["added"] or found["updated"] or found["removed"]:
        raise AssertionError(f"the run had something to do: {found}")
    spent = processes_in_turns({"run": command, "imports": ["-c", IMPORTS]}, 3 if options.quick else 7)
    whole, imports = spent["run"].wall, spent["imports"].wall
    beyond = whole - imports
    figures = {"run_seconds": whole, "imports_seconds": imports, "beyond_seconds": beyond}
    beside = f"whole process {whole:.2f} s, importing alone {imports:.2f} s"
    what = f"index run with nothing new, {size}, beyond imports"
    return Row(what, f"at most {most:.0f} s", f"{beyond:.2f} s", beyond <= most, beside, figures)
