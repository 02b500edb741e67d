"""What the words around a name say of it: that it is a model, or that it is something else."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from corpus.names.candidates import Candidate
from corpus.names.introductions import Introductions

_AROUND = 120  # characters of a sentence that are looked at on each side
_NEAR = 60  # characters between a name and the word of release
_ABOUT_IT = 240  # characters behind a release in which the model's attributes may follow
_LED = 320  # characters behind a line that names a model
_BESIDE_NUMBER = 30
_SENTENCE_END = re.compile(r"[。！？\n]|[.!?] ")
_PARAGRAPH_END = re.compile(r"\n\s{0,20}\n(?![ \t]{0,8}[-*+•・] )")  # a list belongs to what stands above it
_MODEL_BEHIND = re.compile(
    r" ?[」』》”\"*]{0,2} ?(?:系列的?|シリーズの?|시리즈 )?(?:[a-z\-]{2,14} ){0,2}?(?:models?\b|LLMs?\b|language model|大?模型|モデル|모델)",
    re.I,
)
_MODEL_BEFORE = re.compile(r"(?:\bmodels?,? (?:called |named )?|模型|モデル|모델) ?[「『《“\"*]{0,2}\Z", re.I)
_THE_MODEL = re.compile(
    r"\b(?:the|this|an?|its) (?:[a-z\-]{2,14} ){0,3}model\b|(?:该|該|这款|此|两款|三款)?模型|モデル|모델",
    re.I,
)
_LEAD = re.compile(r"[ \t]{0,12}(?:#{1,6} |[-*+•·] |\d{1,2}[.)、] ?)?(?:\*\*|__|`|「){0,2}\Z")
_LED_END = re.compile(
    r"(?:[ \-][A-Za-z]{1,12}| ?\d{1,3}[BbTt]|系列|シリーズ| 시리즈){0,3}(?:\*\*|__|`|」){0,2} ?(?:[:：—–|（(]|- |\n|\Z)"
)
_APPOSITIVE = re.compile(r"[」』》”\"*]{0,2} ?(?:,|，|、|[(（—–-]|is\b|was\b|是|为|は)?[^.。\n;；，]{0,48}")
_MODEL = re.compile(r"model|LLM|模型|モデル|모델", re.I)
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The text, what finds the next name behind one, the last before it, and whether a benchmark stands
    between two places, and the text's words in lower case."""

    text: str
    words: Introductions
    next_name: Callable[[Candidate], int]
    last_name: Callable[[Candidate], int]
    scored: Callable[[int, int], bool]
    ordinary: frozenset[str]


def is_called_a_model(around: Surroundings, item: Candidate) -> bool:
    """As in "the X 2 model" and "模型「X 2」"."""
    before = around.text[max(0, item.start - 20) : item.start]
    return bool(_MODEL_BEHIND.match(around.text, item.end) or _MODEL_BEFORE.search(before))


def is_something_else(around: Surroundings, item: Candidate) -> bool:
    """As in "X 2, an open-source framework" and "the X 2 chip"."""
    start = max(0, item.start - 16)
    other = around.words.other
    before = list(other.finditer(around.text, start, item.start))
    if before and around.text[before[-1].end() : item.start].strip(' 「『“"*') == "":
        return True
    behind = _APPOSITIVE.match(around.text, item.end)
    if behind is None:
        return False
    direct = other.match(behind[0].lstrip(' 」』”"*'))
    if direct:
        return True
    opened = re.match(r"[」』》”\"* ]{0,3}(?:,|，|[(（—–]|- |is\b|was\b|是|は)", behind[0])
    named = other.search(behind[0]) if opened else None
    return named is not None and not _MODEL.search(behind[0][: named.end() + 12])


def is_released(around: Surroundings, item: Candidate) -> bool:
    """Whether a word of release and one of models stand in its sentence, or its attributes follow."""
    before, after = _sentence(around, item)
    if around.words.used.search(before):
        return False
    near = before[-_NEAR:] + " " + after[:_NEAR]
    if not around.words.release.search(near):
        return False
    if around.words.model.search(before + " " + after):
        return True
    stop = min(item.end + _ABOUT_IT, around.next_name(item))
    following = _PARAGRAPH_END.split(around.text[item.end : stop], maxsplit=1)[0]
    other = around.words.other.search(following)
    following = following[: other.start()] if other else following
    return bool(_THE_MODEL.search(following)) or _states(around, following)


def has_attributes(around: Surroundings, item: Candidate) -> bool:
    """Whether its own sentence states an attribute with its number, and no other name stands between."""
    before, after = _sentence(around, item)
    if around.words.used.search(before):
        return False
    after = after[: max(0, around.next_name(item) - item.end)]
    before = (
        before[-max(0, item.start - around.last_name(item)) :] if item.start > around.last_name(item) else ""
    )
    if _states(around, after) or (_states(around, before + "  " + after) and _DIGIT.search(before + after)):
        return True
    first, last = item.start - len(before), item.end + len(after)
    return around.scored(first, last) and bool(
        re.search(r"\d[\d.]{1,5} ?[%％分点]|(?:scor|reach|得分|达到|記録)", after)
    )


def leads(around: Surroundings, item: Candidate) -> bool:
    """Whether it stands by itself in a heading, a bullet or a line, and attributes follow."""
    if not is_led(around, item) or not _LED_END.match(around.text, item.end):
        return False
    following = around.text[item.end : min(item.end + _LED, around.next_name(item))]
    return _states(around, following)


def is_led(around: Surroundings, item: Candidate) -> bool:
    """Whether nothing but a bullet's or a heading's marks stand before it on its line."""
    line = around.text[max(around.text.rfind("\n", 0, item.start) + 1, item.start - 40) : item.start]
    return _LEAD.fullmatch(line) is not None


def _sentence(around: Surroundings, item: Candidate) -> tuple[str, str]:
    before = _SENTENCE_END.split(around.text[max(0, item.start - _AROUND) : item.start])[-1]
    after = _SENTENCE_END.split(around.text[item.end : item.end + _AROUND], maxsplit=1)[0]
    return before, after


def _states(around: Surroundings, words: str) -> bool:
    """Whether an attribute stands beside a number."""
    return any(
        _DIGIT.search(words, max(0, hit.start() - _BESIDE_NUMBER), hit.end() + _BESIDE_NUMBER)
        for hit in around.words.attribute.finditer(words)
    )
