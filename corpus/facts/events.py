"""What a clause says became of which models: the models, and the cue words that say it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.facts.compared import hangs_on_another
from corpus.facts.cues import Cue
from corpus.facts.drafts import clause
from corpus.facts.lent_days import SAME_DAY
from corpus.facts.scan import Sentence
from corpus.facts.subjects import groups, unmarked
from corpus.facts.types import Span
from corpus.names.types import Mention

EVENTS = ("released", "appeared", "expected", "rumoured", "preview", "announced", "deprecated", "withdrawn")
_VERBS = frozenset({"released", "announced", "deprecated", "withdrawn"})
_PASSIVE = re.compile(
    r"\b(?:was|were|been|be|is|are|being|get|got)\s(?:\w{2,12}ly\s|also\s|first\s|not\s|yet\s){0,2}$",
    re.IGNORECASE,
)
_NO_BREAK = re.compile(r"[^;；。!！?？\n|]{0,45}")
_HARD_COMMA = re.compile(r"，|,(?=[^\s\d*`])|[:：].*\S")
_ENDS_EN = re.compile(
    r"\s{0,2}(?:$|[.,;:)—–(\n*|?]|(?:on|in|at|today|this|last|next|as|under|for|via|by|earlier|later|yesterday|through|and|alongside|back|late|early|mid"
    r"|around|during|within|soon|date)\b)",
    re.IGNORECASE,
)
_ENDS_ZH = re.compile(
    r"\s{0,2}(?:$|[，。；！？、,.;!?)）:：|\n*”」]|了(?![^，。；、]{0,8}(?:功能|能力|模式|方案|计划))|后|後|并|並|于|於|在|的时|時|以来|以來|，|[?？]"
    r"|した|しま|して|する|され|開始|予定|と|에|됐|했|되|될|된|한다|하|해|다|예정)"
)
# between a verb and what it brings out nothing else has a place of its own: "公開する多くのモデルではX"
_PLACED = re.compile(r"では|には|ため|[をがも]、|[를을]\s|중에|중\s|가운데|에서")
_RELEASE = re.compile(r"releas|launch|发布|發布|推出|上线", re.IGNORECASE)
_DONE = re.compile(r"了|于|於|至|$|[，。；、！？!?,.;)）\n]")
_NOUN = re.compile(
    r"では|로\s|직후|によ[るれ]|資料|会見|内容|時点|潮|会(?!在|于)|會(?!在|於)|季|周|节奏|日程|流程|说明|公告|\s(?:notes?|cycle|cadence|schedule|event|wave|rush)\b"
)
_COPY = re.compile(
    r"[\s`*\])]{0,3}(?:的)?(?:GGUF|GPTQ|AWQ|量化|quanti[sz]ed|数据集|数据|데이터|dataset|paper|论文|技术报告|technical report|API|app\b)",
    re.IGNORECASE,
)
_OTHER_SUBJECT = re.compile(
    r"\b(?:when|after|before|since|it|they|which|its|their|whose)\b|其|功能|服务|服務|機能|기능",
    re.IGNORECASE,
)
_OBJECT = re.compile(r"(?:を|를|을)\s?(?:正式に?|一般|新たに|本日|정식\s?)?\s?$")  # where the verb comes last
_VERSION_OF = re.compile(r"\ba\s(?:\w{2,12}\s)?version\sof\s$", re.IGNORECASE)
_BASE = re.compile(r"[」』”\s]{0,2}(?:기반|をベースに|ベースの|を基に|[- ]based\b)")
_IS = re.compile(r"[\s*`」』”]{0,4}(?:是|为|為)[^，。；,;\n]{0,40}")
_BY = re.compile(r"由|\bby\b|が")
_NAMELY = re.compile(
    r"[\s*`]{0,3}(?:的|の)?(?:系列|家族|シリーズ|family|series|line-?up|models|시리즈)[^.。;；:：\n]{0,20}[:：—–-][\s*`]{0,3}",
    re.IGNORECASE,
)
# "a preview of X has been open", "X is rumoured for the autumn"
_OPEN = re.compile(r"\b(?:open|opened|available|live|accessible|running)\b|开放|開放|可用", re.IGNORECASE)
_FORETOLD = re.compile(
    r"\s(?:is|are)\s(?:now\s|also\s|widely\s|still\s)?(?:rumou?red|expected|due|planned|slated|scheduled)\s(?:for|in|by|around|later|this|next|soon|before)\b"
    r"|\s(?:(?:is|are)\sto|will)\s(?:follow|arrive|come\sout|launch|ship|be\sreleased)\b"
)
# "GLM-5のアップグレードを公開": something of the model comes out, not the model
_THING_OF = re.compile(
    r"[」』”\"*`)）\s]{0,4}(?:の(?!新|最新|リサーチ|プレビュー|ベータ|一般|正式|提供|API)|의\s(?!신규|새|프리뷰|베타|정식|API))"
    r"[^。、]{2}"
)
# where, or for how long, somebody offers it who need not be its maker
_OFFERED = re.compile(
    r"上で|上に|において|にて|期間限定|限定で|무료|에서\s|限时|限時|限免|for free|free of charge",
    re.IGNORECASE,
)
_MEMBER = re.compile(
    r"[\s*`]{0,4}(?:系列|家族|シリーズの?|시리즈\s?의?)[^，。、,.;；\d\n]{0,16}(?:模型|モデル|모델)[\s*`:：「“\"]{0,6}"
)
_EARLIER = re.compile(r"(?:之前|以前|此前|先前)的?\s?$")
# "competitive at launch", "since release": when, not what
_WHEN = re.compile(r"\b(?:at|since|upon|until|pre|post|before|after)[ -]$", re.IGNORECASE)
# "Xを開発し、デモを公開": another thing comes out
_OTHER_OBJECT = re.compile(r"[、,][^、,]{1,24}(?:を|를|을)\s?$")
FAR = 60
_LINKED = 400  # the same with a link's address between


@dataclass(frozen=True, slots=True)
class Event:
    """What a clause says of some models: the cue words that say it."""

    models: tuple[Mention, ...]
    cues: tuple[Cue, ...]

    @property
    def span(self) -> Span:
        """From the first to the last of them."""
        start = min(self.cues[0].start, self.models[0].start)
        return start, max(self.cues[-1].end, self.models[-1].end)


def events(sentence: Sentence) -> list[Event]:
    """Returns the events that the sentence tells of models that it names."""
    named = _members(sentence, groups(sentence, [m for m in sentence.models if _may_come_out(sentence, m)]))
    attached: dict[int, list[Cue]] = {}
    for cue in sentence.cues_in(sentence.start, sentence.end, *EVENTS):
        if _is_noun(sentence, cue) or _is_adjective(sentence, cue):
            continue
        at = _object(sentence, cue, named)
        if at is not None and not _COPY.match(sentence.text, named[at][-1].end):
            attached.setdefault(at, []).append(cue)
    told = [(at, cues) for at, cues in attached.items() if _tells(sentence, named[at], cues)]
    return [
        Event(tuple(_its_own(sentence, cues[0], _meant(sentence, named, at))), tuple(cues))
        for at, cues in told
    ]


def _meant(sentence: Sentence, named: Sequence[Sequence[Mention]], at: int) -> Sequence[Mention]:
    """The models of a group; of a family, those that a colon lists ("the Nova 4 family: Nova 4 Pro and …")."""
    if at + 1 < len(named) and _NAMELY.fullmatch(sentence.between(named[at][-1].end, named[at + 1][0].start)):
        return named[at + 1]
    return named[at]


def _its_own(sentence: Sentence, cue: Cue, group: Sequence[Mention]) -> Sequence[Mention]:
    """The models of a list behind a verb as far as the verb's actor goes: in "OpenAIが公開したGPT-5、AnthropicのOpus 4"
    another organisation begins."""
    if cue.start > group[0].start:
        return group
    ends = [o.start for o in sentence.organisations if group[0].end <= o.start < group[-1].start]
    return [m for m in group if not ends or m.start < ends[0]]


def _may_come_out(sentence: Sentence, mention: Mention) -> bool:
    """Whether it is one model, and not what another is made from ("LLAMA 30B 기반 KoAlpaca")."""
    return mention.model.versioned and not _BASE.match(sentence.text, mention.end)


def _members(sentence: Sentence, named: Sequence[list[Mention]]) -> list[list[Mention]]:
    """Leaves out a series that only says whose member the model behind it is ("GLM-5系列首个模型GLM-5-Air")."""
    series = {
        group[0].start
        for group, other in pairwise(named)
        if _MEMBER.fullmatch(sentence.between(group[-1].end, other[0].start))
    }
    return [group for group in named if group[0].start not in series]


def _is_noun(sentence: Sentence, cue: Cue) -> bool:
    """Whether releases are spoken of, and none is told ("发布会", "2025年之前的发布"), or something is updated that
    is no model."""
    before = sentence.between(max(sentence.start, cue.start - 8), cue.start)
    if sentence.text.startswith("更新", cue.start):
        return not any(0 <= mention.start - cue.end <= 3 for mention in sentence.models)
    when = _WHEN.search(before) and sentence.text[cue.end - 1] not in "ds"
    return bool(when or _NOUN.match(sentence.text, cue.end) or _EARLIER.search(before))


def _is_adjective(sentence: Sentence, cue: Cue) -> bool:
    """Whether "开源" is said of what a model is ("开源模型"), not of what was done ("开源了", "将K2开源")."""
    if sentence.between(cue.start, cue.end) not in ("开源", "開源"):
        return False
    behind = any(0 <= m.start - cue.end <= 1 for m in sentence.models)
    return not (behind or _DONE.match(sentence.text, cue.end))


def _object(sentence: Sentence, cue: Cue, named: Sequence[Sequence[Mention]]) -> int | None:
    """Returns which group of models a cue speaks of: the one behind it ("released X"), else the one before."""
    low, high = clause(sentence, cue.start)
    passive = bool(_PASSIVE.search(sentence.between(max(low, cue.start - 24), cue.start)))
    has_object = _OBJECT.search(sentence.between(max(low, cue.start - 8), cue.start)) is not None
    for at, group in enumerate(named):
        if cue.end <= group[0].start < high and not passive and not has_object:
            gap = sentence.between(cue.end, group[0].start)
            if (
                _NO_BREAK.fullmatch(gap)
                and not _HARD_COMMA.search(gap)
                and not _PLACED.search(gap)
                and not _VERSION_OF.search(gap)
                and not _crosses(sentence, cue, group[0])
            ):
                return at
            break
    before = [at for at, group in enumerate(named) if low <= group[-1].end <= cue.start]
    if (
        before
        and not hangs_on_another(sentence, named[before[-1]][0])
        and _ends(sentence, cue, passive or has_object)
        and _same_subject(sentence, named[before[-1]][-1].end, cue.start)
    ):
        return before[-1]
    return None


def _crosses(sentence: Sentence, cue: Cue, mention: Mention) -> bool:
    """Whether another verb stands between, which has the model for itself."""
    return any(
        not other.kinds.isdisjoint(_VERBS) for other in sentence.cues_in(cue.end, mention.start, *EVENTS)
    ) and not cue.kinds.isdisjoint(_VERBS)


def _same_subject(sentence: Sentence, start: int, end: int) -> bool:
    """Whether nothing between a model and the verb behind it takes the verb for itself."""
    gap = unmarked(sentence.between(start, min(end, start + _LINKED)))
    if end - start > _LINKED or len(gap) > FAR or _OTHER_SUBJECT.search(gap):
        return False
    if _THING_OF.match(gap) or _OFFERED.search(gap) or _OTHER_OBJECT.search(gap):
        return False
    return bool(_BY.search(gap) or _IS.match(gap)) or not any(
        start <= o.start < end for o in sentence.organisations
    )


def _ends(sentence: Sentence, cue: Cue, passive: bool) -> bool:
    if sentence.text.startswith("的", cue.end) and _is_defined(sentence, cue):
        return True
    ascii_word = sentence.text[cue.start].isascii()
    return passive or bool((_ENDS_EN if ascii_word else _ENDS_ZH).match(sentence.text, cue.end, sentence.end))


def _is_defined(sentence: Sentence, cue: Cue) -> bool:
    """As in "X 是谁在何时发布的模型": what a model is, is told by who released it, and when."""
    before = [m for m in sentence.models if m.end <= cue.start]
    return bool(before) and _IS.fullmatch(sentence.between(before[-1].end, cue.start)) is not None


def _tells(sentence: Sentence, group: Sequence[Mention], cues: Sequence[Cue]) -> bool:
    """Whether a release is told: "expected" alone may be said of anything, a verb of release or a day must stand with it."""
    if any(is_verb(sentence, cue) for cue in cues) or _FORETOLD.match(sentence.text, group[-1].end):
        return True
    if any("preview" in cue.kinds for cue in cues) and _OPEN.search(
        sentence.between(group[-1].end, min(sentence.end, group[-1].end + FAR))
    ):
        return True
    low, high = clause(sentence, group[0].start)
    if any(SAME_DAY.search(sentence.text, max(low, cue.start - 16), min(high, cue.end + 16)) for cue in cues):
        return True
    return any(low <= d.start < high and abs(d.start - cue.end) < 16 for cue in cues for d in sentence.days)


def is_verb(sentence: Sentence, cue: Cue) -> bool:
    """Whether the cue says by itself that something comes out ("to be released" does, "expected" does not)."""
    return not cue.kinds.isdisjoint(_VERBS) or bool(_RELEASE.search(sentence.between(cue.start, cue.end)))
