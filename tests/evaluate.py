"""`python -m tests.evaluate`: how well questions with known answers are answered out of a folder."""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from bot.funnel import KNOWN
from bot.streams import make_streams_safe, quiet_libraries
from tests.evaluation.questions import DIGESTS, OPEN_QUESTIONS, BadQuestions, read_questions
from tests.evaluation.scoring import FIRST, Figures, Replied, by_language
from tests.evaluation.trial import trial_over
from tests.evaluation.typed import shown
from tests.evaluation.typed.library import read_library
from tests.evaluation.typed.questions import TYPED_QUESTIONS, read_typed

_TITLES = {"all": "all", "same": "in the articles' language", "cross": "in another language"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit status."""
    make_streams_safe()
    quiet_libraries()
    given = _parser().parse_args(arguments)
    try:
        print(_typed(given) if given.typed else _open(given))
    except (*KNOWN, BadQuestions) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _typed(given: argparse.Namespace) -> str:
    questions = read_typed(given.questions or TYPED_QUESTIONS)
    library = read_library(given.corpus, date.today())
    with trial_over(given.corpus) as trial:
        judged = trial.ask_typed(questions, library)
    return (shown.as_json if given.json else shown.as_text)(judged, given.verbose)


def _open(given: argparse.Namespace) -> str:
    questions = read_questions(given.questions or OPEN_QUESTIONS)
    with trial_over(given.corpus) as trial:
        replies = trial.ask(questions)
    wrong = [r for r in replies if not r.right] if given.verbose else []
    seconds = sum(r.seconds for r in replies) / len(replies)
    return _as_json(by_language(replies), wrong, seconds) if given.json else _as_text(replies, wrong, seconds)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluate", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=DIGESTS, help="a folder of articles")
    parser.add_argument("--typed", action="store_true", help="questions that facts answer, not passages")
    parser.add_argument("--questions", type=Path, help="JSON Lines; default: the project's own")
    parser.add_argument("--verbose", action="store_true", help="show what went wrong")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


def _as_json(found: Mapping[str, Figures], wrong: Sequence[Replied], seconds: float) -> str:
    value = {
        "figures": {name: asdict(figures) for name, figures in found.items()},
        "wrong": [
            {"id": r.asked.id, "answered": r.answered, "text": r.text, "cited": r.cited} for r in wrong
        ],
        "seconds_per_question": round(seconds, 3),
    }
    return json.dumps(value, ensure_ascii=False)


def _as_text(replies: Sequence[Replied], wrong: Sequence[Replied], seconds: float) -> str:
    lines = [_shown(r) for r in wrong]
    lines.append(f"{'questions':<28}{'right':>12}{'refused':>12}{'refused':>14}")
    lines.append(f"{'':<28}{'answerable':>24}{'unanswerable':>14}")
    for name, found in by_language(replies).items():
        can, cannot = f"{found.right:.1%} of {found.answerable}", f"{found.unanswerable_refused:.1%}"
        refused = f"{found.answerable_refused:.1%}"
        lines.append(f"{_TITLES[name]:<28}{can:>12}{refused:>12}{cannot + f' of {found.unanswerable}':>14}")
    lines.append(f"right: the answer is in the first {FIRST} characters, with a citation that supports it;")
    lines.append(f"{len(replies)} questions, {seconds:.2f} s each")
    return "\n".join(lines)


def _shown(reply: Replied) -> str:
    asked = reply.asked
    wanted = " and ".join("|".join(group) for group in asked.answers) or "a refusal"
    what = "answered" if reply.answered else "refused"
    where = ", ".join(asked.articles)
    return (
        f"{asked.id} {asked.kind}: {asked.question}\n  wanted: {wanted} ({where})\n  {what}: {reply.text}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
