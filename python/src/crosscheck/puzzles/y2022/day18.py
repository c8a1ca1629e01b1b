"""2022 day 18, https://adventofcode.com/2022/day/18

Text: 1 to 4,000 lines `x,y,z`, each number from 0 to 29, all lines different. Each is a cube of lava with sides of 1.
Part 1: how many faces of cubes do not touch another cube.
Part 2: how many of these can be reached from outside by steps through air, each step to one of the six cells that share a face.
"""

from collections.abc import Callable, Iterator
from itertools import product
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, joined, on_lines, same, shuffled, unchanged, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Boiling Boulders"
UNIT = "cubes"
SIZE = 2_500
MOST, SIDE = 4_000, 30
Cube = tuple[int, int, int]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Boxes that are nearly full, so that air is trapped; shells with and without a hole; sparse cubes; each in a corner of space or inside."""
    rng = draw(seeds())
    high, wide, deep = (draw(st.sampled_from((3, 4, 2, 5, 1, 6))) for _ in range(3))
    kind = draw(st.sampled_from(("full", "shell", "sparse", "full", "noise", "shell")))
    box = list(product(range(high), range(wide), range(deep)))
    if kind == "shell":
        inner = {
            cube for cube in box if all(0 < at < side - 1 for at, side in zip(cube, (high, wide, deep), strict=True))
        }
        kept = [cube for cube in box if cube not in inner or rng.random() < 0.2]
        gone = draw(st.sampled_from((0, 1, 1, 2, 4)))
        kept = rng.sample(kept, max(1, len(kept) - gone))
    else:
        share = {"full": 0.85, "sparse": 0.2, "noise": 0.6}[kind]
        kept = [cube for cube in box if rng.random() < share] or box[:1]
    right, back, up = (rng.choice((0, 0, 7, SIDE - side)) for side in (high, wide, deep))
    cubes = [(x + right, y + back, z + up) for x, y, z in kept]
    if rng.random() < 0.1:
        ends = (0, 0, 0), (SIDE - 1, SIDE - 1, SIDE - 1)
        cubes += [cube for cube in ends if cube not in cubes]
    return written(shuffled(cubes, rng))


def full(seed: int, size: int = SIZE) -> str:
    """A ball with a ragged surface and pockets of air inside: some cells, and regions of several."""
    rng = Random(seed)
    size = min(size, MOST)
    middle = (SIDE - 1) / 2
    far = {
        cell: sum((at - middle) ** 2 for at in cell) * rng.uniform(0.85, 1.15)
        for cell in product(range(SIDE), range(SIDE), range(SIDE))
    }
    air = {cell for cell in far if rng.random() < 0.12}
    for cell in rng.sample(sorted(far), 120):
        air |= {cell, *neighbours(cell)} if rng.random() < 0.5 else {cell}
    kept = sorted((cell for cell in far if cell not in air), key=lambda cell: far[cell])
    return written(shuffled(kept[:size], rng))


def neighbours(cube: Cube) -> list[Cube]:
    x, y, z = cube
    return [(x - 1, y, z), (x + 1, y, z), (x, y - 1, z), (x, y + 1, z), (x, y, z - 1), (x, y, z + 1)]


def written(cubes: list[Cube]) -> str:
    return joined(",".join(map(str, cube)) for cube in cubes)


def read(lines: list[str]) -> list[Cube]:
    return [(int(x), int(y), int(z)) for x, y, z in (line.split(",") for line in lines)]


def space() -> list[Cube]:
    return list(product(range(SIDE), range(SIDE), range(SIDE)))


def limits() -> Iterator[Limit]:
    plates = [cube for cube in space() if cube[0] in (0, 9, 19, 29)]
    apart = 4 * (2 * SIDE**2 + 4 * SIDE)
    yield Limit("four whole layers", written(plates), f"{apart}, {apart}")
    side = 20
    chequer = [cube for cube in product(range(side), range(side), range(side)) if sum(cube) % 2 == 0]
    # Air gets one cell deep: past half of the cells of six sides, and to the cubes around the air between these, of which each has five, on an edge four, in a corner three.
    outside = 6 * side**2 // 2 + 5 * 6 * (side - 2) ** 2 // 2 + 4 * 12 * (side - 2) // 2 + 3 * 8 // 2
    yield Limit("most cubes, none of which touch", written(chequer), f"{6 * MOST}, {outside}")
    yield Limit("a cube too many", written(space()[: MOST + 1]), f"refused at line {MOST + 1}")
    side = 26
    shell = [cube for cube in product(range(side), range(side), range(side)) if any(at in (0, side - 1) for at in cube)]
    yield Limit("a shell of side 26", written(shell), f"{6 * side**2 + 6 * (side - 2) ** 2}, {6 * side**2}")
    corners = list(product((0, SIDE - 1), (0, SIDE - 1), (0, SIDE - 1)))
    yield Limit("the eight corners of space", written(corners), "48, 48")


def worst() -> Iterator[tuple[str, str]]:
    """The longest ways for air, the most air that is trapped, and the most rounds until that is known."""
    rng = Random(18)
    yield "cubes that do not touch", written([cube for cube in space() if sum(cube) % 2 == 0][:MOST])
    side = 26
    shell = [cube for cube in product(range(side), range(side), range(side)) if any(at in (0, side - 1) for at in cube)]
    yield "a shell", written(shell)
    yield "a shell with a hole in a corner", written([cube for cube in shell if cube != (0, 1, 1)])
    yield "noise, from the first layer", written([cube for cube in space() if rng.random() < 0.6][:MOST])
    yield "noise in all of space", written(rng.sample(space(), MOST))
    yield "a winding tunnel", written(tunnel())
    yield "the first cells", written(space()[:MOST])
    yield "most cubes from the last on", written(space()[::-1][:MOST])
    yield "a single cube in the middle", written([(15, 15, 15)])


def tunnel() -> list[Cube]:
    """A block in which a path of air goes back and forth, row after row, layer after layer, open at one end."""
    wide, deep, high = 29, 27, 5
    air = set[Cube]()
    for z in (1, 3):
        for y in range(1, deep, 2):
            air |= {(x, y, z) for x in range(1, wide - 1)}
            if y + 2 < deep:
                air.add((1 if y % 4 == 1 else wide - 2, y + 1, z))
    last = deep - 2
    air |= {(1 if last % 4 == 3 else wide - 2, last, 2), (1, 1, 0)}
    block = product(range(wide), range(deep), range(high))
    return [cube for cube in block if cube not in air][:MOST]


def oracle(text: str) -> Answers | None:
    """For part 2 each cell of a larger box tells its neighbours that air gets there, until nothing is new."""
    cubes = set(read(text.rstrip("\n").split("\n")))
    faces = [cell for cube in cubes for cell in neighbours(cube) if cell not in cubes]
    right, back, up = (range(min(at) - 1, max(at) + 2) for at in zip(*cubes, strict=True))
    box = list(product(right, back, up))
    if len(box) > 1_000:
        return str(len(faces)), None
    reached = {box[0]}
    while True:
        more = {cell for cell in box if cell not in cubes and not reached.isdisjoint(neighbours(cell))} | reached
        if more == reached:
            return str(len(faces)), str(sum(cell in reached for cell in faces))
        reached = more


def on_cubes(change: Callable[[list[Cube], Random], list[Cube] | None]) -> Transform:
    def changed(lines: list[str], rng: Random) -> list[str] | None:
        cubes = change(read(lines), rng)
        return None if cubes is None else written(cubes).splitlines()

    return on_lines(changed)


def turned(cubes: list[Cube], rng: Random) -> list[Cube]:
    """The axes in another order, and some of them from the other end."""
    (first, second, third), (right, back, up) = rng.sample(range(3), 3), rng.choices((0, SIDE - 1), k=3)
    return [(abs(right - cube[first]), abs(back - cube[second]), abs(up - cube[third])) for cube in cubes]


def in_a_corner(cubes: list[Cube], _: Random) -> list[Cube]:
    low = [min(at) for at in zip(*cubes, strict=True)]
    return [(x - low[0], y - low[1], z - low[2]) for x, y, z in cubes]


def spread(cubes: list[Cube], _: Random) -> list[Cube] | None:
    """No two cubes touch any more, and no air is trapped."""
    apart = [(2 * x, 2 * y, 2 * z) for x, y, z in in_a_corner(cubes, _)]
    return apart if max(map(max, apart)) < SIDE else None


def larger(cubes: list[Cube], _: Random) -> list[Cube] | None:
    """Eight cubes for each, so that every face becomes four."""
    fine = [
        (2 * x + i, 2 * y + j, 2 * z + k)
        for x, y, z in in_a_corner(cubes, _)
        for i, j, k in product((0, 1), (0, 1), (0, 1))
    ]
    return fine if max(map(max, fine)) < SIDE and len(fine) <= MOST else None


def with_a_cube(cubes: list[Cube], rng: Random) -> list[Cube] | None:
    """A cube far from all others."""
    near = {cell for cube in cubes for cell in (cube, *neighbours(cube))}
    corners = [corner for corner in product((0, SIDE - 1), (0, SIDE - 1), (0, SIDE - 1)) if corner not in near]
    return [*cubes, rng.choice(corners)] if corners and len(cubes) < MOST else None


def six_more(before: Answers, after: Answers) -> bool:
    """A corner of space is outside."""
    return [new - old for old, new in zip(whole(before), whole(after), strict=True)] == [6, 6]


def four_times(before: Answers, after: Answers) -> bool:
    return whole(after) == (4 * whole(before)[0], 4 * whole(before)[1])


def outside_of_all(before: Answers, _: Answers) -> bool:
    one, two = whole(before)
    return 0 < two <= one and one % 2 == two % 2 == 0


LAWS = (
    Law("the order of cubes does not matter", on_lines(shuffled), same),
    Law("turning and mirroring change nothing", on_cubes(turned), same),
    Law("a move changes nothing", on_cubes(in_a_corner), same),
    Law("eight cubes for each have four times the faces", on_cubes(larger), four_times),
    Law("a cube far from the others has six faces", on_cubes(with_a_cube), six_more),
    Law("cubes apart have all their faces outside", on_cubes(spread), lambda _, after: after[0] == after[1]),
    Law("part 2 is at most part 1, and both are even", unchanged, outside_of_all),
)
