"""`python -m tests.facts_sample`: facts drawn at random, to be checked by hand, and what the check gave."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.places import SHIPPED
from bot.streams import make_streams_safe
from corpus.types import CorpusError
from tests.evaluation.facts.verdicts import BadVerdicts, bare, read_verdicts, score


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit status."""
    make_streams_safe()
    given = _parser().parse_args(arguments)
    try:
        lines = _scored(given.score) if given.score else _drawn(given)
    except (BadVerdicts, CorpusError) as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(lines))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.facts_sample", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=SHIPPED, help="a folder of articles")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--bare", action="store_true", help="leave out the articles' words")
    parser.add_argument("--score", type=Path, metavar="FILE", help="count the verdicts in a file")
    return parser


def _drawn(given: argparse.Namespace) -> list[str]:
    # Imported late, since scoring a file needs no lexicon and must not wait for one.
    from tests.evaluation.facts.drawing import draw, facts_in

    found = facts_in(given.corpus)
    print(f"{len(found)} facts; drawn with seed {given.seed}", file=sys.stderr)
    lines = draw(found, given.seed, given.count)
    return [json.dumps(bare(line) if given.bare else line, ensure_ascii=False) for line in lines]


def _scored(path: Path) -> list[str]:
    lines = read_verdicts(path)
    found = score(lines)
    wrong = [json.dumps(line, ensure_ascii=False) for line in lines if line["verdict"] != "right"]
    counts = f"{found.right} right, {found.wrong} wrong, {found.unsure} unsure"
    return [*wrong, f"{counts}: precision {found.precision:.1%}"]


if __name__ == "__main__":
    sys.exit(main())
