"""Two models that a sentence names, of whom a later one speaks together: "Both were released in May"."""

import re
from collections.abc import Sequence

from corpus.facts.scan import Sentence
from corpus.facts.subjects import Subject, topics
from corpus.facts.thread import LONGEST_SPAN

_BOTH = re.compile(
    r"[\s*`_]{0,4}(?:(?:they\s)?both(?:\sof\sthem|\smodels|\sversions)?\b|the\stwo(?:\smodels)?\b"
    r"|(?:两者|兩者|二者|两款模型|兩款模型|两个模型|兩個模型|两款|兩款)(?:均|都|皆|同样|同樣)|(?:両モデル|両者|いずれも|どちらも))",
    re.IGNORECASE,
)


def pair_of(sentence: Sentence) -> tuple[Subject, ...]:
    """Returns the two models that a sentence speaks of, none where they are not just two."""
    named = {mention.model.key: mention for mention in topics(sentence)}
    if len(named) != 2:
        return ()
    last = max(mention.end for mention in named.values())
    span = sentence.start, min(sentence.end, max(sentence.start + LONGEST_SPAN, last))
    return tuple(Subject(mention.model, span) for mention in named.values())


def both(sentence: Sentence, pair: Sequence[Subject]) -> Sequence[Subject]:
    """Returns the pair where a sentence that names no model opens by speaking of both."""
    opens = not sentence.models and _BOTH.match(sentence.text, sentence.start, sentence.end)
    return pair if opens else ()
