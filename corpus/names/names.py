"""What the lexicon, an article and the index know of names, as one thing to ask."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache

from corpus.names.article import known_in, with_families
from corpus.names.benchmarks import Benchmarks, find_benchmarks, read_benchmarks
from corpus.names.finding import find
from corpus.names.folding import folded
from corpus.names.introductions import Introductions, read_introductions
from corpus.names.known import Known
from corpus.names.lexicon import read_lexicon
from corpus.names.organisations import organisations
from corpus.names.plain import families_of
from corpus.names.prefixes import prefixes
from corpus.names.single import single_model
from corpus.names.types import BenchmarkMention, Mention, Model, OrganisationMention

_AROUND = 64  # characters on both sides of a part of a text that are looked at too


@dataclass(frozen=True, slots=True)
class Names:
    """Finds models, developers and benchmarks in texts. Immutable; the `for_` and `with_` methods return
    another one that knows more."""

    known: Known
    measures: Benchmarks
    words: Introductions

    def mentions(self, text: str, start: int = 0, end: int | None = None) -> list[Mention]:
        """Returns the models named in ``text[start:end]``, in order, not overlapping, longest first."""
        window, shift, stop = _window(text, start, end)
        return [_moved(hit, shift) for hit in find(self.known, window, start - shift, stop - shift)]

    def organisations(self, text: str, start: int = 0, end: int | None = None) -> list[OrganisationMention]:
        """Returns the developers named in ``text[start:end]``, in order, not overlapping."""
        window, shift, stop = _window(text, start, end)
        hits = organisations(self.known.lexicon.developers, window, start - shift, stop - shift)
        return [replace(hit, start=hit.start + shift, end=hit.end + shift) for hit in hits]

    def benchmarks(self, text: str, start: int = 0, end: int | None = None) -> list[BenchmarkMention]:
        """Returns the benchmarks named in ``text[start:end]``, in order, not overlapping."""
        window, shift, stop = _window(text, start, end)
        hits = find_benchmarks(self.measures, window, start - shift, stop - shift)
        return [replace(hit, start=hit.start + shift, end=hit.end + shift) for hit in hits]

    def model(self, name: str) -> Model | None:
        """Returns the model that the whole of `name` is a name of, in any spelling, or None."""
        return single_model(self.known, name)

    def prefixes(self, text: str, at: int) -> list[Mention]:
        """Returns a mention for each place where a model's name that starts at `at` could end, shortest
        first, for tables whose cells ran together."""
        return prefixes(self.known, text, at)

    def attested(self, model: Model) -> bool:
        """Whether the lexicon lists this very model, or the article names it standing clear."""
        return model.key in self.known.attested

    def developer(self, name: str) -> str | None:
        """Returns the main name of the developer called `name` in any spelling, or None."""
        found = self.known.lexicon.developers.by_alias.get(re.sub(r"\s+", " ", folded(name)).strip())
        return found.name if found else None

    def also_called(self, name: str) -> tuple[str, ...]:
        """Returns the other names of the family or the developer with this main name: 通义千问 for Qwen."""
        family = self.known.lexicon.families.get(name)
        developer = self.known.lexicon.developers.by_alias.get(folded(name))
        return (*(family.aliases if family else ()), *(developer.aliases if developer else ()))

    def for_article(self, text: str) -> "Names":
        """Returns what reads this article: it knows which families the article speaks of, so that "Opus
        4.6" or "R1" may stand alone, and the models that it introduces and no file knows."""
        return replace(self, known=known_in(self.known, self.measures, self.words, text))

    def with_models(self, models: Iterable[Model], also: Callable[[str], str] | None = None) -> "Names":
        """Returns what also recognises these models and their families' short forms. `also` returns another
        way in which a family's name may be written, such as in simplified characters."""
        models = tuple(models)
        own = self.known.lexicon.families
        new = [model for model in models if model.family not in own]
        base = with_families(self.known, families_of(new, self.known.lexicon, also)) if new else self.known
        known = replace(
            base,
            spoken_of=base.spoken_of | {model.family for model in models},
            named=self.known.named | {model.key for model in models},
            complete=self.known.complete
            | {m.key for m in new if m.versioned and not re.search(r"\d", m.key)},
            names={**self.known.names, **{m.key: m.name for m in new}},
        )
        return replace(self, known=known)


@cache
def read_names() -> Names:
    """Returns what the lexicon's files know; read once in a process, since that takes 70 ms."""
    return Names(Known(read_lexicon()), read_benchmarks(), read_introductions())


def _window(text: str, start: int, end: int | None) -> tuple[str, int, int]:
    """Returns the part of the text that is looked at, its offset, and the end."""
    stop = len(text) if end is None else min(end, len(text))
    shift = max(0, start - _AROUND)
    return (text if shift == 0 and stop + _AROUND >= len(text) else text[shift : stop + _AROUND]), shift, stop


def _moved(hit: Mention, shift: int) -> Mention:
    return replace(hit, start=hit.start + shift, end=hit.end + shift) if shift else hit
