import pytest

from bot.showing.types import Field, Page, Panel
from bot.state.pages import pages_from, pages_json


@pytest.mark.parametrize(
    "pages",
    [
        (),
        (Page(""),),
        (
            Page("a", (Panel("t", "d", (Field("n", "v", True), Field("n", "v")), "f", "p.png"), Panel())),
            Page("b"),
        ),
        (Page("nul \0, half \ud83d, 通义 🧮 \u2028"),),
    ],
)
def test_pages_come_back_as_they_were(pages: tuple[Page, ...]) -> None:
    assert pages_json(pages).isascii()
    assert pages_from(pages_json(pages)) == pages
