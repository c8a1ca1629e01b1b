"""2021 day 12, https://adventofcode.com/2021/day/12

Text: lines `a-b`, each a way between two caves. A cave's name is letters, all upper case (a big cave)
or all lower case (a small one); two small ones are `start` and `end`, which must both appear, else
the text ends too soon. Besides them there are at most 10 small and 10 big caves. No way is there
twice, in either direction; none joins a cave to itself or two big caves.
Part 1: how many paths lead from start to end that come to no small cave twice (0 where there is no
way).
Part 2: how many, where one small cave other than start and end may be come to twice.
"""

from collections.abc import Iterator
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import (
    Answers,
    Law,
    joined,
    on_lines,
    part2_at_least_part1,
    same,
    same_part1,
    shuffled,
    unchanged,
)
from crosscheck.puzzles.limit import Limit

TITLE = "Passage Pathing"
UNIT = "caves"
SIZE = 12
SMALL = ("a", "b", "c", "zz", "en", "starts", "ends", "x", "y", "averylongname")
BIG = ("A", "B", "ZZ", "EN", "START", "END", "X", "Y", "C", "AVERYLONGNAME")
TOO_MANY = 3000
SMALL_CAVES = st.sampled_from((0, 1, 2, 3, 4, 5, 10))
BIG_CAVES = st.sampled_from((0, 1, 2, 3, 10))
CHOICE = st.integers(0, 999)
CHOICES = st.lists(CHOICE, min_size=1, max_size=16)


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Few caves; among them start joined to end, dead ends, caves out of reach, and no way at all."""
    small = SMALL[: draw(SMALL_CAVES)]
    big = BIG[: draw(BIG_CAVES)]
    caves = ["start", "end", *small, *big]
    ways = [(one, two) for at, one in enumerate(caves) for two in caves[at + 1 :] if one.islower() or two.islower()]
    chosen = [*dict.fromkeys(ways[at % len(ways)] for at in draw(CHOICES))]
    names = {name for way in chosen for name in way}
    for missing in ("start", "end"):
        if missing not in names:
            others = [way for way in ways if missing in way and way not in chosen]
            chosen.append(others[draw(CHOICE) % len(others)])
            names.update(chosen[-1])
    return joined(turned_round(["-".join(way) for way in chosen], draw(seeds())))


def full(seed: int, size: int = SIZE) -> str:
    """Two big caves for five small ones; at most 10 of each, however great the size."""
    rng = Random(seed)
    count = min(max(size - 2, 1), 20)
    bigs = min(10, max(count // 3, count - 10))
    names: set[str] = {"start", "end"}

    def name() -> str:
        while (new := "".join(rng.choice("bcdfghjkmnpqrstvwxyz") for _ in range(2))) in names:
            pass
        names.add(new)
        return new

    small = [name() for _ in range(count - bigs)]
    big = [name().upper() for _ in range(bigs)]
    ways: set[frozenset[str]] = set()
    for at, cave in enumerate(small):  # a chain, so that there is a way
        ways.add(frozenset((cave, rng.choice(big) if big and rng.random() < 0.5 else ["start", *small][at])))
    ends = rng.sample(small, min(2, len(small)))
    ways |= {frozenset(("start", ends[0])), frozenset(("end", ends[-1]))}
    for cave in big:
        for other in rng.sample(["start", "end", *small], min(len(small) + 2, 4)):
            ways.add(frozenset((cave, other)))
    return joined("-".join(rng.sample(sorted(way), 2)) for way in shuffled(sorted(ways, key=sorted), rng))


def oracle(text: str) -> Answers | None:
    """Every path, walked."""
    ways = [line.split("-") for line in text.split()]
    near: dict[str, list[str]] = {}
    for one, two in ways:
        near.setdefault(one, []).append(two)
        near.setdefault(two, []).append(one)
    once = twice = 0
    paths = [["start"]]
    steps = 0
    while paths:
        steps += 1
        if steps > TOO_MANY:
            return None
        path = paths.pop()
        if path[-1] == "end":
            small = [cave for cave in path if cave.islower()]
            once += len(set(small)) == len(small)
            twice += 1
            continue
        for cave in near[path[-1]]:
            small = [name for name in [*path, cave] if name.islower()]
            if cave != "start" and len(small) - len(set(small)) <= 1:
                paths.append([*path, cave])
    return str(once), str(twice)


def turned_round(lines: list[str], rng: Random) -> list[str]:
    return ["-".join(rng.sample(line.split("-"), 2)) for line in lines]


def start_for_end(lines: list[str], _: Random) -> list[str]:
    swap = {"start": "end", "end": "start"}
    return ["-".join(swap.get(cave, cave) for cave in line.split("-")) for line in lines]


def renamed(lines: list[str], rng: Random) -> list[str]:
    """Other names for all caves, of the same kind."""
    caves = sorted({cave for line in lines for cave in line.split("-")} - {"start", "end"})
    fresh = rng.sample([f"{one}{two}{three}" for one in "qrs" for two in "aeiouqz" for three in "mn"], len(caves))
    names = {cave: new if cave.islower() else new.upper() for cave, new in zip(caves, fresh, strict=True)}
    return ["-".join(names.get(cave, cave) for cave in line.split("-")) for line in lines]


def dead_end(lines: list[str], rng: Random) -> list[str] | None:
    """A new cave beyond a small one (or start), with no way on from it."""
    small = sorted({cave for line in lines for cave in line.split("-") if cave.islower()})
    return [*lines, f"{rng.choice(small)}-dead"] if len(small) < 12 else None


def limits() -> Iterator[Limit]:
    yield Limit("ten small and ten big caves, all joined", dense())


def dense() -> str:
    """Every small cave joined to every big one."""
    small = ["start", "end", *"abcdefghij"]
    return "".join(f"{one}-{two}\n" for one in small for two in "ABCDEFGHIJ")


def worst() -> Iterator[tuple[str, str]]:
    """As many caves as there may be, and as many ways between them."""
    small = ["start", "end", *"abcdefghij"]
    among = [f"{one}-{two}\n" for at, one in enumerate(small) for two in small[at + 1 :]]
    yield "ten small and ten big caves, all joined but the small ones", dense()
    yield "ten small and ten big caves, all joined", dense() + "".join(among)
    yield "ten small caves, all joined", "".join(among)
    yield "ten small caves around one big one", "".join(f"{one}-A\n" for one in small)
    yield "all joined, and no way to the end", "".join(way for way in among if "end" not in way) + "end-A\n"


LAWS = (
    Law("the order of the lines does not matter", on_lines(shuffled), same),
    Law("the direction of a line does not matter", on_lines(turned_round), same),
    Law("start for end changes nothing", on_lines(start_for_end), same),
    Law("names do not matter", on_lines(renamed), same),
    Law("a dead end changes nothing in part 1", on_lines(dead_end), same_part1),
    Law("part 2 is at least part 1", unchanged, part2_at_least_part1),
)
