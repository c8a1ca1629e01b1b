r"""Amphipod: https://adventofcode.com/2021/day/23

Amphipods A to D live in four side rooms of a hallway and want to be in the room of their own kind. Each moves twice at
most: out to a place of the hallway that is not in front of a room, and from there home, when none but its own kind are
left there. A step costs 1, 10, 100 or 1000. What is the least energy to bring all home? Part 2 unfolds two more rows of
amphipods.

Most of the energy is not up to anybody: each has to go up, across and down. Only stops that are not on the way cost
more, by twice the detour, so this is Dijkstra's search for the least detours. Whoever can go home does so at once,
which is never wrong and costs nothing more, and is then forgotten: a state is who stands on the seven places of the
hallway and who has to leave each room, in order, and the search ends when nobody is left. States from which not all can
get home are dropped as soon as it shows (see `waits_for_ever`), which spares nine states of ten.

Two rows can always be sorted. But of the 2520 burrows 307 have no solution once they are unfolded, as a search through
each has shown; for these part 2 has no answer. Rust searches packed states guided by an estimate; Haskell
deepens the detours that it allows step by step.

>>> rooms = parse("#############\n#...........#\n###B#A#C#D###\n  #A#B#C#D#\n  #########\n")
>>> part1(rooms), part2(rooms)
(46, 28220)
"""

from collections.abc import Iterator
from heapq import heappop, heappush

from aoc.text import Reader

KINDS = "ABCD"
COST = {"A": 1, "B": 10, "C": 100, "D": 1000}

# Where one can stop in the hallway. Room r is at 2 r + 2, which is between places r + 1 and r + 2 of these.
PLACES = (0, 1, 3, 5, 7, 9, 10)

# The same burrow seen from behind.
MIRROR = str.maketrans("ABCD", "DCBA")

# Who has to leave each room, the first at the front.
Rooms = tuple[str, ...]
State = tuple[str, Rooms]

ALL_HOME: State = (".......", ("", "", "", ""))
INFINITE = 10**9


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
    # Those at the far end that are at home already never move.
    movers = tuple(room.rstrip(kind) for room, kind in zip(rooms, KINDS, strict=True))
    detours = least_detours(movers)
    return None if detours is None else unavoidable(movers) + detours


def unavoidable(rooms: Rooms) -> int:
    """The energy it takes to go up, across and down, without any detour."""
    energy = 0
    for here, movers in enumerate(rooms):
        for depth, kind in enumerate(movers, start=1):
            energy += COST[kind] * (depth + across(here, kind))
    for kind in KINDS:
        arriving = "".join(rooms).count(kind)
        energy += COST[kind] * (arriving * (arriving + 1) // 2)
    return energy


def door(room: int) -> int:
    return 2 * room + 2


def across(room: int, kind: str) -> int:
    """The steps from a room to the one of that kind; one who makes way in its own room goes out and back."""
    return 2 * abs(room - KINDS.index(kind)) or 2


def least_detours(rooms: Rooms) -> int | None:
    start = all_home_who_can(".......", rooms)
    least = {start: 0}
    queue = [(0, start)]
    while queue:
        detours, state = heappop(queue)
        if state == ALL_HOME:
            return detours
        if detours > least[state]:
            continue
        for detour, after in moves(*state):
            if detours + detour < least.get(after, INFINITE) and not is_stuck(*after):
                least[after] = detours + detour
                heappush(queue, (detours + detour, after))
    return None


def moves(hallway: str, rooms: Rooms) -> Iterator[tuple[int, State]]:
    """Every move out of a room: what its detour costs, and what comes of it when all have gone home who can."""
    for room, movers in enumerate(rooms):
        if not movers:
            continue
        kind = movers[0]
        others = (*rooms[:room], movers[1:], *rooms[room + 1 :])
        first = len(hallway[: room + 2].rstrip("."))
        last = 7 - len(hallway[room + 2 :].lstrip("."))
        for place in range(first, last):
            steps = abs(door(room) - PLACES[place]) + abs(door(KINDS.index(kind)) - PLACES[place])
            detour = (steps - across(room, kind)) * COST[kind]
            yield detour, all_home_who_can(hallway[:place] + kind + hallway[place + 1 :], others)


def all_home_who_can(hallway: str, rooms: Rooms) -> State:
    """Whoever has a free way home and a room to go to that nobody has to leave any more, goes."""
    going = not all(rooms)
    while going:
        going = False
        for place, kind in enumerate(hallway):
            if kind != "." and not rooms[home := KINDS.index(kind)]:
                on_the_way = hallway[place + 1 : home + 2] or hallway[home + 2 : place]
                if not on_the_way.strip("."):
                    hallway = hallway[:place] + "." + hallway[place + 1 :]
                    going = True
        for room, movers in enumerate(rooms):
            if movers and not rooms[home := KINDS.index(movers[0])]:
                on_the_way = hallway[min(room, home) + 2 : max(room, home) + 2]
                if not on_the_way.strip("."):
                    rooms = (*rooms[:room], movers[1:], *rooms[room + 1 :])
                    going = True
    return hallway, rooms


def is_stuck(hallway: str, rooms: Rooms) -> bool:
    """Does somebody wait for ever for a way home, to the right or, in the mirror, to the left?"""
    mirrored = tuple(movers.translate(MIRROR) for movers in reversed(rooms))
    return waits_for_ever(hallway, rooms) or waits_for_ever(hallway[::-1].translate(MIRROR), mirrored)


def waits_for_ever(hallway: str, rooms: Rooms) -> bool:
    """Does somebody wait for a way home to the right that is never going to be free?

    Those with homes at the left wait, in turn, until that place is free. None of them may stand in between. Those who
    are still in the room have to leave it first, and to find places beyond it: all at the same time, and nearer than
    anybody there who is not going to leave, which is one of those, too, or one of the same kind.
    """
    for place in range(2, 7):
        home = KINDS.find(hallway[place])
        if place >= home + 2:
            continue
        waiting = KINDS[: place - 1]  # the kinds whose rooms are at the left
        if any(other in waiting for other in hallway[place + 1 : home + 2]):
            return True
        beyond = hallway[home + 2 :]
        for distance, other in enumerate(beyond):
            if other in waiting or other == KINDS[home]:
                beyond = beyond[:distance]
                break
        if sum(other in waiting for other in rooms[home]) > len(beyond):
            return True
    return False
