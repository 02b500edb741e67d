"""Removes what an embedded Chroma leaves on the disk: it (1.5) never deletes a deleted collection's folder."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

# In a process of its own: two SQLite libraries in one process undo each other's locks on a file.
_USED = """
import sqlite3, sys
from urllib.parse import quote
base = sqlite3.connect(f"file:{quote(sys.argv[1])}?mode=ro", uri=True, timeout=5)
print(*(row[0] for row in base.execute("SELECT id FROM segments")), sep="\\n")
"""
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def remove_leftovers(folder: Path) -> list[str]:
    """Removes and names the vectors' folders that no collection uses. To be called by the one writer."""
    found = [entry for entry in folder.iterdir() if _UUID.fullmatch(entry.name) and entry.is_dir()]
    used = _used(folder / "chroma.sqlite3") if found else None
    if used is None:
        return []
    unused = [entry for entry in found if entry.name not in used]
    for entry in unused:
        shutil.rmtree(entry, ignore_errors=True)
    return [entry.name for entry in unused]


def _used(database: Path) -> set[str] | None:
    """The folders in use, None where they can't be told."""
    command = [sys.executable, "-I", "-S", "-c", _USED, str(database)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return set(done.stdout.split())
