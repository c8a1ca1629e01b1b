"""Letters drawn with dots, as they stand side by side on a screen: small ones four wide and six high, and tall ones
six wide and ten high.

The tables hold a letter a line, its rows from top to bottom. Two columns stay free after a tall letter, and one after
a small one, which `Y` fills.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple


class Font(NamedTuple):
    """Letters as lines of text, and how many columns there are from one to the next."""

    pitch: int
    letters: str


SMALL = Font(
    5,
    """
    A .##. #..# #..# #### #..# #..#
    B ###. #..# ###. #..# #..# ###.
    C .##. #..# #... #... #..# .##.
    E #### #... ###. #... #... ####
    F #### #... ###. #... #... #...
    G .##. #..# #... #.## #..# .###
    H #..# #..# #### #..# #..# #..#
    I .### ..#. ..#. ..#. ..#. .###
    J ..## ...# ...# ...# #..# .##.
    K #..# #.#. ##.. #.#. #.#. #..#
    L #... #... #... #... #... ####
    O .##. #..# #..# #..# #..# .##.
    P ###. #..# #..# ###. #... #...
    R ###. #..# #..# ###. #.#. #..#
    S .### #... #... .##. ...# ###.
    U #..# #..# #..# #..# #..# .##.
    Y #...# #...# .#.#. ..#.. ..#.. ..#..
    Z #### ...# ..#. .#.. #... ####
    """,
)

TALL = Font(
    8,
    """
    A ..##.. .#..#. #....# #....# #....# ###### #....# #....# #....# #....#
    B #####. #....# #....# #....# #####. #....# #....# #....# #....# #####.
    C .####. #....# #..... #..... #..... #..... #..... #..... #....# .####.
    E ###### #..... #..... #..... #####. #..... #..... #..... #..... ######
    F ###### #..... #..... #..... #####. #..... #..... #..... #..... #.....
    G .####. #....# #..... #..... #..... #..### #....# #....# #...## .###.#
    H #....# #....# #....# #....# ###### #....# #....# #....# #....# #....#
    J ...### ....#. ....#. ....#. ....#. ....#. ....#. #...#. #...#. .###..
    K #....# #...#. #..#.. #.#... ##.... ##.... #.#... #..#.. #...#. #....#
    L #..... #..... #..... #..... #..... #..... #..... #..... #..... ######
    N #....# ##...# ##...# #.#..# #.#..# #..#.# #..#.# #...## #...## #....#
    P #####. #....# #....# #....# #####. #..... #..... #..... #..... #.....
    R #####. #....# #....# #....# #####. #..#.. #...#. #...#. #....# #....#
    X #....# #....# .#..#. .#..#. ..##.. ..##.. .#..#. .#..#. #....# #....#
    Z ###### .....# .....# ....#. ...#.. ..#... .#.... #..... #..... ######
    """,
)


def read(dots: Iterable[tuple[int, int]], font: Font = SMALL) -> str:
    """Which letters do these dots (x, y) draw? `?` stands for what is not a letter.

    >>> read([(5, y) for y in range(6)] + [(x, 5) for x in range(5, 9)])
    '?L'
    >>> read([(0, y) for y in range(10)] + [(x, 9) for x in range(6)], TALL)
    'L'
    """
    drawn = defaultdict(set)
    for x, y in dots:
        drawn[x // font.pitch].add((x % font.pitch, y))
    known = glyphs(font)
    return "".join(known.get(frozenset(drawn[column]), "?") for column in range(max(drawn, default=-1) + 1))


@cache
def glyphs(font: Font) -> dict[frozenset[tuple[int, int]], str]:
    """The letter that a set of dots draws."""
    letters = (line.split() for line in font.letters.splitlines() if line.strip())
    return {
        frozenset((x, y) for y, row in enumerate(rows) for x, dot in enumerate(row) if dot == "#"): letter
        for letter, *rows in letters
    }
