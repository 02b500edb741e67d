"""Takes the text, as Markdown, and the metadata out of an HTML page; hidden text stays behind."""

import json
import re
from collections.abc import Iterator
from datetime import date

import lxml.html  # type: ignore[import-untyped]  # it has no types
from lxml import etree

from corpus.dates import read_date
from corpus.definitions import join_definitions
from corpus.hidden import is_hidden
from corpus.stated import Stated, web_address
from corpus.types import UnreadableArticle

LARGEST = 10 * 1024 * 1024
_DEEPEST = 250  # the parser drops what is nested deeper than 256, without a word
_MOST_ELEMENTS = 30_000  # what extracts the text takes a time that grows with the square of their number
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?><!--.*?-->\s*)*+<(?:!doctype\s+html|html[\s>])", re.I | re.S
)
_HARMLESS = 2_000_000  # characters
_LONG_TAG = re.compile(r"<[a-z][^<>]{20000}", re.I)
_DATES = (
    "//meta[@property='article:published_time' or @name='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//meta[@name='pubdate' or @name='publishdate' or @name='date' or @name='DC.date.issued']/@content",
    "//time[@pubdate]/@datetime",
)
_LONGEST = 300


def is_risky(text: str) -> bool:
    """Says whether to read a page may take long: what parses it takes a time that grows with the square of the
    number of an element's attributes. Such a page is to be read in a process of its own."""
    return len(text) > _HARMLESS or _LONG_TAG.search(text) is not None


def is_page(text: str) -> bool:
    """Says whether a text is a whole HTML page, whatever its file is called."""
    return _PAGE.match(text) is not None


def read_page(text: str, today: date) -> tuple[str, Stated]:
    """Returns the main text as Markdown and what the page's head states. Raises UnreadableArticle for a page
    beyond the bounds (10 MB, 250 levels, 30,000 elements) and for one without any text."""
    page = _parsed(text)
    stated = _stated(page, today)
    _drop_hidden(page)
    join_definitions(page)
    return _main_text(page), stated


def _parsed(text: str) -> lxml.html.HtmlElement:
    if len(text) > LARGEST:
        raise UnreadableArticle(
            f"The page is larger than {LARGEST // 1024**2} MB; give the article's text alone."
        )
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        page = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableArticle("The HTML page holds nothing that could be read.") from error
    _refuse_beyond_bounds(page)
    return page


def _refuse_beyond_bounds(page: lxml.html.HtmlElement) -> None:
    depth = elements = 0
    for event, _ in etree.iterwalk(page, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if depth > _DEEPEST:
            raise UnreadableArticle(
                f"The page is nested deeper than {_DEEPEST} levels; give its text as Markdown."
            )
        if elements > _MOST_ELEMENTS:
            raise UnreadableArticle(
                f"The page has more than {_MOST_ELEMENTS:,} elements; give its text as Markdown."
            )


def _drop_hidden(page: lxml.html.HtmlElement) -> None:
    """Empties what a reader would not see: no such text may reach the index. (Emptied, not taken out: that
    would join the texts around it, at a cost that grows with the square of their number.)"""
    body = page.find("body")
    for element in list(page.iter(etree.Element)):
        if element is not page and element is not body and is_hidden(element):
            element.clear(keep_tail=True)


def _main_text(page: lxml.html.HtmlElement) -> str:
    # deferred: importing it takes longer than everything else here, and most articles are not HTML
    import trafilatura

    text = trafilatura.extract(
        page,
        output_format="markdown",
        include_comments=False,
        include_tables=True,
        include_links=False,
        include_images=False,
        include_formatting=True,
        favor_recall=True,
        with_metadata=False,
    )
    plain = (text or trafilatura.html2txt(page) or "").replace("\r\n", "\n").replace("\r", "\n").strip()
    if not any(map(str.isalnum, plain)):
        raise UnreadableArticle(
            "No text could be taken out of the HTML page; give the article's text as Markdown."
        )
    return plain + "\n"


def _stated(page: lxml.html.HtmlElement, today: date) -> Stated:
    """Reads what the page states in so many words; nothing is concluded from its text or address."""
    records = list(_records(page))
    given = next((value for path in _DATES for value in _found(page, path)), None)
    given = given or next((text for record in records if (text := _word(record.get("datePublished")))), None)
    published, problem = read_date(given, today)
    canonical = _address(page, "//link[@rel='canonical']/@href")
    return Stated(
        title=_meta(page, "og:title") or _title(page),
        url=_address(page, "//meta[@property='og:url']/@content") or canonical,
        canonical_url=canonical,
        publisher=_meta(page, "og:site_name") or _named(records, "publisher"),
        author=_meta(page, "author") or _named(records, "author"),
        language=next(iter(_found(page, "/html/@lang | /html/@xml:lang")), None),
        published=published,
        dated=given is not None,
        warnings=(problem,) if problem else (),
    )


def _found(page: lxml.html.HtmlElement, path: str) -> list[str]:
    return [text for value in page.xpath(path) if (text := _word(str(value)))]


def _word(value: object) -> str | None:
    return " ".join(value.split())[:_LONGEST] or None if isinstance(value, str) else None


def _meta(page: lxml.html.HtmlElement, name: str) -> str | None:
    values = (
        meta.get("content") for meta in page.iter("meta") if name in (meta.get("property"), meta.get("name"))
    )
    return next((text for value in values if (text := _word(value)) and web_address(text) is None), None)


def _title(page: lxml.html.HtmlElement) -> str | None:
    headings = [heading for heading in page.iter("h1") if (heading.text_content() or "").strip()]
    named = headings if len(headings) == 1 else list(page.iter("title"))
    return next((text for element in named if (text := _word(element.text_content()))), None)


def _address(page: lxml.html.HtmlElement, path: str) -> str | None:
    return next((address for value in page.xpath(path) if (address := web_address(str(value)))), None)


def _records(page: lxml.html.HtmlElement) -> Iterator[dict[str, object]]:
    """Yields the page's JSON-LD records."""
    for script in page.iter("script"):
        if script.get("type") != "application/ld+json" or not script.text:
            continue
        try:
            data = json.loads(script.text)
        except (ValueError, RecursionError):
            continue
        graph = data.get("@graph", data) if isinstance(data, dict) else data
        yield from (
            record for record in (graph if isinstance(graph, list) else [graph]) if isinstance(record, dict)
        )


def _named(records: list[dict[str, object]], key: str) -> str | None:
    for record in records:
        value = record.get(key)
        people = value if isinstance(value, list) else [value]
        names = [_word(person.get("name") if isinstance(person, dict) else person) for person in people]
        if known := ", ".join(name for name in names if name):
            return known
    return None
