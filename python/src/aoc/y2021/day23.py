r"""Amphipod: https://adventofcode.com/2021/day/23

What is the least energy that brings all amphipods home? Each has to go up, across and down; only a stop that is not on
the way costs more, by twice the detour. So it is enough to find the least detours. How much the rest of a game
costs in detours, at least, depends only on where everyone is. So the search tries all moves and remembers the answer
for each state. A move whose own detour costs as much as the best that is known is not followed.

Going home costs no detour, is in nobody's way and can be done in any order, so whoever can go home does so at once, and
is then forgotten: a state is the hallway, and those who have to leave each room. A move is one amphipod's way out of its
room to a place in the hallway.

>>> rooms = parse("#############\n#...........#\n###B#A#C#D###\n  #A#B#C#D#\n  #########\n")
>>> part1(rooms), part2(rooms)
(46, 28220)
"""

from functools import cache
from itertools import product
from math import inf

from aoc.text import Reader

KINDS = "ABCD"
COST = {"A": 1, "B": 10, "C": 100, "D": 1000}

# Where one can stop in the hallway. The door of room r is at 2r + 2, between the stops r + 1 and r + 2.
STOPS = (0, 1, 3, 5, 7, 9, 10)
EMPTY = "......."

# Who has to leave each room, the first at the front.
Rooms = tuple[str, ...]


def parse(text: str) -> Rooms:
    """Who is in each room, from the hallway inwards?"""
    reader = Reader(text)
    letters = ""
    for before, after in ("#############\n#...........#\n###", "##\n"), ("  #", "\n  #########"):
        reader.literal(before)
        for _ in KINDS:
            at = reader.at
            letters += reader.one_of(tuple(KINDS))
            if letters.count(letters[-1]) > 2:
                raise reader.error("no more than two of a kind", at)
            reader.literal("#")
        reader.literal(after)
    reader.end()
    return tuple(upper + lower for upper, lower in zip(letters[:4], letters[4:], strict=True))


def part1(rooms: Rooms) -> int | None:
    return least_energy(rooms)


def part2(rooms: Rooms) -> int | None:
    unfolded = "DD", "CB", "BA", "AC"
    return least_energy(tuple(room[0] + middle + room[1] for room, middle in zip(rooms, unfolded, strict=True)))


def least_energy(rooms: Rooms) -> int | None:
    @cache
    def least_detours(hallway: str, rooms: Rooms) -> float:
        """What do detours cost at least from here on?"""
        if hallway == EMPTY and not any(rooms):
            return 0
        least = inf
        for room, movers in enumerate(rooms):
            if movers:
                kind, others = movers[0], (*rooms[:room], movers[1:], *rooms[room + 1 :])
                for stop in range(*free(hallway, room)):
                    cost = DETOURS[room, kind, stop]
                    if cost < least:
                        after = send_home(hallway[:stop] + kind + hallway[stop + 1 :], others)
                        least = min(least, cost + least_detours(*after))
        return least

    # Those at the far end that are at home already never move.
    movers = tuple(room.rstrip(kind) for room, kind in zip(rooms, KINDS, strict=True))
    detours = least_detours(*send_home(EMPTY, movers))
    return None if detours == inf else unavoidable(movers) + int(detours)


def unavoidable(rooms: Rooms) -> int:
    """The energy it takes to go up, across and down, without any detour."""
    energy = 0
    for room, movers in enumerate(rooms):
        for depth, kind in enumerate(movers, start=1):
            energy += COST[kind] * (depth + across(room, kind))
    for kind in KINDS:
        energy += COST[kind] * sum(range("".join(rooms).count(kind) + 1))
    return energy


def across(room: int, kind: str) -> int:
    """The steps from a room to the one of that kind; one that makes way in its own room goes out and back."""
    return 2 * abs(room - KINDS.index(kind)) or 2


def detour(room: int, kind: str, stop: int) -> int:
    """What it costs more to get from this room to the one of that kind with this stop."""
    steps = abs(STOPS[stop] - 2 * room - 2) + abs(STOPS[stop] - 2 * KINDS.index(kind) - 2)
    return (steps - across(room, kind)) * COST[kind]


DETOURS = {key: detour(*key) for key in product(range(4), KINDS, range(7))}


def free(hallway: str, room: int) -> tuple[int, int]:
    """From which stop on and before which one is the hallway free on both sides of this room's door?"""
    return len(hallway[: room + 2].rstrip(".")), 7 - len(hallway[room + 2 :].lstrip("."))


def send_home(hallway: str, rooms: Rooms) -> tuple[str, Rooms]:
    """Whoever has a free way home and a room that nobody has to leave any more, goes."""
    for home, kind in enumerate(KINDS):
        if not rooms[home]:
            first, last = free(hallway, home)
            for place in (first - 1, last):
                if hallway[place : place + 1] == kind:
                    return send_home(hallway[:place] + "." + hallway[place + 1 :], rooms)
            for room, movers in enumerate(rooms):
                if movers.startswith(kind) and first <= room + 2 <= last:
                    return send_home(hallway, (*rooms[:room], movers[1:], *rooms[room + 1 :]))
    return hallway, rooms
