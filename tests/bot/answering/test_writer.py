import itertools
import re

import pytest

from bot.answering.windows import choose, windows
from bot.answering.writer import write_answer, write_empty, write_refusal
from bot.types import Answer
from tests.bot.answering.helpers import START, hit, question, units_of, verdict, weighed

ASKED = "what does Zephyr cost"
TEXT = "The otter sleeps.\n\nZephyr costs $3\na day.\n\nThe gull came home."


def written(text: str = TEXT, language: str = "en", passage_language: str = "en") -> Answer:
    found = verdict(ASKED, hit(text, passage_language))
    return write_answer(question(ASKED, language), [found])


@pytest.mark.parametrize(
    ("language", "passage", "frame"),
    [
        ("en", "en", "The articles say:"),
        ("en", "zh", "The articles say (in Chinese):"),
        ("zh", "zh", "文章中的原话："),
        ("zh", "zh-Hant", "文章中的原话："),
        ("zh", "en", "文章中的原话（英文）："),
        ("zh-Hant", "en", "文章中的原話（英文）："),
        ("zh-Hant", "zh", "文章中的原話："),
        ("fr", "fr", "The articles say:"),
        ("th", "sw", "The articles say (in sw):"),
    ],
)
def test_the_frame_is_in_the_askers_language_and_names_the_quotes(
    language: str, passage: str, frame: str
) -> None:
    assert written(language=language, passage_language=passage).text.startswith(frame)


def test_a_citation_quotes_the_article_word_for_word_and_the_text_shows_it_on_one_line() -> None:
    reply = written()
    (citation,) = reply.citations
    assert citation.span.quote == ("x" * START + TEXT)[citation.span.start : citation.span.end]
    assert "Zephyr costs $3\na day." in citation.span.quote
    assert "Zephyr costs $3 a day." in reply.text
    assert reply.text.count("[1]") == 1


def test_every_quote_has_its_number_and_the_text_stays_short() -> None:
    texts = [
        f"Zephyr costs ${n} a day, says keeper {n}, " + "since the sea is wide and " * 14 for n in range(6)
    ]
    found = [verdict(ASKED, hit(text.strip() + ".", article=f"a{n}")) for n, text in enumerate(texts)]
    reply = write_answer(question(ASKED), found)
    assert len(reply.text) <= 700
    assert re.findall(r"\[(\d+)\]", reply.text) == [str(c.n) for c in reply.citations]
    assert [c.n for c in reply.citations] == list(range(1, len(reply.citations) + 1))
    assert reply.citations[0].source.article == "a0"


def test_a_very_long_quote_is_cut_in_the_text_and_whole_in_the_citation() -> None:
    text = "Zephyr costs " + "a great deal of money and " * 60 + "more."
    reply = written(text)
    assert len(reply.text) <= 700
    assert "…" in reply.text
    assert reply.citations[0].span.quote == text


def test_windows_that_lie_over_each_other_are_quoted_once() -> None:
    found = verdict(ASKED, TEXT)
    reply = write_answer(question(ASKED), [found, found, found])
    assert len(reply.citations) == 1


def test_a_window_that_the_first_one_grew_into_is_quoted_once() -> None:
    text = "Zephyr costs $3 a day. Zephyr costs $9 a week. Zephyr costs $20 a month."
    chosen = choose(windows(weighed(ASKED, text), units_of(ASKED)), 3)
    first = verdict(ASKED, text)
    reply = write_answer(question(ASKED), [first, *(verdict(ASKED, w.text) for w in chosen[1:])])
    spans = sorted((c.span.start, c.span.end) for c in reply.citations)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "found nothing on “zephyr”"),
        ("zh", "关于“zephyr”"),
        ("zh-Hant", "關於“zephyr”"),
    ],
)
def test_a_refusal_names_what_is_missing(language: str, words: str) -> None:
    reply = write_refusal(question(ASKED, language), verdict(ASKED, "Quartz costs $3 a day."))
    assert words in reply.text


def test_a_refusal_gives_the_nearest_thing_word_for_word() -> None:
    text = "Quartz costs $3 a day."
    reply = write_refusal(question(ASKED), verdict(ASKED, text))
    assert reply.near_miss is not None
    assert text in reply.near_miss.text
    assert text in reply.text
    assert reply.near_miss.citation.span.quote == text
    assert "Title of a" in reply.near_miss.text


def test_a_refusal_with_nothing_near_names_nothing() -> None:
    assert write_refusal(question(ASKED), None).near_miss is None
    far = write_refusal(
        question("the dusty organ of Falkland"), verdict("the dusty organ of Falkland", "It rained.")
    )
    assert far.near_miss is None


@pytest.mark.parametrize(("language", "words"), [("en", "no question"), ("zh", "没有"), ("zh-Hant", "沒有")])
def test_no_question_is_told_in_the_askers_language(language: str, words: str) -> None:
    assert words in write_empty(question("", language)).text
