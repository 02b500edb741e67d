"""`python -m tests.calibrate`: from which score the evidence for an answer is good enough."""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bot.funnel import KNOWN
from bot.streams import make_streams_safe, quiet_libraries
from tests.evaluation.curve import Weighed, choose, curve, table
from tests.evaluation.parallel import questions_on, read_paragraphs, write_half
from tests.evaluation.questions import CALIBRATION, CALIBRATION_QUESTIONS, BadQuestions, read_questions
from tests.evaluation.stored import DOCUMENT, STORED, as_json, with_table
from tests.evaluation.trial import trial_over


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit status."""
    make_streams_safe()
    quiet_libraries()
    given = _parser().parse_args(arguments)
    try:
        found = curve({"articles": weigh_articles(), "paragraphs": weigh_paragraphs()})
    except (*KNOWN, BadQuestions) as error:
        print(error, file=sys.stderr)
        return 1
    print(table(found))
    print(f"ref. a.: answerable ones refused; ref. u.: unanswerable ones refused; threshold {choose(found)}")
    if given.write:
        STORED.write_text(as_json(found), "utf-8")
        DOCUMENT.write_text(with_table(DOCUMENT.read_text("utf-8"), found), "utf-8")
    return 0


def weigh_articles() -> list[Weighed]:
    """Weighs the questions on the articles that were written for calibration."""
    with trial_over(CALIBRATION) as trial:
        return trial.weigh(read_questions(CALIBRATION_QUESTIONS))


def weigh_paragraphs() -> list[Weighed]:
    """Weighs the questions on the parallel paragraphs, of which half are there."""
    paragraphs = read_paragraphs()
    with tempfile.TemporaryDirectory(prefix="modelscape-paragraphs-") as folder:
        write_half(paragraphs, Path(folder))
        with trial_over(Path(folder)) as trial:
            return trial.weigh(questions_on(paragraphs))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.calibrate", description=__doc__)
    parser.add_argument(
        "--write", action="store_true", help=f"store the result in {STORED.name} and the docs"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
