"""PDF and Word documents in a folder of articles."""

import time
from datetime import date
from pathlib import Path

import pytest

from corpus.reader import find_files, read_article
from corpus.types import Article, Format, UnreadableArticle
from tests.corpus.intake.documents import archive, blank_pdf, docx, locked_pdf, pdf, with_part

TODAY = date(2026, 3, 1)


def read(folder: Path, name: str, data: bytes) -> Article:
    (folder / name).write_bytes(data)
    (file,) = find_files(folder)[0]
    return read_article(file, TODAY)


def test_a_word_document_is_read_as_the_markdown_that_is_taken_out_of_it(tmp_path: Path) -> None:
    article = read(tmp_path, "2026-02-11-kestrel.docx", docx())
    assert article.text.startswith("# Kestrel 2 is out\n\nKestrel Labs presented")
    assert article.text.endswith("| Kestrel \\| 2 | 256K tokens |\n")
    assert (article.body, article.format, article.warnings) == (0, Format.MARKDOWN, ())
    source = article.source
    assert (source.title, source.author, source.published, source.article) == (
        "Kestrel 2 is out",
        "Ann Lee",
        date(2026, 2, 11),
        "2026-02-11-kestrel",
    )


def test_a_pdf_document_is_read_as_its_text(tmp_path: Path) -> None:
    article = read(tmp_path, "paper.pdf", pdf(["Kestrel 2 is out.", "It reads 256K tokens."]))
    assert "It reads 256K tokens." in article.text
    assert (article.source.title, article.source.author) == ("Kestrel 2 in a document", "Ann Lee")
    assert article.format is Format.TEXT


@pytest.mark.parametrize("name", ["kestrel.md", "kestrel.txt", "kestrel.html", "kestrel.PDF"])
def test_a_document_is_told_by_its_bytes_not_by_its_name(tmp_path: Path, name: str) -> None:
    assert "| Model | Context window |" in read(tmp_path, name, docx()).text


def test_a_text_with_a_documents_name_is_a_text(tmp_path: Path) -> None:
    assert read(tmp_path, "paper.pdf", b"# Kestrel 2\n\nIt is out.\n").text == "# Kestrel 2\n\nIt is out.\n"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("locked.pdf", locked_pdf(), "password"),
        ("blank.pdf", blank_pdf(2), "only pictures"),
        ("long.pdf", pdf(["Kestrel"], count=10**5), "100,000 pages; at most 500"),
        ("cut.pdf", pdf(["Kestrel"])[:200], "damaged"),
        ("bomb.docx", with_part(docx(), "word/media/x.bin", bytes(60 * 1024**2)), "more than 50 MB"),
        ("some.docx", archive({"readme.txt": b"x"}), "zip archive, not an article"),
    ],
)
def test_one_that_can_not_be_read_within_bounds_is_refused(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    began = time.monotonic()
    with pytest.raises(UnreadableArticle, match=said):
        read(tmp_path, name, data)
    assert time.monotonic() - began < 15
