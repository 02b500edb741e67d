"""Which versions are running."""

import platform
from importlib.metadata import PackageNotFoundError, version

import discord

_PACKAGE = "modelscape"


def versions() -> str:
    """Returns them, as people read them."""
    try:
        own = version(_PACKAGE)
    except PackageNotFoundError:  # run from a folder in which it is not installed
        own = ""
    return f"{f'modelscape {own}'.strip()} · discord.py {discord.__version__} · Python {platform.python_version()}"
