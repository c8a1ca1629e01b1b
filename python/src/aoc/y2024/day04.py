r"""Ceres Search: https://adventofcode.com/2024/day/4

Part 1 counts a word in a grid of letters, in all eight directions; part 2 counts the crosses of two short words.

The grid is written out as four families of lines: rows, columns, and the diagonals of both kinds, which are the columns
of the grid after each row is shifted one step further than the row above:

    abc        abc..
    def        .def.        its columns are the diagonals  a, bd, ceg, fh, i
    ghi        ..ghi

In each line the word and its reverse are counted. No two occurrences of either overlap, since their letters are all
different. Part 2 looks at the four corners around each A.

>>> letters = parse("XMASX\nMXSXX\nXAXXX\nMXSXX\nXSAMX\n")
>>> part1(letters), part2(letters)
(2, 1)
"""

from itertools import chain

from aoc.rows import columns
from aoc.text import Reader

MOST_SIDE = 200
WORD = "XMAS"
ENDS = {"M", "S"}


def parse(text: str) -> list[str]:
    reader = Reader(text)
    rows = reader.rows(WORD, MOST_SIDE, MOST_SIDE)
    reader.end()
    return rows


def part1(rows: list[str]) -> int:
    falling = slanted(rows[::-1])
    rising = slanted(rows)
    lines = "\n".join(chain(rows, columns(rows), falling, rising))
    return lines.count(WORD) + lines.count(WORD[::-1])


def slanted(rows: list[str]) -> list[str]:
    """The diagonals that rise to the right, with blanks around them."""
    return columns([" " * y + row + " " * (len(rows) - y) for y, row in enumerate(rows)])


def part2(rows: list[str]) -> int:
    return sum(
        rows[y][x] == "A"
        and {rows[y - 1][x - 1], rows[y + 1][x + 1]} == ENDS
        and {rows[y - 1][x + 1], rows[y + 1][x - 1]} == ENDS
        for y in range(1, len(rows) - 1)
        for x in range(1, len(rows[0]) - 1)
    )
