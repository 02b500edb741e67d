"""Definition lists of an HTML page: a term and what is said of it belong on one line."""

import re
from typing import Any

_LONGEST = 120  # characters of a term; a longer one is a paragraph
_WIDE = re.compile(r"[\u3000-\u9fff\uac00-\ud7a3\uff00-\uffef]$")


def join_definitions(page: Any) -> None:
    """Puts each term of the page's definition lists before what follows it, with a colon between, since the
    extraction would make two unconnected items of them."""
    for term in list(page.iter("dt")):
        said = term.getnext()
        words = " ".join("".join(term.itertext()).split()).rstrip(":： ")
        if said is None or said.tag != "dd" or not 0 < len(words) <= _LONGEST:
            continue
        colon = "：" if _WIDE.search(words) else ": "
        said.text = f"{words}{colon}{(said.text or '').lstrip()}"
        term.clear(keep_tail=True)
