r"""Not Enough Minerals: https://adventofcode.com/2022/day/19

A blueprint says what each kind of robot costs. Each robot collects one unit of its own resource a minute, and each
minute one robot can be built. Part 1 multiplies the most geodes that a blueprint gives in 24 minutes by its number, and
adds this up. Part 2 multiplies the most geodes in 32 minutes of the first three blueprints.

The states of all blueprints are columns of one array. Minute by minute each state is replaced by its children: nothing
is built, or one of the robots that it can pay for. A state is dropped if its upper bound is not greater than the best
lower bound of its blueprint.

The lower bound is what a simple plan gives from this state on: build a geode robot if possible, otherwise an obsidian
robot if possible. The upper bound is the geodes of an easier game. There each kind of robot has all resources for
itself, and one robot of each kind can be built in a minute. It builds each robot as soon as it can.

No real plan ever has more robots of a kind than the easier game. Take the first minute in which it would, say with its
fifth clay robot. Up to then its income has paid for five clay robots. The easier game never had fewer robots, so its
income was at least as large. So it has built five clay robots by then, too.

>>> costs = "2 ore. Each clay robot costs 2 ore. Each obsidian robot costs 2 ore and 5 clay"
>>> blueprints = parse(f"Blueprint 1: Each ore robot costs {costs}. Each geode robot costs 2 ore and 7 obsidian.\n")
>>> part1(blueprints), part2(blueprints)
(39, 131)
"""

from math import prod

import numpy as np
from numpy.typing import NDArray

from aoc.text import Reader

MOST_BLUEPRINTS, FEW_BLUEPRINTS = 30, 3
MINUTES, MORE_MINUTES = 24, 32
ORE, CLAY, OBSIDIAN, GEODE, NOTHING = range(5)
ORE_COST, CLAY_COST, OBSIDIAN_COST = range(2, 5), range(5, 21), range(7, 21)
TEMPLATE = (
    "Blueprint {}: Each ore robot costs {} ore. Each clay robot costs {} ore. Each obsidian robot costs {} ore and {} "
    "clay. Each geode robot costs {} ore and {} obsidian."
)
NEW_ROBOT = np.eye(4, 5, dtype=np.int64)
Numbers = NDArray[np.int64]


def parse(text: str) -> Numbers:
    """The costs by robot, resource and blueprint. The last robot stands for none, and costs nothing."""
    reader = Reader(text)
    fields = (ORE_COST, ORE_COST, ORE_COST, CLAY_COST, ORE_COST, OBSIDIAN_COST)
    blueprints: list[list[list[int]]] = []
    for number, *costs in reader.records(TEMPLATE, range(1, MOST_BLUEPRINTS + 1), *fields, most=MOST_BLUEPRINTS):
        if number != len(blueprints) + 1:
            raise reader.error(f"blueprint {len(blueprints) + 1}")
        of_ore, of_clay, of_obsidian, clay, of_geode, obsidian = costs
        blueprints.append(
            [[of_ore, 0, 0, 0], [of_clay, 0, 0, 0], [of_obsidian, clay, 0, 0], [of_geode, 0, obsidian, 0], [0, 0, 0, 0]]
        )
    reader.end()
    return np.array(blueprints).transpose(1, 2, 0)


def part1(blueprints: Numbers) -> int:
    return sum(number * geodes for number, geodes in enumerate(most_geodes(blueprints, MINUTES), 1))


def part2(blueprints: Numbers) -> int:
    return prod(most_geodes(blueprints[:, :, :FEW_BLUEPRINTS], MORE_MINUTES))


def most_geodes(blueprints: Numbers, minutes: int) -> list[int]:
    """The most geodes of each blueprint."""
    count = blueprints.shape[2]
    most = np.zeros(count, np.int64)
    # A state is a column: the blueprint, four numbers of resources, and four numbers of robots.
    states = np.vstack([np.arange(count), np.zeros((4, count), np.int64), np.tile(NEW_ROBOT[:, [ORE]], count)])
    for left in range(minutes, 0, -1):
        blueprint, resources, robots = states[0], states[1:5], states[5:]
        costs = blueprints.take(blueprint, axis=2)
        np.maximum.at(most, blueprint, lower_bounds(costs, resources, robots, left))
        can_be_more = upper_bounds(costs, resources, robots, left) > most[blueprint]
        states = children(blueprints, states[:, can_be_more])
    return list(map(int, most))


def lower_bounds(costs: Numbers, resources: Numbers, robots: Numbers, minutes: int) -> Numbers:
    columns = np.arange(robots.shape[1])
    for _ in range(minutes):
        can_build = can_pay(resources, costs)
        robot = np.where(can_build[GEODE], GEODE, np.where(can_build[OBSIDIAN], OBSIDIAN, NOTHING))
        resources = resources + robots - costs[robot, :, columns].T
        robots = robots + NEW_ROBOT[:, robot]
    geodes: Numbers = resources[GEODE]
    return geodes


def upper_bounds(costs: Numbers, resources: Numbers, robots: Numbers, minutes: int) -> Numbers:
    costs = costs[:NOTHING]
    stores = np.repeat(resources[np.newaxis], NOTHING, axis=0)
    for _ in range(minutes):
        is_built = can_pay(stores, costs)
        stores = stores + robots - is_built[:, np.newaxis] * costs
        robots = robots + is_built
    geodes: Numbers = stores[GEODE, GEODE]
    return geodes


def can_pay(stores: Numbers, costs: Numbers) -> NDArray[np.bool_]:
    """Can each robot be built?"""
    is_enough: NDArray[np.bool_] = np.all(stores >= costs, axis=1)
    return is_enough


def children(blueprints: Numbers, states: Numbers) -> Numbers:
    """The states one minute later, each once."""
    costs = blueprints.take(states[0], axis=2)
    can_build = can_pay(states[1:5], costs)
    # No resource is needed faster than the costliest robot takes it.
    can_build[:GEODE] &= states[5:8] < costs.max(axis=0)[:GEODE]
    robot, parent = np.nonzero(can_build)
    blueprint, resources, robots = states[0, parent], states[1:5, parent], states[5:, parent]
    resources = resources + robots - costs[robot, :, parent].T
    return np.ascontiguousarray(np.unique(np.vstack([blueprint, resources, robots + NEW_ROBOT[:, robot]]), axis=1))
