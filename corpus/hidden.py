"""Tells which elements of a page a reader would not see, by what the page's own markup says of them.

Style sheets are not read: what a class hides stays.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any, Protocol

_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d]*[1-9])"
    r"|(?<![\w-])(?:max-)?(?:width|height)\s*:\s*0(?![.\d]*[1-9])|(?<![\w-])(?:left|top|text-indent)\s*:\s*-\d{3}"
    r"|clip(?:-path)?\s*:\s*(?:rect\(\s*0|inset\(\s*(?:50|100)%)",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"/\*.{0,1000}?\*/", re.S)
_COLOUR = re.compile(r"(?<![\w-])(color|background(?:-color)?)\s*:\s*([^;]{1,80})", re.IGNORECASE)
_WHITE = {
    "white",
    "#fff",
    "#ffffff",
    "#ffff",
    "#ffffffff",
    "rgb(255,255,255)",
    "rgba(255,255,255,1)",
    "hsl(0,0%,100%)",
}
_CLEAR = {"transparent", "#0000", "#fff0", "#00000000", "#ffffff00", "rgba(0,0,0,0)", "rgba(255,255,255,0)"}
_FAR, _LONGEST = 20, 2000
_NEVER_SHOWN = ("script", "style", "template", "noscript", "iframe", "object", "svg", "canvas", "dialog")


class Element(Protocol):
    """What is asked of an element of a page."""

    tag: Any
    attrib: Any

    def get(self, key: str, default: str = "") -> Any:
        """Returns the value of an attribute."""

    def iterancestors(self) -> Iterable["Element"]:
        """Yields the elements that hold it, the nearest first."""


def is_hidden(element: Element) -> bool:
    """Whether it is hidden, has no size, lies outside the page, or is written in the colour of what is behind it."""
    style = _written(element)
    return (
        element.tag in _NEVER_SHOWN
        or "hidden" in element.attrib
        or str(element.get("aria-hidden", "")).strip().lower() == "true"
        or _STYLE.search(style) is not None
        or _invisible(element, style)
    )


def _invisible(element: Element, style: str) -> bool:
    """A page is white where nothing says otherwise."""
    colours = _colours(style)
    ink = colours.get("color")
    if ink is None or ink in _CLEAR:
        return ink is not None and "background-clip" not in style  # letters cut out of a picture
    behind = colours.get("background") or _behind(element)
    return ink == behind or (ink in _WHITE and (behind is None or behind in _WHITE))


def _behind(element: Element) -> str | None:
    """The nearest background that is written on what holds an element; "" where only a style sheet knows."""
    for above in islice(element.iterancestors(), _FAR):
        if found := _colours(_written(above)).get("background"):
            return found
        if above.tag not in ("html", "body", "article", "main") and above.get("class", ""):
            return ""
    return None


def _written(element: Element) -> str:
    return _COMMENT.sub("", str(element.get("style", ""))[:_LONGEST])


def _colours(style: str) -> Mapping[str, str]:
    found = {}
    for name, value in _COLOUR.findall(style):
        plain = "".join(value.lower().replace("!important", "").split())
        found["background" if name.lower().startswith("background") else "color"] = plain
    return found
