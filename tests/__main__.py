"""The one command that tells the truth: format, lint, types, then the tests with their coverage.

It stops at the first step that fails. What follows `python -m tests` goes to pytest.
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
CHECKS = {
    "format": ("ruff", "format", "--check"),
    "lint": ("ruff", "check"),
    "types": ("mypy",),
}
TESTS = ("pytest", "--cov", "--cov-report=term:skip-covered")


def main(for_pytest: Sequence[str]) -> int:
    """Runs every step and returns the exit status of the first that fails, else 0. Pytest has the last word."""
    for name, command in CHECKS.items():
        if _run(name, command):
            print(f"failed: {name}", flush=True)
            return 1
    return _run("tests", (*TESTS, *for_pytest))


def _run(name: str, command: Sequence[str]) -> int:
    print(f"== {name}: {' '.join(command)}", flush=True)
    return subprocess.run([sys.executable, "-m", *command], cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
