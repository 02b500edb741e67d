"""The commands that answer from facts, over a small index, as a user runs them."""

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from index.store.chroma import open_store
from index.store.place import Embedded
from tests.fakes import HashedEmbedder
from tests.index.fact_helpers import crate_reader, holding
from tests.index.index_helpers import Trial, write

ROW = {
    *(
        "model",
        "developer",
        "attribute",
        "value",
        "unit",
        "shown",
        "status",
        "as_of",
        "conflict",
        "citations",
    ),
}
CARD = {"model", "developer", "citations", "message", "near"}
EVENT = {"date", "model", "what", "before", "after", "citations"}
NOT_NEEDED = {"torch", "transformers", "onnxruntime", "sentence_transformers", "matplotlib", "llama_index"}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles, of which the second says something else of the crane."""
    folder = tmp_path_factory.mktemp("facts")
    news = {
        "may.md": "---\npublished: 2031-05-04\n---\n" + holding(("heron", 3_000_000), ("crane", 200_000)),
        "june.md": "---\npublished: 2031-06-01\n---\n" + holding(("crane", 400_000), ("stork", 64_000)),
    }
    with open_store(Embedded(folder / "data" / "chroma")) as store:
        Trial(store, HashedEmbedder(), folder / "data", crate_reader).update(write(folder / "news", news))
    return folder / "data"


@pytest.fixture
def run(data: Path, environment: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> Any:
    environment(MODELSCAPE_DATA=str(data))

    def act(*argv: str) -> tuple[int, str, str]:
        with ExitStack() as opened:
            status = main(opened, argv)
        out, err = capsys.readouterr()
        return status, out, err

    return act


def test_models_are_listed_with_rows_unknown_and_citations(run: Any) -> None:
    status, out, _ = run("models", "--min-context", "200K", "--json")
    found = json.loads(out)
    assert (status, set(found)) == (0, {"rows", "unknown", "citations"})
    assert [row["model"] for row in found["rows"]] == ["Heron 1", "Crane 1"]
    assert found["rows"][0].keys() >= ROW
    assert (found["rows"][1]["value"], found["rows"][1]["conflict"]) == (400_000, True)
    cited = {c["n"]: c for c in found["citations"]}
    assert cited[found["rows"][0]["citations"][0]]["quote"] == "3000000"


@pytest.mark.parametrize(
    ("argv", "models"),
    [
        (("--max-context", "100K"), ["Stork 1"]),
        (("--sort", "name"), ["Crane 1", "Heron 1", "Stork 1"]),
        (("--sort", "context-window"), ["Heron 1", "Crane 1", "Stork 1"]),
        (("--min-context", "200K", "--as-of", "2031-05-10"), ["Heron 1", "Crane 1"]),
        (("--min-context", "9M"), []),
        (("--open-weights",), []),
        (("--developer", "Nobody"), []),
        (("--licence", "MIT", "--max-input-price", "1", "--released-since", "2031-01-01"), []),
        (("--status", "released"), []),
    ],
)
def test_filters(run: Any, argv: tuple[str, ...], models: list[str]) -> None:
    status, out, _ = run("models", *argv, "--json")
    assert status == 0
    assert [row["model"] for row in json.loads(out)["rows"]] == models


def test_where_no_model_satisfies_it_a_sentence_says_so(run: Any) -> None:
    status, out, _ = run("models", "--min-context", "9M")
    assert status == 0
    assert out.startswith("No model is reported with a context window of at least 9M tokens; nearest: ")


def test_a_card_is_found_by_its_name_and_shows_what_articles_disagree_on(run: Any) -> None:
    status, out, _ = run("model", "crane", "1", "--json")
    found = json.loads(out)
    assert (status, found["model"], set(found)) == (0, "Crane 1", {*CARD, "rows"})
    assert [row["value"] for row in found["rows"]] == [400_000, 200_000]
    assert all(row["conflict"] for row in found["rows"])
    assert "… but also" in run("model", "Crane 1")[1]
    assert [
        r["value"] for r in json.loads(run("model", "Crane 1", "--as-of", "2031-05-10", "--json")[1])["rows"]
    ] == [200_000]


def test_an_unknown_name_is_a_failure_with_what_is_spelled_alike(run: Any) -> None:
    status, out, err = run("model", "Crne 1")
    assert (status, out) == (1, "")
    assert err == "modelscape: no model is known by the name “Crne 1”: did you mean Crane 1?\n"


def test_a_model_that_is_known_but_has_no_facts_is_a_plain_word(run: Any) -> None:
    status, out, _ = run("model", "Claude Opus 4.6")
    assert (status, out) == (0, "No article states anything of Claude Opus 4.6 (Anthropic).\n")
    found = json.loads(run("model", "Claude Opus 4.6", "--json")[1])
    assert (found["rows"], found["message"], found["near"]) == ([], out.strip(), [])


def test_models_are_compared_and_drawn(run: Any, tmp_path: Path) -> None:
    status, out, _ = run("compare", "Heron 1", "crane-1", "--plot", str(tmp_path / "c.png"))
    assert status == 0
    assert out.splitlines()[2].startswith("Context window  3M tokens [1]  400K tokens [2] / 200K tokens [3]")
    assert (tmp_path / "c.png").read_bytes().startswith(b"\x89PNG")
    found = json.loads(run("compare", "Heron 1", "Stork 1", "--json")[1])
    assert set(found) == {"rows", "unknown", "citations"}


def test_a_leaderboard_of_a_benchmark_without_scores_says_so_and_draws_nothing(
    run: Any, tmp_path: Path
) -> None:
    assert run("leaderboard", "GPQA Diamond")[:2] == (
        0,
        "No article gives any model's score on GPQA Diamond.\n",
    )
    status, _, err = run("leaderboard", "GPQA Diamond", "--plot", str(tmp_path / "l.png"))
    assert (status, "no number to draw" in err, list(tmp_path.glob("*.png"))) == (1, True, [])
    assert run("leaderboard", "No Such Exam")[0] == 1


def test_events_and_changes(run: Any) -> None:
    assert json.loads(run("timeline", "--json")[1]) == {"events": [], "citations": []}
    assert run("timeline")[1] == "No article tells of anything in that time.\n"
    found = json.loads(run("changes", "--since", "2031-05-20", "--json")[1])
    assert all(set(event) >= EVENT for event in found["events"])
    told = {(e["model"], e["what"], e["before"], e["after"]) for e in found["events"]}
    assert told == {
        ("Crane 1", "context window changed", "200K tokens", "400K tokens"),
        ("Stork 1", "context window added", None, "64K tokens"),
    }
    assert run("timeline", "--plot", "t.png")[0] == 1


WATCHED = """
import sys
from collections.abc import Callable
from contextlib import ExitStack
from bot.__main__ import main
status = main(ExitStack(), sys.argv[1:])
print(status, *sorted({name.split(".")[0] for name in sys.modules}), file=sys.stderr)
"""


@pytest.mark.parametrize(
    "argv",
    [
        ("ask", "Which models have a context window of at least 1 million tokens?"),
        ("ask", "哪些模型支持 100 万 token 以上的上下文窗口？"),
        ("models", "--min-context", "1M"),
    ],
)
def test_a_typed_answer_needs_no_model_and_none_of_its_libraries(data: Path, argv: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, "--data", str(data), *argv],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        timeout=120,
    )
    status, *imported = done.stderr.split()
    assert status == "0", done.stderr
    assert "Heron 1" in done.stdout
    assert NOT_NEEDED & set(imported) == set()
