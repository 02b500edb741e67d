from datetime import date

import pytest

from corpus.html import is_page, read_page
from corpus.types import UnreadableArticle

TODAY = date(2026, 3, 1)
PAGE = """<!doctype html><html lang="en-GB"><head><title>Ignored | Site</title>
<link rel="canonical" href="https://a.example/alpha"><meta property="og:site_name" content="Example News">
<meta name="author" content="Ann Lee"><meta property="article:published_time" content="2026-02-11T08:00:00Z">
<style>p { color: red }</style></head><body><nav>Home About</nav><article><h1>Alpha 2 is out</h1>
<p>The company presented its second model on Wednesday, with a window of a million tokens.</p>
<h2>Prices</h2><ul><li>Input costs two dollars</li><li>Output costs <b>eight</b> dollars</li></ul>
<table><tr><th>Model</th><th>Window</th></tr><tr><td>Alpha 1</td><td>128K</td></tr><tr><td>Alpha 2</td><td>1M</td></tr></table>
<p>More is said <a href="https://b.example/">on another page</a> about how it was made.</p>
%s</article><script>var secret = 1</script></body></html>"""


def test_a_page_becomes_markdown_with_its_tables_headings_and_lists() -> None:
    text, _ = read_page(PAGE % "", TODAY)

    assert "## Prices" in text
    assert "- Input costs two dollars" in text
    assert "| Alpha 2 | 1M |" in text
    assert "https://" not in text
    assert "secret" not in text


def test_a_term_of_a_definition_list_stands_with_what_is_said_of_it() -> None:
    text, _ = read_page(
        PAGE % "<dl><dt>Window</dt><dd>1M</dd><dt>上下文</dt><dd><b>100万</b></dd></dl>", TODAY
    )

    assert "- Window: 1M" in text
    assert "- 上下文：**100万**" in text


def test_a_page_states_its_metadata_in_its_head() -> None:
    _, stated = read_page(PAGE % "", TODAY)

    assert (stated.title, stated.author, stated.publisher) == ("Alpha 2 is out", "Ann Lee", "Example News")
    assert (stated.url, stated.canonical_url) == ("https://a.example/alpha", "https://a.example/alpha")
    assert (stated.published, stated.language) == (date(2026, 2, 11), "en-GB")


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display:none">HIDDEN</p>',
        '<p style="color:red; VISIBILITY : hidden">HIDDEN</p>',
        '<p style="font-size:0px">HIDDEN</p>',
        "<p hidden>HIDDEN</p>",
        '<p style="height:0;overflow:hidden">HIDDEN</p>',
        '<p style="position:absolute;left:-9999px">HIDDEN</p>',
        '<p style="clip: rect(0 0 0 0)">HIDDEN</p>',
        '<p style="color:white">HIDDEN</p>',
        '<p style="color: #FFF !important; background: #ffffff">HIDDEN</p>',
        '<p style="color:#eee;background-color:#eee">HIDDEN</p>',
        '<div style="background:#123"><p style="color:#123">HIDDEN</p></div>',
        '<p style="color:transparent">HIDDEN</p>',
        '<div aria-hidden="true"><p>HIDDEN <b>HIDDEN</b></p></div>',
        "<template><p>HIDDEN</p></template>",
        "<noscript>HIDDEN</noscript>",
        "<!-- HIDDEN -->",
    ],
)
def test_hidden_text_stays_behind_and_what_follows_it_does_not(hidden: str) -> None:
    text, _ = read_page(PAGE % f"{hidden} <p>This sentence comes after the hidden one.</p>", TODAY)

    assert "HIDDEN" not in text
    assert "comes after" in text


@pytest.mark.parametrize(
    "shown",
    [
        '<p style="background:#003;color:white">This is SHOWN to readers of it.</p>',
        '<div style="background-color:black"><p style="color:#fff">This is SHOWN to readers of it.</p></div>',
        '<div class="dark"><p style="color:#fff">This is SHOWN to readers of it.</p></div>',
        '<p style="line-height:0.9;max-width:800px;height:0.5em">This is SHOWN to readers of it.</p>',
        '<p style="border-color:white;margin-left:-10px">This is SHOWN to readers of it.</p>',
        '<p style="color:transparent;background-clip:text">This is SHOWN to readers of it.</p>',
    ],
)
def test_what_can_be_seen_is_kept(shown: str) -> None:
    assert "SHOWN" in read_page(PAGE % shown, TODAY)[0]


def test_small_print_is_not_hidden() -> None:
    assert (
        "small print" in read_page(PAGE % '<p style="font-size:0.8em">The small print is here.</p>', TODAY)[0]
    )


def test_an_impossible_date_in_the_head_is_unknown_with_a_warning() -> None:
    _, stated = read_page((PAGE % "").replace("2026-02-11T", "2026-02-38T"), TODAY)

    assert stated.published is None
    assert stated.dated
    assert "2026-02-38" in stated.warnings[0]


def test_metadata_may_lie_in_a_record() -> None:
    record = '{"@type": "NewsArticle", "datePublished": "2026-02-10", "author": [{"name": "Bo"}], "publisher": {"name": "P"}}'
    page = f'<html><script type="application/ld+json">{record}</script><script type="application/ld+json">[broken</script><p>Some words of text.</p></html>'
    _, stated = read_page(page, TODAY)

    assert (stated.published, stated.author, stated.publisher) == (date(2026, 2, 10), "Bo", "P")


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<html><body>" + "<div>" * 100_000 + "deep", "nested deeper"),
        ("<html><body>" + "<p>x</p>" * 40_000, "elements"),
        ("<html><body><script>1</script></body></html>", "No text"),
        ("<html>", "No text"),
        ("<html>" + "x" * (10 * 1024 * 1024), "larger than 10 MB"),
    ],
)
def test_a_page_beyond_the_bounds_or_without_text_is_refused(page: str, reason: str) -> None:
    with pytest.raises(UnreadableArticle, match=reason):
        read_page(page, TODAY)


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("<!DOCTYPE html>\n<html>", True),
        ("  <!-- x --><html lang='en'>", True),
        ("<h1>One</h1><table>", False),
        ("# Text\n<html>", False),
    ],
)
def test_a_whole_page_is_told_from_markdown_with_tags(text: str, page: bool) -> None:
    assert is_page(text) is page
