"""2024 day 14, https://adventofcode.com/2024/day/14

Text: 1 to 1,000 lines `p=X,Y v=DX,DY`, a robot each: its column X, from 0 to one less than the parameter `width`, its row Y, from 0 to one less than
the parameter `height`, and its velocity, each part -999 to 999. `width` and `height` are odd, 3 to 103, and by default 101 and 103; a value that is
not is refused whatever the text is.
In each step every robot moves by its velocity; a robot that leaves the hall at one side comes in at the opposite side.
Part 1: the product of the numbers of robots in the four quadrants after 100 steps. The middle column and the middle row belong to no quadrant.
Part 2: the least number of steps, 0 included, after which there is a picture: more than half of all robots stand in some 31 neighbouring columns, and
more than half of them, the same or others, in some 33 neighbouring rows. Neighbouring is meant within the hall: the first column is no neighbour of
the last. Of a hall that is narrower, all columns are taken, and of one that is lower, all rows. `no solution` if there is never a picture.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import lcm, prod
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.input import Input, Param
from crosscheck.puzzles.law import Answers, Law, Transform, joined, same, same_part1, shuffled
from crosscheck.puzzles.limit import Limit
from crosscheck.solvers.outcome import NO_SOLUTION

TITLE = "Restroom Redoubt"
UNIT = "robots"
SIZE = 500
MOST, FASTEST, WIDE, HIGH = 1_000, 999, 31, 33
PARAMS = {"width": Param(default=101, low=3, high=103), "height": Param(default=103, low=3, high=103)}
WIDE_HALLS = ((101, 103), (99, 77), (65, 65), (103, 99), (63, 65), (75, 45), (81, 81), (103, 103))
OTHER_HALLS = ((33, 35), (35, 49), (31, 33), (33, 3), (3, 35), (99, 9), (5, 77), (11, 7), (3, 3))
MOST_MOVES = 6_000_000  # of the oracle


class Robot(NamedTuple):
    x: int
    y: int
    dx: int
    dy: int

    def __str__(self) -> str:
        return f"p={self.x},{self.y} v={self.dx},{self.dy}"


Robots = list[Robot]


def puzzles() -> st.SearchStrategy[Input]:
    """No picture at the start mostly; late, or never. Small halls now and then, in which there is always one; sides that have a common divisor."""
    others = crowds(OTHER_HALLS, (1, 2, 3, 4, 5, 8, 9))
    made = st.one_of(groups(), crowds(WIDE_HALLS, (41, 21, 12, 8, 7, 3)), crowds(WIDE_HALLS, (41, 40, 21)), others)
    return st.builds(lambda made, on: behind_pictures(made) if on else made, made, st.sampled_from((True, True, False)))


def behind_pictures(made: Input, most: int = 99) -> Input:
    """Some steps later, so that there is no picture at first."""
    robots, (width, height) = read(made.text), sides_of(made)
    for _ in range(most):
        if not (is_crowd([robot.x for robot in robots], WIDE) and is_crowd([robot.y for robot in robots], HIGH)):
            break
        robots = [moved(robot, width, height) for robot in robots]
    return written(robots, made.params)


@st.composite
def groups(draw: st.DrawFn) -> Input:
    """Two to six groups of as many robots that keep together, far apart at first, and now and then one robot more."""
    width, height = draw(st.sampled_from(WIDE_HALLS))
    count, each, wide = draw(st.integers(2, 6)), draw(st.integers(1, 3)), draw(st.sampled_from((1, 2, 6)))
    fast = draw(st.sampled_from((1, 2, 9, 99, FASTEST)))
    rng = draw(seeds())
    robots = []
    for group in range(count):
        x, y = group * width // count, rng.randrange(height)
        dx, dy = rng.randint(-fast, fast), rng.randint(-fast, fast)
        robots += [
            Robot((x + rng.randrange(wide)) % width, (y + rng.randrange(wide)) % height, dx, dy) for _ in range(each)
        ]
    robots += [Robot(width // 2, height // 2, 0, 0)] * draw(st.integers(0, 1))
    return written(shuffled(robots, rng), hall(width, height))


@st.composite
def crowds(draw: st.DrawFn, halls: Sequence[tuple[int, int]], counts: Sequence[int]) -> Input:
    """Robots that crowd at some step in a window as wide as a picture, or a column more or less; half of them, one more, or all."""
    width, height = draw(st.sampled_from(halls))
    count, fast = draw(st.sampled_from(counts)), draw(st.sampled_from((99, 3, FASTEST, 1)))
    spread = WIDE + draw(st.sampled_from((0, 1, -1, -9))), HIGH + draw(st.sampled_from((0, 1, -1, -9)))
    crowd = min(count, draw(st.sampled_from((count // 2 + 1, count // 2 + 1, count // 2 + 1, count // 2, count))))
    rng = draw(seeds())
    when = draw(st.sampled_from((rng.randrange(lcm(width, height)), 0, 1)))
    columns = crowded(rng, width, count, crowd, min(spread[0], width))
    rows = crowded(rng, height, count, crowd, min(spread[1], height))
    robots = [
        earlier(Robot(x, y, rng.randint(-fast, fast), rng.randint(-fast, fast)), when, width, height)
        for x, y in zip(columns, rows, strict=True)
    ]
    return written(robots, hall(width, height))


def hall(width: int, height: int) -> dict[str, int]:
    """The parameters that are not the defaults."""
    return {name: side for name, side in (("width", width), ("height", height)) if side != PARAMS[name].default}


def crowded(rng: Random, side: int, count: int, crowd: int, spread: int) -> list[int]:
    """Places in a hall of this side, so many of them in a window, of which both ends are taken if there are two or more."""
    first = rng.randint(0, side - spread)
    inside = [first, first + spread - 1][:crowd] + [first + rng.randrange(spread) for _ in range(crowd - 2)]
    return shuffled(inside + [rng.randrange(side) for _ in range(count - crowd)], rng)


def earlier(robot: Robot, steps: int, width: int, height: int) -> Robot:
    """The robot, so many steps before."""
    x, y, dx, dy = robot
    return Robot((x - steps * dx) % width, (y - steps * dy) % height, dx, dy)


def full(seed: int, size: int = SIZE) -> str:
    """Seven robots of ten stand in a picture at some step, a frame around a fir; the others are anywhere."""
    rng = Random(seed)
    width, height = PARAMS["width"].default, PARAMS["height"].default
    left, top = rng.randint(0, width - WIDE), rng.randint(0, height - HIGH)
    cells = [(x, y) for y in range(HIGH) for x in range(WIDE) if is_drawn(x, y)]
    count = size * 7 // 10
    drawn = rng.sample(cells, min(count, len(cells)))
    drawn += rng.choices(cells, k=count - len(drawn))
    places = [(left + x, top + y) for x, y in drawn]
    places += [(rng.randrange(width), rng.randrange(height)) for _ in range(size - count)]
    when = rng.randrange(width * height)
    robots = [Robot(x, y, rng.randint(-99, 99), rng.randint(-99, 99)) for x, y in places]
    return written(shuffled([earlier(robot, when, width, height) for robot in robots], rng)).text


def is_drawn(x: int, y: int) -> bool:
    """Whether the picture has this cell: its frame, a fir of three tiers, and a trunk."""
    if x in (0, WIDE - 1) or y in (0, HIGH - 1):
        return True
    off = abs(x - WIDE // 2)
    return off <= 1 if y > 26 else 3 <= y and off <= (y - 3) % 8 + (y - 3) // 8 * 2


def limits() -> Iterator[Limit]:
    one = [Robot(0, 0, 0, 0)]
    yield Limit("most robots", written(one * MOST), "0, 0")
    yield Limit("a robot too many", written(one * (MOST + 1)), "refused at line 1001")


def worst() -> Iterator[tuple[str, str | Input]]:
    """Most robots, in the halls with most steps before positions repeat: no picture, a late one, all alike, and two crowds on each axis."""
    rng = Random(14)

    def anywhere(fast: int, side: int = 103) -> Robots:
        return [
            Robot(rng.randrange(side), rng.randrange(side), rng.randint(-fast, fast), rng.randint(-fast, fast))
            for _ in range(MOST)
        ]

    yield "robots anywhere, in the usual hall", written([one._replace(x=one.x % 101) for one in anywhere(FASTEST)])
    yield "robots anywhere, in the largest square", written(anywhere(FASTEST), hall(103, 103))
    yield "robots anywhere, at rest", written(anywhere(0), hall(103, 103))
    yield "the same velocity for all", written([one._replace(dx=1, dy=-1) for one in anywhere(1)], hall(103, 103))
    late = [earlier(Robot(x % 31, y % 33, dx, dy), 101 * 103 - 1, 101, 103) for x, y, dx, dy in anywhere(99)]
    yield "a picture in the last step", written(late)
    apart = [Robot(at % 2 * 70, at // 2 % 2 * 70, at % 2, at // 2 % 2) for at in range(MOST)]
    yield "two crowds on each axis", written(apart)
    halves = [Robot(at % 2 * 50, at % 2 * 50, 0, 0) for at in range(MOST)]
    yield "two crowds at rest, half of the robots each", written(halves)
    yield "the smallest hall", written([Robot(x % 3, y % 3, dx, dy) for x, y, dx, dy in anywhere(FASTEST)], hall(3, 3))
    zeros = "0" * 60
    yield "leading zeros", f"p={zeros}1,{zeros}2 v=-{zeros}3,{zeros}4\n" * MOST


def written(robots: Iterable[Robot], params: Mapping[str, int] | None = None) -> Input:
    return Input(joined(map(str, robots)), params or {})


def read(text: str) -> Robots:
    cleared = text.replace("p=", "").replace(" v=", ",")
    return [Robot(*map(int, line.split(","))) for line in cleared.splitlines()]


def oracle(text: str, params: Mapping[str, int]) -> Answers | None:
    """Step by step, and all robots at each; no part 2 where there are many robots and many steps."""
    width, height = params["width"], params["height"]
    start = read(text)
    robots = start
    for _ in range(100):
        robots = [moved(robot, width, height) for robot in robots]
    sides = [(sign(2 * robot.x - (width - 1)), sign(2 * robot.y - (height - 1))) for robot in robots]
    quadrants = Counter(sides)
    safety = prod(quadrants[side] for side in ((-1, -1), (-1, 1), (1, -1), (1, 1)))
    repeat = lcm(width, height)
    if repeat * len(start) > MOST_MOVES:
        return str(safety), None
    columns, rows = [robot.x for robot in start], [robot.y for robot in start]
    for step in range(repeat):
        if is_crowd(columns, WIDE) and is_crowd(rows, HIGH):
            return str(safety), str(step)
        columns = [(x + robot.dx) % width for x, robot in zip(columns, start, strict=True)]
        rows = [(y + robot.dy) % height for y, robot in zip(rows, start, strict=True)]
    return str(safety), NO_SOLUTION


def moved(robot: Robot, width: int, height: int) -> Robot:
    x, y, dx, dy = robot
    return Robot((x + dx) % width, (y + dy) % height, dx, dy)


def sign(number: int) -> int:
    return (number > 0) - (number < 0)


def is_crowd(places: list[int], window: int) -> bool:
    """Whether more than half of the places are in a window of this width: from one of them to the one that is half of all further on."""
    in_order = sorted(places)
    return any(last - first < window for first, last in zip(in_order, in_order[len(places) // 2 :], strict=False))


def on_robots(change: Callable[[Robots, Random, int, int], Robots | None]) -> Transform:
    """A change of the robots in the same hall, of which the function is told the sides."""

    def transform(made: Input, rng: Random) -> Input | None:
        changed = change(read(made.text), rng, *sides_of(made))
        return None if changed is None else written(changed, made.params)

    return transform


def sides_of(made: Input) -> tuple[int, int]:
    return made.params.get("width", PARAMS["width"].default), made.params.get("height", PARAMS["height"].default)


def order_changed(robots: Robots, rng: Random, *_: int) -> Robots:
    return shuffled(robots, rng)


def mirrored(robots: Robots, rng: Random, width: int, height: int) -> Robots:
    """Left for right, top for bottom, or both."""
    flip_x, flip_y = rng.choice(((True, False), (False, True), (True, True)))
    return [
        Robot(
            width - 1 - robot.x if flip_x else robot.x,
            height - 1 - robot.y if flip_y else robot.y,
            -robot.dx if flip_x else robot.dx,
            -robot.dy if flip_y else robot.dy,
        )
        for robot in robots
    ]


def rounds_more(robots: Robots, rng: Random, width: int, height: int) -> Robots:
    """Velocities that differ by whole widths and heights, as far as they are allowed."""

    def other(velocity: int, side: int) -> int:
        changed = velocity + side * rng.randint(-9, 9)
        return changed if abs(changed) <= FASTEST else velocity

    return [robot._replace(dx=other(robot.dx, width), dy=other(robot.dy, height)) for robot in robots]


def every_robot_twice(robots: Robots, *_: object) -> Robots | None:
    return robots * 2 if len(robots) <= MOST // 2 else None


def step_on(robots: Robots, _: Random, width: int, height: int) -> Robots:
    """One step later."""
    return [moved(robot, width, height) for robot in robots]


def one_step_less(before: Answers, after: Answers) -> bool:
    """A picture that is there at the start says nothing about the next one."""
    if before[1] == NO_SOLUTION:
        return after[1] == NO_SOLUTION
    return before[1] == "0" or int(after[1] or "") == int(before[1] or "") - 1


def sixteenfold(before: Answers, after: Answers) -> bool:
    return before[1] == after[1] and int(after[0] or "") == 16 * int(before[0] or "")


def x_for_y(made: Input, _: Random) -> Input:
    """In a hall that is as high as this one is wide."""
    width, height = sides_of(made)
    turned = [Robot(y, x, dy, dx) for x, y, dx, dy in read(made.text)]
    return written(turned, hall(height, width))


LAWS = (
    Law("the order of the robots does not matter", on_robots(order_changed), same),
    Law("the mirror changes nothing", on_robots(mirrored), same),
    Law("whole rounds in a velocity change nothing", on_robots(rounds_more), same),
    Law("every robot twice makes part 1 sixteen times as large", on_robots(every_robot_twice), sixteenfold),
    Law("a step later the picture is a step nearer", on_robots(step_on), one_step_less),
    Law("x for y changes nothing in part 1", x_for_y, same_part1),
)
