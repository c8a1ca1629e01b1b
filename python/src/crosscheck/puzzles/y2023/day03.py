"""2023 day 3, https://adventofcode.com/2023/day/3

Text: a grid of 1 to 200 rows of 1 to 200 columns, of digits, `.`, and the symbols `* @ / & # + % $ = -`. The digits side by side in a row are a number, of
three digits at most; numbers do not go on in the next row. A number and a symbol touch if the symbol is in one of the eight cells around a digit. Any
number of symbols may touch a number, and the other way round.
Part 1: the sum of all numbers that touch a symbol. Equal numbers count each, and a number that touches several symbols counts once.
Part 2: the sum, over all `*` that exactly two numbers touch, of the product of the two.
"""

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import TypeAlias

from hypothesis import strategies as st

from crosscheck.puzzles.draw import grids
from crosscheck.puzzles.law import Answers, Law, doubled, joined, no_less, on_lines, same, same_part1, upside_down
from crosscheck.puzzles.limit import Limit

TITLE = "Gear Ratios"
UNIT = "numbers"
SIZE = 1200
MOST_SIDE, MOST_DIGITS = 200, 3
SYMBOLS = "*@/&#+%$=-"
TOO_LONG = re.compile(r"[0-9]{4}")
Cell: TypeAlias = tuple[int, int]


def puzzles() -> st.SearchStrategy[str]:
    """Crowded and sparse grids: many numbers at a `*`, one or none; numbers at both borders and in many lengths."""
    crowded = grids(".12*", ".5*", "7*", "..349*#", "...0123*-+", side=7, long=40)
    varied = grids("0123456789....*" + SYMBOLS, "...........99*/", side=9)
    return st.one_of(crowded, varied).map(lambda rows: joined(map(cut, rows)))


def cut(row: str) -> str:
    """No number of more than three digits: each fourth digit becomes a dot."""
    while found := TOO_LONG.search(row):
        row = row[: found.end() - 1] + "." + row[found.end() :]
    return row


def full(seed: int, size: int = SIZE) -> str:
    """A square where numbers of one to three digits and symbols fill a fifth: a `*` with one or two numbers, another symbol with one, a number alone."""
    rng = Random(seed)
    side = max(3, min(MOST_SIDE, round((size * 140**2 / SIZE) ** 0.5)))
    cells: dict[Cell, str] = {}
    placed = 0
    for _ in range(100 * size):
        group = any_group(rng, side)
        if apart(cells, group):
            cells |= group
            placed += sum(
                digit.isdigit() and group.get((y, x - 1), ".") in f".{SYMBOLS}" for (y, x), digit in group.items()
            )
        if placed >= size:
            break
    return joined("".join(cells.get((y, x), ".") for x in range(side)) for y in range(side))


def any_group(rng: Random, side: int) -> dict[Cell, str]:
    """A symbol and the numbers that touch it, or a number alone."""
    y, x = rng.randrange(side), rng.randrange(side)
    kind = rng.random()
    if kind < 0.12:
        return {(y, x + at): digit for at, digit in enumerate(any_number(rng)) if x + at < side}
    group = {(y, x): "*" if kind < 0.6 else rng.choice(SYMBOLS[1:])}
    for above in rng.sample((-1, 0, 1), 2 if kind < 0.5 else 1):
        number = any_number(rng)
        start = x - rng.randint(0, len(number)) + rng.randint(0, 1) if above else rng.choice((x + 1, x - len(number)))
        touching = {(y + above, start + at): digit for at, digit in enumerate(number)}
        if all(0 <= row < side and 0 <= column < side for row, column in touching):
            group |= touching
    return group


def any_number(rng: Random) -> str:
    return str(rng.randint(1, rng.choice((9, 99, *(999,) * 10))))


def apart(cells: dict[Cell, str], group: dict[Cell, str]) -> bool:
    """Whether nothing of the group is where something is, or makes a number longer, or lets a number touch another symbol."""
    for (y, x), new in group.items():
        if (y, x) in cells:
            return False
        for near in around(y, x):
            old = cells.get(near, ".")
            if old != "." and (old.isdigit() != new.isdigit() or near[0] == y):
                return False
    return True


def around(y: int, x: int) -> list[Cell]:
    return [(y + dy, x + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1) if dy or dx]


def limits() -> Iterator[Limit]:
    pairs = "999*999." * (MOST_SIDE // 8)
    gears = [pairs, "." * MOST_SIDE] * (MOST_SIDE // 2)
    count = MOST_SIDE // 8 * (MOST_SIDE // 2)
    yield Limit("most cells", joined(gears), f"{2 * 999 * count}, {999**2 * count}")
    yield Limit("a row too many", joined([".", *"." * MOST_SIDE]), f"refused at line {MOST_SIDE + 1}")
    yield Limit("a column too many", joined(["." * (MOST_SIDE + 1)]), "refused at line 1")


def worst() -> Iterator[tuple[str, str]]:
    """Most cells: of most numbers, of most symbols, of both in turn, and of neither; single rows and columns."""
    for name, rows in (
        ("a digit beside each star", ("9*",)),
        ("digits and stars in turn, like a chessboard", ("9*", "*9")),
        ("a row of numbers and a row of stars", ("999.", "****")),
        ("numbers that touch each other", ("999.", ".999")),
        ("six numbers at a star", ("9.9.", "9*9.", "9.9.")),
        ("four numbers at a star", ("9.9.", ".*..")),
        ("stars", ("*",)),
        ("dots", (".",)),
    ):
        yield name, joined((row * MOST_SIDE)[:MOST_SIDE] for row in (rows * MOST_SIDE)[:MOST_SIDE])
    yield "one row", joined(["9*" * (MOST_SIDE // 2)])
    yield "one column", joined("9*" * (MOST_SIDE // 2))


def oracle(text: str) -> Answers | None:
    """Every digit of every number is compared with every symbol."""
    rows = text.splitlines()
    symbols = [(y, x) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell in SYMBOLS]
    numbers = numbers_of(rows)
    if len(symbols) * len(numbers) > 3_000_000:
        return None
    touching: dict[Cell, list[int]] = {symbol: [] for symbol in symbols}
    total = 0
    for value, digits in numbers:
        near = [symbol for symbol in symbols if any(touches(digit, symbol) for digit in digits)]
        total += value if near else 0
        for symbol in near:
            touching[symbol].append(value)
    ratios = [values[0] * values[1] for (y, x), values in touching.items() if rows[y][x] == "*" and len(values) == 2]
    return str(total), str(sum(ratios))


def numbers_of(rows: list[str]) -> list[tuple[int, list[Cell]]]:
    """Each number with the cells of its digits."""
    numbers: list[tuple[int, list[Cell]]] = []
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            if not cell.isdigit():
                continue
            if x > 0 and row[x - 1].isdigit():
                value, cells = numbers[-1]
                numbers[-1] = 10 * value + int(cell), [*cells, (y, x)]
            else:
                numbers.append((int(cell), [(y, x)]))
    return numbers


def touches(one: Cell, other: Cell) -> bool:
    return abs(one[0] - other[0]) <= 1 and abs(one[1] - other[1]) <= 1


def changed_numbers(rows: list[str], change: Callable[[int, list[Cell]], str | None]) -> list[str]:
    """The grid with the digits that `change` has for a number, where it has some."""
    cells = [list(row) for row in rows]
    for value, digits in numbers_of(rows):
        for (y, x), digit in zip(digits, change(value, digits) or "".join(cells[y][x] for y, x in digits), strict=True):
            cells[y][x] = digit
    return ["".join(row) for row in cells]


def right_to_left(rows: list[str], _: Random) -> list[str]:
    """The grid mirrored, where each number is still read from the left."""
    back = [row[::-1] for row in rows]
    return changed_numbers(back, lambda _, digits: "".join(back[y][x] for y, x in reversed(digits)))


def with_border(rows: list[str], _: Random) -> list[str] | None:
    """A dot more on each side."""
    wide = ["." * (len(rows[0]) + 2), *(f".{row}." for row in rows), "." * (len(rows[0]) + 2)]
    return fitting(wide)


def beside_itself(rows: list[str], _: Random) -> list[str] | None:
    return fitting([f"{row}.{row}" for row in rows])


def below_itself(rows: list[str], _: Random) -> list[str] | None:
    return fitting([*rows, "." * len(rows[0]), *rows])


def fitting(rows: list[str]) -> list[str] | None:
    return rows if max(len(rows), len(rows[0])) <= MOST_SIDE else None


def other_symbols(rows: list[str], rng: Random) -> list[str]:
    """For each symbol that is not `*` another one that is not."""
    return ["".join(rng.choice(SYMBOLS[1:]) if cell in SYMBOLS[1:] else cell for cell in row) for row in rows]


def no_gears(rows: list[str], _: Random) -> list[str]:
    return [row.replace("*", "#") for row in rows]


def stars_only(rows: list[str], _: Random) -> list[str]:
    return [re.sub(r"[^.0-9]", "*", row) for row in rows]


def untouched_gone(rows: list[str], _: Random) -> list[str]:
    """Dots for the numbers that touch no symbol."""
    symbols = {(y, x) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell in SYMBOLS}

    def dots(_: int, digits: list[Cell]) -> str | None:
        return None if any(near in symbols for cell in digits for near in around(*cell)) else "." * len(digits)

    return changed_numbers(rows, dots)


def nines(rows: list[str], _: Random) -> list[str]:
    """Each number as great as its digits allow."""
    return [re.sub("[0-9]", "9", row) for row in rows]


def no_symbols(rows: list[str], _: Random) -> list[str]:
    return [re.sub(r"[^.0-9]", ".", row) for row in rows]


LAWS = (
    Law("right to left, with numbers read from the left, is the same", on_lines(right_to_left), same),
    Law("upside down is the same", on_lines(upside_down), same),
    Law("a border of dots changes nothing", on_lines(with_border), same),
    Law("the grid beside itself doubles both answers", on_lines(beside_itself), doubled),
    Law("the grid below itself doubles both answers", on_lines(below_itself), doubled),
    Law("it does not matter which symbols the others are", on_lines(other_symbols), same),
    Law("without stars part 2 is 0", on_lines(no_gears), lambda one, two: two == (one[0], "0")),
    Law("stars for all symbols leave part 1 alone", on_lines(stars_only), same_part1),
    Law("numbers that touch nothing do not count", on_lines(untouched_gone), same),
    Law("greater numbers are worth more", on_lines(nines), no_less),
    Law("without symbols nothing counts", on_lines(no_symbols), lambda _, after: after == ("0", "0")),
)
