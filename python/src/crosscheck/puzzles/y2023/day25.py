"""2023 day 25, https://adventofcode.com/2023/day/25

Text: 1 to 2,500 lines `abc: def ghi`: a component and 1 to 30 others that it is connected with. Names have three letters a-z, and there are at most 2,000 of
them. No component is connected with itself, no connection is told twice, be it from its other end. A component may have several lines, or none of its own.
Two components are held together by four if four paths without a common connection join them. By this all components fall into exactly two groups, and
exactly three connections run between the two. So there is one way only to cut all into two by taking three connections away, and none by fewer.
Part 1: the number of components of one group times that of the other. There is no part 2.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, product
from random import Random
from string import ascii_lowercase

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, joined, on_lines, same, shuffled
from crosscheck.puzzles.limit import Limit

TITLE = "Snowverload"
UNIT = "components"
SIZE = 1_500
MOST_LINES, MOST_NAMES, MOST_ON_THE_RIGHT = 2_500, 2_000, 30
Edge = tuple[int, int]
Edges = set[Edge]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Two groups, each in one piece that no three connections can part, with three connections in between: from three names each, or all from one. A group may
    be a single component.
    """
    rng = draw(seeds())
    kinds = st.sampled_from((rings, rings, clique, band, one, cliques, thick_grid))
    sizes = st.sampled_from((6, 7, 8, 5, 11, 16))
    first = draw(kinds)(rng, draw(sizes))
    second = draw(st.sampled_from((rings, clique, band, cliques)))(rng, draw(sizes))
    edges = bridged(rng, first, second, *draw(st.sampled_from(((3, 3), (3, 2), (2, 3), (2, 2), (1, 3), (3, 1)))))
    return written(rng, edges, draw(st.sampled_from((30, 30, 4, 1))), draw(st.sampled_from((26, 26, 3))))


def edge(one: int, other: int) -> Edge:
    return min(one, other), max(one, other)


def ring(order: list[int], step: int = 1) -> Edges:
    return {edge(order[at], order[at - step]) for at in range(len(order))}


def one(_: Random, __: int) -> Edges:
    """A single component, as a set of connections: those of three names and it are added later."""
    return set()


def rings(rng: Random, size: int) -> Edges:
    """Two rings through all, which share no connection, so that every cut is crossed four times; and some connections more."""
    order = rng.sample(range(size), size)
    edges = ring(order) | ring(order, 2)
    for _ in range(20):
        other = ring(rng.sample(range(size), size))
        if len(ring(order) | other) == 2 * size:
            edges = ring(order) | other
            break
    for _ in range(rng.choice((0, 0, 1, size // 4))):
        edges.add(edge(*rng.sample(range(size), 2)))
    return edges


def clique(_: Random, size: int) -> Edges:
    return set(combinations(range(size), 2))


def band(_: Random, size: int) -> Edges:
    """A ring in which each is connected with the next two on both sides: long ways, and none with more than four connections."""
    return ring(list(range(size))) | ring(list(range(size)), 2)


def cliques(_: Random, size: int) -> Edges:
    """Groups of five or six, all of them connected with each other, in a row with four connections between neighbours."""
    edges: Edges = set()
    starts = list(range(0, max(1, size - 4), 5))
    for start, end in zip(starts, [*starts[1:], size], strict=True):
        edges |= set(combinations(range(start, end), 2))
        edges |= {(start - 5 + at, start + at) for at in range(4) if start}
    return edges


def thick_grid(_: Random, size: int) -> Edges:
    """A grid whose rows and columns are rings, at least three by three."""
    side = max(3, round(size**0.5))
    cells = [[row * side + column for column in range(side)] for row in range(side)]
    return {each for line in [*cells, *zip(*cells, strict=True)] for each in ring(list(line))}


def bridged(rng: Random, first: Edges, second: Edges, ends: int = 3, other_ends: int = 3) -> Edges:
    """Two groups and three connections between them, which have so many ends in each."""
    count, other_count = (max((two[1] for two in edges), default=0) + 1 for edges in (first, second))
    ends, other_ends = (1, 3) if count == 1 else (ends, other_ends)
    left, right = rng.sample(range(count), ends), rng.sample(range(count, count + other_count), other_ends)
    between = rng.sample(list(product(left, right)), 3)
    return first | set(between) | {(one + count, other + count) for one, other in second}


def names_for(rng: Random, letters: int) -> Iterator[str]:
    """All names of so many letters in any order, and then those of all letters."""
    few = ["".join(three) for three in product(ascii_lowercase[:letters], repeat=3)]
    yield from shuffled(few, rng)
    yield from (name for name in map("".join, product(ascii_lowercase, repeat=3)) if name not in few)


def written(rng: Random, edges: Iterable[Edge], most: int = MOST_ON_THE_RIGHT, letters: int = 26) -> str:
    """The connections, told from either end, in lines of at most so many; a component that has more of them has more lines."""
    names = names_for(rng, letters)
    of = {component: next(names) for component in sorted({end for two in edges for end in two})}
    return told(rng, [(of[one], of[other]) for one, other in sorted(edges)], most)


def told(rng: Random, pairs: list[tuple[str, str]], most: int) -> str:
    others: dict[str, list[str]] = {}
    for pair in shuffled(pairs, rng):
        one, other = pair if rng.random() < 0.5 else pair[::-1]
        others.setdefault(one, []).append(other)
    lines = [
        f"{name}: {' '.join(mine[at : at + most])}" for name, mine in others.items() for at in range(0, len(mine), most)
    ]
    return joined(shuffled(lines, rng))


def full(seed: int, size: int = SIZE) -> str:
    """Two groups of about the same size, with four or five connections at most components and up to ten at some."""
    rng = Random(seed)
    size = max(12, min(size, MOST_NAMES))
    half = size // 2 - rng.randint(0, size // 40)
    groups = []
    for count in (half, size - half):
        edges = rings(rng, count)
        degrees = [4] * count
        for _ in range(count // 5):
            one, other = rng.sample(range(count), 2)
            if max(degrees[one], degrees[other]) < 10:
                edges.add(edge(one, other))
                degrees[one], degrees[other] = degrees[one] + 1, degrees[other] + 1
        groups.append(edges)
    return written(rng, bridged(rng, groups[0], groups[1]))


def limits() -> Iterator[Limit]:
    rng = Random(25)
    half = MOST_NAMES // 2
    yield Limit("most components", written(rng, bridged(rng, rings(rng, half), rings(rng, half))), f"{half * half}, -")
    most = written(rng, bridged(rng, one(rng, 1), band(rng, MOST_NAMES - 1)))
    yield Limit("one component and most others", most, f"{MOST_NAMES - 1}, -")
    lines = [f"{name}: zzz" for name in map("".join, product(ascii_lowercase, repeat=3))]
    yield Limit("a component too many", joined(lines[: MOST_NAMES + 1]), f"refused at line {MOST_NAMES}")
    many = told_alone(rng, bridged(rng, rings(rng, 609), rings(rng, 609)))
    yield Limit("many lines of one connection", joined(many), f"{609 * 609}, -")
    more = told_alone(rng, band(rng, 1_300))
    yield Limit("a line too many", joined(more), f"refused at line {MOST_LINES + 1}")


def told_alone(rng: Random, edges: Edges) -> list[str]:
    return written(rng, edges, 1).splitlines()


def worst() -> Iterator[tuple[str, str]]:
    """The most components, with the longest ways between them, and the most connections; groups that hang on each other by four connections only."""
    rng = Random(25)
    half = MOST_NAMES // 2
    yield "two bands", written(rng, bridged(rng, band(rng, half), band(rng, half)))
    yield "a component and a band", written(rng, bridged(rng, one(rng, 1), band(rng, MOST_NAMES - 1)))
    yield "rows of cliques", written(rng, bridged(rng, cliques(rng, half), cliques(rng, half)))
    yield "two cliques with most connections", written(rng, bridged(rng, clique(rng, 250), clique(rng, 250)))
    yield "a band and a clique", written(rng, bridged(rng, band(rng, 1_500), clique(rng, 200)))
    yield "two grids", written(rng, bridged(rng, thick_grid(rng, 961), thick_grid(rng, 961)))
    yield "the real structure, as large as can be", full(25, MOST_NAMES)
    yield "a small group and a large one", written(rng, bridged(rng, clique(rng, 5), rings(rng, MOST_NAMES - 5)))


def read(text: str) -> list[tuple[str, str]]:
    pairs = []
    for line in text.splitlines():
        name, others = line.split(": ")
        pairs += [(name, other) for other in others.split()]
    return pairs


def oracle(text: str) -> Answers | None:
    """Takes every two connections away: where a third one is all that then holds two parts together, these are the groups. None where there are too many."""
    pairs = read(text)
    if len(pairs) > 55:
        return None
    found = {
        part for two in combinations(pairs, 2) for part in parts_at_bridges([pair for pair in pairs if pair not in two])
    }
    (size,) = found
    return str(size * (len({name for pair in pairs for name in pair}) - size)), None


def parts_at_bridges(pairs: list[tuple[str, str]]) -> Iterator[int]:
    """The sizes of the smaller parts that are left if one connection, of those that hold two parts together, is taken away too."""
    around: dict[str, list[str]] = {}
    for name, other in pairs:
        around.setdefault(name, []).append(other)
        around.setdefault(other, []).append(name)
    first = next(iter(around))
    number, low, below = {first: 0}, {first: 0}, dict.fromkeys(around, 1)
    walk, left = [first], [iter(around[first])]
    while walk:
        name, above = walk[-1], walk[-2] if len(walk) > 1 else ""
        near = next(left[-1], None)
        if near is None:
            walk.pop()
            left.pop()
            if above:
                low[above] = min(low[above], low[name])
                below[above] += below[name]
                if low[name] > number[above]:
                    yield min(below[name], len(around) - below[name])
        elif near not in number:
            number[near] = low[near] = len(number)
            walk.append(near)
            left.append(iter(around[near]))
        elif near != above:
            low[name] = min(low[name], number[near])


def on_pairs(change: Callable[[list[tuple[str, str]], Random], list[tuple[str, str]] | None]) -> Transform:
    """A change of the connections, which are then told anew."""

    def transform(text: str, rng: Random) -> str | None:
        changed = change(read(text), rng)
        made = told(rng, changed, rng.choice((MOST_ON_THE_RIGHT, 2))) if changed else ""
        return made if 0 < made.count("\n") <= MOST_LINES else None

    return transform


def told_anew(pairs: list[tuple[str, str]], _: Random) -> list[tuple[str, str]]:
    return pairs


def renamed(pairs: list[tuple[str, str]], rng: Random) -> list[tuple[str, str]]:
    old = sorted({name for pair in pairs for name in pair})
    new = dict(zip(old, names_for(rng, 26), strict=False))
    return [(new[one], new[other]) for one, other in pairs]


def four_more(pairs: list[tuple[str, str]], rng: Random) -> list[tuple[str, str]] | None:
    """With four new components, which are connected with each other and with one that is there: they are of its group."""
    old = {name for pair in pairs for name in pair}
    new = [name for name in map("".join, product("qxz", repeat=3)) if name not in old][:4]
    if len(new) < 4 or len(old) + 4 > MOST_NAMES:
        return None
    return pairs + list(combinations([*new, rng.choice(sorted(old))], 2))


def one_group_grew(before: Answers, after: Answers) -> bool:
    """By four components: the product grew by four times the size of the other group."""
    old, more = int(before[0] or ""), int(after[0] or "") - int(before[0] or "")
    return more > 0 and more % 4 == 0 and old % (more // 4) == 0


LAWS = (
    Law("the order of the lines is irrelevant", on_lines(shuffled), same),
    Law("each connection can be told from either end", on_pairs(told_anew), same),
    Law("other names change nothing", on_pairs(renamed), same),
    Law("four more components make one group larger", on_pairs(four_more), one_group_grew),
)
