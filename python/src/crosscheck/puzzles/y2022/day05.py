"""2022 day 5, https://adventofcode.com/2022/day/5

Text: 1 to 60 lines of crates, the line of numbers, a blank line, and 1 to 1,000 moves.
The line of numbers has the stacks, 1 to n with n up to 9, each below its stack: ` 1   2   3 `. Its last blank may be missing.
A line of crates has for each stack `[A]`, with any letter A-Z, or three blanks, and one blank between two stacks. What is missing at its right end are blanks, and blanks
may stand there up to the width of n stacks, 4n - 1 characters. There is at least one crate on the line. Below each crate there is another one, or the line of numbers.
A line of crates of more than 35 characters is refused itself. One that is wider than the stacks are is refused at the line of numbers, and a crate
with nothing below it at the line below it.
A move is `move n from a to b`: a and b are different stacks, and n is 1 to the number of crates that stand on a then.
Part 1: the letters of the topmost crates, stack by stack, if the crates of a move go one by one. Empty stacks are left out.
Part 2: the same if the crates of a move go all at once, in their order.
"""

from collections.abc import Callable, Iterator
from random import Random
from string import ascii_uppercase
from typing import NamedTuple, TypeAlias

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, joined, same, same_part1
from crosscheck.puzzles.limit import Limit

TITLE = "Supply Stacks"
UNIT = "moves"
SIZE = 500
MOST_ROWS, MOST_STACKS, MOST_MOVES = 60, 9, 1_000
Stacks: TypeAlias = list[str]  # the letters of each stack, from below


class Move(NamedTuple):
    crates: int
    source: int
    target: int


class Yard(NamedTuple):
    stacks: Stacks
    moves: list[Move]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """One stack is impossible, two and more are not; empty stacks, stacks that become empty, whole stacks moved, crates moved there and back; lines as long as need be, or as can be."""
    rng = draw(seeds())
    count = draw(st.sampled_from((2, 2, 3, 4, MOST_STACKS)))
    highest = draw(st.sampled_from((1, 2, 5, 12)))
    letters = draw(st.sampled_from((ascii_uppercase, ascii_uppercase, "AB")))
    stacks = ["".join(rng.choices(letters, k=rng.randint(0, highest))) for _ in range(count)]
    if not any(stacks):
        stacks[rng.randrange(count)] = rng.choice(letters)
    kinds = draw(st.sampled_from((("one", "all", "any", "back"), ("one",), ("all",), ("any",))))
    moves = any_moves(rng, list(map(len, stacks)), draw(st.integers(1, draw(st.sampled_from((1, 5, 30))))), kinds)
    return written(Yard(stacks, moves), rng.random() < 0.5, rng.random() < 0.5)


def any_moves(rng: Random, heights: list[int], count: int, kinds: tuple[str, ...]) -> list[Move]:
    heights, moves = list(heights), list[Move]()
    for _ in range(count):
        source = rng.choice([at for at, height in enumerate(heights) if height])
        target = rng.choice([at for at in range(len(heights)) if at != source])
        kind = rng.choice(kinds)
        most = heights[source]
        moved = {"one": 1, "all": most, "any": rng.randint(1, most), "back": most}[kind]
        if kind == "back" and moves:
            moved, target, source = moves[-1]
        heights[source] -= moved
        heights[target] += moved
        moves.append(Move(moved, source, target))
    return moves


def full(seed: int, size: int = SIZE) -> str:
    """56 crates on nine stacks, two or more on each; crates are moved until some stacks are high and others low, and none is empty in the end."""
    rng = Random(seed)
    heights = [2] * MOST_STACKS
    while sum(heights) < 56:
        at = rng.randrange(MOST_STACKS)
        heights[at] += heights[at] < 8
    stacks = ["".join(rng.choices(ascii_uppercase, k=height)) for height in heights]
    count = min(max(size, 1), MOST_MOVES)
    moves = any_moves(rng, heights, max(1, count - MOST_STACKS), ("one", "any", "any", "any"))
    for _ in range(count - len(moves)):
        heights = heights_after(Yard(stacks, moves))
        source, target = heights.index(max(heights)), heights.index(min(heights))
        moves.append(Move(rng.randint(1, heights[source] - 1), source, target))
    return written(Yard(stacks, moves), padded=True)


def heights_after(yard: Yard) -> list[int]:
    heights = list(map(len, yard.stacks))
    for count, source, target in yard.moves:
        heights[source] -= count
        heights[target] += count
    return heights


def back_and_forth(stacks: Stacks) -> Yard:
    """All crates are brought to the first stack, and then go from there to the last stack and back."""
    total, last = sum(map(len, stacks)), len(stacks) - 1
    gathered = [Move(len(stack), at, 0) for at, stack in enumerate(stacks) if at]
    moves = gathered + [Move(total, 0, last), Move(total, last, 0)] * MOST_MOVES
    return Yard(stacks, moves[:MOST_MOVES])


def limits() -> Iterator[Limit]:
    stacks = [letter * MOST_ROWS for letter in "ABCDEFGHI"]
    there = [Move(MOST_ROWS, 0, 1), Move(MOST_ROWS, 1, 0)]
    yield Limit("most crates and moves", written(Yard(stacks, there * (MOST_MOVES // 2))), "ABCDEFGHI, ABCDEFGHI")
    one_too_many = Yard(stacks, [*there * (MOST_MOVES // 2), there[0]])
    yield Limit("a move too many", written(one_too_many), f"refused at line {MOST_ROWS + 2 + MOST_MOVES + 1}")
    higher = Yard(["A" * (MOST_ROWS + 1), "B"], [Move(1, 0, 1)])
    yield Limit("a line of crates too many", written(higher), f"refused at line {MOST_ROWS + 1}")


def worst() -> Iterator[tuple[str, str]]:
    """Most crates and moves: all crates from one end to the other, an odd and an even number of times, one crate, any crates."""
    rng = Random(5)
    stacks = ["".join(rng.choices(ascii_uppercase, k=MOST_ROWS)) for _ in range(MOST_STACKS)]
    heights = list(map(len, stacks))
    yard = back_and_forth(stacks)
    yield "all crates back and forth", written(yard)
    yield "all crates back and forth, a move less", written(yard._replace(moves=yard.moves[:-1]))
    yield "one crate at a time", written(Yard(stacks, any_moves(rng, heights, MOST_MOVES, ("one",))))
    yield "any number of crates", written(Yard(stacks, any_moves(rng, heights, MOST_MOVES, ("any",))))
    yield "whole stacks", written(Yard(stacks, any_moves(rng, heights, MOST_MOVES, ("all",))))


def written(yard: Yard, padded: bool = False, last_blank: bool = True) -> str:
    stacks, moves = yard
    rows = []
    for level in reversed(range(max(map(len, stacks)))):
        row = " ".join(f"[{stack[level]}]" if level < len(stack) else "   " for stack in stacks)
        rows.append(row if padded else row.rstrip())
    numbers = " ".join(f" {at} " for at in range(1, len(stacks) + 1))
    rows += [numbers if last_blank else numbers.rstrip(), ""]
    return joined(rows + [f"move {count} from {source + 1} to {target + 1}" for count, source, target in moves])


def read(text: str) -> Yard:
    drawing, moves = text.rstrip("\n").split("\n\n")
    *rows, numbers = drawing.split("\n")
    stacks = [""] * len(numbers.split())
    for row in reversed(rows):
        for at in range(len(stacks)):
            stacks[at] += row[4 * at + 1 : 4 * at + 2].strip()
    orders = []
    for line in moves.split("\n"):
        _, count, _, source, _, target = line.split()
        orders.append(Move(int(count), int(source) - 1, int(target) - 1))
    return Yard(stacks, orders)


def oracle(text: str) -> Answers | None:
    """Crate by crate; in part 2 by way of a heap beside the stacks, which turns the order round twice."""
    yard = read(text)
    one, two = (list(map(list, yard.stacks)) for _ in range(2))
    for count, source, target in yard.moves:
        heap: list[str] = []
        for _ in range(count):
            one[target].append(one[source].pop())
            heap.append(two[source].pop())
        while heap:
            two[target].append(heap.pop())
    first, second = ("".join(stack[-1] for stack in stacks if stack) for stacks in (one, two))
    return first, second


def on_yards(change: Callable[[Yard, Random], Yard | None]) -> Transform:
    def transform(text: str, rng: Random) -> str | None:
        changed = change(read(text), rng)
        if changed is None or len(changed.moves) > MOST_MOVES or max(map(len, changed.stacks)) > MOST_ROWS:
            return None
        return written(changed)

    return transform


IMAGES = str.maketrans(ascii_uppercase, ascii_uppercase[::-1])


def other_letters(yard: Yard, _: Random) -> Yard:
    """Z for A, Y for B and so on."""
    return yard._replace(stacks=[stack.translate(IMAGES) for stack in yard.stacks])


def in_other_letters(before: Answers, after: Answers) -> bool:
    return after == tuple((answer or "").translate(IMAGES) for answer in before)


def other_side(yard: Yard, _: Random) -> Yard:
    """The last stack becomes the first."""
    last = len(yard.stacks) - 1
    moves = [Move(count, last - source, last - target) for count, source, target in yard.moves]
    return Yard(yard.stacks[::-1], moves)


def backwards(before: Answers, after: Answers) -> bool:
    return after == tuple((answer or "")[::-1] for answer in before)


def one_by_one(yard: Yard, _: Random) -> Yard:
    moves = [Move(1, source, target) for count, source, target in yard.moves for _ in range(count)]
    return yard._replace(moves=moves)


def moves_cut(yard: Yard, rng: Random) -> Yard:
    """Each move of two crates or more as two moves."""
    moves = []
    for count, source, target in yard.moves:
        first = rng.randint(1, count - 1) if count > 1 else 0
        moves += [Move(part, source, target) for part in (first, count - first) if part]
    return yard._replace(moves=moves)


def there_and_back(yard: Yard, rng: Random) -> Yard:
    """A move and its opposite more, after some of the moves."""
    at = rng.randint(0, len(yard.moves))
    heights = heights_after(yard._replace(moves=yard.moves[:at]))
    (move,) = any_moves(rng, heights, 1, ("any",))
    back = Move(move.crates, move.target, move.source)
    return yard._replace(moves=[*yard.moves[:at], move, back, *yard.moves[at:]])


def with_floor(yard: Yard, rng: Random) -> Yard:
    """A crate more below each stack, which is never moved."""
    return yard._replace(stacks=[rng.choice(ascii_uppercase) + stack for stack in yard.stacks])


def tops_stay(before: Answers, after: Answers) -> bool:
    """Only stacks that were empty have another letter on top."""
    return all(is_subsequence(one or "", two or "") for one, two in zip(before, after, strict=True))


def is_subsequence(some: str, all_of_it: str) -> bool:
    rest = iter(all_of_it)
    return all(letter in rest for letter in some)


def with_one_more_stack(yard: Yard, _: Random) -> Yard | None:
    """An empty one, to the right of the others."""
    return yard._replace(stacks=[*yard.stacks, ""]) if len(yard.stacks) < MOST_STACKS else None


def by_way_of_it(yard: Yard, _: Random) -> Yard | None:
    """Each move by way of one more stack: part 1 keeps the order, as part 2 does."""
    if len(yard.stacks) == MOST_STACKS:
        return None
    between = len(yard.stacks)
    moves = [
        Move(count, *ends) for count, source, target in yard.moves for ends in ((source, between), (between, target))
    ]
    return Yard([*yard.stacks, ""], moves)


def padded_lines(text: str, _: Random) -> str:
    return written(read(text), padded=True, last_blank=False)


LAWS = (
    Law("Z for A, Y for B and so on", on_yards(other_letters), in_other_letters),
    Law("the last stack may be the first", on_yards(other_side), backwards),
    Law("crate by crate part 2 is part 1", on_yards(one_by_one), lambda one, two: two == (one[0], one[0])),
    Law("in part 1 a move may be cut in two", on_yards(moves_cut), same_part1),
    Law("a move and its opposite change nothing", on_yards(there_and_back), same),
    Law("a crate more below each stack", on_yards(with_floor), tops_stay),
    Law("an empty stack more changes nothing", on_yards(with_one_more_stack), same),
    Law("by way of a stack more, part 1 is part 2", on_yards(by_way_of_it), lambda one, two: two == (one[1], one[1])),
    Law("blanks at the ends of lines change nothing", padded_lines, same),
)
