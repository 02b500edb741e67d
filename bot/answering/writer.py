"""Writes an answer or a refusal out of what was judged: pure."""

from collections.abc import Sequence

from bot.answering.gate import Verdict
from bot.answering.phrases import Phrases, phrases_for
from bot.answering.windows import Window, grown
from bot.types import Answer, Citation, NearMiss, Question, Refusal, Span
from index.text import is_unspaced

TEXT = 700  # characters of an answer
GROWN, GROWN_UNSPACED = 480, 260  # characters up to which a quote is carried on
LONGEST = 560  # characters of a quote that stands in the text; the citation has all of it
NEAR = 0.35  # coverage from which a window is near enough to be named in a refusal


def write_answer(question: Question, verdicts: Sequence[Verdict]) -> Answer:
    """Writes the windows of these verdicts, best first, as many as fit; the first always does."""
    phrases = phrases_for(question.language)
    found = [v.window for v in verdicts]
    lines = [_lead(phrases, question, found)]
    citations: list[Citation] = []
    for window in found:
        if any(_overlaps(window, c) for c in citations):
            continue
        window = grown(window, GROWN_UNSPACED if any(map(is_unspaced, window.text)) else GROWN)
        number = len(citations) + 1
        line = phrases.quote.format(quote=_shown(window.text, LONGEST), n=number)
        if citations and len("\n".join([*lines, line])) > TEXT:
            break
        lines.append(line)
        citations.append(_citation(number, window))
    return Answer(question, "\n".join(lines), tuple(citations))


def write_refusal(question: Question, nearest: Verdict | None) -> Refusal:
    """Writes what is missing, and the nearest thing that the articles say, if any is near."""
    phrases = phrases_for(question.language)
    missing = phrases.joiner.join(dict.fromkeys(f"“{u.text}”" for u in nearest.missing)) if nearest else ""
    text = phrases.refusal_missing.format(missing=missing) if missing else phrases.refusal
    if nearest is None or nearest.window.coverage < NEAR:
        return Refusal(question, text)
    window = nearest.window
    title = _shown(window.evidence.hit.source.title, 80)
    said = phrases.nearest.format(quote=_shown(window.text, 200), title=title)
    return Refusal(question, f"{text}\n{said}", NearMiss(said, _citation(1, window)))


def write_empty(question: Question) -> Refusal:
    """Writes that nothing was asked."""
    return Refusal(question, phrases_for(question.language).empty)


def _overlaps(window: Window, citation: Citation) -> bool:
    same = window.evidence.hit.source.article == citation.source.article
    return same and window.start < citation.span.end and citation.span.start < window.end


def _lead(phrases: Phrases, question: Question, windows: Sequence[Window]) -> str:
    languages = {w.evidence.hit.passage.language for w in windows}
    asked = question.language.split("-")[0]
    if len(languages) == 1 and (language := languages.pop()).split("-")[0] != asked:
        return phrases.lead_foreign.format(language=phrases.name_of(language))
    return phrases.lead


def _citation(number: int, window: Window) -> Citation:
    return Citation(number, window.evidence.hit.source, Span(window.text, window.start, window.end))


def _shown(text: str, most: int) -> str:
    """A text on one line, cut where it is too long."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
