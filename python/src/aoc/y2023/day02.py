r"""Cube Conundrum: https://adventofcode.com/2023/day/2

In each game handfuls of coloured cubes are drawn from a bag. Part 1 adds up the numbers of the games that are possible
with a certain bag, part 2 the products of the fewest cubes of each colour that a game needs.

Both parts are done as they are told. All cubes of a handful go back into the bag, so a game is possible if each handful
fits the bag, and needs the most cubes of a colour that are in one handful.

>>> games = parse("Game 1: 2 blue, 5 red; 9 green, 3 blue\nGame 2: 1 green; 15 blue, 2 red\n")
>>> part1(games), part2(games)
(1, 165)
"""

from math import prod
from typing import TypeAlias

from aoc.text import Reader, numbered

MOST_GAMES, MOST_HANDFULS, MOST_CUBES = 1000, 10, 100
BAG = {"red": 12, "green": 13, "blue": 14}
COLOURS = tuple(BAG)
Handful: TypeAlias = dict[str, int]


def parse(text: str) -> list[list[Handful]]:
    reader = Reader(text)
    games = list(reader.lines(numbered(read_game, 1), most=MOST_GAMES))
    reader.end()
    return games


def read_game(reader: Reader, number: int) -> list[Handful]:
    reader.literal("Game ")
    reader.number(number, number)
    reader.literal(": ")
    return reader.several(read_handful, "; ", most=MOST_HANDFULS)


def read_handful(reader: Reader) -> Handful:
    start = reader.at
    cubes = reader.several(read_cubes, ", ", most=len(COLOURS))
    handful = dict(cubes)
    if len(handful) < len(cubes):
        raise reader.error("a handful that has each colour once", start)
    return handful


def read_cubes(reader: Reader) -> tuple[str, int]:
    count = reader.number(1, MOST_CUBES)
    reader.literal(" ")
    return reader.one_of(COLOURS), count


def part1(games: list[list[Handful]]) -> int:
    return sum(number for number, game in enumerate(games, 1) if all(fits(handful) for handful in game))


def fits(handful: Handful) -> bool:
    return all(count <= BAG[colour] for colour, count in handful.items())


def part2(games: list[list[Handful]]) -> int:
    return sum(prod(max(handful.get(colour, 0) for handful in game) for colour in COLOURS) for game in games)
