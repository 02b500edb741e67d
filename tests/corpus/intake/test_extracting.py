import time
from datetime import date

import pytest

from corpus.intake.extracting import extract
from corpus.intake.types import NotAnArticle
from tests.corpus.intake.documents import archive, blank_pdf, docx, locked_pdf, pdf, with_part

TODAY = date(2026, 3, 1)
PAGE = b"""<!doctype html><html lang="en"><head><title>Kestrel 2 is out</title>
<meta property="article:published_time" content="2026-02-11"></head><body><article><h1>Kestrel 2 is out</h1>
<p>Kestrel Labs presented its second large language model on Monday, for reading long books.</p>
<table><tr><th>Model</th><th>Window</th></tr><tr><td>Kestrel 2</td><td>256K</td></tr></table>
<p style="display:none">Nobody sees this.</p></article><script>var x = 1</script></body></html>"""


def test_a_page_becomes_markdown_with_what_it_states() -> None:
    found = extract(PAGE, TODAY, "text/html")
    assert "| Kestrel 2 | 256K |" in found.text
    assert "Nobody" not in found.text
    assert (found.stated.title, found.stated.published) == ("Kestrel 2 is out", date(2026, 2, 11))


def test_markdown_stays_as_it_is_below_its_front_matter() -> None:
    found = extract(b"---\ntitle: Kestrel\npubDate: 2026-02-11\nmood: good\n---\n# Kestrel\n\nText.\n", TODAY)
    assert found.text == "# Kestrel\n\nText.\n"
    assert (found.stated.title, found.stated.published) == ("Kestrel", date(2026, 2, 11))


def test_a_broken_front_matter_is_a_warning_and_the_text_is_used() -> None:
    found = extract(b"---\ntitle: [Kestrel\n---\nText of Kestrel.\n", TODAY)
    assert found.text == "Text of Kestrel.\n"
    assert len(found.warnings) == 1


def test_a_word_document_becomes_markdown() -> None:
    found = extract(docx(), TODAY)
    assert found.stated.author == "Ann Lee"
    assert found.text.startswith("# Kestrel 2 is out\n\nKestrel Labs presented")
    assert "\n## Windows\n\n- a first point\n" in found.text
    assert "| Model | Context window |\n|---|---|\n| Kestrel \\| 2 | 256K tokens |" in found.text


def test_a_pdf_document_gives_its_text_and_title() -> None:
    found = extract(pdf(["Kestrel 2 is out.", "It reads 256K tokens."]), TODAY)
    assert "It reads 256K tokens." in found.text
    assert (found.stated.title, found.stated.author) == ("Kestrel 2 in a document", "Ann Lee")


DEEP = b"<!doctype html><html><body>" + b"<div>" * 100_000 + b"Kestrel" + b"</div>" * 100_000
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(12))
    + b']><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:body><w:p><w:r><w:t>&m;</w:t></w:r></w:p></w:body></w:document>"
)
OUTSIDE = (
    b'<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>"
)
MANY = {f"part{n}.xml": b"" for n in range(2_100)}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"---\ntitle: x\n---\n", "no text"),
        (DEEP, "250 levels|nothing"),
        (b"<!doctype html><html>" + b"<p>x" * 40_000, "30,000 elements"),
        (blank_pdf(600), "600 pages; at most 500"),
        (pdf(["Kestrel"], count=10**5), "100,000 pages; at most 500"),
        (blank_pdf(2), "only pictures"),
        (locked_pdf(), "password"),
        (b"%PDF-1.7\nand no more", "damaged"),
        (pdf(["Kestrel"])[:200], "damaged"),
        (archive({"word/document.xml": b"<w/>"}), "damaged"),
        (with_part(docx(), "word/document.xml", BOMB), "damaged|no text"),
        (with_part(docx(), "word/document.xml", OUTSIDE), "damaged|no text"),
        (with_part(docx(), "word/media/x.bin", bytes(60 * 1024**2)), "more than 50 MB"),
        (archive({"word/document.xml": b"", **MANY}), "2,101 parts; at most 2,000"),
    ],
    ids=range(15),
)
def test_what_goes_beyond_a_bound_is_refused_in_time_with_its_name(data: bytes, said: str) -> None:
    began = time.monotonic()
    with pytest.raises(NotAnArticle, match=said):
        extract(data, TODAY)
    assert time.monotonic() - began < 15
