"""The whole way of a question over a real store, with a model that knows only whether words are the same."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.answerer import Answerer
from bot.answering.units import QuestionReader
from bot.question import read_question
from bot.rendering.as_json import json_line, reply_json
from bot.rendering.explanation import explanation_json
from bot.types import Answer, Refusal
from corpus.lexicon import read_frame_words
from index.store.chroma import open_store
from index.store.place import Embedded
from tests.bot.answering.helpers import SHAPES
from tests.fakes import HashedEmbedder
from tests.index.index_helpers import TERMS, Trial, write

NEWS = {
    "zephyr.md": "---\npublished: 2026-02-01\n---\n# Zephyr\n\nThe robot Zephyr costs 300 euros in Falkland.\n\n"
    "It was painted green by Mira Falk.\n",
    "quartz.md": "---\npublished: 2026-03-01\n---\n# Quartz\n\nThe robot Quartz costs 900 euros in Falkland.\n",
    "links.md": "# Links\n\nhttps://news.example/zephyr-costs-300-euros\n\nThe otter sleeps at noon.\n",
    "deng.md": "# 灯塔\n\n岛上的旧灯塔改成了图书馆。\n",
}


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("answered") / "news", NEWS)


@pytest.fixture(scope="module")
def answerer(news: Path) -> Iterator[Answerer]:
    with open_store(Embedded(news.parent / "data" / "chroma")) as store:
        trial = Trial(store, HashedEmbedder(), news.parent / "data")
        trial.update(news)
        reader = QuestionReader(read_frame_words(), TERMS)
        with ThreadPoolExecutor(2) as workers:
            yield Answerer(trial.searcher(), trial.embedder, TERMS, reader, SHAPES, 0.75, workers)


def ask(answerer: Answerer, text: str, as_of: date | None = None) -> Answer | Refusal:
    return answerer.answer(read_question(text), as_of)


def is_sound(reply: Answer | Refusal, news: Path) -> None:
    """What must hold for any reply whatever."""
    assert len(reply.text) <= 1000
    assert reply.text.strip()
    near = reply.near_miss if isinstance(reply, Refusal) else None
    citations = reply.citations if isinstance(reply, Answer) else ((near.citation,) if near else ())
    for citation in citations:
        text = (news / citation.source.path).read_text("utf-8")
        assert citation.span.quote == text[citation.span.start : citation.span.end] != ""
    if isinstance(reply, Answer):
        assert len(reply.text) <= 700
        assert all(f"[{citation.n}]" in reply.text for citation in reply.citations)
    json.loads(json_line(reply_json(reply)))


@pytest.mark.parametrize(
    ("question", "path", "words"),
    [
        ("what does the robot Zephyr cost in Falkland", "zephyr.md", "300 euros"),
        ("what does the robot Quartz cost in Falkland", "quartz.md", "900 euros"),
        ("旧灯塔改成了什么", "deng.md", "图书馆"),
        ("舊燈塔改成了什麼", "deng.md", "图书馆"),
    ],
)
def test_a_question_that_is_answered_there_gets_the_words_that_answer_it(
    answerer: Answerer, news: Path, question: str, path: str, words: str
) -> None:
    reply = ask(answerer, question)
    assert isinstance(reply, Answer)
    assert reply.citations[0].source.path == path
    assert words in reply.text
    is_sound(reply, news)


@pytest.mark.parametrize(
    "question",
    [
        "what does the robot Onyx cost in Falkland",
        "Who is the mayor of Rivendell?",
        "水獭的主人是谁",
        "!!",
        "what is it",
    ],
)
def test_a_question_that_is_not_answered_there_is_refused(
    answerer: Answerer, news: Path, question: str
) -> None:
    reply = ask(answerer, question)
    assert isinstance(reply, Refusal)
    is_sound(reply, news)


def test_the_refusal_names_what_it_lacks(answerer: Answerer) -> None:
    assert "onyx" in ask(answerer, "what does the robot Onyx cost in Falkland").text


def test_a_line_with_nothing_but_a_link_is_never_quoted(answerer: Answerer) -> None:
    for text in ("zephyr costs 300 euros news example", "https news.example zephyr-costs-300-euros"):
        reply, explanation = answerer.explain(read_question(text))
        quoted = [c.span.quote for c in reply.citations] if isinstance(reply, Answer) else []
        assert not any(quote.strip().startswith("https://") for quote in quoted)
        assert explanation.hits


def test_what_was_published_later_is_left_out(answerer: Answerer) -> None:
    reply = ask(answerer, "what does the robot Quartz cost in Falkland", date(2026, 2, 15))
    named = reply.near_miss.citation.source.path if isinstance(reply, Refusal) and reply.near_miss else ""
    assert isinstance(reply, Refusal)
    assert named != "quartz.md"


def test_an_empty_question_is_told_so(answerer: Answerer) -> None:
    assert ask(answerer, " \x00 ").text == "There is no question to answer: please write one."


def test_an_explanation_can_be_written_as_json(answerer: Answerer) -> None:
    _, explanation = answerer.explain(read_question("what does the robot Zephyr cost"))
    shown = json.loads(json_line(explanation_json(explanation)))
    assert shown
    assert explanation.threshold == 0.75
    assert [v.score for v in explanation.verdicts] == sorted(
        (v.score for v in explanation.verdicts), reverse=True
    )


WORDS = st.sampled_from(
    ["Zephyr", "costs", "300", "4.6", "西风", "灯塔", "what", "多少钱", "\u202e", "\ud800", "😀", ""]
)
ANYTHING = st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=12).map(" ".join))


@settings(deadline=None, max_examples=120)
@given(ANYTHING)
def test_any_text_is_answered_or_refused(answerer: Answerer, news: Path, text: str) -> None:
    reply = ask(answerer, text)
    assert isinstance(reply, Answer | Refusal)
    is_sound(reply, news)
