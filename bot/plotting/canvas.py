"""Draws a figure as a PNG. Nothing of matplotlib's that threads share is changed: a picture may be drawn in any."""

import io
from collections.abc import Callable, Iterable

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from bot.plotting.fonts import Fonts, fonts_for

DPI = 150
NO_FONT = (
    "no font on this machine has the characters {lacking}: they show as empty boxes in the picture; "
    "install one such as Noto Sans CJK"
)
Write = Callable[[str], str]  # makes a text one that can be drawn


def draw(
    size: tuple[float, float],
    texts: Iterable[str],
    paint: Callable[[Figure, Write], None],
    say: Callable[[str], None],
) -> bytes:
    """Returns what `paint` puts on a figure of this size in inches, and says which characters of `texts` no
    font has."""
    fonts = fonts_for(texts)
    if fonts.lacking:
        say(NO_FONT.format(lacking="".join(sorted(fonts.lacking)[:20])))
    figure = Figure(figsize=size, dpi=DPI, layout="constrained")
    FigureCanvasAgg(figure)
    paint(figure, fonts.drawable)
    _dress(figure, fonts)
    drawn = io.BytesIO()
    figure.savefig(drawn, format="png")
    return drawn.getvalue()


def _dress(figure: Figure, fonts: Fonts) -> None:
    for text in figure.findobj(Text):
        text.set_fontfamily(list(fonts.families))
        text.set_parse_math(False)  # a dollar sign in a price is not the start of a formula
