"""Letters drawn with dots: four wide and six high, in columns of five (`Y` fills all five)."""

from collections import defaultdict
from collections.abc import Iterable

# Each letter's rows, top to bottom.
_FONT = {
    "A": ".##./#..#/#..#/####/#..#/#..#",
    "B": "###./#..#/###./#..#/#..#/###.",
    "C": ".##./#..#/#.../#.../#..#/.##.",
    "E": "####/#.../###./#.../#.../####",
    "F": "####/#.../###./#.../#.../#...",
    "G": ".##./#..#/#.../#.##/#..#/.###",
    "H": "#..#/#..#/####/#..#/#..#/#..#",
    "I": ".###/..#./..#./..#./..#./.###",
    "J": "..##/...#/...#/...#/#..#/.##.",
    "K": "#..#/#.#./##../#.#./#.#./#..#",
    "L": "#.../#.../#.../#.../#.../####",
    "O": ".##./#..#/#..#/#..#/#..#/.##.",
    "P": "###./#..#/#..#/###./#.../#...",
    "R": "###./#..#/#..#/###./#.#./#..#",
    "S": ".###/#.../#.../.##./...#/###.",
    "U": "#..#/#..#/#..#/#..#/#..#/.##.",
    "Y": "#...#/#...#/.#.#./..#../..#../..#..",
    "Z": "####/...#/..#./.#../#.../####",
}

_LETTERS = {
    frozenset((x, y) for y, row in enumerate(rows.split("/")) for x, dot in enumerate(row) if dot == "#"): letter
    for letter, rows in _FONT.items()
}


def read(dots: Iterable[tuple[int, int]]) -> str:
    """Which letters do these dots (x, y) draw? `?` stands for what is none.

    >>> read([(5, y) for y in range(6)] + [(x, 5) for x in range(5, 9)])
    '?L'
    """
    glyphs = defaultdict(set)
    for x, y in dots:
        glyphs[x // 5].add((x % 5, y))
    return "".join(_LETTERS.get(frozenset(glyphs[column]), "?") for column in range(max(glyphs) + 1))
