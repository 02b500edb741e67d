"""Writes a number with its noun."""


def counted(number: int, noun: str) -> str:
    """Returns "1 article", "2 articles"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
