import time
from contextlib import suppress
from datetime import date

import pytest

from corpus.intake.feeds.reading import read_feed
from corpus.intake.types import Fetched
from corpus.types import CorpusError
from tests.corpus.intake.feeds.samples import BROKEN, CHINESE, RSS2, many

TODAY = date(2026, 3, 3)


def fetched(data: bytes, charset: str | None = None) -> Fetched:
    return Fetched(("https://kestrel.example/rss",), data, "text/xml", charset)


@pytest.mark.parametrize(
    ("encoding", "charset", "declared"),
    [
        ("gb18030", None, "GB18030"),
        ("gb18030", "gb18030", "GB18030"),
        ("gb18030", "utf-8", "GB18030"),  # the server lies
        ("utf-8", "iso-8859-1", "UTF-8"),
        ("utf-8", None, "GB18030"),  # the feed lies
        ("utf-16", None, "UTF-16"),
        ("utf-8-sig", None, "UTF-8"),
    ],
)
def test_a_feed_in_chinese_is_read_in_any_encoding(encoding: str, charset: str | None, declared: str) -> None:
    data = CHINESE.replace("GB18030", declared).encode(encoding)
    (entry,) = read_feed(fetched(data, charset), TODAY).entries
    assert (entry.address, entry.stated.title) == (
        "https://hongsun.example/二号",
        "红隼二号发布，上下文窗口达百万",
    )
    assert (entry.stated.published, entry.stated.language) == (date(2026, 3, 2), "zh-cn")


def test_a_feed_that_is_no_proper_xml_is_still_read() -> None:
    entries = read_feed(fetched(BROKEN.encode()), TODAY).entries
    assert "https://kestrel.example/two" in [entry.address for entry in entries]


def test_a_feed_that_was_cut_off_gives_what_is_there() -> None:
    cut = many(30)[:1_500].encode()
    assert len(read_feed(fetched(cut), TODAY).entries) > 10


@pytest.mark.parametrize(
    "data",
    [
        many(100_000).encode(),
        b'<?xml version="1.0"?><rss version="2.0"><channel>' + b"<item><title>" * 30_000,
        b'<?xml version="1.0"?><rss version="2.0"><channel>' + b"<a>" * 100_000 + b"</channel></rss>",
        RSS2.replace("All of it", "x" * 9_000_000).encode(),
        b'{"version": "https://jsonfeed.org/version/1", "items": [' + b"{}," * 900_000 + b"{}]}",
        b"<rss><channel>" + b"<" * 900_000,
    ],
    ids=range(6),
)
def test_what_is_made_to_be_slow_is_read_or_refused_in_time(data: bytes) -> None:
    began = time.monotonic()
    with suppress(CorpusError):
        assert len(read_feed(fetched(data), TODAY).entries) <= 1_000
    assert time.monotonic() - began < 25


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<!doctype html><html><body>x</body></html>", "a page, not a feed"),
        (b"%PDF-1.7 \x00\x01", "PDF"),
        (b"Not found", "no feed that can be read"),
    ],
)
def test_what_is_no_feed_is_refused_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(CorpusError, match=said):
        read_feed(fetched(data), TODAY)
