"""How a fact lies in Chroma: the sentence as the document, and all that is typed as metadata, for others to
filter by. What is unknown is left out, since Chroma knows no null."""

import json
from collections.abc import Iterable, Mapping

from corpus.facts.types import Attribute, Bound, Day, Fact, Flag, Span, Status, Unit, Value
from corpus.names.types import Benchmark, Model
from corpus.types import Source
from index.store.record import Metadata, Scalar
from index.types import FactRow


def fact_metadata(row: FactRow) -> Metadata:
    """Returns what a row says of its fact; `fact_row_of` reads the same fact from it."""
    fact = row.fact
    values: dict[str, Scalar | None] = {
        "article": fact.article,
        **_model(fact.model),
        "attribute": str(fact.attribute),
        **_value(fact.value),
        "status": str(fact.status),
        "as_of": str(fact.as_of) if fact.as_of else None,
        "start": fact.span[0],
        "end": fact.span[1],
        "quote": row.quote,
        "context": _context(fact.context, row.context_quotes) if fact.context else None,
        **(_benchmark(fact.benchmark) if fact.benchmark else {}),
        "note": fact.note,
        "flags": ",".join(fact.flags) or None,
    }
    return _known(values)


def source_metadata(source: Source) -> Metadata:
    """Returns what a row says of the article, under the names that a passage's row uses."""
    return _known(
        {
            "title": source.title,
            "language": source.language,
            "url": source.url,
            "publisher": source.publisher,
            "published": source.published.isoformat() if source.published else None,
        }
    )


def fact_row_of(sentence: str, metadata: Mapping[str, Scalar]) -> FactRow:
    """Returns the fact of a row. Raises KeyError, TypeError or ValueError for a row of another kind."""
    context = json.loads(str(metadata.get("context", "[]")))
    as_of = metadata.get("as_of")
    flags = str(metadata.get("flags", ""))
    fact = Fact(
        article=str(metadata["article"]),
        model=_model_of(metadata),
        attribute=Attribute(str(metadata["attribute"])),
        value=_value_of(metadata),
        status=Status(str(metadata["status"])),
        as_of=_day_of(as_of),
        span=(int(metadata["start"]), int(metadata["end"])),
        context=tuple((int(part["start"]), int(part["end"])) for part in context),
        benchmark=_benchmark_of(metadata),
        note=_text(metadata, "note"),
        flags=tuple(Flag(flag) for flag in flags.split(",")) if flags else (),
    )
    return FactRow(fact, str(metadata["quote"]), tuple(str(part["quote"]) for part in context), sentence)


def _model(model: Model) -> dict[str, Scalar | None]:
    return {
        "model": model.name,
        "model_key": model.key,
        "family": model.family,
        "developer": model.developer,
        "versioned": model.versioned,
    }


def _model_of(metadata: Mapping[str, Scalar]) -> Model:
    return Model(
        key=str(metadata["model_key"]),
        name=str(metadata["model"]),
        family=str(metadata["family"]),
        developer=_text(metadata, "developer"),
        versioned=bool(metadata["versioned"]),
    )


def _value(value: Value) -> dict[str, Scalar | None]:
    """Chroma loses the last bit of some numbers: a number is for filters there, and its digits are for us."""
    return {
        "value_number": value.number,
        "value_number_digits": _digits(value.number),
        "value_low": value.low,
        "value_low_digits": _digits(value.low),
        "value_text": value.text,
        "value_day": str(value.day) if value.day else None,
        "value_first": str(value.first) if value.first else None,
        "value_truth": value.truth,
        "unit": str(value.unit),
        "bound": str(value.bound),
    }


def _value_of(metadata: Mapping[str, Scalar]) -> Value:
    return Value(
        unit=Unit(str(metadata["unit"])),
        number=_number(metadata, "value_number_digits"),
        low=_number(metadata, "value_low_digits"),
        bound=Bound(str(metadata["bound"])),
        text=_text(metadata, "value_text"),
        day=_day_of(metadata.get("value_day")),
        truth=bool(metadata["value_truth"]) if "value_truth" in metadata else None,
        first=_day_of(metadata.get("value_first")),
    )


def _benchmark(benchmark: Benchmark) -> dict[str, Scalar | None]:
    return {
        "benchmark": benchmark.name,
        "benchmark_version": benchmark.version,
        "benchmark_variant": benchmark.variant,
    }


def _benchmark_of(metadata: Mapping[str, Scalar]) -> Benchmark | None:
    if "benchmark" not in metadata:
        return None
    version, variant = _text(metadata, "benchmark_version"), _text(metadata, "benchmark_variant")
    return Benchmark(str(metadata["benchmark"]), version, variant)


def _context(spans: Iterable[Span], quotes: Iterable[str]) -> str:
    parts = [
        {"start": start, "end": end, "quote": quote}
        for (start, end), quote in zip(spans, quotes, strict=True)
    ]
    return json.dumps(parts, ensure_ascii=False)


def _digits(number: float | None) -> str | None:
    return None if number is None else repr(float(number))


def _number(metadata: Mapping[str, Scalar], key: str) -> float | None:
    return float(metadata[key]) if key in metadata else None


def _text(metadata: Mapping[str, Scalar], key: str) -> str | None:
    return str(metadata[key]) if key in metadata else None


def _day_of(written: Scalar | None) -> Day | None:
    return Day(*(int(part) for part in str(written).split("-"))) if written is not None else None


def _known(values: Mapping[str, Scalar | None]) -> Metadata:
    return {key: value for key, value in values.items() if value is not None}
