"""2021 day 23, https://adventofcode.com/2021/day/23

Text: five lines, a burrow with an empty hallway of eleven places and four rooms of two, which hold two each of A, B, C and D in any arrangement:

    #############
    #...........#
    ###C#A#D#B###
      #A#D#B#C#
      #########

An amphipod moves through free places, out of its room into the hallway (never to stop in front of a room) and from there into its own room, once that
holds none but its own kind, as far in as is free. A step costs 1, 10, 100, 1000 for A, B, C, D; the rooms are for A, B, C, D from left to right.
Part 1: the least energy that brings all home.  Part 2: the same with `#D#C#B#A#` and `#D#B#A#C#` put in as second and third row of the rooms.
Where there is no way the answer is `no solution`: never in part 1, and in part 2 for 307 of the 2520 burrows.
"""

from collections.abc import Iterator
from heapq import heappop, heappush
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.law import Answers, Law, unchanged
from crosscheck.puzzles.limit import Limit

TITLE = "Amphipod"
UNIT = "burrows"
SIZE = 1
HOME = "AABBCCDD"
LOST = "no solution"
LOST_BURROW = "BADADCCB"  # one of the 307
STATES = 4000


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Any arrangement, and ones a swap or two from home."""
    if draw(st.booleans()):
        return burrow(draw(st.permutations(HOME)))
    letters = list("ABCDABCD")
    for _ in range(draw(st.integers(0, 2))):
        a, b = draw(st.integers(0, 7)), draw(st.integers(0, 7))
        letters[a], letters[b] = letters[b], letters[a]
    return burrow(letters)


def full(seed: int, size: int = SIZE) -> str:
    """All sizes are one: the burrow has the size it has."""
    return burrow(Random(seed).sample(HOME, 8))


def burrow(letters: list[str]) -> str:
    """The upper row's four letters, then the lower row's."""
    a, b, c, d, e, f, g, h = letters
    return f"#############\n#...........#\n###{a}#{b}#{c}#{d}###\n  #{e}#{f}#{g}#{h}#\n  #########\n"


def letters_of(text: str) -> list[str]:
    return [letter for letter in text if letter in HOME]


def oracle(text: str) -> Answers | None:
    """Part 1 alone, and only where the cheapest first, one step at a time, gets home soon. Part 2 is None for "not known", not "does not exist"."""
    upper, lower = letters_of(text)[:4], letters_of(text)[4:]
    start = tuple("." * 11), tuple(zip(upper, lower, strict=True))
    best = {start: 0}
    queue = [(0, start)]
    while queue and len(best) < STATES:
        energy, state = heappop(queue)
        if all(set(room) == {kind} for kind, room in zip("ABCD", state[1], strict=True)):
            return str(energy), None
        if energy > best[state]:
            continue
        for cost, after in moves(state):
            if energy + cost < best.get(after, energy + cost + 1):
                best[after] = energy + cost
                heappush(queue, (energy + cost, after))
    return None


State = tuple[tuple[str, ...], tuple[tuple[str, str], ...]]


def moves(state: State) -> list[tuple[int, State]]:
    """Every move out of a room into the hallway or from there home, with what it costs."""
    hall, rooms = state
    found: list[tuple[int, State]] = []
    for at, room in enumerate(rooms):
        door = 2 + 2 * at
        depth = next((depth for depth, who in enumerate(room) if who != "."), None)
        if depth is None:
            continue
        who = room[depth]
        left = "." if depth == 0 else room[0]
        emptied = (".", room[1]) if depth == 0 else (left, ".")
        for side in (range(door, -1, -1), range(door, 11)):
            for place in side:
                if hall[place] != ".":
                    break
                if place not in (2, 4, 6, 8):
                    after = (*hall[:place], who, *hall[place + 1 :]), (*rooms[:at], emptied, *rooms[at + 1 :])
                    found.append(((abs(place - door) + depth + 1) * price(who), after))
    for place, who in enumerate(hall):
        if who == ".":
            continue
        at = "ABCD".index(who)
        door = 2 + 2 * at
        between = hall[place + 1 : door + 1] if place < door else hall[door:place]
        if set(between) <= {"."} and set(rooms[at]) <= {".", who}:
            depth = 1 if rooms[at][1] == "." else 0
            filled = (".", who) if depth == 1 else (who, who)
            after = (*hall[:place], ".", *hall[place + 1 :]), (*rooms[:at], filled, *rooms[at + 1 :])
            found.append(((abs(place - door) + depth + 1) * price(who), after))
    return found


def price(who: str) -> int:
    return int(10 ** "ABCD".index(who))


def rows_shuffled(text: str, rng: Random) -> str:
    letters = letters_of(text)
    return burrow(rng.sample(letters[:4], 4) + rng.sample(letters[4:], 4))


def both_as_even(before: Answers, after: Answers) -> bool:
    """Doors are an even number of steps apart, so an A's steps are even or odd as the depths it leaves and reaches; all other energy is even."""
    return all(
        a == LOST or b == LOST or (int(a) - int(b)) % 2 == 0 for a, b in zip(known(before), known(after), strict=True)
    )


def rest_alone(before: Answers, _after: Answers) -> bool:
    """The two rows put in hold two D that must go from the room farthest from theirs: at least 2 up, 6 along and 1 down, and 3, 6 and 2."""
    part2 = known(before)[1]
    return part2 == LOST or int(part2) >= (2 + 6 + 1 + 3 + 6 + 2) * 1000


def known(answers: Answers) -> tuple[str, str]:
    one, two = answers
    assert one is not None
    assert two is not None
    return one, two


def limits() -> Iterator[Limit]:
    yield Limit("everyone in the wrong order", burrow(list("DCBADCBA")), "19162, 47274")


def worst() -> Iterator[tuple[str, str]]:
    """Burrows in which many moves must be tried: without a solution, with everyone in the wrong room, and nearly home."""
    yield "no solution", burrow(list(LOST_BURROW))
    yield "everyone in the wrong order", burrow(list("DCBADCBA"))
    yield "everyone one room off", burrow(list("BCDABCDA"))
    yield "everyone at home", burrow(list("ABCDABCD"))
    yield "everyone in pairs", burrow(list("DDCCBBAA"))


LAWS = (
    Law("another order within the rows leaves the energies odd or even", rows_shuffled, both_as_even),
    Law("part 2 pays at least for the two D put in", unchanged, rest_alone),
)
