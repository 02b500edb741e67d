import pytest

from corpus.structure import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["It is out.", "Is it good?", "Yes!", "Good"],
        ["GPT-5.3 costs $1.25 a run.", "It beats v4.1 by 3.5 points."],
        ["We waited for v4.", "It came late."],
        ["Some tools, e.g. Python, i.e. code, vs. Rust, work.", "Others don't."],
        ["Dr. J. Smith of Acme Inc. Research spoke.", "He left."],
        ["He works at Acme Inc.", "The firm grew."],
        ["It is the U.S. Senate at 5 p.m. Pacific.", "They voted."],
        ["See No. 5 and Fig. 2 there.", "Is it so?", "No.", "Never."],
        ["“It works.”", "She left (at last.)", "“Why?”", "Nobody knows."],
        ["**It works.**", "Then it did not.[12]", "So?"],
        ["Wait... what?", "It goes on."],
        ["It grew.", "xAI and o3 did too.", "gpt-4o as well."],
        ["Is it Yahoo! or not?"],
    ],
)
def test_english_sentences_end_where_a_reader_ends_them(parts: list[str]) -> None:
    assert cut(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["模型发布了。", "真的吗？", "是的！", "价格为3.5元；", "上下文为1M。"],
        ["他说：“模型很好。”", "我们同意。"],
        ["“它很好！”，他说。", "完。"],
        ["（这是注释。）", "**重点。**", "结束。"],
        ["今天。", "**明天**发布。"],
        ["太强了!", "今天就用。"],
        ["发布GPT-5.3版本。", "下一步"],
        ["モデルが出た。", "「速い。」と言った。", "本当？", "はい。"],
    ],
)
def test_chinese_and_japanese_sentences_end_at_their_marks(parts: list[str]) -> None:
    assert cut("".join(parts)) == parts


def test_korean_sentences_end_at_a_dot_and_a_space() -> None:
    assert cut("모델이 나왔습니다. 가격은 3.5달러입니다. 정말?") == [
        "모델이 나왔습니다.",
        "가격은 3.5달러입니다.",
        "정말?",
    ]


def test_wrapped_lines_of_a_paragraph_are_joined() -> None:
    text = (
        "The laboratory released its newest model on Monday and said that\n"
        "it would be open to everyone. Prices stay the same as they were\n"
        "before.\n\nNext paragraph."
    )
    assert [part.replace("\n", " ") for part in cut(text)] == [
        "The laboratory released its newest model on Monday and said that it would be open to everyone.",
        "Prices stay the same as they were before.",
        "Next paragraph.",
    ]


def test_a_run_of_short_lines_is_one_span_a_line() -> None:
    lines = ["Model", "Context Window", "Alpha 9", "10M tokens", "Beta Large Thinking", "128K"]
    assert cut("\n".join(lines)) == lines


def test_a_label_is_not_joined_with_the_long_line_below_it() -> None:
    lines = ["**开放**：", "模型" * 90 + "。"]
    assert cut("\n".join(lines)) == lines


def test_a_list_item_is_one_span_with_its_continuation() -> None:
    text = "Intro:\n- First item. With more.\n  continued\n* second\n1. third. More.\n• fourth\n（1）第五"
    assert cut(text) == [
        "Intro:",
        "- First item. With more.\n  continued",
        "* second",
        "1. third. More.",
        "• fourth",
        "（1）第五",
    ]


def test_a_long_list_item_is_cut_into_its_sentences() -> None:
    first, second = "1. " + "word " * 40 + "end.", "Then " + "word " * 40 + "end."
    assert cut(f"{first} {second}") == [first, second]


def test_headings_table_rows_and_code_are_one_span_a_line() -> None:
    lines = ["# A. B", "| a. B | c |", "|---|---|", "| 1. 2 | d |", "```", "x = 1. Y", "```", "text"]
    assert cut("\n".join(lines)) == lines


def test_an_html_row_is_one_span_over_its_lines() -> None:
    rows = ["<tr>\n<td>A. B</td>\n<td>1</td>\n</tr>", "<tr><td>C</td></tr>", "<tr><td>D</td></tr></table>"]
    assert cut("<table>\n" + rows[0] + "\n" + rows[1] + rows[2] + "\nAfter. This.") == [
        "<table>",
        *rows,
        "After.",
        "This.",
    ]


def test_nothing_has_no_sentences() -> None:
    assert sentences("") == sentences(" \n\u3000\n") == []
