import pytest

from corpus.intake.canonical import address_key, same_owner, same_site

KEY = "a.example/news/kestrel"


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example/news/kestrel",
        "http://a.example/news/kestrel/",
        "https://www.A.example:443/news/kestrel#top",
        "https://a.example/news/kestrel?utm_source=feed&utm_medium=rss&fbclid=1",
        "https://m.a.example/news/kestrel",
        "https://amp.a.example/news/kestrel",
        "https://a.example/news/kestrel/amp/",
        "https://a.example/news/kestrel?amp=1",
    ],
)
def test_a_page_has_one_key_however_its_address_is_written(address: str) -> None:
    assert address_key(address) == KEY


@pytest.mark.parametrize(
    "address",
    [
        "https://b.example/news/kestrel",
        "https://a.example/news/kestrel2",
        "https://a.example/news/kestrel?page=2",
        "https://a.example:8080/news/kestrel",
        "https://news.a.example/news/kestrel",
    ],
)
def test_another_page_has_another_key(address: str) -> None:
    assert address_key(address) != KEY


def test_the_order_of_a_query_does_not_matter() -> None:
    assert address_key("https://a.example/?b=2&a=1") == address_key("https://a.example/?a=1&b=2")


@pytest.mark.parametrize("address", ["", "x", "http://[::1", "http://a.example:99999/", "file:///a/b.md"])
def test_what_is_no_address_has_no_key(address: str) -> None:
    assert address_key(address) == ""


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("https://a.example/1", "http://www.a.example/2", True),
        ("https://a.example/", "https://b.example/", False),
        ("https://one.pages.example/", "https://two.pages.example/", False),
        ("x", "x", False),
        ("http://[", "http://[", False),
    ],
)
def test_a_site_is_its_host(first: str, second: str, same: bool) -> None:
    assert same_site(first, second) == same


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("https://rss.arxiv.org/rss/cs.CL", "https://arxiv.org/abs/1", True),
        ("https://feeds.a.example.co.uk/x", "https://www.example.co.uk/y", True),
        ("https://a.co.uk/x", "https://b.co.uk/y", False),
        ("https://a.github.io/x", "https://b.github.io/y", False),
        ("http://127.0.0.1:8/x", "http://127.0.0.1:9/y", True),
        ("http://127.0.0.1/x", "http://localhost/y", False),
        ("http://[", "http://[", False),
    ],
)
def test_addresses_below_one_registered_domain_have_one_owner(first: str, second: str, same: bool) -> None:
    assert same_owner(first, second) is same
