"""Reads a file as an article: decoded, its front matter and its own statements taken for metadata."""

import hashlib
import re
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from corpus.decode import decode
from corpus.files import LARGEST, find_files, read_bytes
from corpus.front_matter import read_front_matter
from corpus.html import is_page, is_risky, read_page
from corpus.intake.cleaning import cleaned
from corpus.intake.extracting import extract, extract_apart
from corpus.intake.formats import told_document
from corpus.intake.types import Extract, IntakeError, Kind
from corpus.language import language_of
from corpus.metadata import stated_in_text
from corpus.schema import read_foreign, read_own
from corpus.stated import Stated
from corpus.types import Article, ArticleFile, FileGone, Format, Source, UnreadableArticle
from corpus.unseen import unseen, without

__all__ = ["find_files", "read_article"]

_MARKDOWN = {".md", ".markdown", ".mdx"}
_PAGES = {".html", ".htm", ".xhtml"}
_MARKED_UP = re.compile(r"^(?:#{1,6} +\S|\|?[ :]*-{3,}[ :|-]*\|[ :|-]*$)", re.MULTILINE)


def read_article(file: ArticleFile, today: date) -> Article:
    """Reads a file that was found. Raises UnreadableArticle where it can't be used.

    Dates after `today` are warned of. A file that changed since it was found is read as it is now, with a
    warning; its digest no longer matches, so the next run reads it again.
    """
    data = _bytes(file)
    suffix = PurePosixPath(file.path).suffix.lower()
    if told_document(data):
        found = _document(data, today)
        kind = _format(suffix, found.text)
        return _article(file, found.text, 0, kind, found.stated, _changed(file, data) + found.warnings, today)
    text, warnings = decode(data)
    warnings += _changed(file, data)
    if suffix in _PAGES or is_page(text):
        page = _page(text, today)
        return _article(file, page.text, 0, Format.MARKDOWN, page.stated, warnings + page.warnings, today)
    stated, body = _front_matter(text, file.strict, today)
    if not text[body:].strip():
        raise UnreadableArticle("There is no text below the front matter; write the article there.")
    return _article(file, text, body, _format(suffix, text[body:]), stated, warnings, today)


def _document(data: bytes, today: date) -> Extract:
    """Reads a PDF or Word document within bounds."""
    try:
        found = extract(data, today)
    except IntakeError as error:
        raise UnreadableArticle(str(error)) from error
    return replace(found, text=cleaned(found.text))


def _page(text: str, today: date) -> Extract:
    """Reads a page here, which takes no second, unless it is one that may take long."""
    if not is_risky(text):
        return Extract(*read_page(text, today))
    try:
        return extract_apart(Kind.PAGE, text.encode("utf-8", "replace"), today)
    except IntakeError as error:
        raise UnreadableArticle(str(error)) from error


def _changed(file: ArticleFile, data: bytes) -> tuple[str, ...]:
    if hashlib.sha256(data).hexdigest() == file.digest:
        return ()
    return ("The file changed while it was read; the next run reads it again.",)


def _bytes(file: ArticleFile) -> bytes:
    try:
        return read_bytes(file.folder / file.path, LARGEST)
    except OSError as error:
        reason = "it is no longer there" if isinstance(error, FileNotFoundError) else error.strerror
        raise FileGone(f"The file can't be read: {reason}.") from error


def _front_matter(text: str, strict: bool, today: date) -> tuple[Stated, int]:
    found = read_front_matter(text, strict)
    stated = (read_own if strict else read_foreign)(found.values, today)
    warnings = found.warnings
    if stated.sha256 and stated.sha256.lower() != hashlib.sha256(text[found.body :].encode()).hexdigest():
        warnings += ("The text is not the one that the front matter's sha256 was taken of.",)
    return stated.over(Stated(warnings=warnings)), found.body


def _article(
    file: ArticleFile,
    text: str,
    body: int,
    kind: Format,
    stated: Stated,
    warnings: tuple[str, ...],
    today: date,
) -> Article:
    hidden = unseen(text, body) if kind is Format.MARKDOWN else ()
    below = without(text, hidden)[body:]
    whole = stated_in_text(below, PurePosixPath(file.path).stem, stated, today)
    if file.strict:  # the project's own files say all they have to say in their front matter
        whole = stated.over(Stated(title=whole.title))
    language, problem = language_of(whole.language, below)
    if problem:
        warnings += (problem,)
    return Article(_source(file, whole, language), text, body, kind, warnings + whole.warnings, hidden)


def _source(file: ArticleFile, stated: Stated, language: str) -> Source:
    return Source(
        article=file.article,
        path=file.path,
        title=stated.title or file.article,
        language=language,
        publisher=stated.publisher,
        author=stated.author,
        url=stated.url,
        canonical_url=stated.canonical_url,
        published=stated.published,
        retrieved=stated.retrieved,
        licence=stated.licence,
        summary_of=stated.summary_of,
    )


def _format(suffix: str, body: str) -> Format:
    """A plain text file with headings or tables of Markdown is Markdown under another name."""
    return (
        Format.MARKDOWN
        if suffix in _MARKDOWN or (suffix != ".rst" and _MARKED_UP.search(body))
        else Format.TEXT
    )
