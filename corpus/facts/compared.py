"""Which models of a sentence others are only compared with, or hung on."""

import re

from corpus.facts.drafts import clause
from corpus.facts.scan import Sentence
from corpus.names.types import Mention

_PLAIN_GAP = re.compile(r"[^,，;；:：。()（）\n]{0,24}")
_COMPARED_BEHIND = re.compile(
    r"[\s*`」』”]{0,4}(?:的?\s?[\d.]{1,6}\s?倍|的?\s?\d{1,2}/\d{1,3}|相比|相较|相較|持平|之後|之后|以后|以後|相当|相當|的?水平|的?基础|的?基礎|不相上下|级别|級別|기반|をベースに|ベースの|を基に|から約?[\d.]|超え|並み|と同様|と同じ|に比べ|より|と同等|を上回|を超え|보다|대비|수준"
    r"|の?\s?[\d.]{1,8}\s?(?:%|％|点|ポイント)?\s?(?:を上回|を超え|より|に対し|に比べ)|의\s?[\d.]{1,8}\s?(?:%|점)?\s?(?:보다|를|을\s?(?:능가|넘)))"
)
_PART_OF = re.compile(
    r"(?:\d/\d{1,3}(?:th)?|half|third|quarter|tenth|fraction|%|times|points?)\s(?:of|that\sof)\s(?:the\s\w{1,12}\sof\s)?$",
    re.IGNORECASE,
)
_VARIANT_OF = re.compile(
    r"\b(?:version|variant|size|member|sibling|counterpart)s?\s(?:of|in)\s(?:the\s)?$", re.IGNORECASE
)
_OUTDONE = re.compile(
    r"\b(?:doubl|tripl|quadrupl|halv|exceed|extend|expand|twice|double|triple|improv)\w{0,4}\s(?:on\s)?(?:the\s)?(?:[\w-]{1,16}\s){0,4}of\s(?:the\s)?$"
    r"|\b(?:doubl|tripl|exceed|twice|double)\w{0,3}\s(?:on\s)?(?:that\sof\s)?$",
    re.IGNORECASE,
)
# "a hair behind the 69.9% that Google claims for Gemini 3 Pro"
_RIVALS_OWN = re.compile(
    r"\s[^,，;；:：。()（）\n]{0,60}\d[^,，;；:：。()（）\n]{0,40}\b(?:for|of|from|by)\s$"
)
# "X, an upgrade to Y, was released", "XはYファミリーの改良版で": what follows is said of X
# "the price increase from X": X's is what something has risen from
_RISEN_FROM = re.compile(
    r"\b(?:increase|decrease|jump|rise|drop|cut|change|upgrade|step|leap|gain|improvement)s?\s(?:up\s)?(?:from|over|on)\s(?:the\s)?$",
    re.IGNORECASE,
)
_HANGS = re.compile(
    r"(?:\b(?:of|to|from|over|with|as|like|on|upon|than|against|after|before|following|since|above|below|beyond)\s(?:the\s|its\s|both\s)?|在|由)[\s*`「“\"]{0,3}$",
    re.IGNORECASE,
)
_HANGS_BEHIND = re.compile(r"[」』\s]{0,2}(?:ファミリー|シリーズ|世代|系列|系|시리즈|패밀리)?(?:の|의\s)")
_IS_TOPIC = re.compile(r"[」』\s)）]{0,3}(?:は|는|은)")


def is_compared(sentence: Sentence, mention: Mention) -> bool:
    """Whether another model is set against it."""
    if is_likened_behind(sentence, mention):
        return True
    before = sentence.between(max(sentence.start, mention.start - 60), mention.start)
    if _PART_OF.search(before[-24:]) or _VARIANT_OF.search(before) or _RISEN_FROM.search(before):
        return True
    if sentence.models[0].start < mention.start and _OUTDONE.search(before):
        return True
    near = sentence.cues_in(max(sentence.start, mention.start - 80), mention.start, "than")
    gap = sentence.between(near[-1].end, mention.start) if near else ""
    return bool(near) and any(joint.fullmatch(gap) for joint in (_PLAIN_GAP, _RIVALS_OWN))


def is_likened_behind(sentence: Sentence, mention: Mention) -> bool:
    """Whether the words behind it say so ("XやYと同様に")."""
    return _COMPARED_BEHIND.match(sentence.text, mention.end) is not None


def hangs_on_another(sentence: Sentence, mention: Mention) -> bool:
    """Whether a preposition hangs the model on one that its clause has named before, so that what comes behind
    may be said of that one."""
    low, _ = clause(sentence, mention.start)
    named = [m for m in sentence.models if low <= m.start and m.end <= mention.start and m.model.versioned]
    if all(m.model.key == mention.model.key for m in named):
        return False
    if _HANGS.search(sentence.between(max(low, mention.start - 16), mention.start)):
        return True
    topic = any(_IS_TOPIC.match(sentence.text, m.end) for m in named)
    return topic and _HANGS_BEHIND.match(sentence.text, mention.end) is not None
