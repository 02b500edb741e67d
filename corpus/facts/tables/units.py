"""Units in headers and captions: thousands, billions, currencies, "a million tokens"."""

import re

from corpus.facts.types import Unit

_TOKENS = r"(?:tokens?|toks?|词元|トークン|토큰)"
_MILLION = r"(?:1?\s?m|1,?000,?000|1?\s?mio|1?\s?millions?|百万|百萬|백만|100\s?[万萬만])"
_THOUSAND = r"(?:1?\s?k|1,?000|1?\s?thousand|千|천)"
_PER = re.compile(
    rf"(?:(?:/|\bper\b|每|\ba\b)\s?(?:(?P<million>{_MILLION})|(?P<thousand>{_THOUSAND}))"
    rf"|(?<![\d.a-z])(?:(?P<millions>{_MILLION})|(?P<thousands>{_THOUSAND}))(?=\s?(?:の|个|個)?{_TOKENS}))"
    rf"\s?(?:の|个|個)?{_TOKENS}?(?![a-z])\s?(?:あたり|当たり|毎|당)?",
    re.IGNORECASE,
)
_YUAN = r"(?:(?<![^\W\d])元|(?<![日美欧歐台幣币])元(?=\s?[/／每]))"  # not that of 開発元
_CURRENCIES = (
    (
        Unit.USD,
        re.compile(r"(?<!NT)(?<!HK)(?<!C)(?<!A)\$|\busd\b|美元|美金|\bdollars?\b|ドル|달러", re.IGNORECASE),
    ),
    (
        Unit.CNY,
        re.compile(rf"[¥￥]|\bcny\b|\brmb\b|人民[币幣]|{_YUAN}|\byuan\b|위안", re.IGNORECASE),
    ),
)
_FOREIGN = re.compile(
    r"[€£₩]|\b(?:eur|gbp|jpy|krw|twd|inr)\b|(?:nt|hk)\$|日[元圓]|[台臺][币幣]|[欧歐]元|円|\d원|[(/]원",
    re.IGNORECASE,
)
_SCALE = re.compile(
    rf"(?:[(（\[]|\bin |单位[:：]?\s?|單位[:：]?\s?|単位[:：]?\s?)\s?"
    rf"(?P<scale>k|m|b|bn|t|thousands?|millions?|billions?|trillions?|千|万|萬|만|百万|百萬|亿|億|억|十亿|十億)"
    rf"\s?(?:{_TOKENS}|params?|parameters|个|個)?\s?(?:[)）\]]|$|(?=[,;，；]))",
    re.IGNORECASE,
)
_SCALES = {
    **dict.fromkeys(("k", "千", "thousand"), 1e3),
    **dict.fromkeys(("万", "萬", "만"), 1e4),
    **dict.fromkeys(("m", "百万", "百萬", "million"), 1e6),
    **dict.fromkeys(("亿", "億", "억"), 1e8),
    **dict.fromkeys(("b", "bn", "十亿", "十億", "billion"), 1e9),
    **dict.fromkeys(("t", "trillion"), 1e12),
}
_SYMBOLS = re.compile(
    rf"[$¥￥%]|\b(?:us dollars?|usd|cny|rmb|dollars?|yuan)\b|美元|美金|人民[币幣]|{_YUAN}|ドル|달러|위안|(?:单位|單位|単位|단위)[:：]?",
    re.IGNORECASE,
)


def currency(text: str) -> Unit | None:
    """Returns the currency that a text names, None where it names none, or one that is not read."""
    if is_foreign(text):
        return None
    return next((unit for unit, pattern in _CURRENCIES if pattern.search(text)), None)


def is_foreign(text: str) -> bool:
    """Whether the text names a currency in which prices are not read."""
    return _FOREIGN.search(text) is not None


def per_tokens(text: str) -> float | None:
    """Returns the number of tokens that a price is for ("$ / 1K tokens"), None where the text does not say."""
    per = _PER.search(text)
    if per is None:
        return None
    if per["million"] or per["millions"]:
        return 1e6
    return 1e3 if per["thousand"] else None  # "1K tokens" alone may be the length of a prompt


def scale(text: str) -> float | None:
    """Returns what the numbers below a header are to be multiplied by ("Size (B)": a billion), None where it
    does not say."""
    found = _SCALE.search(text)
    return _SCALES[found["scale"].lower().rstrip("s")] if found else None


def without_units(text: str) -> str:
    """Returns the text with its units and currencies left out."""
    return _SYMBOLS.sub(" ", _SCALE.sub(" ", _PER.sub(" ", text)))
