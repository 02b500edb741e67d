"""The README's fenced blocks. `python -m tests.readme` renews the samples of output in it."""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PROGRAM, MODULE = "modelscape ", "python -m bot "
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: what it is marked as, its text, and where in the README its text starts and ends."""

    mark: str
    text: str
    start: int
    end: int


def blocks(readme: str) -> list[Block]:
    """Returns the fenced blocks, in their order."""
    return [Block(m[1], m[2], m.start(2), m.end(2)) for m in _BLOCK.finditer(readme)]


def first_commands(readme: str) -> list[str]:
    """Returns what the first block runs after pip."""
    first = next(block for block in blocks(readme) if block.mark == "sh")
    return [part for part in first.text.strip().split(" && ") if part.startswith(MODULE)]


def renewed(readme: str, output: Callable[[str], str]) -> str:
    """Returns the README with the output of the first block, and of each sample that starts with a "$",
    as `output` gives it for a command; what follows the first line of such a sample is replaced."""
    samples = [block for block in blocks(readme) if block.mark == "text"]
    texts = {samples[0]: "".join(map(output, first_commands(readme)))}
    for block in samples[1:]:
        if block.text.startswith("$ "):
            line = block.text.splitlines()[0]
            texts[block] = f"{line}\n{output(line.removeprefix('$ '))}"
    for block, text in reversed(texts.items()):
        readme = readme[: block.start] + text + readme[block.end :]
    return readme


def main() -> int:
    """Runs the samples over the shipped articles, with an index of its own."""
    with tempfile.TemporaryDirectory(prefix="modelscape-readme-") as data:
        environment = {**os.environ, "MODELSCAPE_DATA": data}

        def output(command: str) -> str:
            words = shlex.split(command.removeprefix(PROGRAM).removeprefix(MODULE))
            run = [sys.executable, "-m", "bot", *words]
            return subprocess.run(
                run, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True
            ).stdout.decode()

        README.write_text(renewed(README.read_text("utf-8"), output), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
