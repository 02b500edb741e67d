import pytest

from corpus.facts.types import Attribute, Day
from corpus.names import Names, read_names
from tests.corpus.facts_tables import facts, quotes, told

AI = "Large language models (LLMs) compared by context window and price.\n\n"


@pytest.fixture(scope="module")
def names() -> Names:
    return read_names()


def test_models_in_rows_and_attributes_in_the_header(names: Names) -> None:
    text = """
| Model | Developer | Context window | Max output | Total params | Active params | Experts | Licence | Released |
|:--|:--|--:|--:|--:|--:|--:|:--|:--|
| **GPT-5.2** | OpenAI | 400K | 128,000 | - | N/A | | Proprietary | Dec 2025 |
| [GLM-4.5](https://example.org/glm-4.5) | Zhipu AI | 131,072 | 96K | 355B | ~32B | 160 | MIT | 2025-07-28 |
| ~~GPT-3~~ | OpenAI | 2K | | 175B | | | | 2020 |
"""
    assert told(names, text) == {
        "GPT-5.2: developer = OpenAI",
        "GPT-5.2: context_window = 400000 tokens",
        "GPT-5.2: output_limit = 128000 tokens",
        "GPT-5.2: licence = Proprietary",
        "GPT-5.2: released = 2025-12",
        "GLM-4.5: developer = Zhipu AI",
        "GLM-4.5: context_window = 131072 tokens",
        "GLM-4.5: output_limit = 96000 tokens",
        "GLM-4.5: parameters_total = 355000000000 parameters",
        "GLM-4.5: parameters_active = 32000000000 parameters about",
        "GLM-4.5: experts = 160 experts",
        "GLM-4.5: licence = MIT",
        "GLM-4.5: released = 2025-07-28",
    }


def test_a_fact_quotes_its_value_its_model_and_its_header(names: Names) -> None:
    text = "| Model | Context (K) |\n|---|---|\n| **Grok 4** | **256** |\n"
    (fact,) = facts(names, text)
    assert quotes(text, fact) == ("256", "Grok 4", "Context (K)")


@pytest.mark.parametrize(
    ("header", "cell", "expected"),
    [
        ("上下文窗口大小（K）", "200", "200000 tokens"),
        ("上下文窗口大小（K）", "8k", "8000 tokens"),
        ("Context (K tokens)", "64", "64000 tokens"),
        ("上下文（单位：千 token）", "64", "64000 tokens"),
        ("上下文窗口", "100万 token", "1000000 tokens"),
        ("上下文長度", "最大128K", "128000 tokens at_most"),
        ("コンテキスト長", "100万トークン", "1000000 tokens"),
        ("컨텍스트 길이", "20만 토큰", "200000 tokens"),
        ("Context", "128K-1M", "128000-1000000 tokens"),
        ("Context", "1M+", "1000000 tokens at_least"),
        ("Context", "Up to 128K", "128000 tokens at_most"),
        ("Context", "1M tokens (longest of all)", "1000000 tokens"),
        ("Context", "128K (131,072)", "128000 tokens"),
        ("Context window", "1 million tokens (Beta)", "1000000 tokens (preview)"),
        ("Context window (coming soon)", "2M", "2000000 tokens (expected)"),
        ("Context", "１２８Ｋ", "128000 tokens"),
    ],
)
def test_context_windows_are_read_in_every_guise(names: Names, header: str, cell: str, expected: str) -> None:
    text = f"| Model | {header} |\n|---|---|\n| Claude Opus 4.6 | {cell} |\n"
    assert told(names, text) == {f"Claude Opus 4.6: context_window = {expected}"}


@pytest.mark.parametrize(
    "cell",
    [
        "-",
        "—",
        "N/A",
        "未公布",
        "",
        "?",
        "200",
        "128K / 8K",
        "a lot",
        "$3",
        "50%",
        "999999999999",
        "see the notes of the release for 128K and how to ask for it",
    ],
)
def test_a_cell_that_states_no_window_gives_none(names: Names, cell: str) -> None:
    assert told(names, f"| Model | Context |\n|---|---|\n| GPT-5 | {cell} |\n") == set()


def test_a_window_in_beta_stands_beside_the_one_that_everybody_has(names: Names) -> None:
    text = "| Model | Context |\n|---|---|\n| Claude Sonnet 4.5 | 200K (1M beta) |\n"
    assert told(names, text) == {
        "Claude Sonnet 4.5: context_window = 200000 tokens",
        "Claude Sonnet 4.5: context_window = 1000000 tokens (preview)",
    }


@pytest.mark.parametrize(
    ("header", "cell", "expected"),
    [
        ("Params", "671B", {"parameters_total = 671000000000 parameters"}),
        ("Size (B)", "9", {"parameters_total = 9000000000 parameters"}),
        ("参数量", "6710亿", {"parameters_total = 671000000000 parameters"}),
        ("大小", "255B / A36B", {"parameters_total = 255000000000 parameters", "parameters_active = 36000000000 parameters"}),
        ("Size", "A21B / 236B", {"parameters_total = 236000000000 parameters", "parameters_active = 21000000000 parameters"}),
        ("Params", "671B (37B active)", {"parameters_total = 671000000000 parameters", "parameters_active = 37000000000 parameters"}),
        ("Params (total/active)", "30B/3B", {"parameters_total = 30000000000 parameters", "parameters_active = 3000000000 parameters"}),
        ("参数", "总671B 激活37B", {"parameters_total = 671000000000 parameters", "parameters_active = 37000000000 parameters"}),
        ("参数", "37B激活/671B", {"parameters_total = 671000000000 parameters", "parameters_active = 37000000000 parameters"}),
        ("Size", "0.5~72B (7 sizes)", set()),
        ("Size", "8B / 70B / 405B", set()),
        ("Size", "8x7B", set()),
        ("Size", "14 GB", set()),
    ],
)  # fmt: skip
def test_sizes_are_one_models_and_no_familys(
    names: Names, header: str, cell: str, expected: set[str]
) -> None:
    text = f"| Model | {header} |\n|---|---|\n| GLM-4.5 | {cell} |\n"
    assert told(names, text) == {f"GLM-4.5: {value}" for value in expected}


@pytest.mark.parametrize(
    ("before", "columns", "cells", "expected"),
    [
        ("", "Input ($/1M tokens) | Output ($/1M tokens)", "3 | 15", {"price_input = 3 USD", "price_output = 15 USD"}),
        ("", "输入价格（元/百万tokens） | 输出价格（元/百万tokens）", "4 | 16", {"price_input = 4 CNY", "price_output = 16 CNY"}),
        ("## API prices (per million tokens)", "Input | Output", "$3.00 | $15.00", {"price_input = 3 USD", "price_output = 15 USD"}),
        ("单位：元/百万 tokens", "输入 | 输出", "4 | 16", {"price_input = 4 CNY", "price_output = 16 CNY"}),
        ("", "料金（入力、100万トークンあたり） | x", "$2 | y", {"price_input = 2 USD"}),
        ("", "Price ($/1M, input / output) | Cached input", "$3 / $15 | $0.3 / 1M tokens", {"price_input = 3 USD", "price_output = 15 USD", "price_cached_input = 0.3 USD"}),
        ("", "Price | Notes", "Input: $0.005 / 1K tokens <br> Output: $0.015 / 1K tokens | x", {"price_input = 5 USD", "price_output = 15 USD"}),
        ("", "Pricing | x", "$3/M input, $15/M output | y", {"price_input = 3 USD", "price_output = 15 USD"}),
        ("", "输入（元/M Tokens） | 输出（元/M Tokens）", "2（缓存命中为0.5） | 8", {"price_input = 2 CNY", "price_cached_input = 0.5 CNY", "price_output = 8 CNY"}),
        ("", "输入（元/M Tokens） | 输出（元/M Tokens）", "14.4(缓存击中则打2.5折) | 8", {"price_input = 14.4 CNY", "price_output = 8 CNY"}),
        ("", "输入（元/M Tokens） | 输出（元/M Tokens）", "0.6（文本）/ 38（音频） | 8", {"price_input = 0.6 CNY", "price_output = 8 CNY"}),
        ("", "Input price | Output price", "$3 | $15", set()),
        ("", "Price | Monthly", "$20 | $200", set()),
        ("", "Input (€/1M tokens) | Output (€/1M tokens)", "3 | 15", set()),
        ("### Fine-tuning prices", "Input ($/1M tokens) | Output ($/1M tokens)", "3 | 15", set()),
    ],
)  # fmt: skip
def test_prices_are_those_of_a_million_tokens(
    names: Names, before: str, columns: str, cells: str, expected: set[str]
) -> None:
    text = f"{before}\n\n| Model | {columns} |\n|---|---|---|\n| GPT-4o | {cells} |\n"
    assert told(names, text) == {f"GPT-4o: {value}" for value in expected}


def test_the_words_that_say_per_million_are_quoted(names: Names) -> None:
    text = "## Prices per million tokens\n\n| Model | Input |\n|---|---|\n| GPT-5 | $1.25 |\n"
    (fact,) = facts(names, text)
    assert quotes(text, fact) == ("$1.25", "GPT-5", "Input", "## Prices per million tokens")


def test_tiers_go_on_about_the_model_above_and_limit_its_prices(names: Names) -> None:
    text = """
| Model | Context | Tier condition | Input $ / M tokens |
| --- | --- | --- | --- |
| `gemini-2.5-pro` | 1,048,576 | ≤ 200k prompt tokens | 1.25 |
|  |  | > 200k prompt tokens | 2.50 |
"""
    found = [(f.attribute, f.value.number, f.note) for f in facts(names, text)]
    assert found == [
        (Attribute.CONTEXT_WINDOW, 1_048_576, None),
        (Attribute.PRICE_INPUT, 1.25, "≤ 200k prompt tokens"),
        (Attribute.PRICE_INPUT, 2.5, "> 200k prompt tokens"),
    ]


def test_a_host_limits_prices_and_is_no_developer(names: Names) -> None:
    text = """
| Provider | Model | Input ($/1M tokens) |
|---|---|---|
| Groq | groq/openai/gpt-oss-120b | 0.15 |
| OpenAI | gpt-5 | 1.25 |
"""
    assert told(names, text) == {
        "gpt-oss-120b: price_input = 0.15 USD",
        "GPT-5: price_input = 1.25 USD",
        "GPT-5: developer = OpenAI",
    }
    assert {f.note for f in facts(names, text)} == {"Groq", None}


def test_several_models_in_a_cell_share_its_values(names: Names) -> None:
    text = "| Model | Context |\n|---|---|\n| GPT-5.2 / GPT-5.2 Pro | 400K |\n| Claude Sonnet 4.5 / Opus 4.5 | 200K |\n"
    assert told(names, text) == {
        "GPT-5.2: context_window = 400000 tokens",
        "GPT-5.2 Pro: context_window = 400000 tokens",
        "Claude Sonnet 4.5: context_window = 200000 tokens",
        "Claude Opus 4.5: context_window = 200000 tokens",
    }


@pytest.mark.parametrize(
    "model", ["GPT-5 vs. R1", "Qwen2-72B x RAG", "Claude", "fine-tunes of Llama 3", "~~GPT-5~~"]
)
def test_a_cell_that_is_not_just_a_model_is_no_subject(names: Names, model: str) -> None:
    assert told(names, f"{AI}| Model | Context |\n|---|---|\n| {model} | 128K |\n") == set()


def test_models_in_the_header_and_attributes_down_the_side(names: Names) -> None:
    text = """
| Feature | GPT-5 | Claude Opus 4.5 | Qwen3-32B |
|---|---|---|---|
| **Developer** | OpenAI | Anthropic | Alibaba |
| Context length | 400K | 200K | 128K |
| Open weights | ❌ | No | ✅ |
| Multimodal | ✅ (text + image) | ❌ (text-only) | ✅ |
| Reasoning | High (MMLU: 91.4) | High | Good (MMLU: 83.6 vs GPT-4: 86.4) |
| Knowledge cutoff | Sep 2024 | 2025-03 | - |
"""
    assert told(names, text) == {
        "GPT-5: developer = OpenAI",
        "Claude Opus 4.5: developer = Anthropic",
        "Qwen3-32B: developer = Alibaba",
        "GPT-5: context_window = 400000 tokens",
        "Claude Opus 4.5: context_window = 200000 tokens",
        "Qwen3-32B: context_window = 128000 tokens",
        "GPT-5: open_weights = False",
        "Claude Opus 4.5: open_weights = False",
        "Qwen3-32B: open_weights = True",
        "GPT-5: modalities = text, image",
        "Claude Opus 4.5: modalities = text",
        "GPT-5: MMLU = 91.4 points",
        "Qwen3-32B: MMLU = 83.6 points",
        "GPT-5: knowledge_cutoff = 2024-09",
        "Claude Opus 4.5: knowledge_cutoff = 2025-03",
    }


def test_scores_stand_in_either_direction(names: Names) -> None:
    expected = {
        "GPT-5: AIME 2025 = 94.6 %",
        "GPT-5: SWE-bench Verified = 74.9 %",
        "Grok 4: AIME 2025 = 91.7 %",
        "Grok 4: SWE-bench Verified = 72 % about",
    }
    rows = "| Model | AIME 2025 | SWE-bench Verified |\n|---|---|---|\n| GPT-5 | 94.6% | **74.9%** |\n| Grok 4 | 91.7% | ~72% |\n"
    columns = "| Benchmark | GPT-5 | Grok 4 |\n|---|---|---|\n| AIME 2025 | 94.6% | 91.7% |\n| SWE-bench Verified | 74.9% | ~72% |\n"
    long = "| Model | Benchmark | Score |\n|---|---|---|\n| GPT-5 | AIME 2025 | 94.6% |\n| | SWE-bench Verified | 74.9% |\n| Grok 4 | AIME 2025 | 91.7% |\n| Grok 4 | SWE-bench Verified | ~72% |\n"
    assert told(names, rows) == told(names, columns) == told(names, long) == expected


@pytest.mark.parametrize(
    "cell", ["+3.2", "↑ 3.2", "-1.5", "#3", "1st", "90.1 / 88.2", "12K", "$4", "120%", "✔"]
)
def test_what_is_no_score_is_left_out(names: Names, cell: str) -> None:
    assert told(names, f"| Model | MMLU |\n|---|---|\n| GPT-4 | {cell} |\n") == set()


@pytest.mark.parametrize("header", ["GPT-5 score", "GPT-5得分", "GPT-5的成绩", "Results by GPT-5"])
def test_a_header_may_say_that_a_model_s_scores_stand_below_it(names: Names, header: str) -> None:
    text = f"| Benchmark | {header} | Remark |\n|---|---|---|\n| AIME 2025 | 94.6% | best so far |\n"
    assert told(names, text) == {"GPT-5: AIME 2025 = 94.6 %"}


@pytest.mark.parametrize("cell", ["level with Opus 4.6", "与Opus 4.6水平相当", "above GPT-5.2"])
def test_the_number_of_another_model_s_name_is_no_value(names: Names, cell: str) -> None:
    text = f"| Benchmark | Claude Sonnet 4.6 |\n|---|---|\n| GPQA | {cell} |\n| Context | {cell} |\n"
    assert told(names, text) == set()


def test_a_caption_names_the_benchmark_of_all_scores(names: Names) -> None:
    text = "Resolved issues on SWE-bench Verified:\n\n| Model | Score |\n|---|---|\n| GPT-5 | 74.9% |\n"
    (fact,) = facts(names, text)
    assert fact.benchmark is not None
    assert quotes(text, fact) == ("74.9%", "GPT-5", "Score", "SWE-bench Verified")


def test_before_and_after_belong_to_the_models_that_the_header_names(names: Names) -> None:
    text = "DeepSeek R1 was updated.\n\n| Benchmark | Before (R1) | R1-0528 |\n|---|---|---|\n| AIME 2024 | 79.8% | 91.4% |\n"
    assert told(names, text) == {"DeepSeek-R1: AIME 2024 = 79.8 %", "DeepSeek-R1-0528: AIME 2024 = 91.4 %"}


def test_a_remark_beside_the_model_limits_its_values(names: Names) -> None:
    text = "| Model | GPQA Diamond |\n|---|---|\n| o3 (high) | 83.3% |\n| o3 (low) | 79.0% |\n"
    assert [(f.value.number, f.note) for f in facts(names, text)] == [(83.3, "high"), (79.0, "low")]


def test_two_rows_of_one_name_with_different_values_state_nothing(names: Names) -> None:
    text = "| Model | Params | Developer |\n|---|---|---|\n| GLM-4 | 9B | Zhipu AI |\n| GLM-4 | 32B | Zhipu AI |\n"
    assert told(names, text) == {"GLM-4: developer = Zhipu AI"}


def test_a_row_that_names_another_maker_is_about_another_model(names: Names) -> None:
    text = "| 模型 | 机构 | 参数量 |\n|---|---|---|\n| GPT-3 | 阿里巴巴 | 27B |\n| GPT-4 | OpenAI | - |\n"
    assert told(names, text) == {"GPT-4: developer = OpenAI"}


def test_a_table_of_what_is_to_come_states_expectations(names: Names) -> None:
    text = "预计将在2月发布的模型：\n\n| 模型 | 开发方 |\n|---|---|\n| GLM-5 | 智谱AI |\n"
    assert told(names, text) == {
        "GLM-5: developer = Zhipu AI (expected)",
        "GLM-5: released = None (expected)",
    }
    dated = [
        f for f in facts(names, text.replace("在2月", "在2026年2月")) if f.attribute is Attribute.RELEASED
    ]
    assert quotes(text.replace("在2月", "在2026年2月"), dated[0]) == (
        "2026年2月",
        "GLM-5",
        "预计将在2026年2月发布的模型：",
    )


def test_a_column_may_tell_the_status(names: Names) -> None:
    text = "| Model | Context | Status |\n|---|---|---|\n| GPT-6 | 2M | Expected |\n| GPT-5 | 400K | GA |\n| GPT-3 | 2K | deprecated |\n"
    assert told(names, text) == {
        "GPT-6: context_window = 2000000 tokens (expected)",
        "GPT-6: released = None (expected)",
        "GPT-5: context_window = 400000 tokens",
        "GPT-3: context_window = 2000 tokens (deprecated)",
        "GPT-3: released = None (deprecated)",
    }


def test_a_header_of_two_rows_may_name_a_model_and_its_mode(names: Names) -> None:
    text = "<table><tr><th></th><th colspan=2>o3</th></tr><tr><th></th><th>low</th><th>high</th></tr><tr><td>MMLU</td><td>88.1</td><td>90.2</td></tr></table>"
    assert [(f.model.name, f.value.number, f.note) for f in facts(names, text)] == [
        ("o3", 88.1, "low"),
        ("o3", 90.2, "high"),
    ]


@pytest.mark.parametrize(
    "model", ["1. GPT-5", "#1 GPT-5", "🥇 GPT-5", "GPT-5 — OpenAI", "GPT-5¹", "GPT-5 **NEW**"]
)
def test_a_rank_a_maker_or_a_mark_beside_a_name_does_no_harm(names: Names, model: str) -> None:
    text = f"| Model | MMLU |\n|---|---|\n| {model} | 91.4⁵ |\n"
    assert told(names, text) == {"GPT-5: MMLU = 91.4 points"}


def test_a_date_that_lies_ahead_is_expected(names: Names) -> None:
    text = "| Model | Release date |\n|---|---|\n| GPT-5.5 | 2026-09-01 |\n| GPT-5 | 2025-08-07 |\n"
    assert told(names, text, Day(2026, 2, 10)) == {
        "GPT-5.5: released = 2026-09-01 (expected)",
        "GPT-5: released = 2025-08-07",
    }


def test_a_row_that_lost_a_cell_states_nothing(names: Names) -> None:
    text = """
| Model | Provider | Context | Max output | Input $/M |
|---|---|---|---|---|
| Gemini 2.5 Pro | 1M (2M beta) | 64K | $1.25 | |
| GPT-5 | OpenAI | 400K | 128K | $1.25 |
"""
    assert {fact.model.name for fact in facts(names, text)} == {"GPT-5"}


def test_a_remark_may_say_that_another_model_is_meant(names: Names) -> None:
    text = "| Benchmark | MiniMax M2.7 | Kimi K2 |\n|---|---|---|\n| SWE-bench Verified | 80.2% (M2.5) | 65.4% |\n"
    assert told(names, text) == {"Kimi K2: SWE-bench Verified = 65.4 %"}


def test_prices_of_one_thousand_tokens_are_told_by_the_caption(names: Names) -> None:
    text = "## Pricing (USD per 1K tokens)\n\n| Model | Input tokens | Output tokens |\n|---|---|---|\n| GPT-4 Turbo | $0.01 | $0.03 |\n"
    assert told(names, text) == {"GPT-4 Turbo: price_input = 10 USD", "GPT-4 Turbo: price_output = 30 USD"}


def test_hits_and_misses_of_the_cache_are_told_apart(names: Names) -> None:
    text = """
| MODEL | deepseek-chat | deepseek-reasoner |
|---|---|---|
| STANDARD PRICE | | |
| 1M TOKENS INPUT (CACHE HIT) | $0.07 | $0.14 |
| 1M TOKENS INPUT (CACHE MISS) | $0.27 | $0.55 |
| 1M TOKENS OUTPUT | $1.10 | $2.19 |
"""
    assert told(names, text) == {
        "DeepSeek-Chat: price_cached_input = 0.07 USD",
        "DeepSeek-Reasoner: price_cached_input = 0.14 USD",
        "DeepSeek-Chat: price_input = 0.27 USD",
        "DeepSeek-Reasoner: price_input = 0.55 USD",
        "DeepSeek-Chat: price_output = 1.1 USD",
        "DeepSeek-Reasoner: price_output = 2.19 USD",
    }


def test_a_table_says_as_of_when_it_holds(names: Names) -> None:
    text = "Last updated: 2025-06-14\n\n| Model | Context |\n|---|---|\n| GPT-5 | 400K |\n"
    assert [fact.as_of for fact in facts(names, text, Day(2026))] == [Day(2025, 6, 14)]


def test_a_table_of_attributes_and_values_is_about_its_heading(names: Names) -> None:
    table = "| 項目 | 規格 |\n|---|---|\n| 開發商 | OpenAI |\n| 上下文窗口 | 400K tokens |\n| 多模態 | 文字 + 圖片 |\n"
    assert told(names, f"# 概覽\n\n## 1.1 OpenAI GPT 5.2\n\n{table}") == {
        "GPT-5.2: developer = OpenAI",
        "GPT-5.2: context_window = 400000 tokens",
        "GPT-5.2: modalities = text, image",
    }
    assert told(names, f"## GPT-5 or GPT-5.2\n\n{table}") == set()
    assert told(names, f"## 概覽\n\n{table}") == set()


def test_a_row_may_name_the_model_of_a_table_of_attributes(names: Names) -> None:
    rows = "| Spec | Value |\n|---|---|\n| Model | {} |\n| Context window | 256K |\n"
    assert told(names, rows.format("Grok 4")) == {"Grok 4: context_window = 256000 tokens"}
    assert told(names, rows.format("Grok 4 / Grok 4 Heavy")) == set()


HTML = """<table>
<tr><th></th><th>Model</th><th colspan="2">Price ($ / 1M tokens)</th></tr>
<tr><th></th><th></th><th>Input</th><th>Output</th></tr>
<tr><td rowspan="3">OpenAI</td><td>gpt-4o / gpt-4o-2024-05-13</td><td>5</td><td>15</td></tr>
<tr><td><s>gpt-4-32k</s></td><td><s>60</s></td><td><s>120</s></td></tr>
<tr><td>gpt-4<td rowspan=2>30<td>60
<tr><td>OpenAI</td><td>gpt-4-turbo</td><td>60</td></tr>
</table>"""


def test_html_headers_of_two_rows_and_cells_over_several_rows(names: Names) -> None:
    assert told(names, HTML) == {
        "GPT-4o: price_input = 5 USD",
        "GPT-4o: price_output = 15 USD",
        "GPT-4o 2024-05-13: price_input = 5 USD",
        "GPT-4o 2024-05-13: price_output = 15 USD",
        "GPT-4: price_input = 30 USD",
        "GPT-4: price_output = 60 USD",
        "GPT-4 Turbo: price_input = 30 USD",
        "GPT-4 Turbo: price_output = 60 USD",
    }


@pytest.mark.parametrize(
    "text",
    [
        "| Company | Rise | Market value |\n|---|---|---|\n| Alibaba | +8% | +20B |\n",
        "| Products | Market Share/Valuation | Key Figures |\n|---|---|---|\n| Copilot | 42% | 1M |\n",
        "| Service | Free | Monthly fee |\n|---|---|---|\n| ChatGPT | GPT-5 mini | $20 |\n",
        "| Parameter | Value |\n|---|---|\n| Batch size | 128 |\n| Max length | 512 |\n",
        "| Model | Minimum VRAM |\n|---|---|\n| Yi-6B | 15 GB |\n",
        "| Need | Recommended | Why |\n|---|---|---|\n| Long files | GPT-5 | 400K context |\n",
        "| Date | Author |\n|---|---|\n| 2024-05-13 | Someone |\n",
    ],
)
def test_other_tables_state_nothing(names: Names, text: str) -> None:
    assert told(names, AI + text) == set()
