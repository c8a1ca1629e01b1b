r"""Dirac Dice: https://adventofcode.com/2021/day/21

Part 1 plays to 1000 with a known die and multiplies the loser's score by the number of rolls. Part 2 splits the universe
at every roll and counts those in which the luckier player wins. What can come of a game depends only on where both
players are and on their scores, so it is worked out once and remembered: three rolls lead to seven totals, each in so
many universes.

>>> players = parse("Player 1 starting position: 10\nPlayer 2 starting position: 1\n")
>>> part1(players), part2(players)
(920079, 56852759190649)
"""

from collections import Counter
from functools import cache
from itertools import cycle, product

from aoc.text import Reader

# In how many universes do three rolls make each total?
UNIVERSES = Counter(map(sum, product((1, 2, 3), repeat=3)))


def parse(text: str) -> tuple[int, int]:
    reader = Reader(text)
    reader.literal("Player 1 starting position: ")
    player1 = reader.number(1, 10)
    reader.literal("\nPlayer 2 starting position: ")
    player2 = reader.number(1, 10)
    reader.end()
    return player1, player2


def part1(players: tuple[int, int]) -> int:
    space, other_space = players
    score = other_score = rolls = 0
    die = cycle(range(1, 101))
    while True:
        space = moved(space, next(die) + next(die) + next(die))
        rolls += 3
        score += space
        if score >= 1000:
            return other_score * rolls
        space, other_space = other_space, space
        score, other_score = other_score, score


def part2(players: tuple[int, int]) -> int:
    @cache
    def wins(space: int, score: int, other_space: int, other_score: int) -> tuple[int, int]:
        """In how many universes does the player whose turn it is win, and in how many the other?"""
        mine = others = 0
        for steps, universes in UNIVERSES.items():
            new_space = moved(space, steps)
            if score + new_space >= 21:
                mine += universes
            else:
                others_then, mine_then = wins(other_space, other_score, new_space, score + new_space)
                mine += universes * mine_then
                others += universes * others_then
        return mine, others

    player1, player2 = players
    return max(wins(player1, 0, player2, 0))


def moved(space: int, steps: int) -> int:
    return (space + steps - 1) % 10 + 1
