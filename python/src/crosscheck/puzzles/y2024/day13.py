"""2024 day 13, https://adventofcode.com/2024/day/13

Text: 1 to 1,000 machines with a blank line between two. A machine is three lines: `Button A: X+12, Y+56` and `Button B: X+73, Y+28`, with steps of 1 to 99,
and `Prize: X=7184, Y=5096`, with places of 1 to 99,999. The two buttons do not lead in the same direction.
A press of a button moves the claw by its steps; it starts at 0, 0 and has to come to the prize exactly. A press of A costs 3, one of B costs 1.
Part 1: the least cost of all prizes that can be won.  Part 2: the same with every prize 10,000,000,000,000 further on, on both axes.
There is no limit on the presses. What is generated needs 100 of a button at most in part 1, as real inputs do.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import (
    Answers,
    Law,
    Transform,
    doubled,
    no_less,
    same,
    same_part1,
    shuffled,
    twice,
    whole,
)
from crosscheck.puzzles.limit import Limit

TITLE = "Claw Contraption"
UNIT = "machines"
SIZE = 320
MOST_MACHINES, LONGEST, FARTHEST, USUAL_PRESSES, FURTHER = 1_000, 99, 99_999, 100, 10**13


class Machine(NamedTuple):
    ax: int
    ay: int
    bx: int
    by: int
    x: int
    y: int

    def __str__(self) -> str:
        return (
            f"Button A: X+{self.ax}, Y+{self.ay}\nButton B: X+{self.bx}, Y+{self.by}\nPrize: X={self.x}, Y={self.y}\n"
        )


def puzzles() -> st.SearchStrategy[str]:
    """Prizes that can be won, near or far, or miss it by one step or by the sign of a press; short and long steps, and buttons nearly parallel."""
    return st.lists(st.builds(machine, seeds(), st.sampled_from((3, 9, LONGEST))), min_size=1, max_size=5).map(written)


def machine(rng: Random, longest: int) -> Machine:
    while True:
        ax, ay, bx, by = (rng.choice((rng.randint(1, longest), 1, longest)) for _ in range(4))
        if rng.random() < 0.3:
            bx, by = ax + rng.randint(-1, 1), ay + rng.randint(-1, 1)
        if not is_valid(Machine(ax, ay, bx, by, 1, 1)):
            continue
        kind = rng.choice(("near", "near", "far", "anywhere"))
        if kind == "far":
            a, b = (
                round(presses) + rng.randint(-2, 2) for presses in exactly(Machine(ax, ay, bx, by, FURTHER, FURTHER))
            )
            x, y = a * ax + b * bx - FURTHER, a * ay + b * by - FURTHER
        else:
            a, b = (rng.choice((0, 1, -1, rng.randint(0, 12), USUAL_PRESSES)) for _ in range(2))
            x, y = a * ax + b * bx, a * ay + b * by
            if kind == "anywhere":
                x, y = x + rng.randint(-1, 2), y + rng.randint(-1, 2)
        made = Machine(ax, ay, bx, by, x, y)
        if is_valid(made) and is_usual(made):
            return made


def is_valid(made: Machine) -> bool:
    steps, prize = made[:4], made[4:]
    return (
        1 <= min(made) and max(steps) <= LONGEST and max(prize) <= FARTHEST and made.ax * made.by != made.ay * made.bx
    )


def is_usual(made: Machine) -> bool:
    """Whether a hundred presses of each button are enough, if the prize can be won."""
    a, b = exactly(made)
    return not won(a, b) or max(a, b) <= USUAL_PRESSES


def exactly(made: Machine) -> tuple[Fraction, Fraction]:
    """The presses, whole or not: where the line from the start in the direction of A meets that through the prize in the direction of B."""
    slope, other = Fraction(made.ay, made.ax), Fraction(made.by, made.bx)
    x = (made.y - other * made.x) / (slope - other)
    return x / made.ax, (made.x - x) / made.bx


def won(a: Fraction, b: Fraction) -> bool:
    return a.denominator == b.denominator == 1 and min(a, b) >= 0


def full(seed: int, size: int = SIZE) -> str:
    """One button leads more across and the other more up. Half of the prizes are won near, the others far."""
    rng = Random(seed)
    machines: list[Machine] = []
    while len(machines) < min(size, MOST_MACHINES):
        steep, flat = ((rng.randint(11, 49), rng.randint(50, LONGEST)) for _ in range(2))
        buttons = (*steep, *flat[::-1]) if rng.random() < 0.5 else (*flat[::-1], *steep)
        ax, ay, bx, by = buttons
        if rng.random() < 0.5:
            a, b = rng.randint(40, 99), rng.randint(40, 99)
            x, y = a * ax + b * bx, a * ay + b * by
        else:
            a, b = (round(presses) + rng.randint(0, 99) for presses in exactly(Machine(*buttons, FURTHER, FURTHER)))
            x, y = a * ax + b * bx - FURTHER, a * ay + b * by - FURTHER
        made = Machine(*buttons, x, y)
        if is_valid(made) and 200 <= min(x, y) and max(x, y) <= 20_000 and is_usual(made):
            machines.append(made)
    return written(machines)


def limits() -> Iterator[Limit]:
    one = Machine(1, 1, 1, 2, 5, 7)
    yield Limit(
        "most machines",
        written([one] * MOST_MACHINES),
        f"{11 * MOST_MACHINES}, {(3 * (FURTHER + 3) + 2) * MOST_MACHINES}",
    )
    yield Limit("a machine too many", written([one] * (MOST_MACHINES + 1)), f"refused at line {4 * MOST_MACHINES + 1}")
    yield Limit(
        "more than a hundred presses",
        written([Machine(1, 1, 1, 2, FARTHEST, FARTHEST)]),
        f"{3 * FARTHEST}, {3 * (FURTHER + FARTHEST)}",
    )


def worst() -> Iterator[tuple[str, str]]:
    """Most machines: of the shortest and the longest steps, of nearly parallel buttons, of prizes that are all won and of none."""
    rng = Random(13)
    yield "most presses", written([Machine(1, 1, 1, 2, FARTHEST, FARTHEST)] * MOST_MACHINES)
    yield (
        "the longest steps",
        written([Machine(99, 98, 98, 99, FARTHEST - at, FARTHEST) for at in range(MOST_MACHINES)]),
    )
    yield (
        "buttons nearly parallel",
        written(
            [Machine(98, 99, 97, 98, rng.randint(1, FARTHEST), rng.randint(1, FARTHEST)) for _ in range(MOST_MACHINES)]
        ),
    )
    yield "any machines", written([machine(rng, LONGEST) for _ in range(MOST_MACHINES)])
    yield "as real ones", full(1, MOST_MACHINES)
    zeros = "0" * 60
    yield (
        "leading zeros",
        "\n".join(
            [f"Button A: X+{zeros}1, Y+{zeros}1\nButton B: X+{zeros}1, Y+{zeros}2\nPrize: X={zeros}5, Y={zeros}7\n"]
            * MOST_MACHINES
        ),
    )


def written(machines: list[Machine]) -> str:
    return "\n".join(map(str, machines))


def read(text: str) -> list[Machine]:
    words = text.replace("+", " ").replace("=", " ").replace(",", " ").split()
    numbers = [int(word) for word in words if word.isdigit()]
    return [Machine(*numbers[at : at + 6]) for at in range(0, len(numbers), 6)]


def oracle(text: str) -> Answers | None:
    """Near, all numbers of presses of A are tried; far, the exact presses are looked at."""
    machines = read(text)
    if sum(min(one.x // one.ax, one.y // one.ay) for one in machines) > 300_000:
        return None
    near = far = 0
    for one in machines:
        costs = []
        for a in range(min(one.x // one.ax, one.y // one.ay) + 1):
            b = (one.x - a * one.ax) // one.bx
            if (a * one.ax + b * one.bx, a * one.ay + b * one.by) == (one.x, one.y):
                costs.append(3 * a + b)
        near += min(costs, default=0)
        presses = exactly(one._replace(x=one.x + FURTHER, y=one.y + FURTHER))
        far += 3 * int(presses[0]) + int(presses[1]) if won(*presses) else 0
    return str(near), str(far)


def on_machines(change: Callable[[list[Machine], Random], list[Machine]]) -> Transform:
    """A change of the machines, where all are in the domain after it, and as usual."""

    def transform(text: str, rng: Random) -> str | None:
        changed = change(read(text), rng)
        fits = len(changed) <= MOST_MACHINES and all(is_valid(one) and is_usual(one) for one in changed)
        return written(changed) if fits else None

    return transform


def axes_exchanged(machines: list[Machine], rng: Random) -> list[Machine]:
    """Of some of the machines."""
    return [Machine(m.ay, m.ax, m.by, m.bx, m.y, m.x) if rng.random() < 0.5 else m for m in machines]


def buttons_exchanged(machines: list[Machine], _: Random) -> list[Machine]:
    return [Machine(m.bx, m.by, m.ax, m.ay, m.x, m.y) for m in machines]


def four_for_both(before: Answers, after: Answers) -> bool:
    """A press costs 3 once and 1 once, in whichever order; so the two costs differ by a factor of 3 at most."""
    return all(
        (one + two) % 4 == 0 and one <= 3 * two and two <= 3 * one
        for one, two in zip(whole(before), whole(after), strict=True)
    )


def scaled(machines: list[Machine], rng: Random) -> list[Machine]:
    """Steps and prizes of each so many times as large."""
    return [Machine(*(number * by for number in m)) for m in machines for by in [rng.choice((2, 3, 7))]]


def a_press_further(machines: list[Machine], rng: Random) -> list[Machine]:
    """Every prize one press of A or of B further on."""
    return [
        m._replace(x=m.x + by[0], y=m.y + by[1]) for m in machines for by in [rng.choice(((m.ax, m.ay), (m.bx, m.by)))]
    ]


def out_of_reach(machines: list[Machine], _: Random) -> list[Machine]:
    """Every prize so that it can be reached only by -1 presses of A."""
    return [m._replace(x=2 * m.bx * m.ax - m.ax, y=2 * m.by * m.ax - m.ay) for m in machines]


LAWS = (
    Law("the order of the machines does not matter", on_machines(shuffled), same),
    Law("X for Y changes nothing", on_machines(axes_exchanged), same),
    Law("A for B: both costs together are four a press", on_machines(buttons_exchanged), four_for_both),
    Law("all machines twice double both answers", on_machines(twice), doubled),
    Law("so many times as large a machine costs the same", on_machines(scaled), same_part1),
    Law("a press further on nothing is lost", on_machines(a_press_further), no_less),
    Law("a press backwards wins nothing", on_machines(out_of_reach), lambda _, after: after[0] == "0"),
)
