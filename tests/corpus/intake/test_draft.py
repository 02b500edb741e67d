import hashlib
from datetime import date
from pathlib import Path

import pytest

from corpus.files import find_files
from corpus.intake.draft import Draft, make_draft
from corpus.intake.storing import store_new
from corpus.intake.types import Extract
from corpus.reader import read_article
from corpus.stated import Stated
from corpus.types import Article

TODAY = date(2026, 3, 1)
BODY = "# Kestrel 2 is out\n\nKestrel Labs presented its second large language model on Monday.\n"


def draft(body: str = BODY, address: str | None = "https://a.example/kestrel", **stated: object) -> Draft:
    return make_draft(Extract(body, Stated(**stated)), address, "kestrel", TODAY)  # type: ignore[arg-type]


def read_back(folder: Path, made: Draft) -> Article:
    store_new(folder, made.name, made.text)
    (file,), _ = find_files(folder)
    return read_article(file, TODAY)


def test_what_is_stored_reads_back_as_it_was_stated(tmp_path: Path) -> None:
    made = draft(
        title='Kestrel 2: "out" # at last',
        canonical_url="https://a.example/k",
        publisher="The Example: news",
        author="Ann Lee",
        published=date(2026, 2, 11),
        dated=True,
        language="en-GB",
    )
    article = read_back(tmp_path, made)
    source = article.source
    assert article.warnings == ()
    assert article.text[article.body :] == made.body == BODY
    assert (source.title, source.publisher) == ('Kestrel 2: "out" # at last', "The Example: news")
    assert (source.url, source.canonical_url) == ("https://a.example/kestrel", "https://a.example/k")
    assert (source.published, source.retrieved, source.language) == (date(2026, 2, 11), TODAY, "en")
    assert source.path == "2026-02-11-kestrel-2-out-at-last.md"


def test_the_address_that_gave_a_page_is_what_is_cited_whatever_the_page_claims() -> None:
    assert draft(url="https://famous.example/").stated.url == "https://a.example/kestrel"
    assert draft(address=None, url="https://own.example/").stated.url == "https://own.example/"


def test_the_digest_is_of_the_text_below_the_front_matter() -> None:
    assert draft().stated.sha256 == hashlib.sha256(BODY.encode()).hexdigest()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("GPT-5.3 / Codex", "20260301-gpt-5.3-codex"),
        ("鸢尾二号：发布", "20260301-鸢尾二号-发布"),
        ("../../etc/passwd", "20260301-etc-passwd"),
        (".", "20260301-kestrel"),
    ],
)
def test_it_is_named_by_its_day_and_its_title(title: str, name: str) -> None:
    made = draft(title=title).name
    assert made.startswith(name) or made.startswith("20260301-article-")
    assert "/" not in made
    assert len(f"{made}.md".encode()) <= 255


def test_the_day_of_taking_in_is_not_taken_for_the_day_of_publication(tmp_path: Path) -> None:
    source = read_back(tmp_path, draft()).source
    assert source.path == "20260301-kestrel-2-is-out.md"
    assert (source.published, source.retrieved) == (None, TODAY)


def test_a_long_title_in_large_letters_still_fits_a_files_name(tmp_path: Path) -> None:
    assert read_back(tmp_path, draft(title="𠀀" * 300)).source.title == "𠀀" * 300


@pytest.mark.parametrize(
    "body", ["---\ntitle: other\n---\nText of it.\n", "\n\n\nText of it.", "a\x00b\u2028c\n"]
)
def test_no_text_is_taken_for_front_matter_or_acts_on_a_terminal(tmp_path: Path, body: str) -> None:
    made = draft(body, title="Kestrel")
    article = read_back(tmp_path, made)
    assert article.source.title == "Kestrel"
    assert article.text[article.body :] == made.body
    assert "\x00" not in made.text


def test_without_a_title_the_first_heading_is_one_and_without_it_the_name() -> None:
    assert draft().stated.title == "Kestrel 2 is out"
    assert draft("- a\n- b\n").stated.title == "kestrel"
