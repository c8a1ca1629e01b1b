r"""Dive!: https://adventofcode.com/2021/day/2

A submarine is steered with three commands. In part 1 `down` and `up` change its depth. In part 2 they change its aim,
and `forward` also dives by the aim for each unit. The answer is how far it gets times how deep it gets.

There are two submarines here, each steered as its half of the puzzle says. The Rust solution keeps one for both parts,
since the depth of part 1 is the aim of part 2; the Haskell one composes commands into courses without a submarine at
all. A submarine may well rise out of the water: depth and aim are then negative.

>>> course = parse("forward 3\ndown 4\nforward 2\nup 1\n")
>>> part1(course), part2(course)
(15, 40)
"""

from aoc.text import Reader

Course = list[tuple[str, int]]


def parse(text: str) -> Course:
    reader = Reader(text)
    course = [
        (command, units)
        for command, units in reader.records("{} {}", ("forward", "down", "up"), range(1000), most=1_000_000)
    ]
    reader.end()
    return course


def part1(course: Course) -> int:
    distance = depth = 0
    for command, units in course:
        match command:
            case "forward":
                distance += units
            case "down":
                depth += units
            case "up":
                depth -= units
    return distance * depth


def part2(course: Course) -> int:
    distance = depth = aim = 0
    for command, units in course:
        match command:
            case "forward":
                distance += units
                depth += aim * units
            case "down":
                aim += units
            case "up":
                aim -= units
    return distance * depth
