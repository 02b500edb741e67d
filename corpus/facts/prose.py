"""Reads what an article states outside of tables: paragraphs, bullets and headings."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.facts.abilities import cutoffs, modalities
from corpus.facts.attributing import quoted, stated_status, with_subjects, within
from corpus.facts.costs import PRICES, costs, names_tier
from corpus.facts.drafts import Draft
from corpus.facts.entry_lines import EntryLines
from corpus.facts.handed_on import next_subject, spoken_of
from corpus.facts.headlines import borne_out, is_contents
from corpus.facts.lent_days import LentDays, headed
from corpus.facts.licences import licences, weights
from corpus.facts.limits import limits
from corpus.facts.makers import makers
from corpus.facts.occasions import Occasion, occasion
from corpus.facts.pairs import both, pair_of
from corpus.facts.parameters import parameters
from corpus.facts.quantity_types import DayMention
from corpus.facts.releases import announced, leading_day, releases
from corpus.facts.scan import Scan, Sentence
from corpus.facts.scores import scores
from corpus.facts.subjects import Subject, groups, only
from corpus.facts.thread import Thread, is_footnote, opening_subject
from corpus.facts.types import Attribute, Day, Fact, Span, Status, Unit, Value
from corpus.structure.sentences import sentences_in
from corpus.structure.types import Block, Kind
from corpus.types import Article

_READERS = (limits, parameters, costs, scores, licences, weights, modalities, cutoffs, makers)
# what a correction takes back
_RETRACTED = re.compile(
    r"\b(?:earlier|previous|original|first) versions? of th(?:is|e) (?:article|story|post|report|piece)\b"
    r"|\b(?:previously|originally|wrongly|mistakenly|incorrectly|erroneously) (?:stated|reported|given|gave|said|listed|wrote|published)\b"
    r"|(?:此前|之前|原|早前|初)版?(?:文|稿|报道|報導)?(?:误|誤|错误|錯誤)|(?:误写|誤寫|误作|误报|誤報|错写)|本文(?:此前|之前|早前)|以前の版|誤って|이전 버전|잘못",
    re.IGNORECASE,
)
_ASKS = re.compile(r"[?？][\s*_`\"'”’」』)）]{0,8}$")  # a question states nothing
_TAG = re.compile(r"<[^<>]{0,200}>")


@dataclass(slots=True)
class _Intro:
    """What an announcing sentence says of the models that are listed below it."""

    status: Status
    day: Day | None
    sentence: Span


class Prose:
    """Reads paragraphs, bullets and headings, and the announced names at the head of table rows."""

    def __init__(
        self,
        article: Article,
        found: Sequence[Block],
        scan: Scan,
        tables: list[Span],
        speaks: Day | None,
        title: Subject | None = None,
    ) -> None:
        self._article = article
        self._blocks = found
        self._scan = scan
        self._tables = tables
        self._speaks = speaks
        self._thread = Thread(title)
        self._days = LentDays({})
        self._intro: _Intro | None = None
        self._occasion: Occasion | None = None
        self._headings: set[Span] = set()
        self._tiered = False  # below "Above 128K tokens:", what prices there are hold for some requests alone
        self._pair: tuple[Subject, ...] = ()

    def read(self) -> list[Fact]:
        """Returns the facts in the order in which they are told."""
        return borne_out(self._told(), self._headings) if self._scan.names_models else []

    def _told(self) -> Iterator[Fact]:
        self._days = LentDays(headed(self._blocks, self._scan.sentence))
        for block in self._blocks:
            if block.kind is Kind.CODE or is_contents(block.path):
                continue
            if block.kind is Kind.HEADING:
                self._headings.add((block.start, block.end))
                yield from self._on_the_occasion(self._scan.sentence(block.start, block.end))
            elif block.kind is Kind.PROSE:
                self._occasion = occasion(self._scan.sentence(block.start, block.end)) or self._occasion
            if block.kind is Kind.ROW or self._in_table(block):
                yield from self._announced_here(self._scan.sentence(block.start, block.end))
                continue
            yield from self._block(block)

    def _in_table(self, block: Block) -> bool:
        return any(start < block.end and block.start < end for start, end in self._tables)

    def _block(self, block: Block) -> Iterator[Fact]:
        spans = (
            [(block.start, block.end)]
            if block.kind is Kind.HEADING
            else sentences_in(self._article.text, block.start, block.end)
        )
        leading: DayMention | None = None
        previous: Subject | None = None
        opening: Subject | None = None
        others: set[str] = set()
        first = True
        lines = EntryLines(block.start)
        for start, end in spans:
            sentence = self._scan.sentence(start, end)
            if lines.is_own_entry(sentence) or is_footnote(sentence):
                previous, opening = None, opening_subject(sentence)
                others.clear()
            if first:
                self._enter(block, sentence)
                leading = leading_day(sentence)
                opening = opening_subject(sentence)
                yield from self._announced_here(sentence)
            subject = previous or opening or self._ruling(block, sentence, others)
            lent = self._days.lent(sentence, block.path)
            for one in both(sentence, self._pair) or (subject,):
                yield from self._facts(sentence, one, leading, lent)
            self._pair = pair_of(sentence) if sentence.models else self._pair
            self._days.told(sentence, block.path)
            previous = next_subject(sentence, previous)
            others |= spoken_of(sentence)
            self._announce(sentence, block)
            self._tiered = names_tier(sentence) or (self._tiered and not sentence.models)
            first = False

    def _enter(self, block: Block, sentence: Sentence) -> None:
        if block.kind is Kind.HEADING:
            self._intro, self._tiered, self._pair = None, False, ()
            self._thread.heading(block, sentence)
        elif block.kind is Kind.ITEM:
            line = self._article.text.rfind("\n", 0, block.start) + 1
            self._thread.bullet(sentence, block.start - line)
        else:
            self._thread.paragraph(sentence)

    def _subject(self, block: Block) -> Subject | None:
        return self._thread.subject(block.path, block.kind is Kind.ITEM)

    def _ruling(self, block: Block, sentence: Sentence, others: set[str]) -> Subject | None:
        """The subject of the list or the heading, unless the paragraph has come to others since."""
        subject = None if is_footnote(sentence) else self._subject(block)
        return None if subject and others - {subject.model.key} else subject

    def _announce(self, sentence: Sentence, block: Block) -> None:
        found = announced(sentence)
        if found:
            self._intro = _Intro(
                found[0],
                found[1].day if found[1] else None,
                quoted(sentence, sentence.start, sentence.end),
            )
        elif block.kind is Kind.PROSE:
            self._intro = None

    def _announced_here(self, sentence: Sentence) -> Iterator[Fact]:
        """The models that open a row or a bullet below "expected in February:"."""
        if self._intro is None or not sentence.models:
            return
        before = sentence.between(sentence.start, sentence.models[0].start)
        if len(before) >= 40 or any(c.isalnum() for c in _TAG.sub("", before)):
            return
        if self._intro.status is Status.RELEASED and not self._intro.day:
            return
        value = Value(Unit.DATE, day=self._intro.day)
        for named in (m for m in groups(sentence, sentence.models)[0] if m.model.versioned):
            draft = Draft(Attribute.RELEASED, value, named.start, named.end)
            subject = Subject(named.model, (named.start, named.end))
            yield self._fact(draft, subject, self._intro.sentence, self._intro.status)

    def _on_the_occasion(self, sentence: Sentence) -> Iterator[Fact]:
        """The model of a heading, whose maker released something in the days that a paragraph above tells."""
        model = only(sentence.models)
        if self._occasion is None or model is None or not self._occasion.covers(model):
            return
        draft = Draft(Attribute.RELEASED, self._occasion.value, sentence.start, sentence.end)
        subject = Subject(model, sentence.span)
        yield self._fact(draft, subject, self._occasion.span, Status.RELEASED)

    def _facts(
        self,
        sentence: Sentence,
        context: Subject | None,
        leading: DayMention | None,
        lent: DayMention | None,
    ) -> Iterator[Fact]:
        if context is None and not sentence.models:
            return  # whatever it states, it states of no model
        words = sentence.between(sentence.start, sentence.end)
        if _ASKS.search(words) or _RETRACTED.search(words):
            return
        drafts = [draft for reader in _READERS for draft in reader(sentence)]
        drafts += releases(sentence, leading, lent)
        if self._tiered:
            drafts = [draft for draft in drafts if draft.attribute not in PRICES]
        for draft, subjects in with_subjects(sentence, drafts, context):
            span = quoted(sentence, draft.start, draft.end)
            told = self._when(draft, [*sentence.days, *(day for day in (leading, lent) if day)])
            added = tuple(part for part in told if not within(part, span))
            for subject in subjects:
                if self._is_a_members(draft, subject):
                    continue
                fact = self._fact(draft, subject, span, stated_status(sentence, draft))
                yield replace(fact, context=(*fact.context, *added))

    def _when(self, draft: Draft, days: Iterable[DayMention]) -> Iterator[Span]:
        """Where the day stands that a draft states; and the year, of a day that is written without one."""
        mention = next((d for d in days if d.day == draft.value.day), None)
        if mention is None:
            return
        yield mention.start, mention.end
        year = self._scan.year_of(mention) if mention.partial else None
        if year is not None:
            yield year

    def _is_a_members(self, draft: Draft, subject: Subject) -> bool:
        """Whether a number of parameters is one size of several that go by the subject's name."""
        size = draft.value.number if draft.attribute is Attribute.PARAMETERS_TOTAL else None
        return size is not None and self._scan.is_one_of_sizes(subject.model, size)

    def _fact(self, draft: Draft, subject: Subject, span: Span, status: Status) -> Fact:
        context = (subject.span,) if subject.span and not within(subject.span, span) else ()
        return Fact(
            article=self._article.source.article,
            model=subject.model,
            attribute=draft.attribute,
            value=draft.value,
            status=status,
            as_of=self._speaks,
            span=span,
            context=context,
            benchmark=draft.benchmark,
            note=draft.note,
        )
