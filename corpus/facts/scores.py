"""Scores on benchmarks: which number belongs to which benchmark."""

import re
from collections.abc import Iterator

from corpus.facts.drafts import Draft
from corpus.facts.quantity_types import Quantity, QuantityKind
from corpus.facts.scan import Sentence
from corpus.facts.subjects import RESPECTIVELY
from corpus.facts.types import Attribute, Bound, Unit, Value
from corpus.names.types import BenchmarkMention, Mention, Model

_ON = re.compile(
    r"[\s*`(（]{0,4}(?:score\s|accuracy\s|pass\srate\s|points\s|分)?(?:on|in|at|for|under|of)\s(?:the\s|its\s)?"
    r"(?:(?:[\w-]{2,24}\s){0,4}(?:benchmarks?|tests?|suites?|exams?|leaderboards?|evaluations?)\s)?[\s*`(（]{0,3}",
    re.IGNORECASE,
)
_AND = re.compile(r"\s{0,2}(?:,|，|、|and|和|与|,\sand)\s{0,2}")
_TURN = re.compile(
    r"\b(?:but|however|whereas|while|although|yet)\b|但|却|然而|而(?!是)|しかし|하지만", re.IGNORECASE
)
_FOR = re.compile(r"\s(?:for|by|from|of)\s(?:the\s)?")
_OWN = re.compile(
    r"(?:['’]s|的|の|의)?[\s(（]{0,2}(?:则是|則是|是|为|為|则为|則為|达到|達到|拿到|拿下了?|取得了?|得到|获得|獲得|录得|錄得|跑出|考了|得分|得分为|at|with|gets|got|scored|scores|reached|reaches|は|が)?\s{0,2}"
)
_FAR = 70  # characters between a benchmark and its score
_STOP = re.compile(r"[;；。!?！？\n]|\.\s")
_PLAIN_GAP = re.compile(
    r"[\s*`\"”」)）(（]{0,6}(?:上|中|里|裡|测试中|測試中|で(?:は|の)?|における)?[,，、\s]{0,2}(?:它|其|该模型|該模型|the model|it)?[\s]{0,2}"
    r"(?:[:：=|]|→|is|was|of|at|score[sd]?(?:\sof)?|为|為|(?:得分|分数|分數|成绩|成績|スコア|点数)?(?:则|則)?(?:为|為|是|は|が|达|達)?|(?:则|則)?(?:達到|达到|达|達|拿到|拿下|取得|得到|获得|獲得|录得|錄得|跑出|考了|得)了?|[,，]?)[\s*`(（]{0,4}"
    r"(?:得分|分数|score\sof|pass@1)?[\s:：]{0,3}",
    re.IGNORECASE,
)
_DIFFERENCE = re.compile(
    r"(?:\bby|\bwithin|比[^，。,;；]{1,24}(?:快了?|慢了?|便宜了?)|\bimprov\w{1,6}|\bgain\w{0,2}(?:\sof)?|increase\w?(?:\sof)?|[+＋]|more|提升了?|提高了?|提升\s?\*{0,2}|改善|增长了?|增長|上升了?|涨了?|下降了?|降低了?"
    r"|领先|領先|高出|低了|差距)[\s*]{0,4}(?:约|約|about|around|nearly|over|up\sto|近|超过|達|达)?\s{0,2}$",
    re.IGNORECASE,
)
_DIFFERENCE_BEHIND = re.compile(
    r"\s{0,2}(?:-?\s?shots?\b|percentage\spoints?|pp\b|points?\s(?:higher|lower|more|better|above|ahead)|个百分点|個百分點|ポイント|higher|lower|better|faster"
    r"|improvement|increase|以上の?向上|の?向上|의?\s?향상|的?提升|(?:of|的)\s?(?:the\s)?(?:users|tasks|cases|用户|任务))",
    re.IGNORECASE,
)
# "the first to break 80%"
_THRESHOLD = re.compile(
    r"(?:\b(?:break|broke|breaks|breaking|cross|crosses|crossed|crossing)(?:\sthrough)?(?:\sthe)?|突破了?)[\s*]{0,3}$",
    re.IGNORECASE,
)
# "93.4% and 92.7% in AIME 2024 and 2025": the second benchmark is named in part
_NAMED_IN_PART = re.compile(r"\s?(?:,|and|&|/|、|和|与|與|及|と|와|과)\s?(?:20\d\d|v\d)(?!\d)")
_OLD = re.compile(r"(?:from|从|從|由|was)\s{0,2}$", re.IGNORECASE)
_OLD_BEHIND = re.compile(r"\s{0,2}(?:→|->|➔|⇒|から)\s{0,2}[~约約]?\d")


def scores(sentence: Sentence) -> Iterator[Draft]:
    """Yields a score for each number that stands with a benchmark; a difference ("improved by 12 %") and the
    old value of "from 49 to 57" are none."""
    taken: set[int] = set()
    for quantity in sentence.quantities:
        if not _is_score(sentence, quantity):
            continue
        benchmark = _behind(sentence, quantity) or _before(sentence, quantity, taken)
        models: tuple[Model, ...] = ()
        if benchmark is None and (owned := _owned(sentence, quantity)):
            benchmark, models = owned[0], (owned[1],)
        if benchmark is None or _NAMED_IN_PART.match(sentence.text, benchmark.end, sentence.end):
            continue
        taken.add(benchmark.start)
        start, end = quantity.start, quantity.end
        yield Draft(Attribute.BENCHMARK, _value(quantity), start, end, models, benchmark.benchmark)


def _is_score(sentence: Sentence, quantity: Quantity) -> bool:
    number = quantity.value.number
    if number is None or quantity.kind not in (QuantityKind.PERCENT, QuantityKind.PLAIN):
        return False
    before = sentence.between(max(sentence.start, quantity.start - 30), quantity.start)
    if _THRESHOLD.search(before):
        return False
    if _DIFFERENCE.search(before) or _DIFFERENCE_BEHIND.match(sentence.text, quantity.end):
        return False
    if quantity.value.bound is not Bound.RANGE and _old_value(sentence, quantity):
        return False
    return 0 <= number <= (100 if quantity.kind is QuantityKind.PERCENT else 5_000)


def _behind(sentence: Sentence, quantity: Quantity) -> BenchmarkMention | None:
    """As in "71.7% on SWE-bench" and "71.7% and 72% on SWE-bench respectively"."""
    following = next((b for b in sentence.benchmarks if b.start >= quantity.end), None)
    if following is None:
        return None
    end = quantity.end
    if RESPECTIVELY.search(sentence.text, sentence.start, sentence.end):
        for other in (q for q in sentence.quantities if quantity.end <= q.start < following.start):
            end = other.end if _AND.fullmatch(sentence.between(end, other.start)) else end
    return following if _ON.fullmatch(sentence.between(end, following.start)) else None


def _owned(sentence: Sentence, quantity: Quantity) -> tuple[BenchmarkMention, Model] | None:
    """As in "SWE-bench Verified reached 80.9%, against 61.9% for GPT-5" and "JMMLUで84.1%…、Hibari 3の81.7%": the
    number that a further model is named with, on the benchmark that the sentence speaks of."""
    preceding = [b for b in sentence.benchmarks if b.end <= quantity.start]
    owner = _owner(sentence, quantity)
    if not preceding or owner is None or owner.start < preceding[-1].end:
        return None
    gap = sentence.between(preceding[-1].end, quantity.start)
    one = len({b.benchmark for b in preceding}) == 1
    return (preceding[-1], owner.model) if one and len(gap) <= 2 * _FAR and not _STOP.search(gap) else None


def _owner(sentence: Sentence, quantity: Quantity) -> Mention | None:
    for mention in sentence.models:
        behind = sentence.between(quantity.end, mention.start) if quantity.end <= mention.start else ""
        ahead = sentence.between(mention.end, quantity.start) if mention.end <= quantity.start else ""
        named = (behind and _FOR.fullmatch(behind)) or (ahead and _OWN.fullmatch(ahead))
        if named and mention.model.versioned:
            return mention
    return None


def _before(sentence: Sentence, quantity: Quantity, taken: set[int]) -> BenchmarkMention | None:
    """As in "SWE-bench Verified reached 80.9%": the nearest one before, which has no other number yet."""
    preceding = [b for b in sentence.benchmarks if b.end <= quantity.start]
    if not preceding or preceding[-1].start in taken:
        return None
    gap = sentence.between(preceding[-1].end, quantity.start)
    if len(gap) > _FAR or _STOP.search(gap) or _TURN.search(gap):
        return None
    if quantity.kind is QuantityKind.PLAIN and not _PLAIN_GAP.fullmatch(gap):
        return None
    others = [q for q in sentence.quantities if preceding[-1].end <= q.start < quantity.start]
    return preceding[-1] if all(_old_value(sentence, q) for q in others) else None


def _old_value(sentence: Sentence, quantity: Quantity) -> bool:
    before = sentence.between(max(sentence.start, quantity.start - 8), quantity.start)
    return bool(_OLD.search(before) or _OLD_BEHIND.match(sentence.text, quantity.end))


def _value(quantity: Quantity) -> Value:
    """In a range ("from 49.2% to 57.6%") the end is what was reached."""
    value = quantity.value
    bound = Bound.EXACTLY if value.bound is Bound.RANGE else value.bound
    unit = Unit.PERCENT if quantity.kind is QuantityKind.PERCENT else Unit.POINTS
    return Value(unit, value.number, None, bound)
