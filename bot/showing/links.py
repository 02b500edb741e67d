"""Links out of addresses that came from articles."""

import re
from urllib.parse import quote, urlsplit, urlunsplit

from bot.showing.escaping import escaped, label

_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?")
_LONGEST = 800  # characters of an address
_PATH, _QUERY = "/%:!$&+,;=-._~", "/?%:!$&+,;=-._~"  # left as they are


def linked(title: str, url: str | None, most: int = 120) -> str:
    """Returns the title, cut to `most` units, as a link where the address can be one."""
    found = address(url)
    shown = label(title, most)
    return f"[{shown}]({found})" if found and shown else escaped(title, most)


def address(url: str | None) -> str | None:
    """Returns a web address in which no sign can end a link: percent-encoded where it has to be. None for what
    is no http(s) address, names a user, or is longer than anyone reads."""
    if not url or len(url) > _LONGEST:
        return None
    try:
        parts = urlsplit(url.strip())
        host, port, named = (parts.hostname or "").encode("idna").decode(), parts.port, "@" in parts.netloc
    except ValueError:  # UnicodeError is one too: a host that can't be written in ASCII
        return None
    if parts.scheme not in ("http", "https") or named or not _HOST.fullmatch(host):
        return None
    place = f"{host}:{port}" if port else host
    rest = (quote(p, s, errors="replace") for p, s in ((parts.path, _PATH), (parts.query, _QUERY)))
    whole = urlunsplit((parts.scheme, place, *rest, quote(parts.fragment, _QUERY, errors="replace")))
    return whole if len(whole) <= _LONGEST else None
