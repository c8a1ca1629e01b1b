"""2022 day 11, https://adventofcode.com/2022/day/11

Text: 2 to 8 blocks of six lines, with a blank line between two. A block is a monkey, and they are numbered from 0 in order: `Monkey 0:`, then `  Starting items: 83, 88` with 0 to 36 numbers
from 1 to 999 (without any it is `  Starting items:`), `  Operation: new = old * 5` or `old + 5` with a number from 1 to 99, or `old * old`, `  Test: divisible by 11` with a prime from 2 to 23,
`    If true: throw to monkey 2` and `    If false: throw to monkey 3`, each with a number from 0 to 7. A monkey never throws to itself, and every target is there. Several may have the same prime.
An item is its worry level. In a round the monkeys take turns, in order. A monkey takes its items in order, inspects each, which changes the level by its operation, and throws the item to the end of
the list of one of the others, by whether the new level is divisible.
Part 1: 20 rounds, in which a level is divided by three and rounded down after its operation; the product of the two largest numbers of inspections of a monkey. No level passes
10^17 before the division.
Part 2: the same for 10,000 rounds without the division by three. Levels have no bound there.
"""

from collections.abc import Callable, Iterator
from math import prod
from random import Random
from typing import NamedTuple, TypeAlias

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, same, same_part2, shuffled, times, unchanged, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Monkey in the Middle"
UNIT = "items"
SIZE = 36
PRIMES = 2, 3, 5, 7, 11, 13, 17, 19, 23
MOST_MONKEYS, MOST_ITEMS, GREATEST_ITEM, GREATEST_NUMBER = 8, 36, 999, 99
ROUNDS, MORE_ROUNDS, HIGHEST = 20, 10_000, 10**17


class Monkey(NamedTuple):
    items: list[int]
    operation: str
    divisor: int
    if_true: int
    if_false: int


Troop: TypeAlias = list[Monkey]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Two monkeys and more; none or few items; equal primes and different ones; squares, numbers 1 and 99; throws forwards, which are inspected again in the same round, and back."""
    rng = draw(seeds())
    count = draw(st.sampled_from((2, 2, 3, 4, MOST_MONKEYS)))
    items = draw(st.sampled_from((1, 2, 3, 5, 8, 1, 2, 0)))
    primes = draw(st.sampled_from((PRIMES, (2, 3), (23,), (2, 5, 7, 23))))
    operations = draw(st.sampled_from(("*+s", "*+", "+", "*", "++s")))
    greatest = draw(st.sampled_from((1, 4, 10, GREATEST_NUMBER)))
    troop = [
        Monkey([], an_operation(rng, operations, greatest), rng.choice(primes), *throws(rng, at, count))
        for at in range(count)
    ]
    for _ in range(items):
        troop[rng.randrange(count)].items.append(
            rng.choice((1, GREATEST_ITEM, rng.randint(1, 99), rng.randint(1, GREATEST_ITEM)))
        )
    return written(tamed(rng, troop))


def an_operation(rng: Random, kinds: str, greatest: int) -> str:
    kind = rng.choice(kinds)
    return "old * old" if kind == "s" else f"old {kind} {rng.choice((greatest, rng.randint(1, greatest)))}"


def throws(rng: Random, at: int, count: int) -> tuple[int, int]:
    others = [other for other in range(count) if other != at]
    return rng.choice(others), rng.choice(others)


def tamed(rng: Random, troop: Troop) -> Troop:
    """Additions for the operations that make levels grow, one by one until no level is too high."""
    while highest(troop) > HIGHEST:
        at = rng.choice([at for at, monkey in enumerate(troop) if "*" in monkey.operation])
        troop[at] = troop[at]._replace(operation=f"old + {rng.randint(1, 9)}")
    return troop


def full(seed: int, size: int = SIZE) -> str:
    """Eight monkeys, one of which squares, two multiply and the others add; eight different primes. Each monkey gets what two others throw, as otherwise
    it takes far more rounds than in a real input until they repeat.
    """
    rng = Random(seed)
    while True:
        primes = rng.sample(PRIMES[:MOST_MONKEYS], MOST_MONKEYS)
        multiplying = rng.sample((3, 5, 7, 11, 13, 17, 19), 2)
        adding = rng.sample(range(1, 9), MOST_MONKEYS - 3)
        kinds = ["old * old", *(f"old * {by}" for by in multiplying), *(f"old + {by}" for by in adding)]
        ends = list(zip(*(rng.sample(range(MOST_MONKEYS), MOST_MONKEYS) for _ in range(2)), strict=True))
        if any(at in end or end[0] == end[1] for at, end in enumerate(ends)):
            continue
        troop = [
            Monkey([], *made)
            for made in (
                (kind, prime, *end) for kind, prime, end in zip(shuffled(kinds, rng), primes, ends, strict=True)
            )
        ]
        for _ in range(min(size, MOST_MONKEYS * MOST_ITEMS)):
            rng.choice([monkey for monkey in troop if len(monkey.items) < MOST_ITEMS]).items.append(rng.randint(50, 99))
        if highest(troop) <= HIGHEST:
            return written(troop)


def to_and_fro(item: int, one: str, other: str) -> Troop:
    """Two monkeys that throw an item back and forth."""
    return [Monkey([item], one, 2, 1, 1), Monkey([], other, 3, 0, 0)]


NEARLY = 749, "old * 41", "old * 1"


def limits() -> Iterator[Limit]:
    yield Limit("levels just below the highest", written(to_and_fro(*NEARLY)), f"{ROUNDS**2}, {MORE_ROUNDS**2}")
    yield Limit("a level just above the highest", written(to_and_fro(NEARLY[0] + 1, *NEARLY[1:])), "refused as a whole")
    yield Limit("far past 64 and 128 bits", written(to_and_fro(999, "old * old", "old * old")), "refused as a whole")
    most = [
        Monkey([GREATEST_ITEM] * MOST_ITEMS, "old + 99", 23, (at + 1) % MOST_MONKEYS, (at + 1) % MOST_MONKEYS)
        for at in range(MOST_MONKEYS)
    ]
    # All items pass each monkey once a round, but for the first, in which the last monkey sees all and the one before it those of seven.
    busiest, next_busiest = (
        [MOST_ITEMS * (MOST_MONKEYS * rounds - missed) for rounds in (ROUNDS, MORE_ROUNDS)] for missed in (0, 1)
    )
    claim = ", ".join(str(one * other) for one, other in zip(busiest, next_busiest, strict=True))
    yield Limit("most monkeys and items", written(most), claim)
    yield Limit("a monkey too many", written([*most, most[0]]), f"refused at line {7 * MOST_MONKEYS + 1}")
    longer = [most[0]._replace(items=[1] * (MOST_ITEMS + 1)), *most[1:]]
    yield Limit("an item too many", written(longer), "refused at line 2")


def worst() -> Iterator[tuple[str, str]]:
    """Most items, all different, and the largest product of primes: levels that repeat late or never, thrown on and on in each round."""
    for name, operations in (
        ("additions only", [f"old + {by}" for by in (1, 3, 7, 9, 13, 19, 27, 99)]),
        ("one multiplication", ["old * 2", *(f"old + {by}" for by in (3, 7, 9, 13, 19, 27, 99))]),
        ("additions of 1", ["old + 1"] * MOST_MONKEYS),
    ):
        for way, ends in (
            ("to the next one", [((at + 1) % MOST_MONKEYS,) * 2 for at in range(MOST_MONKEYS)]),
            (
                "to the next or the one after it",
                [((at + 1) % MOST_MONKEYS, (at + 2) % MOST_MONKEYS) for at in range(MOST_MONKEYS)],
            ),
            ("backwards", [((at - 1) % MOST_MONKEYS, (at - 2) % MOST_MONKEYS) for at in range(MOST_MONKEYS)]),
        ):
            troop = []
            for at, ((one, other), operation) in enumerate(zip(ends, operations, strict=True)):
                items = [1 + 3 * (at * MOST_ITEMS + number) for number in range(MOST_ITEMS)]
                troop.append(Monkey(items, operation, PRIMES[at + 1], one, other))
            if highest(troop) <= HIGHEST:
                yield f"{name}, {way}", written(troop)


def written(troop: Troop) -> str:
    return "\n".join(
        f"Monkey {at}:\n  Starting items:{' ' if monkey.items else ''}{', '.join(map(str, monkey.items))}\n"
        f"  Operation: new = {monkey.operation}\n  Test: divisible by {monkey.divisor}\n"
        f"    If true: throw to monkey {monkey.if_true}\n    If false: throw to monkey {monkey.if_false}\n"
        for at, monkey in enumerate(troop)
    )


def read(text: str) -> Troop:
    troop = []
    for block in text.rstrip("\n").split("\n\n"):
        _, items, operation, *numbers = (line.split(":")[1].strip() for line in block.split("\n"))
        held = [int(item) for item in items.split(", ")] if items else []
        troop.append(Monkey(held, operation.removeprefix("new = "), *(int(line.split()[-1]) for line in numbers)))
    return troop


def oracle(text: str) -> Answers | None:
    """The rounds as they are told; in part 2 with remainders, and with few items only."""
    troop = read(text)
    one = business(troop, ROUNDS, lambda level: level // 3)
    few = sum(len(monkey.items) for monkey in troop) <= 40
    return str(one), str(business(troop, MORE_ROUNDS, lambda level: level % prod(PRIMES))) if few else None


def business(troop: Troop, rounds: int, relief: Callable[[int], int]) -> int:
    held = [list(monkey.items) for monkey in troop]
    counts = [0] * len(troop)
    rules = []
    for _, operation, divisor, if_true, if_false in troop:
        _, sign, by = operation.split()
        rules.append((int(by) if by != "old" else None, sign == "*", divisor, held[if_true], held[if_false]))
    for _ in range(rounds):
        for at, (fixed, multiplies, prime, yes, no) in enumerate(rules):
            counts[at] += len(held[at])
            for level in held[at]:
                number = level if fixed is None else fixed
                new = relief(level * number if multiplies else level + number)
                (no if new % prime else yes).append(new)
            held[at].clear()
    first, second = sorted(counts)[-2:]
    return first * second


def highest(troop: Troop) -> int:
    """The highest level of part 1 before a division; it stops at the first that is too high."""
    top = 0
    for at, monkey in enumerate(troop):
        for item in monkey.items:
            top = max(top, highest_of(troop, at, item))
    return top


def highest_of(troop: Troop, at: int, level: int) -> int:
    top = 0
    rounds = 0
    while rounds < ROUNDS and top <= HIGHEST:
        _, operation, divisor, if_true, if_false = troop[at]
        _, sign, by = operation.split()
        number = level if by == "old" else int(by)
        level = level * number if sign == "*" else level + number
        top = max(top, level)
        level //= 3
        target = if_false if level % divisor else if_true
        rounds += target < at
        at = target
    return top


def on_troops(change: Callable[[Troop, Random], Troop | None]) -> Transform:
    """None where the change leads out of the domain."""

    def transform(text: str, rng: Random) -> str | None:
        changed = change(read(text), rng)
        if changed is None or len(changed) > MOST_MONKEYS:
            return None
        inside = all(
            len(monkey.items) <= MOST_ITEMS and max(monkey.items, default=1) <= GREATEST_ITEM for monkey in changed
        )
        return written(changed) if inside and highest(changed) <= HIGHEST else None

    return transform


def items_shuffled(troop: Troop, rng: Random) -> Troop:
    return [monkey._replace(items=shuffled(monkey.items, rng)) for monkey in troop]


def items_twice(troop: Troop, _: Random) -> Troop | None:
    return [monkey._replace(items=monkey.items * 2) for monkey in troop]


def with_idle_monkey(troop: Troop, rng: Random) -> Troop:
    """One more, without items, to which nobody throws."""
    return [*troop, Monkey([], "old * old", rng.choice(PRIMES), 1, 0)]


def higher_by_product(troop: Troop, rng: Random) -> Troop | None:
    """An item whose level is higher by a multiple of all primes, which makes no difference to part 2."""
    by = prod({monkey.divisor for monkey in troop})
    holding = [monkey for monkey in troop if monkey.items]
    if not holding or by >= GREATEST_ITEM:
        return None
    items = rng.choice(holding).items
    items[rng.randrange(len(items))] += by
    return troop


def first_throws(troop: Troop, _: Random) -> Troop:
    """Every monkey throws all items as if the level were divisible; then the operations do not matter."""
    return [Monkey([1] * len(items), "old + 1", 2, if_true, if_true) for items, _, _, if_true, _ in troop]


def much_more_in_part2(_: Answers, after: Answers) -> bool:
    one, two = whole(after)
    return two > 100 * one or one == two == 0


LAWS = (
    Law("the order of a monkey's items does not matter", on_troops(items_shuffled), same),
    Law("all items twice make four times as much", on_troops(items_twice), times(4)),
    Law("one more monkey that gets nothing changes nothing", on_troops(with_idle_monkey), same),
    Law("a level higher by the product of all primes", on_troops(higher_by_product), same_part2),
    Law("10,000 rounds are much more than 20", unchanged, much_more_in_part2),
    Law("with one way to throw, too", on_troops(first_throws), much_more_in_part2),
)
