"""2022 day 21, https://adventofcode.com/2022/day/21

Text: 3 to 3,500 lines, in any order: `abcd: 12` (a number from 1 to 9,999) or `abcd: efgh + ijkl` (with `+`, `-`, `*` or `/`). Names have four letters a-z;
none has two lines. There are `root`, an operation, and `humn`, a number. Every name that is used has a line, and every name but `root` is used exactly once,
`root` never: so what `root` waits for is a tree, and others wait for each other without end. If `root` waits for `humn`, then not by way of the right operand of
a `/`.
Part 1: the value of `root`. No division is by 0 or leaves a remainder, and no value is greater than 10^18 in size.
Part 2: `humn` is another number, and `root` asks whether its two sides are equal: the whole number for which they are, where again no division leaves a
remainder and no value is greater than 10^18; `no solution` if there is none, or if every number would do.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from math import prod
from random import Random
from string import ascii_lowercase
from typing import NamedTuple, TypeAlias

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, joined, on_lines, same, same_part2, shuffled
from crosscheck.puzzles.limit import Limit
from crosscheck.solvers.outcome import NO_SOLUTION

TITLE = "Monkey Math"
UNIT = "monkeys"
SIZE = 2_000
FEWEST, MOST, HIGHEST, GREATEST = 3, 3_500, 9_999, 10**18
Tree: TypeAlias = "int | str | Operation"


class Operation(NamedTuple):
    left: Tree
    sign: str
    right: Tree


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """A chain of operations from `humn` up to one side of `root`, each with numbers or a small tree on its other side. The other side of `root` is what the
    chain comes to for a chosen number, or one more or less, or anything; or the chain is multiplied by 0. Now and then there are
    monkeys besides that wait for each other.
    """
    rng = draw(seeds())
    steps = draw(st.sampled_from((3, 2, 1, 0, 5, 8, 14)))
    mine = draw(st.sampled_from((5, 1, HIGHEST, 12, 60)))
    other = draw(st.sampled_from((mine, 7, 0, -3, mine + 60, mine + 60, mine - 120, -(10**9), 3 * 10**12 + 5)))
    grown = Chain("humn", mine, other)
    for _ in range(steps):
        grown = longer(rng, grown, constant(rng, rng.choice((1, 1, 1, 2, 4))), rng.choice("+-*/"))
    kind = draw(st.sampled_from(("equal", "equal", "equal", "beside", "any", "zero", "odd")))
    if kind == "zero":
        same_twice = rng.randint(1, 50)
        grown = longer(rng, grown, Operation(same_twice, "-", same_twice), "*")
    if kind == "odd":
        grown = longer(rng, longer(rng, grown, 2, "/"), 2, "*")
    wanted = grown.after + (kind == "beside") * rng.choice((1, -1, 2))
    opposite = worth(rng, wanted + (kind == "odd")) if kind != "any" else constant(rng, rng.randint(1, 4))
    made = rooted(rng, grown.tree, opposite, grown.before)
    lines = written(rng, made, mine, draw(st.sampled_from((26, 26, 3))))
    return joined(with_cycle(rng, lines) if draw(st.integers(0, 3)) == 3 else lines)


class Chain(NamedTuple):
    """An operation over `humn`, its value in part 1, and the value with another number for `humn`."""

    tree: Tree
    before: int
    after: int


def longer(rng: Random, chain: Chain, number: Tree, sign: str, turned: bool = True) -> Chain:
    """One operation more, its sides perhaps turned; a division that would leave a remainder and a product that would be too large become sums."""
    value = int(exact(number, 0) or 0)
    divides = value and chain.before % value == 0 and chain.after % value == 0
    large = max(abs(chain.before), abs(chain.after)) * max(1, abs(value)) > GREATEST // 1000
    if (sign == "/" and not divides) or (sign == "*" and large):
        sign = "+"
    if sign != "/" and turned and rng.random() < 0.5:
        return Chain(Operation(number, sign, chain.tree), *(of(value, sign, each) for each in chain[1:]))
    return Chain(Operation(chain.tree, sign, number), *(of(each, sign, value) for each in chain[1:]))


def of(left: int, sign: str, right: int) -> int:
    return {"+": left + right, "-": left - right, "*": left * right}[sign] if sign != "/" else left // right


def constant(rng: Random, leaves: int) -> Tree:
    """A tree of so many numbers: often equal ones, ones and zeros among the values."""
    if leaves == 1:
        return rng.choice((1, 2, 2, 3, 4, 6, rng.randint(1, 30), rng.randint(1, HIGHEST)))
    left = rng.randint(1, leaves - 1)
    trees = constant(rng, left), constant(rng, leaves - left)
    one, other = (int(exact(tree, 0) or 0) for tree in trees)
    signs = "+-" if abs(one * other) > 10**6 else "+-*"
    return Operation(
        trees[0], "/" if other and one % other == 0 and rng.random() < 0.7 else rng.choice(signs), trees[1]
    )


def worth(rng: Random, value: int) -> Tree:
    """A tree with this value."""
    if value < 1:
        more = rng.randint(1, HIGHEST)
        return Operation(more, "-", worth(rng, more - value))
    if value <= HIGHEST:
        less = rng.randint(0, value - 1)
        return Operation(less, "+", value - less) if less and rng.random() < 0.3 else value
    factor = rng.randint(20, HIGHEST)
    rest = value % factor or factor
    if rest == value:
        return Operation(worth(rng, value - HIGHEST), "+", HIGHEST)
    return Operation(Operation(factor, "*", worth(rng, (value - rest) // factor)), "+", rest)


def rooted(rng: Random, one: Tree, other: Tree, value: int) -> Operation:
    """The root over both sides, in either order, with a sign that is possible in part 1."""
    against = int(exact(other, 0) or 0)
    signs = "+-*" if abs(value * against) <= GREATEST else "+-"
    if against and value % against == 0 and rng.random() < 0.5:
        return Operation(one, "/", other)
    sides = (one, other) if rng.random() < 0.5 else (other, one)
    return Operation(sides[0], rng.choice(signs), sides[1])


def exact(tree: Tree, humn: int) -> Fraction | None:
    """The value in fractions; None where something is divided by 0."""
    if isinstance(tree, str):
        return Fraction(humn)
    if isinstance(tree, int):
        return Fraction(tree)
    left, right = exact(tree.left, humn), exact(tree.right, humn)
    if left is None or right is None or (tree.sign == "/" and right == 0):
        return None
    return {"+": left + right, "-": left - right, "*": left * right}[tree.sign] if tree.sign != "/" else left / right


def names_for(rng: Random, letters: int) -> Iterator[str]:
    """All names of so many letters in any order, and then others."""
    while True:
        seen = {"root", "humn"}
        for _ in range(letters**4):
            name = "".join(rng.choices(ascii_lowercase[:letters], k=4))
            if name not in seen:
                seen.add(name)
                yield name
        letters = 26


def written(rng: Random, tree: Operation, humn: int, letters: int = 26) -> list[str]:
    """A line for each operation and each number, in any order."""
    names, used, lines = names_for(rng, letters), {"root", "humn"}, [f"humn: {humn}"]
    left: list[tuple[str, Tree]] = [("root", tree)]
    while left:
        name, each = left.pop()
        if isinstance(each, Operation):
            pair = []
            for side in (each.left, each.right):
                new = "humn" if side == "humn" else next(new for new in names if new not in used)
                used.add(new)
                pair.append(new)
                left.append((new, side))
            lines.append(f"{name}: {pair[0]} {each.sign} {pair[1]}")
        elif each != "humn":
            lines.append(f"{name}: {each}")
    return shuffled(lines, rng)


def with_cycle(rng: Random, lines: list[str]) -> list[str]:
    """Monkeys besides that wait for each other without end; in half of all cases for `humn` too, and then the tree has another number in its place."""
    known = {line[:4] for line in lines}
    new = (name for name in names_for(rng, 26) if name not in known)
    cycle = [next(new) for _ in range(rng.choice((1, 2, 3)))]
    others = [next(new) for _ in cycle]
    numbers = [f"{name}: {rng.choice((1, rng.randint(1, HIGHEST)))}" for name in others]
    if rng.random() < 0.5:
        own = next(line for line in lines if line.startswith("humn"))
        lines = [line[:4] + line[4:].replace("humn", others[0]) for line in lines]
        numbers[0], others[0] = own.replace("humn", others[0]), "humn"
    for at, name in enumerate(cycle):
        left, right = rng.sample((cycle[at - 1], others[at]), 2)
        numbers.append(f"{name}: {left} {rng.choice('+-*/')} {right}")
    return shuffled(lines + numbers, rng)


def full(seed: int, size: int = SIZE) -> str:
    """A chain with a small tree at each operation, and a number for `humn` in part 2 of some million millions. The number in part 1 differs from it by a
    multiple of all that the chain divides by, so both are divided evenly.
    """
    rng = Random(seed)
    leaves = (max(100, min(size, MOST - 400)) - 50) // 2
    divisors = [rng.choice((2, 2, 3, 3, 4, 5)) for _ in range(min(18, leaves // 50))]
    whole = prod(divisors)
    mine = rng.randint(100, HIGHEST)
    grown = Chain("humn", mine, mine + max(1, 3 * 10**12 // whole) * whole)
    for left in range(leaves // 14, 0, -1):
        grown = longer(rng, grown, constant(rng, rng.randint(1, 15)), rng.choice("+-"))
        if rng.random() < len(divisors) / left:
            divisor = divisors.pop()
            grown = longer(rng, longer(rng, grown, grown.before % divisor or divisor, "-", turned=False), divisor, "/")
        elif abs(grown.after) < 10**13 and rng.random() < 0.3:
            grown = longer(rng, grown, rng.choice((2, 3, 5, 7)), "*")
    filler = constant(rng, leaves // 3)
    opposite = Operation(worth(rng, grown.after - int(exact(filler, 0) or 0)), "+", filler)
    return joined(written(rng, Operation(grown.tree, "+", opposite), mine))


def limits() -> Iterator[Limit]:
    rng = Random(21)
    most = chain(rng, [("+", 1)] * ((MOST - 3) // 2), 5, 9_000)
    yield Limit(
        "the longest chain that is even", joined(most), f"{5 + (MOST - 3) // 2 + 9_000}, {9_000 - (MOST - 3) // 2}"
    )
    more = [f"{name}: 1" for name in (f"z{''.join(three)}" for three in product(ascii_lowercase, repeat=3))]
    yield Limit("a monkey too many", joined(more[: MOST + 1]), f"refused at line {MOST + 1}")
    high = chain(rng, [("*", 1_000)] * 5 + [("*", 10)] * 2, 10, 1)
    yield Limit(
        "the greatest value", joined([line.replace("+", "*") if "root" in line else line for line in high]), None
    )


def chain(rng: Random, steps: list[tuple[str, int]], humn: int, opposite: int) -> list[str]:
    """Operations one upon the other over `humn`, without a tree, so that they may be many."""
    names = names_for(rng, 26)
    below, lines, used = "humn", [f"humn: {humn}"], {"root", "humn"}
    for sign, number in steps:
        name, other = (next(new for new in names if new not in used) for _ in range(2))
        used |= {name, other}
        lines += [f"{name}: {below} {sign} {other}", f"{other}: {number}"]
        below = name
    last = next(new for new in names if new not in used)
    return shuffled([*lines, f"root: {below} + {last}", f"{last}: {opposite}"], rng)


def worst() -> Iterator[tuple[str, str]]:
    """The longest chains, with fractions of many digits for those who compute with fractions; a tree as flat as can be; and the largest input."""
    rng = Random(21)
    steps = (MOST - 3) // 2
    yield "the longest chain of sums", joined(chain(rng, [("+", 1)] * steps, 5, 9_000))
    yield "the longest chain, up and down", joined(chain(rng, [("*", 9_973), ("/", 9_973)] * (steps // 2), 5, 8))
    yield (
        "the longest chain, by halves",
        joined(chain(rng, [("*", 2)] * 50 + [("/", 2)] * 50 + [("+", 3)] * 1_600, 7, 1)),
    )
    primes = [("/", 1), ("*", 9_967), ("+", 1), ("-", 1), ("/", 9_967)] * (steps // 5)
    yield "the longest chain, of large primes", joined(chain(rng, primes, 7, 9))
    flat = Operation(Operation("humn", "+", constant(rng, MOST // 2 - 400)), "+", constant(rng, 300))
    yield "a large tree beside a short chain", joined(written(rng, flat, 5))
    yield "the real structure, as large as can be", full(21, MOST)


Lines = dict[str, list[str]]


def read(text: str) -> Lines:
    return {name: words.split() for name, words in (line.split(": ") for line in text.splitlines())}


def heard(lines: Lines, name: str, humn: int | None = None) -> int | None:
    """What a monkey yells once it has heard the others; None where that is not allowed."""
    words = lines[name]
    if len(words) == 1:
        return humn if name == "humn" and humn is not None else int(words[0])
    left, right = heard(lines, words[0], humn), heard(lines, words[2], humn)
    if left is None or right is None:
        return None
    if words[1] == "/":
        return None if right == 0 or left % right else left // right
    value = of(left, words[1], right)
    return value if abs(value) <= GREATEST or (name == "root" and humn is not None) else None


def oracle(text: str) -> Answers | None:
    """Listens, and then tries every number near 0. None for part 2 if none of them will do and the sides get closer beyond."""
    lines = read(text)
    if len(lines) > 200:
        return None
    value = heard(lines, "root")
    return str(value), tried(lines)


def tried(lines: Lines) -> str | None:
    near = 300
    left, _, right = lines["root"]
    found = [
        humn
        for humn in range(-near, near + 1)
        if (one := heard(lines, left, humn)) is not None and one == heard(lines, right, humn)
    ]
    if found:
        return str(found[0]) if len(found) == 1 else NO_SOLUTION
    low, high = (difference(lines, humn) for humn in (-near, near))
    return NO_SOLUTION if low * high < 0 or low == high else None


def difference(lines: Lines, humn: int) -> Fraction:
    def tree(name: str) -> Tree:
        words = lines[name]
        if len(words) == 1:
            return name if name == "humn" else int(words[0])
        return Operation(tree(words[0]), words[1], tree(words[2]))

    left, _, right = lines["root"]
    return (exact(tree(left), humn) or Fraction(0)) - (exact(tree(right), humn) or Fraction(0))


def on_monkeys(change: Callable[[Lines, Random], Lines | None]) -> Transform:
    """A change of what the monkeys do; None where part 1 is then not allowed."""

    def transform(text: str, rng: Random) -> str | None:
        changed = change(read(text), rng)
        if changed is None or heard(changed, "root") is None:
            return None
        return joined(f"{name}: {' '.join(words)}" for name, words in changed.items())

    return transform


def renamed(lines: Lines, rng: Random) -> Lines:
    new = names_for(rng, 26)
    names = {name: name if name in ("root", "humn") else next(new) for name in lines}
    return {names[name]: [names.get(word, word) for word in words] for name, words in lines.items()}


def sides_swapped(lines: Lines, rng: Random) -> Lines:
    """In some sums and products."""
    some = {name for name, words in lines.items() if words[1:2] in (["+"], ["*"]) and rng.random() < 0.5}
    return {name: words[::-1] if name in some else words for name, words in lines.items()}


def root_swapped(lines: Lines, _: Random) -> Lines:
    left, _sign, right = lines["root"]
    return {**lines, "root": [right, "-", left]}


def other_number(lines: Lines, rng: Random) -> Lines:
    return {**lines, "humn": [str(rng.choice((1, rng.randint(1, HIGHEST), int(lines["humn"][0]) % HIGHEST + 1)))]}


def one_more(lines: Lines, _: Random) -> Lines | None:
    """Someone adds 1 to what `humn` says, which is 1 less."""
    number = int(lines["humn"][0])
    new = [name for name in map("".join, product("qxz", repeat=4)) if name not in lines][:2]
    if number == 1 or len(new) < 2 or len(lines) + 2 > MOST:
        return None
    changed = {name: [new[0] if word == "humn" else word for word in words] for name, words in lines.items()}
    return {**changed, new[0]: ["humn", "+", new[1]], new[1]: ["1"], "humn": [str(number - 1)]}


def one_less(before: Answers, after: Answers) -> bool:
    less = NO_SOLUTION if before[1] == NO_SOLUTION else str(int(before[1] or "") - 1)
    return before[0] == after[0] and after[1] == less


LAWS = (
    Law("the order of the lines is irrelevant", on_lines(shuffled), same),
    Law("other names change nothing", on_monkeys(renamed), same),
    Law("the sides of a sum or a product can change places", on_monkeys(sides_swapped), same),
    Law(
        "the sides of `root` can change places, and its sign is irrelevant, in part 2",
        on_monkeys(root_swapped),
        same_part2,
    ),
    Law("another number for `humn` leaves part 2 alone", on_monkeys(other_number), same_part2),
    Law("if 1 is added to `humn`, it is 1 less", on_monkeys(one_more), one_less),
)
