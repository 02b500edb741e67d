from datetime import date

import pytest

from corpus.schema import KEYS, read_foreign, read_own
from corpus.types import UnreadableArticle

TODAY = date(2026, 3, 1)


def test_the_schema_of_the_projects_own_files_is_the_published_one() -> None:
    assert set(KEYS) == {
        *("title", "url", "canonical_url", "publisher", "author", "published"),
        *("retrieved", "language", "licence", "summary_of", "sha256"),
    }


@pytest.mark.parametrize(
    "key", ["published", "pubDate", "date", "datePublished", "publishedAt", "publish_date", "created"]
)
def test_a_date_of_publication_goes_by_many_names(key: str) -> None:
    stated = read_foreign({key: "2026-02-11"}, TODAY)

    assert (stated.published, stated.dated) == (date(2026, 2, 11), True)


@pytest.mark.parametrize(
    ("value", "author"),
    [
        ("A", "A"),
        (["A", "B"], "A, B"),
        ({"name": "A"}, "A"),
        ([{"name": "A"}, "B"], "A, B"),
        ({"x": "A"}, None),
        ([], None),
    ],
)
def test_authors_are_named_in_many_shapes(value: object, author: str | None) -> None:
    assert read_foreign({"authors": value}, TODAY).author == author


def test_synonyms_are_read_and_foreign_keys_are_not() -> None:
    stated = read_foreign(
        {
            "lang": "zh-CN",
            "link": "https://a.example/x",
            "license": "MIT",
            "site_name": "News",
            "tags": ["x"],
            "description": "y",
        },
        TODAY,
    )

    assert (stated.language, stated.url, stated.licence, stated.publisher) == (
        "zh-CN",
        "https://a.example/x",
        "MIT",
        "News",
    )
    assert stated.title is None
    assert stated.warnings == ()


@pytest.mark.parametrize(
    ("value", "warned"),
    [
        ("/posts/one", False),
        ("Reuters", False),
        ("https://user:secret@a.example/", True),
        ("http://", True),
        ("javascript:alert(1)", False),
    ],
)
def test_what_is_no_address_is_not_taken_for_one(value: str, warned: bool) -> None:
    stated = read_foreign({"source": value}, TODAY)

    assert stated.url is None
    assert bool(stated.warnings) == warned


def test_an_impossible_date_is_unknown_and_no_other_key_is_asked() -> None:
    stated = read_foreign({"published": "2026-02-38", "created": "2026-02-01"}, TODAY)

    assert (stated.published, stated.dated) == (None, True)
    assert "2026-02-38" in stated.warnings[0]


def test_the_projects_own_front_matter_may_leave_everything_open() -> None:
    assert read_own(dict.fromkeys(KEYS), TODAY).dated is False


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("titel", "x"),
        ("title", ["x"]),
        ("url", "example.com"),
        ("published", "2026-02-38"),
        ("published", "spring"),
        ("language", "klingonese"),
        ("sha256", "abc"),
    ],
)
def test_what_breaks_the_schema_in_the_projects_own_files_is_an_error_that_names_the_key(
    key: str, value: object
) -> None:
    with pytest.raises(UnreadableArticle, match=key):
        read_own({key: value}, TODAY)


def test_a_date_ahead_is_no_error_there() -> None:
    stated = read_own({"published": "2026-08-01"}, TODAY)

    assert stated.published == date(2026, 8, 1)
    assert "future" in stated.warnings[0]
