"""2021 day 17, https://adventofcode.com/2021/day/17

Text: one line `target area: x=X1..X2, y=Y1..Y2` with 1 <= X1 <= X2 <= 999 and -999 <= Y1 <= Y2 <= -1.
A probe starts at 0,0 with a whole velocity. Each step it moves by its velocity, then x slows by 1 towards 0 and y falls by 1.
Part 1: the greatest height of any shot that is in the area after some step; 0 if none of them rises.  Part 2: how many velocities get into the area.
"""

from collections.abc import Iterator
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.law import Answers, Law, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Trick Shot"
UNIT = "units of depth"
SIZE = 146
LAST = 999


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Small areas, single cells, areas between two triangular numbers (where no shot can fall straight down), and extremes."""
    most = draw(st.sampled_from((6, 15, 40, 40, LAST)))
    if draw(st.booleans()):
        speed = draw(st.integers(2, 8))
        gap = range(speed * (speed - 1) // 2 + 1, speed * (speed + 1) // 2)
        x1, x2 = sorted((draw(st.sampled_from(gap)), draw(st.sampled_from(gap))))
    else:
        x1, x2 = sorted((draw(st.integers(1, most)), draw(st.integers(1, most))))
    y2, y1 = sorted((draw(st.integers(1, most)), draw(st.integers(1, most))))
    return target(x1, x2, -y1, -y2)


def full(seed: int, size: int = SIZE) -> str:
    """An area so deep below the start, about as far to the right, and a third as high."""
    rng = Random(seed)
    depth = max(1, min(size, LAST))
    x1 = max(1, depth * rng.randint(50, 95) // 100)
    return target(
        x1,
        min(LAST, x1 + max(1, depth * rng.randint(15, 40) // 100)),
        -depth,
        -max(1, depth * rng.randint(50, 75) // 100),
    )


def target(x1: int, x2: int, y1: int, y2: int) -> str:
    return f"target area: x={x1}..{x2}, y={y1}..{y2}\n"


def area(text: str) -> tuple[int, int, int, int]:
    x, y = text.strip().removeprefix("target area: x=").split(", y=")
    (x1, x2), (y1, y2) = (map(int, side.split("..")) for side in (x, y))
    return x1, x2, y1, y2


def oracle(text: str) -> Answers | None:
    """Every shot that could possibly get there, step by step."""
    x1, x2, y1, y2 = area(text)
    if x2 * -y1 > 400:
        return None
    tops = [
        top for vx in range(x2 + 1) for vy in range(y1, 1 - y1) if (top := flight(vx, vy, x1, x2, y1, y2)) is not None
    ]
    return str(max(tops)), str(len(tops))


def flight(vx: int, vy: int, x1: int, x2: int, y1: int, y2: int) -> int | None:
    """How high this shot gets, if it gets into the area."""
    x = y = top = 0
    while x <= x2 and y >= y1:
        if x1 <= x and y <= y2:
            return top
        x, y = x + vx, y + vy
        vx, vy = max(vx - 1, 0), vy - 1
        top = max(top, y)
    return None


def one_column_more(text: str, _: Random) -> str | None:
    x1, x2, y1, y2 = area(text)
    return None if x2 == LAST else target(x1, x2 + 1, y1, y2)


def one_row_deeper(text: str, _: Random) -> str | None:
    x1, x2, y1, y2 = area(text)
    return None if y1 == -LAST else target(x1, x2, y1 - 1, y2)


def no_lower_and_more(before: Answers, after: Answers) -> bool:
    """What hit still hits, and each new cell can be hit in one step."""
    (height, shots), (height_after, shots_after) = whole(before), whole(after)
    return height_after >= height and shots_after > shots


def limits() -> Iterator[Limit]:
    yield Limit("the largest area", "target area: x=1..999, y=-999..-1\n", "498501, 1043064")


def worst() -> Iterator[tuple[str, str]]:
    """The largest area and the most distant ones."""
    yield "the largest area", target(1, LAST, -LAST, -1)
    yield "a row far below", target(1, LAST, -LAST, -LAST)
    yield "a column far to the right", target(LAST, LAST, -LAST, -1)
    yield "a column in which every shot falls straight down", target(1, 1, -LAST, -1)
    yield "one far cell", target(LAST, LAST, -LAST, -LAST)


LAWS = (
    Law(
        "one column more on the right is more shots and no lower",
        one_column_more,
        no_lower_and_more,
    ),
    Law("one row more below is more shots and no lower", one_row_deeper, no_lower_and_more),
)
