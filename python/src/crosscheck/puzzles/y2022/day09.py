"""2022 day 9, https://adventofcode.com/2022/day/9

Text: 1 to 2,500 lines `R 4`: a direction R, L, U or D, a blank, and a number of steps, 1 to 20.
All knots of a rope start on one cell. The first one takes the steps, one at a time. After each step the other knots follow in their order: a knot that does not touch the one before it,
diagonally either, moves one cell in its direction, in each of the two coordinates in which they differ.
Part 1: how many cells the last of two knots is on at some time; the start counts.
Part 2: the same for ten knots.
"""

from collections.abc import Callable, Iterator
from random import Random
from typing import TypeAlias

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, joined, no_less, same, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Rope Bridge"
UNIT = "lines"
SIZE = 2000
MOST_LINES, MOST_STEPS = 2_500, 20
DIRECTIONS = {"R": (1, 0), "L": (-1, 0), "U": (0, 1), "D": (0, -1)}
OPPOSITE = {"R": "L", "L": "R", "U": "D", "D": "U"}
Motion: TypeAlias = tuple[str, int]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Straight lines, back and forth, loops, stairs and spirals; lines of one step and of many; long enough for ten knots to move."""
    rng = draw(seeds())
    kind = draw(st.sampled_from(("any", "any", "turns", "stairs", "spiral", "back and forth", "two directions")))
    most = draw(st.sampled_from((1, 2, 4, 10, MOST_STEPS, MOST_STEPS)))
    count = draw(st.sampled_from((1, 3, 8, 20, 60, 60)))
    return written(MAKERS[kind](rng, count, most))


def any_motions(rng: Random, count: int, most: int, known: str = "RLUD") -> list[Motion]:
    return [(rng.choice(known), rng.randint(1, most)) for _ in range(count)]


def turns(rng: Random, count: int, most: int) -> list[Motion]:
    """A quarter turn after each line, now and then the other way."""
    at, way, motions = rng.randrange(4), 1, []
    for _ in range(count):
        motions.append(("RULD"[at], rng.randint(1, most)))
        way = -way if rng.random() < 0.2 else way
        at = (at + way) % 4
    return motions


def stairs(rng: Random, count: int, most: int) -> list[Motion]:
    pair = rng.choice(("RU", "RD", "LU", "LD", "UR", "DR"))
    step = rng.randint(1, min(most, 3))
    return [(pair[at % 2], step) for at in range(count)]


def spiral(rng: Random, count: int, most: int) -> list[Motion]:
    order, first = rng.choice(("RULD", "RDLU")), rng.randint(1, 3)
    lengths = [min(MOST_STEPS, first + at // 2) for at in range(count)]
    return [
        (order[at % 4], length)
        for at, length in enumerate(lengths if rng.random() < 0.5 or most < 3 else lengths[::-1])
    ]


def back_and_forth(rng: Random, count: int, most: int) -> list[Motion]:
    pair = rng.choice(("RL", "UD", "LR", "DU"))
    return [(pair[at % 2], rng.randint(1, most)) for at in range(count)]


def two_directions(rng: Random, count: int, most: int) -> list[Motion]:
    return any_motions(rng, count, most, rng.choice(("RU", "LD", "RD", "LU", "RL")))


MAKERS: dict[str, Callable[[Random, int, int], list[Motion]]] = {
    "any": any_motions,
    "turns": turns,
    "stairs": stairs,
    "spiral": spiral,
    "back and forth": back_and_forth,
    "two directions": two_directions,
}


def full(seed: int, size: int = SIZE) -> str:
    """Lines whose lengths grow in the course of the text, in directions that turn at each line."""
    rng = Random(seed)
    count = min(size, MOST_LINES)
    motions: list[Motion] = []
    for at in range(count):
        known = "RLUD" if not motions or rng.random() < 0.4 else "RL" if motions[-1][0] in "UD" else "UD"
        motions.append((rng.choice(known), rng.randint(1, 2 + 17 * at // count)))
    return written(motions)


def limits() -> Iterator[Limit]:
    steps = MOST_LINES * MOST_STEPS
    yield Limit("straight on", written([("R", MOST_STEPS)] * MOST_LINES), f"{steps}, {steps - 8}")
    yield Limit("straight down", written([("D", MOST_STEPS)] * MOST_LINES), f"{steps}, {steps - 8}")
    yield Limit("a line too many", written([("U", 1)] * (MOST_LINES + 1)), f"refused at line {MOST_LINES + 1}")


def worst() -> Iterator[tuple[str, str]]:
    """Most steps: in each direction, stairs, which spread over most rows and columns, loops, so that all knots move, and any."""
    rng = Random(9)
    for direction in DIRECTIONS:
        yield f"straight on, {direction}", written([(direction, MOST_STEPS)] * MOST_LINES)
    for pair in ("RU", "LD"):
        yield f"stairs, {pair}", written([(pair[at % 2], MOST_STEPS) for at in range(MOST_LINES)])
    yield "a square again and again", written([("RULD"[at % 4], MOST_STEPS) for at in range(MOST_LINES)])
    spread = [("RULD"[at // (MOST_LINES // 4)], MOST_STEPS) for at in range(MOST_LINES)]
    yield "the largest square", written(spread)
    yield "any lines", written([(rng.choice("RLUD"), MOST_STEPS) for _ in range(MOST_LINES)])
    drifting = [(rng.choice("RURUL"), rng.randint(15, MOST_STEPS)) for _ in range(MOST_LINES)]
    yield "any lines up and to the right", written(drifting)


def written(motions: list[Motion]) -> str:
    return joined(f"{direction} {steps}" for direction, steps in motions)


def read(text: str) -> list[Motion]:
    return [(line[0], int(line[2:])) for line in text.split("\n") if line]


def oracle(text: str) -> Answers | None:
    """The rule, knot by knot and step by step."""
    steps = [direction for direction, count in read(text) for _ in range(count)]
    return (str(cells_of_last(steps, 2)), str(cells_of_last(steps, 10))) if len(steps) <= 60_000 else None


def cells_of_last(steps: list[str], knots: int) -> int:
    rope = [(0, 0)] * knots
    cells = {(0, 0)}
    for direction in steps:
        right, up = DIRECTIONS[direction]
        rope[0] = rope[0][0] + right, rope[0][1] + up
        for at in range(1, knots):
            (x, y), (to_x, to_y) = rope[at], rope[at - 1]
            if abs(to_x - x) > 1 or abs(to_y - y) > 1:
                rope[at] = nearer(x, to_x), nearer(y, to_y)
        cells.add(rope[-1])
    return len(cells)


def nearer(place: int, to: int) -> int:
    return place + 1 if to > place else place - 1 if to < place else place


def on_motions(change: Callable[[list[Motion], Random], list[Motion] | None]) -> Transform:
    """None where the change makes the text too long."""

    def transform(text: str, rng: Random) -> str | None:
        changed = change(read(text), rng)
        return None if changed is None or len(changed) > MOST_LINES else written(changed)

    return transform


def turned(names: str) -> Transform:
    """Other directions for R, U, L and D."""
    new = dict(zip("RULD", names, strict=True))
    return on_motions(lambda motions, _: [(new[direction], steps) for direction, steps in motions])


def lines_cut(motions: list[Motion], rng: Random) -> list[Motion]:
    """Each line of two steps or more as two lines."""
    changed = []
    for direction, steps in motions:
        first = rng.randint(1, steps - 1) if steps > 1 else 0
        changed += [(direction, part) for part in (first, steps - first) if part]
    return changed


def straight_on(motions: list[Motion], _: Random) -> list[Motion]:
    """Away in the direction of the last line, by a known number of steps, all of them new cells to the tails."""
    return [*motions, (motions[-1][0], MOST_STEPS)]


def at_most_so_many_more(before: Answers, after: Answers) -> bool:
    return all(0 <= two - one <= MOST_STEPS for one, two in zip(whole(before), whole(after), strict=True))


def there_and_back(motions: list[Motion], _: Random) -> list[Motion]:
    """One step there and back before all others; the tails do not move."""
    opposite = {"R": "L", "L": "R", "U": "D", "D": "U"}[motions[0][0]]
    return [(motions[0][0], 1), (opposite, 1), *motions]


def start_of(motions: list[Motion], rng: Random) -> list[Motion]:
    return motions[: rng.randint(1, len(motions))]


def back_again(motions: list[Motion], _: Random) -> list[Motion]:
    """The lines backwards in opposite directions follow: the first knot returns to the start."""
    return [*motions, *((OPPOSITE[direction], steps) for direction, steps in reversed(motions))]


def always_east(motions: list[Motion], _: Random) -> list[Motion]:
    return [("R", steps) for _, steps in motions]


def straight_line(_: Answers, after: Answers) -> bool:
    """On a straight line the last of n knots is n - 2 steps behind the second one."""
    one, two = whole(after)
    return two == max(1, one - 8)


LAWS = (
    Law("mirrored, the answers are the same", turned("LURD"), same),
    Law("a quarter turn, the answers are the same", turned("ULDR"), same),
    Law("x for y, the answers are the same", turned("URDL"), same),
    Law("a line may be cut in two", on_motions(lines_cut), same),
    Law("a step there and back at the start moves no tail", on_motions(there_and_back), same),
    Law("more lines, no fewer cells", on_motions(back_again), no_less),
    Law("no more new cells than steps", on_motions(straight_on), at_most_so_many_more),
    Law("fewer lines, no more cells", on_motions(start_of), lambda one, two: no_less(two, one)),
    Law("straight on, part 2 is eight cells less", on_motions(always_east), straight_line),
)
