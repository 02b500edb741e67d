"""Writes values as people read them, each with the numbers of its citations."""

from collections.abc import Iterable, Sequence

from bot.characters import one_line
from bot.facts.citing import Citing
from bot.facts.phrases import phrases_for
from bot.facts.types import Reported
from bot.facts.units import united
from bot.phrases import Phrases
from bot.types import Citation, Row, Scalar
from bot.understanding.types import Wanted
from corpus.facts.shown import shown
from corpus.facts.types import Attribute, Status, Value
from corpus.names.types import Model
from corpus.types import Source
from index.catalogue.types import Statement

MARKS = 3  # citations of one value; more articles that say the same make it no clearer
_NOTE, _NAME, _PUBLISHER = 80, 120, 40
_PREVIEWS = ("beta", "preview", "测试", "測試", "内测", "公测", "预览", "預覽")


class Scribe:
    """Writes one answer in one language, and keeps what it cites."""

    def __init__(self, language: str) -> None:
        self.phrases: Phrases = phrases_for(language)
        self._citing = Citing()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """What was cited so far, by number."""
        return self._citing.citations()

    def numbers(self, statements: Sequence[Statement]) -> tuple[int, ...]:
        """Returns the numbers of the citations of statements that say the same, of three at most."""
        return tuple(dict.fromkeys(self._citing.number(s) for s in _one_an_article(statements)[:MARKS]))

    def marks(self, statements: Sequence[Statement]) -> str:
        """Returns these numbers as they stand in a text: "[1][2]"."""
        return "".join(f"[{number}]" for number in self.numbers(statements))

    def attribute(self, wanted: Wanted) -> str:
        """Returns the name of an attribute: "context window", "score on AIME 2025"."""
        benchmark = wanted.benchmark.full_name if wanted.benchmark else ""
        return self.phrases.say("attributes", wanted.attribute, benchmark=one_line(benchmark))

    def measured(self, wanted: Wanted) -> str:
        """Returns the name of an attribute as a sentence has it: "a context window"."""
        benchmark = wanted.benchmark.full_name if wanted.benchmark else ""
        return self.phrases.say("measured", wanted.attribute, benchmark=one_line(benchmark))

    def value(self, statement: Statement) -> str:
        """Returns a value with what limits it: "1M tokens (Beta)", "2026-02 (expected, not released)"."""
        fact = statement.fact
        plain = self.plain(united(fact))
        said = [one_line(fact.note, _NOTE)] if fact.note else []
        if fact.status is not Status.RELEASED and not _says_preview(statement):
            said.append(self.phrases.say("statuses", fact.status))
        said += [self.phrases.say("flags", flag) for flag in fact.flags]
        if not plain:
            return self.join(said, "comma") or self.phrases.say("statuses", fact.status)
        return plain + (
            self.phrases.say("joints", "brackets", inside=self.join(said, "comma")) if said else ""
        )

    def truth(self, attribute: Attribute, truth: bool) -> str:
        """Returns what is true or not as a quality: "open weights", "no open weights"."""
        name = self.attribute(Wanted(attribute))
        return self.phrases.say("conditions", "true" if truth else "false", attribute=name)

    def plain(self, value: Value) -> str:
        """Returns a value alone; nothing where only a status is stated."""
        return one_line(shown(value, self.phrases.language), _NAME)

    def cited(self, *statements: Statement) -> str:
        """Returns the first one's value with the citations of all: "1M tokens (Beta) [1]"."""
        return f"{self.value(statements[0])} {self.marks(statements)}"

    def dated(self, statement: Statement) -> str:
        """Returns a value with its citation, who says so, and as of when."""
        return f"{self.cited(statement)}{self.origin(statement)}"

    def origin(self, statement: Statement) -> str:
        """Returns who says something and as of when, in brackets."""
        day = str(statement.fact.as_of) if statement.fact.as_of else self.phrases.say("timeline", "undated")
        by = one_line(_publisher(statement.source), _PUBLISHER)
        return self.phrases.say("joints", "brackets", inside=self.join([by, day], "comma"))

    def said(self, reported: Reported) -> str:
        """Returns an attribute and what is reported of it; where articles disagree, every value, dated."""
        name = self.attribute(reported.wanted)
        if reported.conflict:
            values = self.join(map(self.dated, (reported.headline, *reported.others)), "semicolon")
            return self.phrases.say("lookup", "disagreement", attribute=name, values=values)
        every = [self.cited(reported.headline, *reported.same), *map(self.cited, reported.limited)]
        return self.named(reported, self.join(every, "semicolon"))

    def named(self, reported: Reported, value: str) -> str:
        """Returns the attribute with its value; of a release without a day the value alone: "released"."""
        fact = reported.headline.fact
        if fact.attribute is Attribute.RELEASED and not self.plain(fact.value):
            return value
        return self.phrases.say("lookup", "value", attribute=self.attribute(reported.wanted), value=value)

    def headline(self, reported: Reported) -> str:
        """Returns the headline value, cited, and in brackets what other articles say instead."""
        value = self._quality(reported) or self.cited(reported.headline, *reported.same)
        if not reported.conflict:
            return value
        others = self.join(map(self.dated, reported.others), "comma")
        also = self.phrases.say("filter", "also", values=others)
        return value + self.phrases.say("joints", "brackets", inside=also)

    def _quality(self, reported: Reported) -> str:
        """A truth that is released, named by what is true; nothing for anything else."""
        fact = reported.headline.fact
        if fact.value.truth is None or fact.status is not Status.RELEASED or fact.note:
            return ""
        marks = self.marks((reported.headline, *reported.same))
        return f"{self.truth(fact.attribute, fact.value.truth)} {marks}"

    def item(self, reported: Reported) -> str:
        """Returns a model and its headline value: "Llama 4 Scout 10M tokens [1]"."""
        name, values = name_of(reported.model), self.headline(reported)
        return self.phrases.say("filter", "item", model=name, values=values)

    def join(self, parts: Iterable[str], joint: str) -> str:
        """Returns the parts in one, with what stands between them in this language."""
        return self.phrases.say("joints", joint).join(parts)

    def first_row(self, reported: Reported, rank: int | None = None) -> Row:
        """Returns the row of the headline value."""
        return self.row(reported.model, (reported.headline, *reported.same), reported.conflict, rank)

    def rows(self, reported: Reported) -> list[Row]:
        """Returns a row for each value that is reported, the headline's first."""
        first = self.first_row(reported)
        others = [self.row(reported.model, [other], True) for other in reported.others]
        return [first, *others, *(self.row(reported.model, [s], False) for s in reported.limited)]

    def row(
        self, model: Model, statements: Sequence[Statement], conflict: bool, rank: int | None = None
    ) -> Row:
        """Returns the row of the first statement, citing all."""
        fact = statements[0].fact
        return Row(
            model=model.name,
            developer=model.developer,
            attribute=fact.attribute.value,
            value=scalar(fact.value),
            unit=united(fact).unit.value,
            shown=self.plain(united(fact)) or self.value(statements[0]),
            status=fact.status.value,
            as_of=str(fact.as_of) if fact.as_of else None,
            conflict=conflict,
            citations=self.numbers(statements),
            benchmark=fact.benchmark.full_name if fact.benchmark else None,
            low=fact.value.low,
            bound=fact.value.bound.value,
            note=fact.note,
            rank=rank,
        )


def scalar(value: Value) -> Scalar | None:
    """Returns a value as JSON has it: a whole number without a point, a day, or the span that it lies in,
    in ISO 8601."""
    if value.number is not None:
        return int(value.number) if float(value.number).is_integer() else value.number
    if value.day and value.first:
        return f"{value.first}/{value.day}"
    return str(value.day) if value.day else value.text if value.truth is None else value.truth


def wanted_of(statement: Statement) -> Wanted:
    """Returns what a statement states."""
    fact = statement.fact
    return Wanted(fact.attribute, fact.benchmark if fact.attribute is Attribute.BENCHMARK else None)


def name_of(model: Model) -> str:
    """Returns a model's name on one line; it may be taken from an article."""
    return one_line(model.name, _NAME)


def _one_an_article(statements: Sequence[Statement]) -> list[Statement]:
    """The first statement of each article; an article and its copies are one."""
    first = {s.origin: s for s in reversed(statements)}
    return [s for s in statements if first[s.origin] is s]


def _says_preview(statement: Statement) -> bool:
    """Whether the note itself says that this is a preview, as in "1M tokens (Beta)"."""
    note = (statement.fact.note or "").casefold()
    return statement.fact.status is Status.PREVIEW and any(word in note for word in _PREVIEWS)


def _publisher(source: Source) -> str:
    return source.publisher or source.title
