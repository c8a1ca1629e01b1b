"""2021 day 22, https://adventofcode.com/2021/day/22

Text: 1 to 500 lines `on x=A..B,y=A..B,z=A..B`, or `off ...`, each number -200000 to 200000 and A <= B; all ends are included.
Each line in turn switches the cubes of its cuboid. All are off at first.
Part 1: how many are on within -50..50 along each axis, where cuboids that reach over its edge count with what is inside.  Part 2: how many are on.
"""

from collections.abc import Iterator
from itertools import pairwise, product
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.law import Answers, Law, joined, on_lines, part2_at_least_part1, same, twice, unchanged
from crosscheck.puzzles.limit import Limit

TITLE = "Reactor Reboot"
UNIT = "steps"
SIZE = 420
MOST = 500
LAST = 200_000
Range = tuple[int, int]
Step = tuple[str, list[Range]]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Cuboids crowded into a few cubes, astride the edge of the small region, nested, huge, or single cubes; some lines twice. Now and then more than 64."""
    low, high = draw(st.sampled_from(((-2, 2), (-5, 5), (46, 54), (-55, 55), (-LAST, LAST), (LAST - 3, LAST))))
    ends = st.integers(low, high)

    def step() -> str:
        pairs = [(draw(ends), draw(ends)) for _ in range(3)]
        point = draw(st.integers(0, 5)) == 0
        ranges = [(a, a) if point else (min(a, b), max(a, b)) for a, b in pairs]
        return written((draw(st.sampled_from(("on", "on", "off"))), ranges))

    more = draw(st.sampled_from((0,) * 19 + (60,)))
    lines = [step() for _ in range(draw(st.integers(1, 9)) + more)]
    again = draw(st.lists(st.sampled_from(lines), max_size=2))
    return joined(lines + again)


def full(seed: int, size: int = SIZE) -> str:
    """A twentieth of the steps within the small region, then wide ones, each of which meets about nine others."""
    rng = Random(seed)
    size = min(size, MOST)

    def around(middle: int, reach: int) -> Range:
        centre, half = rng.randint(-middle, middle), rng.randint(reach // 3, reach)
        return centre - half, centre + half

    small = [
        ("off" if at % 2 and at > size // 40 else "on", [around(26, 24) for _ in range(3)]) for at in range(size // 21)
    ]
    wide: list[Step] = []
    while len(small) + len(wide) < size:
        ranges = [around(75_000, 17_000) for _ in range(3)]
        if any(low > 50 or high < -50 for low, high in ranges):  # none reaches into the small region
            wide.append((rng.choice(("on", "on", "off")), ranges))
    return joined(map(written, small + wide))


def written(step: Step) -> str:
    switch, ranges = step
    return f"{switch} " + ",".join(f"{axis}={low}..{high}" for axis, (low, high) in zip("xyz", ranges, strict=True))


def read(line: str) -> Step:
    switch, ranges = line.split()
    ends = [side[2:].split("..") for side in ranges.split(",")]
    return switch, [(int(low), int(high)) for low, high in ends]


def oracle(text: str) -> Answers | None:
    """Space cut at every cuboid's faces: the last line that covers a piece decides it."""
    steps = [read(line) for line in text.splitlines()]
    if len(steps) > 6:
        return None

    def lit(low: int, high: int) -> str:
        faces = [
            sorted(
                {
                    low,
                    high + 1,
                    *(
                        cut
                        for _, ranges in steps
                        for cut in (ranges[axis][0], ranges[axis][1] + 1)
                        if low <= cut <= high
                    ),
                }
            )
            for axis in range(3)
        ]
        pieces = product(*(list(pairwise(cuts)) for cuts in faces))
        return str(sum(volume(piece) for piece in pieces if last_word([start for start, _ in piece]) == "on"))

    def last_word(corner: list[int]) -> str:
        """What the last line says that covers this cube."""
        words = (
            switch
            for switch, ranges in reversed(steps)
            if all(a <= at <= b for at, (a, b) in zip(corner, ranges, strict=True))
        )
        return next(words, "off")

    return lit(-50, 50), lit(-LAST, LAST)


def volume(piece: tuple[Range, ...]) -> int:
    (x1, x2), (y1, y2), (z1, z2) = piece
    return (x2 - x1) * (y2 - y1) * (z2 - z1)


def axes_swapped(lines: list[str], rng: Random) -> list[str]:
    order = rng.sample(range(3), 3)
    return [written((switch, [ranges[axis] for axis in order])) for switch, ranges in map(read, lines)]


def axis_mirrored(lines: list[str], rng: Random) -> list[str]:
    mirror = rng.randrange(3)
    steps = [(switch, list(ranges)) for switch, ranges in map(read, lines)]
    for _, ranges in steps:
        low, high = ranges[mirror]
        ranges[mirror] = -high, -low
    return [written(step) for step in steps]


def moved(lines: list[str], rng: Random) -> list[str] | None:
    """All of it a little along the first axis, where there is room."""
    by = rng.randint(-9, 9)
    steps = [(switch, [(x1 + by, x2 + by), *rest]) for switch, ((x1, x2), *rest) in map(read, lines)]
    return None if any(max(map(abs, ranges[0])) > LAST for _, ranges in steps) else [written(step) for step in steps]


def all_off_first(lines: list[str], _: Random) -> list[str]:
    return [written(("off", [(-LAST, LAST)] * 3)), *lines]


WHOLE = "on x=-200000..200000,y=-200000..200000,z=-200000..200000\n"


def limits() -> Iterator[Limit]:
    yield Limit("the whole reactor five hundred times", WHOLE * MOST, "1030301, 64000480001200001")
    yield Limit("a step too many", WHOLE * (MOST + 1), "refused at line 501")
    yield Limit("five hundred steps", full(1, MOST))


def nested(count: int) -> str:
    """Cubes around the middle, from the greatest to the least."""
    cubes = (("on" if at % 2 else "off", LAST - LAST // count * at) for at in range(count))
    return "".join(f"{switch} x=-{end}..{end},y=-{end}..{end},z=-{end}..{end}\n" for switch, end in cubes)


def worst() -> Iterator[tuple[str, str]]:
    """As many steps as there may be: inside each other, across each other, beside each other, and anywhere."""
    rng = Random(22)
    yield "the whole reactor again and again", WHOLE * MOST
    yield "cuboids inside each other, the largest first", nested(MOST)
    yield "cuboids inside each other, the smallest first", joined(reversed(nested(MOST).splitlines()))
    yield "the usual steps", full(22, MOST)
    count = MOST // 3
    yield "plates across each axis, all on", plates(count, range(-199_000, 199_000, 398_000 // count), 700, "on")
    yield "thin plates across each axis, on and off", plates(count, range(-count, count, 2), 0, "off")
    yield "thin bars along every axis", bars(12)
    cubes = product(range(7), range(8), range(8))
    yield "single cubes apart from each other", joined(written(("on", [(9 * at, 9 * at) for at in it])) for it in cubes)
    for reach in (LAST, 50):
        steps: list[Step] = [(rng.choice(("on", "off")), anywhere(reach, rng)) for _ in range(MOST)]
        yield f"cuboids anywhere within {reach:,}", joined(map(written, steps))


def anywhere(reach: int, rng: Random) -> list[Range]:
    """A cuboid of any size."""
    ranges = []
    for _ in range(3):
        low, high = sorted((rng.randint(-reach, reach), rng.randint(-reach, reach)))
        ranges.append((low, high))
    return ranges


def plates(count: int, places: range, thick: int, third: str) -> str:
    """So many across each axis, as wide as the reactor, every third switched so: what is on and the gaps between are in very many pieces."""
    steps: list[Step] = []
    for number, place in enumerate(places[:count]):
        for axis in range(3):
            ranges = [(-LAST, LAST)] * 3
            ranges[axis] = place, place + thick
            steps.append(("on" if number % 3 else third, ranges))
    return joined(map(written, steps))


def bars(count: int) -> str:
    """Along each axis count^2 bars, one cube thick, in a lattice that the bars of the other axes go through."""
    steps: list[Step] = []
    for one, two in product(range(count), repeat=2):
        for axis in range(3):
            ranges = [(5 * one, 5 * one), (5 * two, 5 * two)]
            ranges.insert(axis, (-LAST, LAST))
            steps.append(("on", ranges))
    return joined(map(written, steps))


LAWS = (
    Law("the whole list twice changes nothing", on_lines(twice), same),
    Law("off to begin with changes nothing", on_lines(all_off_first), same),
    Law("other names for the axes change nothing", on_lines(axes_swapped), same),
    Law("an axis in the mirror changes nothing", on_lines(axis_mirrored), same),
    Law("all of it moved lights as many in part 2", on_lines(moved), lambda before, after: before[1] == after[1]),
    Law("part 2 is at least part 1", unchanged, part2_at_least_part1),
)
