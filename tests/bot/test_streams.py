import subprocess
import sys

import pytest

LOGGING = """
import logging, sys
from bot.settings import LogLevel
from bot.streams import set_up_logging
set_up_logging(LogLevel(sys.argv[1]))
for name in ("aiohttp.client", "bot.discord.failing"):
    try:
        raise ConnectionResetError("the other side\\nis gone")
    except ConnectionResetError:
        logging.getLogger(name).exception("trying again in %s s", 2)
"""


def logged(level: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", LOGGING, level], capture_output=True, text=True, timeout=60, check=True
    )
    return done.stderr


@pytest.mark.parametrize("level", ["info", "warning"])
def test_what_a_library_met_is_one_line_and_what_this_project_met_has_its_trace(level: str) -> None:
    lines = logged(level).splitlines()
    assert lines[0] == (
        "ERROR aiohttp.client: trying again in 2 s (ConnectionResetError: the other side is gone)"
    )
    assert lines[1] == "ERROR bot.discord.failing: trying again in 2 s"
    assert lines[2].startswith("Traceback")


def test_debugging_shows_every_trace() -> None:
    assert logged("debug").count("Traceback") == 2
