"""Reads what a site allows robots to fetch, and how often."""

from protego import Protego

LARGEST = 500 * 1024  # RFC 9309: at least this much of a robots.txt is read


def may_fetch(rules: bytes, agent: str, address: str) -> bool:
    """Whether a robots.txt allows a robot of that name to fetch an address of its site."""
    return bool(_parsed(rules).can_fetch(address, agent))


def pause_of(rules: bytes, agent: str) -> float:
    """How many seconds a robots.txt wants between two requests of a robot of that name."""
    return max(0.0, float(_parsed(rules).crawl_delay(agent) or 0))


def _parsed(rules: bytes) -> Protego:
    return Protego.parse(rules[:LARGEST].decode("utf-8", "replace"))
