"""A process of its own that takes the text out of one document, or reads one feed: whatever hostile bytes do to
it, the memory and the time that it can take are bounded, and it holds no secret.

It reads a line of JSON and then the document from standard input, and writes a line of JSON.
"""

import json
import sys
from dataclasses import asdict
from datetime import date

from corpus.html import read_page
from corpus.intake.bounded import FEED, MOST_TEXT, too_long
from corpus.intake.feeds.types import Listed
from corpus.intake.types import Extract, Kind
from corpus.stated import Stated
from corpus.types import CorpusError

try:
    import resource
except ImportError:  # not on Windows, where only the time is bounded
    resource = None  # type: ignore[assignment]


def extract(kind: Kind, data: bytes, today: date) -> Extract:
    """Takes the text out of a document of that kind; a page comes as UTF-8. Raises CorpusError."""
    # Deferred: only one of them is needed, and this process lives for one document.
    if kind is Kind.PDF:
        from corpus.intake.pdf import read_pdf

        text, title, author, warnings = read_pdf(data)
        return Extract(text, Stated(title=title, author=author), warnings)
    if kind is Kind.DOCX:
        from corpus.intake.docx import read_docx

        text, title, author = read_docx(data)
        return Extract(text, Stated(title=title, author=author))
    text, stated = read_page(data.decode("utf-8", "replace"), today)
    return Extract(text, stated)


def main() -> None:
    """Reads the order and the bytes, and writes what came of it."""
    order = json.loads(sys.stdin.buffer.readline())
    _limit(order["memory"], order["seconds"])
    try:
        found = _found(order, sys.stdin.buffer.read(), date.fromisoformat(order["today"]))
        said = json.dumps({"found": asdict(found)}, default=date.isoformat)
    except CorpusError as error:
        said = json.dumps({"refused": str(error)})
    except MemoryError:
        said = json.dumps({"memory": True})
    sys.stdout.write(said)


def _found(order: dict[str, str], data: bytes, today: date) -> Extract | Listed:
    if order["kind"] != FEED:
        found = extract(Kind(order["kind"]), data, today)
        if len(found.text) > MOST_TEXT:
            raise too_long("document")
        return found
    # Deferred, as above.
    from corpus.intake.feeds.parsing import parse_feed

    return parse_feed(data, order["address"], today)


def _limit(memory: int, seconds: int) -> None:
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
