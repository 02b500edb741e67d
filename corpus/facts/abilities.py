"""What goes into a model and comes out of it, and until when it knows."""

import re
from collections.abc import Iterator

from corpus.facts.cues import Cue
from corpus.facts.drafts import Draft, clause
from corpus.facts.quantity_types import DayMention
from corpus.facts.scan import Sentence
from corpus.facts.types import Attribute, Unit, Value
from corpus.lexicon.word_tree import first_of

_WORDS = {
    "text": r"\btexts?\b|文本|文字|テキスト|텍스트",
    "image": r"\bimages?\b|\bpictures?\b|\bvision\b|图像|圖像|图片|圖片|画像|이미지",
    "audio": r"\baudio\b|\bspeech\b|\bvoice\b|音频|音訊|音頻|语音|語音|音声|오디오|음성",
    "video": r"\bvideos?\b|视频|視頻|影片|動画|ビデオ|비디오|동영상",
}
_NOT_LATIN = (word for words in _WORDS.values() for word in words.split("|") if not word.isascii())
_ANY = re.compile(
    rf"(?=\b[a-z]|{first_of(_NOT_LATIN)})"  # passes over most places at a glance
    rf"(?:{'|'.join(f'(?P<{kind}>{words})' for kind, words in _WORDS.items())})",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"[\s*`]{0,3}(?:,|，|、|/|\+|＋|&|and|or|as well as|和|与|與|及|以及|或|と|・|및|과|와|,\s?and|,\s?or|、以及){1,2}[\s*`]{0,3}(?:(?:short|long|static|still|raw|live)\s)?",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[\s*`_]{0,4}[:：]")  # "**Vision and Audio:** …" only names what follows
_NEAR = 40  # characters between the words for a cutoff and its day
_COMMA = re.compile(r"[,，、](?!\s?\d)")
_TAKES = re.compile(
    r"deals?\swith|input|multi-?modal|modalit|accept|process|understand|support|handle|natively|输入|輸入|多模态|多模態|模态|支持|支援|处理|處理|理解|入力|マルチモーダル|対応"
    r"|입력|멀티모달|지원",
    re.IGNORECASE,
)


def modalities(sentence: Sentence) -> Iterator[Draft]:
    """Yields a list of at least two modalities ("text, images and video") that a model takes or handles; of
    several lists in a sentence none, since one of them may be of what comes out."""
    lists = list(_lists(sentence))
    yield from lists if len(lists) == 1 else ()


def _lists(sentence: Sentence) -> Iterator[Draft]:
    run: list[re.Match[str]] = []
    for found in _ANY.finditer(sentence.text, sentence.start, sentence.end):
        if _LABEL.match(sentence.text, found.end(), sentence.end):
            continue
        if run and not _JOINT.fullmatch(sentence.text, run[-1].end(), found.start()):
            yield from _listed(sentence, run)
            run = []
        run.append(found)
    yield from _listed(sentence, run)


def cutoffs(sentence: Sentence) -> Iterator[Draft]:
    """Yields the day until which a model knows."""
    for cue in sentence.cues_in(sentence.start, sentence.end, "cutoff"):
        day = _day_of(sentence, cue)
        if day is not None:
            yield Draft(Attribute.KNOWLEDGE_CUTOFF, Value(Unit.DATE, day=day.day), day.start, day.end)


def _day_of(sentence: Sentence, cue: Cue) -> DayMention | None:
    """The first day behind the words, else the last before them with no comma between, in their clause."""
    low, high = clause(sentence, cue.start)
    near = [d for d in sentence.days if low <= d.start and d.end <= high and abs(d.start - cue.end) < _NEAR]
    behind = next((d for d in near if d.start >= cue.end), None)
    before = next((d for d in reversed(near) if d.end <= cue.start), None)
    if behind or before is None:
        return behind
    return None if _COMMA.search(sentence.between(before.end, cue.start)) else before


def _listed(sentence: Sentence, run: list[re.Match[str]]) -> Iterator[Draft]:
    kinds = sorted({str(found.lastgroup) for found in run}, key=list(_WORDS).index)
    if len(kinds) < 2:
        return
    low, high = clause(sentence, run[0].start())
    around = sentence.between(max(low, run[0].start() - 40), min(high, run[-1].end() + 24))
    if _TAKES.search(around):
        yield Draft(Attribute.MODALITIES, Value(text=", ".join(kinds)), run[0].start(), run[-1].end())
