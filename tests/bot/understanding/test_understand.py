import json
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.describing import describe, query_json
from bot.understanding.types import (
    Agreement,
    Compare,
    Filter,
    Lookup,
    Query,
    Ranking,
    StatusOf,
    Timeline,
    Wanted,
)
from corpus.facts.types import Attribute, Status, Unit
from corpus.names.types import Benchmark, Model
from index.catalogue.types import Condition, Op
from tests.bot.understanding.helpers import HERE, asked, lines, names, understood

TYPED = [line.split("\t") for line in lines("typed.tsv")]
OPEN = lines("open.txt")
EVALUATION = HERE.parents[1] / "evaluation"
VERIFIED = Benchmark("SWE-bench", None, "Verified")
# Of the questions for the passages, those that the facts may answer as well.
TYPED_TOO = {"o002", "o004", "o005", "o015", "o019", "o023", "o065", "o072", "o074", "o089", "o098"}


def model(name: str) -> Model:
    found = names().model(name)
    assert found
    return found


@pytest.mark.parametrize(("question", "kind", "described"), TYPED, ids=[row[0] for row in TYPED])
def test_a_typed_question_is_understood_in_full(question: str, kind: str, described: str) -> None:
    query = understood(question)
    assert query is not None
    assert (type(query).__name__, describe(query, "en")) == (kind, described)


@pytest.mark.parametrize("question", OPEN)
def test_a_question_with_a_word_that_no_query_explains_goes_to_the_passages(question: str) -> None:
    assert understood(question) is None


def _questions(path: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (EVALUATION / path).read_text("utf-8").splitlines()]


@pytest.mark.parametrize("row", _questions("open_questions.jsonl"), ids=lambda row: str(row["id"]))
def test_open_questions_go_to_the_passages(row: dict[str, str]) -> None:
    assert understood(row["question"]) is None or row["id"] in TYPED_TOO


@pytest.mark.parametrize("row", _questions("calibration/questions.jsonl"), ids=lambda row: str(row["id"]))
def test_questions_on_other_things_than_models_go_to_the_passages(row: dict[str, str]) -> None:
    assert understood(row["question"]) is None


ABOUT_R1 = model("DeepSeek-R1")
OPUS = model("Claude Opus 4.6")


@pytest.mark.parametrize(
    ("question", "query"),
    [
        (
            "which models have a context window of at least 1M tokens?",
            Filter((Condition(Attribute.CONTEXT_WINDOW, Op.AT_LEAST, 1e6, Unit.TOKENS),)),
        ),
        (
            "open-weights models over 500B parameters",
            Filter(
                (
                    Condition(Attribute.PARAMETERS_TOTAL, Op.MORE, 5e11, Unit.PARAMETERS),
                    Condition(Attribute.OPEN_WEIGHTS, Op.EQUAL, True),
                )
            ),
        ),
        (
            "哪些模型预计在2026年2月发布",
            Filter(
                (
                    Condition(Attribute.RELEASED, Op.AT_LEAST, date(2026, 2, 1)),
                    Condition(Attribute.RELEASED, Op.AT_MOST, date(2026, 2, 28)),
                    Condition(Attribute.RELEASED, Op.EQUAL, Status.EXPECTED),
                )
            ),
        ),
        (
            "models scoring above 80% on SWE-bench Verified",
            Filter((Condition(Attribute.BENCHMARK, Op.MORE, 80.0, Unit.PERCENT, VERIFIED),)),
        ),
        (
            "what did Opus 4.6 score on SWE-bench Verified",
            Lookup((OPUS,), (Wanted(Attribute.BENCHMARK, VERIFIED),)),
        ),
        (
            "second-longest context among MIT-licensed models",
            Ranking(
                Wanted(Attribute.CONTEXT_WINDOW),
                descending=True,
                position=2,
                conditions=(Condition(Attribute.LICENCE, Op.EQUAL, "MIT"),),
            ),
        ),
        (
            "which is cheaper, Opus 4.6 or R1?",
            Compare((OPUS, ABOUT_R1), (Wanted(Attribute.PRICE_INPUT), Wanted(Attribute.PRICE_OUTPUT))),
        ),
        (
            "Anthropic今年发布了什么",
            Timeline(date(2026, 1, 1), date(2026, 12, 31), "Anthropic", released=True),
        ),
        ("R1发布了吗", StatusOf((ABOUT_R1,))),
        ("文章对R1的参数量说法一致吗", Agreement((ABOUT_R1,), (Wanted(Attribute.PARAMETERS_TOTAL),))),
    ],
)
def test_the_query_holds_what_was_asked(question: str, query: Query) -> None:
    assert understood(question) == query


def test_a_month_without_a_year_is_the_last_one_that_has_begun() -> None:
    assert understood("What came out in December?") == Timeline(
        date(2025, 12, 1), date(2025, 12, 31), released=True
    )


@pytest.mark.parametrize(
    "question",
    [
        "What is Kimi K2.5's context window? And what is the weather?",
        "Which models have 1M context? Which models are open source?",
        "Is Kimi K2.5 open source? When will it rain?",
    ],
)
def test_of_several_sentences_each_must_be_understood_and_of_one_kind(question: str) -> None:
    assert understood(question) is None


def test_a_second_sentence_may_speak_of_the_models_of_the_first() -> None:
    query = understood("What is Kimi K2.5's context window? And who makes it?")
    wanted = (Wanted(Attribute.CONTEXT_WINDOW), Wanted(Attribute.DEVELOPER))
    assert query == Lookup((model("Kimi K2.5"),), wanted)


HOSTILE = [
    "1M " * 600,
    "between 1B and 2B " * 100,
    "context " * 250,
    "的" * 2_000,
    "最" * 2_000,
    "2026-02-05 " * 200,
    "Opus 4.6 和 " * 200,
    "in may " * 300,
    "1" * 100_000,
    "﷽" * 100_000,
    "<" * 2_000,
    "\u202e\u200f" * 1_000,
    "\ud800" * 50,
]


@pytest.mark.parametrize("question", HOSTILE, ids=lambda question: repr(question[:12]))
def test_hostile_questions_are_read_in_bounded_time(question: str) -> None:
    understood("warm")
    began = time.perf_counter()
    understood(question)
    assert time.perf_counter() - began < 2


WORDS = sorted({word for line in [*OPEN, *(row[0] for row in TYPED)] for word in line.split()})


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200) | st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_no_text_breaks_understanding(text: str) -> None:
    for query in (understood(text), asked(text)):
        if query:
            json.dumps(query_json(query))
            for language in ("en", "zh", "zh-Hant", "fr"):
                assert describe(query, language)
