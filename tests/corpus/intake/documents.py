"""Documents made for a test: Word and PDF files, whole and hostile."""

import zipfile
from io import BytesIO

from docx import Document
from pypdf import PdfWriter

_PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
    b" /Resources << /Font << /F1 5 0 R >> >> >>"
)


def docx(title: str = "Kestrel 2 is out") -> bytes:
    """A Word document with a title, a heading, a list and a table."""
    document = Document()
    document.core_properties.author = "Ann Lee"
    document.add_heading(title, 0)
    document.add_paragraph("Kestrel Labs presented its second large language model on Monday.")
    document.add_heading("Windows", 1)
    document.add_paragraph("a first point", style="List Bullet")
    table = document.add_table(2, 2)
    for place, text in enumerate(("Model", "Context window", "Kestrel | 2", "256K tokens")):
        table.cell(place // 2, place % 2).text = text
    return _saved(document.save)


def pdf(lines: list[str], count: int = 1) -> bytes:
    """A PDF document of one page with these lines; `count` is how many pages it says that it has."""
    shown = b" ".join(b"(%s) ' " % line.encode("latin-1") for line in lines)
    content = b"BT /F1 12 Tf 14 TL 40 760 Td " + shown + b"ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count %d >>" % count,
        _PAGE,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Title (Kestrel 2 in a document) /Author (Ann Lee) >>",
    ]
    return _numbered(objects)


def _numbered(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return out + trailer % (len(objects) + 1, len(objects), start)


def locked_pdf() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("a password", algorithm="RC4-128")
    return _saved(writer.write)


def blank_pdf(pages: int) -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(100, 100)
    return _saved(writer.write)


def archive(parts: dict[str, bytes]) -> bytes:
    """A zip archive."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as found:
        for name, content in parts.items():
            found.writestr(name, content)
    return out.getvalue()


def with_part(document: bytes, name: str, content: bytes) -> bytes:
    """A Word document with one of its parts put in place of another."""
    with zipfile.ZipFile(BytesIO(document)) as found:
        parts = {each: found.read(each) for each in found.namelist()}
    return archive({**parts, name: content})


def _saved(save) -> bytes:  # type: ignore[no-untyped-def]  # two libraries' writers, of two types
    out = BytesIO()
    save(out)
    return out.getvalue()
