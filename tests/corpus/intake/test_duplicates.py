import time

import pytest

from corpus.intake.duplicates import is_copy, print_of

ENGLISH = """# Kestrel 2 is out

Kestrel Labs presented its second large language model on Monday. It reads 256K tokens at once, twice as many as
the first one did, and costs 3 dollars per million input tokens. The weights lie open under the MIT licence, and the
company says that a smaller edition with 8 billion parameters will follow in the summer of this year.

1. It scored 71.5 on a test of mathematics.
2. It scored 80.2 on a test of knowledge.
"""
HTML_OF_IT = (
    ENGLISH.replace("# ", "").replace("1. ", "- ").replace("2. ", "- ").replace("\n", " ")
    + "\nAll rights reserved."
)
CHINESE = "鸢尾二号周一发布，上下文窗口为256K，每百万输入词元3美元。权重以MIT许可开放，公司称小版本将于今夏推出，参数量为80亿。"


def copied(one: str, other: str) -> bool:
    return is_copy(print_of(one), print_of(other), one, lambda: other)


@pytest.mark.parametrize(
    "copy",
    [
        ENGLISH,
        ENGLISH.upper(),
        HTML_OF_IT,
        ENGLISH + "\nThis text first appeared in The Example, and is reprinted with their kind permission.",
        ENGLISH.replace("presented", "unveiled"),
    ],
)
def test_a_copy_is_recognised(copy: str) -> None:
    assert copied(ENGLISH, copy)
    assert copied(copy, ENGLISH)


@pytest.mark.parametrize(
    "other",
    [
        ENGLISH.replace("256K", "512K"),
        ENGLISH.replace("71.5", "71.9"),
        ENGLISH.replace("Kestrel 2", "Kestrel 3"),
        "Kestrel Labs said nothing on Monday.",
        CHINESE,
        "",
    ],
)
def test_a_correction_the_next_version_and_a_translation_are_no_copies(other: str) -> None:
    assert not copied(ENGLISH, other)
    assert not copied(other, ENGLISH)


def test_chinese_is_compared_by_its_characters() -> None:
    assert copied(CHINESE, CHINESE.replace("。", "。\n\n") + "（完）")
    assert not copied(CHINESE, CHINESE.replace("3美元", "4美元"))


@pytest.mark.parametrize("text", ["word 12 " * 500_000, "1" * 5_000_000, "字" * 1_000_000, "1." * 2_000_000])
def test_a_huge_text_takes_bounded_time(text: str) -> None:
    began = time.process_time()
    print_of(text)
    assert time.process_time() - began < 5


def test_two_long_texts_that_differ_at_their_ends_are_told_apart() -> None:
    long = "The heron waits. " * 30_000
    assert print_of(long + "It has 3 crates.").digest != print_of(long + "It has 4 crates.").digest
