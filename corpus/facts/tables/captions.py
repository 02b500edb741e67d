"""What the words around a table say about all of it: units, the benchmark, the day, the status."""

import re
from dataclasses import dataclass

from corpus.facts.cues import Cues, status_of
from corpus.facts.days import days
from corpus.facts.tables.money import Basis
from corpus.facts.tables.months import months
from corpus.facts.tables.types import Surroundings
from corpus.facts.tables.units import currency, per_tokens
from corpus.facts.types import Day, Span, Status, Unit, Value
from corpus.names import Names
from corpus.names.types import Benchmark, BenchmarkMention

_PRICED = re.compile(r"pric|cost|\bapi\b|价|價|费|費|料金|価格|가격|요금", re.IGNORECASE)
_TUNED = re.compile(r"fine-?tun|微调|微調|ファインチューニング|파인튜닝|미세\s?조정", re.IGNORECASE)
_CONDITION = re.compile(
    r"\bbatch|\bflex\b|\bpriority\b|\boff-?peak|\bpeak\b|\blong[- ]context|\bcache[ds]?\b|\bdiscount|\bpromotion"
    r"|(?:up to|at most|over|above|more than|longer than|beyond|below|under|less than|shorter than|exceed\w{0,3}|≤|≥|<|>)\s?\d[\d,.]{0,9}\s?(?:[kKmM]\b|tokens|thousand|million|000)"
    r"|批量|批处理|批次|闲时|閒時|夜间|夜間|峰时|谷时|优惠|優惠|折扣|缓存|快取|长上下文|長上下文|(?:超过|超過|不超过|不超過|大于|小于)\s?\d|\d\s?[kKmM万萬]?\s?(?:tokens?)?\s?(?:以内|以內|以下|以上|を超|まで|이하|이상|초과)"
    r"|バッチ|割引|キャッシュ|長文|배치|할인|캐시",
    re.IGNORECASE,
)
_LONGEST_CONDITION = 80
_SENTENCE_ENDS = (".", "。", "!", "！", "?", "？", ";", "；")
_NEAR_DAY = 24  # characters between "as of" and its day
_TO_COME = (Status.RUMOURED, Status.EXPECTED)


@dataclass(frozen=True, slots=True)
class Due:
    """When models are to come: the day, its words, and the sentence or heading that they stand in."""

    value: Value
    span: Span
    sentence: Span


@dataclass(frozen=True, slots=True)
class Caption:
    """What holds for a whole table, with the words that say so. `tuned` says that its prices are those of
    tuned models; `condition` is what says which of several prices they are: for long prompts, in batches; `measured` are the benchmarks that are named above it; `due` when the models of a table of what is to come are to come."""

    basis: Basis
    basis_span: Span | None = None
    benchmark: Benchmark | None = None
    benchmark_span: Span | None = None
    day: Day | None = None
    status: Status | None = None
    due: Due | None = None
    tuned: bool = False
    condition: Span | None = None
    measured: tuple[BenchmarkMention, ...] = ()

    def exactly(self, benchmark: Benchmark) -> BenchmarkMention | None:
        """The one benchmark above the table that is a version or variant of the one that a header names
        ("… on SWE-bench Verified:" above a column "SWE-bench"), None where the header says which."""
        if benchmark.version or benchmark.variant:
            return None
        alike = [m for m in self.measured if m.benchmark.name == benchmark.name]
        meant = {m.benchmark for m in alike}
        return alike[0] if len(meant) == 1 and benchmark not in meant else None


def read_caption(text: str, around: Surroundings, names: Names, cues: Cues, reference: Day | None) -> Caption:
    """Reads the headings and the words around a table."""
    near = [span for span in (around.before, *around.headings[:2], around.after, *around.intros) if span]
    above = [span for span in (around.before, *around.headings[:1]) if span]
    basis, basis_span = _basis(text, near)
    benchmark, benchmark_span = _benchmark(text, above, names)
    return Caption(
        basis,
        basis_span,
        benchmark,
        benchmark_span,
        _day(text, [s for s in (around.before, around.after) if s], cues, reference),
        *_to_come(text, around, cues, reference),
        any(_TUNED.search(text, *span) for span in around.headings[:1]),
        _condition(text, around),
        tuple(mention for span in above for mention in names.benchmarks(text, *span)),
    )


def _basis(text: str, spans: list[Span]) -> tuple[Basis, Span | None]:
    """The first of the spans that says what prices are for, and the currency that it names, if any."""
    for start, end in spans:
        words = text[start:end]
        per = per_tokens(words)
        if per is not None and (_PRICED.search(words) or currency(words)):
            return Basis(currency(words), per), (start, end)
    return Basis(None, None), None


def _benchmark(text: str, spans: list[Span], names: Names) -> tuple[Benchmark | None, Span | None]:
    """The one benchmark that the nearest of the spans names."""
    for start, end in spans:
        found = names.benchmarks(text, start, end)
        if len({mention.benchmark for mention in found}) == 1:
            return found[0].benchmark, (found[0].start, found[0].end)
        if found:
            break
    return None, None


def _day(text: str, spans: list[Span], cues: Cues, reference: Day | None) -> Day | None:
    """The day as of which the table was made, where the words around it say so."""
    for start, end in spans:
        for cue in cues.find(text, start, end):
            if "as_of" in cue.kinds:
                found = days(text, cue.end, min(end, cue.end + _NEAR_DAY), reference)
                if found and not found[0].partial:
                    return found[0].day
    return None


def _to_come(
    text: str, around: Surroundings, cues: Cues, reference: Day | None
) -> tuple[Status | None, Due | None]:
    """Whether the table is of what is still to come, as the sentence that leads to it says, or its heading;
    and the day that these name, with its words."""
    leads = [span for span in (_leading(text, around), *around.headings[:1]) if span]
    told = [(span, status) for span in leads if (status := status_of(cues.find(text, *span))) in _TO_COME]
    if not told:
        return None, None
    status = told[0][1]
    for start, end in (span for span, _ in told):
        found = [(d.day, (d.start, d.end)) for d in days(text, start, end, reference) if not d.partial]
        found = found or months(text, start, end, reference)
        if len(found) == 1:
            return status, Due(Value(Unit.DATE, day=found[0][0]), found[0][1], (start, end))
    return status, Due(Value(Unit.DATE), told[0][0], told[0][0])


def _condition(text: str, around: Surroundings) -> Span | None:
    """The heading, or the short line that leads to the table, that says which of several prices its prices
    are."""
    line = around.before and (
        max(around.before[0], text.rfind("\n", 0, around.before[1]) + 1),
        around.before[1],
    )
    leads = line is not None and not text[: line[1]].rstrip("*_ ").endswith(_SENTENCE_ENDS)
    near = [span for span in (line if leads else None, *around.headings[:1]) if span]
    return next((s for s in near if s[1] - s[0] <= _LONGEST_CONDITION and _CONDITION.search(text, *s)), None)


def _leading(text: str, around: Surroundings) -> Span | None:
    """The last line before the table, where a colon says that the table belongs to it."""
    if around.before is None or not text[: around.before[1]].endswith((":", "：")):
        return None
    return max(around.before[0], text.rfind("\n", 0, around.before[1]) + 1), around.before[1]
