"""Writes a picture to a file, whole or not at all."""

import os
import tempfile
from pathlib import Path

from bot.types import NotDrawn


def write_picture(path: Path, data: bytes) -> None:
    """Writes it. Raises NotDrawn where the file can't be written."""
    try:
        handle, workshop = tempfile.mkstemp(suffix=".png", prefix=".drawing-", dir=path.parent)
    except OSError as error:
        raise NotDrawn(_sentence(path, error)) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(workshop, 0o666 & ~_umask())
        os.replace(workshop, path)
    except OSError as error:
        Path(workshop).unlink(missing_ok=True)
        raise NotDrawn(_sentence(path, error)) from error


def _umask() -> int:
    """The user's mask for new files, which can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _sentence(path: Path, error: OSError) -> str:
    return f"the picture {path} can't be written ({error.strerror}): check --plot"
