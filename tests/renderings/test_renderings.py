import pytest

from bot.showing.types import Page, Panel, Picture, Shown
from tests.readme import README, ROOT
from tests.renderings.markup import markup_html
from tests.renderings.page import page_html
from tests.renderings.payloads import sent

NAMES = ("answer", "list", "compare", "refusal")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a\nb", '<div class="line">a</div><div class="line">b</div>'),
        ("- **a** b", '<div class="item"><b>a</b> b</div>'),
        ("-# a", '<div class="small">a</div>'),
        (r"\*a\* & <b>", '<div class="line">*a* &amp; &lt;b&gt;</div>'),
        ("[1] [a](https://b.example)", '<div class="line">[1] <a href="https://b.example">a</a></div>'),
    ],
)
def test_markup_looks_as_on_discord(text: str, html: str) -> None:
    assert markup_html(text) == html


def test_a_page_has_all_that_is_sent() -> None:
    panels = (Panel("Sources", "[1] a", footer="Understood", picture="p.png"),)
    shown = Shown(
        (Page("The answer", panels), Page("more")), (Page("quotes"),), (Picture("p.png", b"png", ""),)
    )
    html = page_html(sent("Why?", shown, "en"))
    for part in (
        "Why?",
        "The answer",
        "[1] a",
        "Understood",
        "data:image/png;base64,cG5n",
        "1/2",
        "Sources",
        "👍",
    ):
        assert part in html


@pytest.mark.parametrize("name", NAMES)
def test_the_readme_shows_each_picture_which_is_small(name: str) -> None:
    path = ROOT / "docs" / f"discord-{name}.png"
    assert path.stat().st_size < 80_000
    assert f"(docs/{path.name})" in README.read_text("utf-8")
