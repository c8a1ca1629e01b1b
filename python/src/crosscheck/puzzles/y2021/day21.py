"""2021 day 21, https://adventofcode.com/2021/day/21

Text: `Player 1 starting position: A` and `Player 2 starting position: B`, each 1 to 10.
In turn, player 1 first, a player moves on by the sum of three rolls around a circle of ten places and scores the number of the place.
Part 1: the die rolls 1, 2, 3 ... 100, 1, 2 ...; who first has 1000 wins: the loser's score times the number of rolls.
Part 2: each roll is 1, 2 and 3 in three universes, who first has 21 wins: in how many universes the player wins who wins in more.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import count, cycle, islice, product
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.law import Answers, Law, unchanged, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Dirac Dice"
UNIT = "games"
SIZE = 1


def puzzles() -> st.SearchStrategy[str]:
    return st.builds(game, st.integers(1, 10), st.integers(1, 10))


def full(seed: int, size: int = SIZE) -> str:
    """All sizes are one: there is nothing in this puzzle that could grow."""
    rng = Random(seed)
    return game(rng.randint(1, 10), rng.randint(1, 10))


def game(first: int, second: int) -> str:
    return f"Player 1 starting position: {first}\nPlayer 2 starting position: {second}\n"


def places(text: str) -> tuple[int, int]:
    first, second = (int(line.split()[-1]) for line in text.splitlines())
    return first, second


def moved(place: int, steps: int) -> int:
    return (place + steps - 1) % 10 + 1


def oracle(text: str) -> Answers:
    return practice(*places(text)), dirac(*places(text))


def practice(*starts: int) -> str:
    """The game of part 1, roll by roll."""
    die = cycle(range(1, 101))
    at, score = list(starts), [0, 0]
    for turn in count():
        player = turn % 2
        at[player] = moved(at[player], sum(islice(die, 3)))
        score[player] += at[player]
        if score[player] >= 1000:
            return str(score[1 - player] * 3 * (turn + 1))
    raise AssertionError("somebody wins")


@cache
def dirac(*starts: int) -> str:
    """All the games of part 2 at once, turn by turn, those in the same state together. There are a hundred inputs only."""
    rolls = Counter(map(sum, product((1, 2, 3), repeat=3)))
    games = Counter({(starts, (0, 0)): 1})
    wins = [0, 0]
    for turn in count():
        player = turn % 2
        going_on: Counter[tuple[tuple[int, ...], tuple[int, int]]] = Counter()
        for (at, score), universes in games.items():
            for steps, ways in rolls.items():
                place = moved(at[player], steps)
                if score[player] + place >= 21:
                    wins[player] += universes * ways
                elif player == 0:
                    going_on[(place, at[1]), (score[0] + place, score[1])] += universes * ways
                else:
                    going_on[(at[0], place), (score[0], score[1] + place)] += universes * ways
        games = going_on
        if not games:
            return str(max(wins))
    raise AssertionError("somebody wins")


def rolls_in_threes(before: Answers, _: Answers) -> bool:
    return whole(before)[0] % 3 == 0


def loser_is_short(before: Answers, _: Answers) -> bool:
    """The loser has less than 1000 points after at most 999 turns, of at most 10 points each for the loser."""
    part1, _ways = whole(before)
    return any(part1 % rolls == 0 and part1 // rolls < 1000 for rolls in range(300, 3000, 3))


def limits() -> Iterator[Limit]:
    yield Limit("the last places", game(10, 10), "850080, 104001566545663")


def worst() -> Iterator[tuple[str, str]]:
    """Nothing in this puzzle can grow: the longest game and the shortest steps."""
    yield "the last places", game(10, 10)
    yield "the first places", game(1, 1)
    yield "the places that are farthest apart", game(1, 10)


LAWS = (
    Law("the die is rolled three times a turn", unchanged, rolls_in_threes),
    Law("part 1 is a score below 1000 times a possible number of rolls", unchanged, loser_is_short),
)
