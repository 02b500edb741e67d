"""What a sentence hands on to the next ones of its paragraph: of which model they go on to speak."""

import re

from corpus.facts.scan import Sentence
from corpus.facts.subjects import Subject, topics
from corpus.facts.thread import LONGEST_SPAN
from corpus.names.types import Mention

_COMMA_LAST = re.compile(r"[,，;；]\s?(?:while|whereas|and|而|比|但)?\s?$", re.IGNORECASE)


def _is_contrast(sentence: Sentence, mention: Mention) -> bool:
    """Whether the sentence opens with a number of something that it leaves unnamed, and comes to the model
    only then: "200万token，云雀5是50万"."""
    before = sentence.between(sentence.start, mention.start)
    opens = any(q.start - sentence.start < 12 and q.end <= mention.start for q in sentence.quantities)
    return opens and _COMMA_LAST.search(before) is not None


def spoken_of(sentence: Sentence) -> set[str]:
    """The models that the sentence comes to by itself, and not in contrast to what it speaks of."""
    spoken = topics(sentence)
    return set() if spoken and _is_contrast(sentence, spoken[0]) else {m.model.key for m in spoken}


def next_subject(sentence: Sentence, previous: Subject | None) -> Subject | None:
    """A sentence that speaks of one model hands it on to the next one of its paragraph; one that speaks
    of several leaves the next one's subject open, unless a heading or bullet rules."""
    spoken = topics(sentence)
    keys = {mention.model.key for mention in spoken}
    if len(keys) == 1 and _is_contrast(sentence, spoken[0]):
        return None
    if len(keys) == 1:
        span = sentence.start, min(sentence.end, max(sentence.start + LONGEST_SPAN, spoken[0].end))
        return Subject(spoken[0].model, span)
    return previous if not keys else None
