r"""Arithmetic Logic Unit: https://adventofcode.com/2021/day/24

What are the greatest and the least number of fourteen digits that a program accepts? The program runs on all numbers at
once: what counts after some digits is z, and of all beginnings that lead to the same z only the best one is kept.

The program is the same block fourteen times, but for three constants, and z is a number in base 26. A block that
divides z by 1 appends the digit it reads, plus B. One that divides by 26 takes away the last place, and appends another
unless it reads what was there plus A. Seven blocks append for sure and only seven take away, so z ends at 0 just when
none of these appends. Neither kind of block changes the order of the values of z, so equal ones stay together.

That all programs are like this, and that each block that takes away has digits to fit, is checked by parsing.

>>> block = "inp w/mul x 0/add x z/mod x 26/div z {}/add x {}/eql x w/eql x 0/mul y 0/add y 25/"
>>> block += "mul y x/add y 1/mul z y/mul y 0/add y w/add y {}/mul y x/add z y/"
>>> program = block.format(1, 10, 3) * 7 + block.format(26, -5, 0) * 7
>>> blocks = parse(program.replace("/", "\n"))
>>> part1(blocks), part2(blocks)
(99999997777777, 33333331111111)
"""

from typing import NamedTuple

import numpy as np

from aoc.text import Reader

# A block, cut up where its three constants are.
TO_DIVISOR = "inp w\nmul x 0\nadd x z\nmod x 26\ndiv z "
TO_A = "\nadd x "
TO_B = "\neql x w\neql x 0\nmul y 0\nadd y 25\nmul y x\nadd y 1\nmul z y\nmul y 0\nadd y w\nadd y "
TO_END = "\nmul y x\nadd z y"

DIGITS = np.arange(1, 10)


class Block(NamedTuple):
    takes_away: bool
    a: int
    b: int


def parse(text: str) -> list[Block]:
    reader = Reader(text)
    blocks: list[Block] = []
    appended: list[int] = []
    for place in range(14):
        if place:
            reader.newline()
        reader.literal(TO_DIVISOR)
        start = reader.at
        divisor = reader.number(1, 26)
        takes_away = divisor == 26
        appends = divisor == 1 and sum(not block.takes_away for block in blocks) < 7
        if not (appends or (takes_away and appended)):
            raise reader.error("1 to append or 26 to take away, seven each", start)
        reader.literal(TO_A)
        start = reader.at
        a = reader.number(-99, 99) if takes_away else reader.number(10, 99)
        if takes_away and abs(appended.pop() + a) > 8:
            raise reader.error("a number that some digits can satisfy", start)
        reader.literal(TO_B)
        b = reader.number(0, 99) if takes_away else reader.number(0, 16)
        if not takes_away:
            appended.append(b)
        reader.literal(TO_END)
        blocks.append(Block(takes_away, a, b))
    reader.end()
    return blocks


def part1(blocks: list[Block]) -> int:
    return best_number(blocks, np.maximum)


def part2(blocks: list[Block]) -> int:
    return best_number(blocks, np.minimum)


def best_number(blocks: list[Block], better: np.ufunc) -> int:
    z = number = np.zeros(1, np.int64)
    for takes_away, a, b in blocks:
        if takes_away:
            digit = z % 26 + a
            fits = (digit >= 1) & (digit <= 9)
            z, number = z[fits] // 26, 10 * number[fits] + digit[fits]
            first = np.flatnonzero(np.diff(z, prepend=-1))
            z, number = z[first], better.reduceat(number, first)
        else:
            z = (26 * z[:, None] + DIGITS + b).ravel()
            number = (10 * number[:, None] + DIGITS).ravel()
    return int(number[0])
