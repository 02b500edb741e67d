import pytest
from hypothesis import given

from bot.showing.links import address, linked
from tests.bot.showing.hostile import HOSTILE
from tests.bot.showing.strict import acts


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://news.example/a?b=c&d=e#f", "https://news.example/a?b=c&d=e#f"),
        ("http://news.example:8080/", "http://news.example:8080/"),
        ("https://news.example/a_(b)", "https://news.example/a_%28b%29"),
        ("https://news.example/a b<c>", "https://news.example/a%20b%3Cc%3E"),
        ("https://news.example/模型", "https://news.example/%E6%A8%A1%E5%9E%8B"),
        ("https://news.example/%20x", "https://news.example/%20x"),
        ("https://新闻.example/x", "https://xn--efvy88h.example/x"),
        ("https://NEWS.example/A", "https://news.example/A"),
    ],
)
def test_an_address_is_encoded_where_it_has_to_be(url: str, found: str) -> None:
    assert address(url) == found


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "ftp://a.example/x",
        "//a.example/x",
        "a.example/x",
        "https://",
        "https://user:secret@a.example/",
        "https://a.example:port/",
        "https://[::1/",
        "https://a.example)](http://b.example/",
        "https://" + "a" * 70 + ".example/",
        "https://a.example/" + "x" * 800,
        "https://a.example/" + "模" * 200,
    ],
)
def test_what_is_no_web_address_is_not_linked(url: str | None) -> None:
    assert address(url) is None
    assert linked("A title", url) == "A title"


@given(HOSTILE, HOSTILE)
def test_no_title_and_no_address_breaks_out_of_a_link(title: str, rest: str) -> None:
    found = acts(linked(title, f"https://news.example/{rest}"))
    assert [kind for kind, _ in found] in ([], ["link"])
    assert all(place.startswith("https://news.example/") for _, place in found)


def test_a_title_without_a_letter_to_click_is_no_link() -> None:
    assert linked("\u200b", "https://news.example/") == ""
