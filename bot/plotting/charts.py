"""Pictures of leaderboards, comparisons and timelines: what is drawn, and where."""

from collections.abc import Callable, Sequence
from datetime import date

from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num
from matplotlib.figure import Figure

from bot.plotting.canvas import Write, draw
from bot.plotting.types import Dot, Panel

Say = Callable[[str], None]
_WIDTH, _ROW, _HEAD = 9.0, 0.34, 0.9  # inches
_PANEL = 0.7  # inches of a panel's title and space
_SOLID, _FAINT, _INK = "#2f6f9f", "#b9cfdf", "#222222"


def draw_panels(title: str, panels: Sequence[Panel], say: Say) -> bytes:
    """Returns bars as a PNG, a panel below the other; a value that is not released is pale."""
    bars = [bar for panel in panels for bar in panel.bars]
    texts = [title, *(p.title for p in panels), *(b.label for b in bars), *(b.shown for b in bars)]
    ratios = [_PANEL + _ROW * len(panel.bars) for panel in panels]

    def paint(figure: Figure, write: Write) -> None:
        figure.suptitle(write(title), color=_INK)
        every = figure.subplots(len(panels), 1, squeeze=False, height_ratios=ratios)
        for axes, panel in zip(every[:, 0], panels, strict=True):
            _bars(axes, panel, write)

    return draw((_WIDTH, _HEAD + sum(ratios)), texts, paint, say)


def draw_dots(title: str, dots: Sequence[Dot], say: Say) -> bytes:
    """Returns events on a line of time as a PNG, each on a line of its own, oldest at the top; a month is as long
    as it is."""
    texts = [title, *(dot.label for dot in dots)]

    def paint(figure: Figure, write: Write) -> None:
        axes = figure.subplots()
        axes.set_title(write(title), color=_INK)
        _dots(axes, dots, write)

    return draw((_WIDTH, _HEAD + _PANEL + _ROW * len(dots)), texts, paint, say)


def _bars(axes: Axes, panel: Panel, write: Write) -> None:
    places = range(len(panel.bars))
    colours = [_SOLID if bar.firm else _FAINT for bar in panel.bars]
    drawn = axes.barh(places, [bar.value for bar in panel.bars], color=colours, height=0.7)
    axes.bar_label(drawn, [write(b.shown) for b in panel.bars], padding=3, color=_INK, fontsize="small")
    axes.set_yticks(places, [write(bar.label) for bar in panel.bars])
    axes.set_ylim(len(panel.bars) - 0.4, -0.6)
    axes.set_title(write(panel.title), loc="left", fontsize="medium", color=_INK)
    axes.margins(x=0.25)
    axes.set_xlim(left=min(0.0, *(bar.value for bar in panel.bars)))
    axes.xaxis.set_visible(False)
    axes.spines[["top", "right", "bottom"]].set_visible(False)


def _dots(axes: Axes, dots: Sequence[Dot], write: Write) -> None:
    for place, dot in enumerate(dots):
        first, last = _number(dot.first), _number(dot.last)
        colour = _SOLID if dot.firm else _FAINT
        axes.plot([first, last], [place, place], color=colour, linewidth=4, solid_capstyle="round")
        axes.plot([first], [place], "o", color=colour)
        axes.annotate(
            write(dot.label),
            (last, place),
            (8, 0),
            textcoords="offset points",
            va="center",
            fontsize="small",
            color=_INK,
        )
    axes.set_ylim(len(dots) - 0.4, -0.6)
    axes.yaxis.set_visible(False)
    axes.margins(x=0.05)
    first, last = min(_number(dot.first) for dot in dots), max(_number(dot.last) for dot in dots)
    span = max(last - first, 10.0)
    axes.set_xlim(first - 0.05 * span, last + 0.7 * span)  # room for the words
    locator = AutoDateLocator()
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(ConciseDateFormatter(locator))
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.grid(axis="x", color="#e5e5e5")


def _number(day: date) -> float:
    return float(date2num(day))
