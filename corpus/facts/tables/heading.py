"""Of which one model a table is that names none: the words directly above it say so."""

import re

from corpus.facts.tables.states import cues
from corpus.facts.tables.subjects import Subject
from corpus.facts.tables.types import Surroundings
from corpus.facts.types import Span
from corpus.names import Names
from corpus.structure.sentences import sentences_in

_ANNOUNCES = re.compile(
    r"[:：]\W{0,9}$|\b(?:below|following|as follows|table)\b|下表|下面|表格|如下|以下|下記|次の|次のとおり|다음|아래",
    re.IGNORECASE,
)


def model_above(text: str, around: Surroundings, names: Names) -> Subject | None:
    """Returns the one model of the sentence that announces the table, else that of the nearest heading that
    names any. None where these name several, or compare."""
    if around.before is not None:
        *_, last = [around.before, *sentences_in(text, *around.before)]
        if _ANNOUNCES.search(text, *last) and (named := _named(text, last, names)):
            return _agreed(text, last, named, around, names)
    for heading in around.headings:
        if named := _named(text, heading, names):
            return named[0] if len(named) == 1 else None
    return None


def _agreed(
    text: str, span: Span, named: list[Subject], around: Surroundings, names: Names
) -> Subject | None:
    """The one model that these words speak of; where they name or compare several, the heading's, if it is
    one of them."""
    compares = any("than" in cue.kinds for cue in cues().find(text, *span))
    if len(named) == 1 and not compares:
        return named[0]
    keys = {subject.model.key for subject in named}
    for heading in around.headings:
        if above := _named(text, heading, names):
            return above[0] if len(above) == 1 and above[0].model.key in keys else None
    return None


def _named(text: str, span: Span, names: Names) -> list[Subject]:
    found: dict[str, Subject] = {}
    for mention in names.mentions(text, *span):
        if mention.model.versioned:
            found.setdefault(mention.model.key, Subject(mention.model, (mention.start, mention.end)))
    return list(found.values())
