"""How many parameters a model has in all, how many of them are active, and how many experts."""

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.facts.drafts import Draft, clause
from corpus.facts.quantity_types import Quantity, QuantityKind
from corpus.facts.scan import Sentence
from corpus.facts.types import Attribute, Bound, Unit

_SMALLEST = 1_000_000
_MOST = 2  # sizes that a sentence tells of as many models; of more, it lists a family's
_SIZE_OF = re.compile(
    r"[\s*`-]{0,3}(?:dense|moe|model|parameter|param|total|active|sparse|LLM|参数|參數|模型|モデル|모델|규모|MoE)",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\s{0,2}(?:active|activated|激活|per token|shared|共享|routed|路由|selected|활성)", re.IGNORECASE
)
_ACTIVE_BEHIND = re.compile(
    r"[\s*`(（]{0,3}(?:params?\s|parameters\s|of\s(?:them|which)\s|参数|參數)?[\s(（]{0,2}(?:are\s|is\s)?"
    r"(?:개)?(?:가|이|는|が|は)?\s?(?:만\s)?(?:active|activated|激活|的?激活|活跃|アクティブ|활성)(?![^,，;；。\d\n]{0,8}\d)",
    re.IGNORECASE,
)
_ACTIVE_BEFORE = re.compile(
    r"(?:active|activated|activates|activating|激活|激活参数|激活參數|啟用|活跃|アクティブ|活性化?|활성화?)"
    r"(?:\s{0,2}(?:parameters?|params?|about|only|around|为|為|约|約|仅|僅|了|参数|參數|量|数|數|パラメータ|파라미터|는|は|が|[:：~≈-])){0,4}\s{0,2}$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(?:\bfrom|\bbetween|从|從|由)\s{0,2}$", re.IGNORECASE)  # of a family's sizes

# "outperforms many 7B models": other models' size
_OTHERS = re.compile(
    r"(?:than|outperform\w{0,3}|surpass\w{0,3}|beat\w{0,3}|match\w{0,3}|rival\w{0,3}|versus|vs\.?|many|other|most|several|various|超越了?|多个|多個|多款|媲美|比肩|优于|優於|对标|众多|眾多|其他|同级|同級|上回る|능가)"
    r"(?:\s?(?:many|most|other|some|all|the|larger|existing|众多|眾多|其他|许多|的)){0,3}[\s*]{0,2}$",
    re.IGNORECASE,
)
# "over 70B models", but not "over 1T parameters"
_MORE = re.compile(r"(?:\bover|超过|超過)\s{0,2}$", re.IGNORECASE)
_CROSSED = re.compile(
    r"(?:跨过|跨過|迈过|邁過|突破|越过|越過|\b(?:cross|break|pass)(?:es|ed|ing)?(?:\sthe)?)了?\s{0,2}$",
    re.IGNORECASE,
)
_CLASS = re.compile(
    r"[^,，。.、;；\d]{0,12}(?:이하|미만|以下|未満|未满|\bor\s(?:less|smaller|fewer|under)\b)", re.IGNORECASE
)
_MODELS = re.compile(r"[\s-]{0,2}(?:parameter\s|参数)?(?:级别?|級別?)?的?(?:models\b|模型)", re.IGNORECASE)
# "The 405B model can …": which one of a family is meant
_ONE_OF = re.compile(r"\b(?:the|its|their|our|a)\s(?:new\s|larger\s|smaller\s)?$", re.IGNORECASE)
_OF_FAMILY = re.compile(
    r"(?:\b(?:family|series|line-?up)\b|系列|家族)[^.;。；]{0,24}(?:top|up\sto|largest|rang|最大|最高|至)[^.;。；]{0,12}$"
)
# "压缩至7B": what became of something else, or what it was made from
_MADE_SMALLER = re.compile(
    r"压缩|壓縮|蒸馏|蒸餾|剪枝|圧縮|蒸留|압축|증류|\b(?:distil|compress|prun)", re.IGNORECASE
)
# "GLM-9の軽量モデル（3B）": one member of a family
_MEMBER = re.compile(
    r"(?:의|の)?\s?[^\s()（）,、，]{1,12}\s?(?:모델|モデル|version|variant|edition)\s?[(（][^()（）]{0,12}$"
)
_WITH = re.compile(r"\s{0,2}(?:and|和|与|與|及|、|と|및|와|과)\s{0,2}", re.IGNORECASE)
_SAID_OF = re.compile(r"[*`\"”]{0,3}(?:,|\sis|\swas)\s$")
_ITSELF = re.compile(
    r"[\s-]{1,2}(?:model|version|variant|one|parameter\s(?:model|version|variant))\b", re.IGNORECASE
)


def parameters(sentence: Sentence) -> Iterator[Draft]:
    """Yields totals, active parameters and experts. Several totals in one sentence ("7B, 13B and 34B") are a
    family's sizes and no single model's: they are left out."""
    counted = [_counted(sentence, q) for q in sentence.quantities]
    found = [(q, _attribute(sentence, q)) for q in counted]
    totals = [
        q
        for q, attribute in found
        if attribute is Attribute.PARAMETERS_TOTAL
        or (attribute is None and q.kind is QuantityKind.PARAMETERS)
    ]
    experts = [q for q, attribute in found if attribute is Attribute.EXPERTS]
    for quantity, attribute in found:
        if attribute is Attribute.EXPERTS and len(experts) > 1:
            continue  # routed ones and shared ones, or those that are active
        if attribute is None or (attribute is Attribute.PARAMETERS_TOTAL and _is_list(sentence, totals)):
            continue
        yield Draft(attribute, quantity.value, quantity.start, quantity.end)


def _counted(sentence: Sentence, quantity: Quantity) -> Quantity:
    """The "3 billion" of "24 billion parameters, of which 3 billion are active" are parameters too."""
    plain = quantity.kind is QuantityKind.PLAIN and (quantity.value.number or 0) >= _SMALLEST
    if not plain or not _is_active(sentence, quantity):
        return quantity
    before = [q for q in sentence.quantities if q.end <= quantity.start]
    if not any(q.kind is QuantityKind.PARAMETERS for q in before):
        return quantity
    return replace(
        quantity, kind=QuantityKind.PARAMETERS, value=replace(quantity.value, unit=Unit.PARAMETERS)
    )


def _attribute(sentence: Sentence, quantity: Quantity) -> Attribute | None:
    if quantity.kind is QuantityKind.EXPERTS:
        return (
            None
            if _PART.match(sentence.text, quantity.end) or _is_part(sentence, quantity)
            else Attribute.EXPERTS
        )
    if quantity.kind is not QuantityKind.PARAMETERS or (quantity.value.number or 0) < _SMALLEST:
        return None
    if _is_active(sentence, quantity):
        return None if _is_joined(sentence, quantity) else Attribute.PARAMETERS_ACTIVE
    before = sentence.between(max(sentence.start, quantity.start - 24), quantity.start)
    if (
        _RANGE.search(before)
        or _OTHERS.search(before)
        or (_MORE.search(before) and _MODELS.match(sentence.text, quantity.end))
        or quantity.value.bound is Bound.RANGE
        or quantity.value.bound is Bound.AT_MOST  # of a family, or of a class
        or _CLASS.match(sentence.text, quantity.end)
        or _CROSSED.search(before)
    ):
        return None
    if _OF_FAMILY.search(sentence.between(max(sentence.start, quantity.start - 60), quantity.start)):
        return None
    if _ITSELF.match(sentence.text, quantity.end) and _is_one_of(sentence, quantity):
        return None
    if _may_be_a_part(sentence, quantity):
        return None
    return Attribute.PARAMETERS_TOTAL if _is_size(sentence, quantity) else None


def _may_be_a_part(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether its clause speaks of making models smaller, or of active parameters before it and no number of
    theirs: "激活参数减少至18B"."""
    low, high = clause(sentence, quantity.start)
    floor = max([low, *(q.end for q in sentence.quantities if q.end <= quantity.start)])
    active = sentence.cues_in(floor, quantity.start, "active")
    named = max([low, *(m.end for m in sentence.models if m.end <= quantity.start)])
    if active or _MEMBER.fullmatch(sentence.between(named, quantity.start)):
        return True
    return _MADE_SMALLER.search(sentence.text, low, high) is not None


def _is_one_of(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether one model of several is meant; not in "GLM-5, a 744B-parameter model", which is said of that one."""
    start = max(sentence.start, quantity.start - 24)
    one = _ONE_OF.search(sentence.between(start, quantity.start))
    if one is None:
        return False
    at = start + one.start()
    said = _SAID_OF.search(sentence.between(max(sentence.start, at - 12), at))
    return not (said and any(m.end == max(sentence.start, at - 12) + said.start() for m in sentence.models))


def _is_joined(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether it is the last of several, as in "47B和3B激活参数"."""
    before = [q for q in sentence.quantities if q.end <= quantity.start]
    if not before or sentence.cues_in(before[-1].start, before[-1].end, "parameters", "total"):
        return False
    return _WITH.fullmatch(sentence.between(before[-1].end, quantity.start)) is not None


def _is_part(sentence: Sentence, quantity: Quantity) -> bool:
    return bool(
        _ACTIVE_BEFORE.search(sentence.between(max(sentence.start, quantity.start - 40), quantity.start))
    )


def _is_active(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the words on either side say so, or the quantity's own ("17B active parameters")."""
    behind = _ACTIVE_BEHIND.match(sentence.text, quantity.end)
    own = sentence.cues_in(quantity.start, quantity.end, "active")
    return bool(behind or own) or _is_part(sentence, quantity)


def _is_size(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a size is meant: "671B" alone says nothing, a word for parameters stands in it, close to it, or earlier in the clause."""
    start, end = clause(sentence, quantity.start)
    words = sentence.cues_in(
        max(start, quantity.start - 40), min(end, quantity.end + 24), "parameters", "total"
    )
    return bool(words) or bool(_SIZE_OF.match(sentence.text, quantity.end))


def _is_list(sentence: Sentence, totals: list[Quantity]) -> bool:
    numbers = {q.value.number for q in totals}
    return len(numbers) > 1 and (len(sentence.models) < len(numbers) or len(numbers) > _MOST)
