"""Who makes a model, where the sentence says so."""

import re
from collections.abc import Iterator

from corpus.facts.drafts import Draft
from corpus.facts.events import events
from corpus.facts.hosting import is_topic
from corpus.facts.scan import Sentence
from corpus.facts.types import Attribute, Value
from corpus.names.types import Mention, OrganisationMention

_OWNS = re.compile(
    r"(?:['’]s)?[\s*`]{0,3}(?:的|旗下的?|推出的|发布的|發布的|開發的|开发的|の|의)?"
    r"(?:[一-鿿]{0,8}(?:大?模型|系列))?[\s*`]{0,3}"
)
_BY = re.compile(
    r"[^.;；。\n]{0,40}\b(?:by|from)\s(?:the\s)?(?:[\w-]{2,16}\s){0,2}$|[^。；\n]{0,20}(?:由|来自|來自)\s?$",
    re.IGNORECASE,
)
_MAKES = re.compile(
    r"develop|made|built|released|launched|created|train|publish|开发|開發|研发|研發|推出|发布|發布|训练|訓練|open-sourced",
    re.IGNORECASE,
)
_AT_VERB = 40  # characters between an organisation and its verb
_VERB_LAST = 100  # the same where the verb comes last
_MAKES_IT = re.compile(
    r"\s{0,2}(?:has\s|have\s|自主)?(?:developed|built|trained|created|makes|开发|開發|研发|研發|打造|训练|訓練)(?:了|的)?\s?(?:the\s)?"
    r"(?:[\w-]{1,16}\s){0,3}[\s*`「“\"]{0,4}"
)
_MADE = re.compile(r"[」』”\"*`\s]{0,4}(?:を|을|를)[^。、]{0,8}(?:開発|構築|학습|개발|만들)")
_ABOUT_IT = re.compile(r"[」』”\"*`)）\s]{0,4}(?:は|는|은|是|为|為)[^。；]*$")
_MADE_BY = re.compile(
    r"(?:社)?(?:が|による|によって|가|이)[^。、.]{0,10}?(?:開発|公開|発表|リリース|提供|개발|만든|공개|출시|선보)|[^，。；]{0,20}?(?:发布|發布|推出|开发|開發|研发|研發|开源|開源|打造|训练)的"
)


def makers(sentence: Sentence) -> Iterator[Draft]:
    """Yields developers. What the lexicon knows of a family must agree, since "Amazon released Claude on
    Bedrock" makes Amazon no developer."""
    for organisation in sentence.organisations:
        for mention in (*_of_verbs(sentence, organisation), *_beside(sentence, organisation)):
            if mention.model.versioned and _agrees(mention, organisation):
                value = Value(text=organisation.name)
                start, end = (
                    sorted((organisation.start, mention.start))[0],
                    max(organisation.end, mention.end),
                )
                yield Draft(Attribute.DEVELOPER, value, start, end, (mention.model,))


def _of_verbs(sentence: Sentence, organisation: OrganisationMention) -> Iterator[Mention]:
    """As in "OpenAI released X": the nearest organisation before the verb."""
    for event in events(sentence):
        verb = event.cues[0]
        nearest = [o for o in sentence.organisations if o.end <= verb.start]
        if not nearest or nearest[-1] != organisation:
            continue
        if verb.start - organisation.end <= _AT_VERB:
            yield from (m for m in event.models if m.start > verb.start)
        if verb.start - organisation.end <= _VERB_LAST and is_topic(sentence, organisation):
            yield from (m for m in event.models if organisation.end < m.start < verb.start)


def _beside(sentence: Sentence, organisation: OrganisationMention) -> Iterator[Mention]:
    for mention in sentence.models:
        gap = sentence.between(organisation.end, mention.start)
        if (
            organisation.end <= mention.start
            and len(gap) < 16
            and _OWNS.fullmatch(gap)
            and (mention.known or "模型" in gap)
        ):
            yield mention
        if _is_said_to_make(sentence, organisation, mention):
            yield mention
        behind = sentence.between(mention.end, organisation.start)
        by = mention.end <= organisation.start and len(behind) < 80 and _BY.fullmatch(behind)
        if by and (mention.known or _MAKES.search(behind)):
            yield mention


def _is_said_to_make(sentence: Sentence, organisation: OrganisationMention, mention: Mention) -> bool:
    """As in "Anthropic developed X", "AnthropicはXを開発した" and "XはAnthropicが開発した"."""
    gap = sentence.between(organisation.end, mention.start)
    if organisation.end <= mention.start and len(gap) < _VERB_LAST:
        acts = is_topic(sentence, organisation) and _MADE.match(sentence.text, mention.end, sentence.end)
        return bool(acts or _MAKES_IT.fullmatch(gap))
    behind = sentence.between(mention.end, organisation.start)
    return len(behind) < _AT_VERB and bool(
        _ABOUT_IT.match(behind) and _MADE_BY.match(sentence.text, organisation.end, sentence.end)
    )


def _agrees(mention: Mention, organisation: OrganisationMention) -> bool:
    return mention.model.developer in (None, organisation.name)
