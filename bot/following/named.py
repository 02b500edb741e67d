"""What a question names, and a question with other names in the same places."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.names import Names
from corpus.names.types import BenchmarkMention, Mention, OrganisationMention

Named = Mention | BenchmarkMention | OrganisationMention
BLANK = "\ufffc"  # stands for a name
_JOINED = re.compile(rf"{BLANK}(?:\s*(?:,|，|、|&|/|and|or|和|与|與|跟|及|或)\s*{BLANK})+")


@dataclass(frozen=True, slots=True)
class Told:
    """A text with the names in it; those of models and benchmarks do not stand within each other."""

    text: str
    models: tuple[Mention, ...]
    benchmarks: tuple[BenchmarkMention, ...]
    organisations: tuple[OrganisationMention, ...]

    @property
    def subjects(self) -> list[str]:
        """The names of the models, each once."""
        return list(dict.fromkeys(mention.model.name for mention in self.models))

    @property
    def everything(self) -> list[Named]:
        """All that is named, in order."""
        every: list[Named] = [*self.models, *self.benchmarks, *self.organisations]
        return sorted(every, key=lambda named: named.start)


def told(text: str, naming: Names) -> Told:
    """Returns what a text names."""
    models = tuple(naming.mentions(text))
    benchmarks = tuple(b for b in naming.benchmarks(text) if _apart(b, models))
    organisations = tuple(o for o in naming.organisations(text) if _apart(o, (*models, *benchmarks)))
    return Told(text, models, benchmarks, organisations)


def identity(named: Named) -> object:
    """Returns what is named, the same for all ways of writing it."""
    match named:
        case Mention(model=model):
            return model.key
        case BenchmarkMention(benchmark=benchmark):
            return benchmark
    return named.name


def blanked(text: str, named: Sequence[Named]) -> str:
    """Returns the text with one sign in the place of a name, or of several that "and" joins."""
    for one in reversed(named):
        text = text[: one.start] + BLANK + text[one.end :]
    return _JOINED.sub(BLANK, text)


def swapped(text: str, named: Sequence[Named], other: str) -> str:
    """Returns the text with `other` in the place of each of these names."""
    for one in reversed(named):
        text = text[: one.start] + other + text[one.end :]
    return text


def _apart(one: Named, others: Sequence[Named]) -> bool:
    return all(one.end <= other.start or other.end <= one.start for other in others)
