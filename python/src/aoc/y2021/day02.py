r"""Dive!: https://adventofcode.com/2021/day/2

Where does a submarine get to, as distance times depth? Each part steers its own submarine by what it says of the three
commands. Depth and aim may be negative: nothing stops a submarine from rising out of the water.

>>> course = parse("forward 3\ndown 4\nforward 2\nup 1\n")
>>> part1(course), part2(course)
(15, 40)
"""

from aoc.text import Reader

Course = list[tuple[str, int]]


def parse(text: str) -> Course:
    reader = Reader(text)
    course = list(reader.records("{} {}", ("forward", "down", "up"), range(1000), most=100_000))
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
