"""One question in a fresh process."""

from tests.benchmark.product import embedder, model_folder
from tests.benchmark.row_nothing_new import shipped_index
from tests.benchmark.timing import processes_in_turns, run
from tests.benchmark.types import Options, Row

WANTED = 1.3
QUESTION = "What did Hassabis say about the gap between China and the US?"
BANNED = ("torch", "llama_index", "sentence_transformers", "transformers")


def measure(options: Options) -> list[Row]:
    """Measures to a process that only imports Chroma, loads the model and embeds the question."""
    data = shipped_index(options)
    embedder(options).embed_query("warm")  # the model is made before
    options.say("questions in fresh processes …")
    ask = ["-m", "bot", "--data", str(data), "ask", QUESTION]
    floor = ["-m", "tests.benchmark.probes", "load", str(model_folder()), QUESTION]
    spent = processes_in_turns({"ask": ask, "floor": floor}, 4 if options.quick else 9)
    asking, alone = spent["ask"], spent["floor"]
    ratio = asking.wall / alone.wall
    loaded = banned_imports(run(["-X", "importtime", *ask]).stderr)
    figures = {
        "ratio": ratio,
        "ratio_of_processor_time": asking.processor / alone.processor,
        "ask_seconds": asking.wall,
        "floor_seconds": alone.wall,
    }
    beside = (
        f"ask {asking.wall:.2f} s, floor {alone.wall:.2f} s (of processor time {asking.processor:.2f} and"
        f" {alone.processor:.2f} s); imported: {', '.join(loaded) or 'neither torch nor llama-index'}"
    )
    what = "`ask` in a fresh process to importing chromadb and loading the model"
    ok = ratio <= WANTED and not loaded
    return [Row(what, f"at most {WANTED}", f"{ratio:.2f}", ok, beside, figures)]


def banned_imports(trace: str) -> list[str]:
    """Returns which of the libraries that a question must not wait for stand in a trace of imports."""
    lines = [line for line in trace.splitlines() if line.startswith("import time:")]
    names = {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}
    return [name for name in BANNED if name in names]
