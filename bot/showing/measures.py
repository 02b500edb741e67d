"""Discord's limits, and lengths as it may count them."""

TEXT = 2_000  # of a message
TITLE, DESCRIPTION, FIELDS, NAME, VALUE, FOOTER = 256, 4_096, 25, 256, 1_024, 2_048  # of an embed
PANELS = 6_000  # of all embeds of a message together


def units(text: str) -> int:
    """Returns the length in UTF-16 code units: Discord's server counts code points, which are never more, its
    clients count units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
