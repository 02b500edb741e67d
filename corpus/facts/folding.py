"""A text made even for reading numbers: as long as before, character by character."""

import re
from functools import cache

from corpus.lexicon.number_words import number_words

BARRIER = "\x00"  # what stands for a part that holds no numbers
JOINT = "\x01"  # what stands for markup within a phrase

# A comma between words is no part of a number, unless its neighbours are full-width digits too.
_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in "，．"}
_DASHES = {"‐": "-", "‑": "-", "−": "-", "‒": "–", "—": "–", "―": "–", "〜": "~", "∼": "~", "〰": "~"}
_BLANKS = "\t\u00a0\u3000\u202f\ufeff\u00ad" + "".join(
    map(chr, [*range(0x2000, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A)])
)
_WIDE_MARK = re.compile(r"(?<=[０-９])[，．](?=[０-９])")
_THIN = re.compile(r"(?<=[0-9０-９])[\u00a0\u2009\u202f'’_](?=[0-9０-９]{3}(?![0-9０-９]))")
_HIDDEN = re.compile(
    r"""
    (?=[hw\]\[【<0-9aA&])  # most places are passed over at a glance
    (?: https?://[!-~]*+ | www\.[!-~]*+         # addresses
    | \]\([^()\s]*+                         # where a link leads to
    | \[\^?[0-9]{1,3}(?:\s?[,–-]\s?[0-9]{1,3}){0,5}\] | 【[0-9]{1,3}】   # footnotes
    | <su[pb]>[^<>]{0,20}</su[pb]>
    | </?(?!(?:b|strong|em|i|code|span|a|font|u|mark|small)\b)[A-Za-z][^<>]{0,2000}>
    | (?<![0-9:])[0-9]{1,2}:[0-9]{1,2}(?::[0-9]{2})?(?![0-9])    # times and ratios
    | (?<![0-9/])1/[0-9]{1,4}(?:th|rd)?(?![0-9A-Za-z.,])     # fractions
    | [0-9]{1,3}分の[0-9]{1,3}
    | (?<![0-9./])[0-9]{1,2}/[0-9]{1,2}/(?:19|20)[0-9]{2}(?![0-9])
    | (?<![0-9.,])[0-9]{1,6}(?:[*×][0-9]{1,6})++             # 8×7B, 16*16
    | (?i:arxiv)[ :]{1,2}[0-9]{4}\.[0-9]{4,5} | (?<![0-9.])10\.[0-9]{4,5}/[!-~]++
    | &\#x?[0-9a-f]{1,6};)
    """,
    re.VERBOSE,
)
_INLINE = re.compile(
    r"</?(?:b|strong|em|i|code|span|a|font|u|mark|small)\b[^<>]{0,2000}>|&[a-z]{2,8};|\\(?=\$)"
)
_ITEM = (
    r"[ ]{0,12}(?:[-*+>][ ]{1,3})?(?:\*\*)?(?:#{1,6}[ ]{1,3})?(?:[0-9]{1,3}(?:[.)][ ]|、)|\([0-9]{1,3}\)[ ])"
    r"|#{1,6}[ ]{1,3}[0-9]{1,2}(?:\.[0-9]{1,2}){0,4}[.)]?[ ]"
)
_FIRST_ITEM, _LATER_ITEM = re.compile(rf"\A(?:{_ITEM})"), re.compile(rf"\n(?:{_ITEM})")


def fold(text: str) -> str:
    """Returns the text with full-width forms as ASCII, dashes and blanks of one kind, and traditional
    characters of numerals and units as simplified ones; every character keeps its place."""
    wide = _WIDE_MARK.sub(lambda mark: "," if mark[0] == "，" else ".", text)
    return _odd().sub(lambda found: _even()[found[0]], _THIN.sub(",", wide))


def hide(folded: str) -> str:
    """Returns a folded text with addresses, tags, footnotes, times and the numbers of list items blanked out,
    but for an item that it begins with."""
    shown = _INLINE.sub(lambda found: JOINT * len(found[0]), folded)
    shown = _HIDDEN.sub(lambda found: BARRIER * len(found[0]), shown)
    return _LATER_ITEM.sub(lambda found: "\n" + BARRIER * (len(found[0]) - 1), shown)


def hide_first_item(hidden: str) -> str:
    """Returns a text that begins where a line does with the number of a list item there blanked out too."""
    return _FIRST_ITEM.sub(lambda found: BARRIER * len(found[0]), hidden)


@cache
def _odd() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(_even()))}]")


@cache
def _even() -> dict[str, str]:
    lexicon = number_words()
    simplified = dict(zip(lexicon["traditional"], lexicon["simplified"], strict=True))
    blanks = dict.fromkeys(f"{_BLANKS}{BARRIER}{JOINT}", " ")
    return simplified | _DASHES | _FULL_WIDTH | blanks | {"￥": "¥"}
