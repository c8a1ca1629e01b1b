r"""Rock Paper Scissors: https://adventofcode.com/2022/day/2

Each round earns points for my shape and for the outcome. The first letter of a line is the shape of the opponent. The
second letter is my shape in part 1, and the outcome in part 2.

The rules are a table of what each shape beats. Two shapes give an outcome, and the opponent's shape with an outcome
gives my shape.

>>> rounds = parse("C X\nB Z\nC Z\n")
>>> part1(rounds), part2(rounds)
(22, 18)
"""

from aoc.text import Reader

MOST_ROUNDS = 10_000
THEIR_SHAPE = {"A": "rock", "B": "paper", "C": "scissors"}
MY_SHAPE = {"X": "rock", "Y": "paper", "Z": "scissors"}
OUTCOME = {"X": "loss", "Y": "draw", "Z": "win"}
BEATS = {"rock": "scissors", "paper": "rock", "scissors": "paper"}
IS_BEATEN_BY = {loser: winner for winner, loser in BEATS.items()}
POINTS = {"rock": 1, "paper": 2, "scissors": 3, "loss": 0, "draw": 3, "win": 6}


def parse(text: str) -> list[tuple[str, str]]:
    """The opponent's shape and the second letter, for each round."""
    reader = Reader(text)
    records = reader.records("{} {}", tuple(THEIR_SHAPE), tuple(OUTCOME), most=MOST_ROUNDS)
    rounds = [(THEIR_SHAPE[first], second) for first, second in records]
    reader.end()
    return rounds


def part1(rounds: list[tuple[str, str]]) -> int:
    plays = [(theirs, MY_SHAPE[letter]) for theirs, letter in rounds]
    return sum(POINTS[mine] + POINTS[outcome(theirs, mine)] for theirs, mine in plays)


def part2(rounds: list[tuple[str, str]]) -> int:
    plays = [(theirs, OUTCOME[letter]) for theirs, letter in rounds]
    return sum(POINTS[my_shape(theirs, outcome)] + POINTS[outcome] for theirs, outcome in plays)


def outcome(theirs: str, mine: str) -> str:
    if mine == theirs:
        return "draw"
    return "win" if BEATS[mine] == theirs else "loss"


def my_shape(theirs: str, outcome: str) -> str:
    return {"loss": BEATS[theirs], "draw": theirs, "win": IS_BEATEN_BY[theirs]}[outcome]
