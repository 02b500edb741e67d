from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.doctor.check import Check
from bot.rendering.terminal import articles_text, checks_text, hits_text, reply_text, report_text
from bot.types import Answer, Citation, Question, Span
from corpus.types import Skipped, Source, Warned
from index.store.manifest import Entry
from index.sync.report import Report
from tests.bot.samples import BARE, SOURCE, answer, citation, hit, refusal


def test_an_answer_comes_first_and_then_its_sources() -> None:
    assert reply_text(answer()).splitlines() == [
        "“Quartz 7 reads 9M tokens” [1]",
        "",
        "Sources:",
        "[1] Quartz 7 arrives — The Example, 2031-05-04, https://news.example/quartz (2031/quartz.md)",
        "    “Windows”",
    ]


def test_a_quote_that_is_cut_in_the_answer_stands_whole_with_its_source() -> None:
    assert reply_text(answer("“Quartz 7 reads…” [1]")).endswith("\n    “Quartz 7 reads 9M tokens”")


def test_a_long_quote_that_stands_whole_in_the_answer_is_not_repeated_in_part() -> None:
    quote = "Quartz 7 reads tokens, " * 40
    long = Answer(Question("?", "en"), f"“{quote}” [1]", (Citation(1, SOURCE, Span(quote, 0, len(quote))),))
    assert reply_text(long).count("Quartz 7 reads") == 40


def test_a_refusal_names_the_nearest_thing() -> None:
    text = reply_text(refusal())
    assert text.startswith(
        "The articles do not say it.\nQuartz 6 reads 1M tokens\n\nSources:\n[1] Quartz 7 arrives"
    )


@pytest.mark.parametrize(("language", "word"), [("zh", "来源："), ("zh-Hant", "來源："), ("th", "Sources:")])
def test_the_frame_is_in_the_language_of_the_question(language: str, word: str) -> None:
    assert word in reply_text(answer(question=Question("?", language))).splitlines()


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (BARE, "[1] bare (bare.txt)"),
        (
            Source("a", "a.md", "A", "en", url="https://host.example/x"),
            "[1] A — host.example, https://host.example/x (a.md)",
        ),
        (Source("a", "a.md", "A", "en", url="https://[broken"), "[1] A — https://[broken (a.md)"),
    ],
)
def test_a_source_is_named_as_far_as_it_is_known(source: Source, line: str) -> None:
    assert (
        line in reply_text(Answer(Question("?", "en"), "Yes [1].", (citation(source=source),))).splitlines()
    )


HOSTILE = "\x1b]0;owned\x07\x9b31m\u202eabc\x00"


def test_nothing_of_an_article_reaches_the_terminal_as_a_command() -> None:
    source = Source(HOSTILE, HOSTILE, HOSTILE, HOSTILE, publisher=HOSTILE, url=HOSTILE)
    entry = Entry(source, "/c", "0" * 64, "s", 1, datetime(2031, 1, 1, tzinfo=UTC))
    report = Report(1, 1, 0, 1, 0, 0, 0, (Skipped(HOSTILE, HOSTILE),), (Warned(HOSTILE, HOSTILE),), 1, 0.1)
    texts = [
        reply_text(Answer(Question("?", "en"), HOSTILE, (citation(HOSTILE, source),))),
        hits_text([hit(HOSTILE, source)]),
        articles_text([entry]),
        report_text(report),
        checks_text([Check("x", True, HOSTILE)]),
    ]
    assert not set("\x1b\x07\x9b\u202e\x00") & set("".join(texts))


def test_a_hit_shows_where_it_stands_and_a_snippet() -> None:
    assert hits_text([hit("long " * 200)]).splitlines()[:2] == [
        "1. Quartz 7 arrives, 2031-05-04 (2031/quartz.md, en, 40–1040)",
        "   Windows",
    ]
    assert hits_text([hit("long " * 200)]).endswith("long…")
    assert hits_text([]) == "Nothing was found."


def test_a_report_counts_and_lists_what_went_wrong() -> None:
    report = Report(
        3, 40, 0, 1, 1, 1, 0, (Skipped("a.md", "Empty."),), (Warned("b.md", "No date."),), 7, 1.23
    )
    assert report_text(report).splitlines() == [
        "3 articles, 40 passages (1 added, 1 updated, 1 unchanged, 0 removed) in 1.2 s; generation 7",
        "warning: b.md: No date.",
        "skipped: a.md: Empty.",
    ]


def test_articles_are_listed_with_their_place() -> None:
    entry = Entry(SOURCE, "/c", "0" * 64, "s", 12, datetime(2031, 1, 1, tzinfo=UTC))
    assert articles_text([entry]).splitlines() == [
        "Quartz 7 arrives — The Example, 2031-05-04, https://news.example/quartz",
        "    2031/quartz.md, en, 12 passages",
    ]
    copied = replace(entry, copy_of="quartz", translation_of="石英", superseded_by="quartz-8")
    assert articles_text([copied]).endswith(
        "12 passages, copy of quartz, translation of 石英, superseded by quartz-8"
    )
    assert articles_text([]) == "There are no articles in the index."


def test_checks_are_one_line_each() -> None:
    assert checks_text(
        [Check("data", True, "fine"), Check("settings", False, "two\nlines")]
    ).splitlines() == [
        "ok   data     fine",
        "FAIL settings two lines",
    ]
