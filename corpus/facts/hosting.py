"""Who acts in an event: a model's maker, or somebody who only offers it."""

import re

from corpus.facts.drafts import clause
from corpus.facts.events import FAR, Event
from corpus.facts.scan import Sentence
from corpus.names.types import OrganisationMention

_TOPIC = re.compile(r"\s?(?:社|氏)?(?:は|が|은|는|이|가)(?![A-Za-z])")


def is_hosted(sentence: Sentence, event: Event) -> bool:
    """Whether somebody else than its maker is said to have brought a model out: a cloud that offers it."""
    verb = event.cues[0]
    low, _ = clause(sentence, verb.start)
    actors = [o for o in sentence.organisations if low <= o.start and o.end <= verb.start <= o.end + FAR]
    behind = verb.start if not any(is_topic(sentence, o) for o in actors) else low
    makers = {mention.model.developer for mention in event.models if mention.start > behind}
    return bool(actors) and bool(makers) and None not in makers and makers.isdisjoint(o.name for o in actors)


def is_topic(sentence: Sentence, organisation: OrganisationMention) -> bool:
    """Whether a particle makes it who acts, in a language whose verb comes last."""
    return _TOPIC.match(sentence.text, organisation.end) is not None
