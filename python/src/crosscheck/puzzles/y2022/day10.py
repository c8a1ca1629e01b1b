"""2022 day 10, https://adventofcode.com/2022/day/10

Text: lines `noop`, which take one cycle, and `addx v`, v from -99 to 99, which take two; all lines together take exactly 240 cycles.
A register holds 1 at the start. `addx v` adds v to it when its two cycles are over.
Part 1: the sum, over the cycles 20, 60, 100, 140, 180 and 220, of the number of the cycle times the register during that cycle.
Part 2: a screen of 6 rows of 40 pixels is drawn from left to right, row after row, one pixel a cycle. A pixel is lit if its column differs from the register by at most 1 during its cycle.
The answer is the letters that are seen, in columns 5k to 5k + 4 for each k up to that of the last lit pixel, with `?` for what is not a letter. A letter is four
columns wide, with an empty one after it; Y is five.
"""

from collections.abc import Callable, Iterator
from random import Random
from typing import TypeAlias

from hypothesis import strategies as st

from crosscheck.puzzles import letters
from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, joined, same, same_part1

TITLE = "Cathode-Ray Tube"
UNIT = "cycles"
SIZE = 240
CYCLES, WIDTH, MOST = 240, 40, 99
SAMPLES = 20, 60, 100, 140, 180, 220
WORD = 8
Program: TypeAlias = list[int | None]  # what is added; None is `noop`


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Words, words with gaps or with one stretch out of place; any additions, small or as large as can be; the register at the borders of the screen and beyond."""
    rng = draw(seeds())
    kind = draw(st.sampled_from(("word", "word", "gaps", "blot", "any", "any", "border")))
    if kind in ("any", "border"):
        values = draw(st.sampled_from(((0,), (0, 1, -1), (-MOST, MOST), tuple(range(-MOST, MOST + 1)), (5, 6, -6, 7))))
        if kind == "border":
            values = (-1, -2, 1, 2)
        start = [rng.choice((38, -2, 19))] if kind == "border" else []
        return written(filled(rng, start, values, rng.choice((0.1, 0.5, 0.9))))
    program = a_word(rng, sorted(letters.FONT) + ([" "] * 9 if kind == "gaps" else []))
    if kind == "blot":
        at = rng.choice([at for at, value in enumerate(program) if value is not None])
        program[at] = min(MOST, max(-MOST, (program[at] or 0) + rng.choice((-1, 1, 20))))
    return written(program)


def filled(rng: Random, program: list[int], values: tuple[int, ...], additions: float) -> Program:
    """Lines up to the last cycle."""
    made: Program = [*program]
    left = CYCLES - 2 * len(program)
    while left:
        value = rng.choice(values) if left > 1 and rng.random() < additions else None
        made.append(value)
        left -= cycles(value)
    return made


def cycles(value: int | None) -> int:
    return 1 if value is None else 2


def a_word(rng: Random, known: list[str]) -> Program:
    """A program that draws letters, chosen so that there is one."""
    while True:
        program = drawing(rng, screen_of("".join(rng.choices(known, k=WORD))))
        if program is not None:
            return program


def screen_of(word: str) -> list[bool]:
    """All pixels, row after row."""
    shapes = [letters.FONT.get(it, " ".join(["...."] * letters.HEIGHT)).split() for it in word]
    return [
        pixel == "#"
        for row in range(letters.HEIGHT)
        for shape in shapes
        for pixel in shape[row].ljust(letters.PITCH, ".")
    ]


REGISTERS = frozenset(range(-9, WIDTH + 9))


def right(screen: list[bool], cycle: int) -> frozenset[int]:
    """The registers that draw this pixel as it is."""
    column = cycle % WIDTH
    lit = frozenset((column - 1, column, column + 1))
    return lit if screen[cycle] else REGISTERS - lit


def drawing(rng: Random, screen: list[bool]) -> Program | None:
    """From the last pixel backwards: with which registers can the rest be drawn? Then any of these, from the first pixel on."""
    fitting = [right(screen, cycle) for cycle in range(CYCLES)] + [REGISTERS]
    able = [REGISTERS] * (CYCLES + 1)
    for cycle in reversed(range(CYCLES)):
        adds = cycle + 1 < CYCLES and able[cycle + 2]
        able[cycle] = fitting[cycle] & (able[cycle + 1] | fitting[cycle + 1] if adds else able[cycle + 1])
    if 1 not in able[0]:
        return None
    program: Program = []
    cycle, register = 0, 1
    while cycle < CYCLES:
        adds = cycle + 1 < CYCLES and register in fitting[cycle + 1] and able[cycle + 2]
        if adds and (register not in able[cycle + 1] or rng.random() < 0.7):
            new = rng.choice(sorted(adds))
            program.append(new - register)
            cycle, register = cycle + 2, new
        else:
            program.append(None)
            cycle += 1
    return program


def full(seed: int, size: int = SIZE) -> str:
    """A word of eight letters; every text has 240 cycles, whatever the size."""
    return written(a_word(Random(seed), sorted(set(letters.FONT) - {"Y"})))


def worst() -> Iterator[tuple[str, str]]:
    """Most lines, and most additions, which bring the register as far away as can be."""
    yield "nothing but noop", written([None] * CYCLES)
    yield "the greatest register", written([MOST] * (CYCLES // 2))
    yield "the least register", written([-MOST] * (CYCLES // 2))
    yield "back and forth across the screen", written([38, -38] * (CYCLES // 4))


def written(program: Program) -> str:
    return joined("noop" if value is None else f"addx {value}" for value in program)


def read(text: str) -> Program:
    return [int(line.split()[1]) if " " in line else None for line in text.split("\n") if line]


def oracle(text: str) -> Answers | None:
    """Cycle by cycle; the letters are compared with the font."""
    register, during = 1, list[int]()
    for value in read(text):
        during.append(register)
        if value is not None:
            during.append(register)
            register += value
    strength = 0
    rows = [""] * letters.HEIGHT
    for cycle, there in enumerate(during, start=1):
        if cycle in SAMPLES:
            strength += cycle * there
        column = (cycle - 1) % WIDTH
        rows[(cycle - 1) // WIDTH] += "#" if column in (there - 1, there, there + 1) else "."
    return str(strength), letters.read(rows)


def on_programs(change: Callable[[Program, Random], Program | None]) -> Transform:
    """None where the change leads out of the domain."""

    def transform(text: str, rng: Random) -> str | None:
        changed = change(read(text), rng)
        if changed is None or any(abs(value or 0) > MOST for value in changed):
            return None
        return written(changed)

    return transform


def noops_joined(program: Program, _: Random) -> Program:
    """`addx 0` for two `noop`, where two come one after the other."""
    changed: Program = []
    waiting = False
    for value in [*program, -1]:
        if value is None and waiting:
            changed.append(0)
        elif waiting:
            changed.append(None)
        if value is not None:
            changed.append(value)
        waiting = value is None and not waiting
    return changed[:-1]


def zeros_cut(program: Program, _: Random) -> Program:
    """Two `noop` for `addx 0`."""
    changed: Program = []
    for value in program:
        changed += [None, None] if value == 0 else [value]
    return changed


def negative(program: Program, _: Random) -> Program:
    return [None if value is None else -value for value in program]


ONES = 2 * sum(SAMPLES)  # part 1 of a register that stays at 1, twice


def mirror_image(before: Answers, after: Answers) -> bool:
    """The register r becomes 2 - r."""
    return int(before[0] or "") + int(after[0] or "") == ONES


def doubled_values(program: Program, _: Random) -> Program:
    return [None if value is None else 2 * value for value in program]


def twice_as_far(before: Answers, after: Answers) -> bool:
    """The register r becomes 2r - 1."""
    return int(after[0] or "") == 2 * int(before[0] or "") - ONES // 2


def other_end(program: Program, rng: Random) -> Program | None:
    """Another number in the last line, if it adds one: it is added when all is over."""
    *others, last = program
    return None if last is None else [*others, rng.randint(-MOST, MOST)]


def other_last_row(program: Program, rng: Random) -> Program | None:
    """Other numbers in lines that end after the last of the cycles that are asked for."""
    changed: Program = []
    done = 0
    for value in program:
        done += cycles(value)
        changed.append(rng.randint(-MOST, MOST) if value is not None and done >= SAMPLES[-1] else value)
    return changed


def all_noops(_: Program, __: Random) -> Program:
    return [None] * CYCLES


LAWS = (
    Law("addx 0 is two noop", on_programs(noops_joined), same),
    Law("two noop are addx 0", on_programs(zeros_cut), same),
    Law("opposite numbers mirror part 1", on_programs(negative), mirror_image),
    Law("numbers twice as large double the distance of part 1", on_programs(doubled_values), twice_as_far),
    Law("what the last line adds is never seen", on_programs(other_end), same),
    Law("part 1 is over with cycle 220", on_programs(other_last_row), same_part1),
    Law("a register that stays at 1", on_programs(all_noops), lambda _, after: after == (str(ONES // 2), "?")),
)
