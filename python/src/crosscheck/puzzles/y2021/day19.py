"""2021 day 19, https://adventofcode.com/2021/day/19

Text: 1 to 50 blocks with one blank line between; each `--- scanner N ---`, N counting from 0, then 1 to 60 beacons `x,y,z`, each coordinate -2000
to 2000, no beacon twice in a block. Scanners overlap if one of the 24 rotations and a shift lay 12 or more beacons of one on beacons of the other;
overlaps connect every scanner with scanner 0. As the puzzle promises, and no solver checks: two scanners overlap in one way at most, and all overlaps
agree on where the scanners are.
Part 1: how many beacons there are.  Part 2: the greatest Manhattan distance between two scanners (0 for one).
"""

from collections import Counter
from collections.abc import Iterator
from itertools import permutations, product
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.law import Answers, Law, joined, same
from crosscheck.puzzles.limit import Limit

TITLE = "Beacon Scanner"
UNIT = "scanners"
SIZE = 38
MOST_SCANNERS, MOST_BEACONS = 50, 60
Point = tuple[int, int, int]
Turn = tuple[tuple[int, int, int], tuple[int, int, int]]


def parity(order: tuple[int, ...]) -> int:
    return sum(a > b for at, a in enumerate(order) for b in order[at:]) % 2


# Which axis each new axis shows, and its sign; a rotation is what keeps left-handed from right-handed.
TURNS: list[Turn] = [
    ((a, b, c), (sx, sy, sz))
    for (a, b, c), (sx, sy, sz) in product(permutations(range(3)), product((1, -1), repeat=3))
    if (sx * sy * sz > 0) == (parity((a, b, c)) == 0)
]


def turned(point: Point, turn: Turn) -> Point:
    (a, b, c), (sx, sy, sz) = turn
    return sx * point[a], sy * point[b], sz * point[c]


def plus(a: Point, b: Point) -> Point:
    return a[0] + b[0], a[1] + b[1], a[2] + b[2]


def minus(a: Point, b: Point) -> Point:
    return a[0] - b[0], a[1] - b[1], a[2] - b[2]


def written(scanners: list[list[Point]]) -> str:
    blocks = [
        joined([f"--- scanner {number} ---", *("{},{},{}".format(*beacon) for beacon in beacons)])
        for number, beacons in enumerate(scanners)
    ]
    return "\n".join(blocks)


def blocks(text: str) -> list[list[Point]]:
    return [[point(line) for line in block.splitlines()[1:]] for block in text.split("\n\n")]


def point(line: str) -> Point:
    x, y, z = map(int, line.split(","))
    return x, y, z


def survey(rng: Random, scanners: int, reach: int, shared: int, own: int, back: int = 6, apart: int = 0) -> str:
    """Scanners that each share beacons with one that came before, seen from its own place, turned its own way, in random order.

    A scanner stands up to `reach` along each axis from the one it overlaps, and sees `reach` far each way. The one it overlaps is among the last
    `back`. Where `apart` is given all stand in a row, so far from each other.
    """

    def near(places: list[Point]) -> Point:
        """A point that all of these scanners can see."""
        low = [max(place[axis] for place in places) - reach for axis in range(3)]
        high = [min(place[axis] for place in places) + reach for axis in range(3)]
        x, y, z = (rng.randint(a, b) for a, b in zip(low, high, strict=True))
        return x, y, z

    places = [(0, 0, 0)]
    seen: list[set[Point]] = [set()]
    for _ in range(scanners - 1):
        neighbour = rng.randrange(max(0, len(places) - back), len(places))
        while len(seen[neighbour]) + shared + own > MOST_BEACONS:
            neighbour = rng.randrange(max(0, len(places) - back), len(places))
        x, y, z = places[neighbour]
        place = (x + rng.randint(-reach, reach), y + rng.randint(-reach, reach), z + rng.randint(-reach, reach))
        if apart:
            place = x + apart, y, z
        common: set[Point] = set()
        while len(common) < shared:
            common.add(near([place, (x, y, z)]))
        places.append(place)
        seen.append(common)
        seen[neighbour] |= common
    for place, beacons in zip(places, seen, strict=True):
        beacons.update(near([place]) for _ in range(own))
    turns = [TURNS[0], *rng.choices(TURNS, k=scanners - 1)]
    reports = [
        [turned(minus(beacon, place), turn) for beacon in rng.sample(sorted(beacons), len(beacons))]
        for place, beacons, turn in zip(places, seen, turns, strict=True)
    ]
    return written([reports[0], *rng.sample(reports[1:], scanners - 1)])


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Few scanners, just enough shared beacons, and often so close together that many distances are alike."""
    rng = Random(draw(st.integers(0, 2**32 - 1)))
    scanners = draw(st.sampled_from((1, 2, 2, 3, 4, 6)))
    return survey(
        rng,
        scanners,
        draw(st.sampled_from((30, 60, 200, 1000))),
        shared=draw(st.sampled_from((12, 12, 14))),
        own=draw(st.integers(1, 4)),
    )


def full(seed: int, size: int = SIZE) -> str:
    return survey(Random(seed), min(size, MOST_SCANNERS), 1000, shared=12, own=2)


def oracle(text: str) -> Answers | None:
    """Every rotation of every scanner against all that is known, and every shift that lays a beacon on a beacon."""
    scanners = blocks(text)
    if len(scanners) > 4:
        return None
    known = [scanners.pop(0)]
    places = [(0, 0, 0)]
    while scanners:
        scanners, left = [], scanners
        for scanner in left:
            if (frame := alignment(scanner, known)) is None:
                scanners.append(scanner)
            else:
                turn, place = frame
                known.append([plus(turned(beacon, turn), place) for beacon in scanner])
                places.append(place)
    beacons = {beacon for scanner in known for beacon in scanner}
    farthest = max(sum(map(abs, minus(a, b))) for a, b in product(places, repeat=2))
    return str(len(beacons)), str(farthest)


def alignment(scanner: list[Point], known: list[list[Point]]) -> tuple[Turn, Point] | None:
    for other, turn in product(known, TURNS):
        shifts = Counter(minus(a, turned(b, turn)) for a, b in product(other, scanner))
        place, hits = shifts.most_common(1)[0]
        if hits >= 12:
            return turn, place
    return None


def beacons_shuffled(text: str, rng: Random) -> str:
    return written([rng.sample(scanner, len(scanner)) for scanner in blocks(text)])


def scanners_shuffled(text: str, rng: Random) -> str:
    scanners = blocks(text)
    return written(rng.sample(scanners, len(scanners)))


def scanners_turned(text: str, rng: Random) -> str:
    """Each scanner its own way."""

    def with_turn(scanner: list[Point], turn: Turn) -> list[Point]:
        return [turned(beacon, turn) for beacon in scanner]

    return written([with_turn(scanner, rng.choice(TURNS)) for scanner in blocks(text)])


def mirrored_sea(text: str, _: Random) -> str:
    return written([[(-x, y, z) for x, y, z in scanner] for scanner in blocks(text)])


def limits() -> Iterator[Limit]:
    yield Limit("fifty scanners", survey(Random(1), MOST_SCANNERS, 2000, shared=12, own=12))
    yield Limit("fifty scanners in one place", scanners(MOST_SCANNERS), "12, 0")
    yield Limit("a scanner too many", scanners(MOST_SCANNERS + 1), "refused at line 701")


def scanners(count: int) -> str:
    """All in one place, turned one way."""
    beacons = "".join(f"{x},{x**2},{x**3 % 97}\n" for x in range(12))
    return "\n".join(f"--- scanner {number} ---\n{beacons}" for number in range(count))


def worst() -> Iterator[tuple[str, str]]:
    """As many scanners and beacons as there may be: far apart, close together, in a chain, and all with the same beacons."""
    rng = Random(19)
    yield "scanners and beacons anywhere", survey(rng, MOST_SCANNERS, 2000, shared=12, own=12)
    for reach in (2000, 200, 40, 20):
        chain = survey(rng, MOST_SCANNERS, reach, shared=12, own=36, back=1)
        yield f"a chain of scanners that see {reach} far", chain
    yield "a row of scanners 3,990 apart", survey(rng, MOST_SCANNERS, 2000, shared=12, own=36, back=1, apart=3990)
    for reach in (2000, 40):
        seen = [(rng.randint(-reach, reach), rng.randint(-reach, reach), rng.randint(-reach, reach)) for _ in range(60)]
        turns = [TURNS[0], *rng.choices(TURNS, k=MOST_SCANNERS - 1)]
        same_sixty = [[turned(beacon, turn) for beacon in rng.sample(seen, len(seen))] for turn in turns]
        yield f"scanners in one place that all see sixty beacons within {reach}", written(same_sixty)
    yield "one scanner", survey(rng, 1, 2000, shared=0, own=MOST_BEACONS)


LAWS = (
    Law("the order of a scanner's beacons does not matter", beacons_shuffled, same),
    Law("the order of the scanners does not matter", scanners_shuffled, same),
    Law("which way a scanner is turned does not matter", scanners_turned, same),
    Law("the sea in the mirror is as full and as wide", mirrored_sea, same),
)
