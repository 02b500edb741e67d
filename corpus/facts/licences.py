"""Under which licence a model stands, and whether its weights are open."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from corpus.facts.cues import Cue
from corpus.facts.drafts import Draft, clause, phrase
from corpus.facts.scan import Sentence
from corpus.facts.subjects import groups, topics
from corpus.facts.types import Attribute, Value
from corpus.lexicon.word_tree import first_of, word_tree
from corpus.names.types import Model

_LIKE = re.compile(r"(?:similar\sto|like|unlike|than|类似|類似|不同于)(?:\s(?:the|a))?\s?$", re.IGNORECASE)
_TITLE = re.compile(
    r"[\s*`]{0,3}(?:[:：—–-]|，是|是|：一款|is|,)\s{0,2}(?:an?|the|一款|一个|首个|最强的?|新的?)?\s?",
    re.IGNORECASE,
)
_SECRETS = ("parameters", "price", "context", "training", "experts", "cutoff", "input", "output")
_CODE = re.compile(
    r"\b(?:source\s?code|code(?:base)?|repo(?:sitory)?|data\s?sets?|paper|toolkit|scripts?)\b|源码|源代码|代码|代碼|原始碼|仓库|倉庫|数据集|資料集"
    r"|コード|リポジトリ|データセット|코드|저장소|데이터셋",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:data|market|monopoly|tools?|framework|librar(?:y|ies)|software|platform)\b|数据|資料|数據|垄断|壟斷|市场|市場|工具|框架|软件|軟體|平台|生态|社区"
    r"|データ|ツール|데이터|도구",
    re.IGNORECASE,
)
_SHORT = 40  # characters of a phrase that says nothing else
_WEIGHTS = re.compile(r"\bweights?\b|\bmodel\b|权重|權重|模型|重み|モデル|가중치|모델", re.IGNORECASE)
_NEAR = 24  # characters between a licence's name and the word "licence"
_UNDER = re.compile(r"(?:under|以|采用|採用|基于|遵循)\s{0,2}(?:the|an?)?\s{0,2}$", re.IGNORECASE)
_NOT = re.compile(
    r"(?:\bnot|n['’]t|\bno|never|不|不是|并非|並非|非|未|没有|沒有|尚未|아닌|ない)\s{0,2}(?:yet\s|fully\s|truly\s|an?\s|完全)?\s{0,2}$",
    re.IGNORECASE,
)
_OF_IT = re.compile(
    r"(?:\b(?:of|in|to|for|on|about|towards?|with|other|most|leading|best|between|first|many|all|popular)(?:\s(?:the|its|global|an?))?|在|以|与|的|对|各|为主的)\s?$",
    re.IGNORECASE,
)
# "the open-source camp", "开源阵营": of a movement, not of a model
_MOVEMENT = re.compile(
    r"[\s-]{0,2}(?:camp|king|throne|ecosystem|ecology|field|community|frontier|area|domain|race|models\b|releases\b|offerings?|efforts?|initiatives?|commitments?|stance|approach|projects?|tools?|libraries|library|frameworks?|rivals?|alternatives?"
    r"|landscape|world|records?|leader|repo|code\b|roadmap|strategy|movement|side|party|scene|software|stack|platform|LLMs|peers|competitors|licen[cs]e"
    r"|阵营|陣營|生态|生態|社区|社群|之王|力量|战略|戰略|路线|路線|策略|模型(?:的|厂商|公司|阵营|与|和|性能|同|阵|最|在|排|榜|如|中)|项目|項目|工具|框架|代码|社会|届|界|圈"
    r"|LLM|大模型(?:的|与|和|阵|生|社|中|最|排|榜)|贡献|标杆|领域|领军|时代|新标杆|协议|許可|许可|生態系|コミュニティ|エコシステム|커뮤니티|생태계|프로젝트)",
    re.IGNORECASE,
)


def licences(sentence: Sentence) -> Iterator[Draft]:
    """Yields the licences that the sentence names as such."""
    for found in _pattern().finditer(sentence.text, sentence.start, sentence.end):
        name, needs = _names()[_folded(found[0])]
        if _LIKE.search(sentence.between(max(sentence.start, found.start() - 20), found.start())):
            continue
        if _is_of_code(sentence, found.start(), found.end()):
            continue
        if not needs or _is_licence(sentence, found.start(), found.end()):
            yield Draft(Attribute.LICENCE, Value(text=name), found.start(), found.end())


def _is_of_code(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the phrase names code or data alone as what is licensed."""
    low, high = phrase(sentence, start)
    words = sentence.between(low, start) + sentence.between(end, high)
    return bool(_CODE.search(words)) and not _WEIGHTS.search(words)


def weights(sentence: Sentence) -> Iterator[Draft]:
    """Yields whether the weights are open, where it is said of a model and not of a camp or a movement."""
    for cue in sentence.cues_in(sentence.start, sentence.end, "open", "closed"):
        if _of_others(sentence, cue):
            continue
        models = _beside(sentence, cue.start, cue.end)
        if models or not (
            sentence.models or sentence.organisations or sentence.text.startswith("的", cue.end)
        ):
            if not models and not _is_of_the_model(sentence, cue):
                continue
            before = sentence.between(max(sentence.start, cue.start - 24), cue.start)
            truth = ("open" in cue.kinds) != bool(_NOT.search(before))
            yield Draft(Attribute.OPEN_WEIGHTS, Value(truth=truth), cue.start, cue.end, models)


def _is_of_the_model(sentence: Sentence, cue: Cue) -> bool:
    """Whether a sentence that names no model says it of the one that is spoken of, and not of data or a market."""
    low, high = phrase(sentence, cue.start)
    words = sentence.between(low, high)
    if _CODE.search(words) or _OTHER.search(words):
        return False
    return high - low <= _SHORT or bool(
        _WEIGHTS.search(words) or sentence.cues_in(low, high, "pronoun", "licence")
    )


def _of_others(sentence: Sentence, cue: Cue) -> bool:
    """Whether a camp or a movement is meant, what a model is compared with, or what else is kept secret
    ("パラメータ数：非公開")."""
    low, _ = phrase(sentence, cue.start)
    if "closed" in cue.kinds and sentence.cues_in(max(low, cue.start - 16), cue.start, *_SECRETS):
        return True
    if _in_apposition(sentence, cue.start):
        return False
    before = sentence.between(max(sentence.start, cue.start - 24), cue.start)
    compared = sentence.cues_in(max(sentence.start, cue.start - 30), cue.start, "than")
    movement = _MOVEMENT.match(sentence.text, cue.end) or _OF_IT.search(before)
    return bool(movement or compared) or _both_sides(sentence, cue.start)


def _is_licence(sentence: Sentence, start: int, end: int) -> bool:
    low, high = clause(sentence, start)
    before = sentence.between(max(low, start - 16), start)
    return bool(
        _UNDER.search(before)
        and sentence.cues_in(max(low, start - 60), min(high, end + 60), "open", "licence")
    ) or bool(sentence.cues_in(max(low, start - _NEAR), min(high, end + _NEAR), "licence"))


def _both_sides(sentence: Sentence, at: int) -> bool:
    """As in "Open and closed models": the sentence weighs the two against each other."""
    start, end = phrase(sentence, at)
    kinds = [cue.kinds for cue in sentence.cues_in(start, end, "open", "closed")]
    return any("open" in k for k in kinds) and any("closed" in k for k in kinds)


def _in_apposition(sentence: Sentence, at: int) -> bool:
    """Whether it stands as a title behind a model's name ("GLM-5：开源模型…", "X, an open-source LLM")."""
    before = [m for m in sentence.models if m.end <= at and m.model.versioned]
    return any(_TITLE.fullmatch(sentence.between(m.end, at)) for m in before)


def _beside(sentence: Sentence, start: int, end: int) -> tuple[Model, ...]:
    """The models that the words are said of: those right behind them ("open-source X and Y"), else the last
    ones before them in the clause."""
    low, high = clause(sentence, start)
    named = [
        group
        for group in groups(sentence, topics(sentence))
        if low <= group[0].start and group[-1].end <= high
    ]
    behind = [group for group in named if 0 <= group[0].start - end <= 16]
    before = [group for group in named if 0 <= start - group[-1].end <= 60]
    chosen = behind[0] if behind else before[-1] if before else []
    return tuple(mention.model for mention in chosen)


@cache
def _names() -> dict[str, tuple[str, bool]]:
    """Each way of writing a licence: its name, and whether it needs a word for licence beside it."""
    tables = tomllib.loads((files("corpus.lexicon") / "licences.toml").read_text("utf-8"))["licence"]
    return {_folded(word): (t["name"], t.get("needs", False)) for t in tables for word in t["words"]}


@cache
def _pattern() -> re.Pattern[str]:
    tree = word_tree(_names(), gap=r"[\s-]{1,2}")
    return re.compile(rf"(?<![A-Za-z])(?={first_of(_names())}){tree}(?![A-Za-z])", re.IGNORECASE)


def _folded(words: str) -> str:
    return " ".join(words.lower().replace("-", " ").split())
