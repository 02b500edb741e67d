"""Where the store is."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar
from urllib.parse import urlsplit

from index.types import StoreError

DEFAULT_TENANT = "default_tenant"
DEFAULT_DATABASE = "default_database"


@dataclass(frozen=True, slots=True)
class Embedded:
    """A Chroma of our own in a folder, which is made where it is missing."""

    folder: Path
    tenant: ClassVar[str] = DEFAULT_TENANT
    database: ClassVar[str] = DEFAULT_DATABASE


@dataclass(frozen=True, slots=True)
class Server:
    """A Chroma server. `timeout` is in seconds, for each wait of a call. Raises StoreError where `url` is
    not the address of a server."""

    url: str
    token: str | None = field(default=None, repr=False)
    timeout: float = 20.0
    tenant: str = DEFAULT_TENANT
    database: str = DEFAULT_DATABASE

    def __post_init__(self) -> None:
        wrong = _wrong_with(self.url)
        if wrong:
            raise StoreError(
                f"The address of the Chroma server {wrong}: set MODELSCAPE_CHROMA_URL to something like "
                "http://localhost:8000 or https://chroma.example.org"
            )


Place = Embedded | Server


def _wrong_with(url: str) -> str | None:
    """Says what is wrong with an address. Never repeats it whole: it may hold a password."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "can't be read"
    if parts.scheme not in ("http", "https"):
        return "must begin with http:// or https://"
    if not host or any(c.isspace() or not c.isprintable() for c in url):
        return "names no host"
    if parts.username is not None or parts.password is not None:
        return "must not hold a name or password (a token goes into MODELSCAPE_CHROMA_TOKEN)"
    if parts.query or parts.fragment:
        return "must not hold a ? or #"
    return None
