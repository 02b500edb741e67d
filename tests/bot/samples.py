"""Replies and hits to render, about models that don't exist."""

from datetime import date

from bot.types import Answer, Citation, NearMiss, Question, Refusal, Span
from corpus.types import Source
from index.types import Hit, Passage

SOURCE = Source(
    article="quartz-arrives",
    path="2031/quartz.md",
    title="Quartz 7 arrives",
    language="en",
    publisher="The Example",
    url="https://news.example/quartz",
    published=date(2031, 5, 4),
)
BARE = Source(article="bare", path="bare.txt", title="bare", language="zh")
QUESTION = Question("How long is Quartz 7's window?", "en")


def citation(quote: str = "Quartz 7 reads 9M tokens", source: Source = SOURCE) -> Citation:
    return Citation(1, source, Span(quote, 40, 40 + len(quote)), (Span("Windows", 10, 17),))


def answer(text: str = "“Quartz 7 reads 9M tokens” [1]", question: Question = QUESTION) -> Answer:
    return Answer(question, text, (citation(),), {"total": 12.345})


def refusal(question: Question = QUESTION) -> Refusal:
    near = NearMiss("Quartz 6 reads 1M tokens", citation("Quartz 6 reads 1M tokens"))
    return Refusal(question, "The articles do not say it.", near)


def hit(text: str = "Quartz 7 reads 9M tokens.", source: Source = SOURCE) -> Hit:
    passage = Passage(source.article, 0, 40, 40 + len(text), text, "Windows", source.title, "en", 8)
    return Hit(1, 1.23456789, passage, source)
