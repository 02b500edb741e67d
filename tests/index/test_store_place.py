import pytest

from index.store.place import Server
from index.types import StoreError


@pytest.mark.parametrize(
    "url", ["http://localhost:8000", "https://chroma.example.org", "http://[::1]:8000/base"]
)
def test_an_address_of_a_server_is_taken(url: str) -> None:
    assert Server(url).url == url


@pytest.mark.parametrize(
    ("url", "wrong"),
    [
        ("localhost:8000", "must begin with http"),
        ("ftp://localhost", "must begin with http"),
        ("file:///etc/passwd", "must begin with http"),
        ("", "must begin with http"),
        ("http://", "names no host"),
        ("http://a b", "names no host"),
        ("http://host:99999", "can't be read"),
        ("http://[::1", "can't be read"),
        ("http://me:sesame@host", "must not hold a name or password"),
        ("http://host/?tenant=x", "must not hold a ?"),
    ],
)
def test_another_address_is_refused_with_an_example_and_without_its_password(url: str, wrong: str) -> None:
    with pytest.raises(StoreError, match="MODELSCAPE_CHROMA_URL") as caught:
        Server(url)
    assert wrong in str(caught.value)
    assert "sesame" not in str(caught.value)


def test_the_token_is_not_shown() -> None:
    assert "sesame" not in repr(Server("http://localhost:8000", token="sesame"))
