import pytest

from corpus.facts.tables import table_facts
from corpus.facts.tables.cells import read_cell
from corpus.facts.tables.joined.header import read_header
from corpus.facts.tables.joined.pieces import plausible_tokens
from corpus.names import Names, read_names
from tests.corpus.facts_tables import article, facts, quotes, told


@pytest.fixture(scope="module")
def names() -> Names:
    return read_names()


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("ModelContext Window", ["Model", "Context Window"]),
        ("Model NameContext lengthMax output", ["Model Name", "Context length", "Max output"]),
        (
            "ModelTotal parametersActive parametersNumber of experts",
            ["Model", "Total parameters", "Active parameters", "Number of experts"],
        ),
        ("ProviderModelInput ($/1M tokens)Output ($/1M tokens)", ["Provider", "Model", "Input ($/1M tokens)", "Output ($/1M tokens)"]),
        ("ModelTypeKey Results", ["Model", "Type", "Key Results"]),
        ("模型上下文窗口", ["模型", "上下文窗口"]),
        ("模型总参数激活参数", ["模型", "总参数", "激活参数"]),
        ("모델컨텍스트 길이", ["모델", "컨텍스트 길이"]),
        ("モデルコンテキスト長最大出力", ["モデル", "コンテキスト長", "最大出力"]),
        ("Model Context Window Max Output", ["Model", "Context Window", "Max Output"]),
    ],
)  # fmt: skip
def test_a_header_that_ran_together_is_cut_into_its_words(
    names: Names, header: str, cells: list[str]
) -> None:
    found = read_header(read_cell(header, 0, len(header)), names)
    assert found is not None
    assert [cell.text for cell in found.cells] == cells


@pytest.mark.parametrize(
    "line",
    [
        "ModelScope hosts many models and data sets for everyone",
        "Model",
        "Models are compared below, by their context window",
        "Model cards say more about the context window than this article does",
        "模型在上下文方面的能力不断提升，值得关注",
        "Provider support",
        "ProductsMarket Share/ValuationKey Figures",
    ],
)
def test_a_sentence_is_no_header(names: Names, line: str) -> None:
    found = read_header(read_cell(line, 0, len(line)), names)
    assert found is None


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Llama 4 Scout10 million token", "Llama 4 Scout: context_window = 10000000 tokens"),
        ("Grok 31 million tokens", "Grok 3: context_window = 1000000 tokens"),
        ("Grok 4 Fast2 million tokens", "Grok 4 Fast: context_window = 2000000 tokens"),
        (
            "Claude Opus 4.61 million tokens (Beta)",
            "Claude Opus 4.6: context_window = 1000000 tokens (preview)",
        ),
        ("DeepSeek R1128K token", "DeepSeek-R1: context_window = 128000 tokens"),
        ("GPT-5400K", "GPT-5: context_window = 400000 tokens"),
        ("GPT-4128K", "GPT-4: context_window = 128000 tokens"),
        ("GPT-4.11M", "GPT-4.1: context_window = 1000000 tokens"),
        ("GPT-5.2400,000", "GPT-5.2: context_window = 400000 tokens"),
        ("Claude 3200K tokens", "Claude 3: context_window = 200000 tokens"),
        ("Claude 2100K", "Claude 2: context_window = 100000 tokens"),
        ("Gemini 2.51M", "Gemini 2.5: context_window = 1000000 tokens"),
        ("Gemini 2.5 Pro1,048,576", "Gemini 2.5 Pro: context_window = 1048576 tokens"),
        ("Grok 4256K", "Grok 4: context_window = 256000 tokens"),
        ("GLM-4.6200K", "GLM-4.6: context_window = 200000 tokens"),
        ("o3200K", "o3: context_window = 200000 tokens"),
        ("GPT-4o128K", "GPT-4o: context_window = 128000 tokens"),
        ("Kimi K2256K", "Kimi K2: context_window = 256000 tokens"),
    ],
)
def test_a_name_and_its_window_are_told_apart(names: Names, row: str, expected: str) -> None:
    text = f"Language models of OpenAI, Anthropic and others, by their context window.\n\nModelContext Window\n{row}\nGPT-4o mini128K\n"
    assert told(names, text) - {"GPT-4o mini: context_window = 128000 tokens"} == {expected}


def test_what_can_not_be_told_apart_is_named_and_left_out(names: Names) -> None:
    text = "LLMs and their context window.\n\nModelContext Window\nGPT-5400K\nZorblax 12345678\n"
    found, _, warnings = table_facts(article(text), names.for_article(text), None)
    assert [fact.model.name for fact in found] == ["GPT-5"]
    text = "LLMs and their context window.\n\nModelContext Window\nGPT-5400K\nGPT-4 Turbo and more\n"
    _, _, warnings = table_facts(article(text), names.for_article(text), None)
    assert warnings == ["Line 5: the cells of this row ran together and could not be told apart."]


def test_parameters_that_ran_together_keep_the_order_of_size(names: Names) -> None:
    text = """Mixture-of-experts language models.

ModelTotal parametersActive parametersNumber of experts
DeepSeek R1671B~37BMoE
Llama 4 Maverick-17B128
GLM-4.5355B32BMoE
Gemini 2.5/3 Pro--Sparse MoE
Kimi K21T32B384
"""
    assert told(names, text) == {
        "DeepSeek-R1: parameters_total = 671000000000 parameters",
        "DeepSeek-R1: parameters_active = 37000000000 parameters about",
        "Llama 4 Maverick: parameters_active = 17000000000 parameters",
        "Llama 4 Maverick: experts = 128 experts",
        "GLM-4.5: parameters_total = 355000000000 parameters",
        "GLM-4.5: parameters_active = 32000000000 parameters",
        "Kimi K2: parameters_total = 1000000000000 parameters",
        "Kimi K2: parameters_active = 32000000000 parameters",
        "Kimi K2: experts = 384 experts",
    }


def test_results_that_ran_together_name_their_benchmarks(names: Names) -> None:
    text = """Inference models of 2025.

ModelTypeKey Results
OpenAI o3Inference modelAIME 96.7%, SWE-bench 71.7%
DeepSeek R1-0528Open Source InferenceAIME 91.4%, GPQA 81.0%
Claude Opus 4.6Mixed modeSWE-bench 80.9%
"""
    assert told(names, text) == {
        "o3: AIME = 96.7 %",
        "o3: SWE-bench = 71.7 %",
        "DeepSeek-R1-0528: AIME = 91.4 %",
        "DeepSeek-R1-0528: GPQA = 81 %",
        "Claude Opus 4.6: SWE-bench = 80.9 %",
    }


def test_makers_windows_and_prices_that_ran_together(names: Names) -> None:
    text = """Language models compared, with prices per million tokens.

ModelProviderContextMax OutputInput $/MOutput $/M
Llama 4 ScoutMeta10M-FreeFree
Grok 4.1 FastxAI2M-$0.20$0.50
Gemini 2.5 ProGoogle1M (2M beta)64K$1.25 / $2.50$10 / $15
o3OpenAI200K100K$2.00$8.00
DeepSeek V3DeepSeek128K8K$0.14$0.28
"""
    assert told(names, text) == {
        "Llama 4 Scout: developer = Meta",
        "Llama 4 Scout: context_window = 10000000 tokens",
        "Grok 4.1 Fast: developer = xAI",
        "Grok 4.1 Fast: context_window = 2000000 tokens",
        "Grok 4.1 Fast: price_input = 0.2 USD",
        "Grok 4.1 Fast: price_output = 0.5 USD",
        "Gemini 2.5 Pro: developer = Google",
        "Gemini 2.5 Pro: context_window = 1000000 tokens",
        "Gemini 2.5 Pro: context_window = 2000000 tokens (preview)",
        "Gemini 2.5 Pro: output_limit = 64000 tokens",
        "o3: developer = OpenAI",
        "o3: context_window = 200000 tokens",
        "o3: output_limit = 100000 tokens",
        "o3: price_input = 2 USD",
        "o3: price_output = 8 USD",
        "DeepSeek-V3: developer = DeepSeek",
        "DeepSeek-V3: context_window = 128000 tokens",
        "DeepSeek-V3: output_limit = 8000 tokens",
        "DeepSeek-V3: price_input = 0.14 USD",
        "DeepSeek-V3: price_output = 0.28 USD",
    }


def test_rows_may_stand_on_the_line_of_their_header(names: Names) -> None:
    text = (
        "ProviderModelContext WindowInput ($/1M tokens)Output ($/1M tokens)"
        "OpenAI`gpt-5`400k$1.25$10Groq`groq/openai/gpt-oss-120b`1310720.150.75Azure`azure/gpt-5-mini`400k0.252"
    )
    assert told(names, text) == {
        "GPT-5: developer = OpenAI",
        "GPT-5: context_window = 400000 tokens",
        "GPT-5: price_input = 1.25 USD",
        "GPT-5: price_output = 10 USD",
        "gpt-oss-120b: context_window = 131072 tokens",
        "gpt-oss-120b: price_input = 0.15 USD",
        "gpt-oss-120b: price_output = 0.75 USD",
        "GPT-5 mini: context_window = 400000 tokens",
        "GPT-5 mini: price_input = 0.25 USD",
        "GPT-5 mini: price_output = 2 USD",
    }


def test_chinese_headers_run_together_too(names: Names) -> None:
    text = "大模型上下文对比（人工智能）。\n\n模型上下文窗口\nGLM-4.6200K\nQwen3-Max256K\nKimi K2256K\n"
    assert told(names, text) == {
        "GLM-4.6: context_window = 200000 tokens",
        "Qwen3-Max: context_window = 256000 tokens",
        "Kimi K2: context_window = 256000 tokens",
    }


def test_a_cell_cut_out_of_a_row_quotes_itself_alone(names: Names) -> None:
    text = "Context windows of language models.\n\nModelContext Window\nGrok 31 million tokens\n"
    (fact,) = facts(names, text)
    assert quotes(text, fact) == ("1 million tokens", "Grok 3", "Context Window")


@pytest.mark.parametrize(
    "tokens", [4096, 8000, 128_000, 131_072, 200_000, 400_000, 1_000_000, 1_048_576, 2e6, 1e7]
)
def test_common_windows_are_plausible(tokens: float) -> None:
    assert plausible_tokens(tokens) > 0


@pytest.mark.parametrize("tokens", [12, 31e6, 61e6, 1_128_000, 3_200_001, 5e9, 3.5])
def test_odd_windows_are_not(tokens: float) -> None:
    assert plausible_tokens(tokens) <= 0


STACK = """主流大语言模型的上下文窗口对比:
GPT-5
OpenAI
400K
~300K
推理能力强
Claude Opus 4.5
Anthropic
200K
~180K
复杂任务首选
Gemini 3 Pro
1M
~800K
多模态
DeepSeek V3.2
DeepSeek
128K-1M
~100K
注:有效长度为估计值。
"""


def test_a_cell_a_line_without_header_gives_the_first_exact_size(names: Names) -> None:
    assert told(names, STACK) == {
        "GPT-5: context_window = 400000 tokens",
        "Claude Opus 4.5: context_window = 200000 tokens",
        "Gemini 3 Pro: context_window = 1000000 tokens",
        "DeepSeek-V3.2: context_window = 128000-1000000 tokens",
        "GPT-5: developer = OpenAI",
        "Claude Opus 4.5: developer = Anthropic",
        "DeepSeek-V3.2: developer = DeepSeek",
    }


def test_without_a_word_about_context_sizes_state_nothing(names: Names) -> None:
    assert told(names, STACK.replace("上下文窗口", "情况")) == set()


def test_a_cell_a_line_with_its_header_is_a_table(names: Names) -> None:
    text = """Language models compared.

Model

Context window

Max output

GPT-5

400K

128K

Grok 4

256K

Claude Opus 4.5

200K

64K

GPT-4o

128K

16K

The end of it is here.
"""
    found, _, warnings = table_facts(article(text), names.for_article(text), None)
    assert {f"{f.model.name} {f.attribute} {f.value.number:g}" for f in found} == {
        "GPT-5 context_window 400000",
        "GPT-5 output_limit 128000",
        "Claude Opus 4.5 context_window 200000",
        "Claude Opus 4.5 output_limit 64000",
        "GPT-4o context_window 128000",
        "GPT-4o output_limit 16000",
    }
    assert warnings == ["Line 15: this row has another number of cells than its header."]


def test_a_list_of_models_is_no_table(names: Names) -> None:
    text = "Models with a long context:\nGPT-5\nis fine\nGrok 4\nis fine too\nClaude Opus 4.5\nas well\n"
    assert told(names, text) == set()
