import os
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Puts the test into an empty folder with no settings; what is returned sets variables."""
    for name in [n for n in os.environ if n.upper().startswith("MODELSCAPE_") or n == "DISCORD_TOKEN"]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)

    def set_variables(**values: str) -> None:
        for name, value in values.items():
            monkeypatch.setenv(name, value)

    return set_variables
