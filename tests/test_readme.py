"""The README says what is there: its commands, options, settings, links, and the samples of output."""

import argparse
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.commands.parser import make_parser
from bot.compose import open_answerer
from bot.places import SHIPPED
from bot.question import read_question
from bot.settings import Settings, variable, variables
from bot.types import Answer
from tests.readme import MODULE, PROGRAM, README, ROOT, Block, blocks, first_commands, renewed
from tests.settings import settings_for

TEXT = README.read_text("utf-8")
SCRIPTS = [block.text.strip() for block in blocks(TEXT) if block.mark == "sh"]
SAMPLES = [b for b in blocks(TEXT) if b.mark == "text" and b.text.startswith(f"$ {PROGRAM}ask ")]
INLINE = re.findall(r"`([^`\n]+)`", TEXT)
ROW = re.compile(r"^\| (.+) \| (.+) \|$", re.MULTILINE)
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
EVERYWHERE = {"--data", "--json", "--help"}
REFUSALS = ("The articles do not answer", "No article ", "这些文章没有回答", "没有文章")


def section(title: str) -> str:
    """What stands under a heading of the second level."""
    return TEXT.split(f"\n## {title}\n")[1].split("\n## ")[0]


def parsers() -> dict[str, argparse.ArgumentParser]:
    """The parser of each command."""
    every = (a for a in make_parser()._actions if isinstance(a, argparse._SubParsersAction))
    return dict(next(every).choices)


def options(parser: argparse.ArgumentParser) -> set[str]:
    return {name for action in parser._actions for name in action.option_strings if name.startswith("--")}


def rows_of_commands() -> dict[str, str]:
    """The synopsis of each command, by its name."""
    cells = [cell.strip("`") for cell, _ in ROW.findall(section("Commands")) if cell.startswith("`")]
    return {cell.split()[0]: cell for cell in cells}


def test_the_first_block_sets_up_and_answers_and_the_second_sets_up_and_tests() -> None:
    install = "python -m pip install -c constraints.txt -e"
    index, ask = "python -m bot index", 'python -m bot ask "which models have 1M context"'
    assert SCRIPTS[0].split(" && ") == [f"{install} .", index, ask]
    assert SCRIPTS[1].split(" && ") == [f'{install} ".[test]"', "python -m tests"]


def test_the_continuous_check_runs_the_second_block() -> None:
    extraction = re.search(r"awk '[^']+' README\.md", (ROOT / ".ci" / "run").read_text("utf-8"))
    assert extraction
    found = subprocess.run(extraction[0], shell=True, cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == SCRIPTS[1]


def test_every_command_is_listed_and_nothing_else_is() -> None:
    assert rows_of_commands().keys() == parsers().keys()


@pytest.mark.parametrize("name", parsers())
def test_a_command_is_listed_with_all_its_options_and_no_others(name: str) -> None:
    assert set(OPTION.findall(rows_of_commands()[name])) == options(parsers()[name]) - EVERYWHERE


def test_every_option_that_is_mentioned_exists() -> None:
    known = EVERYWHERE.union(*map(options, parsers().values()))
    lines = [line for block in blocks(TEXT) for line in block.text.splitlines()]
    ours = [code for code in (*INLINE, *lines) if not re.search(r"\bpip\b|\bchroma run\b|-m tests", code)]
    assert {option for code in ours for option in OPTION.findall(code)} <= known


@pytest.mark.parametrize("command", sorted({code for code in INLINE if code.startswith("python -m tests.")}))
def test_a_measuring_command_exists_and_knows_its_options(command: str) -> None:
    module = command.split()[2]
    done = subprocess.run([sys.executable, "-m", module, "--help"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert set(OPTION.findall(command)) <= set(OPTION.findall(done.stdout))


def test_every_setting_is_named_and_every_name_is_a_setting() -> None:
    assert set(re.findall(r"`((?:MODELSCAPE|DISCORD)_\w+)`", section("Settings"))) == variables().keys()


@pytest.mark.parametrize("field", Settings.model_fields)
def test_a_setting_is_named_with_its_default(field: str) -> None:
    assert stated_default(section("Settings"), variable(field)).startswith(default_in_words(field))


def stated_default(settings: str, name: str) -> str:
    row = re.search(rf"^\| `{name}` \| (.+?) \|", settings, re.MULTILINE)
    unused = settings.split("unset by default")[1]
    assert (row is None) == (f"`{name}`" in unused)
    return row[1] if row else "unset"


def default_in_words(field: str) -> str:
    info = Settings.model_fields[field]
    if info.default_factory is not None:
        return f"the user's {field} folder, such as `~/"
    value: Any = info.default
    return "unset" if value is None or value == () else f"`{value}`"


def test_links_lead_to_files_that_are_there() -> None:
    local = [link for link in re.findall(r"\]\(([^)]+)\)", TEXT) if "://" not in link]
    assert local
    assert [link for link in local if not (ROOT / link).is_file()] == []


def question_of(sample: Block) -> str:
    asked = re.match(rf'\$ {PROGRAM}ask "(.+)"\n', sample.text)
    assert asked, sample.text
    return asked[1]


def test_there_is_an_answer_and_a_refusal_in_either_language() -> None:
    kinds = {(read_question(question_of(s)).language, is_refusal(s)) for s in SAMPLES}
    assert kinds == {("en", False), ("zh", False), ("en", True), ("zh", True)}


def is_refusal(sample: Block) -> bool:
    return sample.text.splitlines()[1].startswith(REFUSALS)


@pytest.mark.parametrize("sample", [b for b in blocks(TEXT) if b.mark == "text" and "“" in b.text])
def test_what_a_sample_quotes_stands_in_the_shipped_articles(sample: Block) -> None:
    articles = [" ".join(path.read_text("utf-8").split()) for path in SHIPPED.glob("*.md")]
    said = [line for line in sample.text.splitlines() if "“" in line and not line.startswith(REFUSALS)]
    quotes = [
        quote.removesuffix("…")
        for line in said
        if not line.startswith("[")
        for quote in line[line.index("“") + 1 : line.rindex("”")].split("” … “")
    ]
    assert quotes
    assert [quote for quote in quotes if not any(quote in article for article in articles)] == []


def test_the_questions_of_the_samples_are_answered_and_refused_as_shown(shipped_index: Path) -> None:
    with open_answerer(settings_for(shipped_index), print) as answerer:
        for sample in SAMPLES:
            question = read_question(question_of(sample))
            reply = answerer.use(lambda a, q=question: a.answer(q))  # type: ignore[misc]
            assert isinstance(reply, Answer) != is_refusal(sample), question.text


def test_samples_are_renewed_in_place() -> None:
    readme = (
        f"```sh\npip install x && {MODULE}index && {MODULE}ask a\n```\n```text\nold\n```\nprose\n"
        "```text\n$ modelscape ask b\nold\nolder\n```\n```text\na picture\n```\n"
    )
    assert first_commands(readme) == [f"{MODULE}index", f"{MODULE}ask a"]
    assert renewed(readme, lambda command: f"<{command}>\n") == (
        f"```sh\npip install x && {MODULE}index && {MODULE}ask a\n```\n"
        f"```text\n<{MODULE}index>\n<{MODULE}ask a>\n```\nprose\n"
        "```text\n$ modelscape ask b\n<modelscape ask b>\n```\n```text\na picture\n```\n"
    )
