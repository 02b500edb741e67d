"""Takes the text out of a PDF document, page by page."""

from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from corpus.intake.bounded import MOST_TEXT, too_long
from corpus.intake.types import NotAnArticle

MOST_PAGES = 500


def read_pdf(data: bytes) -> tuple[str, str | None, str | None, tuple[str, ...]]:
    """Returns the text, the title and the author that the document states, and warnings. Raises NotAnArticle
    beyond the bounds, for a locked document, a damaged one, and one of pictures alone."""
    try:
        reader = PdfReader(BytesIO(data))
        _unlock(reader)
        _refuse_many(reader)
        stated = reader.metadata
    except PyPdfError as error:
        raise NotAnArticle("The PDF document is damaged; give its text as Markdown.") from error
    text, warnings = _pages(reader)
    if not any(map(str.isalnum, text)):
        raise NotAnArticle("The PDF document holds no text, only pictures; give its text as Markdown.")
    return text, _line(stated and stated.title), _line(stated and stated.author), warnings


def _unlock(reader: PdfReader) -> None:
    """Opens what only forbids printing or copying by its readers' programs, and has no password to open."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise NotAnArticle("The PDF document is locked with a password; give it unlocked.")


def _refuse_many(reader: PdfReader) -> None:
    """By what the document says of itself first: to count its pages is what takes long."""
    pages = reader.root_object.get("/Pages")
    said = pages.get_object().get("/Count", 0) if pages is not None else 0
    count = said if isinstance(said, int) and said > MOST_PAGES else len(reader.pages)
    if count > MOST_PAGES:
        raise NotAnArticle(f"The PDF document has {count:,} pages; at most {MOST_PAGES} are read.")


def _pages(reader: PdfReader) -> tuple[str, tuple[str, ...]]:
    texts: list[str] = []
    lost: list[int] = []
    size = 0
    for number, page in enumerate(reader.pages, 1):
        try:
            text = page.extract_text().strip()
        except PyPdfError:
            lost.append(number)
            continue
        size += len(text)
        if size > MOST_TEXT:
            raise too_long("PDF document")
        texts.append(text)
    numbers = ", ".join(map(str, lost[:20]))
    return "\n\n".join(filter(None, texts)) + "\n", (
        f"Pages that could not be read: {numbers}.",
    ) if lost else ()


def _line(value: object) -> str | None:
    return " ".join(value.split())[:300] or None if isinstance(value, str) else None
