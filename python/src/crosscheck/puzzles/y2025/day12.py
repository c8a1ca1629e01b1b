"""2025 day 12, https://adventofcode.com/2025/day/12

Text: six shapes, each a line `0:` to `5:`, three rows of three `#` or `.`, of which 5 to 7 are `#`, and a blank line; then 1 to 2,000 regions
`WxH: a b c d e f` with sides 1 to 60 and for each shape a count, 0 to 99. A region holds its presents if so many of each shape can be laid out in it,
turned and flipped at will, so that all their `#` are inside and no two share a cell; a `.` does not count.
Of each region one of these is true. More cells are wanted than it has, so it cannot hold them. It has a square of three by three for each present, in
W div 3 columns and H div 3 rows of such squares, so it can. Or its sides are both at most 5; no more than ten regions are of this third kind alone.
Part 1: how many regions hold their presents.
"""

from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, joined, mirrored, on_what, same, transposed
from crosscheck.puzzles.limit import Limit

TITLE = "Christmas Tree Farm"
UNIT = "regions"
SIZE = 1000
SHAPES, MOST_REGIONS, MOST_SIDE, MOST_OF_A_SHAPE = 6, 2_000, 60, 99
SMALL_SIDE, MOST_SMALL = 5, 10
Shape = list[str]
NARROW = [["##.", "##.", "##."], ["###", "###", "..."], [".##", ".##", ".#."], ["...", "##.", "###"]]
Cells = frozenset[tuple[int, int]]


class Region(NamedTuple):
    width: int
    height: int
    counts: list[int]

    def __str__(self) -> str:
        return f"{self.width}x{self.height}: {' '.join(map(str, self.counts))}"

    @property
    def squares(self) -> int:
        return (self.width // 3) * (self.height // 3)


class Farm(NamedTuple):
    shapes: list[Shape]
    regions: list[Region]

    def __str__(self) -> str:
        return joined(line for at, shape in enumerate(self.shapes) for line in (f"{at}:", *shape, "")) + joined(
            map(str, self.regions)
        )

    def needs_packing(self, region: Region) -> bool:
        return wanted(self.shapes, region) <= region.width * region.height and sum(region.counts) > region.squares


def size_of(shape: Shape) -> int:
    return "".join(shape).count("#")


def wanted(shapes: list[Shape], region: Region) -> int:
    """The cells of all presents."""
    return sum(count * size_of(shape) for count, shape in zip(region.counts, shapes, strict=True))


def any_shape(rng: Random, sizes: tuple[int, ...] = (5, 6, 7)) -> Shape:
    """Connected or not."""
    cells = rng.sample(range(9), rng.choice(sizes))
    return ["".join("#" if 3 * y + x in cells else "." for x in range(3)) for y in range(3)]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Small regions mostly, a few presents each, that just fit by area; larger ones at either bound."""
    rng = draw(seeds())
    sizes = draw(st.sampled_from(((5, 6, 7), (5,), (5, 6), (7,))))
    farm = Farm([any_shape(rng, sizes) for _ in range(SHAPES)], [])
    if draw(st.integers(0, 3)) == 0:
        farm.shapes[:2] = rng.sample(NARROW, 2)
    for _ in range(draw(st.integers(1, 6))):
        large = draw(st.integers(0, 5)) == 0
        farm.regions.append(at_bound(rng, farm.shapes, 12) if large else small(rng, farm.shapes))
    return str(farm)


def small(rng: Random, shapes: list[Shape]) -> Region:
    """Sides of at most 5, and presents that fill it more or less; now and then one too many."""
    sides = rng.choice(((2, 3), (2, 5), (3, 3), (3, 4), (3, 5), (4, 4), (4, 5), (5, 5), (1, 5), (5, 1), (5, 3)))
    region = Region(*sides, [0] * SHAPES)
    few = rng.sample(range(SHAPES), rng.randint(1, 3))
    left = sides[0] * sides[1]
    while left >= 0:
        shape = rng.choice(few)
        left -= size_of(shapes[shape])
        if left >= 0 or rng.random() < 0.2:
            region.counts[shape] += 1
        if rng.random() < 0.1:
            break
    return region


def at_bound(rng: Random, shapes: list[Shape], least: int, most: int = 50) -> Region:
    """As many presents as squares or somewhat fewer; or cells for more than there are."""
    region = Region(rng.randint(least, most), rng.randint(least, most), [0] * SHAPES)
    if rng.random() < 0.5:
        presents = region.squares - rng.choice((0, 1, rng.randint(0, region.squares // 4)))
        for shape in rng.choices(range(SHAPES), k=presents):
            region.counts[shape] += 1
    else:
        left = region.width * region.height
        while left >= 0:
            shape = rng.randrange(SHAPES)
            region.counts[shape] += 1
            left -= size_of(shapes[shape])
    return region if max(region.counts) <= MOST_OF_A_SHAPE else at_bound(rng, shapes, least, most)


def full(seed: int, size: int = SIZE) -> str:
    """Sides of 35 to 50, connected shapes; half of the regions are too small, some by one cell, and half have squares enough."""
    rng = Random(seed)
    shapes: list[Shape] = []
    while len(shapes) < SHAPES:
        shape = any_shape(rng)
        if is_connected(shape):
            shapes.append(shape)
    return str(Farm(shapes, [at_bound(rng, shapes, 35) for _ in range(min(size, MOST_REGIONS))]))


def is_connected(shape: Shape) -> bool:
    """Whether all its cells can be reached from one, in steps up, down, left and right."""
    cells = cells_of(shape)
    reached = set(list(cells)[:1])
    while (
        more := {(x + dx, y + dy) for x, y in reached for dx, dy in ((0, 1), (1, 0), (0, -1), (-1, 0))}
        & cells - reached
    ):
        reached |= more
    return reached == cells


def limits() -> Iterator[Limit]:
    shapes = NARROW[:2] * 3
    alone = Region(3, 3, [1, 0, 0, 0, 0, 0])
    yield Limit("most regions", str(Farm(shapes, [alone] * MOST_REGIONS)), "2000, -")
    yield Limit("a region too many", str(Farm(shapes, [alone] * (MOST_REGIONS + 1))), "refused at line 2031")


def worst() -> Iterator[tuple[str, str]]:
    """As many regions as there may be; and ten small ones, with presents that fill them but for a few cells, or all."""
    rng = Random(12)
    shapes = [any_shape(rng) for _ in range(SHAPES)]
    most = [MOST_OF_A_SHAPE] * SHAPES
    yield "presents without end", str(Farm(shapes, [Region(MOST_SIDE, 1, most)] * MOST_REGIONS))
    yield "the largest regions", str(Farm(shapes, [Region(MOST_SIDE, MOST_SIDE, [66] * SHAPES)] * MOST_REGIONS))
    for sizes in ((5,), (5, 6), (5, 6, 7)):
        for attempt in range(3):
            shapes = [any_shape(rng, sizes) for _ in range(SHAPES)]
            yield f"ten small regions, shapes of {sizes} cells, {attempt}", str(Farm(shapes, crowded(rng, shapes)))
    bare = [
        ["#.#", ".#.", "#.#"],
        ["#.#", "#.#", "#.#"],
        ["###", "#.#", "#.#"],
        ["#.#", "..#", "#.#"],
        ["#.#", "...", "###"],
        ["##.", "#.#", ".#."],
    ]
    yield "ten small regions, shapes with holes", str(Farm(bare, crowded(rng, bare)))


def crowded(rng: Random, shapes: list[Shape]) -> list[Region]:
    """Ten squares of 5, full but for fewer cells than one more present would take."""
    regions: list[Region] = []
    while len(regions) < MOST_SMALL:
        region = Region(SMALL_SIDE, SMALL_SIDE, [0] * SHAPES)
        while wanted(shapes, region) + min(map(size_of, shapes)) <= SMALL_SIDE**2:
            region.counts[rng.randrange(SHAPES)] += 1
        if wanted(shapes, region) <= SMALL_SIDE**2:
            regions.append(region)
    return regions


def read(text: str) -> Farm:
    *blocks, lines = text.split("\n\n")
    regions = []
    for line in lines.splitlines():
        sides, *counts = line.split()
        width, height = sides.rstrip(":").split("x")
        regions.append(Region(int(width), int(height), list(map(int, counts))))
    return Farm([block.split()[1:] for block in blocks], regions)


def cells_of(shape: Shape) -> Cells:
    return frozenset((x, y) for y, row in enumerate(shape) for x, cell in enumerate(row) if cell == "#")


def turned(cells: Cells) -> Cells:
    """A quarter turn."""
    return frozenset((2 - y, x) for x, y in cells)


def oracle(text: str) -> Answers | None:
    """Every place of every present, in regions of up to 20 cells."""
    farm = read(text)
    if any(region.width * region.height > 20 for region in farm.regions):
        return None
    return str(sum(holds(farm.shapes, region) for region in farm.regions)), None


def holds(shapes: list[Shape], region: Region) -> bool:
    presents = [shape for shape, count in zip(shapes, region.counts, strict=True) for _ in range(count)]
    floor = frozenset((x, y) for x in range(region.width) for y in range(region.height))

    def rest_fits(presents: list[Shape], free: Cells) -> bool:
        if not presents:
            return True
        return any(place <= free and rest_fits(presents[1:], free - place) for place in places(presents[0]))

    def places(shape: Shape) -> list[Cells]:
        kept = known.get("".join(shape))
        if kept is None:
            known["".join(shape)] = kept = [place for place in placed(cells_of(shape), region) if place <= floor]
        return kept

    known: dict[str, list[Cells]] = {}
    return wanted(shapes, region) <= len(floor) and rest_fits(presents, floor)


def placed(cells: Cells, region: Region) -> set[Cells]:
    """Turned, flipped and moved."""
    ways = {cells, frozenset((2 - x, y) for x, y in cells)}
    for _ in range(3):
        ways |= {turned(way) for way in ways}
    moves = [(x, y) for x in range(-2, region.width) for y in range(-2, region.height)]
    return {frozenset((x + right, y + down) for x, y in way) for way in ways for right, down in moves}


on_farm = on_what(read, str)


def on_regions(change: Callable[[Region, Random], Region]) -> Transform:
    return on_farm(lambda farm, rng: Farm(farm.shapes, [change(region, rng) for region in farm.regions]))


def other_side_up(region: Region, _: Random) -> Region:
    return region._replace(width=region.height, height=region.width)


def shapes_turned(farm: Farm, rng: Random) -> Farm:
    """Each turned and flipped in some way."""
    changes = [rng.choices((mirrored, transposed), k=3) for _ in farm.shapes]
    shapes = []
    for shape, steps in zip(farm.shapes, changes, strict=True):
        for step in steps:
            shape = step(shape, rng)
        shapes.append(shape)
    return Farm(shapes, farm.regions)


def shapes_in_other_order(farm: Farm, rng: Random) -> Farm:
    order = rng.sample(range(SHAPES), SHAPES)
    regions = [region._replace(counts=[region.counts[at] for at in order]) for region in farm.regions]
    return Farm([farm.shapes[at] for at in order], rng.sample(regions, len(regions)))


def every_region_twice(farm: Farm, _: Random) -> Farm | None:
    if 2 * sum(map(farm.needs_packing, farm.regions)) > MOST_SMALL:
        return None
    return Farm(farm.shapes, farm.regions * 2)


def twice_as_many(before: Answers, after: Answers) -> bool:
    return int(after[0] or "") == 2 * int(before[0] or "")


def present_less(farm: Farm, rng: Random) -> Farm | None:
    """One present less in each region, where all of them are small."""
    if any(max(region.width, region.height) > SMALL_SIDE for region in farm.regions):
        return None
    regions = []
    for region in farm.regions:
        kinds = [at for at, count in enumerate(region.counts) if count]
        counts = list(region.counts)
        if kinds:
            counts[rng.choice(kinds)] -= 1
        regions.append(region._replace(counts=counts))
    return Farm(farm.shapes, regions)


def larger(farm: Farm, rng: Random) -> Farm | None:
    """A column or a row more in each region, where all of them are small even then."""
    regions = [
        region._replace(width=region.width + 1) if rng.random() < 0.5 else region._replace(height=region.height + 1)
        for region in farm.regions
    ]
    if any(max(region.width, region.height) > SMALL_SIDE for region in regions):
        return None
    return Farm(farm.shapes, regions)


def no_fewer(before: Answers, after: Answers) -> bool:
    return int(before[0] or "") <= int(after[0] or "")


LAWS = (
    Law("width for height changes nothing", on_regions(other_side_up), same),
    Law("shapes that are turned and flipped change nothing", on_farm(shapes_turned), same),
    Law("the order of shapes and regions does not matter", on_farm(shapes_in_other_order), same),
    Law("every region twice doubles the answer", on_farm(every_region_twice), twice_as_many),
    Law("with a present less, no fewer regions hold theirs", on_farm(present_less), no_fewer),
    Law("larger regions hold what they held", on_farm(larger), no_fewer),
)
