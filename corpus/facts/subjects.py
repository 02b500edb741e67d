"""Of which model a sentence speaks at a place, as far as its own words tell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.facts.compared import hangs_on_another, is_compared, is_likened_behind
from corpus.facts.drafts import clause, phrase
from corpus.facts.scan import Sentence
from corpus.facts.types import Span
from corpus.names.types import Mention, Model

_JOINT = re.compile(
    r"[\s*`」』”\"]*(?:,|，|、|/|&|\+|,?\s*\b(?:and|or)\b|和|与|與|及|以及|、以及|と|や|および|및|과|와)[\s*`「『“\"]*(?:the\s)?"
)
_OWNED = re.compile(r"^\s?(?:['’]s\s|的|の)?\s?")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,300}>|\]\([^()\s]{0,300}\)|\[")
# "the new GPT-4-32k, which provides GPT-4 with a longer window"
_MEMBERS = re.compile(
    r"[\s*`]{0,4}(?:family|series|models?|line-?up|系列|家族|シリーズ|시리즈)?(?:模型|モデル)?[\s*`]{0,3}"
    r"(?:[(（—–]|\s?[,，(（]?\s?(?:which\s)?(?:including|includes?|comprises?|consists\sof|comes\s(?:as|in)|包括|包含|分为|分為|涵盖|涵蓋)了?)"
    r"[\s*`「]{0,3}(?:the\s)?",
    re.IGNORECASE,
)
_PROVIDED = re.compile(
    r"\b(?:which|that)\s(?:provides|offers|gives|brings|serves|extends|is|was)\s(?:the\s|a\s|an\s)?$"
)
_CONTRAST = re.compile(
    r"而(?!且|是|言|来|後|后|成)|但|相比之下|\b(?:while|whereas|but|unlike|however)\b|一方|반면|ただし",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[^()（）]{0,8}[(（][^()（）]{0,40}")
_MANY = re.compile(
    r"\b(?:most|many|other|some|current|typical|older|competing|rival|specific|certain|selected|paid|across\sall|several)\s(?:[\w.-]{1,20}\s){0,3}"
    r"(?:models|windows|LLMs|plans|users|tiers|systems|developers|customers)\b"
    r"|(?:多数|多數|许多|許多|其他|其它|一般|主流|同类|同類|传统|傳統|常见|常見|付费|付費)[^，。；,;]{0,8}(?:模型|产品|產品|方案|用户|用戶|套餐)"
    r"|(?:多くの|他の|一般的な)[^、。]{0,8}モデル|(?:대부분의|다른|많은|일반적인)\s[^,.]{0,8}모델",
    re.IGNORECASE,
)
_ANY_ONE = re.compile(r"[\s>*\-+•_]{0,8}(?:A|An|Any|Every)\s")
_KIND = re.compile(
    r"[\s-]{0,2}(?:tokens?[\s-])?(?:context|parameter)?[\s-]{0,2}(?:models|windows)\b", re.IGNORECASE
)
_KIND_ZH = re.compile(r"(?:参数|參數|上下文)?(?:级别?|級別?|规模|規模)?的?模型")
_OPENING = re.compile(r"[\s>*\-+•●◦#\d.、)）`_\[]{0,12}")
_TITLE_END = re.compile(r"[\s*`_]{0,4}(?:\]\([^()\s]{1,300}\))?[\s*`_]{0,4}[:：]")
_TITLED = re.compile(r"[:：]")  # "X and Y: records, and $40 per million tokens of output"
_AND = re.compile(r"/|&|\band\b|和|与|與|及|と|및|과|와", re.IGNORECASE)
_ALL = re.compile(r"\b(?:both|each|all|every)\b|均|都|皆|全部|どちらも|いずれも|모두|둘 다", re.IGNORECASE)
_OF_WHAT_FOLLOWS = re.compile(
    r"[\s*`)]{0,4}(?:for|by|of|from|in|with|on)\s(?:the\s)?(?:[A-Z][\w.]*(?:['’]s)?\s)?$"
)
RESPECTIVELY = re.compile(r"\brespectively\b|分别|分別|それぞれ|각각", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Subject:
    """The model that something is said of; `span` is where it is named, None where the sentence itself
    names it."""

    model: Model
    span: Span | None = None


def _is_root(sentence: Sentence, mention: Mention) -> bool:
    """Whether it is only what another model of its family is made of, which the sentence is about: "X-128k: the
    window of X goes up to 128K"."""
    first = sentence.models[0]
    if not first.model.versioned or first.end > mention.start or not is_longer(first.model, mention.model):
        return False
    if _PROVIDED.search(sentence.between(max(sentence.start, mention.start - 24), mention.start)):
        return True
    title = _OPENING.fullmatch(sentence.between(sentence.start, min(first.start, sentence.start + 40)))
    return bool(title and _TITLE_END.match(sentence.text, first.end, sentence.end))


def is_longer(model: Model, root: Model) -> bool:
    """Whether a model's name is another one's with more behind it."""
    own, other = (set(key.partition("|")[2].split()) for key in (model.key, root.key))
    return model.family == root.family and other < own


def unmarked(words: str) -> str:
    """Returns words without HTML tags and where their links lead."""
    return _MARKUP.sub("", words)


def topics(sentence: Sentence) -> list[Mention]:
    """Returns the models that the sentence speaks of, not those that others are only compared with."""
    kept: list[Mention] = []
    before: Mention | None = None
    before_compared = False
    for mention in sentence.models:
        joined = before is not None and _joined(sentence, before, mention)
        joined = joined and not _opens_main_clause(sentence, before, mention)
        compared = (
            (joined and before_compared) or is_compared(sentence, mention) or _is_root(sentence, mention)
        )
        if joined and compared and not before_compared and is_likened_behind(sentence, mention):
            kept = kept[:-1]  # "XやYと同様に"
        if mention.model.versioned and not compared:
            kept.append(mention)
        before, before_compared = mention, compared
    return kept


def _opens_main_clause(sentence: Sentence, before: Mention | None, mention: Mention) -> bool:
    """Whether a comma ends "compared with X" or "unlike X" at the sentence's start, and no further model is listed."""
    if before is None or sentence.between(before.end, mention.start).strip(" *`") not in (",", "，"):
        return False
    cue = next(iter(sentence.cues_in(sentence.start, before.start, "than")), None)
    following = next((m for m in sentence.models if m.start >= mention.end), None)
    return (
        cue is not None
        and cue.start - sentence.start <= 4
        and not (following and _joined(sentence, mention, following))
    )


def groups(sentence: Sentence, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Puts mentions together that a list joins: "Opus 4 and Sonnet 4"."""
    grouped: list[list[Mention]] = []
    for mention in mentions:
        if grouped and _joined(sentence, grouped[-1][-1], mention):
            grouped[-1].append(mention)
        else:
            grouped.append([mention])
    return grouped


def subjects_at(
    sentence: Sentence, start: int, end: int, context: Subject | None, alone: bool = False
) -> tuple[Subject, ...]:
    """Returns the models that a value at ``text[start:end]`` is stated of: most often one, several where the
    sentence says "both", or where the value is the only one of its kind (`alone`) behind a list of models; none where
    that is not certain. `context` is the subject that holds before the sentence."""
    own = groups(sentence, topics(sentence))
    if not any(group[0].start < start for group in own) and _is_rivals(sentence, start):
        return ()
    before = [group for group in own if group[0].start < start]
    if following := _named_behind(sentence, end, own):
        return (Subject(following.model),)
    if before and hangs_on_another(sentence, before[-1][0]):
        return ()
    if before:
        return _of_group(sentence, before[-1], start, alone)
    if context is not None:
        low, high = clause(sentence, start)
        beside = [mention for group in own for mention in group if low <= mention.start < high]
        named = not _is_said_of_it(sentence, start) and any(
            mention.model.key != context.model.key and not _in_brackets(sentence, end, mention)
            for mention in beside
        )
        other = named or _speaks_of_another(sentence, context) or _is_of_many(sentence, start, end)
        return () if other else (context,)
    models = {mention.model.key: mention.model for group in own for mention in group}
    if (
        len(models) != 1
        or own[0][0].start >= clause(sentence, start)[1]
        or _CONTRAST.search(sentence.between(end, own[0][0].start))
    ):
        return ()
    return (Subject(next(iter(models.values()))),)


def _in_brackets(sentence: Sentence, end: int, mention: Mention) -> bool:
    """Whether brackets behind a value hold a model: "84.2% (GPT-5.2: 80.0%)"."""
    return mention.start >= end and _BRACKETED.fullmatch(sentence.between(end, mention.start)) is not None


def _is_said_of_it(sentence: Sentence, at: int) -> bool:
    """Whether a pronoun before a value says that it is the subject's, whatever comes next: "它拿下78分，X则是86分"."""
    low, _ = phrase(sentence, at)
    told = [
        cue for cue in sentence.cues_in(low, at, "pronoun") if sentence.between(cue.start, cue.end) != "其"
    ]
    return bool(told) and not any(low <= mention.start < at for mention in sentence.models)


def _speaks_of_another(sentence: Sentence, context: Subject) -> bool:
    """Whether the sentence names another family as a whole, so that what held before may not hold here."""
    named = [m for m in sentence.models if not m.model.versioned and not is_compared(sentence, m)]
    return any(mention.model.family != context.model.family for mention in named)


def _is_rivals(sentence: Sentence, at: int) -> bool:
    """Whether only models that another one is compared with are named before a value: "Unlike X, which has 1M, …"."""
    return any(mention.model.versioned and mention.end <= at for mention in sentence.models)


def _is_of_many(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a value is said of models, plans or users at large: "Most 128K-context models degrade"."""
    return bool(
        _MANY.search(sentence.text, sentence.start, end)
        or _ANY_ONE.fullmatch(sentence.between(sentence.start, start))
        or _KIND.match(sentence.text, end, sentence.end)
        or _KIND_ZH.match(sentence.text, end, sentence.end)
    )


def only(mentions: Sequence[Mention]) -> Model | None:
    """Returns the one model that all mentions name, None where they name several or none."""
    models = {mention.model.key: mention.model for mention in mentions}
    return next(iter(models.values())) if len(models) == 1 else None


def _of_group(sentence: Sentence, group: Sequence[Mention], at: int, alone: bool) -> tuple[Subject, ...]:
    models = {mention.model.key: mention.model for mention in group}
    begin = max(sentence.start, group[0].start - 12)
    alone = alone and not _TITLED.search(sentence.between(group[-1].end, max(at, group[-1].end)))
    if len(models) == 1 or (alone and _is_pair(sentence, group)) or _ALL.search(sentence.text, begin, at):
        return tuple(Subject(model) for model in models.values())
    return ()


def _is_pair(sentence: Sentence, group: Sequence[Mention]) -> bool:
    """Whether "and" or a slash joins the last of a list, which a comma alone may not."""
    return bool(_AND.search(sentence.between(group[-2].end, group[-1].start)))


def _named_behind(sentence: Sentence, end: int, own: Sequence[Sequence[Mention]]) -> Mention | None:
    """As in "72.5% for Opus 4": the model that a preposition hangs on the value."""
    for group in own:
        if group[0].start >= end:
            gap = sentence.between(end, group[0].start)
            return group[0] if len(gap) < 30 and len(group) == 1 and _OF_WHAT_FOLLOWS.fullmatch(gap) else None
    return None


def _joined(sentence: Sentence, first: Mention, second: Mention) -> bool:
    if second.start - first.end > 400:
        return False
    gap = sentence.between(first.end, second.start)
    makers = [o for o in sentence.organisations if first.end <= o.start and o.end <= second.start]
    for maker in reversed(makers):  # "GLM-5、MiniMax的M2.5"
        gap = gap[: maker.start - first.end] + _OWNED.sub("", gap[maker.end - first.end :], count=1)
    gap = unmarked(gap)
    if _MEMBERS.fullmatch(gap) and is_longer(second.model, first.model):
        return True
    return len(gap) <= 40 and _JOINT.fullmatch(gap) is not None
