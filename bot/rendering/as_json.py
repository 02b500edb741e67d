"""The shapes that scripts read: one object a line."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from bot.batch import Id
from bot.characters import escaped
from bot.doctor.check import Check
from bot.rendering.facts_text import nothing_said
from bot.taking_in.types import Added, FeedReport, Polled
from bot.types import Answer, Card, Citation, Happenings, Listing, NearMiss, Refusal, Row, Span
from corpus.intake.ledger import SetAside
from corpus.types import Source
from index.store.manifest import TAKEN_IN, Entry
from index.sync.report import Report
from index.types import Hit

Json = Mapping[str, object]


def json_line(value: Json) -> str:
    """Returns JSON on one line, in which nothing can end a line, act on a terminal or fail to be encoded."""
    return escaped(json.dumps(value, ensure_ascii=False, allow_nan=False))


def reply_json(reply: Answer | Refusal, asker_id: Id | None = None, explained: Json | None = None) -> Json:
    """Returns an answer or a refusal; `explained` is added as "explain" where it is given."""
    answered = isinstance(reply, Answer)
    near = reply.near_miss if isinstance(reply, Refusal) else None
    result: dict[str, object] = {
        "id": asker_id,
        "question": reply.question.text,
        "language": reply.question.language,
        "outcome": "answered" if answered else "refused",
        "text": reply.text,
        "understood": reply.understood,
        "rows": [row_json(row) for row in reply.rows],
        "unknown": list(reply.unknown),
        "citations": _citations(reply.citations) if isinstance(reply, Answer) else [],
        "near_miss": _near_miss(near) if near else None,
        "timings_ms": {name: round(value, 1) for name, value in reply.timings_ms.items()},
    }
    return result if explained is None else {**result, "explain": explained}


def citation_json(citation: Citation) -> Json:
    """Returns a citation with its source."""
    context = [_span(span) for span in citation.context]
    return {"n": citation.n, **_source(citation.source), **_span(citation.span), "context": context}


def row_json(row: Row) -> Json:
    """Returns a reported value."""
    return {**asdict(row), "citations": list(row.citations)}


def listing_json(listing: Listing) -> Json:
    """Returns rows that a command found."""
    rows = [row_json(row) for row in listing.rows]
    return {"rows": rows, "unknown": list(listing.unknown), "citations": _citations(listing.citations)}


def card_json(card: Card) -> Json:
    """Returns a model's card; where no article states anything of it, `message` says so, and `near` names those
    that may be meant."""
    rows = [row_json(row) for row in card.rows]
    citations = _citations(card.citations)
    found = {"model": card.model, "developer": card.developer, "rows": rows, "citations": citations}
    return {**found, "message": nothing_said(card), "near": list(card.near)}


def happenings_json(happenings: Happenings) -> Json:
    """Returns events."""
    events = [{**asdict(event), "citations": list(event.citations)} for event in happenings.events]
    return {"events": events, "citations": _citations(happenings.citations)}


def hits_json(query: str, hits: Sequence[Hit], asker_id: Id | None = None) -> Json:
    """Returns what a search found."""
    return {"id": asker_id, "query": query, "hits": [_hit(hit) for hit in hits]}


def report_json(report: Report) -> Json:
    """Returns what an update did."""
    counts = ("articles", "passages", "facts", "added", "updated", "unchanged", "removed")
    return {
        **{name: getattr(report, name) for name in counts},
        "skipped": [{"path": s.path, "reason": s.reason} for s in report.skipped],
        "warnings": [{"path": w.path, "message": w.message} for w in report.warnings],
        "generation": report.generation,
        "seconds": round(report.seconds, 3),
    }


def added_json(added: Added) -> Json:
    """Returns what came of what was offered: the report of the update, and what became known by it."""
    stored, happened = added.stored, happenings_json(added.changes)
    return {
        **report_json(added.whole),
        "taken_in": list(stored.taken),
        "superseded": [asdict(one) for one in stored.superseded],
        "copies": [{"path": copy.path, "of": copy.of} for copy in stored.copies],
        "set_aside": [{"path": one.path, "reason": one.reason} for one in stored.set_aside],
        "changes": happened["events"],
        "citations": happened["citations"],
    }


def polled_json(polled: Polled) -> Json:
    """Returns what a poll of the feeds did: all that `add` tells, and what came of each feed."""
    return {**added_json(polled.added), "feeds": [_feed(feed) for feed in polled.feeds]}


def set_aside_json(found: Sequence[SetAside]) -> Json:
    """Returns the articles that were set aside, in the shape of those that were not."""
    return {"articles": [_set_aside(one) for one in found]}


def articles_json(entries: Sequence[Entry], addresses: Mapping[str, Sequence[str]]) -> Json:
    """Returns the articles of an index; `addresses` are all that are known of those taken in, by their paths."""
    return {"articles": [_article(entry, addresses) for entry in entries]}


def checks_json(checks: Sequence[Check]) -> Json:
    """Returns what the doctor found."""
    return {"checks": [{"name": c.name, "ok": c.ok, "message": c.message} for c in checks]}


def _citations(citations: Sequence[Citation]) -> list[Json]:
    return [citation_json(citation) for citation in citations]


def _article(entry: Entry, addresses: Mapping[str, Sequence[str]]) -> Json:
    known = addresses.get(entry.source.path, ()) if entry.corpus == TAKEN_IN else ()
    said = (entry.source.url, entry.source.canonical_url, *known)
    return {
        **_source(entry.source),
        "facts": entry.facts,
        "passages": entry.passages,
        "copy_of": entry.copy_of,
        "translation_of": entry.translation_of,
        "superseded_by": entry.superseded_by,
        "addresses": list(dict.fromkeys(address for address in said if address)),
    }


def _feed(feed: FeedReport) -> Json:
    return {**asdict(feed), "until": feed.until.isoformat(timespec="seconds") if feed.until else None}


def _set_aside(one: SetAside) -> Json:
    return {
        "article": None,
        "title": one.title,
        "publisher": one.publisher,
        "url": one.address,
        "published": one.published.isoformat() if one.published else None,
        "language": one.language,
        "path": None,
        "facts": 0,
        "passages": 0,
        "reason": one.reason,
        "set_aside": one.day.isoformat(),
    }


def _source(source: Source) -> Json:
    return {
        "article": source.article,
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url,
        "published": _day(source),
        "language": source.language,
        "path": source.path,
    }


def _near_miss(near: NearMiss) -> Json:
    return {"text": near.text, "citation": citation_json(near.citation)}


def _span(span: Span) -> Json:
    return {"quote": span.quote, "start": span.start, "end": span.end}


def _hit(hit: Hit) -> Json:
    passage = hit.passage
    return {
        "rank": hit.rank,
        "score": round(hit.score, 6),
        "article": passage.article,
        "path": hit.source.path,
        "language": passage.language,
        "published": _day(hit.source),
        "heading": passage.heading,
        "text": passage.text,
        "start": passage.start,
        "end": passage.end,
    }


def _day(source: Source) -> str | None:
    return source.published.isoformat() if source.published else None
