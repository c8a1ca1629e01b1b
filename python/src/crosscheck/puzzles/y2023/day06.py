"""2023 day 6, https://adventofcode.com/2023/day/6

Text: a line `Time:` and 1 to 4 numbers, each 1 to 99; a line `Distance:` and as many numbers, each 1 to 9,999. Before each number is at least one blank,
and none behind the last. Numbers have no leading zeros.
A boat that is held for h of the T milliseconds of a race moves by h millimetres in each of the others. It wins if it goes farther than the distance; as
far is not enough.
Part 1: the product, over all races, of how many whole numbers h win.
Part 2: how many h win the one race whose time is all digits of the first line, and whose distance is all digits of the second.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from random import Random
from typing import NamedTuple, TypeAlias

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, no_less, same, same_part1, shuffled, twice, unchanged, whole

TITLE = "Wait For It"
UNIT = "races"
SIZE = 4
MOST_RACES, MOST_TIME, MOST_DISTANCE = 4, 99, 9_999


class Race(NamedTuple):
    time: int
    distance: int


Races: TypeAlias = list[Race]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Distances that some h reaches exactly, misses by one or beats by one, in each race or in the long one; and anything."""
    rng = draw(seeds())
    count = draw(st.integers(1, MOST_RACES))
    most = draw(st.sampled_from((4, 9, 9, 30, MOST_TIME)))
    times = draw(st.lists(st.integers(1, most), min_size=count, max_size=count))
    kind = draw(st.sampled_from(("each", "each", "joined", "joined", "anything", "ends")))
    if kind == "joined":
        split = parts(str(close_to(rng, int("".join(map(str, times))))), count, rng)
        if split:
            return written([Race(*race) for race in zip(times, split, strict=True)], rng)
    chosen = []
    for time in times:
        anything = (
            rng.choice((1, 2, MOST_DISTANCE - 1, MOST_DISTANCE)) if kind == "ends" else rng.randint(1, MOST_DISTANCE)
        )
        chosen.append(Race(time, anything if kind in ("anything", "ends") else close_to(rng, time)))
    return written(chosen, rng)


def close_to(rng: Random, time: int) -> int:
    """A distance that a boat of this race reaches, or one that is near it; often the greatest of all."""
    hold = rng.choice((time // 2, time // 2, rng.randint(0, time)))
    return max(1, hold * (time - hold) + rng.choice((-1, 0, 0, 1)))


def parts(digits: str, count: int, rng: Random) -> list[int] | None:
    """The digits as so many distances, where that can be."""
    for _ in range(20):
        cuts = [0, *sorted(rng.sample(range(1, len(digits)), count - 1)), len(digits)] if len(digits) >= count else []
        pieces = [digits[start:end] for start, end in pairwise(cuts)]
        if pieces and all(piece[0] != "0" and len(piece) <= len(str(MOST_DISTANCE)) for piece in pieces):
            return [int(piece) for piece in pieces]
    return None


def full(seed: int, size: int = SIZE) -> str:
    """Times of two digits, and distances of three or four that some h beats; one race in eight has an h that only ties."""
    rng = Random(seed)
    races = []
    for _ in range(min(size, MOST_RACES)):
        time = rng.randint(40, MOST_TIME)
        hold = rng.randint(time // 8, time // 2 - 3)
        races.append(
            Race(time, hold * (time - hold) + (0 if rng.random() < 0.125 else rng.randint(1, time - 2 * hold - 2)))
        )
    return columns(races)


def worst() -> Iterator[tuple[str, str]]:
    """Longest times: the distance least, just beaten, reached or not, and greatest."""
    for name, last, distances in (
        ("the least distance", MOST_TIME, (1, 1, 1, 1)),
        ("two ways to win", MOST_TIME, (2499, 9999, 4999, 9999)),
        ("three ways to win", MOST_TIME - 1, (2499, 9998, 9999, 9999)),
        ("just too far", MOST_TIME, (2499, 9999, 5000, 1000)),
        ("some ten thousand ways to win", MOST_TIME, (2499, 9999, 2499, 9999)),
        ("half of the greatest distance", MOST_TIME, (1249, 9999, 7499, 9999)),
        ("the greatest distance", MOST_TIME, (9999, 9999, 9999, 9999)),
    ):
        times = (MOST_TIME, MOST_TIME, MOST_TIME, last)
        yield name, columns([Race(*race) for race in zip(times, distances, strict=True)])


def written(races: Races, rng: Random) -> str:
    """With any number of blanks, often one."""
    most = rng.choice((1, 1, 9))
    lines = ["Time:", "Distance:"]
    for race in races:
        for at, number in enumerate(race):
            lines[at] += " " * rng.randint(1, most) + str(number)
    return "".join(f"{line}\n" for line in lines)


def columns(races: Races) -> str:
    """As the site has it: each number at the right of its column."""
    lines = (("Time:", [race.time for race in races]), ("Distance:", [race.distance for race in races]))
    return "".join(f"{name:9}" + "".join(f"{number:7}" for number in numbers) + "\n" for name, numbers in lines)


def read(text: str) -> Races:
    times, distances = text.split("\n")[:2]
    return [
        Race(int(time), int(distance)) for time, distance in zip(times.split()[1:], distances.split()[1:], strict=True)
    ]


def oracle(text: str) -> Answers | None:
    """Every h is tried; part 2 only where the race is short."""
    races = read(text)
    product = 1
    for race in races:
        product *= wins(race)
    long = Race(int("".join(str(race.time) for race in races)), int("".join(str(race.distance) for race in races)))
    return str(product), str(wins(long)) if long.time < 10_000 else None


def wins(race: Race) -> int:
    return sum(hold * (race.time - hold) > race.distance for hold in range(race.time + 1))


def on_races(change: Callable[[Races, Random], Races | None]) -> Transform:
    def transform(text: str, rng: Random) -> str | None:
        changed = change(read(text), rng)
        return None if changed is None or len(changed) > MOST_RACES else written(changed, rng)

    return transform


def other_blanks(races: Races, _: Random) -> Races:
    return races


def one_race(races: Races, rng: Random) -> Races:
    return [rng.choice(races)]


def one_way_more(races: Races, rng: Random) -> Races:
    """A race of 4 milliseconds and 3 millimetres, which only h = 2 wins."""
    return with_race(races, Race(4, 3), rng)


def lost_race(races: Races, rng: Random) -> Races:
    """A race in which the best boat only ties."""
    return with_race(races, Race(5, 6), rng)


def with_race(races: Races, race: Race, rng: Random) -> Races:
    at = rng.randint(0, len(races))
    return [*races[:at], race, *races[at:]]


def nearer(races: Races, rng: Random) -> Races | None:
    """A distance that is one less, and has as many digits."""
    places = [
        at
        for at, race in enumerate(races)
        if len(str(race.distance - 1)) == len(str(race.distance)) and race.distance > 1
    ]
    if not places:
        return None
    at = rng.choice(places)
    return [*races[:at], Race(races[at].time, races[at].distance - 1), *races[at + 1 :]]


def other_cuts(races: Races, rng: Random) -> Races | None:
    """The digits of the distances, parted at other places."""
    split = parts("".join(str(race.distance) for race in races), len(races), rng)
    if split is None:
        return None
    return [Race(race.time, distance) for race, distance in zip(races, split, strict=True)]


def odd_times(races: Races, _: Random) -> Races:
    return [Race(race.time | 1, race.distance) for race in races]


def all_even(_: Answers, after: Answers) -> bool:
    return all(answer % 2 == 0 for answer in whole(after))


def last_time_longer(races: Races, _: Random) -> Races | None:
    """One millisecond more in the last race, where that makes no digit more."""
    *others, last = races
    return [*others, Race(last.time + 1, last.distance)] if last.time not in (9, MOST_TIME) else None


def part2_won_with_part1(answers: Answers, _: Answers) -> bool:
    """D + 1 is at most the square of T / 2, so the joined distance is below the square of half of the joined time."""
    one, two = whole(answers)
    return one == 0 or two > 0


LAWS = (
    Law("the number of blanks does not matter", on_races(other_blanks), same),
    Law("the order of the races does not matter in part 1", on_races(shuffled), same_part1),
    Law("of one race both parts are equal", on_races(one_race), lambda _, after: after[0] == after[1]),
    Law(
        "the same races again square part 1",
        on_races(twice),
        lambda before, after: whole(after)[0] == whole(before)[0] ** 2,
    ),
    Law("a race that can be won in one way leaves part 1 alone", on_races(one_way_more), same_part1),
    Law("a race that only ties makes part 1 zero", on_races(lost_race), lambda _, after: after[0] == "0"),
    Law("a lesser distance is beaten in no fewer ways", on_races(nearer), no_less),
    Law("a longer time is won in no fewer ways", on_races(last_time_longer), no_less),
    Law(
        "part 2 is the same wherever the distances are cut",
        on_races(other_cuts),
        lambda before, after: before[1] == after[1],
    ),
    Law("a race of odd time is won in an even number of ways", on_races(odd_times), all_even),
    Law("part 2 can be won if part 1 can", unchanged, part2_won_with_part1),
)
