import pytest

from bot.understanding.describing import describe, query_json
from tests.bot.understanding.helpers import understood

CASES = [
    (
        "which models have a context window of at least 1M tokens?",
        "models with context window ≥ 1M tokens",
        "满足以下条件的模型：上下文窗口 ≥ ",
        "滿足以下條件的模型：上下文視窗 ≥ ",
    ),
    (
        "has DeepSeek V4 been released?",
        "release status of DeepSeek-V4",
        "DeepSeek-V4 的",
        "DeepSeek-V4 的發布",
    ),
    ("newest model by Anthropic", "the model with the latest", "发布日期最晚的模型", "發布日期最晚的模型"),
    ("top 3 on AIME 2025", "all models by score on AIME 2025", "按AIME 2025", "按AIME 2025 得分從最高"),
    ("what was released since January 2026", "dated events since 2026-01-01", "按日期", "按日期排列的事件"),
    ("do the articles agree?", "whether the articles agree", "各篇文章的说法", "各篇文章的說法"),
    ("compare Kimi K2.5 and GLM-4.5", "Kimi K2.5, GLM-4.5 side by side", "Kimi K2.5、GLM-4.5", "Kimi K2.5、"),
]


@pytest.mark.parametrize(("question", "english", "simplified", "traditional"), CASES)
def test_what_was_understood_is_said_in_the_language_of_the_question(
    question: str, english: str, simplified: str, traditional: str
) -> None:
    query = understood(question)
    assert query
    starts = {"en": english, "de": english, "zh": simplified, "zh-Hant": traditional}
    for language, start in starts.items():
        said = describe(query, language)
        assert said.startswith(start)
        assert "\n" not in said


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "Which models have a context window of at least 1M tokens?",
            {"kind": "filter", "attribute": "context_window", "op": ">=", "value": 1000000, "unit": "tokens"},
        ),
        (
            "open models released since January 2026",
            {
                "kind": "filter",
                "attribute": "released",
                "op": ">=",
                "value": "2026-01-01",
                "conditions": [
                    {"attribute": "released", "op": ">=", "value": "2026-01-01"},
                    {"attribute": "open_weights", "op": "=", "value": True},
                ],
            },
        ),
        (
            "what did Opus 4.6 score on SWE-bench Verified",
            {
                "kind": "lookup",
                "models": ["Claude Opus 4.6"],
                "wanted": [{"attribute": "benchmark", "benchmark": "SWE-bench Verified"}],
            },
        ),
        (
            "second-longest context",
            {"kind": "ranking", "attribute": "context_window", "descending": True, "position": 2},
        ),
        (
            "compare Kimi K2.5 and GLM-4.5",
            {"kind": "compare", "models": ["Kimi K2.5", "GLM-4.5"], "wanted": []},
        ),
        ("Is Kimi K2.5 out?", {"kind": "status", "models": ["Kimi K2.5"]}),
        (
            "what did Zhipu release in 2026",
            {
                "kind": "timeline",
                "since": "2026-01-01",
                "until": "2026-12-31",
                "developer": "Zhipu AI",
                "models": [],
            },
        ),
        ("do the articles agree?", {"kind": "agreement", "models": [], "wanted": []}),
    ],
)
def test_what_was_understood_is_the_contracts_json(question: str, expected: dict[str, object]) -> None:
    query = understood(question)
    assert query
    assert query_json(query) == expected
