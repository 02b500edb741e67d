"""Draws a figure and writes it as a PNG, whole or not at all."""

import os
import tempfile
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path

import matplotlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from bot.plotting.fonts import fonts_for
from bot.types import NotDrawn

DPI = 150
NO_FONT = (
    "no font on this machine has the characters {lacking}: they show as empty boxes in the picture; "
    "install one such as Noto Sans CJK"
)


def draw(
    path: Path,
    size: tuple[float, float],
    texts: Iterable[str],
    paint: Callable[[Figure], None],
    say: Callable[[str], None],
) -> None:
    """Draws what `paint` puts on a figure of this size in inches, and says which characters of `texts` no
    font has. Raises NotDrawn where the file can't be written."""
    fonts = fonts_for(texts)
    if fonts.lacking:
        say(NO_FONT.format(lacking="".join(sorted(fonts.lacking)[:20])))
    # A dollar sign in a price is not the start of a formula.
    with (
        matplotlib.rc_context({"font.family": list(fonts.families), "text.parse_math": False}),
        warnings.catch_warnings(),
    ):
        warnings.filterwarnings("ignore", message="Glyph")  # said above, once
        figure = Figure(figsize=size, dpi=DPI, layout="constrained")
        FigureCanvasAgg(figure)
        paint(figure)
        _write(figure, path)


def _write(figure: Figure, path: Path) -> None:
    try:
        handle, workshop = tempfile.mkstemp(suffix=".png", prefix=".drawing-", dir=path.parent)
    except OSError as error:
        raise NotDrawn(_sentence(path, error)) from error
    try:
        with os.fdopen(handle, "wb") as file:
            figure.savefig(file, format="png")
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
