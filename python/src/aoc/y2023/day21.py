r"""Step Counter: https://adventofcode.com/2023/day/21

A walk starts in the middle of a map of plots and rocks, and each step leads to a neighbouring plot. At how many plots
can a walk of exactly n steps end? In part 1 n is just too small to reach the border of the map. In part 2 the map is
repeated without end in all directions, and n is 26,501,365 for the usual map of 131 by 131 cells.

The possible ends are the bits of one whole number. A step shifts it in the four directions, unites the results and keeps
the plots.

The middle row, the middle column and the border of the map are free. So on every copy of the map, each corner and each
middle of a side is as many steps away as if there were no rocks. Let h be half of the side s, rounded down. Every plot of
the map is near enough to the middle that in h + ks steps the rocks matter only in the outermost copies. So with each
further k the number of copies that are reached grows as on a map without rocks. From k = 1 on, the number of ends is
thus a polynomial of degree 2 in k. It follows from its values at k = 1, 2 and 3, which are counted on 7 by 7 copies.

>>> rows = parse(".....\n.#...\n..S..\n...#.\n.....\n")
>>> part1(rows), part2(rows)
(4, 941286929807)
"""

from collections.abc import Iterator
from itertools import islice

from aoc.rows import columns
from aoc.text import Reader

LEAST_SIDE, MOST_SIDE = 5, 131
COPIES = 202_300
START = "S"


def parse(text: str) -> list[str]:
    reader = Reader(text)
    rows = reader.rows(".#S", MOST_SIDE, MOST_SIDE, most={START: 1})
    reader.end()
    reader.check_grid(rows, START)
    side, half = len(rows), len(rows) // 2
    if side != len(rows[0]) or side % 2 == 0 or side < LEAST_SIDE:
        raise reader.error_of_whole(f"the map is no square with an odd side of at least {LEAST_SIDE}")
    if rows[half][half] != START:
        raise reader.error_of_whole("the start is not in the middle")
    if any("#" in line for lines in (rows, columns(rows)) for line in (lines[0], lines[half], lines[-1])):
        raise reader.error_of_whole("the border, or the row or column of the start, is not free")
    # At a distance that is just beyond the limit, there would be new ends.
    near, _, far = islice(ends(rows), 3 * half, 3 * half + 3)
    if near != far:
        raise reader.error_of_whole(f"a plot is more than {3 * half + 1} steps from the start")
    return rows


def part1(rows: list[str]) -> int:
    (found,) = islice(ends(rows), len(rows) // 2 - 1, len(rows) // 2)
    return found.bit_count()


def part2(rows: list[str]) -> int:
    side = len(rows)
    seven_by_seven = [row * 7 for row in rows] * 7
    first, second, third = (
        found.bit_count() for found in islice(ends(seven_by_seven), side // 2 + side, side // 2 + 3 * side + 1, side)
    )
    k = COPIES - 1
    return first + k * (second - first) + k * (k - 1) // 2 * (third - 2 * second + first)


def ends(rows: list[str]) -> Iterator[int]:
    """The cells where walks from the middle can end, after 0 steps, 1 step and so on."""
    text = "#".join(rows)
    plots = int(text.replace(START, ".").replace(".", "1").replace("#", "0"), 2)
    down = len(rows[0]) + 1
    found = 1 << len(text) // 2
    while True:
        yield found
        found = (found << down | found << 1 | found >> 1 | found >> down) & plots
