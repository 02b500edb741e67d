from corpus.facts.tables import table_facts
from corpus.names import read_names
from corpus.types import Article, Format, Source

NAMES = read_names()


def scores(text: str) -> set[tuple[str, str, float | None]]:
    article = Article(Source("a", "a.md", "A", "en"), text, 0, Format.MARKDOWN)
    found, _, _ = table_facts(article, NAMES.for_article(text), None)
    return {(f.model.name, f.benchmark.full_name, f.value.number) for f in found if f.benchmark}


TABLE = "| Model | SWE-bench |\n|---|---|\n| GPT-5.2 | 80.0% |\n| Claude Opus 4.5 | 80.9% |\n"


def test_a_benchmark_without_its_variant_is_the_one_that_stands_above_the_table() -> None:
    text = f"## Coding\n\nMeasured with **SWE-bench Verified**.\n\n{TABLE}"
    assert scores(text) == {
        ("GPT-5.2", "SWE-bench Verified", 80.0),
        ("Claude Opus 4.5", "SWE-bench Verified", 80.9),
    }


def test_it_stays_as_it_is_where_two_variants_or_none_stand_above() -> None:
    for above in ("## Coding\n\n", "SWE-bench Verified and SWE-bench Pro differ.\n\n"):
        assert {name for _, name, _ in scores(above + TABLE)} == {"SWE-bench"}


def test_a_price_shows_the_words_that_say_which_price_it_is() -> None:
    text = (
        "| Model | Price |\n|---|---|\n| GPT-4 | Input: $0.03 / 1K tokens <br> Output: $0.06 / 1K tokens |\n"
    )
    article = Article(Source("a", "a.md", "A", "en"), text, 0, Format.MARKDOWN)
    found, _, _ = table_facts(article, NAMES.for_article(text), None)
    shown = {fact.attribute.value: [text[slice(*span)] for span in fact.context] for fact in found}
    assert "Input:" in shown["price_input"]
    assert "Output:" in shown["price_output"]
