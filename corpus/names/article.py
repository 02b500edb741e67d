"""What an article's text says about names: the families it speaks of and the models it names in full."""

import re
from dataclasses import replace

from corpus.names.family import Trust
from corpus.names.finding import Known, find
from corpus.names.folding import folded
from corpus.names.organisations import organisations
from corpus.names.types import Mention

_CUES = re.compile(
    r"\b(?:ai|llms?|language models?|chatbots?|machine learning|neural|transformers?|open[- ]weights?|context window)\b"
    r"|人工智能|人工智慧|大模型|语言模型|語言模型|上下文|生成式|人工知能|言語モデル|生成ai|인공지능|언어 ?모델|생성형"
)
_MERGED = re.compile(r"(?<=\d) ?(?:million|billion|thousand|万|萬|亿|億|[kmb]?\b ?tokens?|[kmb]\b)")
_ENOUGH_CUES = 2


def known_in(known: Known, text: str) -> Known:
    """Returns what is known while this article is read."""
    plain = folded(text)
    makers = {hit.name for hit in organisations(known.lexicon.developers, text, 0, len(text))}
    families = known.lexicon.families.values()
    about = speaks_of_models(plain)
    made = frozenset(f.name for f in families if f.developer in makers) if about else frozenset[str]()
    first = replace(known, about_models=about, spoken_of=known.spoken_of | made)
    named = find(first, text, 0, len(text))
    about = about or any(_is_plain(known, hit) for hit in named)
    spoken_of = first.spoken_of | {
        hit.model.family for hit in named if hit.model.versioned or _is_plain(known, hit)
    }
    clear = {hit.model.key for hit in named if hit.model.versioned and _stands_clear(plain, hit)}
    return replace(first, about_models=about, spoken_of=frozenset(spoken_of), attested=known.attested | clear)


def speaks_of_models(plain: str) -> bool:
    """Whether a folded text speaks of AI models at all."""
    return sum(1 for _, _ in zip(_CUES.finditer(plain), range(_ENOUGH_CUES), strict=False)) >= _ENOUGH_CUES


def _is_plain(known: Known, hit: Mention) -> bool:
    family = known.lexicon.families.get(hit.model.family)
    return family is not None and family.trust is Trust.PLAIN


def _stands_clear(plain: str, hit: Mention) -> bool:
    """Whether no other cell's digits or letters may have run onto a name."""
    follower = plain[hit.end : hit.end + 1]
    return not (follower.isascii() and follower.isalnum()) and not _MERGED.match(plain, hit.end)
