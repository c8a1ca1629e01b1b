r"""Christmas Tree Farm: https://adventofcode.com/2025/day/12

Presents of six shapes, which may be turned and flipped, have to fit under trees: part 1 counts the regions that can
hold all presents that are wanted there.

Two bounds decide nearly every region: if the presents have more cells than the region, it is too small, and if there is
a square of three by three for each present, it is large enough. A small region in between is packed: the presents are
put in one by one, each in every place that is free. Presents of one shape go in by ascending places, since their order
does not matter, and a state that led nowhere is remembered.

>>> shapes = "".join(f"{n}:\n##.\n###\n##.\n\n" for n in range(6))
>>> part1(parse(shapes + "3x3: 1 0 0 0 0 0\n4x4: 0 1 1 0 0 0\n5x4: 0 0 2 0 0 0\n3x6: 2 0 0 0 0 0\n"))
3
"""

from functools import cache
from typing import NamedTuple, TypeAlias

from aoc.text import Reader

SHAPES, SHAPE_SIDE, MOST_REGIONS, MOST_SIDE, MOST_PRESENTS = 6, 3, 2000, 60, 99
LEAST_CELLS, MOST_CELLS = 5, 7
PACKED_SIDE, MOST_PACKED = 5, 10
DECIDED = "a region that is clearly too small or large enough, or one of at most 10 others, up to 5x5"

Shape: TypeAlias = tuple[tuple[int, int], ...]
"""The cells (x, y) of a present inside a square of three by three."""


class Region(NamedTuple):
    width: int
    height: int
    wanted: tuple[int, ...]
    """How many presents of each shape."""


class Farm(NamedTuple):
    shapes: list[Shape]
    regions: list[Region]


def parse(text: str) -> Farm:
    reader = Reader(text)
    farm = Farm([read_shape(reader, number) for number in range(SHAPES)], [])
    template = "{}x{}:" + " {}" * SHAPES
    packed = 0
    for width, height, *wanted in reader.records(
        template, *[range(1, MOST_SIDE + 1)] * 2, *[range(MOST_PRESENTS + 1)] * SHAPES, most=MOST_REGIONS
    ):
        region = Region(width, height, tuple(wanted))
        if not is_too_small(farm, region) and not is_large_enough(region):
            packed += 1
            if max(width, height) > PACKED_SIDE or packed > MOST_PACKED:
                raise reader.error(DECIDED)
        farm.regions.append(region)
    reader.end()
    return farm


def read_shape(reader: Reader, number: int) -> Shape:
    reader.literal(f"{number}:\n")
    cells: list[tuple[int, int]] = []
    for y in range(SHAPE_SIDE):
        start = reader.at
        row = reader.match(f"[.#]{{{SHAPE_SIDE}}}", "three of `.` and `#`")
        cells += [(x, y) for x in range(SHAPE_SIDE) if row[x] == "#"]
        most_to_come = SHAPE_SIDE * (SHAPE_SIDE - 1 - y)
        if len(cells) + most_to_come < LEAST_CELLS or len(cells) > MOST_CELLS:
            raise reader.error(f"a shape of {LEAST_CELLS} to {MOST_CELLS} cells", start)
        reader.newline()
    reader.newline()
    return tuple(cells)


def is_too_small(farm: Farm, region: Region) -> bool:
    cells = sum(count * len(shape) for count, shape in zip(region.wanted, farm.shapes, strict=True))
    return cells > region.width * region.height


def is_large_enough(region: Region) -> bool:
    squares = (region.width // SHAPE_SIDE) * (region.height // SHAPE_SIDE)
    return squares >= sum(region.wanted)


def part1(farm: Farm) -> int:
    return sum(holds_all(farm, region) for region in farm.regions)


def holds_all(farm: Farm, region: Region) -> bool:
    if is_too_small(farm, region):
        return False
    return is_large_enough(region) or can_be_packed(farm, region)


def can_be_packed(farm: Farm, region: Region) -> bool:
    places = [sorted(all_places(shape, region)) for shape in farm.shapes]
    presents = [shape for shape, count in enumerate(region.wanted) for _ in range(count)]

    @cache
    def fits(present: int, taken: int, first_place: int) -> bool:
        """Do this present and those after it fit, the first of them in no place before?"""
        if present == len(presents):
            return True
        shape = presents[present]
        last_of_shape = presents[present + 1 : present + 2] != [shape]
        return any(
            not taken & places[shape][place]
            and fits(present + 1, taken | places[shape][place], 0 if last_of_shape else place + 1)
            for place in range(first_place, len(places[shape]))
        )

    return fits(0, 0, 0)


def all_places(shape: Shape, region: Region) -> set[int]:
    """The cells that the shape covers, turned and flipped and moved about in the region, as bits."""
    turned = {shape, tuple((y, x) for x, y in shape)}
    for _ in range(3):
        turned |= {tuple((-y, x) for x, y in cells) for cells in turned}
    floor = {(x, y) for y in range(region.height) for x in range(region.width)}
    moves = [
        (x, y)
        for y in range(-SHAPE_SIDE, region.height + SHAPE_SIDE)
        for x in range(-SHAPE_SIDE, region.width + SHAPE_SIDE)
    ]
    moved = ({(x + right, y + down) for x, y in cells} for cells in turned for right, down in moves)
    return {sum(1 << y * region.width + x for x, y in cells) for cells in moved if cells <= floor}
