"""2023 day 19, https://adventofcode.com/2023/day/19

Text: 1 to 700 rules, a blank line, 1 to 300 parts.
A rule is `name{x<10:abc,m>20:R,def}`: a name of 1 to 4 letters a-z, 1 to 5 tests of x, m, a or s against 1 to 4000 with a target each, and a last target.
A target is A, R or a name. A part is `{x=1,m=2,a=3,s=4}`, in this order, with values 1 to 4000. No two rules have the same name.
There is a rule `in`, and no target names it; each other rule is the target of exactly one test or end of a rule, and can be reached from `in`; every name
has a rule. So the rules are a tree.
A part starts at `in`. The first test of the rule that is true, or else its end, sends it to its target: A accepts it, R does not, a name goes on with that
rule.
Part 1: the sum of all values of the accepted parts.  Part 2: of the parts with values of 1 to 4000 each, how many would be accepted.
"""

from collections.abc import Callable, Iterator
from heapq import heappop, heappush
from itertools import islice, pairwise, product
from math import prod
from operator import gt, lt
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st

from crosscheck.puzzles.draw import repeated, seeds
from crosscheck.puzzles.law import Answers, Law, Transform, joined, same, same_part2, shuffled, times, twice, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Aplenty"
UNIT = "rules"
SIZE = 540
MOST, MOST_TESTS, MOST_PARTS, HIGHEST = 700, 5, 300, 4000
CATEGORIES = "xmas"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHORT = ("x", "m", "a", "s", "i", "n", "inn", "r", "ar", "ra", "xx", "mas", "xmas", "zzzz")
Part = list[int]


class Test(NamedTuple):
    category: str
    sign: str
    bound: int
    target: str

    def __str__(self) -> str:
        return f"{self.category}{self.sign}{self.bound}:{self.target}"


class Rule(NamedTuple):
    name: str
    tests: list[Test]
    end: str

    def __str__(self) -> str:
        return f"{self.name}{{{','.join(map(str, self.tests))},{self.end}}}"


class Puzzle(NamedTuple):
    rules: list[Rule]
    parts: list[Part]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """One rule or a few, with bounds from anywhere, at the ends, or from two or three values that come again and again; parts at the bounds and beside them."""
    rng = draw(seeds())
    count = draw(st.sampled_from((3, 1, 2, 4, 5, 6, 8, 12)))
    some = rng.randint(2, HIGHEST - 1)
    bounds = rng.choice(
        ((1, 2, HIGHEST - 1, HIGHEST), (some, some + 1), (some - 1, some, 1, HIGHEST), range(1, HIGHEST + 1))
    )
    names = ["in", *rng.sample(SHORT, count - 1)] if rng.random() < 0.5 else ["in", *islice(words(rng), count - 1)]
    categories = rng.choice((CATEGORIES, CATEGORIES, rng.choice(CATEGORIES)))
    rules = tree(
        rng,
        names,
        lambda: [
            (rng.choice(categories), rng.choice("<>"), rng.choice(bounds))
            for _ in range(rng.choice((1, 1, 2, 2, 3, MOST_TESTS)))
        ],
        rng.choice(("AR", "AR", "AR", "AAAR", "ARRR", "A", "R")),
    )
    near = [1, HIGHEST, *(test.bound + more for rule in rules for test in rule.tests for more in (-1, 0, 1))]
    values = [value for value in near if 1 <= value <= HIGHEST]
    parts = [rng.choices(values, k=4) for _ in range(draw(st.integers(1, 6)))]
    return written(rng.sample(rules, count), draw(repeated(st.just(parts), 2, 50)))


def words(rng: Random) -> Iterator[str]:
    """Names of two and three letters, each once."""
    seen = {"in"}
    while True:
        name = "".join(rng.choices(LETTERS, k=rng.choice((2, 3, 3))))
        if name not in seen:
            seen.add(name)
            yield name


def tree(rng: Random, names: list[str], tests: Callable[[], list[tuple[str, str, int]]], ends: str) -> list[Rule]:
    """Rules with these names, each but the first the target of an earlier one; other targets are A or R."""
    made = [tests() for _ in names]
    targets = {(at, place): rng.choice(ends) for at, mine in enumerate(made) for place in range(len(mine) + 1)}
    free = [(0, place) for place in range(len(made[0]) + 1)]
    for at, name in enumerate(names[1:], 1):
        targets[free.pop(rng.randrange(len(free)))] = name
        free += [(at, place) for place in range(len(made[at]) + 1)]
    return [
        Rule(name, [Test(*test, targets[at, place]) for place, test in enumerate(made[at])], targets[at, len(made[at])])
        for at, name in enumerate(names)
    ]


def full(seed: int, size: int = SIZE) -> str:
    """A tree in which each test cuts the wider of what is left, somewhere near its middle; 200 parts, more of them with low values."""
    rng = Random(seed)
    names = ["in", *islice(words(rng), min(size, MOST) - 1)]
    targets: dict[tuple[str, int], str] = {}
    boxes = [(-(HIGHEST**4), ("", 0), [(1, HIGHEST)] * 4)]

    def put(name: str, place: int, box: list[tuple[int, int]]) -> None:
        heappush(boxes, (-prod(high - low + 1 for low, high in box), (name, place), box))

    tests: dict[str, list[tuple[str, str, int]]] = {}
    for name in names:
        _, at, box = heappop(boxes)
        targets[at] = name
        tests[name] = []
        for _ in range(rng.choice((1, 2, 2, 3))):
            axis = max(range(4), key=lambda axis: (box[axis][1] - box[axis][0]) * rng.uniform(0.3, 1))
            low, high = box[axis]
            if high - low < 8:
                continue
            cut = rng.randint((3 * low + high) // 4 + 1, (low + 3 * high) // 4)  # the first value of the upper half
            lower, upper = ([*box[:axis], side, *box[axis + 1 :]] for side in ((low, cut - 1), (cut, high)))
            below, place = rng.random() < 0.5, len(tests[name])
            tests[name].append((CATEGORIES[axis], "<", cut) if below else (CATEGORIES[axis], ">", cut - 1))
            put(name, place, lower if below else upper)
            box = upper if below else lower
        put(name, len(tests[name]), box)
    for _, at, _ in boxes:
        targets[at] = rng.choice("AR")
    rules = [
        Rule(name, [Test(*test, targets[name, place]) for place, test in enumerate(mine)], targets[name, len(mine)])
        for name, mine in tests.items()
    ]
    parts = [[rng.randint(1, rng.randint(1, HIGHEST)) for _ in CATEGORIES] for _ in range(200)]
    return written(rng.sample(rules, len(rules)), parts)


def chain(count: int, tests: list[tuple[str, str, int]], target: str, end: str) -> list[Rule]:
    """Rules that each end in the next one, the last of them in `end`."""
    names = [*numbered(count), end]
    return [Rule(name, [Test(*test, target) for test in tests], then) for name, then in pairwise(names)]


def numbered(count: int) -> list[str]:
    """`in`, and names of four letters in order."""
    return ["in", *(f"z{''.join(three)}" for three in islice(product(LETTERS, repeat=3), count - 1))]


def limits() -> Iterator[Limit]:
    highest = [HIGHEST] * 4
    longest = chain(MOST, [("s", "<", 1)] * MOST_TESTS, "R", "A")
    claim = f"{4 * HIGHEST * MOST_PARTS}, {HIGHEST**4}"
    yield Limit("most rules and parts, and all are accepted", written(longest, [highest] * MOST_PARTS), claim)
    none = chain(MOST, [("s", ">", HIGHEST)] * MOST_TESTS, "A", "R")
    yield Limit("most rules and parts, and none is accepted", written(none, [highest] * MOST_PARTS), "0, 0")
    more = chain(MOST + 1, [("s", "<", 1)], "R", "A")
    yield Limit("a rule too many", written(more, [highest]), f"refused at line {MOST + 1}")
    one = chain(1, [("s", "<", 1)], "R", "A")
    yield Limit("a part too many", written(one, [highest] * (MOST_PARTS + 1)), f"refused at line {MOST_PARTS + 3}")


def worst() -> Iterator[tuple[str, str]]:
    """Most rules and parts: the longest chains, of which every test accepts something or nothing, and trees that are deep or wide."""
    rng = Random(19)
    parts = [[rng.randint(1, HIGHEST) for _ in CATEGORIES] for _ in range(MOST_PARTS)]
    middle = [[HIGHEST // 2] * 4] * MOST_PARTS
    yield "a chain of tests that are never true", written(chain(MOST, [("x", "<", 1)] * MOST_TESTS, "A", "R"), middle)
    rules, low = [], 0
    for rule in chain(MOST, [("x", "<", 1)] * MOST_TESTS, "A", "R"):
        tests = []
        for _ in rule.tests:
            category = CATEGORIES[low % 4]
            sides = (("<", 2 + low // 8), (">", HIGHEST - 1 - low // 8))
            tests.append(Test(category, *sides[low // 4 % 2], "A"))
            low += 1
        rules.append(Rule(rule.name, tests, rule.end))
    yield "a chain of tests that peel the box", written(rules, middle)
    yield "a chain from its end", written(rules[::-1], middle)
    for ends in ("AR", "A", "R"):
        made = tree(
            rng,
            numbered(MOST),
            lambda: [(rng.choice(CATEGORIES), rng.choice("<>"), rng.randint(1, HIGHEST)) for _ in range(MOST_TESTS)],
            ends,
        )
        yield f"a tree with ends {ends}", written(made, parts)
    yield "the real structure", full(19, MOST)


def written(rules: list[Rule], parts: list[Part]) -> str:
    lines = ("{" + ",".join(f"{c}={n}" for c, n in zip(CATEGORIES, part, strict=True)) + "}" for part in parts)
    return joined(map(str, rules)) + "\n" + joined(lines)


def read(text: str) -> Puzzle:
    above, below = text.strip().split("\n\n")
    rules = []
    for line in above.split():
        name, _, inner = line[:-1].partition("{")
        *tests, end = inner.split(",")
        split = [test.split(":") for test in tests]
        rules.append(Rule(name, [Test(test[0], test[1], int(test[2:]), target) for test, target in split], end))
    parts = [[int(value[2:]) for value in line[1:-1].split(",")] for line in below.split()]
    return Puzzle(rules, parts)


def oracle(text: str) -> Answers | None:
    """Each part goes through the rules. For part 2 the values of a category fall into stretches between the bounds, and one part stands for all of the
    same four stretches; None for part 2 where there are too many of these.
    """
    rules, parts = read(text)
    by_name = {rule.name: rule for rule in rules}
    first = sum(sum(part) for part in parts if accepted(by_name, part))
    starts = []
    for category in CATEGORIES:
        bounds = [test.bound for rule in rules for test in rule.tests if test.category == category]
        starts.append(sorted({1, *bounds, *(bound + 1 for bound in bounds if bound < HIGHEST)}))
    if prod(map(len, starts)) > 20_000:
        return str(first), None
    stretches = [list(pairwise([*mine, HIGHEST + 1])) for mine in starts]
    total = 0
    for four in product(*stretches):
        if accepted(by_name, [start for start, _ in four]):
            total += prod(end - start for start, end in four)
    return str(first), str(total)


def accepted(rules: dict[str, Rule], part: Part) -> bool:
    values = dict(zip(CATEGORIES, part, strict=True))
    name = "in"
    while name not in ("A", "R"):
        rule = rules[name]
        true = (test.target for test in rule.tests if {"<": lt, ">": gt}[test.sign](values[test.category], test.bound))
        name = next(true, rule.end)
    return name == "A"


def on_puzzle(change: Callable[[Puzzle, Random], Puzzle | None]) -> Transform:
    def transform(text: str, rng: Random) -> str | None:
        changed = change(read(text), rng)
        return None if changed is None else written(*changed)

    return transform


def rules_shuffled(puzzle: Puzzle, rng: Random) -> Puzzle:
    return puzzle._replace(rules=shuffled(puzzle.rules, rng))


def parts_shuffled(puzzle: Puzzle, rng: Random) -> Puzzle:
    return puzzle._replace(parts=shuffled(puzzle.parts, rng))


def parts_twice(puzzle: Puzzle, rng: Random) -> Puzzle | None:
    return None if 2 * len(puzzle.parts) > MOST_PARTS else puzzle._replace(parts=twice(puzzle.parts, rng))


def with_targets(rules: list[Rule], name: Callable[[str], str]) -> list[Rule]:
    """Each name and each target put as another."""
    return [
        Rule(name(rule.name), [test._replace(target=name(test.target)) for test in rule.tests], name(rule.end))
        for rule in rules
    ]


def renamed(puzzle: Puzzle, rng: Random) -> Puzzle:
    kept = {"in": "in", "A": "A", "R": "R"}
    new = kept | dict(zip([rule.name for rule in puzzle.rules if rule.name != "in"], words(rng), strict=False))
    return puzzle._replace(rules=with_targets(puzzle.rules, new.__getitem__))


def accepted_for_rejected(puzzle: Puzzle, _: Random) -> Puzzle:
    other = {"A": "R", "R": "A"}
    return puzzle._replace(rules=with_targets(puzzle.rules, lambda target: other.get(target, target)))


def other_categories(puzzle: Puzzle, rng: Random) -> Puzzle:
    """The categories change places, in the tests and in the parts."""
    order = shuffled(list(range(4)), rng)
    new = {CATEGORIES[old]: CATEGORIES[at] for at, old in enumerate(order)}
    rules = [
        rule._replace(tests=[test._replace(category=new[test.category]) for test in rule.tests])
        for rule in puzzle.rules
    ]
    return Puzzle(rules, [[part[old] for old in order] for part in puzzle.parts])


def values_mirrored(puzzle: Puzzle, _: Random) -> Puzzle:
    """1 becomes 4000, and 4000 becomes 1."""
    sign = {"<": ">", ">": "<"}
    rules = [
        rule._replace(tests=[t._replace(sign=sign[t.sign], bound=HIGHEST + 1 - t.bound) for t in rule.tests])
        for rule in puzzle.rules
    ]
    return Puzzle(rules, [[HIGHEST + 1 - value for value in part] for part in puzzle.parts])


def idle_test(puzzle: Puzzle, rng: Random) -> Puzzle | None:
    """A test more that is never true."""
    rules = list(puzzle.rules)
    at = rng.randrange(len(rules))
    if len(rules[at].tests) == MOST_TESTS:
        return None
    sign, bound = rng.choice((("<", 1), (">", HIGHEST)))
    tests = list(rules[at].tests)
    tests.insert(rng.randint(0, len(tests)), Test(rng.choice(CATEGORIES), sign, bound, rng.choice("AR")))
    rules[at] = rules[at]._replace(tests=tests)
    return puzzle._replace(rules=rules)


def rule_cut(puzzle: Puzzle, rng: Random) -> Puzzle | None:
    """A rule of several tests becomes two, and the first ends in the second."""
    long = [at for at, rule in enumerate(puzzle.rules) if len(rule.tests) > 1]
    if not long or len(puzzle.rules) == MOST:
        return None
    rules = list(puzzle.rules)
    at = rng.choice(long)
    name, tests, end = rules[at]
    cut = rng.randrange(1, len(tests))
    new = next(word for word in words(rng) if word not in {rule.name for rule in rules})
    rules[at : at + 1] = [Rule(name, tests[:cut], new), Rule(new, tests[cut:], end)]
    return puzzle._replace(rules=rules)


def test_turned(puzzle: Puzzle, rng: Random) -> Puzzle | None:
    """The last test of a rule asks for the opposite, and its target changes places with the end."""
    rules = list(puzzle.rules)
    at = rng.randrange(len(rules))
    name, tests, end = rules[at]
    last = tests[-1]
    sign, bound = (">", last.bound - 1) if last.sign == "<" else ("<", last.bound + 1)
    if not 1 <= bound <= HIGHEST:
        return None
    rules[at] = Rule(name, [*tests[:-1], Test(last.category, sign, bound, end)], last.target)
    return puzzle._replace(rules=rules)


def all_in_all(before: Answers, after: Answers) -> bool:
    """What is accepted before and after is everything."""
    return before[1] is None or after[1] is None or whole(before)[1] + whole(after)[1] == HIGHEST**4


def part1_twice(before: Answers, after: Answers) -> bool:
    return times(2, 1)((before[0], before[1] or "0"), (after[0], after[1] or "0"))


LAWS = (
    Law("the order of the rules does not matter", on_puzzle(rules_shuffled), same),
    Law("the order of the parts does not matter", on_puzzle(parts_shuffled), same),
    Law("all parts twice double part 1 alone", on_puzzle(parts_twice), part1_twice),
    Law("other names change nothing", on_puzzle(renamed), same),
    Law("categories that change places change nothing", on_puzzle(other_categories), same),
    Law("A for R accepts all that was not accepted", on_puzzle(accepted_for_rejected), all_in_all),
    Law("mirrored values leave part 2 as it is", on_puzzle(values_mirrored), same_part2),
    Law("a test that is never true changes nothing", on_puzzle(idle_test), same),
    Law("a rule that is cut in two changes nothing", on_puzzle(rule_cut), same),
    Law("the opposite test with its targets exchanged changes nothing", on_puzzle(test_turned), same),
)
