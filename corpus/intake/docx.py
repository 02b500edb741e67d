"""Takes the text out of a Word document, as Markdown: headings, lists and tables stay what they are."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from corpus.intake.types import NotAnArticle

_MOST_PARTS = 2_000
_MOST_UNPACKED = 50 * 1024 * 1024
_HEADING = re.compile(r"(?:Heading ([1-5])|Title)$", re.I)
_BULLET = re.compile(r"List (?:Bullet|Number|Paragraph)", re.I)


def read_docx(data: bytes) -> tuple[str, str | None, str | None]:
    """Returns the text, the title and the author that the document states. Raises NotAnArticle beyond the
    bounds and for a document without text."""
    _refuse_beyond_bounds(data)
    document = Document(BytesIO(data))
    content = list(document.iter_inner_content())
    below = int(any(isinstance(block, Paragraph) and _style(block) == "Title" for block in content))
    text = "\n\n".join(_blocks(content, below)) + "\n"
    if not any(map(str.isalnum, text)):
        raise NotAnArticle("The Word document holds no text; give its text as Markdown.")
    stated = document.core_properties
    return text, _line(stated.title), _line(stated.author)


def _refuse_beyond_bounds(data: bytes) -> None:
    """By what the archive says of its parts: no part can be unpacked to more than it says."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = archive.infolist()
    if len(parts) > _MOST_PARTS:
        raise NotAnArticle(f"The Word document has {len(parts):,} parts; at most {_MOST_PARTS:,} are read.")
    if sum(part.file_size for part in parts) > _MOST_UNPACKED:
        raise NotAnArticle(
            f"The Word document unpacks to more than {_MOST_UNPACKED // 1024**2} MB, the most that is read."
        )


def _blocks(content: Sequence[Paragraph | Table], below: int) -> Iterator[str]:
    for block in content:
        text = _table(block) if isinstance(block, Table) else _paragraph(block, below)
        if text:
            yield text


def _paragraph(paragraph: Paragraph, below: int) -> str:
    """`below` is 1 where a title stands above the headings, else 0."""
    text = " ".join(paragraph.text.split())
    style = _style(paragraph)
    heading = _HEADING.match(style)
    if heading and text:
        return f"{'#' * (int(heading[1]) + below if heading[1] else 1)} {text}"
    return f"- {text}" if text and _BULLET.match(style) else text


def _style(paragraph: Paragraph) -> str:
    return (paragraph.style.name if paragraph.style else None) or ""


def _table(table: Table) -> str:
    rows = [[_cell(cell.text) for cell in row.cells] for row in table.rows]
    if not rows:
        return ""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _line(value: str | None) -> str | None:
    return " ".join((value or "").split())[:300] or None
