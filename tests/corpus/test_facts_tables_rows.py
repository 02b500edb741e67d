import pytest

from corpus.names import Names, read_names
from tests.corpus.facts_tables import told


@pytest.fixture(scope="module")
def names() -> Names:
    return read_names()


def test_a_maker_or_licence_before_the_models_holds_for_the_rows_below_it(names: Names) -> None:
    makers = "| Company | Model | Context |\n|---|---|---|\n| Alibaba | Qwen3-Max | 256K |\n| | Qwen3-32B | 128K |\n| | GLM-4.5 | 128K |\n"
    assert {line for line in told(names, makers) if "developer" in line} == {
        "Qwen3-Max: developer = Alibaba",
        "Qwen3-32B: developer = Alibaba",
    }
    licences = "| 许可证 | 模型 | 上下文 |\n|---|---|---|\n| MIT | GLM-4.5 | 128K |\n| | GLM-4.5-Air | 128K |\n| - | GLM-4 | 128K |\n| | GLM-4.6 | 200K |\n"
    assert {line for line in told(names, licences) if "licence" in line} == {
        "GLM-4.5: licence = MIT",
        "GLM-4.5-Air: licence = MIT",
    }


def test_a_blank_cell_behind_the_models_says_nothing(names: Names) -> None:
    text = "| Model | Licence | Context |\n|---|---|---|\n| GLM-4.5 | MIT | 128K |\n| GLM-4.6 | | 200K |\n"
    assert "GLM-4.6: licence = MIT" not in told(names, text)


def test_the_name_of_a_benchmark_is_not_cut_in_two(names: Names) -> None:
    text = "ModelTypeKey Results\nDeepSeek R1Open sourceAIME 2024 79.8%, LiveCodeBench 65.9%\nClaude Opus 4Mixed modeSWE-bench 72.5%\n"
    assert told(names, text) == {
        "DeepSeek-R1: AIME 2024 = 79.8 %",
        "DeepSeek-R1: LiveCodeBench = 65.9 %",
        "Claude Opus 4: SWE-bench = 72.5 %",
    }


@pytest.mark.parametrize("cell", ["不公开", "未公布", "TBA", "—"])
def test_what_is_not_made_public_is_no_licence(names: Names, cell: str) -> None:
    assert told(names, f"| 模型 | 许可证 |\n|---|---|\n| GPT-5 | {cell} |\n") == set()


def test_a_name_in_small_letters_is_believed_below_a_header_that_says_model(names: Names) -> None:
    text = "| {} | AIME 2025 |\n|---|---|\n| GPT-5.9 thinking | 98.1% |\n| GPT-5.9 against o3 | 97.0% |\n"
    assert told(names, text.format("Model")) == {"GPT-5.9 Thinking: AIME 2025 = 98.1 %"}
