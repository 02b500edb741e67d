"""How much memory a process holds that has answered many questions."""

import json

from tests.benchmark.large import large_index
from tests.benchmark.product import searching
from tests.benchmark.texts import Asked
from tests.benchmark.timing import run
from tests.benchmark.types import Options, Row

WANTED = 700  # MB


def measure(options: Options) -> list[Row]:
    """Measures a fresh process at 10,000 passages; the peak counts."""
    built = large_index(options, 10_000)
    questions = 25 if options.quick else 100
    with searching(options, built.data) as search:
        search(Asked("", "en", "warm"))  # makes what is kept at hand, where it is of an older version
    options.say(f"memory after {questions} questions …")
    done = run(["-m", "tests.benchmark.probes", "memory", str(built.data), str(questions)])
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    beside = (
        f"at the end {found['rss_mb']:.0f} MB, of which mapped files {found['file_mb']:.0f} MB;"
        f" {found['ms_a_question']:.0f} ms a question"
    )
    peak = found["peak_mb"]
    what = f"memory of a process after {questions} questions at 10,000 passages, peak"
    return [Row(what, f"at most {WANTED} MB", f"{peak:.0f} MB", peak <= WANTED, beside, found)]
