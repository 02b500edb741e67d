"""What a million tokens cost, going in and coming out."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from corpus.facts.cues import Cue
from corpus.facts.drafts import Draft, clause, phrase
from corpus.facts.quantity_types import Quantity, QuantityKind
from corpus.facts.scan import Sentence
from corpus.facts.types import Attribute, Value

PRICES = frozenset({Attribute.PRICE_INPUT, Attribute.PRICE_OUTPUT, Attribute.PRICE_CACHED_INPUT})
_TIER = re.compile(
    r"[\s*`_>#•-]{0,6}(?:(?:prompts?|inputs?|requests?)\s)?(?:below|above|under|over|up\sto|beyond|more\sthan|less\sthan|within|exceeding"
    r"|[<>≤≥]=?|超过|超過|不超过|大于|大於|小于|小於|高于|低于)[^.。!！?？]{1,40}[:：][\s*`_]{0,4}",
    re.IGNORECASE,
)
_MILLION = 1_000_000
_LARGEST = 10_000  # USD or CNY a million tokens
_KINDS = ("input", "output", "cached", "cache_write")
_PAIR = re.compile(r"\s{0,2}(?:/|and|和|、|per\s[\w\s]{0,12}input\s(?:and|/))\s{0,2}")
_PAIR_SAYS = re.compile(
    r"input\s{0,2}(?:/|and|,)\s{0,2}output|输入\s{0,2}[/和、]\s{0,2}输出|輸入\s{0,2}[/和、]\s{0,2}輸出",
    re.IGNORECASE,
)
_CACHED_BEHIND = re.compile(
    r"[^,，;；。.]{0,12}[(（][^()（）\d]{0,20}(?:cache|缓存|快取|キャッシュ|캐시)[^()（）\d]{0,20}[)）]",
    re.IGNORECASE,
)
# "(was $8.00)": the price before
_OLD = re.compile(
    r"(?:[(（,，—–-]\s?(?:it\s)?(?:was|were|had\sbeen)|\b(?:down|up)\sfrom|\binstead\sof|\brather\sthan|\bpreviously|\bformerly|\bused\sto\s(?:be|cost)"
    r"|原价|原價|原为|原為|原先|原来|原來|此前|之前|従来|旧価格|以前は|기존|이전)[\s:：为為的は]{0,3}$",
    re.IGNORECASE,
)
# at certain hours, or for a while: not what it costs
_AT_TIMES = re.compile(
    r"\b(?:off-)?peak\b|\bdiscount|\bpromotion|\bintroductory|白天|夜间|夜間|错峰|錯峰|高峰|闲时|閒時|优惠|優惠|折扣|限时|限時|割引|キャンペーン|할인",
    re.IGNORECASE,
)
_FALL = re.compile(
    r"(?:cut|reduced|lowered|down|fell|dropped|降|saved?|savings)\w{0,3}\s{0,2}(?:by)?\s{0,2}$", re.IGNORECASE
)


def costs(sentence: Sentence) -> Iterator[Draft]:
    """Yields prices for which the sentence says both what they are for and for how many tokens."""
    money = [q for q in sentence.quantities if q.kind is QuantityKind.MONEY]
    for at, quantity in enumerate(money):
        value = _per_million(quantity, money[at + 1 :] + money[:at][::-1], sentence)
        attribute = _pair(sentence, money, at) or _attribute(sentence, money, at)
        if value is None or attribute is None or _is_change(sentence, quantity):
            continue
        yield Draft(attribute, value, quantity.start, quantity.end)


def names_tier(sentence: Sentence) -> bool:
    """Whether it is a line that says for how long a request the prices below hold: "Above 128K tokens:"."""
    if sentence.models or len(sentence.quantities) != 1 or sentence.quantities[0].kind is QuantityKind.MONEY:
        return False
    return _TIER.fullmatch(sentence.between(sentence.start, sentence.end)) is not None


def _per_million(quantity: Quantity, others: list[Quantity], sentence: Sentence) -> Value | None:
    """A price that leaves "a million tokens" to another one in its clause takes it from there."""
    value = quantity.value
    if quantity.per is None:
        low, high = clause(sentence, quantity.start)
        near = next((q for q in others if q.per and low <= q.start < high), None) or _earlier(
            quantity, others
        )
        if near is None or near.per is None or value.number is None:
            return None
        value = replace(value, number=round(value.number * _MILLION / near.per, 9))
    return value if value.number is not None and 0 <= value.number <= _LARGEST else None


def _earlier(quantity: Quantity, others: list[Quantity]) -> Quantity | None:
    """As in "$2.50 per million input tokens; with a cache hit the input costs $0.25": the nearest price before
    it in the same currency."""
    before = [q for q in others if q.per and q.end <= quantity.start and q.currency is quantity.currency]
    return max(before, key=lambda q: q.start, default=None)


def _pair(sentence: Sentence, money: list[Quantity], at: int) -> Attribute | None:
    """As in "$3/$15 per million input/output tokens"."""
    start, end = clause(sentence, money[at].start)
    if not _PAIR_SAYS.search(sentence.text, start, end):
        return None
    for first, second in pairwise(money):
        joined = _PAIR.fullmatch(sentence.between(first.end, second.start))
        if joined and start <= first.start < second.end <= end:
            if money[at] is first:
                return Attribute.PRICE_INPUT
            if money[at] is second:
                return Attribute.PRICE_OUTPUT
    return None


def _attribute(sentence: Sentence, money: list[Quantity], at: int) -> Attribute | None:
    """What the nearest word before the price says, back to the price before it; else the one behind it."""
    quantity = money[at]
    start, end = clause(sentence, quantity.start)
    floor = max(start, money[at - 1].end if at else start, quantity.start - 60)
    ceiling = min(end, money[at + 1].start if at + 1 < len(money) else end, quantity.end + 30)
    before = [
        cue
        for cue in sentence.cues_in(floor, quantity.start, *_KINDS)
        if not _is_of_a_limit(sentence, cue, quantity.start)
    ]
    behind = sentence.cues_in(quantity.start, ceiling, *_KINDS)
    kinds = {kind for cue in (before[-2:] or behind[:2]) for kind in cue.kinds}
    if "cache_write" in kinds:
        return None
    if "cached" in kinds or ("output" not in kinds and _CACHED_BEHIND.match(sentence.text, quantity.end)):
        return Attribute.PRICE_CACHED_INPUT
    if before:
        kinds = set(before[-1].kinds)
    return (
        Attribute.PRICE_INPUT if "input" in kinds else Attribute.PRICE_OUTPUT if "output" in kinds else None
    )


def _is_of_a_limit(sentence: Sentence, cue: Cue, price: int) -> bool:
    """Whether a word stands with a number of tokens, a comma before the price: "64K output, $2"."""
    counted = any(
        q.kind in (QuantityKind.TOKENS, QuantityKind.PLAIN) and q.start < cue.end and cue.start - q.end < 3
        for q in sentence.quantities
        if q.end <= price
    )
    return counted and re.search(r"[,，、]", sentence.between(cue.end, price)) is not None


def _is_change(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether it is by how much a price fell, the price that it fell from, or one for certain hours."""
    before = sentence.between(max(sentence.start, quantity.start - 24), quantity.start)
    low, _ = clause(sentence, quantity.start)
    low = max([low, *(m.end for m in sentence.models if m.end <= quantity.start)])
    at_times = _AT_TIMES.search(sentence.text, low, phrase(sentence, quantity.end)[1])
    return bool(_FALL.search(before) or _OLD.search(before) or at_times)
