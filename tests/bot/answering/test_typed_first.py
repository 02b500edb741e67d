from datetime import date

from bot.answering.typed_first import Account, TypedFirst
from bot.facts.facts import facts_of
from bot.renewed import Renewed
from bot.types import Answer, Question, Refusal
from bot.understanding.types import Lookup
from corpus.facts.types import Attribute
from corpus.names import read_names
from index.catalogue.catalogue import make_catalogue
from tests.bot.facts.library import stated, tokens
from tests.bot.fakes import FakePassages

OPUS = read_names().model("Claude Opus 4.6")
assert OPUS
FACTS = facts_of(make_catalogue(1, [stated(OPUS, Attribute.CONTEXT_WINDOW, tokens(1e6), 10)]))


def asked(text: str, passages: FakePassages) -> tuple[Answer | Refusal, Account]:
    first = TypedFirst(FACTS, Renewed(lambda: passages), lambda: date(2031, 7, 1))
    question = Question(text, "en")
    reply, account = first.explain(question)
    assert first.answer(question).text == reply.text
    return reply, account


def test_a_typed_question_is_answered_without_the_passages() -> None:
    opened: list[str] = []
    first = TypedFirst(
        FACTS, Renewed(lambda: opened.append("passages") or FakePassages()), lambda: date(2031, 7, 1)
    )
    reply = first.answer(Question("What is the context window of Claude Opus 4.6?", "en"))
    assert reply.text.startswith("Claude Opus 4.6: context window 1M tokens [1]")
    assert reply.timings_ms.keys() == {"total"}
    assert opened == []


def test_what_is_no_typed_question_goes_to_the_passages() -> None:
    passages = FakePassages()
    reply, account = asked("why is the sky over the harbour so grey", passages)
    assert isinstance(reply, Answer)
    assert account.query is None
    assert account.passages is not None
    assert reply.understood is None


def test_what_the_facts_know_the_model_of_but_do_not_state_is_refused_without_the_passages() -> None:
    passages = FakePassages()
    reply, _ = asked("What is the licence of Claude Opus 4.6?", passages)
    assert isinstance(reply, Refusal)
    assert reply.understood
    assert passages.history == []


def test_a_model_that_no_article_knows_is_not_answered_with_another_ones_number() -> None:
    reply, account = asked("What is the context window of Claude Opus 9.9?", FakePassages())
    assert isinstance(reply, Refusal)
    assert isinstance(account.query, Lookup)
    assert reply.text.startswith("No article states a fact of Claude Opus 9.9; nearest: ")
