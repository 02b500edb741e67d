"""Writes an answer or a refusal out of what was judged: pure."""

from collections.abc import Sequence

from bot.answering.gate import Verdict
from bot.answering.windows import Window, grown
from bot.phrases import Phrases, read_phrases
from bot.types import Answer, Citation, NearMiss, Question, Refusal, Span
from index.text import is_unspaced

TEXT = 700  # characters of an answer
GROWN, GROWN_UNSPACED = 480, 260  # characters up to which a quote is carried on
LONGEST = 560  # characters of a quote that stands in the text; the citation has all of it
NEAR = 0.35  # coverage from which a window is near enough to be named in a refusal


def write_answer(question: Question, verdicts: Sequence[Verdict]) -> Answer:
    """Writes the windows of these verdicts, best first, as many as fit; the first always does."""
    phrases = _phrases(question)
    found = [v.window for v in verdicts]
    lines = [_lead(phrases, question, found)]
    citations: list[Citation] = []
    for window in found:
        if any(_overlaps(window, c) for c in citations):
            continue
        window = grown(window, GROWN_UNSPACED if any(map(is_unspaced, window.text)) else GROWN)
        number = len(citations) + 1
        line = phrases.say("answer", "quote", quote=_shown(window.text, LONGEST), n=number)
        if citations and len("\n".join([*lines, line])) > TEXT:
            break
        lines.append(line)
        citations.append(_citation(number, window))
    return Answer(question, "\n".join(lines), tuple(citations))


def write_refusal(question: Question, nearest: Verdict | None) -> Refusal:
    """Writes what is missing, and the nearest thing that the articles say, if any is near."""
    phrases = _phrases(question)
    missing = (
        phrases.say("joints", "comma").join(dict.fromkeys(f"“{u.text}”" for u in nearest.missing))
        if nearest
        else ""
    )
    text = phrases.say("refusal", "missing" if missing else "plain", missing=missing)
    if nearest is None or nearest.window.coverage < NEAR:
        return Refusal(question, text)
    window = nearest.window
    title = _shown(window.evidence.hit.source.title, 80)
    said = phrases.say("refusal", "nearest", quote=_shown(window.text, 200), title=title)
    return Refusal(question, f"{text}\n{said}", NearMiss(said, _citation(1, window)))


def write_empty(question: Question) -> Refusal:
    """Writes that nothing was asked."""
    return Refusal(question, _phrases(question).say("refusal", "empty"))


def _phrases(question: Question) -> Phrases:
    return read_phrases("bot.answering", question.language)


def _overlaps(window: Window, citation: Citation) -> bool:
    same = window.evidence.hit.source.article == citation.source.article
    return same and window.start < citation.span.end and citation.span.start < window.end


def _lead(phrases: Phrases, question: Question, windows: Sequence[Window]) -> str:
    languages = {w.evidence.hit.passage.language for w in windows}
    asked = question.language.split("-")[0]
    if len(languages) == 1 and (language := languages.pop()).split("-")[0] != asked:
        names = phrases.templates["languages"]
        return phrases.say("answer", "lead_foreign", language=names.get(language, language))
    return phrases.say("answer", "lead")


def _citation(number: int, window: Window) -> Citation:
    return Citation(number, window.evidence.hit.source, Span(window.text, window.start, window.end))


def _shown(text: str, most: int) -> str:
    """A text on one line, cut where it is too long."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
