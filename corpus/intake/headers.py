"""Reads what a server says beside the body: of what kind it is, which version, and when to ask again."""

import math
from collections.abc import Mapping
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime

from corpus.intake.types import Version

_LONGEST = 200
_LONGEST_NUMBER = 9  # digits of a number of seconds


def media_type(headers: Mapping[str, str]) -> tuple[str, str | None]:
    """Returns the media type and the charset that are named, "" and None where none is."""
    stated = headers.get("content-type", "")[:_LONGEST]
    header = Message()
    header["content-type"] = stated
    return header.get_content_type() if stated else "", header.get_content_charset()


def version_of(headers: Mapping[str, str]) -> Version:
    """Returns by what the version can be asked for again."""
    return Version(_plain(headers.get("etag")), _plain(headers.get("last-modified")))


def if_changed(known: Version) -> dict[str, str]:
    """Returns the headers that ask for a page only where it is another version."""
    asked = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    return {name: value for name, value in asked.items() if value}


def wait_of(headers: Mapping[str, str], now: datetime) -> float | None:
    """Returns for how many seconds Retry-After asks not to be asked again; None where it says nothing."""
    stated = headers.get("retry-after", "").strip()
    if stated.isascii() and stated.isdigit():
        return float(stated[:_LONGEST_NUMBER])
    try:
        until = parsedate_to_datetime(stated[:_LONGEST])
        wait = (until if until.tzinfo else until.replace(tzinfo=UTC)).timestamp() - now.timestamp()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return max(0.0, wait) if math.isfinite(wait) else None


def _plain(value: str | None) -> str | None:
    """What can be sent back as it came."""
    return value if value and value.isascii() and value.isprintable() and len(value) <= _LONGEST else None
