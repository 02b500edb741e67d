"""Tells what was offered by its bytes; what a server or a file's name says only decides where they leave it open."""

import re
import zipfile
from io import BytesIO

from corpus.decode import decode
from corpus.html import is_page
from corpus.intake.types import Kind, NotAnArticle

_HEAD = 4096
_PDF = re.compile(rb"%PDF-\d")  # may come after some odd bytes, which readers pass over
_ODD = re.compile(rb"[\x00-\x08\x0e-\x1f\x80-\xff]")
_ZIP = b"PK\x03\x04"
_WORD = "word/document.xml"
_TAGS = re.compile(
    r"<(?:head|body|title|meta|article|main|section|div|h[1-6]|p|table)(?:\s[^<>]{0,500})?/?>", re.I
)
_FEED = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:rss|feed|rdf:RDF)[\s>]", re.S)
_XML = re.compile(r"\s*<\?xml[\s]")
_JSON = re.compile(r'\s*(?:\{\s*"|\[\s*[\[{"])')
_PAGE_TYPES = {"text/html", "application/xhtml+xml"}
_PAGE_NAMES = (".html", ".htm", ".xhtml")


def told_kind(
    data: bytes, content_type: str = "", name: str = "", charset: str | None = None
) -> tuple[Kind, str, tuple[str, ...]]:
    """Returns the kind, the text where the bytes are text ("" otherwise), and what was guessed of its encoding.

    Raises NotAnArticle for kinds that are not read, UnreadableArticle for what is not text."""
    if told_document(data):
        return (_archive(data) if data.startswith(_ZIP) else Kind.PDF), "", ()
    text, warnings = decode(data, charset)
    named = content_type in _PAGE_TYPES or name.lower().endswith(_PAGE_NAMES)
    if is_page(text) or (named and _TAGS.search(text[:_HEAD])):
        return Kind.PAGE, text, warnings
    _refuse_data(text, content_type)
    return Kind.TEXT, text, warnings


def told_document(data: bytes) -> bool:
    """Says whether bytes are a PDF document or an archive, as Word documents are, whatever they are called."""
    if data.startswith(_ZIP) or _PDF.match(data):
        return True
    return bool(_PDF.search(data[:1024]) and b"%%EOF" in data[-1024:] and _ODD.search(data))


def _archive(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise NotAnArticle("This is a damaged zip archive or document; give its text as Markdown.") from error
    if _WORD in names:
        return Kind.DOCX
    raise NotAnArticle("This is a zip archive, not an article; unpack it, and give the articles in it.")


def _refuse_data(text: str, content_type: str) -> None:
    head = text[:_HEAD]
    if _FEED.match(head):
        raise NotAnArticle("This is a feed, not an article; give the address of an article in it.")
    if _XML.match(head) and "markdown" not in content_type:
        raise NotAnArticle("This is XML, not an article; give its text as HTML or Markdown.")
    if _JSON.match(head):
        raise NotAnArticle("This is data as JSON, not an article; give its text as HTML or Markdown.")
