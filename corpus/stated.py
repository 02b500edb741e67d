"""What a text says about itself, from whichever place, before it becomes a Source."""

from dataclasses import dataclass, fields, replace
from datetime import date
from urllib.parse import urlsplit

_LONGEST_URL = 2000


@dataclass(frozen=True, slots=True)
class Stated:
    """Metadata as stated in one place. `dated` says that a date of publication was given, even one that
    does not exist: then no lower place is asked for it. `language` is the tag as written."""

    title: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    retrieved: date | None = None
    language: str | None = None
    licence: str | None = None
    summary_of: str | None = None
    sha256: str | None = None
    dated: bool = False
    warnings: tuple[str, ...] = ()

    def over(self, lower: "Stated") -> "Stated":
        """Returns this, with what it leaves open taken from `lower`."""
        gaps = {
            field.name: getattr(lower, field.name)
            for field in fields(self)
            if getattr(self, field.name) is None and (field.name != "published" or not self.dated)
        }
        warnings = self.warnings + (() if self.dated and lower.dated else lower.warnings)
        return replace(self, **gaps, dated=self.dated or lower.dated, warnings=warnings)


def web_address(value: str) -> str | None:
    """Returns the value where it is an http or https address that can be shown as a link, else None."""
    address = value.strip().removeprefix("<").removesuffix(">")
    if (
        len(address) > _LONGEST_URL
        or not address.isprintable()
        or any(mark in address for mark in ' "<>\\^`{|}')
    ):
        return None
    try:
        parts = urlsplit(address)
        known = parts.scheme.lower() in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return address if known and "@" not in parts.netloc else None
