"""Numbers of tokens: context windows, limits of input and output, how much a model was trained on."""

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.facts.cues import Cue
from corpus.facts.drafts import Draft, clause
from corpus.facts.quantity_types import Quantity, QuantityKind
from corpus.facts.scan import Sentence
from corpus.facts.types import Attribute, Bound, Unit, Value

_BEFORE, _AFTER = 45, 25  # characters between a cue and its number
_SMALLEST, _LARGEST = 512, 1_000_000_000
_OTHER_UNIT = re.compile(
    r"\s{0,2}(?:字|汉字|漢字|characters?\b|words?\b|pages?\b|页|頁|lines?\b|行|%|％|x\b|倍)"
)
_OLD = re.compile(
    r"(?:from|[(（]\s?was|previously|formerly|vs\.?|compared (?:to|with)|从|從|由|原先的?|此前的?|之前的?)\s{0,2}$",
    re.IGNORECASE,
)
_APART = re.compile(r"[,，、;；]")
_FOR_SOME = re.compile(
    r"(?:\stokens?)?(?:\scontext(?:\swindow|\slength)?)?\s((?:for|on|in)\s(?:the\s|its\s)?(?:[\w-]{1,20}\s){1,3}(?:models?|variants?|versions?|users?|tiers?|plans?|customers?|modes?|chats?|apps?))\b",
    re.IGNORECASE,
)
# "at 128K of context it scores 82": how a test was done
_TESTED = re.compile(
    r"\s?(?:的)?(?:超长|超長|长)?(?:上下文)?(?:长度|長度|窗口)?的?(?:下|时|時|测试|測試|场景|場景|评测|評測|任务|任務)"
)
# "262K tokens (of which input up to 258K)": the word in the parenthesis has a number of its own
_OWN_NUMBER = re.compile(r"[^)）,，]{0,15}\d")
_ON_HARDWARE = re.compile(r"[^,.;]{0,24}\bon\s(?:a\ssingle|one|a)\s[^,.;]{0,24}(?:GPU|A10|A100|H100|RTX)")
_AT = re.compile(r"在[^，。；,\d]{0,12}$")
# "it goes up to 1M by YaRN": by a setting, not as it is
_BY_SETTING = re.compile(
    r"YaRN|RoPE|\bNTK\b|extrapolat|外推|外插|expandable|extend[ai]ble|extensible|可扩展|可擴展|拡張可能|확장\s?가능",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:\stokens?|\slimit|\slength|长度|長度)?[\s*`_]{0,4}(?:[:：]|最长|最長|最大|上限[为為是]?|可达|可達|は最大)[\s*`_]{0,4}",
    re.IGNORECASE,
)
_OF_TOKENS = re.compile(r"token|トークン|토큰|词元|詞元", re.IGNORECASE)
# "GPT-4 with the 32K window": one of several
_CERTAIN = re.compile(r"[\s*`]{1,4}with\s(?:the|its)\s(?:larger\s|longer\s)?$")
_LIMIT = re.compile(r"max|limit|capp?ed|up to|longest|最大|最长|最長|上限|最高|至多|最多|최대", re.IGNORECASE)
_WINDOW = frozenset({"context", "input", "output", "training"})
_ATTRIBUTES = {
    "context": Attribute.CONTEXT_WINDOW,
    "input": Attribute.INPUT_LIMIT,
    "output": Attribute.OUTPUT_LIMIT,
    "training": Attribute.TRAINING_TOKENS,
}


def limits(sentence: Sentence) -> Iterator[Draft]:
    """Yields what the sentence states in tokens; a number that it repeats counts once."""
    stated: set[tuple[Attribute, float | None]] = set()
    for quantity in sentence.quantities:
        if (
            not _counts_tokens(sentence, quantity)
            or _priced(sentence, quantity)
            or _is_old(sentence, quantity)
            or _is_of_some(sentence, quantity)
        ):
            continue
        cue = _nearest(sentence, quantity)
        attribute = _attribute(sentence, quantity, cue) if cue else None
        if attribute is None or (attribute, quantity.value.number) in stated:
            continue
        stated.add((attribute, quantity.value.number))
        note = _FOR_SOME.match(sentence.text, quantity.end)
        value = upgraded(sentence, quantity)
        yield Draft(attribute, value, quantity.start, quantity.end, note=note[1] if note else None)


def upgraded(sentence: Sentence, quantity: Quantity) -> Value:
    """Returns the quantity's value; of a range that tells a rise ("from 128K to 1M") the end."""
    value = replace(quantity.value, unit=Unit.TOKENS)
    if value.bound is not Bound.RANGE:
        return value
    start, _ = clause(sentence, quantity.start)
    rise = sentence.cues_in(max(start, quantity.start - 30), quantity.end + 2, "upgrade")
    return Value(value.unit, value.number) if rise else value


def _is_old(sentence: Sentence, quantity: Quantity) -> bool:
    return bool(_OLD.search(sentence.between(max(sentence.start, quantity.start - 12), quantity.start)))


def _is_of_some(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether it is the length of a test, or what tells one version of a model from others."""
    before = sentence.between(max(sentence.start, quantity.start - 24), quantity.start)
    tested = _AT.search(before) and _TESTED.match(sentence.text, quantity.end, sentence.end)
    certain = _CERTAIN.search(before)
    named = certain and any(m.end == quantity.start - len(certain[0]) for m in sentence.models)
    tested = tested or _ON_HARDWARE.match(sentence.text, quantity.end, sentence.end)
    return bool(tested or named or _BY_SETTING.search(_since_the_last(sentence, quantity)))


def _since_the_last(sentence: Sentence, quantity: Quantity) -> str:
    """The clause's words between the number before and this one."""
    low, _ = clause(sentence, quantity.start)
    ends = [q.end for q in sentence.quantities if q.end <= quantity.start]
    return sentence.between(max([low, *ends]), quantity.start)


def _counts_tokens(sentence: Sentence, quantity: Quantity) -> bool:
    number = quantity.value.number
    if number is None or number < _SMALLEST or _OTHER_UNIT.match(sentence.text, quantity.end):
        return False
    plain = quantity.kind is QuantityKind.PLAIN and number >= 1_000
    return quantity.kind is QuantityKind.TOKENS or (plain and (number % 1_000 == 0 or number % 1_024 == 0))


def _priced(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether it is what a price is for: "$3 for 1M tokens", "≤ 200K: $2"."""
    return any(
        (q.start < quantity.end and quantity.start < q.end) or _is_close(sentence, q, quantity)
        for q in sentence.quantities
        if q.kind is QuantityKind.MONEY
    )


def _is_close(sentence: Sentence, price: Quantity, quantity: Quantity) -> bool:
    """Whether less than a few words stand between, and no comma: "$4 output, context 256K" tells two things."""
    first, second = sorted((price, quantity), key=lambda q: q.start)
    gap = sentence.between(first.end, second.start)
    return len(gap) < 15 and not _APART.search(gap)


def _nearest(sentence: Sentence, quantity: Quantity) -> Cue | None:
    if own := sentence.cues_in(quantity.start, quantity.end, *_WINDOW):
        return own[0]  # "8K output tokens"
    start, end = clause(sentence, quantity.start)
    near = []
    for cue in sentence.cues_in(start, end, *_WINDOW):
        gap = quantity.start - cue.end if cue.end <= quantity.start else cue.start - quantity.end
        after = cue.start >= quantity.end
        opened = after and re.search(r"[(（]", sentence.between(quantity.end, cue.start))
        if opened and _OWN_NUMBER.match(sentence.text, cue.end, end):
            continue
        if 0 <= gap <= (_AFTER if after else _BEFORE) and not _between(sentence, quantity, cue):
            apart = _APART.search(sentence.between(quantity.end, cue.start)) if after else None
            near.append((gap - 4 * after + _BEFORE * bool(apart), cue))
    return min(near, key=lambda n: n[0])[1] if near else None


def _between(sentence: Sentence, quantity: Quantity, cue: Cue) -> bool:
    """Whether another number stands between the two."""
    low = min(quantity.end, cue.end)
    high = max(quantity.start, cue.start)
    return any(low <= q.start and q.end <= high for q in sentence.quantities)


def _attribute(sentence: Sentence, quantity: Quantity, cue: Cue) -> Attribute | None:
    number = quantity.value.number or 0
    attribute = _ATTRIBUTES[next(kind for kind in _ATTRIBUTES if kind in cue.kinds)]
    tokens = quantity.kind is QuantityKind.TOKENS
    if attribute is Attribute.TRAINING_TOKENS:
        named = _OF_TOKENS.search(sentence.between(cue.start, quantity.start))
        return attribute if (tokens or named) and number >= 1e9 else None
    if number > _LARGEST:
        return None
    if attribute is Attribute.CONTEXT_WINDOW:
        return attribute
    around = sentence.between(
        max(sentence.start, min(cue.start, quantity.start) - 16), max(cue.end, quantity.end)
    )
    labelled = cue.end <= quantity.start and _LABEL.fullmatch(sentence.between(cue.end, quantity.start))
    return attribute if (tokens or labelled) and _LIMIT.search(around) else None
