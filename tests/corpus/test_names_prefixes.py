"""Where a model's name could end in a table whose cells ran together: `Names.prefixes`, `Names.attested`."""

import pytest

from corpus.names import Names, read_names

ARTICLE = (
    "OpenAI's o3, Google's Gemini 3 Pro, Meta's Llama 4, DeepSeek R1, xAI's Grok 3 and Anthropic's Claude Opus 4.6"
    " are AI models; so is GLM-7.5. Each LLM reads text. Grok 51 million tokens."
)


@pytest.fixture(scope="module")
def names() -> Names:
    return read_names().for_article(ARTICLE)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Grok 31 million tokens", ["Grok", "Grok 3", "Grok 31"]),
        ("Claude Opus 4.61 million tokens (Beta)", ["Claude Opus 4", "Claude Opus 4.6", "Claude Opus 4.61"]),
        ("DeepSeek R1128K token", ["DeepSeek R1", "DeepSeek R11", "DeepSeek R112", "DeepSeek R1128"]),
        ("R1128K", ["R1", "R11", "R112", "R1128"]),
        ("GLM-4.5355B32BMoE", ["GLM-4", "GLM-4.5", "GLM-4.53", "GLM-4.535", "GLM-4.5355"]),
        ("Llama 4 Maverick-17B128", ["Llama 4", "Llama 4 Maverick", "Llama 4 Maverick-17B"]),
        ("Maverick17B128", ["Maverick"]),
        ("OpenAI o3Inference modelAIME", ["o3"]),
        ("Gemini 3 ProThinking Model", ["Gemini 3", "Gemini 3 Pro"]),
        ("GPT-5 thinkingUnified reasoning", ["GPT-5", "GPT-5 thinking"]),
        ("| **Claude Opus 4.6** | 1M |", ["Claude Opus 4", "Claude Opus 4.6"]),
        ("Llama 4 Scout10 million token", ["Llama 4", "Llama 4 Scout"]),
    ],
)
def test_each_possible_end_is_found(names: Names, row: str, expected: list[str]) -> None:
    ends = [row[hit.start : hit.end] for hit in names.prefixes(row, 0)]
    assert [end for end in expected if end not in ends] == []


def test_two_models_in_one_cell_have_one_span(names: Names) -> None:
    row = "Gemini 2.5/3 Pro--Sparse MoE"
    hits = [hit for hit in names.prefixes(row, 0) if row[hit.start : hit.end] == "Gemini 2.5/3 Pro"]
    assert {hit.model.name for hit in hits} == {"Gemini 2.5 Pro", "Gemini 3 Pro"}


def test_offsets_count_from_the_texts_start(names: Names) -> None:
    text = "ModelContext\nOpenAI o3Inference"
    (hit,) = names.prefixes(text, text.index("OpenAI"))
    assert text[hit.start : hit.end] == "o3"


@pytest.mark.parametrize(
    "row", ["", "Context Window1 million", "Only 31 tokens", "Grokking 3", "9" * 1000, "GPT-" + "4" * 5000]
)
def test_where_no_name_starts_nothing_or_the_family_is_found(names: Names, row: str) -> None:
    assert all(hit.start == 0 for hit in names.prefixes(row, 0))
    assert len(names.prefixes(row, 0)) < 100


@pytest.mark.parametrize(
    ("name", "attested"),
    [("Grok 3", True), ("Grok 31", False), ("Grok 51", False), ("Claude Opus 4.6", True), ("Claude Opus 4.61", False),
     ("GLM-7.5", True), ("GLM-7.53", False), ("DeepSeek-R1", True), ("DeepSeek-R11", False)],
)  # fmt: skip
def test_a_model_is_attested_by_the_lexicon_or_where_the_article_names_it_clear(
    names: Names, name: str, attested: bool
) -> None:
    (hit,) = [hit for hit in names.prefixes(name, 0) if hit.end == len(name)]
    assert names.attested(hit.model) is attested
