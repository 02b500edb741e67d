"""The same for people: plain text, without colours, in which nothing of an article acts on the terminal."""

from collections.abc import Iterable, Sequence

from bot.characters import one_line, shown
from bot.doctor.check import Check
from bot.rendering.counted import counted
from bot.rendering.sources import credit, grouped_sources
from bot.types import Answer, Citation, Refusal
from corpus.types import Source
from index.store.manifest import Entry
from index.sync.report import Report
from index.types import Hit

_QUOTE, _SNIPPET = 400, 300
_SOURCES = {"zh": "来源：", "zh-Hant": "來源："}


def reply_text(reply: Answer | Refusal) -> str:
    """Returns an answer, or a refusal, with the sources of what it quotes."""
    lines = [shown(reply.text)]
    cited = reply.citations if isinstance(reply, Answer) else ()
    if isinstance(reply, Refusal) and reply.near_miss:
        cited = (reply.near_miss.citation,)
        lines += [] if reply.near_miss.text in reply.text else [shown(reply.near_miss.text)]
    if cited:
        typed = reply.understood is not None and isinstance(reply, Answer)
        listed = grouped_sources(cited) if typed else _citations(cited, "\n".join(lines))
        lines += ["", _SOURCES.get(reply.question.language, "Sources:"), *listed]
    return "\n".join(lines)


def hits_text(hits: Sequence[Hit]) -> str:
    """Returns what a search found, a paragraph for each hit."""
    return "\n\n".join(_hit(hit) for hit in hits) or "Nothing was found."


def report_text(report: Report) -> str:
    """Returns what an update did."""
    counts = f"{counted(report.articles, 'article')}, {counted(report.passages, 'passage')}"
    facts = f", {counted(report.facts, 'fact')}" if report.facts else ""
    changes = f"{report.added} added, {report.updated} updated, {report.unchanged} unchanged, {report.removed} removed"
    lines = [f"{counts}{facts} ({changes}) in {report.seconds:.1f} s; generation {report.generation}"]
    lines += [f"warning: {one_line(w.path)}: {one_line(w.message)}" for w in report.warnings]
    lines += [f"skipped: {one_line(s.path)}: {one_line(s.reason)}" for s in report.skipped]
    return "\n".join(lines)


def articles_text(entries: Iterable[Entry]) -> str:
    """Returns the articles of an index, two lines each."""
    blocks = [
        f"{one_line(credit(e.source))}\n    {_place(e.source)}, {counted(e.passages, 'passage')}"
        + (f", {counted(e.facts, 'fact')}" if e.facts else "")
        + _kin(e)
        for e in entries
    ]
    return "\n".join(blocks) or "There are no articles in the index."


def _kin(entry: Entry) -> str:
    said = (
        ("copy of", entry.copy_of),
        ("translation of", entry.translation_of),
        ("superseded by", entry.superseded_by),
    )
    return "".join(f", {what} {one_line(article)}" for what, article in said if article)


def checks_text(checks: Sequence[Check]) -> str:
    """Returns what the doctor found, one line each."""
    width = max((len(check.name) for check in checks), default=0)
    return "\n".join(
        f"{'ok  ' if check.ok else 'FAIL'} {check.name.ljust(width)} {one_line(check.message)}"
        for check in checks
    )


def _citations(citations: Iterable[Citation], said: str) -> list[str]:
    """Where each citation comes from, and those of its quotes that were not `said` above in full."""
    lines, above = [], one_line(said)
    for citation in citations:
        lines.append(f"[{citation.n}] {one_line(credit(citation.source))} ({one_line(citation.source.path)})")
        quotes = [one_line(span.quote) for span in (*citation.context, citation.span)]
        lines += [f"    “{one_line(quote, _QUOTE)}”" for quote in quotes if quote not in above]
    return lines


def _place(source: Source) -> str:
    return f"{one_line(source.path)}, {one_line(source.language)}"


def _hit(hit: Hit) -> str:
    passage, source = hit.passage, hit.source
    day = f", {source.published.isoformat()}" if source.published else ""
    head = f"{hit.rank}. {one_line(source.title)}{day} ({_place(source)}, {passage.start}–{passage.end})"
    heading = [f"   {one_line(passage.heading)}"] if passage.heading else []
    return "\n".join([head, *heading, f"   {one_line(passage.text, _SNIPPET)}"])
