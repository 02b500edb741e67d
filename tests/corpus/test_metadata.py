from datetime import date

import pytest

from corpus.metadata import stated_in_text
from corpus.stated import Stated, web_address

TODAY = date(2026, 3, 1)
PROSE = "A paragraph that is long enough to be one, with several clauses, a verb in each of them, and a full stop.\n"


def read(text: str, name: str = "some-file", above: Stated | None = None) -> Stated:
    return stated_in_text(text, name, above or Stated(), TODAY)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# One **two** [three](https://a.example)\n\nText", "One two three"),
        ("Some words\n\n# One\n", "One"),
        ("One\n===\n\nText", "One"),
        ("```sh\n# a comment\n```\n# One\n", "One"),
        ("<h1 id='x'>One</h1>\nText", "One"),
        ("## One {#anchor}\n\nText", "One"),
        ("One\n\nText", "One"),
        ("**中文** | [English](en.md)\n\nText", "some-file"),
        ("- an item\n- another\n", "some-file"),
        (PROSE * 3, PROSE.strip()),
        (PROSE.strip() * 3, "some-file"),
        ("", "some-file"),
    ],
)
def test_the_title_is_the_first_heading_or_a_short_first_line_or_the_file(text: str, title: str) -> None:
    assert read(text).title == title


@pytest.mark.parametrize(
    "line",
    [
        "发布日期：2026-02-11",
        "- 发布时间: 2026年2月11日",
        "**Published:** February 11, 2026",
        "Date: 11 Feb 2026",
        "| 公開日 | 2026-02-11 |",
        "| **發布日期** | 2026/02/11 |",
        "게시일: 2026년 2월 11일",
        "> Published: 2026-02-11",
    ],
)
def test_a_date_in_the_block_at_the_top_is_read(line: str) -> None:
    assert read(f"# Title\n\n## Details\n{line}\n\n{PROSE}").published == date(2026, 2, 11)


@pytest.mark.parametrize(
    "line",
    [
        "- 来源：https://a.example/1",
        "Source: https://a.example/1",
        "原文链接：[here](https://a.example/1)",
        "URL: <https://a.example/1>",
    ],
)
def test_an_address_in_the_block_at_the_top_is_read(line: str) -> None:
    assert read(f"# Title\n{line}\n\n{PROSE}").url == "https://a.example/1"


def test_labels_in_a_footer_are_read() -> None:
    stated = read("# Title\n\n" + f"{PROSE}\n" * 30 + "作者：李明\nSource: https://a.example/1\n")

    assert (stated.author, stated.url) == ("李明", "https://a.example/1")


def test_labels_glued_to_their_values_are_read_in_a_scraped_footer() -> None:
    footer = "Title\n\nhttps://a.example/1\n\nAuthorsMarta\nPublished\n许可协议CC BY 4.0\n"
    stated = read("Title\n\n" + f"{PROSE}\n" * 30 + footer)

    assert (stated.url, stated.author, stated.licence) == ("https://a.example/1", "Marta", "CC BY 4.0")
    assert stated.dated is False


@pytest.mark.parametrize(
    "text",
    [
        f"# Title\n\n{PROSE}\nSource: https://a.example/1\n\n" + f"{PROSE}\n" * 40,
        f"# Title\n\nSource: https://a.example/1\n\n{PROSE}\nSource: https://a.example/2\n",
        "# Title\n\n" + f"{PROSE}\n" * 40 + "## References\n\nSource: https://a.example/1\n",
        "# Title\n\nSource: the company's site\n",
        "# Title\n\nSource: https://user:secret@a.example/1\n",
        "# Title\n\n```\nSource: https://a.example/1\n```\n",
        "# Title\n\n" + f"{PROSE}\n" * 40 + "https://a.example/1\n",
    ],
    ids=["in the middle", "twice", "references", "no address", "credentials", "code", "bare"],
)
def test_an_address_that_may_be_of_something_else_is_not_taken(text: str) -> None:
    assert read(text).url is None


def test_an_impossible_date_is_unknown_whatever_else_there_is() -> None:
    stated = read("# News of the day - 2026-02-11\n\n- 发布日期：2026-02-38\n\nText", "2026-02-11-news")

    assert stated.published is None
    assert "2026-02-38" in stated.warnings[0]


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("模型日报 - 2026年2月11日", date(2026, 2, 11)),
        ("2026年2月11日 AI 日报", date(2026, 2, 11)),
        ("ニュース【2026年02月11日】", date(2026, 2, 11)),
        ("Models, February 11, 2026", date(2026, 2, 11)),
        ("Alpha 2 was released on February 11, 2026", None),
        ("2026年2月11日发布的模型为何重要", None),
        ("From 2026-02-01 to 2026-02-11", None),
    ],
)
def test_a_digest_carries_its_date_in_its_title(title: str, day: date | None) -> None:
    assert read(f"# {title}\n\nText").published == day


def test_the_date_of_a_heading_that_opens_the_text_counts_too() -> None:
    assert read("## Insights 2026/2/11\n\nText", above=Stated(title="Daily")).published == date(2026, 2, 11)


@pytest.mark.parametrize(
    ("name", "day"),
    [("2026-02-11-slug", date(2026, 2, 11)), ("2026-02-11", date(2026, 2, 11)), ("x-2026-02-11", None)],
)
def test_a_file_named_by_its_date_gives_it_last(name: str, day: date | None) -> None:
    assert read("# Title\n\nText", name).published == day
    assert read("# Title\n\nDate: 2026-01-05\n", name).published == date(2026, 1, 5)


def test_what_is_stated_above_wins() -> None:
    above = Stated(title="Given", url="https://b.example/", published=date(2026, 1, 1), dated=True)
    stated = read("# Title\n\nSource: https://a.example/1\nDate: 2026-02-11\nAuthor: Ann\n", above=above)

    assert (stated.title, stated.url, stated.published, stated.author) == (
        "Given",
        "https://b.example/",
        date(2026, 1, 1),
        "Ann",
    )


@pytest.mark.parametrize(
    "address",
    [
        "ftp://a.example/",
        "https://",
        "https://u:p@a.example/",
        "https://a.example/" + "x" * 2000,
        "https://a.example/\x1b",
        "https://[",
        "https://a.example:99999/",
        "javascript:1",
    ],
)
def test_an_address_that_can_not_be_linked_to_is_none(address: str) -> None:
    assert web_address(address) is None
