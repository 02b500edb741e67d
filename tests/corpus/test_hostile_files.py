"""Files made to take all the memory or time there is, in a folder that `index` reads."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.corpus.intake.documents import archive, blank_pdf, docx, locked_pdf, pdf, with_part

ROOT = Path(__file__).parents[2]
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(12))
    + b']><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:body><w:p><w:r><w:t>&m;</w:t></w:r></w:p></w:body></w:document>"
)
PARAGRAPHS = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    + b"<w:p><w:r><w:t>%s</w:t></w:r></w:p>" % (b"Kestrel is a model. " * 400_000)
    + b"</w:body></w:document>"
)
START = b"<!doctype html><html><body>"
MANY_ATTRIBUTES = START + b"<p " + b" ".join(b"a%d='1'" % n for n in range(500_000)) + b">Kestrel is out</p>"
# What each is refused with; "" is read: it only looks hostile.
FILES = {
    "deep.html": (START + b"<div>" * 100_000 + b"Kestrel" + b"</div>" * 100_000, "deeper than 250 levels"),
    "wide.html": (START + b"<p>x</p>" * 200_000, "more than 30,000 elements"),
    "comments.html": (START + b"<!-- c -->" * 900_000 + b"<p>Kestrel is a model.</p>", ""),
    "unclosed.html": (START + b"<a " * 2_000_000, "No text"),
    "data.html": (START + b"<img src='data:image/png;base64,%s'><p>Kestrel is out.</p>" % (b"A" * 900_000), ""),
    "nested-json.html": (
        START.replace(b"<body>", b"<head><script type='application/ld+json'>" + b"[" * 1_000_000)
        + b"</script></head><body><p>Kestrel is a model.</p>",
        "",
    ),
    "bomb.docx": (with_part(docx(), "word/media/x.bin", bytes(60 * 1024**2)), "more than 50 MB"),
    "entities.docx": (with_part(docx(), "word/document.xml", ENTITIES), "damaged|no text"),
    "parts.docx": (archive({"word/document.xml": b"", **{f"{n}.xml": b"" for n in range(2_100)}}), "2,101 parts"),
    "long.docx": (with_part(docx(), "word/document.xml", PARAGRAPHS), "more than 5,000,000 characters"),
    "pages.pdf": (blank_pdf(600), "600 pages; at most 500"),
    "said-pages.pdf": (pdf(["Kestrel"], count=10**5), "100,000 pages; at most 500"),
    "locked.pdf": (locked_pdf(), "password"),
    "aliases.md": (b"---\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n---\nKestrel is out.\n", ""),
    "nested.md": (b"---\na: " + b"[" * 30_000 + b"\n---\nKestrel is out.\n", ""),
    "large.md": (b"Kestrel is a model. " * 600_000, "larger than 10 MB"),
}  # fmt: skip


def read(folder: Path) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", "tests.corpus.hostile_reading", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_each_is_refused_with_the_bound_that_it_crosses_in_bounded_time_and_memory(tmp_path: Path) -> None:
    for name, (data, _) in FILES.items():
        (tmp_path / name).write_bytes(data)
    found = read(tmp_path)
    assert found["came"].keys() == FILES.keys()
    for name, (_, said) in FILES.items():
        reason = found["came"][name]
        assert any(part in reason for part in said.split("|")) if said else reason == "", (name, reason)
    imported, own, children = found["memory"]
    assert own - imported < 300  # MB; the files are of 10 MB at most
    assert children < 1100
    assert found["seconds"] < 120  # of a slow machine; no file may take more than 20


@pytest.mark.slow
def test_a_page_that_would_take_minutes_ends_after_twenty_seconds(tmp_path: Path) -> None:
    (tmp_path / "attributes.html").write_bytes(MANY_ATTRIBUTES)
    found = read(tmp_path)
    assert "takes more than 20 s" in found["came"]["attributes.html"]
    assert found["seconds"] < 30
