import time

import pytest

from corpus.intake.relevance import read_topic, why_irrelevant
from corpus.names import read_names

NAMES, TOPIC = read_names(), read_topic()


@pytest.mark.parametrize(
    "text",
    [
        "OpenAI has released GPT-5.5 today.",
        "DeepSeek发布了DeepSeek V4，上下文窗口达到一百万。",
        "Kestrel 2 is a large language model with a context window of 256K tokens.",
        "鸢尾二号是一款开源大模型，上下文窗口为256K，参数量为80亿。",
        "Kestrel 2は、コンテキストが256Kの言語モデルです。",
        "Kestrel 2는 256K 컨텍스트의 언어 모델이다.",
        "Claude Opus 4.6 and Gemini 3 Pro were compared on two tests.",
        "The new AI Act obliges those who make generative AI to say what they trained it on.",
    ],
)
def test_news_on_models_is_taken_in(text: str) -> None:
    assert why_irrelevant(text, NAMES, TOPIC) is None


@pytest.mark.parametrize(
    "text",
    [
        "Take four apples, peel them, and bake them with butter for an hour.",
        "Gemini: this week you will meet an old friend. Lucky number 3.",
        "Claude Monet's Water Lilies are on show until May; tickets cost 12 euros.",
        "Apple, Google and Meta shares fell on Monday after the central bank had spoken.",
        "The new telephone by Apple has an AI camera and a battery for two days.",
        "红烧肉的做法：五花肉切块，焯水，加糖和酱油，小火炖一小时。",
        "The llama is kept for its wool; a large herd lives in the mistral winds of the south.",
    ],
)
def test_what_has_nothing_to_do_with_models_is_set_aside_with_a_reason(text: str) -> None:
    reason = why_irrelevant(text, NAMES, TOPIC)
    assert reason
    assert reason.startswith("It seems to have nothing to do with AI models: ")


def test_a_huge_text_takes_bounded_time() -> None:
    began = time.process_time()
    why_irrelevant("ai large language " * 300_000, NAMES, TOPIC)
    assert time.process_time() - began < 5
