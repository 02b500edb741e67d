"""Reads what a site allows robots to fetch."""

from protego import Protego

LARGEST = 500 * 1024  # RFC 9309: at least this much of a robots.txt is read


def may_fetch(rules: bytes, agent: str, address: str) -> bool:
    """Whether a robots.txt allows a robot of that name to fetch an address of its site."""
    return bool(Protego.parse(rules[:LARGEST].decode("utf-8", "replace")).can_fetch(address, agent))
