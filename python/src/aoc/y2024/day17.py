r"""Chronospatial Computer: https://adventofcode.com/2024/day/17

What the program puts out (part 1), and the least value of register A with which it puts out itself (part 2).

The program is a loop: a round puts out one number that depends on A alone, then A loses its lowest three bits, and the
loop ends when A is 0. So the last number depends on the highest three bits of A, the last two on the highest six, and
so on. Part 2 builds A from its highest bits, three at a time, and runs the program to see whether its last numbers are
right. It tries low values first and goes back where none fits, so that the first A found is the least.

>>> computer = parse("Register A: 123\nRegister B: 0\nRegister C: 0\n\nProgram: 2,4,1,2,7,5,1,3,5,5,4,1,0,3,3,0\n")
>>> part1(computer), part2(computer)
('2,6,0', 45154673255979)
"""

from collections.abc import Iterator
from typing import NamedTuple

from aoc.text import Reader

GREATEST = 2**48 - 1


class Computer(NamedTuple):
    a: int
    b: int
    c: int
    program: list[int]


def parse(text: str) -> Computer:
    reader = Reader(text)
    a, b, c = (read_register(reader, name) for name in "ABC")
    reader.newline()
    reader.literal("Program: ")
    start = reader.at
    program = list(map(int, reader.match("[0-7](?:,[0-7]){15}", "16 digits 0-7").split(",")))
    if not is_loop(program):
        raise reader.error("a loop that puts out a number and drops three bits of A", start)
    reader.end()
    return Computer(a, b, c, program)


def read_register(reader: Reader, name: str) -> int:
    reader.literal(f"Register {name}: ")
    value = reader.number(0, GREATEST)
    reader.newline()
    return value


def is_loop(program: list[int]) -> bool:
    """Is this 2,4,1,x,7,5, then 0,3 and 1,y and 4,z and 5,5 in any order, then 3,0?"""
    low_bits, (flip, _), shift, *middle, jump = zip(program[::2], program[1::2], strict=True)
    drop, (flip_again, _), (mix, _), put = sorted(middle)
    codes = (flip, flip_again, mix)
    return [low_bits, shift, drop, put, jump] == [(2, 4), (7, 5), (0, 3), (5, 5), (3, 0)] and codes == (1, 1, 4)


def part1(computer: Computer) -> str:
    return ",".join(map(str, run(computer)))


def part2(computer: Computer) -> int | None:
    return least_a(computer, 0, 0)


def least_a(computer: Computer, a: int, known: int) -> int | None:
    """The least A that begins with the bits of `a`, for which the last `known` numbers are right already."""
    if known == len(computer.program):
        return a
    for longer in range(8 * a, 8 * a + 8):
        if list(run(computer._replace(a=longer))) == computer.program[-known - 1 :]:
            found = least_a(computer, longer, known + 1)
            if found is not None:
                return found
    return None


def run(computer: Computer) -> Iterator[int]:
    a, b, c, program = computer
    pointer = 0
    while pointer < len(program):
        code, operand = program[pointer : pointer + 2]
        combo = [0, 1, 2, 3, a, b, c, 7][operand]
        pointer += 2
        match code:
            case 0:
                a >>= combo
            case 1:
                b ^= operand
            case 2:
                b = combo % 8
            case 3:
                pointer = operand if a else pointer
            case 4:
                b ^= c
            case 5:
                yield combo % 8
            case 6:
                b = a >> combo
            case 7:
                c = a >> combo
