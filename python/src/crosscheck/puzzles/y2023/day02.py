"""2023 day 2, https://adventofcode.com/2023/day/2

Text: 1 to 1,000 lines, each a game: `Game 1: ` and 1 to 10 handfuls of cubes with `; ` between. The games are numbered 1, 2, 3 and so on, in order. A
handful is 1 to 3 colours with `, ` between, red, green or blue in any order and each at most once, and of each a number 1 to 100: `3 blue, 4 red`.
The cubes of a handful go back into the bag before the next one.
Part 1: the sum of the numbers of all games that are possible with 12 red, 13 green and 14 blue cubes in the bag.
Part 2: for each game the least cubes of each colour with which it is possible; the sum over all games of the product of the three. A colour that never
comes needs 0.
"""

from collections.abc import Iterator
from random import Random
from typing import TypeAlias

from hypothesis import strategies as st

from crosscheck.puzzles.law import Answers, Law, joined, on_what, same, shuffled, twice, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Cube Conundrum"
UNIT = "games"
SIZE = 100
MOST_GAMES, MOST_HANDFULS, MOST_CUBES = 1_000, 10, 100
BAG = {"red": 12, "green": 13, "blue": 14}
Handful: TypeAlias = dict[str, int]
Game: TypeAlias = list[Handful]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Counts at what the bag holds and one beside it, at both ends and anywhere; games that lack a colour, or have one only."""
    counts = draw(
        st.sampled_from(
            (
                st.integers(1, 14),
                st.sampled_from((11, 12, 13, 14, 15)),
                st.sampled_from((1, 2, 12, 13, 14, 99, 100)),
                st.integers(1, MOST_CUBES),
            )
        )
    )
    games = []
    for _ in range(draw(st.integers(1, draw(st.sampled_from((1, 4, 12)))))):
        known = draw(st.sampled_from((*(list(BAG),) * 4, ["red", "blue"], ["green"], ["blue", "green"])))
        colours = st.lists(st.sampled_from(known), unique=True, min_size=1)
        handfuls = st.builds(
            lambda names, drawn: dict(zip(names, drawn, strict=False)), colours, st.tuples(*[counts] * 3)
        )
        games.append(draw(st.lists(handfuls, min_size=1, max_size=draw(st.sampled_from((1, 3, MOST_HANDFULS))))))
    return written(games)


def full(seed: int, size: int = SIZE) -> str:
    """3 to 6 handfuls a game; in one half of the games no more of each colour than the bag has, in the other half up to 20."""
    rng = Random(seed)
    games = []
    for _ in range(min(size, MOST_GAMES)):
        most = BAG if rng.random() < 0.5 else dict.fromkeys(BAG, 20)
        games.append([any_handful(most, rng) for _ in range(rng.randint(3, 6))])
    return written(games)


def any_handful(most: dict[str, int], rng: Random) -> Handful:
    colours = rng.sample(list(BAG), rng.choice((1, 2, 2, 3, 3, 3)))
    return {colour: rng.randint(1, most[colour]) for colour in colours}


def limits() -> Iterator[Limit]:
    great, bag = dict.fromkeys(BAG, MOST_CUBES), dict(BAG)
    numbers = MOST_GAMES * (MOST_GAMES + 1) // 2
    yield Limit(
        "most games, handfuls and cubes",
        written([[great] * MOST_HANDFULS] * MOST_GAMES),
        f"0, {MOST_GAMES * MOST_CUBES**3}",
    )
    yield Limit("all games possible", written([[bag] * MOST_HANDFULS] * MOST_GAMES), f"{numbers}, {2184 * MOST_GAMES}")
    yield Limit("a game too many", written([[bag]] * (MOST_GAMES + 1)), f"refused at line {MOST_GAMES + 1}")


def worst() -> Iterator[tuple[str, str]]:
    """Most games of most handfuls: all cubes, in rising and falling numbers, and impossible by the last colour of the last handful."""
    great = dict.fromkeys(BAG, MOST_CUBES)
    yield "most cubes in every handful", written([[great] * MOST_HANDFULS] * MOST_GAMES)
    rising = [dict.fromkeys(BAG, MOST_CUBES // MOST_HANDFULS * (at + 1)) for at in range(MOST_HANDFULS)]
    yield "each handful greater than the last", written([rising] * MOST_GAMES)
    yield "each handful smaller than the last", written([rising[::-1]] * MOST_GAMES)
    last = {"red": 12, "green": 13, "blue": 15}
    yield "the last handful takes a cube too many", written([[dict(BAG)] * (MOST_HANDFULS - 1) + [last]] * MOST_GAMES)


def written(games: list[Game]) -> str:
    return joined(
        f"Game {number}: " + "; ".join(", ".join(f"{n} {colour}" for colour, n in handful.items()) for handful in game)
        for number, game in enumerate(games, start=1)
    )


def read(text: str) -> list[Game]:
    games = []
    for line in text.splitlines():
        _, handfuls = line.split(": ")
        games.append([read_handful(handful) for handful in handfuls.split("; ")])
    return games


def read_handful(text: str) -> Handful:
    pairs = [cubes.split() for cubes in text.split(", ")]
    return {colour: int(count) for count, colour in pairs}


def oracle(text: str) -> Answers | None:
    """Every bag from the empty one upwards is tried, colour by colour, until each handful can be taken from it."""
    possible = powers = 0
    for number, game in enumerate(read(text), start=1):
        possible += number * all(can_be_taken(game, colour, there) for colour, there in BAG.items())
        power = 1
        for colour in BAG:
            power *= next(there for there in range(MOST_CUBES + 1) if can_be_taken(game, colour, there))
        powers += power
    return str(possible), str(powers)


def can_be_taken(game: Game, colour: str, there: int) -> bool:
    return not any(handful.get(colour, 0) > there for handful in game)


on_games = on_what(read, written)


def handfuls_shuffled(games: list[Game], rng: Random) -> list[Game]:
    return [shuffled(game, rng) for game in games]


def colours_shuffled(games: list[Game], rng: Random) -> list[Game]:
    return [[dict(shuffled(list(handful.items()), rng)) for handful in game] for game in games]


def colour_by_colour(games: list[Game], _: Random) -> list[Game] | None:
    """Each handful as one handful a colour."""
    return fitting([[{colour: n} for handful in game for colour, n in handful.items()] for game in games])


def part_again(games: list[Game], rng: Random) -> list[Game] | None:
    """A handful more in each game: some of one that is there."""
    changed = []
    for game in games:
        colour, n = rng.choice(list(rng.choice(game).items()))
        changed.append([*game, {colour: rng.randint(1, n)}])
    return fitting(changed)


def greatest_in_one(games: list[Game], _: Random) -> list[Game]:
    """One handful a game, of the most cubes of each colour."""
    return [
        [{colour: most for colour in BAG if (most := max(handful.get(colour, 0) for handful in game))}]
        for game in games
    ]


def doubled_cubes(games: list[Game], _: Random) -> list[Game] | None:
    changed = [[{colour: 2 * n for colour, n in handful.items()} for handful in game] for game in games]
    return changed if all(n <= MOST_CUBES for game in changed for handful in game for n in handful.values()) else None


def eight_times(before: Answers, after: Answers) -> bool:
    """Of the product of three; no game becomes possible."""
    (possible, power), (fewer, greater) = whole(before), whole(after)
    return fewer <= possible and greater == 8 * power


def second_time_worth_more(before: Answers, after: Answers) -> bool:
    (possible, power), (more, double) = whole(before), whole(after)
    return (more >= 2 * possible + 1 if possible else more == 0) and double == 2 * power


def one_colour_first(games: list[Game], _: Random) -> list[Game]:
    """A first game of red cubes only; all others have a number that is one higher."""
    return [[{"red": 12}], *games]


def one_and_no_power(before: Answers, after: Answers) -> bool:
    return whole(after)[0] >= whole(before)[0] + 1 and before[1] == after[1]


def red_for_blue(games: list[Game], _: Random) -> list[Game]:
    names = {"red": "blue", "blue": "red", "green": "green"}
    return [[{names[colour]: n for colour, n in handful.items()} for handful in game] for game in games]


def one_red_too_many(games: list[Game], rng: Random) -> list[Game] | None:
    """A handful of 13 red cubes in each game."""
    changed = []
    for game in games:
        at = rng.randint(0, len(game))
        changed.append([*game[:at], {"red": 13}, *game[at:]])
    return fitting(changed)


def fitting(games: list[Game]) -> list[Game] | None:
    return games if all(len(game) <= MOST_HANDFULS for game in games) else None


LAWS = (
    Law("the order of the handfuls does not matter", on_games(handfuls_shuffled), same),
    Law("the order of the colours does not matter", on_games(colours_shuffled), same),
    Law("a handful may be taken colour by colour", on_games(colour_by_colour), same),
    Law("some of a handful again changes nothing", on_games(part_again), same),
    Law("the most of each colour in one handful is as good", on_games(greatest_in_one), same),
    Law("twice the cubes make part 2 eight times as great", on_games(doubled_cubes), eight_times),
    Law("the same games again are worth more, and their power is the same", on_games(twice), second_time_worth_more),
    Law("a game of one colour has no power", on_games(one_colour_first), one_and_no_power),
    Law("red for blue changes no power", on_games(red_for_blue), lambda before, after: before[1] == after[1]),
    Law("with 13 red cubes no game is possible", on_games(one_red_too_many), lambda _, after: after[0] == "0"),
)
