"""What may follow the commands that answer from typed facts."""

import argparse

from bot.commands.amounts import amount, day, dollars, name, picture, score
from bot.requests.types import SORTED_BY
from corpus.facts.types import Status


def add_models(parser: argparse.ArgumentParser) -> None:
    """Adds the filters of `models`."""
    for limit in ("min", "max"):
        most = "least" if limit == "min" else "most"
        _number(parser, f"--{limit}-context", f"a context window of at {most} N tokens (128K, 1M)")
        _number(parser, f"--{limit}-params", f"at {most} N parameters in all (32B, 1T)")
    for price in ("input", "output"):
        parser.add_argument(
            f"--max-{price}-price",
            metavar="USD",
            type=dollars,
            help=f"at most so many dollars a million {price} tokens",
        )
    _add_qualities(parser)
    _add_days(parser, "released-", "released on or {side} that day")
    parser.add_argument(
        "--sort",
        metavar="FIELD",
        type=_field,
        help="an attribute such as context_window, price_input, released; or name",
    )
    _add_as_of(parser)


def add_model(parser: argparse.ArgumentParser) -> None:
    """Adds what `model` takes."""
    parser.add_argument("name", metavar="NAME", nargs="+", type=name, help="a model's name")
    _add_as_of(parser)


def add_compare(parser: argparse.ArgumentParser) -> None:
    """Adds what `compare` takes."""
    parser.add_argument(
        "names", metavar="NAME", nargs="+", type=name, help="a model's name, quoted; two or more"
    )
    _add_plot(parser)


def add_leaderboard(parser: argparse.ArgumentParser) -> None:
    """Adds what `leaderboard` takes."""
    parser.add_argument(
        "benchmark", metavar="BENCHMARK", nargs="+", type=name, help="such as SWE-bench Verified"
    )
    _add_plot(parser)


def add_timeline(parser: argparse.ArgumentParser) -> None:
    """Adds what `timeline` takes."""
    _add_days(parser, "", "events on or {side} that day")
    parser.add_argument("--developer", metavar="NAME", type=name, help="of this developer's models")
    _add_plot(parser)


def add_changes(parser: argparse.ArgumentParser) -> None:
    """Adds what `changes` takes."""
    parser.add_argument(
        "--since",
        metavar="DATE",
        type=day,
        required=True,
        help="what articles since that day added or changed",
    )


def misuse(arguments: argparse.Namespace) -> str | None:
    """Returns what is wrong about options that are right each by itself, if anything is."""
    if arguments.command == "models" and arguments.min_score is not None and arguments.benchmark is None:
        return "--min-score needs --benchmark NAME"
    if arguments.command == "models" and arguments.sort == "benchmark" and arguments.benchmark is None:
        return "--sort benchmark needs --benchmark NAME"
    if arguments.command == "compare" and len(arguments.names) < 2:
        return "give two models or more to compare, each name in quotes"
    return None


def _number(parser: argparse.ArgumentParser, option: str, help_text: str) -> None:
    parser.add_argument(option, metavar="N", type=amount, help=help_text)


def _add_qualities(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--developer", metavar="NAME", type=name, help="made by this developer")
    parser.add_argument("--open-weights", action="store_true", help="whose weights are open")
    parser.add_argument("--licence", metavar="NAME", type=name, help="under this licence, such as MIT")
    parser.add_argument("--benchmark", metavar="NAME", type=name, help="with a score on this benchmark")
    parser.add_argument("--min-score", metavar="X", type=score, help="of at least X on that benchmark")
    parser.add_argument(
        "--status", metavar="STATUS", choices=[status.value for status in Status], help=", ".join(Status)
    )


def _add_days(parser: argparse.ArgumentParser, prefix: str, help_text: str) -> None:
    for end, side in (("since", "after"), ("until", "before")):
        parser.add_argument(f"--{prefix}{end}", metavar="DATE", type=day, help=help_text.format(side=side))


def _add_as_of(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--as-of", metavar="DATE", type=day, help="only what was stated until that day")


def _add_plot(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--plot", metavar="FILE", type=picture, help="draw it, too, as a PNG file")


def _field(value: str) -> str:
    field = value.strip().lower().replace("-", "_")
    if field not in SORTED_BY:
        raise argparse.ArgumentTypeError(f"sort by one of {', '.join(SORTED_BY)}")
    return field
