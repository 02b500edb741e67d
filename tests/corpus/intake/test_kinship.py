from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from corpus.intake.kinship import Account, Kin, kinship
from corpus.names import read_names
from corpus.types import Source

REPORT = """# Kestrel 3 is out

On 5 March 2026 Northwind released Kestrel 3, its new flagship language model. It has a context window of 1 million
tokens, five times that of Kestrel 2, and costs $2 per million input tokens and $8 per million output tokens.

On SWE-bench Verified it scores 78.4%, against 71.2% for its predecessor. The weights are open under Apache 2.0.
"""
TRANSLATED = """# 北风发布 Kestrel 3

2026年3月5日，北风发布了新一代旗舰语言模型 Kestrel 3。其上下文窗口达到 100 万 token，是 Kestrel 2 的五倍；价格为每百万输入
token 2 美元，每百万输出 token 8 美元。

在 SWE-bench Verified 上，它得分 78.4%，上一代为 71.2%。权重以 Apache 2.0 许可证开放。
"""
ON_THE_SAME = """# Kestrel 3 登场

北风的 Kestrel 3 上周亮相。业内人士认为，100 万 token 的上下文使其可以直接阅读整个代码仓库。

与竞争对手相比，它的价格并不算低，输入每百万 token 2 美元。不过它在 SWE-bench Verified 上拿到 78.4% 的成绩。分析师预计，
年内还会有 3 到 4 款同级别模型发布，其中 1 款参数超过 900 亿。
"""
LAWS = """# Regulators ask for safety plans

The commission asked makers of large language models to publish their tests. OpenAI, Anthropic and Google said that
they would comply. A spokesman for Mistral AI called the deadline too short.
"""
LAWS_TRANSLATED = """# 监管机构要求提交安全计划

委员会要求大语言模型的开发商公布测试方法。OpenAI、Anthropic 和谷歌表示将遵守规定。Mistral AI 的发言人称期限太短。
"""


def account(text: str, language: str = "en", **known: object) -> Account:
    title = text.splitlines()[0].removeprefix("# ") if text else ""
    return Account(replace(Source("a", "a.md", title, language), **known), text)  # type: ignore[arg-type]


def makers(text: str) -> Iterator[tuple[int, str]]:
    return ((found.start, found.name) for found in read_names().organisations(text))


def kin(one: Account, other: Account, likeness: float = 0.95) -> Kin | None:
    return kinship(one, other, likeness, makers)


def test_a_copy_is_one_both_ways() -> None:
    copy = account(
        "By Ann Lee\n\n" + REPORT + "\nThis text first appeared in The Example.\n", publisher="Other"
    )
    assert kin(account(REPORT), copy) is Kin.COPY
    assert kin(copy, account(REPORT)) is Kin.COPY


@pytest.mark.parametrize(
    "note", ["Kestrel 3 was released on 5 March 2026.", "红隼 3 于 2026 年 3 月 5 日发布。"]
)
def test_two_short_notes_that_say_the_same_are_two(note: str) -> None:
    assert kin(account(note), account(note)) is None


@pytest.mark.parametrize(
    ("text", "language", "translation"),
    [
        (REPORT, TRANSLATED, True),
        (LAWS, LAWS_TRANSLATED, True),
        (REPORT, ON_THE_SAME, False),  # another report on the same model, with some of the same numbers
        (REPORT, LAWS_TRANSLATED, False),
        (
            "# Owls\n\nThe owl sleeps.\n",
            "# 猫头鹰\n\n猫头鹰在睡觉。\n",
            False,
        ),  # nothing in it that a translation keeps
        ("", "", False),
    ],
)
def test_a_translation_keeps_numbers_and_makers_in_their_order(
    text: str, language: str, translation: bool
) -> None:
    found = kin(account(text), account(language, "zh"), 0.75)
    assert found is (Kin.TRANSLATION if translation else None)
    assert (
        kin(account(text), account(language, "zh"), 0.4) is None
    )  # whatever the numbers, it means another thing


CORRECTED = REPORT.replace("1 million\ntokens", "2 million\ntokens")
NOTED = CORRECTED + "\nCorrection: an earlier version gave half the context window.\n"


def test_a_second_version_corrects_the_first_where_it_says_so() -> None:
    assert kin(account(NOTED), account(REPORT)) is Kin.CORRECTION
    assert kin(account(REPORT), account(NOTED)) is None
    titled = CORRECTED.replace("# Kestrel", "# Correction: Kestrel")
    assert kin(account(titled), account(REPORT)) is Kin.CORRECTION
    assert kin(account(CORRECTED), account(REPORT)) is None  # another report, as far as anybody knows


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ({"publisher": "One"}, {"publisher": "Two"}),
        ({"url": "https://one.example/a"}, {"url": "https://two.example/a"}),
        ({"published": date(2026, 3, 1)}, {"published": date(2026, 3, 2)}),
        ({"title": "Osprey 3 is out"}, {}),
    ],
)
def test_nobody_corrects_another_nor_what_came_later_nor_another_title(
    newer: dict[str, object], older: dict[str, object]
) -> None:
    assert kin(account(NOTED, **newer), account(REPORT, **older)) is None


def test_the_same_report_on_another_model_corrects_nothing() -> None:
    assert kin(account(NOTED.replace("Kestrel", "Osprey")), account(REPORT)) is None


def test_the_newer_of_two_versions_at_one_address_counts() -> None:
    first = account(REPORT, url="https://one.example/kestrel", published=date(2026, 3, 5))
    second = account(CORRECTED, url="http://www.one.example/kestrel/", published=date(2026, 3, 6))
    assert kin(second, first) is Kin.CORRECTION
    assert kin(first, second) is None
