"""What a hundred times the passages do to a search: its time, and what it finds."""

import numpy as np

from bot.places import store_place
from index.store.chroma import open_store
from tests.benchmark.large import Large, large_index
from tests.benchmark.measures import share_found
from tests.benchmark.product import embedder, searching
from tests.benchmark.row_warm import query_vectors
from tests.benchmark.texts import Asked, open_questions
from tests.benchmark.timing import in_turns
from tests.benchmark.types import Options, Row
from tests.settings import settings_for

SMALL = 1_000
SLOWER, RECALL = 3.0, 0.95
NEAREST = 10


def measure(options: Options) -> list[Row]:
    """Measures warm searches in two indexes in turns, and the store's neighbours to the exact ones."""
    size = 20_000 if options.quick else 100_000
    small, large = large_index(options, SMALL), large_index(options, size)
    questions = open_questions()
    options.say(f"warm searches at {SMALL:,} and {size:,} passages …")
    with searching(options, small.data) as one, searching(options, large.data) as other:
        rounds = questions if options.quick else questions * 2
        spent = in_turns({"small": one, "large": other}, rounds, warm=10)
    return [_speed(spent, size), _recall(options, large, questions, size)]


def _speed(spent: dict[str, np.ndarray], size: int) -> Row:
    p95 = {name: float(np.percentile(values, 95)) for name, values in spent.items()}
    p50 = {name: float(np.median(values)) for name, values in spent.items()}
    ratio = p95["large"] / p95["small"]
    figures = {f"{name}_p95_ms": value for name, value in p95.items()}
    figures |= {f"{name}_p50_ms": value for name, value in p50.items()} | {"ratio": ratio}
    beside = ", ".join(f"{name} p50 {p50[name]:.1f} ms, p95 {p95[name]:.1f} ms" for name in p95)
    what = f"warm search at {size:,} passages, p95, to p95 at {SMALL:,}"
    return Row(what, f"at most {SLOWER:.0f}", f"{ratio:.2f}", ratio <= SLOWER, beside, figures)


def _recall(options: Options, large: Large, questions: list[Asked], size: int) -> Row:
    vectors = query_vectors(embedder(options), questions)
    exact = np.argsort(-(vectors @ large.vectors.T), axis=1)[:, :NEAREST].tolist()
    with open_store(store_place(settings_for(large.data))) as store:
        name = store.manifest().segments[0].name
        ten = [store.query(name, v, NEAREST)[0].tolist() for v in vectors]
        hundred = [store.query(name, v, 100)[0][:NEAREST].tolist() for v in vectors]
    found, wider = share_found(ten, exact), share_found(hundred, exact)
    figures = {"recall_at_10": found, "recall_at_10_of_100": wider}
    beside = f"first ten of a hundred neighbours, as the search asks for: {wider:.3f}"
    what = f"recall@10 of the store against exact search at {size:,} passages"
    return Row(what, str(RECALL), f"{found:.3f}", found >= RECALL, beside, figures)
