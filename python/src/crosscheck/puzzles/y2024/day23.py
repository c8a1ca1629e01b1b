"""2024 day 23, https://adventofcode.com/2024/day/23

Text: 1 to 4,000 lines `ab-cd`, each a connection of two computers with different names of two small letters. It works both ways. No connection is there
twice, also not the other way round, and no computer has more than 20 of them.
Part 1: the number of sets of three computers, all connected to each other, of which at least one has a name that begins with t.
Part 2: the largest set of computers that are all connected to each other, as their names in alphabetical order, comma separated. If there are several
such sets, the one of which this text comes first in alphabetical order. Two connected computers are such a set.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, product
from random import Random
from string import ascii_lowercase

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, joined, same, shuffled
from crosscheck.puzzles.limit import Limit

TITLE = "LAN Party"
UNIT = "connections"
SIZE = 3_380
MOST, MOST_OF_ONE, GROUP = 4_000, 20, 13
NAMES = [one + two for one, two in product(ascii_lowercase, repeat=2)]
MOST_SETS = 100_000  # of one size, that the oracle keeps
Edge = tuple[str, str]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """A few computers, many of them with a t, and between them anything: noise, sets that are all connected, with ties, sets in which one connection is
    missing, and sets in which each computer lacks one or two others."""
    rng = draw(seeds())
    names = rng.sample(draw(st.sampled_from((NAMES, [name for name in NAMES if "t" in name]))), 24)
    edges: set[Edge] = set()
    for _ in range(draw(st.integers(1, 4))):
        some = rng.sample(names, draw(st.sampled_from((3, 4, 5, 2, 6, 8, 9))))
        pairs = list(combinations(some, 2))
        match draw(st.sampled_from(("all", "all", "one missing", "noise", "partners", "ring"))):
            case "one missing":
                pairs.remove(rng.choice(pairs))
            case "noise":
                pairs = rng.sample(pairs, rng.randint(1, len(pairs)))
            case "partners":
                pairs = [pair for pair in pairs if some.index(pair[0]) // 2 != some.index(pair[1]) // 2]
            case "ring":
                pairs = [(one, two) for one, two in pairs if (some.index(two) - some.index(one)) % len(some) != 1]
        edges |= {(min(pair), max(pair)) for pair in pairs}
    return written(rng, within_bounds(edges) or {("ta", "tb")})


def within_bounds(edges: set[Edge]) -> set[Edge]:
    """Without the connections that would be too many for a computer."""
    kept: set[Edge] = set()
    count: Counter[str] = Counter()
    for edge in sorted(edges):
        if all(count[name] < MOST_OF_ONE for name in edge):
            kept.add(edge)
            count.update(edge)
    return kept


def full(seed: int, size: int = SIZE) -> str:
    """Groups of 13 computers, each with 13 connections. One group is all connected; in the others one connection is missing. All other connections lead
    from group to group."""
    rng = Random(seed)
    count = max(2, min(size, MOST) * 2 // GROUP**2)
    names = rng.sample(NAMES, count * GROUP)
    edges: set[Edge] = set()
    free: list[tuple[int, str]] = []  # what still lacks a connection, once for each
    for group in range(count):
        members = names[group * GROUP : (group + 1) * GROUP]
        missing = members[:2] if group else []
        edges |= {(one, two) for one, two in combinations(members, 2) if [one, two] != missing}
        free += [(group, name) for name in members + missing]
    while free:
        rng.shuffle(free)
        left: list[tuple[int, str]] = []
        for one, two in zip(free[::2], free[1::2], strict=False):
            edge = (one[1], two[1])
            if one[0] == two[0] or edge in edges or edge[::-1] in edges:
                left += [one, two]
            else:
                edges.add(edge)
        if len(left) == len(free) - len(free) % 2:
            break  # nothing fits any more
        free = left + free[len(free) - len(free) % 2 :]
    return written(rng, edges)


def limits() -> Iterator[Limit]:
    rng = Random(23)
    ring = [(one, two) for at, one in enumerate(NAMES) for two in (NAMES * 2)[at + 1 : at + 7]]
    yield Limit("most connections", joined("-".join(edge) for edge in ring[:MOST]), "460, aa,ab,ac,ad,ae,af,ag")
    yield Limit("a connection too many", joined("-".join(edge) for edge in ring[: MOST + 1]), "refused at line 4001")
    full_set = {("ta", name) for name in NAMES[:MOST_OF_ONE]} | set(combinations(NAMES[:MOST_OF_ONE], 2))
    yield Limit("the largest set", written(rng, full_set), f"190, {','.join(NAMES[:MOST_OF_ONE])},ta")


def worst() -> Iterator[tuple[str, str]]:
    """As many connections as there can be, so that there are most largest sets, or sets that are hard to tell from larger ones."""
    rng = Random(24)
    yield "groups that are all connected", copies(rng, 21, lambda one, two: True)
    yield "groups of pairs that are not connected", copies(rng, 22, lambda one, two: one // 2 != two // 2)
    yield "groups of threes that are not connected", copies(rng, 21, lambda one, two: one // 3 != two // 3)
    yield (
        "groups of fives in a ring",
        copies(rng, 20, lambda one, two: one // 5 != two // 5 or (two - one) % 5 in (1, 4)),
    )
    yield "groups of one long ring that is missing", copies(rng, 23, lambda one, two: (two - one) % 23 not in (1, 22))
    yield "two halves", copies(rng, 40, lambda one, two: one < 20 <= two)
    yield "sixths of the connections missing", copies(rng, 24, lambda one, two: (one * one + two * two) % 6 != 1)
    ring = {(one, two) for at, one in enumerate(NAMES) for two in (NAMES * 2)[at + 1 : at + 7]}
    yield "neighbours in one large ring", written(rng, set(sorted(ring)[:MOST]))
    yield "a usual one, larger", full(23, MOST)


def copies(rng: Random, size: int, connected: Callable[[int, int], bool]) -> str:
    """The same group of computers as often as there is room for it."""
    pairs = [(one, two) for one, two in combinations(range(size), 2) if connected(one, two)]
    names = shuffled(NAMES, rng)
    edges: set[Edge] = set()
    for group in range(min(len(NAMES) // size, MOST // len(pairs))):
        edges |= {(names[group * size + one], names[group * size + two]) for one, two in pairs}
    return written(rng, within_bounds(edges))


def written(rng: Random, edges: Iterable[Edge]) -> str:
    """In any order, and either way round."""
    return joined("-".join(rng.sample(edge, 2)) for edge in shuffled(sorted(edges), rng))


def read(text: str) -> list[Edge]:
    return [(line[:2], line[3:]) for line in text.split()]


def oracle(text: str) -> Answers | None:
    """All sets of two, all sets of three, and so on."""
    near: dict[str, set[str]] = {}
    for one, two in read(text):
        near.setdefault(one, set()).add(two)
        near.setdefault(two, set()).add(one)
    sets: list[tuple[str, ...]] = [(one, two) for one in near for two in near[one] if one < two]
    threes = 0
    while True:
        if len(sets) > MOST_SETS:
            return None
        more = [
            (*some, name)
            for some in sets
            for name in near[some[-1]]
            if some[-1] < name and all(name in near[other] for other in some)
        ]
        if len(sets[0]) == 2:
            threes = sum(any(name[0] == "t" for name in some) for some in more)
        if not more:
            return str(threes), min(",".join(some) for some in sets)
        sets = more


def on_edges(change: Callable[[list[Edge], Random], list[Edge] | None]) -> Transform:
    def transform(text: str, rng: Random) -> str | None:
        changed = change(read(text), rng)
        return joined("-".join(edge) for edge in changed) if changed else None

    return transform


def other_order(edges: list[Edge], rng: Random) -> list[Edge]:
    return read(written(rng, edges))


def unused(edges: list[Edge], rng: Random) -> list[str]:
    """Names that no computer has, and that do not begin with t."""
    used = {name for edge in edges for name in edge}
    return shuffled([name for name in NAMES if name not in used and name[0] != "t"], rng)


def renamed(edges: list[Edge], table: dict[str, str]) -> list[Edge]:
    return [(table.get(one, one), table.get(two, two)) for one, two in edges]


def other_names(edges: list[Edge], rng: Random) -> list[Edge]:
    """Those with t in front stay with each other, and so do the others."""
    table: dict[str, str] = {}
    for kind in (True, False):
        some = [name for name in NAMES if (name[0] == "t") == kind]
        table |= zip(some, shuffled(some, rng), strict=True)
    return renamed(edges, table)


def without_t(edges: list[Edge], rng: Random) -> list[Edge] | None:
    """Names with a t in front are exchanged for others."""
    old = sorted({name for edge in edges for name in edge if name[0] == "t"})
    new = unused(edges, rng)
    return renamed(edges, dict(zip(old, new, strict=False))) if len(old) <= len(new) else None


def one_more(edges: list[Edge], rng: Random) -> list[Edge] | None:
    """A new computer, connected to one that is there."""
    name, new = rng.choice(edges)[0], unused(edges, rng)
    if not new or len(edges) == MOST or sum(name in edge for edge in edges) == MOST_OF_ONE:
        return None
    return [*edges, (new[0], name)]


def one_less(edges: list[Edge], rng: Random) -> list[Edge]:
    return rng.sample(edges, len(edges) - 1)


def length(answers: Answers) -> int:
    """How many computers the largest set has."""
    return (answers[1] or "").count(",") + 1


def as_many(before: Answers, after: Answers) -> bool:
    return before[0] == after[0] and length(before) == length(after)


def no_t(before: Answers, after: Answers) -> bool:
    return after[0] == "0" and length(before) == length(after)


def same_if_larger(before: Answers, after: Answers) -> bool:
    """Two computers may come before others that are two."""
    return as_many(before, after) and (length(before) == 2 or before == after)


def one_connection_less(before: Answers, after: Answers) -> bool:
    return int(after[0] or "") <= int(before[0] or "") and length(before) - 1 <= length(after) <= length(before)


LAWS = (
    Law("the order of lines and of names does not matter", on_edges(other_order), same),
    Law("other names change neither the number nor the size of sets", on_edges(other_names), as_many),
    Law("without a t in front part 1 is 0", on_edges(without_t), no_t),
    Law("a computer with one connection changes nothing", on_edges(one_more), same_if_larger),
    Law("with a connection less there is no larger set", on_edges(one_less), one_connection_less),
)
