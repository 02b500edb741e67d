from datetime import date

import pytest

from bot.facts.facts import facts_of
from bot.watching.reading import read_watch
from bot.watching.telling import watch_said
from bot.watching.types import NotUnderstood, WatchedDeveloper, WatchedFilter, WatchedModel
from corpus.facts.types import Attribute, Unit
from index.catalogue.types import Condition, Op
from tests.bot.facts.library import HERON, library

FACTS = facts_of(library())
TODAY = date(2026, 3, 2)

READ = [
    ("Heron 7", "Heron 7"),
    ("heron-7", "Heron 7"),
    ("Claude Opus 4.6", "Claude Opus 4.6"),  # no article speaks of it yet
    ("Claude", "all Claude models"),
    ("Claude Opus", "all Claude Opus models"),
    ("DeepSeek", "all models by DeepSeek"),  # a family's name too
    ("智谱", "all models by Zhipu AI"),
    ("rivermind", "all models by Rivermind"),  # only the articles know it
    ("models by Meta", "all models by Meta"),
    ("which models have open weights?", "models with open weights"),
    (
        "open weights, context >= 1M, under $1",
        "models with open weights, a context window of at least 1M tokens,"
        " an input price of less than $1 / 1M tokens",
    ),
    (
        "open weights; context ≥ 1,000,000;\nunder $1.",
        "models with open weights, a context window of at least 1M tokens,"
        " an input price of less than $1 / 1M tokens",
    ),
    (
        "input price under $1, output price under $5",
        "models with an input price of less than $1 / 1M tokens, an output price of less than $5 / 1M tokens",
    ),
    (
        "Meta, open weights and over 100B parameters",
        "models with the developer Meta, open weights, a number of parameters of more than 100B",
    ),
    ("SWE-bench Verified >= 80%", "models with a score on SWE-bench Verified of at least 80%"),
    ("released since March 2026", "models with a release on or after 2026-03-01"),
    (
        "context window of 1M and above, MIT licence",
        "models with a context window of at least 1M tokens, the licence MIT",
    ),
]


@pytest.mark.parametrize(("text", "said"), READ, ids=[row[0] for row in READ])
def test_a_watch_is_a_model_a_developer_or_a_filter(text: str, said: str) -> None:
    assert watch_said(read_watch(text, FACTS, TODAY), "en") == said


def test_what_is_read_is_typed() -> None:
    assert read_watch("Heron 7", FACTS, TODAY) == WatchedModel(HERON)
    assert read_watch("by Meta", FACTS, TODAY) == WatchedDeveloper("Meta")
    price = Condition(Attribute.PRICE_INPUT, Op.LESS, 1.0, Unit.USD)
    opened = Condition(Attribute.OPEN_WEIGHTS, Op.EQUAL, True)
    assert read_watch("开源，低于1美元", FACTS, TODAY) == WatchedFilter((opened, price))


NOT_READ = [
    ("Heron 8x", "did you mean Heron 7"),
    ("Rivermnd", "did you mean Rivermind?"),
    ("the good ones", "write for example"),
    ("open weights, and blue", "write for example"),
    ("open weights, not Meta", "write for example"),
    ("Meta, Google", "write for example"),  # two developers: no model has both
    ("AIME 2025, open weights", "write for example"),  # a benchmark without a score
    ("context >= 1M, context >= 2M", "write for example"),
    ("cheapest, open weights", "write for example"),
    ("", "in at most 300 characters"),
    ("   ​ ", "in at most 300 characters"),
    ("open weights, " * 30, "in at most 300 characters"),
]


@pytest.mark.parametrize(("text", "mend"), NOT_READ, ids=[row[0][:20] for row in NOT_READ])
def test_what_is_not_understood_in_full_is_refused_with_the_mend(text: str, mend: str) -> None:
    with pytest.raises(NotUnderstood, match=mend.replace("?", r"\?")) as caught:
        read_watch(text, FACTS, TODAY)
    assert "\n" not in str(caught.value)


def test_a_hostile_text_can_not_break_the_sentence() -> None:
    with pytest.raises(NotUnderstood) as caught:
        read_watch("x\x1b[2J\n\u202e" + "y" * 200, FACTS, TODAY)
    assert len(str(caught.value)) < 300
    assert str(caught.value).isprintable()
