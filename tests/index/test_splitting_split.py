import pytest

from index.splitting import Limits, split
from tests.fakes import WordCounter
from tests.index.splitting_helpers import article, check, passages, words

SMALL = Limits(target=30, most=60)


def test_an_empty_article_has_no_passages() -> None:
    assert split(article(" \n\t\n"), WordCounter(), Limits()) == ([], [])


def test_a_short_article_is_one_passage_with_the_title_as_context() -> None:
    (passage,) = passages("One model came out.\n")
    assert (passage.text, passage.context, passage.heading) == ("One model came out.", "The title", "")
    assert passage.tokens == 7


def test_front_matter_is_not_read() -> None:
    text = "---\n# no heading\n---\nBody."
    made, warnings = split(article(text, body=21), WordCounter(), Limits())
    assert ([p.text for p in made], warnings) == (["Body."], [])


def test_front_matter_that_was_not_recognised_makes_no_heading() -> None:
    assert {p.heading for p in passages("---\ntitle: x\n# note\n---\n\nBody.")} == {""}


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("# A\n\ntext", "A"),
        ("##A\n\ntext", "A"),
        ("# A #\n\n### B\n\ntext", "A > B"),
        ("# A\n\n## B\n\n# C\n\ntext", "C"),
        ("Title\n=====\n\nSub\n---\n\ntext", "Title > Sub"),
        ("Title\n=====\n\nSub\n~~~~~~\n\ntext\n\nOther\n~~~~~~\n", "Title"),
        ("<h2 id='x'>A &amp; B</h2>\n\ntext", "A & B"),
        ("# **A** [link](http://x.y/z) `code` ![image](i.png) {#anchor}\n\ntext", "A link code image"),
        ("# Snake_case_name stays\n\ntext", "Snake_case_name stays"),
    ],
)
def test_headings_are_recognised_and_reduced_to_their_words(text: str, heading: str) -> None:
    assert passages(text)[0].heading == heading


@pytest.mark.parametrize(
    "text",
    [
        "```\n# comment\n```\ntext",
        "~~~ python\n# comment\n~~~\ntext",
        "#1 on the list\n\ntext",
        "> # quoted\n\ntext",
        "    # code\n\ntext",
        "A full sentence stands here.\n---\n\ntext",
        "- item\n---\n\ntext",
    ],
)
def test_what_only_looks_like_a_heading_is_none(text: str) -> None:
    assert {p.heading for p in passages(text)} == {""}


def test_a_fence_that_nothing_closes_hides_no_heading() -> None:
    assert passages(f"```\n\n# A\n\n{words(40)}", SMALL)[-1].heading == "A"


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        (
            "1. The first camp\n\n1.1 Acme: a full line\n\nText stands here.",
            "1. The first camp > 1.1 Acme: a full line",
        ),
        ("2.4 模型对比\n2.4.1 概览\n正文在这里。", "2.4 模型对比 > 2.4.1 概览"),
        ("第三章 模型\n\n第一节 上下文\n\n正文。", "第三章 模型 > 第一节 上下文"),
        ("一、背景\n\n正文。", "一、背景"),
        ("Chapter 3 Models\n\nText.", "Chapter 3 Models"),
    ],
)
def test_numbered_lines_are_headings_where_the_text_has_no_marked_ones(text: str, heading: str) -> None:
    assert passages(text)[-1].heading == heading


@pytest.mark.parametrize(
    "text",
    [
        "# T\n\n1.1 Acme: a line\n\nText.",
        "1. One thing\n\n2. Another thing\n\n3. A third thing\n",
        "Intro\n3.5 Sonnet\n2.0 Flash\n",
        "1.5 million tokens were used in the end.\n\nText.",
        "  1. Indented item\n\nText.",
    ],
)
def test_numbered_lines_that_are_no_outline_are_no_headings(text: str) -> None:
    assert not any("Acme" in p.heading or p.heading[:1].isdigit() for p in passages(text))


def test_a_heading_path_is_clipped_part_by_part() -> None:
    first, second = passages(f"# {'a' * 500}\n\n## {'b' * 500}\n\ntext")[0].heading.split(" > ")
    assert len(first) == len(second) == 120


def test_a_title_that_the_first_heading_repeats_is_not_given_twice() -> None:
    text = "# The  Title\n\n## Part\n\ntext"
    assert passages(text)[0].context == "The Title > Part"


def test_a_heading_goes_with_the_text_below_it() -> None:
    made = passages(f"# A\n\n{words(28)}\n\n## B\n\n### C\n\n{words(28)}", SMALL)
    assert [p.text[:3] for p in made] == ["# A", "## "]
    assert [p.heading for p in made] == ["A", "A > B > C"]


def test_a_heading_with_nothing_below_it_is_kept() -> None:
    assert passages(f"# A\n\n{words(50)}\n\n## B\n", SMALL)[-1].text == "## B"


def test_tiny_sections_under_one_heading_are_merged() -> None:
    made = passages("# A\n\n## B\n\none\n\n## C\n\ntwo\n\n# D\n\nthree", Limits(target=12, most=60))
    assert [p.heading for p in made] == ["A", "D"]


def test_sections_of_some_size_are_kept_apart() -> None:
    made = passages(f"# A\n\n## B\n\n{words(12)}\n\n## C\n\n{words(12)}", SMALL)
    assert [p.heading for p in made] == ["A > B", "A > C"]


def test_a_long_paragraph_is_cut_at_sentence_ends_into_even_parts() -> None:
    made = passages(" ".join(words(10) for _ in range(8)), SMALL)
    assert [p.text.count(".") for p in made] == [3, 3, 2]
    assert all(p.text.endswith(".") for p in made)


def test_a_long_sentence_is_cut_at_its_commas() -> None:
    made = passages(", ".join(["some words of a clause"] * 40) + ".", SMALL)
    assert all(p.text.endswith((",", ".")) for p in made)


def test_a_long_word_is_cut_without_parting_a_character_from_its_accents() -> None:
    made = passages("e\u0301" * 400 + "👩\u200d🔬" * 100, SMALL)
    assert all(p.text[0] in "e👩" and p.text[-1] != "\u200d" for p in made)


def test_list_items_stay_whole() -> None:
    text = "\n".join(f"- {words(9)} {words(9)}\n  continued" for _ in range(6))
    assert all(p.text.startswith("- ") and p.text.endswith("continued") for p in passages(text, SMALL))


def test_an_announcement_goes_with_its_list() -> None:
    made = passages(f"{words(14)}\n\nThe following holds:\n\n- {words(18)}\n- {words(18)}", SMALL)
    assert made[1].text.startswith("The following holds:\n\n- Word")


def test_a_short_list_is_not_parted() -> None:
    made = passages(f"{words(14)}\n\n- {words(8)}\n- {words(8)}", SMALL)
    assert [p.text.count("- ") for p in made] == [0, 2]


def test_a_rule_joins_what_stands_before_it() -> None:
    made = passages(f"# A\n\n{words(20)}\n\n---\n\n# B\n\n{words(20)}", SMALL)
    assert [p.text.endswith("---") for p in made] == [True, False]


def test_a_markdown_table_is_split_by_rows_with_its_header_in_the_context() -> None:
    rows = [f"| model {n} | {n}K |" for n in range(20)]
    made = passages("# T\n\n| **Model** | Context |\n|---|---|\n" + "\n".join(rows), SMALL)
    assert made[0].context == "The title\nT"
    assert {p.context for p in made[1:]} == {"The title\nT\nModel | Context"}
    assert [line for p in made for line in p.text.splitlines() if "model" in line] == rows


def test_an_html_table_is_split_by_rows_with_its_header_in_the_context() -> None:
    rows = "\n".join(f"<tr><td>model {n}</td><td>{n}K</td></tr>" for n in range(20))
    text = f"Before <table><tr><th>Model</th>\n<th>Context<br>window</th></tr>\n{rows}\n</table> <h2>After</h2>\ntext"
    made = passages(text, Limits(target=60, most=120))
    assert {p.context for p in made[1:-1]} == {"The title\nModel | Context window"}
    assert all(p.text.startswith("<tr>") for p in made[1:-1])
    assert made[-1].heading == "After"


def test_a_context_is_capped_and_keeps_the_deepest_heading_and_the_header() -> None:
    row = "| " + " | ".join(["value"] * 20) + " |\n"
    header = "| " + " | ".join(["column"] * 20) + " |\n|" + "-|" * 20 + "\n"
    text = f"# {words(40, 'Top')}\n\n## Deep part\n\n{header}{row * 30}"
    limits = Limits(target=60, most=200)
    last = passages(text, limits, title=words(60, "Long"))[-1]
    assert WordCounter()([last.context])[0] <= limits.context
    assert "Deep part" in last.context
    assert "column | column" in last.context


@pytest.mark.parametrize(
    ("text", "article_language", "expected"),
    [
        ("这是一个关于模型的中文段落，里面没有别的语言，足够长了。", "en", "zh"),
        ("The model is the first of its kind and it is open to all of the developers.", "zh-Hant", "en"),
        ("| GPT-9 mini | 400K tokens | Input price | Output price | Context window |", "zh", "zh"),
        ("見 https://example.com/the/address/of/a/page/that/is/long", "zh", "zh"),
        ("これはモデルについての日本語の段落です。とても長いです。", "en", "ja"),
        ("이것은 모델에 관한 한국어 문단입니다. 충분히 길어야 합니다.", "en", "ko"),
        ("Das Modell ist da.", "de", "de"),
    ],
)
def test_a_passage_in_another_script_gets_its_own_language(
    text: str, article_language: str, expected: str
) -> None:
    assert passages(text, language=article_language)[0].language == expected


def test_at_the_cap_a_warning_says_how_much_is_left_out() -> None:
    text = "\n\n".join(words(25) for _ in range(10))
    made, warnings = split(article(text), WordCounter(), Limits(target=30, most=60, passages=4))
    left = len(text[made[-1].end :].strip())
    assert len(made) == 4
    assert len(warnings) == 1
    assert f"more than 4 passages: its last {left} characters" in warnings[0]
    check(text[: made[-1].end], made)


def test_nothing_far_beyond_the_cap_is_counted() -> None:
    counter = WordCounter()
    split(article("- some item\n" * 100_000), counter, Limits(passages=10))
    assert counter.characters < 100_000


@pytest.mark.parametrize("wrong", [(0, 10, 1), (20, 10, 1), (5, 10, 0)])
def test_limits_that_make_no_sense_are_refused(wrong: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="passages need"):
        Limits(*wrong)
