import pytest

from corpus.names import Names, read_names
from tests.corpus.facts_tables import told

SCORES = "| Benchmark | Score (%) | Remark |\n|---|---|---|\n| AIME 2025 | 94.6 | |\n| GPQA Diamond | 85.7 | level with Grok 4 |\n"
LYING = "| AIME 2025 (%) | GPQA Diamond (%) |\n|---|---|\n| 94.6 | 85.7 |\n"


@pytest.fixture(scope="module")
def names() -> Names:
    return read_names()


@pytest.mark.parametrize("table", [SCORES, LYING])
@pytest.mark.parametrize(
    ("above", "model"),
    [
        ("## GPT-5 has arrived\n\nOpenAI is proud of it.", "GPT-5"),
        ("## Notes\n\nGPT-4 is old. The scores of GPT-5 are as follows:", "GPT-5"),
        ("## o3\n\nGPT-5的成绩见下表。", "GPT-5"),
        ("## GPT-5\n\nCompared with GPT-4, GPT-5 gained much, as the table shows.", "GPT-5"),
        ("## GPT-5 and GPT-4\n\nResults:", None),
        ("## Notes\n\nResults, compared with GPT-4:", None),
        ("## Notes\n\nGPT-4 was the judge.", None),
    ],
)
def test_a_table_of_scores_is_of_the_one_model_of_the_words_above_it(
    names: Names, table: str, above: str, model: str | None
) -> None:
    expected = {f"{model}: AIME 2025 = 94.6 %", f"{model}: GPQA Diamond = 85.7 %"} if model else set()
    assert told(names, f"{above}\n\n{table}") == expected


def test_the_corner_of_a_table_of_scores_may_name_the_model(names: Names) -> None:
    text = "| GPT-5 | Score |\n|---|---|\n| AIME 2025 | 94.6% |\n| MMLU-Pro | 87.1% |\n"
    assert told(names, text) == {"GPT-5: AIME 2025 = 94.6 %", "GPT-5: MMLU-Pro = 87.1 %"}
