"""2022 day 19, https://adventofcode.com/2022/day/19

Text: 1 to 30 lines, each a blueprint, numbered 1, 2, 3 and so on in order: `Blueprint 1: Each ore robot costs 4 ore. Each clay robot costs 2 ore. Each obsidian robot costs 3 ore and 14 clay. Each geode robot costs 2 ore and 7 obsidian.` The costs
in ore are 2 to 4 each, the clay is 5 to 20 and the obsidian 7 to 20.
At the start there is one ore robot. In each minute one robot may be started, if all that it costs is there; then every robot that is ready brings one unit of its own kind; then the new
robot is ready.
Part 1: the sum over all blueprints of the number of the blueprint times the most geodes in 24 minutes.
Part 2: the product of the most geodes in 32 minutes over the first three blueprints, or over all if there are fewer.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from math import prod
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, joined, no_less, shuffled, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Not Enough Minerals"
UNIT = "blueprints"
SIZE = 30
EXAMPLES = (100, "the oracle searches for a second and more")
MOST_LINES, MINUTES, MORE_MINUTES, IN_PART_2 = 30, 24, 32, 3
ORE, CLAY, OBSIDIAN = (2, 4), (5, 20), (7, 20)


class Blueprint(NamedTuple):
    """What robots cost: ore for an ore robot, ore for a clay robot, and both for each of the others."""

    ore: int
    clay: int
    obsidian: int
    obsidian_clay: int
    geode: int
    geode_obsidian: int


LEAST = Blueprint(ORE[0], ORE[0], ORE[0], CLAY[0], ORE[0], OBSIDIAN[0])
MOST = Blueprint(ORE[1], ORE[1], ORE[1], CLAY[1], ORE[1], OBSIDIAN[1])


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """The cheapest and the dearest blueprints and those between, with a cost at an end of its range; some give no geode in time. One blueprint, three, and one more or less."""
    rng = draw(seeds())
    count = draw(st.sampled_from((1, 1, 1, 2, 3, 4)))
    kind = draw(st.sampled_from(("any", "any", "ends", "cheap", "dear", "equal")))
    blueprints = [a_blueprint(rng, kind) for _ in range(count)]
    return written(blueprints[:1] * count if kind == "equal" else blueprints)


def a_blueprint(rng: Random, kind: str = "any") -> Blueprint:
    costs = []
    for low, high in zip(LEAST, MOST, strict=True):
        anywhere = rng.randint(low, high)
        near = {
            "ends": rng.choice((low, high)),
            "cheap": rng.choice((low, low, low + 1)),
            "dear": rng.choice((high, high, high - 1)),
        }
        costs.append(near.get(kind, anywhere))
    return Blueprint(*costs)


def full(seed: int, size: int = SIZE) -> str:
    """Costs anywhere in their ranges; ore robots are seldom the cheapest."""
    rng = Random(seed)
    return written(
        [a_blueprint(rng)._replace(ore=rng.choice((2, 3, 3, 4, 4, 4))) for _ in range(min(size, MOST_LINES))]
    )


def limits() -> Iterator[Limit]:
    yield Limit("most blueprints, the dearest", written([MOST] * MOST_LINES), "0, 64")
    yield Limit("a blueprint too many", written([MOST] * (MOST_LINES + 1)), f"refused at line {MOST_LINES + 1}")


def worst() -> Iterator[tuple[str, str]]:
    """Most blueprints, all alike: the cheapest, the dearest, and those in which one kind of robot is cheap and the next one dear, so that bounds promise too much."""
    yield "the cheapest", written([LEAST] * MOST_LINES)
    yield "the dearest", written([MOST] * MOST_LINES)
    for name, blueprint in (
        ("much clay, little obsidian", Blueprint(2, 2, 2, 20, 2, 7)),
        ("little clay, much obsidian", Blueprint(2, 2, 2, 5, 2, 20)),
        ("much clay and obsidian for little ore", Blueprint(2, 2, 2, 20, 2, 20)),
        ("dear ore robots", Blueprint(4, 2, 2, 5, 2, 7)),
        ("dear geode robots", Blueprint(2, 2, 2, 5, 4, 7)),
        ("much ore, little else", Blueprint(4, 4, 4, 5, 4, 7)),
        ("ore for clay", Blueprint(2, 4, 2, 8, 2, 10)),
        ("ore for obsidian", Blueprint(2, 2, 4, 8, 2, 10)),
        ("all in the middle", Blueprint(3, 3, 3, 12, 3, 13)),
    ):
        yield name, written([blueprint] * MOST_LINES)
    rng = Random(19)
    yield "any blueprints", written([a_blueprint(rng) for _ in range(MOST_LINES)])


def written(blueprints: list[Blueprint]) -> str:
    return joined(
        f"Blueprint {number}: Each ore robot costs {ore} ore. Each clay robot costs {clay} ore. "
        f"Each obsidian robot costs {obsidian} ore and {obsidian_clay} clay. "
        f"Each geode robot costs {geode} ore and {geode_obsidian} obsidian."
        for number, (ore, clay, obsidian, obsidian_clay, geode, geode_obsidian) in enumerate(blueprints, start=1)
    )


def read(text: str) -> list[Blueprint]:
    return [Blueprint(*map(int, re.findall("[0-9]+", line)[1:])) for line in text.split("\n") if line]


def oracle(text: str) -> Answers | None:
    """All plans, told by which robot is built next; only for a few blueprints."""
    blueprints = read(text)
    if len(blueprints) > 4:
        return None
    one = sum(number * most_geodes(blueprint, MINUTES) for number, blueprint in enumerate(blueprints, start=1))
    two = prod(most_geodes(blueprint, MORE_MINUTES) for blueprint in blueprints[:IN_PART_2])
    return str(one), str(two)


@cache
def most_geodes(blueprint: Blueprint, minutes: int) -> int:
    """A plan is given up where it could not become the best even if ore were free."""
    costs = (
        (blueprint.ore, 0, 0),
        (blueprint.clay, 0, 0),
        (blueprint.obsidian, blueprint.obsidian_clay, 0),
        (blueprint.geode, 0, blueprint.geode_obsidian),
    )
    enough = [max(cost[kind] for cost in costs) for kind in range(3)]
    best = 0
    seen = set()

    def plan(left: int, robots: tuple[int, ...], stock: tuple[int, ...], geodes: int) -> None:
        """`geodes` are those that the geode robots that are there will have brought in the end."""
        nonlocal best
        best = max(best, geodes)
        if geodes + at_most(blueprint, left, robots, stock) <= best or (left, robots, stock, geodes) in seen:
            return
        seen.add((left, robots, stock, geodes))
        for kind in (3, 2, 1, 0):
            if kind < 3 and robots[kind] >= enough[kind]:
                continue  # more of this cannot be spent
            wait = 0
            while wait < left and any(
                has + wait * by < cost for has, by, cost in zip(stock, robots, costs[kind], strict=True)
            ):
                wait += 1
            wait += 1
            if wait >= left:
                continue
            new = tuple(has + wait * by - cost for has, by, cost in zip(stock, robots, costs[kind], strict=True))
            more = tuple(by + (kind == at) for at, by in enumerate(robots))
            plan(left - wait, more, new, geodes + (left - wait) * (kind == 3))

    plan(minutes, (1, 0, 0), (0, 0, 0), 0)
    return best


def at_most(blueprint: Blueprint, left: int, robots: tuple[int, ...], stock: tuple[int, ...]) -> int:
    """More geodes than any plan: a clay robot comes in every minute, and others whenever there is clay or obsidian for them."""
    (_, clay_robots, obsidian_robots), (_, clay, obsidian) = robots, stock
    geodes = 0
    for after in range(left - 1, 0, -1):
        new_obsidian, new_geode = clay >= blueprint.obsidian_clay, obsidian >= blueprint.geode_obsidian
        clay += clay_robots - new_obsidian * blueprint.obsidian_clay
        obsidian += obsidian_robots - new_geode * blueprint.geode_obsidian
        clay_robots += 1
        obsidian_robots += new_obsidian
        geodes += new_geode * after
    return geodes


def on_blueprints(change: Callable[[list[Blueprint], Random], list[Blueprint] | None]) -> Transform:
    """None where the change leads out of the domain."""

    def transform(text: str, rng: Random) -> str | None:
        changed = change(read(text), rng)
        if changed is None or len(changed) > MOST_LINES:
            return None
        inside = all(low <= cost <= high for each in changed for low, cost, high in zip(LEAST, each, MOST, strict=True))
        return written(changed) if inside else None

    return transform


def first_three_shuffled(blueprints: list[Blueprint], rng: Random) -> list[Blueprint]:
    return shuffled(blueprints[:IN_PART_2], rng) + blueprints[IN_PART_2:]


def one_dearer(blueprints: list[Blueprint], rng: Random) -> list[Blueprint]:
    """One cost is higher by one."""
    at, cost = rng.randrange(len(blueprints)), rng.randrange(len(LEAST))
    dearer = [each + (number == cost) for number, each in enumerate(blueprints[at])]
    return [*blueprints[:at], Blueprint(*dearer), *blueprints[at + 1 :]]


def three_alike(blueprints: list[Blueprint], _: Random) -> list[Blueprint] | None:
    """One blueprint three times."""
    return blueprints * 3 if len(blueprints) == 1 else None


def six_times_and_cubed(before: Answers, after: Answers) -> bool:
    (one, two), (more, cubed) = whole(before), whole(after)
    return more == (1 + 2 + 3) * one and cubed == two**3


def a_fourth(blueprints: list[Blueprint], rng: Random) -> list[Blueprint] | None:
    return [*blueprints, a_blueprint(rng, "cheap")] if len(blueprints) == IN_PART_2 else None


def only_part1(before: Answers, after: Answers) -> bool:
    return before[1] == after[1] and whole(before)[0] <= whole(after)[0]


LAWS = (
    Law(
        "the order of three blueprints does not matter to part 2",
        on_blueprints(first_three_shuffled),
        lambda one, two: one[1] == two[1],
    ),
    Law("dearer robots never bring more", on_blueprints(one_dearer), lambda one, two: no_less(two, one)),
    Law("one blueprint three times", on_blueprints(three_alike), six_times_and_cubed),
    Law("a fourth blueprint is not in part 2", on_blueprints(a_fourth), only_part1),
)
