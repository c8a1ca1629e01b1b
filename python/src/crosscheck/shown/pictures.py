"""Pictures of results, as SVG text: the same bytes for the same result.

Each follows the theme of whoever looks at it, light or dark, and its text is text. A language has one colour and one mark everywhere, by its place in the result. This module loads
matplotlib, which takes a second: import it where a picture is wanted.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import StringIO
from itertools import cycle, islice
from statistics import median

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import EngFormatter, FixedLocator, FuncFormatter, LogLocator, NullLocator
from numpy.typing import NDArray

from crosscheck.ruler.growth import NOT_A_POWER, Curve, GrownDay, Growth
from crosscheck.ruler.results import DayResult, Result

WIDTH = 8.4  # inches, shown some 800 pixels wide: ten points are then thirteen pixels
MARKS = "osD^vP"  # as many as a theme has colours
MARK = 11.5  # points across, of one with a number on it
PANELS = 3  # side by side
ROUNDS = 1000  # of pushing marks apart; some dozens are enough
TOKENS = (20, 50, 100, 200, 300, 500, 700, 1000, 1500, 2000, 3000, 5000)  # where an axis of tokens may have ticks


# Colours by Okabe and Ito, made darker or lighter until they stand out from the ground: on a light one, on a dark one.
# What is drawn has those of the light ground, and `adaptive` gives each a name that means the other on a dark one.
INK, FAINT, GROUND = ("#1f2328", "#e6edf3"), ("#d1d9e0", "#30363d"), ("#ffffff", "#0d1117")
SOLUTIONS = (
    ("#c44e00", "#ff9144"),
    ("#007a5a", "#1fc795"),
    ("#0063a6", "#62b8f5"),
    ("#a04a80", "#e08fc0"),
    ("#8a6d00", "#e6c229"),
    ("#57606a", "#9198a1"),
)
NAMES = {"ink": INK, "faint": FAINT, "ground": GROUND, **{f"solution{n}": pair for n, pair in enumerate(SOLUTIONS, 1)}}


def time(result: Result) -> str:
    """Time by day, with its interval, a mark for each language."""
    with _figure(f"The year {result.year}: time of each day's solutions (not of languages)") as (figure, axes):
        for day in result.days:
            ends = [day.languages[key].median / 1e9 for key in _solving(result) if key in day.languages]
            if ends:
                axes.plot([day.day, day.day], [min(ends), max(ends)], color=FAINT[0], linewidth=1.2, zorder=1)
        labels = []
        for index, (key, title) in enumerate(_solving(result).items()):
            there = {day.day: day.languages[key] for day in result.days if key in day.languages}
            times = [one.median / 1e9 for one in there.values()]
            below = [max(0, one.median - one.low) / 1e9 for one in there.values()]
            above = [max(0, one.high - one.median) / 1e9 for one in there.values()]
            colour = SOLUTIONS[index][0]
            axes.errorbar(
                list(there), times, [below, above], fmt=MARKS[index], color=colour, markersize=5.5, capsize=3, zorder=2
            )
            labels.append((times[-1], title, colour))
        _day_axis(axes, result.days)
        _time_axis(axes)
        _label_ends(axes, result.days[-1].day, labels)
    return _svg(figure)


def code(result: Result) -> str:
    """Time against the length of the code, a mark with the day's number for each solution."""
    title = f"{result.year}: time against the length of the code, one mark a solution"
    with _figure(title, 5.2) as (figure, axes):
        marks: list[tuple[tuple[int, float], int, int]] = []
        for index, (key, name) in enumerate(_solving(result).items()):
            marks += [
                ((size.tokens, one.median / 1e9), index, day.day)
                for day in result.days
                if (one := day.languages.get(key)) and key in day.figures and (size := day.figures[key].code)
            ]
            axes.plot([], [], MARKS[index], color=SOLUTIONS[index][0], markersize=9, label=name)
        axes.set_xscale("log")
        axes.set_xlabel("tokens of the solution, without comments (log scale); the numbers are days")
        spots = np.array([spot for spot, _, _ in marks])
        counts = spots[:, 0]
        _size_axis(axes, [tick for tick in TOKENS if counts.min() <= tick <= counts.max()])
        _time_axis(axes)
        axes.legend(loc="upper left", frameon=False, labelcolor="linecolor", ncols=len(MARKS))
        axes.plot(*spots.T, linestyle="none")  # for the limits of the axes, and so for where the marks come to lie
        figure.draw_without_rendering()
        places = apart(axes.transData.transform(spots) * (72 / figure.dpi), MARK)
        for place, (spot, index, day_number) in zip(places, marks, strict=True):
            colour, layer = SOLUTIONS[index][0], 3 + index
            at = tuple(axes.transData.inverted().transform(place * (figure.dpi / 72)))
            axes.plot(*zip(spot, at, strict=True), color=colour, linewidth=0.8, zorder=2)
            axes.plot(
                *at, MARKS[index], color=colour, mec=GROUND[0], mew=0.7, markersize=MARK, zorder=layer, clip_on=False
            )
            number = axes.annotate(str(day_number), at, color=GROUND[0], fontsize=7, zorder=layer + 0.5)
            number.set(ha="center", va="center_baseline")
    return _svg(figure)


def memory(result: Result) -> str:
    """Memory at its most by day, and a dashed line at what each program has with nothing to do."""
    with _figure(f"{result.year}: memory at its most, in a program run for one day", 3.8) as (figure, axes):
        labels = []
        for index, (key, title) in enumerate(_solving(result).items()):
            colour = SOLUTIONS[index][0]
            there = {day.day: used for day in result.days if key in day.figures and (used := day.figures[key].memory)}
            if not there:
                continue
            idle, peaks = median(used.idle for used in there.values()), [used.peak for used in there.values()]
            axes.vlines(list(there), idle, peaks, color=colour, linewidth=1.2, alpha=0.6)
            axes.plot(list(there), peaks, MARKS[index], color=colour, markersize=5.5)
            axes.axhline(idle, color=colour, linestyle=(0, (5, 3)), linewidth=1)
            labels.append((idle, title, colour))
        _day_axis(axes, result.days)
        axes.set_yscale("log")
        low, high = axes.get_ylim()
        axes.set_ylim(tick_below(low), high)
        axes.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
        axes.yaxis.set_major_formatter(EngFormatter("B", sep=" "))
        axes.yaxis.set_minor_locator(NullLocator())
        axes.set_ylabel("peak resident memory (log scale)")
        _label_ends(axes, max(axes.get_xlim()), labels)
    return _svg(figure)


def tick_below(value: float) -> float:
    """The greatest of 1, 2, 5, 10, 20, 50 ... that is no greater: an axis that begins there has a tick at its end.

    >>> tick_below(3.1e6), tick_below(2e6), tick_below(9.9e6)
    (2000000.0, 2000000.0, 5000000.0)
    """
    power = 10.0 ** np.floor(np.log10(value))
    return float(power * max(it for it in (1, 2, 5) if it * power <= value))


def apart(spots: NDArray[np.float64], least: float) -> NDArray[np.float64]:
    """Places near the spots, in points, of which no two are nearer to each other than `least`, so that no mark hides another.

    >>> apart(np.array([[0.0, 0.0], [0.0, 4.0], [90.0, 0.0]]), 10).tolist()
    [[0.0, -3.0], [0.0, 7.0], [90.0, 0.0]]
    """
    places = spots.copy()
    for _ in range(ROUNDS):
        far = places[:, np.newaxis] - places
        length = np.sqrt((far**2).sum(axis=2))
        np.fill_diagonal(length, np.inf)
        if length.min() >= least - 0.01:
            break
        # Two on the same spot go their ways upward and downward.
        same = length < 1e-6
        first = np.triu(np.ones_like(length)) - np.tril(np.ones_like(length))
        far[same] = np.stack([0 * first, first], axis=2)[same]
        length[same] = 1e-6
        push = np.maximum(0, least - length) / 2
        ways = far / np.maximum(np.sqrt((far**2).sum(axis=2)), 1e-9)[:, :, np.newaxis]
        places = places + (push[:, :, np.newaxis] * ways).sum(axis=1)
    return np.round(places, 1)  # so that no other rounding of a processor's makes another picture


def growth(result: Growth) -> str:
    """Time against size, a panel for each day, with the exponents; a bar goes from the quickest input to the slowest."""
    days = [day for day in result.days if day.languages]
    titles = dict.fromkeys(one.title for day in days for one in day.languages.values())
    looks = dict(zip(titles, cycle(zip(MARKS, [light for light, _ in SOLUTIONS], strict=True)), strict=False))
    columns = min(len(days), PANELS)
    rows = -(-len(days) // columns)
    title = "How time grows with the input: solutions, not languages"
    with _figure(title, 0.7 + 2.9 * rows, rows, columns) as (figure, _):
        panels = figure.axes
        for day, axes in zip(days, panels, strict=False):
            _growth(axes, day, looks)
        for axes in panels[len(days) :]:
            axes.remove()
        for axes in panels[::columns]:
            axes.set_ylabel("time (log scale)")
    return _svg(figure)


def _growth(axes: Axes, day: GrownDay, looks: Mapping[str, tuple[str, str]]) -> None:
    labels = []
    for one in day.languages.values():
        mark, colour = looks[one.title]
        times = np.array(one.times) / 1e9
        middle = np.median(times, axis=1)
        around = [middle - times.min(axis=1), times.max(axis=1) - middle]
        axes.errorbar(day.sizes, middle, around, fmt=f"{mark}-", color=colour, markersize=4, linewidth=1.3)
        labels.append((float(middle[-1]), f"{one.title} {_power(day, one)}", colour))
    axes.set_title(f"Day {day.day}: {day.title}", fontsize=10)
    axes.set_xscale("log")
    _time_axis(axes, "")
    axes.set_xlabel(f"n: {day.unit} (log scale)")
    _size_axis(axes, sorted({day.sizes[0], day.usual, day.sizes[-1]} & set(day.sizes)))
    _label_ends(axes, day.sizes[-1], labels)


def _power(day: GrownDay, one: Curve) -> str:
    return f"$n^{{{one.exponent.value:.1f}}}$" if day.is_power(one) else f"\n{NOT_A_POWER}"


@contextmanager
def _figure(title: str, height: float = 4.4, rows: int = 1, columns: int = 1) -> Iterator[tuple[Figure, Axes]]:
    """A figure and its first panel, whatever matplotlib is set to elsewhere."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(
            {
                "svg.hashsalt": "crosscheck",
                "svg.fonttype": "none",
                "font.size": 10,
                "axes.edgecolor": INK[0],
                "axes.labelcolor": INK[0],
                "axes.spines.right": False,
                "axes.spines.top": False,
                "axes.grid": True,
                "axes.grid.axis": "y",
                "axes.axisbelow": True,
                "grid.color": FAINT[0],
                "grid.linewidth": 0.6,
                "text.color": INK[0],
                "xtick.color": INK[0],
                "ytick.color": INK[0],
            }
        )
        figure = Figure((WIDTH, height), layout="constrained", facecolor=GROUND[0])
        axes = figure.subplots(rows, columns, squeeze=False, subplot_kw={"facecolor": "none"})
        figure.suptitle(title, x=0.01, ha="left", fontsize=12, fontweight="bold")
        yield figure, axes[0, 0]


def _svg(figure: Figure) -> str:
    out = StringIO()
    with mpl.rc_context({"svg.hashsalt": "crosscheck", "svg.fonttype": "none"}):
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    return adaptive(_numbered("\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"))


def _numbered(svg: str) -> str:
    """The picture with numbers as the names of its marks and clips: matplotlib's are hashes of figures that differ in their last bits from
    processor to processor.
    """
    hashes = dict.fromkeys(re.findall(r' id="([a-z][0-9a-f]{10})"', svg))
    names = {name: f"part{number}" for number, name in enumerate(hashes, 1)}
    return re.sub(r"\b[a-z][0-9a-f]{10}\b", lambda found: names.get(found[0], found[0]), svg)


def adaptive(svg: str) -> str:
    """The picture with colours that follow the theme, and in the font that its page is read in."""
    for name, (light, _) in NAMES.items():
        svg = svg.replace(light, f"var(--{name})")
    svg = re.sub(r"'DejaVu Sans'[^;\"]*", "sans-serif", svg)
    light, dark = ("; ".join(f"--{name}: {pair[which]}" for name, pair in NAMES.items()) for which in range(2))
    rules = f"svg {{{light}}}\n@media (prefers-color-scheme: dark) {{svg {{{dark}}}}}\n"
    return svg.replace("</style>", f"\n{rules}</style>", 1)


def _solving(result: Result) -> dict[str, str]:
    """The languages by key, with their titles, without second roads to the same solution; no more than there are marks."""
    titles = {key: one.title for day in result.days for key, one in day.languages.items() if one.same_as is None}
    return dict(islice(titles.items(), len(MARKS)))


def _day_axis(axes: Axes, days: Sequence[DayResult]) -> None:
    axes.set_xticks([day.day for day in days])
    axes.tick_params(axis="x", length=0, labelsize=9)
    axes.set_xlabel("day")


def _time_axis(axes: Axes, label: str = "time of parse, part 1 and part 2 (log scale)") -> None:
    axes.set_yscale("log")
    axes.yaxis.set_major_locator(LogLocator(numticks=99))  # every power of ten
    axes.yaxis.set_major_formatter(EngFormatter("s", sep=" "))
    axes.yaxis.set_minor_locator(NullLocator())
    axes.set_ylabel(label)


def _size_axis(axes: Axes, ticks: Sequence[int]) -> None:
    axes.xaxis.set_major_locator(FixedLocator(ticks))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
    axes.xaxis.set_minor_locator(NullLocator())


def _label_ends(axes: Axes, x: float, labels: Sequence[tuple[float, str, str]]) -> None:
    """Name lines at their right ends, one above the other where they come close: (height, text, colour)."""
    low, high = np.log(axes.get_ylim())
    apart = (high - low) * 0.075 * max((text.count("\n") + 1 for _, text, _ in labels), default=1)
    floor = -np.inf
    for height, text, colour in sorted(labels):
        at = max(float(np.log(height)), floor)
        spot = (x, float(np.exp(at)))
        label = axes.annotate(text, spot, (7, 0), textcoords="offset points", color=colour, fontweight="bold")
        label.set(va="center", annotation_clip=False)
        floor = at + apart
