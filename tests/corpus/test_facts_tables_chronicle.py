import pytest

from corpus.facts.types import Day
from corpus.names import Names, read_names
from tests.corpus.facts_tables import facts, quotes, told


@pytest.fixture(scope="module")
def names() -> Names:
    return read_names()


def test_rows_of_days_companies_and_events_tell_releases_and_makers(names: Names) -> None:
    text = """
## 2025年8月的动态

| 日期 | 主体 | 动态 |
|---|---|---|
| 8月5日 | OpenAI | 开源gpt-oss-120b，采用MoE架构 |
| 8月5日 | Anthropic | Claude Opus 4.1上线，编程能力再上台阶 |
| 8月7日 | OpenAI | 推出GPT-5，ChatGPT全面换装 |
| 8月9日 | 腾讯 | 公布半年业绩 |
"""
    assert told(names, text.replace("主体", "公司")) == {
        "gpt-oss-120b: released = 2025-08-05",
        "gpt-oss-120b: developer = OpenAI",
        "Claude Opus 4.1: released = 2025-08-05",
        "Claude Opus 4.1: developer = Anthropic",
        "GPT-5: released = 2025-08-07",
        "GPT-5: developer = OpenAI",
    }
    assert {line.split(":")[0] for line in told(names, text)} == {"gpt-oss-120b", "Claude Opus 4.1", "GPT-5"}


def test_a_release_quotes_its_day_and_the_words_of_the_event(names: Names) -> None:
    text = "| Date | Company | What happened |\n|---|---|---|\n| 7 August 2025 | OpenAI | Released GPT-5 to everybody |\n"
    released, maker = facts(names, text)
    assert quotes(text, released) == ("7 August 2025", "Released GPT-5")
    assert quotes(text, maker) == ("OpenAI", "Released GPT-5")


@pytest.mark.parametrize(
    ("company", "event", "expected"),
    [
        ("Anthropic", "Claude Opus 4.1", {"released = 2025-08-05"}),
        ("Anthropic", "Claude Opus 4.1 will be released in October 2025", {"released = 2025-10 (expected)"}),
        ("Anthropic", "Claude Opus 4.1 was withdrawn", {"released = 2025-08-05 (withdrawn)"}),
        ("Anthropic", "Signs a contract for Claude Opus 4.1", set()),
        ("Amazon", "Launched Claude Opus 4.1 on Bedrock", set()),
        ("Anthropic, Amazon", "Released Claude Opus 4.1", {"released = 2025-08-05"}),
    ],
)
def test_only_what_the_maker_released_is_a_release(
    names: Names, company: str, event: str, expected: set[str]
) -> None:
    text = f"| Date | Company | Event |\n|---|---|---|\n| 2025-08-05 | {company} | {event} |\n"
    found = {line for line in told(names, text) if "developer" not in line}
    assert found == {f"Claude Opus 4.1: {line}" for line in expected}


@pytest.mark.parametrize(
    ("above", "as_of", "expected"),
    [
        ("## 2024 in review", Day(2025, 8, 1), "2024-12-20"),
        ("# The news of 2025\n\n## Models", Day(2025, 2, 1), "2024-12-20"),
        ("The year 2024 was busy until the end of 2024.\n\n# News", None, "2024-12-20"),
    ],
)
def test_a_day_without_a_year_takes_the_nearest_one(
    names: Names, above: str, as_of: Day | None, expected: str
) -> None:
    text = f"{above}\n\n| Date | Event |\n|---|---|\n| December 20 | OpenAI released o3-mini |\n"
    assert told(names, text, as_of) == {f"o3-mini: released = {expected}"}


def test_a_blank_day_is_that_of_the_row_above_and_an_unread_one_is_none(names: Names) -> None:
    text = """
| Date | Company | News |
|---|---|---|
| 2025-04-16 | OpenAI | Released o3 |
| | OpenAI | Released o4-mini |
| the week after | OpenAI | Released GPT-4.1 |
"""
    released = {line for line in told(names, text) if "released" in line}
    assert released == {"o3: released = 2025-04-16", "o4-mini: released = 2025-04-16"}


def test_a_day_ahead_is_expected_and_a_span_of_days_is_kept(names: Names) -> None:
    text = "| Date | Event |\n|---|---|\n| 2026-03-01 | GPT-6 launches |\n| 2026-02-03 to 2026-02-05 | GLM-5 released |\n"
    assert told(names, text, Day(2026, 2, 10)) == {
        "GPT-6: released = 2026-03-01 (expected)",
        "GLM-5: released = 2026-02-05",
    }


def test_a_table_of_what_others_made_with_models_tells_no_releases(names: Names) -> None:
    text = "| Deliverable | Date | Author |\n|---|---|---|\n| Trying the newly released GPT-5 | 2025-09-01 | A reader |\n"
    assert told(names, text) == set()


def test_a_model_is_released_once_and_then_updated(names: Names) -> None:
    text = "| Date | Event |\n|---|---|\n| 2025-09-01 | Update of GPT-5 released |\n| 2025-08-07 | GPT-5 released |\n"
    assert told(names, text) == {"GPT-5: released = 2025-08-07"}
