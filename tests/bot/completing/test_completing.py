import time
from dataclasses import replace

import pytest

from bot.completing.entries import choosable
from bot.completing.matching import complete
from bot.completing.types import Choice, Entry
from bot.facts.facts import facts_of
from corpus.facts.types import Attribute, Unit, Value
from corpus.names import read_names
from corpus.names.types import Benchmark, Model
from index.catalogue.catalogue import make_catalogue
from tests.bot.facts.library import percent, stated

NAMES = (
    "Qwen3.5-Plus",
    "Qwen3-Max",
    "Claude Opus 4.6",
    "Claude Sonnet 4.6",
    "GPT-5.3-Codex",
    "GPT-4o",
    "Gemini 3 Pro",
    "Kimi K2.5",
    "DeepSeek-V3.2",
    "GLM-5",
)


def known(name: str) -> Model:
    found = read_names().model(name)
    assert found, name
    return found


STATED = [
    *(stated(known(name), Attribute.CONTEXT_WINDOW, Value(Unit.TOKENS, 1000), 10) for name in NAMES),
    stated(known("GLM-5"), Attribute.PARAMETERS_TOTAL, Value(Unit.PARAMETERS, 1e9), 20),
    stated(known("GLM-5"), Attribute.BENCHMARK, percent(50), 30, benchmark=Benchmark("AIME", "2025")),
]
CHOICES = choosable(facts_of(make_catalogue(1, STATED)))


def models(typed: str) -> list[str]:
    return [choice.value for choice in complete(CHOICES.models, typed)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("GLM-5", "GLM-5"),
        ("glm", "GLM-5"),
        ("opus", "Claude Opus 4.6"),
        ("opus4", "Claude Opus 4.6"),
        ("Opus 4.6", "Claude Opus 4.6"),
        ("sonet", "Claude Sonnet 4.6"),
        ("claud opus", "Claude Opus 4.6"),
        ("gemeni 3", "Gemini 3 Pro"),
        ("gpt 4o", "GPT-4o"),
        ("gpt5.3", "GPT-5.3-Codex"),
        ("deepsek v3", "DeepSeek-V3.2"),
        ("通义千问3.5", "Qwen3.5-Plus"),
        ("ｋｉｍｉ", "Kimi K2.5"),
    ],
)
def test_what_is_meant_comes_first(typed: str, first: str) -> None:
    assert models(typed)[0] == first


@pytest.mark.parametrize(
    ("typed", "among"),
    [
        ("通义", {"Qwen3.5-Plus", "Qwen3-Max"}),
        ("通義", {"Qwen3.5-Plus", "Qwen3-Max"}),
        ("月之暗面", {"Kimi K2.5"}),
        ("anthropic", {"Claude Opus 4.6", "Claude Sonnet 4.6"}),
        ("智谱", {"GLM-5"}),
    ],
)
def test_other_names_and_makers_are_matched_in_both_scripts(typed: str, among: set[str]) -> None:
    assert set(models(typed)) == among


def test_nothing_typed_offers_what_most_is_stated_of() -> None:
    assert models("")[0] == "GLM-5"
    assert len(models("")) == len(NAMES)


@pytest.mark.parametrize("typed", ["zzzzzz", "\x00", "🦙🦙🦙", "x" * 10_000, "\ud800\udfff", "%s%n", "'; --"])
def test_what_fits_nothing_offers_nothing(typed: str) -> None:
    assert models(typed) in ([], models(""))


def test_benchmarks_and_developers_are_chosen_by_their_names() -> None:
    assert complete(CHOICES.benchmarks, "aime") == [Choice("AIME 2025", "AIME 2025")]
    assert complete(CHOICES.developers, "谷歌")[0].value == "Google"


def test_there_are_never_more_choices_than_discord_shows_nor_longer_ones() -> None:
    long = replace(known("GLM-5"), key="long", name="Long " * 30)
    many = [replace(known("GLM-5"), key=f"m{n}", name=f"Model {n}") for n in range(60)]
    stating = (stated(m, Attribute.CONTEXT_WINDOW, Value(Unit.TOKENS, 1000), 10) for m in (long, *many))
    found = choosable(facts_of(make_catalogue(1, stating)))
    assert len(complete(found.models, "model")) == 25
    assert complete(found.models, "long") == []


def test_two_thousand_names_are_searched_in_a_moment() -> None:
    entries = [
        Entry(Choice(f"M{n}", f"M{n}"), (f"family {n} pro", f"别名 {n}", f"maker family {n}"), n)
        for n in range(2_000)
    ]
    began = time.process_time()
    for typed in ("f", "famly 19", "maker family 1999", "nothing like it"):
        complete(entries, typed)
    assert time.process_time() - began < 2  # a bound against a hang; 4 times 12 ms as a rule
