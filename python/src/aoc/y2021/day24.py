r"""Arithmetic Logic Unit: https://adventofcode.com/2021/day/24

A program checks numbers of fourteen digits, none of them 0, and accepts a number if it ends with 0 in register z. What
is the greatest number that it accepts, and what the least?

The program is the same block fourteen times, but for three constants, and z is a stack of numbers in base 26. A block
that divides z by 1 pushes its digit + B. One that divides by 26 pops a number, and pushes again unless its own digit is
that number + A; but then z does not get empty any more, as seven blocks push for sure and only seven pop. So every pop
ties its digit to the one that was pushed: it is greater by B + A. The greatest number has a 9 in every such pair, and
the least one a 1. That all programs are like this is part of the format, so parsing checks each line, and that each pop
can be satisfied. Rust does the same with fixed offsets into the text; Haskell knows of no stack, but runs the program
on sets of what z can be.

>>> block = "inp w/mul x 0/add x z/mod x 26/div z {}/add x {}/eql x w/eql x 0/mul y 0/add y 25/"
>>> block += "mul y x/add y 1/mul z y/mul y 0/add y w/add y {}/mul y x/add z y/"
>>> program = block.format(1, 10, 3) * 7 + block.format(26, -5, 0) * 7
>>> ties = parse(program.replace("/", "\n"))
>>> part1(ties), part2(ties)
(99999997777777, 33333331111111)
"""

from aoc.text import Reader

# A block, cut up where its three constants are.
TO_DIVISOR = "inp w\nmul x 0\nadd x z\nmod x 26\ndiv z "
TO_A = "\nadd x "
TO_B = "\neql x w\neql x 0\nmul y 0\nadd y 25\nmul y x\nadd y 1\nmul z y\nmul y 0\nadd y w\nadd y "
TO_END = "\nmul y x\nadd z y"

# The places of two digits, and by how much the second is greater.
Tie = tuple[int, int, int]


def parse(text: str) -> list[Tie]:
    reader = Reader(text)
    ties: list[Tie] = []
    stack: list[tuple[int, int]] = []
    for place in range(14):
        if place:
            reader.newline()
        reader.literal(TO_DIVISOR)
        start = reader.at
        divisor = reader.number(1, 26)
        pushes_left = 7 - len(ties) - len(stack)
        if divisor == 1 and pushes_left:
            reader.literal(TO_A)
            reader.number(10, 99)
            reader.literal(TO_B)
            stack.append((place, reader.number(0, 16)))
        elif divisor == 26 and stack:
            pushed_at, b = stack.pop()
            reader.literal(TO_A)
            start = reader.at
            greater = b + reader.number(-99, 99)
            if abs(greater) > 8:
                raise reader.error("a number that some digits can satisfy", start)
            ties.append((pushed_at, place, greater))
            reader.literal(TO_B)
            reader.number(0, 99)
        else:
            raise reader.error("1 for a push or 26 for a pop, seven each", start)
        reader.literal(TO_END)
    reader.end()
    return ties


def part1(ties: list[Tie]) -> int:
    digits = [0] * 14
    for first, second, greater in ties:
        digits[first], digits[second] = min(9, 9 - greater), min(9, 9 + greater)
    return as_number(digits)


def part2(ties: list[Tie]) -> int:
    digits = [0] * 14
    for first, second, greater in ties:
        digits[first], digits[second] = max(1, 1 - greater), max(1, 1 + greater)
    return as_number(digits)


def as_number(digits: list[int]) -> int:
    return int("".join(map(str, digits)))
