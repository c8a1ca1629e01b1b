"""2024 day 18, https://adventofcode.com/2024/day/18

Text: lines `X,Y`, no two alike, each number 0 to one less than the parameter `size`, which is 2 to 100 and by default 71: the bytes that fall, in order,
into a square of so many columns and rows. There are at least as many lines as the parameter `fallen` says, which is 0 to 10,000 and by default 1,024,
and at least one. A byte may fall on any cell, also on the first one (0,0) or the last one (size-1,size-1).
A path leads from the first cell to the last one in steps up, down, left and right, over cells on which no byte has fallen.
Part 1: the least number of steps when the first `fallen` bytes have fallen, or `no solution`.
Part 2: the first byte after whose fall there is no path, as `X,Y`, counted from the beginning; `no solution` if there is a path after all of them.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.input import Input, Param
from crosscheck.puzzles.law import Answers, Law, Transform, joined, same_part1, shuffled
from crosscheck.puzzles.limit import Limit
from crosscheck.solvers.outcome import NO_SOLUTION

TITLE = "RAM Run"
UNIT = "bytes"
SIZE = 3450
PARAMS = {"size": Param(default=71, low=2, high=100), "fallen": Param(default=1_024, low=0, high=10_000)}
Byte = tuple[int, int]


@st.composite
def puzzles(draw: st.DrawFn) -> Input:
    """Small squares, on which bytes fall anywhere, on all cells of a corridor's walls, or along a barrier that they close or leave open by one cell."""
    size = draw(st.sampled_from((5, 7, 4, 6, 3, 9, 2)))
    cells = square(size)
    rng = draw(seeds())
    kind = draw(st.sampled_from(("anywhere", "anywhere", "maze", "barrier", "barrier with a gap")))
    if kind == "anywhere":
        fallen = rng.sample(cells, rng.randint(1, len(cells)))
    elif kind == "maze":
        fallen = shuffled([(x, y) for x, y in cells if y % 2 and x != (0 if y % 4 == 3 else size - 1)], rng)
        fallen += rng.sample([cell for cell in cells if cell not in fallen], rng.choice((0, 1, 2)))
    else:
        fallen = barrier(rng, size)
        fallen = rng.sample(fallen, max(1, len(fallen) - (kind != "barrier")))
        fallen += rng.sample([cell for cell in cells if cell not in fallen], rng.randint(0, size))
    if draw(st.integers(0, 2)) > 0:
        ends = (0, 0), (size - 1, size - 1)
        fallen = [cell for cell in fallen if cell not in ends] or [(1, 0)]
    count = draw(st.sampled_from((len(fallen), 0, 1, len(fallen) // 2, len(fallen) * 3 // 4)))
    return Input(written(fallen), given(size, count))


def barrier(rng: Random, size: int) -> list[Byte]:
    """Cells that are joined at sides or corners, from the top or the right to the left or the bottom."""
    x, y = rng.choice([(at, 0) for at in range(size)] + [(size - 1, at) for at in range(size)])
    cells = [(x, y)]
    while x > 0 and y < size - 1:
        right, down = rng.choice(((-1, 1), (-1, 0), (0, 1), (-1, -1), (1, 1)))
        if 0 <= x + right < size and 0 <= y + down < size:
            x, y = x + right, y + down
            cells += [(x, y)] * ((x, y) not in cells)
    return cells


def full(seed: int, size: int = SIZE) -> str:
    """A maze with corridors of five columns or rows, whose walls fall first. In them is a maze of narrow corridors. Its walls fall next, and with them what
    is not on its one path; the path itself is left until 85 of 100 bytes have fallen."""
    rng = Random(seed)
    side = PARAMS["size"].default
    wide = maze(rng, 2 * ((side + 1) // 6) - 1)
    first = {(x, y) for x, y in square(side) if (2 * (x // 6) + x % 6 // 5, 2 * (y // 6) + y % 6 // 5) not in wide}
    ways = maze(rng, side, first)
    between = {(x, y) for x, y in ways if (x + y) % 2}  # two of the maze's cells
    route = path(ways, side)
    others = [cell for cell in square(side) if cell not in ways and cell not in first]
    count = PARAMS["fallen"].default
    early = shuffled(sorted(first), rng) + shuffled(others + sorted(between - route), rng)
    late = shuffled(sorted(between & route), rng)
    keep = min(len(early), max(count, size * 17 // 20))
    fallen = shuffled(early[:count], rng) + early[count:keep] + shuffled(early[keep:] + late, rng)
    fallen += shuffled(sorted(ways - between), rng)
    return written(fallen[: max(size, count)])


def maze(rng: Random, side: int, closed: Collection[Byte] = ()) -> set[Byte]:
    """Corridors without loops, between the cells with even coordinates, where it is not closed."""
    ways, stack = {(0, 0)}, [(0, 0)]
    while stack:
        x, y = stack[-1]
        near = [(x + 2 * dx, y + 2 * dy) for dx, dy in ((0, 1), (1, 0), (0, -1), (-1, 0))]
        free = [
            (u, v)
            for u, v in near
            if 0 <= u < side and 0 <= v < side and (u, v) not in ways and ((x + u) // 2, (y + v) // 2) not in closed
        ]
        if not free:
            stack.pop()
            continue
        u, v = rng.choice(free)
        ways |= {(u, v), ((x + u) // 2, (y + v) // 2)}
        stack.append((u, v))
    return ways


def path(ways: set[Byte], side: int) -> set[Byte]:
    """The one that leads through the maze."""
    before: dict[Byte, Byte] = {(0, 0): (0, 0)}
    stack = [(0, 0)]
    while stack:
        x, y = stack.pop()
        for cell in ((x + 1, y), (x, y + 1), (x - 1, y), (x, y - 1)):
            if cell in ways and cell not in before:
                before[cell] = x, y
                stack.append(cell)
    at, route = (side - 1, side - 1), {(0, 0)}
    while at != (0, 0):
        route.add(at)
        at = before[at]
    return route


def limits() -> Iterator[Limit]:
    every = square(100)
    yield Limit("bytes on all cells of the largest square", Input(written(every[::-1]), given(100, 0)), "198, 99,99")
    yield Limit("as many fallen as there can be", Input(written(every), given(100, 10_000)), f"{NO_SOLUTION}, 0,0")


def worst() -> Iterator[tuple[str, str | Input]]:
    """The largest square, with bytes that leave a path to the end, whose last byte cuts it, or that cut it at once; and long paths."""
    rng = Random(18)
    every = square(100)
    yield "all cells, in any order", Input(written(shuffled(every, rng)), given(100, 1_024))
    snake = [(x, y) for x, y in every if y % 2 and x != (0 if y % 4 == 3 else 99)]
    rest = [cell for cell in every if cell not in set(snake)]
    yield (
        "the longest corridor first",
        Input(written([*shuffled(snake, rng), *shuffled(rest, rng)]), given(100, len(snake))),
    )
    yield (
        "the longest corridor, and then from its end on",
        Input(written([*snake, *sorted(rest, key=sum)[::-1]]), given(100, 0)),
    )
    edge = [cell for cell in every if cell[0] not in (0,) and cell[1] != 99]
    way = [(0, at) for at in range(100)] + [(at, 99) for at in range(1, 100)]
    yield "two edges last", Input(written([*shuffled(edge, rng), *way[100:], *way[:100]]), given(100, len(edge)))
    yield "the start at once", Input(written(every), given(100, 10_000))
    yield "no path is cut", Input(written(shuffled(edge, rng)), given(100, 0))
    board = [(x, y) for x, y in every if (x + y) % 2]
    yield "every other cell", Input(written(board), given(100, len(board)))
    yield "leading zeros", Input(joined(f"{'0' * 20}{x},{'0' * 20}{y}" for x, y in every), given(100, 0))


def given(size: int, fallen: int) -> dict[str, int]:
    return {"size": size, "fallen": fallen}


def square(size: int) -> list[Byte]:
    return [(x, y) for x in range(size) for y in range(size)]


def written(fallen: Iterable[Byte]) -> str:
    return joined(f"{x},{y}" for x, y in fallen)


def read(text: str) -> list[Byte]:
    return [(int(x), int(y)) for x, y in (line.split(",") for line in text.split())]


def oracle(text: str, params: Mapping[str, int]) -> Answers | None:
    """After each byte, whether there is a path: the least steps to every cell, improved from its neighbours until nothing changes."""
    fallen, size = read(text), params["size"]
    if size > 12:
        return None
    steps = [steps_to_end(set(fallen[:count]), size) for count in range(len(fallen) + 1)]
    first = steps[params["fallen"]]
    cut = next((f"{x},{y}" for (x, y), there in zip(fallen, steps[1:], strict=True) if there is None), NO_SOLUTION)
    return NO_SOLUTION if first is None else str(first), cut


def steps_to_end(blocked: set[Byte], size: int) -> int | None:
    steps = {(0, 0): 0} if (0, 0) not in blocked else {}
    free = [cell for cell in square(size) if cell not in blocked]
    changed = True
    while changed:
        changed = False
        for x, y in free:
            near = ((x + 1, y), (x, y + 1), (x - 1, y), (x, y - 1))
            best = min((steps[cell] + 1 for cell in near if cell in steps), default=None)
            if best is not None and best < steps.get((x, y), size * size):
                steps[x, y], changed = best, True
    return steps.get((size - 1, size - 1))


def on_bytes(change: Callable[[list[Byte], Random, int, int], list[Byte] | None]) -> Transform:
    """A change of the bytes, told the two parameters, which stay."""

    def transform(made: Input, rng: Random) -> Input | None:
        size, fallen = (made.params.get(name, PARAMS[name].default) for name in ("size", "fallen"))
        changed = change(read(made.text), rng, size, fallen)
        return None if changed is None else Input(written(changed), made.params)

    return transform


def x_for_y(fallen: list[Byte], *_: object) -> list[Byte]:
    return [(y, x) for x, y in fallen]


def from_the_end(fallen: list[Byte], _: Random, size: int, __: int) -> list[Byte]:
    """A half turn: start and end change places."""
    return [(size - 1 - x, size - 1 - y) for x, y in fallen]


def same_but_for_x_and_y(before: Answers, after: Answers) -> bool:
    x, _, y = (before[1] or "").partition(",")
    return before[0] == after[0] and (before == after if before[1] == NO_SOLUTION else after[1] == f"{y},{x}")


def same_in_kind(before: Answers, after: Answers) -> bool:
    """Part 1, and whether there is an answer of part 2."""
    return before[0] == after[0] and (before[1] == NO_SOLUTION) == (after[1] == NO_SOLUTION)


def first_in_other_order(fallen: list[Byte], rng: Random, _: int, count: int) -> list[Byte]:
    return shuffled(fallen[:count], rng) + fallen[count:]


def in_other_order(fallen: list[Byte], rng: Random, _: int, count: int) -> list[Byte]:
    """The first ones among themselves, and the others among themselves."""
    return shuffled(fallen[:count], rng) + shuffled(fallen[count:], rng)


def more_to_fall(fallen: list[Byte], rng: Random, size: int, _: int) -> list[Byte] | None:
    """A byte more, last, on a cell that is neither the first nor the last."""
    free = [cell for cell in square(size) if cell not in fallen][1:-1]
    return [*fallen, rng.choice(free)] if free else None


def same_if_cut(before: Answers, after: Answers) -> bool:
    return before[0] == after[0] and before[1] in (after[1], NO_SOLUTION)


def fewer_fallen(made: Input, rng: Random) -> Input | None:
    """Part 1 of a moment before."""
    count = made.params.get("fallen", PARAMS["fallen"].default)
    return Input(made.text, {**made.params, "fallen": rng.randrange(count)}) if count else None


def no_longer(before: Answers, after: Answers) -> bool:
    if before[1] != after[1]:
        return False
    return before[0] == NO_SOLUTION or int(after[0] or "") <= int(before[0] or "")


LAWS = (
    Law("x for y is the same, but for the answer's own x and y", on_bytes(x_for_y), same_but_for_x_and_y),
    Law("from the end the path is as long, and is cut as well", on_bytes(from_the_end), same_in_kind),
    Law("the order of the first bytes does not matter to part 1", on_bytes(first_in_other_order), same_part1),
    Law("whether all paths are cut does not depend on the order", on_bytes(in_other_order), same_in_kind),
    Law("a byte that falls later changes nothing where the path was cut", on_bytes(more_to_fall), same_if_cut),
    Law("with fewer bytes the path is no longer", fewer_fallen, no_longer),
)
