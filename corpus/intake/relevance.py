"""Tells whether an article has anything to do with AI models: by the models it names and the words it uses."""

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from importlib.resources import files

from corpus.intake.words import any_of
from corpus.names import Names

_LOOKED_AT = 200_000  # characters
_ENOUGH = 3
_OFTEN = 3


@dataclass(frozen=True, slots=True)
class Topic:
    """The words of the topic, as patterns over text in lower case."""

    strong: re.Pattern[str]
    weak: re.Pattern[str]


def read_topic() -> Topic:
    """Reads corpus/lexicon/relevance.toml."""
    found = tomllib.loads((files("corpus.lexicon") / "relevance.toml").read_text("utf-8"))
    return Topic(any_of(found["strong"]), any_of(found["weak"]))


def why_irrelevant(text: str, names: Names, topic: Topic) -> str | None:
    """Returns why an article has nothing to do with AI models, as a sentence; None where it has.

    A model, or a word for such models, says more than the words that surround them; a company says little,
    since most of them do many things.
    """
    looked_at = text[:_LOOKED_AT]
    models = {m.model.key for m in names.mentions(looked_at) if m.known and m.model.versioned}
    lowered = looked_at.lower()
    strong = Counter(hit[0] for hit in topic.strong.finditer(lowered))
    weak = {hit[0] for hit in topic.weak.finditer(lowered)}
    points = 2 * len(models) + len(weak)
    points += sum(3 if count >= _OFTEN else 2 for count in strong.values())
    if 0 < points < _ENOUGH and names.organisations(looked_at):
        points += 1
    if points >= _ENOUGH:
        return None
    said = sorted({*strong, *weak} | {hit.model.name for hit in names.mentions(looked_at)})
    only = (
        f"of AI models it says only {', '.join(map(repr, said[:5]))}"
        if said
        else "no AI model is named in it"
    )
    return f"It seems to have nothing to do with AI models: {only}."
