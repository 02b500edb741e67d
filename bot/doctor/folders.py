"""Looks at the folders that are read and written."""

import shutil
import tempfile
from pathlib import Path

from bot.places import corpus_folders, is_own
from bot.rendering.counted import counted
from bot.settings import Settings
from corpus.reader import find_files

_LITTLE = 500 * 1024 * 1024


def corpus_found(settings: Settings) -> tuple[bool, str]:
    """Counts the articles in the folders that are set. Raises CorpusError where one can't be read."""
    said, ok = [], True
    for folder in corpus_folders(settings):
        files, skipped = find_files(folder, is_own(folder))
        ok = ok and bool(files)
        mend = "" if files else " (put .md, .txt, .html, .pdf or .docx files there, or set MODELSCAPE_CORPUS)"
        first = f", {len(skipped)} skipped ({skipped[0].path}: {skipped[0].reason})" if skipped else ""
        said.append(f"{counted(len(files), 'article')} in {folder}{mend}{first}")
    return ok, "; ".join(said)


def data_found(folder: Path) -> tuple[bool, str]:
    """Tries to write where the index lies, or will lie; makes no folder."""
    there = next(path for path in (folder, *folder.parents) if path.exists())
    if not there.is_dir():
        return False, f"{there} is not a folder: choose another with --data or MODELSCAPE_DATA"
    try:
        with tempfile.TemporaryFile(dir=there):
            pass
    except OSError as error:
        return False, f"{there} can't be written ({error.strerror}): allow it, or choose another with --data"
    free = shutil.disk_usage(there).free
    room = f"{free / 1e9:.1f} GB free"
    if free < _LITTLE:
        return False, f"{folder} has little room, {room}: make some"
    return True, f"{folder} can be written, {room}" + ("" if there == folder else "; it will be made")
