"""How sentences of news tell values: of whom they are, and what comes between a value and its words."""

import pytest

from corpus.facts.reading import read_facts
from corpus.types import Article, Format, Source
from tests.corpus.test_facts_reading import CUES, NAMES, B, M, all_said, facts, said

TOLD = [
    (
        "GPT-5は6月に登場した。コンテキストは200万トークンで、最大出力は65,536トークン。",
        {("gpt 5", "context_window", 2 * M), ("gpt 5", "output_limit", 65_536)},
    ),
    ("GPT-5 is here. Replies are capped at 64K tokens.", {("gpt 5", "output_limit", 64_000)}),
    ("GLM-5在AIME 2026上拿到95.0分。", {("glm 5", "AIME 2026", 95.0)}),
    ("GLM-5在LiveCodeBench中得分为78.6。", {("glm 5", "LiveCodeBench", 78.6)}),
    (
        "GLM-5有320亿参数。在MMLU-Pro上它拿下78.3分，GPT-5则是86.0分。",
        {
            ("glm 5", "parameters_total", 32 * B),
            ("glm 5", "MMLU-Pro", 78.3),
            ("gpt 5", "MMLU-Pro", 86.0),
        },
    ),
    (
        "# GLM-5 in numbers\n\n- SWE-bench Verified: 84.2% (GPT-5: 80.0%)\n",
        {("glm 5", "SWE-bench Verified", 84.2)},
    ),
    (
        "# GLM-5 in numbers\n\n- GPQA: 68.5%, a little behind the 69.9% that Google claims for Gemini 3 Pro\n",
        {("glm 5", "GPQA", 68.5)},
    ),
    ("GLM-5于2026年2月11日推出，训练数据截至2025年9月。", {
        ("glm 5", "released", "released 2026-02-11"), ("glm 5", "knowledge_cutoff", "released 2025-09"),
    }),
    ("GLM-5 mini is to follow in June.", {("glm 5 mini", "released", "expected")}),
    ("AnthropicはClaude Opus 5を「近いうちに」公開すると述べた。", {("claude opus 5", "released", "expected")}),
    ("Googleは2月3日、Gemini 3 Proの一般提供を開始した。", {("gemini 3 pro", "released", "released 2026-02-03")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text[:40] for text, _ in TOLD])
def test_a_value_is_read_however_news_tell_it(text: str, expected: set[tuple[str, str, object]]) -> None:
    assert {told for told in all_said(text) if told[2] != "released"} == expected


ABOUT = "\n\nThis article compares AI language models and what each LLM costs."


def test_both_is_said_of_the_two_models_of_the_sentence_before() -> None:
    text = "GLM-5 and Kimi K3 are out.\n\nThe first one is odd. Both were released on 26 May 2026 under the MIT licence."
    told = {said(fact) for fact in facts(text) if fact.attribute in ("licence", "released")}
    assert told >= {("glm 5", "licence", "MIT"), ("kimi k3", "licence", "MIT")}
    assert {
        ("glm 5", "released", "released 2026-05-26"),
        ("kimi k3", "released", "released 2026-05-26"),
    } <= told


def test_a_word_of_a_models_name_stands_for_the_model() -> None:
    text = (
        "Kestrel 3 has 70 billion parameters, Kestrel Swift 3 has 8 billion parameters.\n\nSwift reached 61.2% on GPQA."
        + ABOUT
    )
    assert ("kestrel swift 3", "GPQA", 61.2) in all_said(text)


def test_a_title_in_the_front_matter_says_what_sections_without_names_are_about() -> None:
    text = (
        "---\ntitle: Kimi K3 is out\n---\n\nOpenAI has GPT-5.\n\n**Limits**\n\n- Context window: 1M tokens\n"
    )
    source = Source("a", "a.md", "Kimi K3 is out", "en")
    found, _ = read_facts(Article(source, text, text.index("OpenAI"), Format.MARKDOWN), NAMES, CUES)
    (fact,) = (fact for fact in found if fact.attribute == "context_window")
    assert (said(fact)[0], text[slice(*fact.context[0])]) == ("kimi k3", "Kimi K3 is out")


def test_a_price_column_has_the_basis_of_those_beside_it() -> None:
    table = "| Model | Input $/MTok | Cached input |\n|---|---|---|\n| GLM-5 | $1.00 | $0.20 |\n"
    assert ("glm 5", "price_cached_input", 0.2) in all_said(table)


def test_a_day_before_a_comma_is_no_cutoff() -> None:
    found = facts("GLM-5于2026年2月11日推出，训练数据截至何时没有说明。")
    assert not [said(fact) for fact in found if fact.attribute == "knowledge_cutoff"]
