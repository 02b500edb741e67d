"""Sentences of shapes that articles of other kinds brought: change logs, price lists, questions and answers."""

import pytest

from corpus.facts.types import Status
from tests.corpus.test_facts_reading import all_said, facts

B = 1_000_000_000

STATED = [
    (
        "Grok 9 becomes cheaper: input now costs $1.20 per million tokens (was $2.00), output $4.80 (was $8.00).",
        {("grok 9", "price_input", 1.2), ("grok 9", "price_output", 4.8)},
    ),
    (
        "Grok 9 costs $2.50 per million input tokens; with a cache hit the input price falls to $0.25.",
        {("grok 9", "price_input", 2.5), ("grok 9", "price_cached_input", 0.25)},
    ),
    ("# Grok 9\n\n**Is it open source?**\n\nNobody has said.", set()),
    (
        "## Grok 9\n\n- パラメータ数：非公開\n- 公開日：2026年5月1日",
        {("grok 9", "released", "released 2026-05-01")},
    ),
    ("Grok 9: output $3 per million tokens, context 256K.", "context_window"),
    ("Grok 9 limits a single reply to 64,000 tokens.", {("grok 9", "output_limit", 64_000)}),
    ("The knowledge of Grok 9 ends in May; its knowledge ends in September 2025.", "knowledge_cutoff"),
    (
        "Grok 9 has 24 billion parameters, of which 3 billion are active.",
        {("grok 9", "parameters_total", 24 * B), ("grok 9", "parameters_active", 3 * B)},
    ),
    (
        "On MMLU Grok 9 reached 78.4%, they say, against 61.9% for GPT-5.",
        {("grok 9", "MMLU", 78.4), ("gpt 5", "MMLU", 61.9)},
    ),
    (
        "Grok 9はMMLUで84.1%を記録し、GPT-5の81.7%を上回った。",
        {("grok 9", "MMLU", 84.1), ("gpt 5", "MMLU", 81.7)},
    ),
    ("On MMLU Grok 9 reached 84%, 3% more than GPT-5.", {("grok 9", "MMLU", 84)}),
    ("A preview of Grok 9 has been open to developers since 3 May 2026.", "released"),
    ("Grok 9 is rumoured for the autumn.", {("grok 9", "released", "rumoured")}),
    ("Grok 9 (xAI, June 2, 2026) is dense.", {("grok 9", "released", "released 2026-06-02")}),
    ("Grok 9 (knowledge cutoff, June 2025) is dense.", "knowledge_cutoff"),
    (
        "阿里于2026年4月1日发布了Qwen9系列的两款模型：Qwen9-Base和Qwen9-Max。",
        {("qwen9 base", "released", "released 2026-04-01"), ("qwen9 max", "released", "released 2026-04-01")},
    ),
    (
        "# Grok 9\n\n答：200万token，Grok 8是50万。单次输出最多6.4万token。",
        {("grok 9", "output_limit", 64_000)},
    ),
    (
        "Grok 9 (dense): 92B parameters, 11B active\nQwen9-Max: 480B parameters, 35B active\nThe other one: 2B parameters",
        {
            ("grok 9", "parameters_total", 92 * B),
            ("grok 9", "parameters_active", 11 * B),
            ("qwen9 max", "parameters_total", 480 * B),
            ("qwen9 max", "parameters_active", 35 * B),
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_a_sentence_states(text: str, expected: set[tuple[str, str, object]] | str) -> None:
    if isinstance(expected, str):
        assert expected in {name for _, name, _ in all_said(text)}
    else:
        assert all_said(text) == expected


LOG = "## 2026-05-12\n\n- Grok 9 is now generally available.\n- Grok 10 is expected soon.\n\n## 2026-04-02\n\n### Gone\n\n- Grok 2 is deprecated.\n"


def test_the_days_that_head_a_change_log_are_those_of_its_entries_but_of_nothing_that_is_to_come() -> None:
    assert all_said(LOG) == {
        ("grok 9", "released", "released 2026-05-12"),
        ("grok 10", "released", "expected"),
        ("grok 2", "released", "deprecated 2026-04-02"),
    }
    assert [LOG[start:end] for start, end in facts(LOG)[0].context] == ["2026-05-12"]


def test_a_single_heading_of_a_day_makes_no_change_log() -> None:
    assert all_said("## 2026-05-12\n\nGrok 9 was launched.") == {("grok 9", "released", "released")}


def test_the_same_day_is_that_of_the_sentence_before() -> None:
    text = "xAI released Grok 9 on 14 March 2026. A sibling, Grok 9 Mini, arrived on the same day."
    assert ("grok 9 mini", "released", "released 2026-03-14") in all_said(text)
    mini = next(f for f in facts(text) if f.model.name.lower().endswith("mini") and f.attribute == "released")
    assert [text[start:end] for start, end in mini.context] == ["14 March 2026"]


def test_what_a_value_was_raised_from_in_a_preview_says_nothing_of_the_value() -> None:
    (window,) = facts("Grok 9's context grows from 128K in the preview to 512K tokens.")
    assert (window.value.number, window.status) == (512_000, Status.RELEASED)
