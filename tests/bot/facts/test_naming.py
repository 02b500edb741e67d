import pytest

from bot.facts.naming import named_benchmark, named_model
from bot.types import UnknownName
from corpus.names import read_names
from corpus.names.types import Benchmark
from tests.bot.facts.library import HERON, LYNX, OTTER

MODELS = (HERON, OTTER, LYNX)
NAMES = read_names().with_models(MODELS)
BENCHMARKS = (Benchmark("Crate-bench", None, "Verified"), Benchmark("Reed Exam"))


@pytest.mark.parametrize("name", ["Heron 7", "heron-7", "HERON 7"])
def test_a_model_is_found_however_it_is_written(name: str) -> None:
    assert named_model(name, NAMES, MODELS).name == "Heron 7"


def test_a_name_that_nothing_knows_is_refused_with_what_is_spelled_alike() -> None:
    with pytest.raises(UnknownName, match="did you mean Otter 2"):
        named_model("Ottre 2", NAMES, MODELS)
    with pytest.raises(UnknownName, match="`modelscape models` lists"):
        named_model("zzzzzz", NAMES, MODELS)


def test_the_message_is_one_harmless_line() -> None:
    with pytest.raises(UnknownName) as caught:
        named_model("x\x1b[2J\n" + "y" * 5_000, NAMES, MODELS)
    assert "\x1b" not in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("crate-bench verified", "Crate-bench Verified"),
        ("Reed Exam", "Reed Exam"),
        ("GPQA Diamond", "GPQA Diamond"),
    ],
)
def test_a_benchmark_is_one_of_the_articles_or_of_the_list(name: str, expected: str) -> None:
    assert named_benchmark(name, NAMES, BENCHMARKS).full_name == expected


def test_a_benchmark_that_nothing_knows_is_refused() -> None:
    with pytest.raises(UnknownName, match="did you mean Reed Exam"):
        named_benchmark("Reed Exams", NAMES, BENCHMARKS)
