"""2025 day 8, https://adventofcode.com/2025/day/8

Text: 2 to 2,000 lines `x,y,z`, each number 0 to 99,999: a box each, no two at the same place. The parameter `joins` is 1 to 1,000,000, and 1,000 by
default.
Pairs of boxes are joined one after another, the closest pair first. Of pairs as close as each other the one comes first whose earlier line is earlier;
of those, the one whose later line is earlier. Boxes that are joined, directly or through others, are in one circuit.
Part 1: the product of the numbers of boxes of the three largest circuits after `joins` pairs, also counting pairs that were in one circuit already.
Where there are fewer pairs, all are joined; where there are fewer than three circuits, all are multiplied.
Part 2: the product of both x of the pair that makes one circuit of all.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import accumulate, combinations, product
from math import prod
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.input import Input, Param
from crosscheck.puzzles.law import Answers, Law, Transform, joined, same, same_part1, shuffled, times
from crosscheck.puzzles.limit import Limit

TITLE = "Playground"
UNIT = "boxes"
SIZE = 1000
LAST, MOST = 99_999, 2_000
PARAMS = {"joins": Param(default=1_000, low=1, high=1_000_000)}
Box = tuple[int, ...]


@st.composite
def puzzles(draw: st.DrawFn) -> Input:
    """Boxes in a small cube or on a line, many as close as others; in a larger cube; or in two groups far apart."""
    side = draw(st.sampled_from((2, 3, 9, 60, LAST)))
    flat = draw(st.sampled_from((0, 0, 1, 2)))  # how many coordinates are alike in all boxes
    axes = [st.integers(0, side)] * (3 - flat) + [st.just(7)] * flat
    boxes: list[Box] = draw(st.lists(st.tuples(*axes), unique=True, min_size=2, max_size=14))
    if side < LAST and draw(st.integers(0, 3)) == 0:
        boxes = [(x, y, z if at % 3 else LAST - z) for at, (x, y, z) in enumerate(boxes)]
    if draw(st.booleans()):
        right = max(x for x, _, _ in boxes)
        boxes = [(x + LAST - right, y, z) for x, y, z in boxes]
    pairs = len(boxes) * (len(boxes) - 1) // 2
    joins = draw(st.one_of(st.none(), st.integers(1, pairs + 1), st.integers(1, len(boxes)), st.just(1_000_000)))
    return Input(written(boxes), {} if joins is None else {"joins": joins})


def full(seed: int, size: int = SIZE) -> str:
    """Boxes anywhere."""
    rng = Random(seed)
    boxes: dict[Box, None] = {}
    while len(boxes) < max(2, size):
        boxes[tuple(rng.randint(0, LAST) for _ in range(3))] = None
    return written(list(boxes))


def limits() -> Iterator[Limit]:
    line: list[Box] = [(at, 0, 0) for at in range(1, MOST + 2)]
    yield Limit("most boxes, side by side", written(line[:-1]), f"1001, {(MOST - 1) * MOST}")
    yield Limit("a box too many", written(line), "refused at line 2001")


def worst() -> Iterator[tuple[str, str | Input]]:
    """The most boxes: anywhere, as close as can be, far apart, on a line, and where all pairs of neighbours are as close as each other."""
    rng = Random(8)
    most = PARAMS["joins"].high
    yield "boxes anywhere", full(8, MOST)
    yield "boxes anywhere, and as many joins as can be", Input(full(8, MOST), {"joins": most})
    cube: list[Box] = list(product(range(13), repeat=3))[:MOST]
    yield "a cube of boxes side by side", written(shuffled(cube, rng))
    yield (
        "a cube of boxes side by side, and as many joins as can be",
        Input(written(shuffled(cube, rng)), {"joins": most}),
    )
    yield "a cube as wide as can be", written((8_000 * x, 8_000 * y, 8_000 * z) for x, y, z in cube)
    yield "a line", written((50 * at, 0, 0) for at in range(MOST))
    widening = accumulate(1 + 97 * at // MOST for at in range(MOST))
    yield "a line whose gaps grow wider", written((x, 0, 0) for x in widening)
    small = cube[: MOST // 2]
    yield "two small cubes far apart", written([*small, *((LAST - x, LAST - y, LAST - z) for x, y, z in small)])
    yield "a small cube, and one box far away", written([*cube[1:], (LAST, LAST, LAST)])
    yield "two lines far apart", written((x, 99 * at, 0) for x in (0, LAST) for at in range(MOST // 2))


def written(boxes: Iterable[Box]) -> str:
    return joined(",".join(map(str, box)) for box in boxes)


def read(text: str) -> list[Box]:
    return [tuple(map(int, line.split(","))) for line in text.split()]


def distance(one: Box, other: Box) -> int:
    """Squared."""
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def oracle(text: str, params: Mapping[str, int]) -> Answers | None:
    """All pairs in order; each box knows its circuit."""
    boxes = read(text)
    if len(boxes) > 40:
        return None
    circuit = {at: {at} for at in range(len(boxes))}
    pairs = sorted(combinations(range(len(boxes)), 2), key=lambda pair: distance(boxes[pair[0]], boxes[pair[1]]))
    sizes, last = "", ""
    for count, (one, other) in enumerate(pairs, start=1):
        if circuit[one] is not circuit[other]:
            circuit[one] |= circuit[other]
            for box in circuit[other]:
                circuit[box] = circuit[one]
            if len(circuit[one]) == len(boxes):
                last = str(boxes[one][0] * boxes[other][0])
        if count == params["joins"] or (count == len(pairs) and not sizes):
            circuits = {id(each): len(each) for each in circuit.values()}
            sizes = str(prod(sorted(circuits.values())[-3:]))
    return sizes, last


def on_boxes(change: Callable[[list[Box], Random], list[Box] | None]) -> Transform:
    """A change of the boxes, but not of the number of joins."""

    def transform(made: Input, rng: Random) -> Input | None:
        changed = change(read(made.text), rng)
        return None if changed is None else Input(written(changed), made.params)

    return transform


def lines_in_other_order(boxes: list[Box], rng: Random) -> list[Box] | None:
    """Where no two pairs are as close as each other."""
    distances = [distance(one, other) for one, other in combinations(boxes, 2)]
    return shuffled(boxes, rng) if len(set(distances)) == len(distances) else None


def y_for_z(boxes: list[Box], _: Random) -> list[Box]:
    return [(x, z, y) for x, y, z in boxes]


def mirrored(boxes: list[Box], rng: Random) -> list[Box]:
    """In y and z."""
    flip_y, flip_z = rng.choice(((True, False), (False, True), (True, True)))
    return [(x, LAST - y if flip_y else y, LAST - z if flip_z else z) for x, y, z in boxes]


def turned(boxes: list[Box], _: Random) -> list[Box]:
    return [(y, z, LAST - x) for x, y, z in boxes]


def twice_as_wide(boxes: list[Box], _: Random) -> list[Box] | None:
    if max(max(box) for box in boxes) > LAST // 2:
        return None
    return [(2 * x, 2 * y, 2 * z) for x, y, z in boxes]


def other_joins(made: Input, rng: Random) -> Input:
    return Input(made.text, {"joins": rng.randint(1, 100)})


def all_at_one_x(boxes: list[Box], _: Random) -> list[Box] | None:
    """Moved onto the plane x = 3, where they are still at different places."""
    flat: list[Box] = [(3, y, z) for _, y, z in boxes]
    return flat if len(set(flat)) == len(flat) else None


LAWS = (
    Law("y for z changes nothing", on_boxes(y_for_z), same),
    Law("the mirror in y or z changes nothing", on_boxes(mirrored), same),
    Law("a turn changes nothing in part 1", on_boxes(turned), same_part1),
    Law(
        "twice as wide changes nothing in part 1 and makes part 2 four times as large",
        on_boxes(twice_as_wide),
        times(1, 4),
    ),
    Law(
        "where no distance is there twice the order of the lines does not matter", on_boxes(lines_in_other_order), same
    ),
    Law("the number of joins does not matter to part 2", other_joins, lambda before, after: before[1] == after[1]),
    Law("boxes of one x have its square for part 2", on_boxes(all_at_one_x), lambda _, after: after[1] == "9"),
)
