"""2024 day 15, https://adventofcode.com/2024/day/15

Text: a map of 3 to 50 rows of 3 to 50 columns, a blank line, and 1 to 20 lines of 1 to 1,000 moves `^`, `v`, `<`, `>`, which are one sequence. The map
has walls `#`, boxes `O`, free cells `.` and one robot `@`; its first and last row and its first and last column are walls.
At each move the robot takes a step. A box that is in its way is pushed one step in the same direction, and pushes what is in its own way; if any of
these boxes would come into a wall, nothing moves.
Part 1: when all moves are made, the sum of 100 times the row plus the column over all boxes, both counted from 0 at the first row and column of the map.
Part 2: the same on a map that is stretched first: each cell becomes two side by side, so that a box is two cells wide and the robot stands in the left
one of its two. A box counts with the column of its left half. A box that is pushed up or down may push two others.
"""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, joined, on_what, same, same_part1, transposed, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Warehouse Woes"
UNIT = "moves"
SIZE = 20_000
MOST_SIDE, MOST_LINES, LONGEST = 50, 20, 1_000
INSIDE = MOST_SIDE - 2
STEPS = {"^": (-1, 0), "v": (1, 0), "<": (0, -1), ">": (0, 1)}
UPSIDE_DOWN, TRANSPOSED = str.maketrans("^v", "v^"), str.maketrans("^v<>", "<>^v")


class Warehouse(NamedTuple):
    rows: list[str]
    moves: str
    width: int = LONGEST
    """Of the lines of moves."""

    def __str__(self) -> str:
        lines = [self.moves[at : at + self.width] for at in range(0, len(self.moves), self.width)]
        return joined([*self.rows, "", *lines])


def walled(inner: list[str]) -> list[str]:
    """A map with walls all round."""
    wall = "#" * (len(inner[0]) + 2)
    return [wall, *(f"#{row}#" for row in inner), wall]


def with_robot(inner: list[str], y: int, x: int) -> list[str]:
    return walled([*inner[:y], inner[y][:x] + "@" + inner[y][x + 1 :], *inner[y + 1 :]])


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Small rooms, full of boxes or with few, walls now and then; some with a side of 32 or 48 cells. Moves in runs, or round a few cells."""
    side = st.integers(1, 7)
    height, width = draw(
        st.one_of(st.tuples(side, side), st.sampled_from(((3, 32), (4, INSIDE), (INSIDE, 4), (2, 31))))
    )
    cells = draw(st.sampled_from(("....O", "..O", ".OOO", "....OO#", "O", ".", ".O#")))
    rng = draw(seeds())
    inner = ["".join(rng.choices(cells, k=width)) for _ in range(height)]
    rows = with_robot(inner, rng.randrange(height), rng.randrange(width))
    moves = "".join(rng.choice("^v<>") * draw(st.integers(1, 5)) for _ in range(draw(st.integers(1, 40))))
    return str(Warehouse(rows, moves, draw(st.sampled_from((max(3, -(-len(moves) // MOST_LINES)), 17, LONGEST)))))


def full(seed: int, size: int = SIZE) -> str:
    """A room of 50 rows and columns, boxes on a quarter of the cells, some walls, the robot in the middle. No more moves than there may be."""
    rng = Random(seed)
    inner = ["".join(rng.choices(".O#", weights=(70, 26, 4), k=48)) for _ in range(48)]
    return str(Warehouse(with_robot(inner, 23, 23), "".join(rng.choices("^v<>", k=min(size, MOST_LINES * LONGEST)))))


def limits() -> Iterator[Limit]:
    rows = walled(["@" + "." * (INSIDE - 1), *["." * INSIDE] * (INSIDE - 1)])
    moves = "v" * (MOST_LINES * LONGEST)
    yield Limit("the largest room and the most moves", str(Warehouse(rows, moves)), "0, 0")
    yield Limit(
        "a line of moves too many", str(Warehouse(rows, moves + "v")), f"refused at line {MOST_SIDE + MOST_LINES + 2}"
    )
    yield Limit("a move too many on a line", joined([*walled(["@"]), "", "v" * (LONGEST + 1)]), "refused at line 5")
    yield Limit("a row too many", str(Warehouse(walled(["@", *"." * INSIDE]), "v")), f"refused at line {MOST_SIDE + 1}")
    yield Limit("a column too many", str(Warehouse(walled(["@" + "." * INSIDE]), "v")), "refused at line 1")


def worst() -> Iterator[tuple[str, str]]:
    """The most moves in the largest room: long rows of boxes that are pushed or held, and boxes laid like bricks, of which one carries all those above."""
    rng = Random(15)
    most, middle = MOST_LINES * LONGEST, INSIDE // 2 - 1
    inner = ["".join(rng.choices(".O", weights=(60, 40), k=INSIDE)) for _ in range(INSIDE)]
    anywhere = "".join(rng.choices("^v<>", k=most))
    yield "boxes anywhere", str(Warehouse(with_robot(inner, middle, middle), anywhere))
    yield "no boxes", str(Warehouse(with_robot(["." * INSIDE] * INSIDE, middle, middle), anywhere))
    yield "all boxes", str(Warehouse(with_robot(["O" * INSIDE] * INSIDE, middle, middle), anywhere))
    yield "a row that is held", str(Warehouse(with_robot(["O" * INSIDE] * INSIDE, middle, 0), ">" * most))
    around = "".join(step * (INSIDE - 1) for step in ">v<^")
    yield "boxes pushed to the walls", str(Warehouse(with_robot(inner, 0, 0), around * (most // len(around))))
    for name, first_row in (
        ("the ceiling", "O" * (INSIDE - 4)),
        ("one wall at the left", "#" + "." * (INSIDE - 5)),
        ("one wall at the right", "." * (INSIDE - 5) + "#"),
        ("one wall in the middle", "." * (middle - 1) + "#" + "." * (middle - 2)),
    ):
        yield f"bricks held by {name}", str(bricks(first_row, most))


def bricks(first_row: str, most: int) -> Warehouse:
    """Rows of boxes of which every other one is pushed half a box to the right, and then the robot below the middle. It pushes upwards between any two
    steps, with which it pushes a loose box to the right and back to the left, so that something has moved each time."""
    beyond = INSIDE // 2 + 1
    full_row, loose = f"..{'O' * (INSIDE - 4)}..", "." * beyond + "O" + "." * (INSIDE - beyond - 1)
    inner = [f"..{first_row}..", *[full_row] * (INSIDE - 3), loose, "." * INSIDE]
    lay = ">>>><<<<vv" * (beyond - 2) + "^" + ">" * (2 * beyond - 1)
    back_and_forth = "^>" * 20 + "v>>>^" + "^<" * 20 + "v<<<^"
    return Warehouse(with_robot(inner, 1, 0), (lay + back_and_forth * (most // len(back_and_forth) + 1))[:most])


def read(text: str) -> Warehouse:
    rows, moves = text.split("\n\n")
    return Warehouse(rows.split(), "".join(moves.split()))


class Thing(NamedTuple):
    """A box or the robot."""

    row: int
    column: int
    width: int

    def cells(self) -> set[tuple[int, int]]:
        return {(self.row, self.column + by) for by in range(self.width)}


def oracle(text: str) -> Answers | None:
    """Move first, then see what is hit."""
    warehouse = read(text)
    if len(warehouse.moves) * text.count("O") > 20_000:
        return None
    return str(gps(moved(warehouse, 1)[1:])), str(gps(moved(warehouse, 2)[1:]))


def gps(boxes: list[Thing]) -> int:
    return sum(100 * box.row + box.column for box in boxes)


def moved(warehouse: Warehouse, stretch: int) -> list[Thing]:
    """The robot and the boxes after all moves, on a map whose cells are so many wide."""
    places = [(cell, y, x * stretch) for y, row in enumerate(warehouse.rows) for x, cell in enumerate(row)]
    walls = {cell for kind, y, x in places if kind == "#" for cell in Thing(y, x, stretch).cells()}
    things = [Thing(y, x, 1) for kind, y, x in places if kind == "@"]
    things += [Thing(y, x, stretch) for kind, y, x in places if kind == "O"]
    for move in warehouse.moves:
        things = after(things, walls, *STEPS[move])
    return things


def after(things: list[Thing], walls: set[tuple[int, int]], down: int, right: int) -> list[Thing]:
    """The robot steps on; what it comes into steps on too, and so on. If a wall is hit, all is as before."""
    at = {cell: number for number, thing in enumerate(things) for cell in thing.cells()}
    pushed, waiting, done = list(things), [0], {0}
    while waiting:
        number = waiting.pop()
        pushed[number] = things[number]._replace(row=things[number].row + down, column=things[number].column + right)
        cells = pushed[number].cells()
        if cells & walls:
            return things
        hit = {at[cell] for cell in cells if cell in at} - done
        waiting += hit
        done |= hit
    return pushed


on_warehouse = on_what(read, str)


def other_lines(warehouse: Warehouse, rng: Random) -> Warehouse:
    """The same moves, more or fewer on a line."""
    least = -(-len(warehouse.moves) // MOST_LINES)
    return warehouse._replace(width=rng.randint(least, least + 9))


def wall_on_top(warehouse: Warehouse, _: Random) -> Warehouse | None:
    rows = [warehouse.rows[0], *warehouse.rows]
    return warehouse._replace(rows=rows) if len(rows) <= MOST_SIDE else None


def wall_at_left(warehouse: Warehouse, _: Random) -> Warehouse | None:
    rows = ["#" + row for row in warehouse.rows]
    return warehouse._replace(rows=rows) if len(rows[0]) <= MOST_SIDE else None


def walls_behind(warehouse: Warehouse, _: Random) -> Warehouse | None:
    """At the right and below."""
    rows = [row + "#" for row in [*warehouse.rows, warehouse.rows[0]]]
    return warehouse._replace(rows=rows) if max(len(rows), len(rows[0])) <= MOST_SIDE else None


def upside_down(warehouse: Warehouse, _: Random) -> Warehouse:
    return warehouse._replace(rows=warehouse.rows[::-1], moves=warehouse.moves.translate(UPSIDE_DOWN))


def rows_for_columns(warehouse: Warehouse, rng: Random) -> Warehouse:
    return warehouse._replace(rows=transposed(warehouse.rows, rng), moves=warehouse.moves.translate(TRANSPOSED))


def some_moves_made(warehouse: Warehouse, rng: Random) -> Warehouse | None:
    """The map as it is after some of the moves, and the other moves."""
    moves = warehouse.moves
    if not 1 < len(moves) <= 250:
        return None
    count = rng.randrange(1, len(moves))
    robot, *boxes = moved(warehouse._replace(moves=moves[:count]), 1)
    rows = [["#" if cell == "#" else "." for cell in row] for row in warehouse.rows]
    for box in boxes:
        rows[box.row][box.column] = "O"
    rows[robot.row][robot.column] = "@"
    return warehouse._replace(rows=["".join(row) for row in rows], moves=moves[count:])


def differences(before: Answers, after: Answers) -> tuple[int, int]:
    one, two = (more - less for more, less in zip(whole(after), whole(before), strict=True))
    return one, two


def hundreds(before: Answers, after: Answers) -> bool:
    """A hundred for each box, in both parts."""
    one, two = differences(before, after)
    return one == two >= 0 == one % 100


def one_and_two(before: Answers, after: Answers) -> bool:
    """One for each box in part 1, and two in part 2."""
    one, two = differences(before, after)
    return 2 * one == two >= 0


def same_columns(before: Answers, after: Answers) -> bool:
    return all(difference % 100 == 0 for difference in differences(before, after))


LAWS = (
    Law("moves on other lines change nothing", on_warehouse(other_lines), same),
    Law("walls on the right and below change nothing", on_warehouse(walls_behind), same),
    Law("a wall on top adds 100 for each box to both parts", on_warehouse(wall_on_top), hundreds),
    Law("a wall at the left adds 1 for each box to part 1, and 2 to part 2", on_warehouse(wall_at_left), one_and_two),
    Law("upside down the sum of the columns is as before", on_warehouse(upside_down), same_columns),
    Law(
        "with rows for columns both answers of part 1 together are a multiple of 101",
        on_warehouse(rows_for_columns),
        lambda before, after: (whole(before)[0] + whole(after)[0]) % 101 == 0,
    ),
    Law("in part 1 a map may be written down at any move", on_warehouse(some_moves_made), same_part1),
)
