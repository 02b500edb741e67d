from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.following.followed import followed
from bot.following.types import Before, exchanged
from bot.question import read_question
from bot.understanding.describing import describe
from bot.understanding.understand import understand
from corpus.names import read_names
from tests.bot.samples import answer, refusal
from tests.bot.showing.rows import listed

ONE = "What is Kimi K2.5's context window?"
TWO = "Compare Kimi K2.5 and GLM-5"
CHINESE = "Kimi K2.5 的上下文窗口是多少？"
SCORE = "What did Kimi K2.5 score on SWE-bench Verified?"
BEST = "Which model is best on SWE-bench Verified?"
MAKER = "Which models did Anthropic release in February 2026?"
LONGEST = "Which model has the longest context window?"
OPEN = "What happened to the stock market?"
NO_DAY = date(2026, 3, 1)


NAMES = read_names().with_models(
    [m.model for m in read_names().mentions("Claude Opus 4.6, GLM-5, Kimi K2.5")]
)


def whole(text: str, question: str, answered: str | None = None) -> str:
    return followed(text, Before(question, answered), NAMES)


@pytest.mark.parametrize(
    ("text", "question", "found"),
    [
        # the subject in the place of a word that stands for it
        ("and its licence?", ONE, "Kimi K2.5's licence?"),
        ("And its license?", CHINESE, "Kimi K2.5's license?"),
        ("how much does it cost", ONE, "how much does Kimi K2.5 cost"),
        ("What's its licence and how much does it cost?", ONE, "What's Kimi K2.5's licence and how much does Kimi K2.5 cost?"),
        ("is it open?", ONE, "is Kimi K2.5 open?"),
        ("ok thanks, and what did it score on AIME 2025?", ONE, "what did Kimi K2.5 score on AIME 2025?"),
        ("when was the model released?", ONE, "when was Kimi K2.5 released?"),
        ("who makes this model", ONE, "who makes Kimi K2.5"),
        ("what is the model's licence?", ONE, "what is Kimi K2.5's licence?"),
        ("what's it's licence?", ONE, "what's Kimi K2.5's licence?"),
        ("why is it important for coding?", ONE, "why is Kimi K2.5 important for coding?"),
        ("它的许可证呢？", ONE, "Kimi K2.5 的许可证呢？"),
        ("它的許可證呢？", ONE, "Kimi K2.5 的許可證呢？"),
        ("它多少钱", CHINESE, "Kimi K2.5 多少钱"),
        ("其许可证是什么？", CHINESE, "Kimi K2.5 的许可证是什么？"),
        ("该模型的价格是多少？", CHINESE, "Kimi K2.5 的价格是多少？"),
        ("這個模型什麼時候發布的？", CHINESE, "Kimi K2.5 什麼時候發布的？"),
        ("那它开源吗？", CHINESE, "Kimi K2.5 开源吗？"),
        ("谁开发了它？", CHINESE, "谁开发了 Kimi K2.5？"),
        # several
        ("what are their prices?", TWO, "what are Kimi K2.5 and GLM-5's prices?"),
        ("are they open source?", TWO, "are Kimi K2.5 and GLM-5 open source?"),
        ("which of them is cheaper?", TWO, "which of Kimi K2.5 and GLM-5 is cheaper?"),
        ("它们的许可证呢？", TWO, "Kimi K2.5 和 GLM-5 的许可证呢？"),
        ("两者哪个更便宜？", TWO, "Kimi K2.5 和 GLM-5 哪个更便宜？"),
        # which of two
        ("which is cheaper?", TWO, "which is cheaper, Kimi K2.5 or GLM-5?"),
        ("and which one has the longer context?", TWO, "which one has the longer context, Kimi K2.5 or GLM-5?"),
        ("which is better at coding?", TWO, "which is better at coding, Kimi K2.5 or GLM-5?"),
        ("哪个更便宜？", TWO, "Kimi K2.5 和 GLM-5 哪个更便宜？"),
        ("那哪个更新？", TWO, "Kimi K2.5 和 GLM-5 哪个更新？"),
        # what is asked, and a sign
        ("and the licence?", ONE, "Kimi K2.5's licence?"),
        ("what about open weights?", ONE, "Kimi K2.5's open weights?"),
        ("how about the price", TWO, "Kimi K2.5 and GLM-5's price?"),
        ("许可证呢？", CHINESE, "Kimi K2.5 的许可证呢？"),
        ("那价格呢", ONE, "Kimi K2.5 的价格呢？"),
        # another model
        ("what about Opus 4.6?", ONE, "What is Claude Opus 4.6's context window?"),
        ("and Opus 4.6's?", ONE, "What is Claude Opus 4.6's context window?"),
        ("ok, and for GLM-5?", SCORE, "What did GLM-5 score on SWE-bench Verified?"),
        ("and GLM-5 and Opus 4.6?", ONE, "What is GLM-5 and Claude Opus 4.6's context window?"),
        ("那 GLM-5 呢？", CHINESE, "GLM-5 的上下文窗口是多少？"),
        ("GLM-5呢", CHINESE, "GLM-5 的上下文窗口是多少？"),
        ("那 GLM-5 呢？", ONE, "GLM-5 的上下文窗口"),
        ("what about GLM-5?", CHINESE, "context window of GLM-5"),
        # another benchmark, another maker
        ("and on AIME 2025?", SCORE, "What did Kimi K2.5 score on AIME 2025?"),
        ("what about AIME 2025", BEST, "Which model is best on AIME 2025?"),
        ("and on AIME 2025?", ONE, "What did Kimi K2.5 score on AIME 2025?"),
        ("那 AIME 2025 呢？", SCORE, "Kimi K2.5 的 AIME 2025 得分是多少？"),
        ("and OpenAI?", MAKER, "Which models did OpenAI release in February 2026?"),
        # after a command
        ("what about GLM-5?", "/model Kimi K2.5", "GLM-5"),
        ("and its licence?", "/model Kimi K2.5", "Kimi K2.5's licence?"),
        ("which is cheaper?", "/compare Kimi K2.5 / GLM-5", "which is cheaper, Kimi K2.5 or GLM-5?"),
        ("and on AIME 2025?", "/leaderboard SWE-bench Verified", "/leaderboard AIME 2025"),
        # beside another
        ("compare it with GLM-5", ONE, "compare Kimi K2.5 with GLM-5"),
        ("is it cheaper than GLM-5?", ONE, "is Kimi K2.5 cheaper than GLM-5?"),
        ("它和 GLM-5 哪个更便宜？", ONE, "Kimi K2.5 和 GLM-5 哪个更便宜？"),
    ],
)  # fmt: skip
def test_a_follow_up_becomes_a_whole_question(text: str, question: str, found: str) -> None:
    assert whole(text, question) == found


@pytest.mark.parametrize(
    ("text", "question"),
    [
        # it names its own subject
        ("What is GLM-5's licence?", ONE),
        ("What is GLM-5 and is it open?", ONE),
        ("and the licence of GLM-5?", ONE),
        ("GLM-5 怎么样？", CHINESE),
        ("is it true that GLM-5 is better than Opus 4.6?", ONE),
        # it follows nothing up
        ("which models have 1M context", ONE),
        ("Which model is cheapest?", TWO),
        ("what is the licence?", ONE),
        ("licence", ONE),
        ("the model with the longest context", ONE),
        ("which is the best model on AIME 2025?", TWO),
        ("其他模型的价格是多少？", CHINESE),
        ("其中最便宜的是哪个？", CHINESE),
        ("哪个模型最便宜？", TWO),
        ("thanks!", ONE),
        ("and?", ONE),
        ("", ONE),
        # "it" may be something else
        ("what is a context window and why does it matter?", ONE),
        ("what is MoE and how does it work?", ONE),
        ("is it true?", ONE),
        ("what time is it?", ONE),
        ("if Nvidia falls, does it hurt?", ONE),
        ("did Tesla say its robots use AI?", ONE),
        ("特斯拉降价了，它的股价呢？", CHINESE),
        ("英伟达和它的股价", CHINESE),
        # which of the two
        ("and its licence?", TWO),
        ("它的许可证呢？", TWO),
        ("what about Opus 4.6?", TWO),
        ("are they open?", ONE),
        ("which is cheaper?", ONE),
        ("and on AIME 2025?", "How do SWE-bench and GPQA differ?"),
        ("list the models with 1M context", TWO),
        ("do both text and images work", TWO),
        ("did they announce anything else?", TWO),
        # nothing to take over
        ("and its licence?", OPEN),
        ("what about Opus 4.6?", OPEN),
        ("and the licence?", LONGEST),
        ("what about Opus 4.6?", LONGEST),
        ("what about GLM-5?", "What is Moonshot's Kimi K2.5 priced at?"),
        ("and OpenAI?", ONE),
        ("what about the weather?", ONE),
        ("天气呢？", CHINESE),
        ("and the cheapest?", ONE),
        ("how much does it cost? " * 40, ONE),
    ],
)
def test_what_is_no_clear_follow_up_stays_as_it_is(text: str, question: str) -> None:
    assert whole(text, question) == text


def test_without_a_question_before_everything_stays_as_it_is() -> None:
    assert followed("and its licence?", None, read_names()) == "and its licence?"


def test_the_subject_may_be_what_was_answered() -> None:
    assert whole("and its licence?", LONGEST, "Grok 4 Fast") == "Grok 4 Fast's licence?"
    assert whole("它的许可证呢？", LONGEST, "Grok 4 Fast") == "Grok 4 Fast 的许可证呢？"
    assert whole("and its licence?", TWO, "Grok 4 Fast") == "and its licence?"


@pytest.mark.parametrize(
    ("text", "question", "understood"),
    [
        ("and its licence?", ONE, "licence of Kimi K2.5"),
        ("它的许可证呢？", ONE, "licence of Kimi K2.5"),
        ("what about Opus 4.6?", ONE, "context window of Claude Opus 4.6"),
        ("那 GLM-5 呢？", ONE, "context window of GLM-5"),
        ("and on AIME 2025?", SCORE, "score on AIME 2025 of Kimi K2.5"),
        ("which is cheaper?", TWO, "Kimi K2.5, GLM-5 side by side: input price, output price"),
        ("哪个更便宜？", TWO, "Kimi K2.5, GLM-5 side by side: input price, output price"),
        ("are they open source?", TWO, "open weights of Kimi K2.5, GLM-5"),
        ("and the price?", TWO, "input price, output price of Kimi K2.5, GLM-5"),
        ("那价格呢", ONE, "input price, output price of Kimi K2.5"),
        ("谁开发了它？", CHINESE, "developer of Kimi K2.5"),
        ("compare it with GLM-5", ONE, "Kimi K2.5, GLM-5 side by side: everything stated"),
    ],
)
def test_the_whole_question_is_understood(text: str, question: str, understood: str) -> None:
    query = understand(read_question(whole(text, question)), NAMES, NO_DAY)
    assert query is not None
    assert describe(query, "en") == understood


def test_a_follow_up_can_be_followed_up() -> None:
    second = whole("and its licence?", ONE)
    assert whole("what about GLM-5?", second) == "GLM-5's licence?"


@given(st.text(max_size=400), st.sampled_from([ONE, TWO, CHINESE, SCORE]))
def test_any_text_is_followed(text: str, question: str) -> None:
    assert isinstance(whole(text, question), str)


def test_an_answer_about_one_model_is_remembered_with_it() -> None:
    assert exchanged("?", listed(1)).answered == "Quartz 1"
    assert exchanged("?", listed(2)).answered is None
    assert exchanged("?", refusal()).answered is None
    assert exchanged("?", answer()).answered is None
