"""How much indexing adds to what embedding alone costs."""

import shutil
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bot.compose import processors
from bot.places import SHIPPED
from index.splitting import Limits
from index.sync.reading import Corpus, find_all, read_all
from index.types import Embedder, Passage
from tests.benchmark.product import embedder, take_in
from tests.benchmark.real import TODAY, write_parallel
from tests.benchmark.texts import EVALUATION
from tests.benchmark.types import Options, Row

WANTED = 0.9


def measure(options: Options) -> list[Row]:
    """Measures in the order floor, product, product, floor."""
    model = embedder(options, processors())
    folder = options.work / "indexing"
    shutil.rmtree(folder, ignore_errors=True)
    passages = write_articles(folder, 200 if options.quick else 1000, model)
    options.say(f"indexing {len(passages)} passages, four times …")
    model.embed_passages([p.embedded for p in passages[:16]])  # opens the model, and warms it
    spent: dict[bool, list[np.ndarray]] = {True: [], False: []}
    for indexing in (False, True, True, False):
        before = _clocks()
        _index(options, folder) if indexing else _embed(model, passages)
        spent[indexing].append(_clocks() - before)
    (product, product_cpu), (floor, floor_cpu) = (
        np.mean(spent[kind], axis=0).tolist() for kind in (True, False)
    )
    ratio, ratio_cpu = floor / product, floor_cpu / product_cpu
    rate, alone = len(passages) / product, len(passages) / floor
    figures = {
        "product_a_second": rate,
        "floor_a_second": alone,
        "ratio": ratio,
        "ratio_of_processor_time": ratio_cpu,
        "passages": len(passages),
        "tokens_a_passage": float(np.mean([p.tokens for p in passages])),
    }
    beside = f"{rate:.1f} passages a second, ONNX Runtime alone {alone:.1f} ({len(passages)} passages); of processor time {ratio_cpu:.2f}"
    what = "indexing throughput to embedding the same passages alone"
    return [Row(what, str(WANTED), f"{ratio:.2f}", ratio >= WANTED, beside, figures)]


def write_articles(folder: Path, count: int, model: Embedder) -> list[Passage]:
    """Writes articles of real text, again with a number added, until they make `count` passages or a little
    more; returns the passages."""
    news = folder / "news"
    write_parallel(folder / "parallel")
    sources = [SHIPPED, EVALUATION / "calibration", folder / "parallel"]
    files = [f for place in sources for f in sorted(place.iterdir()) if f.suffix in (".md", ".txt")]
    news.mkdir(parents=True)
    passages: list[Passage] = []
    for number in range(10_000):
        file = files[number % len(files)]
        copy = number // len(files)
        place = news / f"{number:04d}-{file.name}"
        place.write_text(_varied(file.read_text("utf-8"), copy), "utf-8")
        found = [f for f in find_all([Corpus(news)])[0] if f.path == place.name]
        passages += [p for r in read_all(found, TODAY, model.count_tokens, Limits())[0] for p in r.passages]
        if len(passages) >= count:
            break
    return passages


def _varied(text: str, copy: int) -> str:
    """Adds a number to each paragraph that ends a sentence."""
    return text.replace(".\n\n", f" ({copy}).\n\n").replace("。\n\n", f"（{copy}）。\n\n") if copy else text


def _index(options: Options, folder: Path) -> None:
    take_in(options, folder / "data", folder / "news")


def _embed(model: Embedder, passages: Sequence[Passage]) -> None:
    model.embed_passages([p.embedded for p in passages])


def _clocks() -> np.ndarray:
    """Wall and processor time; on a busy machine the second is the steadier one."""
    return np.array([time.perf_counter(), time.process_time()])
