import time

import pytest

from corpus.intake.wording import says_otherwise

REPORT = """# Kestrel is out

Northwind released Kestrel on Monday. The large language model has a window of 256K tokens, and costs $1 per million
input tokens. Its weights are open under the MIT licence.

| Test | Kestrel |
|---|---|
| law | 71.5 |

Developers welcomed the release. Analysts said that prices would keep falling through the year.
"""
CHINESE = "# 红隼发布\n\n北风周一发布了红隼。这一大语言模型的上下文窗口为256K，每百万输入价格为1美元。\n\n开发者对此表示欢迎。"


@pytest.mark.parametrize(
    "copy",
    [
        REPORT,
        REPORT.upper(),
        "By Ann Lee, The Example\n\n"
        + REPORT
        + "\nRead more: Otter 3 is here. Subscribe to our 5 letters.\n",
        REPORT.replace(" Analysts said that prices would keep falling through the year.", ""),
        REPORT.replace("licence", "license").replace("welcomed", "cheered"),
        REPORT.replace("\ninput", " input").replace("| Test | Kestrel |\n|---|---|\n", ""),
    ],
)
def test_what_is_left_out_added_or_put_in_other_words_is_no_difference(copy: str) -> None:
    assert not says_otherwise(REPORT, copy)
    assert not says_otherwise(copy, REPORT)


@pytest.mark.parametrize(
    "other",
    [
        REPORT.replace("Kestrel", "Osprey"),
        REPORT.replace("Kestrel", "Kestrel 2"),
        REPORT.replace("Northwind", "Bluebird Labs"),
        REPORT.replace("256K", "512K"),
        REPORT.replace("71.5", "71.9"),
        REPORT.replace("MIT", "Apache"),
    ],
)
def test_another_number_or_name_in_its_place_is_one(other: str) -> None:
    assert says_otherwise(REPORT, other)
    assert says_otherwise(other, REPORT)


def test_a_name_in_a_script_without_capitals_is_one_that_is_replaced_throughout() -> None:
    assert says_otherwise(CHINESE, CHINESE.replace("红隼", "白鹭"))
    assert says_otherwise(CHINESE, CHINESE.replace("1美元", "2美元"))
    assert not says_otherwise(CHINESE, CHINESE.replace("欢迎", "支持"))
    assert not says_otherwise(CHINESE, CHINESE + "\n（完）")


@pytest.mark.parametrize("text", ["", "word " * 200_000, "字" * 200_000, "a. " * 100_000, "1\n" * 100_000])
def test_hostile_texts_take_bounded_time(text: str) -> None:
    began = time.process_time()
    says_otherwise(text, REPORT * 20)
    says_otherwise(text, text[: len(text) // 2] + "2 3")
    assert time.process_time() - began < 10
