"""2023 day 22, https://adventofcode.com/2023/day/22

Text: 1 to 1,500 lines, each a brick `x,y,z~x,y,z`: the cubes at its ends, x and y from 0 to 9, z from 1 to 400. No coordinate of the second end is less than
that of the first, and at most one is greater, so a brick is straight; it has at most 10 cubes. No two bricks share a cube. Lines are in any order.
The ground is below z = 1. Bricks fall straight down, without turning, until each of them lies on the ground or on another one.
Part 1: how many bricks there are of which each, taken away alone, lets no other brick fall.
Part 2: for each brick, how many others would fall if it alone were taken away; the sum of these.
"""

from collections.abc import Iterator
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, doubled, joined, on_lines, on_what, same, shuffled
from crosscheck.puzzles.limit import Limit

TITLE = "Sand Slabs"
UNIT = "bricks"
SIZE = 1_300
MOST, SIDE, HIGHEST, LONGEST = 1_500, 10, 400, 10
Cube = tuple[int, int, int]
Brick = tuple[Cube, Cube]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Bricks in a shaft of one cube or a few, so that most lie on others: close together or with air between, upright or not, and all of it anywhere."""
    rng = draw(seeds())
    count = draw(st.sampled_from((6, 9, 14, 20, 30, 4, 3, 2, 1)))
    sides = st.sampled_from((3, 2, 4, 1, 5, SIDE))
    wide, deep = draw(sides), draw(sides)
    high = draw(st.sampled_from((count // 2 + 2, count // 3 + 2, count + 1, 3 * count, HIGHEST)))
    directions = draw(st.sampled_from(((0, 1), (0, 1, 2), (0, 0, 1, 1, 2), (0,), (2,))))
    lengths = draw(st.sampled_from(((1, 2, 3), (1, 2, 2, 3, 4, 5), (1,), (2,), (LONGEST, 5, 1))))
    bricks = scattered(rng, count, (wide, deep, min(high, HIGHEST)), directions, lengths)
    if draw(st.booleans()):
        bricks = settled(bricks)[0]
    right, back = rng.choice((0, SIDE - wide)), rng.choice((0, SIDE - deep))
    up = rng.choice((0, 0, HIGHEST - max(end[2] for _, end in bricks)))
    return written(shuffled([moved(brick, right, back, up) for brick in bricks], rng))


def scattered(
    rng: Random, count: int, space: Cube, directions: tuple[int, ...], lengths: tuple[int, ...]
) -> list[Brick]:
    """Up to so many bricks at any places of a space, at least one."""
    taken, bricks = set[Cube](), list[Brick]()
    for _ in range(3 * count):
        axis, length = rng.choice(directions), rng.choice(lengths)
        size = [1, 1, 1]
        size[axis] = min(length, space[axis])
        x, y, z = (rng.randint(0, there - mine) for there, mine in zip(space, size, strict=True))
        brick = (x, y, z + 1), (x + size[0] - 1, y + size[1] - 1, z + size[2])
        if taken.isdisjoint(cubes(brick)) and len(bricks) < count:
            taken |= cubes(brick)
            bricks.append(brick)
    return bricks


def cubes(brick: Brick) -> set[Cube]:
    (x, y, z), (right, back, top) = brick
    return {(i, j, k) for i in range(x, right + 1) for j in range(y, back + 1) for k in range(z, top + 1)}


def moved(brick: Brick, right: int, back: int, up: int) -> Brick:
    (a, b, c), (d, e, f) = brick
    return (a + right, b + back, c + up), (d + right, e + back, f + up)


def full(seed: int, size: int = SIZE) -> str:
    """A pile in which about four bricks start on each level, most of them lying, of two to four cubes."""
    rng = Random(seed)
    size = min(size, MOST)
    taken, bricks = set[Cube](), list[Brick]()
    while len(bricks) < size:
        axis = rng.choice((0, 0, 0, 0, 1, 1, 1, 1, 2))
        more = rng.choice((0, 1, 2, 2, 2, 2, 3, 3, 4))
        size_of = [more * (axis == at) for at in range(3)]
        x, y = (rng.randint(0, SIDE - 1 - size_of[at]) for at in range(2))
        z = 1 + len(bricks) * 10 // 43 + rng.randint(0, 2)
        brick = (x, y, z), (x + size_of[0], y + size_of[1], z + size_of[2])
        if taken.isdisjoint(cubes(brick)):
            taken |= cubes(brick)
            bricks.append(brick)
    return written(shuffled(bricks, rng))


def cube(x: int, y: int, z: int) -> Brick:
    return (x, y, z), (x, y, z)


def limits() -> Iterator[Limit]:
    layers = [cube(x, y, z) for z in range(1, MOST // SIDE**2 + 1) for y in range(SIDE) for x in range(SIDE)]
    each = MOST // SIDE**2
    yield Limit("most bricks, as columns of cubes", written(layers), f"{SIDE**2}, {SIDE**2 * each * (each - 1) // 2}")
    yield Limit("a brick too many", written([*layers, cube(0, 0, HIGHEST)]), f"refused at line {MOST + 1}")
    tower = [cube(9, 9, z) for z in range(HIGHEST, 0, -1)]
    yield Limit("the highest tower", written(tower), f"1, {HIGHEST * (HIGHEST - 1) // 2}")
    crown = HIGHEST - 2 - 11
    falls = crown * (crown - 1) // 2 + 11 * crown  # of the trunk, the beam and the ten above it
    falls += 10 + 11 * 100 * (crown + 1)  # the ten fall with the beam, the crown with the trunk and the beam
    falls += 11 * 100 + 100 * 55  # and with what is below in its column
    yield Limit("the most falls", written(tree()), f"100, {falls}")


def tree() -> list[Brick]:
    """A trunk as high as it can be below a crown of ten lying bricks and eleven layers of cubes."""
    top = HIGHEST - 11
    trunk = [cube(0, 0, z) for z in range(1, top - 1)]
    branches: list[Brick] = [((0, 0, top - 1), (9, 0, top - 1)), *(((x, 0, top), (x, 9, top)) for x in range(SIDE))]
    return trunk + branches + [cube(x, y, z) for z in range(top + 1, HIGHEST + 1) for y in range(10) for x in range(10)]


def worst() -> Iterator[tuple[str, str]]:
    """The longest falls, the deepest chains, the most supports, and a fall from the greatest height; each also upside down in the text."""
    yield "the most falls", written(tree())
    yield "the most falls, from the top", written(tree()[::-1])
    floors: list[Brick] = []
    for z in range(1, 151):
        floors += [((at, 0, z), (at, 9, z)) if z % 2 else ((0, at, z), (9, at, z)) for at in range(SIDE)]
    yield "floors of ten bricks, each on ten", written(floors)
    waists: list[Brick] = []
    for z in range(1, HIGHEST, 2):
        waists += [((0, 0, z), (9, 0, z)), *(cube(x, 0, z + 1) for x in (0, 2, 4, 6, 7, 9))]
    yield "a waist on every other level", written(waists)
    high = [cube(x, y, HIGHEST - z) for z in range(15) for y in range(SIDE) for x in range(SIDE)]
    yield "all at the greatest height", written(high)
    yield "the real structure, as large as can be", full(22, MOST)
    rng = Random(22)
    singles = scattered(rng, MOST, (SIDE, SIDE, HIGHEST), (0, 1), (1, 2))
    yield "small bricks anywhere", written(singles)
    yield "long bricks anywhere", written(scattered(rng, MOST, (SIDE, SIDE, HIGHEST), (0, 1, 2), (LONGEST,)))


def written(bricks: list[Brick]) -> str:
    return joined("~".join(",".join(map(str, end)) for end in brick) for brick in bricks)


def read(text: str) -> list[Brick]:
    bricks = []
    for line in text.splitlines():
        numbers = [int(number) for number in line.replace("~", ",").split(",")]
        bricks.append(((numbers[0], numbers[1], numbers[2]), (numbers[3], numbers[4], numbers[5])))
    return bricks


def settled(bricks: list[Brick]) -> tuple[list[Brick], int]:
    """The bricks after their fall, in order of height, and how many have fallen: each goes down step by step while there is nothing below."""
    taken, down, fallen = set[Cube](), list[Brick](), 0
    for brick in sorted(bricks, key=lambda brick: brick[0][2]):
        lower = brick
        while lower[0][2] > 1 and taken.isdisjoint(cubes(moved(lower, 0, 0, -1))):
            lower = moved(lower, 0, 0, -1)
        taken |= cubes(lower)
        down.append(lower)
        fallen += lower != brick
    return down, fallen


def oracle(text: str) -> Answers | None:
    """Takes each brick away in turn and lets all others fall."""
    bricks = read(text)
    if len(bricks) > 80:
        return None
    down, _ = settled(bricks)
    falls = [settled(down[:at] + down[at + 1 :])[1] for at in range(len(down))]
    return str(falls.count(0)), str(sum(falls))


on_bricks = on_what(read, written)


def axes_swapped(bricks: list[Brick], _: Random) -> list[Brick]:
    return [((y, x, z), (back, right, top)) for (x, y, z), (right, back, top) in bricks]


def mirrored(bricks: list[Brick], _: Random) -> list[Brick]:
    return [((9 - right, y, z), (9 - x, back, top)) for (x, y, z), (right, back, top) in bricks]


def fallen(bricks: list[Brick], _: Random) -> list[Brick]:
    return settled(bricks)[0]


def raised(bricks: list[Brick], rng: Random) -> list[Brick] | None:
    """Air below all bricks that are at some height or above it."""
    low = rng.choice(bricks)[0][2]
    higher = [moved(brick, 0, 0, 1) if brick[0][2] >= low else brick for brick in bricks]
    across = any(brick[0][2] < low <= brick[1][2] for brick in bricks)
    return None if across or max(end[2] for _, end in higher) > HIGHEST else higher


def twin(bricks: list[Brick], _: Random) -> list[Brick] | None:
    """With the same pile beside it, where there is room."""
    left, right = min(start[0] for start, _ in bricks), max(end[0] for _, end in bricks)
    wide = right - left + 1
    if 2 * wide > SIDE or 2 * len(bricks) > MOST:
        return None
    at_the_left = [moved(brick, -left, 0, 0) for brick in bricks]
    return at_the_left + [moved(brick, wide, 0, 0) for brick in at_the_left]


def on_a_plinth(bricks: list[Brick], _: Random) -> list[Brick] | None:
    """With a floor of ten long bricks below them."""
    if len(bricks) + SIDE > MOST or max(end[2] for _, end in bricks) == HIGHEST:
        return None
    floor: list[Brick] = [((0, y, 1), (9, y, 1)) for y in range(SIDE)]
    return [*floor, *(moved(brick, 0, 0, 1) for brick in bricks)]


def no_fewer_fall(before: Answers, after: Answers) -> bool:
    return int(after[0] or "") <= int(before[0] or "") + SIDE and int(before[1] or "") <= int(after[1] or "")


LAWS = (
    Law("the order of the bricks is irrelevant", on_lines(shuffled), same),
    Law("x for y changes nothing", on_bricks(axes_swapped), same),
    Law("left for right changes nothing", on_bricks(mirrored), same),
    Law("bricks that have fallen already have the same answers", on_bricks(fallen), same),
    Law("more air between the bricks changes nothing", on_bricks(raised), same),
    Law("the same pile beside it doubles both answers", on_bricks(twin), doubled),
    Law("a floor below lets no fewer fall", on_bricks(on_a_plinth), no_fewer_fall),
)
