"""The names of segments, and which of them nobody needs."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum

from index.store.manifest import Manifest


class Kind(StrEnum):
    """What a segment holds; the letter stands in its name."""

    PASSAGES = "p"
    FACTS = "f"


def segment_name(kind: Kind, fingerprint: str) -> str:
    """Returns a new name; it shows the first eight letters and digits of the fingerprint."""
    shown = "".join(c for c in fingerprint.lower() if c.isascii() and c.isalnum())[:8] or "any"
    return f"modelscape-{kind}-{shown}-{secrets.token_hex(6)}"


def unneeded(names: Mapping[str, str], kept: Iterable[Manifest], before: datetime | None = None) -> list[str]:
    """Returns the segments that no kept generation names; with `before`, only those created earlier (of
    unknown age: none). `names` gives by name when a collection was created; others' are never returned."""
    used = {name for manifest in kept for segment in manifest.segments for name in segment.collections}
    prefixes = tuple(f"modelscape-{kind}-" for kind in Kind)
    ours = [name for name in names if name.startswith(prefixes) and name not in used]
    return [name for name in ours if before is None or _earlier(names[name], before)]


def _earlier(created: str, before: datetime) -> bool:
    try:
        return datetime.fromisoformat(created) < before
    except (ValueError, TypeError):
        return False
