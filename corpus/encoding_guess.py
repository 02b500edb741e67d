"""Guesses the encoding of a text from before Unicode, by how plausible each reading of its bytes is.

Which characters a language uses every day is taken from the standards themselves: GB 2312, Big5 and
JIS X 0208 each put them into a first level, apart from the rare ones.
"""

import codecs
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from types import MappingProxyType

from charset_normalizer import from_bytes

_SIMPLIFIED = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相"
    "全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题程展五果料"
    "象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运指几九区强放决西被做必战先回则任取据"
    "处模型源价格推布支持训练参"
)
_TRADITIONAL = frozenset(
    "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所民得經"
    "十三之進著等部度家電力裡如水化高自二理起小物現實加量都兩體制機當使點從業本去把性好應開它合還因由其些然前外天政四日那社義事平形相"
    "全表間樣與關各重新線內數正心反你明看原又麼利比或但質氣第向道命此變條只沒結解問意建月公無系軍很情者最立代想已通並提直題程展五果料"
    "象員革位入常文總次品式活設及管特件長求老頭基資邊流路級少圖山統接知較將組見計別她手角期根論運指幾九區強放決西被做必戰先回則任取據"
    "處模型源價格推布支持訓練參"
)
_JAPANESE = frozenset(
    "日本人年大十二一三月時分上下中国生出入手見行言話前後今新高小学校会社事者的性能力開発表公用用語"
)
_KOREAN = frozenset(
    "이다는의을가에를로은하고서지도기한사대자인리해시나어라그있것들부정과일만보전아제장상수게었면스여주으공원모등년적구할관델성습니된"
)
CUT = "The file ends in the middle of a character, which was left out; see that the file is whole."
_SAMPLE = 4000
_PLAUSIBLE, _PLAUSIBLE_SHORT = (
    0.25,
    0.5,
)  # readings of Cyrillic, Greek or French as CJK stay below 0 but in short texts
_SHORT, _TOO_FEW = 20, 4  # characters beyond ASCII
_MOST_BROKEN = 0.01
_LATIN = ["cp1252", "cp1250", "cp1254"]
_SINGLE_BYTE = [*_LATIN, "cp1251", "koi8_r", "cp1253", "cp1255", "cp1256", "cp874"]
_BESIDE_ASCII = re.compile(rb"[A-Za-z][\x80-\xff]|[\x80-\xff][A-Za-z]")

Worth = Callable[[str], float]


def guess(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    """Returns the text and warnings, or None where no reading is plausible."""
    readings = [
        (_plausibility(text, worth) - 30 * broken, encoding, text, broken, cut)
        for encoding, worth in _WORTHS.items()
        for text, broken, cut in [_read(data, encoding)]
        if broken <= _MOST_BROKEN
    ]
    if not readings:
        return _single_byte(data)
    score, encoding, text, broken, cut = max(readings)
    if score < _threshold(text):
        return _single_byte(data)
    return text, (_note(encoding, text if broken else ""), *([CUT] if cut else []))


def _threshold(text: str) -> float:
    odd = sum(1 for character in text if character > "\x7f")
    if odd < _TOO_FEW:
        return 2.0  # more likely single letters with an accent
    return _PLAUSIBLE_SHORT if odd < _SHORT else _PLAUSIBLE


def _note(encoding: str, damaged: str) -> str:
    lost = damaged.count("\ufffd")
    loss = f" {lost} characters could not be read and were replaced." if lost else ""
    return f"The encoding was guessed as {encoding.upper()}.{loss} Save the file as UTF-8 to be sure."


def _single_byte(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    head = data[: 16 * _SAMPLE]
    odd = sum(byte > 0x7F for byte in head)
    pages = _LATIN if 2 * len(_BESIDE_ASCII.findall(head)) > odd else _SINGLE_BYTE
    matches = from_bytes(head, cp_isolation=pages, enable_fallback=False, threshold=0.6)
    fits = {
        encoding: match.coherence - 3 * match.chaos - _inverted(str(match)) + 0.06 * (encoding == "cp1252")
        for match in matches
        for encoding in match.could_be_from_charset
        if encoding in pages
    }
    for encoding in sorted(fits, key=lambda name: fits[name], reverse=True):
        with suppress(UnicodeDecodeError):
            return data.decode(encoding), (_note(encoding, ""),)
    return None


def _inverted(text: str) -> float:
    """Returns the share of capitals among the letters beyond ASCII: Russian encodings read as each other
    swap small letters and capitals."""
    odd = [character for character in text if character > "\x7f" and character.isalpha()]
    return sum(character.isupper() for character in odd) / max(1, len(odd))


def _read(data: bytes, encoding: str) -> tuple[str, float, bool]:
    """Returns the text, a last character cut short left out, the share of it that is broken, and whether one
    was cut short."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    text = decoder.decode(data)
    odd = sum(1 for character in text if character > "\x7f")
    return text, text.count("\ufffd") / odd if odd else 1.0, bool(decoder.getstate()[0])


def _plausibility(text: str, worth: Worth) -> float:
    """Returns the mean worth, at most 1, of the characters beyond ASCII."""
    odd = [character for character in text if character > "\x7f"]
    sample = Counter(odd[:: 1 + len(odd) // _SAMPLE])
    return sum(worth(character) * count for character, count in sample.items()) / max(1, sample.total())


def _chinese(everyday: frozenset[str], standard: str, first: int, last: int) -> Worth:
    def worth(character: str) -> float:
        if character in everyday:
            return 1.0
        if "\u4e00" <= character <= "\u9fff":
            return 0.5 if first <= _lead(character, standard) <= last else -0.5
        if "\u3041" <= character <= "\u30ff" or "\uac00" <= character <= "\ud7a3":
            return 0.3 if standard == "gb2312" else -0.3  # GB 18030 holds every script
        return _other(character)

    return worth


def _japanese(character: str) -> float:
    if "\u3041" <= character <= "\u3096" or "\u30a1" <= character <= "\u30fc" or character in _JAPANESE:
        return 0.9
    if "\u4e00" <= character <= "\u9fff":
        return 0.5 if 0xB0 <= _lead(character, "euc_jp") <= 0xCF else -0.5
    return -0.5 if "\uff61" <= character <= "\uff9f" else _other(character)


def _korean(character: str) -> float:
    if character in _KOREAN:
        return 1.0
    if "\uac00" <= character <= "\ud7a3":
        return 0.6 if _lead(character, "euc_kr") <= 0xC8 else -0.5
    return -0.7 if "\u4e00" <= character <= "\u9fff" else _other(character)


def _lead(character: str, standard: str) -> int:
    """Returns the first byte in that standard, 255 where the character is not in it."""
    try:
        return character.encode(standard)[0]
    except UnicodeEncodeError:
        return 0xFF


def _other(character: str) -> float:
    """Punctuation says little; letters of unrelated scripts, unassigned and private characters speak against."""
    if (
        "\u3000" <= character <= "\u3020"
        or "\uff01" <= character <= "\uff5e"
        or "\u2010" <= character <= "\u2030"
    ):
        return 0.4
    if "\uffe0" <= character <= "\uffe6":
        return 0.4
    category = unicodedata.category(character)
    if category in {"Co", "Cn", "Cc", "Cf"}:
        return -2.0
    return -0.5 if category.startswith("L") else 0.1


_WORTHS: Mapping[str, Worth] = MappingProxyType(
    {
        "gb18030": _chinese(_SIMPLIFIED, "gb2312", 0xB0, 0xD7),
        "big5hkscs": _chinese(_TRADITIONAL, "big5", 0xA4, 0xC6),
        "cp932": _japanese,
        "euc_jp": _japanese,
        "cp949": _korean,
    }
)
