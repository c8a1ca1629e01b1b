"""2022 day 19, https://adventofcode.com/2022/day/19

Text: 1 to 30 lines, numbered 1, 2, 3 ... in order: `Blueprint 1: Each ore robot costs 2 ore. Each clay robot costs 3 ore. Each obsidian robot costs 4 ore and 5 clay. Each geode robot costs 2 ore and 7 obsidian.`
The costs in ore are 2 to 4; an obsidian robot costs 5 to 20 clay, a geode robot 7 to 20 obsidian.
At the start there is one ore robot and nothing in stock. In each minute at most one robot is started, and paid from the stock; then each robot that was ready before adds one of its own kind to the stock; then the new one is ready.
Part 1: the sum, over the blueprints, of the number of the blueprint times the most geodes that it can give in 24 minutes.
Part 2: the product of the most geodes in 32 minutes of the first three blueprints, or of all where there are fewer.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import product
from math import prod
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, joined, no_less, on_lines, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Not Enough Minerals"
UNIT = "blueprints"
SIZE = 30
MOST, FEW = 30, 3
LOW, HIGH = (2, 2, 2, 5, 2, 7), (4, 4, 4, 20, 4, 20)
Costs = tuple[int, ...]
"""In the order of the line: ore; ore; ore and clay; ore and obsidian."""


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """One to four blueprints: cheap, dear, with cheap clay and dear obsidian and the other way round, and anything; now and then the same twice."""
    rng = draw(seeds())
    count = draw(st.sampled_from((1, 2, 1, 3, 4)))
    kinds = draw(st.sampled_from(("any", "ends", "low", "high", "any")))
    blueprints = [drawn(rng, kinds) for _ in range(count)]
    if count > 1 and rng.random() < 0.2:
        blueprints[-1] = blueprints[0]
    return written(blueprints)


def drawn(rng: Random, kinds: str = "any") -> Costs:
    near = {"low": 0.2, "high": 0.2}.get(kinds, 1)
    costs = list[int]()
    for low, high in zip(LOW, HIGH, strict=True):
        width = round((high - low) * near)
        if kinds == "ends":
            costs.append(rng.choice((low, high)))
        elif kinds == "high":
            costs.append(rng.randint(high - width, high))
        else:
            costs.append(rng.randint(low, low + width))
    return tuple(costs)


def full(seed: int, size: int = SIZE) -> str:
    """All costs anywhere in their ranges, but those of ore and clay robots, and of clay, seldom near the lower end: such blueprints are the hardest."""
    rng = Random(seed)
    draws = (2, 2, 1, 2, 1, 1)
    return written(
        [
            tuple(max(rng.randint(low, high) for _ in range(n)) for n, low, high in zip(draws, LOW, HIGH, strict=True))
            for _ in range(min(size, MOST))
        ]
    )


def written(blueprints: Sequence[Costs]) -> str:
    return joined(
        f"Blueprint {number}: Each ore robot costs {ore} ore. Each clay robot costs {clay} ore. Each obsidian robot costs {obsidian} ore and {of_clay} clay. "
        f"Each geode robot costs {geode} ore and {of_obsidian} obsidian."
        for number, (ore, clay, obsidian, of_clay, geode, of_obsidian) in enumerate(blueprints, 1)
    )


def read(lines: list[str]) -> list[Costs]:
    return [tuple(int(word) for word in line.split() if word.isdigit()) for line in lines]


def limits() -> Iterator[Limit]:
    # By brute force, the cheapest gives 39 geodes in 24 minutes and 131 in 32, and the dearest none and 4.
    cheapest = f"{39 * sum(range(1, MOST + 1))}, {131**FEW}"
    yield Limit("most blueprints, the cheapest of all", written([LOW] * MOST), cheapest)
    yield Limit("most blueprints, the dearest of all", written([HIGH] * MOST), f"0, {4**FEW}")
    yield Limit("a blueprint too many", written([HIGH] * (MOST + 1)), f"refused at line {MOST + 1}")


def worst() -> Iterator[tuple[str, str]]:
    """Cheap blueprints have the most plans; among the others those with costs at one end and the other."""
    yield "the cheapest", written([LOW] * MOST)
    yield "the dearest", written([HIGH] * MOST)
    ends = list(product(*zip(LOW, HIGH, strict=True)))
    yield "costs at the ends, the first ones", written(ends[:MOST])
    yield "costs at the ends, the last ones", written(ends[-MOST:])
    cheap = [(ore, clay, obsidian, 5, geode, 7) for ore, clay, obsidian, geode in product((2, 3, 4), repeat=4)]
    yield "little clay and obsidian", written(cheap[:MOST])
    yield "little clay and obsidian, more ore", written(cheap[-MOST:])
    yield "much clay, little obsidian", written([(2, 2, 2, clay, 2, 7) for clay in range(20, 4, -1)])
    yield "little clay, much obsidian", written([(2, 2, 2, 5, 2, obsidian) for obsidian in range(20, 6, -1)])
    yield "dear ore robots", written([(4, 2, 3, clay, 2, 9) for clay in range(5, 20)])
    yield "dear robots for geodes", written([(2, 3, 3, clay, 4, 12) for clay in range(5, 20)])


def oracle(text: str) -> Answers | None:
    """Every state after every minute, without a bound: only those that have no more of anything than another one with the same robots are left out.

    Where there is so much of a mineral that each minute left can use the most, the rest is thrown away.
    """
    blueprints = read(text.rstrip("\n").split("\n"))
    if len(blueprints) > 4:
        return None
    part1 = sum(number * most_geodes(costs, 24) for number, costs in enumerate(blueprints, 1))
    return str(part1), str(prod(most_geodes(costs, 32) for costs in blueprints[:FEW]))


def most_geodes(costs: Costs, minutes: int) -> int:
    ore, clay, obsidian, of_clay, geode, of_obsidian = costs
    prices = [(ore, 0, 0), (clay, 0, 0), (obsidian, of_clay, 0), (geode, 0, of_obsidian)]
    dearest = max(ore, clay, obsidian, geode), of_clay, of_obsidian
    states: dict[tuple[int, int, int], dict[tuple[int, int, int], int]] = {(1, 0, 0): {(0, 0, 0): 0}}
    for left in range(minutes, 0, -1):
        after: dict[tuple[int, int, int], dict[tuple[int, int, int], int]] = {}
        for robots, stocks in states.items():
            for stock, geodes in stocks.items():
                for kind, price in enumerate([*prices, (0, 0, 0)]):
                    if any(there < cost for there, cost in zip(stock, price, strict=True)):
                        continue
                    if kind < 3 and robots[kind] >= dearest[kind]:
                        continue
                    now = tuple(there - cost + more for there, cost, more in zip(stock, price, robots, strict=True))
                    new = tuple(count + (at == kind) for at, count in enumerate(robots))
                    kept = tuple(
                        min(there, most * (left - 1) - count * (left - 2)) if left > 1 else 0
                        for there, most, count in zip(now, dearest, new, strict=True)
                    )
                    found = after.setdefault((new[0], new[1], new[2]), {})
                    place = kept[0], kept[1], kept[2]
                    found[place] = max(found.get(place, 0), geodes + (left - 1) * (kind == 3))
        states = {robots: best_of(stocks) for robots, stocks in after.items()}
    return max(geodes for stocks in states.values() for geodes in stocks.values())


def best_of(stocks: dict[tuple[int, int, int], int]) -> dict[tuple[int, int, int], int]:
    """Without those that another one is at least as good as in everything."""
    kept = dict[tuple[int, int, int], int]()
    for stock in sorted(stocks, key=lambda stock: (sum(stock), stocks[stock]), reverse=True):
        geodes = stocks[stock]
        beaten = any(
            other[0] >= stock[0] and other[1] >= stock[1] and other[2] >= stock[2] and kept[other] >= geodes
            for other in kept
        )
        if not beaten:
            kept[stock] = geodes
    return kept


def on_blueprints(change: Callable[[list[Costs], Random], list[Costs] | None]) -> Transform:
    def changed(lines: list[str], rng: Random) -> list[str] | None:
        blueprints = change(read(lines), rng)
        return None if blueprints is None else written(blueprints).splitlines()

    return on_lines(changed)


def cheaper(blueprints: list[Costs], rng: Random) -> list[Costs]:
    """One cost of each is 1 less, where it may be."""
    less = list[Costs]()
    for costs in blueprints:
        which = rng.randrange(len(costs))
        less.append(tuple(max(LOW[at], cost - (at == which)) for at, cost in enumerate(costs)))
    return less


def again_at_the_end(blueprints: list[Costs], _: Random) -> list[Costs] | None:
    return [*blueprints, blueprints[0]] if FEW <= len(blueprints) < MOST else None


def first_ones_turned(blueprints: list[Costs], _: Random) -> list[Costs]:
    return blueprints[:FEW][::-1] + blueprints[FEW:]


def twice_in_a_row(blueprints: list[Costs], _: Random) -> list[Costs] | None:
    """A blueprint alone, and once more."""
    return blueprints * 2 if len(blueprints) == 1 else None


def as_often(before: Answers, after: Answers) -> bool:
    (one, two), (three_times, squared) = whole(before), whole(after)
    return three_times == 3 * one and squared == two * two


LAWS = (
    Law("lower costs give no less", on_blueprints(cheaper), no_less),
    Law(
        "part 2 does not depend on the blueprints after the third",
        on_blueprints(again_at_the_end),
        lambda before, after: before[1] == after[1] and whole(before)[0] <= whole(after)[0],
    ),
    Law(
        "part 2 does not depend on the order of the first three",
        on_blueprints(first_ones_turned),
        lambda before, after: before[1] == after[1],
    ),
    Law("a blueprint twice counts three times, and is squared", on_blueprints(twice_in_a_row), as_often),
)
