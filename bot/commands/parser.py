"""What may stand on the command line."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from bot.commands import fact_parsers
from bot.commands.amounts import day

MOST_HITS = 1_000
MOST_SHARDS = 100_000


def parse(argv: Sequence[str] | None, at_terminal: bool) -> argparse.Namespace | int:
    """Returns what the command line says, or the exit status where argparse has said all there is to say.

    `at_terminal` says whether a person can be asked for a question.
    """
    parser = make_parser()
    try:
        arguments = parser.parse_args(argv)
        misuse = _misuse(arguments, at_terminal)
        if misuse:
            parser.error(misuse)
    except SystemExit as ended:
        return int(ended.code or 0)
    return arguments


def _misuse(arguments: argparse.Namespace, at_terminal: bool) -> str | None:
    if arguments.command == "run":
        return _misused_shards(arguments.shard_ids, arguments.shard_count)
    if arguments.command not in {"ask", "search"}:
        return fact_parsers.misuse(arguments)
    if arguments.words and arguments.batch:
        return "give a question or --batch, not both"
    if arguments.words or arguments.batch or (arguments.command == "ask" and at_terminal):
        return None
    return "there is no question: give one, or --batch FILE"


def _misused_shards(ids: tuple[int, ...] | None, count: int | None) -> str | None:
    if ids is None:
        return None
    if count is None:
        return "--shard-ids needs --shard-count"
    return None if max(ids) < count else f"--shard-ids go from 0 to {count - 1}"


def make_parser() -> argparse.ArgumentParser:
    """Returns the parser. What it gives always has `command`, `data` (None: as set) and `json`."""
    parser = argparse.ArgumentParser(
        prog="modelscape",
        description="Answers questions about AI models out of news articles, with a citation for every statement.",
        allow_abbrev=False,
    )
    parser.set_defaults(data=None, json=False)
    _add_global(parser)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_index(_command(commands, "index", "bring the index in line with the articles"))
    _add_search(_command(commands, "search", "find passages, best first"))
    _add_ask(_command(commands, "ask", "answer a question, with citations"))
    _add_facts(commands)
    _add_sources(_command(commands, "sources", "list the articles in the index"))
    _add_add(_command(commands, "add", "take in further news"))
    _add_remove(_command(commands, "remove", "take an article out, and keep it out"))
    _add_run(_command(commands, "run", "run the Discord bot"))
    _command(commands, "feeds", "poll the feeds, and take in what is new")
    _command(commands, "doctor", "check settings, store and model, and say what to do")
    return parser


def _add_facts(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the commands that answer from typed facts."""
    facts = fact_parsers
    facts.add_models(_command(commands, "models", "list the models that satisfy every filter"))
    facts.add_model(_command(commands, "model", "show all that is reported of a model"))
    facts.add_compare(_command(commands, "compare", "put models side by side"))
    facts.add_leaderboard(_command(commands, "leaderboard", "rank all scores reported for a benchmark"))
    facts.add_timeline(_command(commands, "timeline", "list dated events, oldest first"))
    facts.add_changes(_command(commands, "changes", "list what articles added to or changed in the facts"))


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, does: str
) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        name, help=does, description=does[0].upper() + does[1:] + ".", allow_abbrev=False
    )
    _add_global(parser)
    return parser


def _add_global(parser: argparse.ArgumentParser) -> None:
    """Adds what may stand before and after the command; the one given last counts."""
    unset = argparse.SUPPRESS
    parser.add_argument("--data", metavar="DIR", type=_given, default=unset, help="where the index lives")
    parser.add_argument(
        "--json", action="store_true", default=unset, help="print JSON alone, an object a line"
    )


def _add_index(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--corpus",
        metavar="DIR",
        type=_given,
        action="append",
        help="a folder with articles; may be repeated",
    )
    parser.add_argument("--rebuild", action="store_true", help="read and embed everything again")


def _add_sources(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--set-aside", action="store_true", help="list those that were set aside, and why")


def _add_add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--force", action="store_true", help="take in what is set aside or was taken out, too"
    )
    parser.add_argument("offered", metavar="URL|FILE", nargs="+", type=_offered, help="an address or a file")


def _add_remove(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", metavar="ARTICLE", type=_offered, help="its id, path or address")


def _add_run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--shard-ids", metavar="N,N…", type=_shards, help="the shards that this process serves, from 0"
    )
    parser.add_argument("--shard-count", metavar="N", type=_count, help="how many shards there are in all")


def _add_search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--limit", metavar="N", type=_limit, default=10, help="the most passages (default: 10)"
    )
    _add_batch(parser)
    parser.add_argument("words", metavar="QUERY", nargs="*", help="what to look for")


def _add_ask(parser: argparse.ArgumentParser) -> None:
    _add_batch(parser)
    parser.add_argument(
        "--as-of", metavar="DATE", type=day, help="leave out what was published after that day"
    )
    parser.add_argument("--explain", action="store_true", help="show how the answer came about")
    parser.add_argument("words", metavar="QUESTION", nargs="*", help="the question; none: a conversation")


def _add_batch(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--batch",
        metavar="FILE",
        type=_batch,
        help='JSON Lines with "id" and "question"; "-" is standard input',
    )


def _given(value: str) -> str:
    if not value.strip():
        raise argparse.ArgumentTypeError("it is empty: name a folder")
    return value


def _offered(value: str) -> str:
    if not value.strip():
        raise argparse.ArgumentTypeError("it is empty: name an address or a file")
    return value.strip()


def _batch(value: str) -> Path:
    return Path(_given(value))


def _limit(value: str) -> int:
    if not (value.isascii() and value.isdigit() and 1 <= int(value[:9]) <= MOST_HITS):
        raise argparse.ArgumentTypeError(f"give a whole number from 1 to {MOST_HITS}")
    return int(value)


def _shards(value: str) -> tuple[int, ...]:
    parts = value.split(",")
    if not all(part.strip().isascii() and part.strip().isdigit() for part in parts):
        raise argparse.ArgumentTypeError("give numbers from 0, with commas between, such as 0,1")
    return tuple(sorted({int(part.strip()[:6]) for part in parts}))


def _count(value: str) -> int:
    if not (value.isascii() and value.isdigit() and 1 <= int(value[:7]) <= MOST_SHARDS):
        raise argparse.ArgumentTypeError(f"give a whole number from 1 to {MOST_SHARDS}")
    return int(value)
