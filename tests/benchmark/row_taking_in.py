"""What taking in one more article costs: in time beside what embedding it costs, and in memory as the index grows."""

import json
import random
import shutil
from pathlib import Path

import numpy as np

from bot.compose import processors
from bot.places import store_place
from bot.taking_in.adding import add
from index.store.chroma import open_store
from index.types import Embedder, Passage
from tests.benchmark.large import Large, large_index
from tests.benchmark.product import embedder
from tests.benchmark.texts import EVALUATION
from tests.benchmark.timing import milliseconds, run
from tests.benchmark.types import Options, Row
from tests.settings import settings_for

FACTOR, BEYOND = 1.5, 1.0  # of the embedding, and seconds beyond
GROWTH = 1.3
FEW, MANY, AN_ARTICLE = 200, 2_000, 2
PARAGRAPHS = 25
HEAD = "# GPT-5.{n} in report {n}\n\nThe large language model GPT-5.{n} has a context window of {n}00K tokens.\n\n"


def measure(options: Options) -> list[Row]:
    """Measures within this process, with its model open; and in processes of their own."""
    return [_time(options), _memory(options)]


def _time(options: Options) -> Row:
    built, folder = large_index(options, 10_000), options.work / "taking-in"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(built.data, folder / "data")
    model, count = embedder(options, processors()), 5 if options.quick else 15
    options.say(f"taking in {count} articles, one by one …")
    spent = np.array([_added(folder, number, model) for number in range(1, count + 2)])[1:]  # one to warm up
    beyond = float(np.median(spent[:, 0] - FACTOR * spent[:, 1]))
    whole, alone = np.median(spent, axis=0).tolist()
    figures = {"add_seconds": whole, "embedding_seconds": alone, "beyond_seconds": beyond}
    beside = f"an article {whole:.2f} s, of which embedding alone {alone:.2f} s"
    what = f"taking in an article at 10,000 passages, beyond {FACTOR} times its embedding"
    return Row(what, f"at most {BEYOND:.0f} s", f"{beyond:.2f} s", beyond <= BEYOND, beside, figures)


def _added(folder: Path, number: int, model: Embedder) -> tuple[float, float]:
    """Seconds to take in an article, and to embed it alone."""
    settings, file = settings_for(folder / "data"), folder / f"report-{number}.md"
    file.write_text(HEAD.format(n=number) + _text(number), "utf-8")
    offered = [str(file)]
    whole = milliseconds(lambda given: add(settings, given, True, lambda *_: None, _say, model), offered)
    with open_store(store_place(settings)) as store:
        entry = next(e for e in store.manifest().entries if f"report-{number}." in e.source.path)
        pages = list(store.all_rows(entry.segment))
    passages = [p for page in pages for p in page if p.article == entry.source.article]
    return whole / 1000, milliseconds(lambda mine: _embed(model, mine), passages) / 1000


def _text(number: int) -> str:
    """Paragraphs of the tests' own articles in an order that no other article has them in."""
    files = sorted((EVALUATION / "calibration").glob("*.md"))
    paragraphs = [p for file in files for p in file.read_text("utf-8").split("\n\n")]
    random.Random(number).shuffle(paragraphs)
    return "\n\n".join(f"{paragraph} ({number})" for paragraph in paragraphs[:PARAGRAPHS])


def _embed(model: Embedder, passages: list[Passage]) -> None:
    model.embed_passages([p.embedded for p in passages])


def _say(_: str) -> None:
    """Nobody listens."""


def _memory(options: Options) -> Row:
    few, many = (large_index(options, n * AN_ARTICLE, AN_ARTICLE) for n in (FEW, MANY))
    options.say(f"memory of an update at {FEW} and at {MANY:,} articles …")
    peaks = [_peak(options, built) for built in (few, many)]
    ratio = peaks[1] / peaks[0]
    figures = {"few_mb": peaks[0], "many_mb": peaks[1], "ratio": ratio}
    beside = f"peak {peaks[0]:.0f} MB and {peaks[1]:.0f} MB"
    what = f"memory of an update at {MANY:,} articles, to that at {FEW}"
    return Row(what, f"at most {GROWTH}", f"{ratio:.2f}", ratio <= GROWTH, beside, figures)


def _peak(options: Options, built: Large) -> float:
    """The peak in MB of a process that takes up one article more."""
    folder = options.work / "update"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(built.data, folder / "data")
    # The articles stay where the index knows them, and one more lies there for a moment.
    more = built.news / "one-more.md"
    more.write_text(HEAD.format(n=1) + _text(1), "utf-8")
    try:
        done = run(["-m", "tests.benchmark.probes", "update", str(folder / "data"), str(built.news)])
    finally:
        more.unlink()
    found = json.loads(done.stdout.splitlines()[-1])
    if found["added"] != 1:
        raise AssertionError(f"the update was to add one article: {found}")
    return float(found["peak_mb"])
