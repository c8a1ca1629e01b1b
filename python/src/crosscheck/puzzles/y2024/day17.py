"""2024 day 17, https://adventofcode.com/2024/day/17

Text: three lines `Register A: N`, `Register B: N`, `Register C: N`, each number 0 to 2^48 - 1; a blank line; and `Program: ` with 16 digits 0-7, comma
separated. The program is 2,4,1,x,7,5, then the pairs 1,y and 4,z and 0,3 and 5,5 in any order, then 3,0, with any digits x, y and z.
It is run on a machine whose instructions are an opcode and an operand each. A combo operand is 0 to 3 itself, or with 4, 5 or 6 what is in A, B or C.
0: A is divided by 2 to the power of the combo operand, rounded down; 6 and 7 do the same and put the result into B or C. 1: B is XORed with the operand
itself. 2: B becomes the combo operand modulo 8. 3: jump to the operand itself if A is not 0. 4: B is XORed with C. 5: put out the combo operand modulo 8.
The machine stops behind the program's end. So each round of the program looks at the lowest ten bits of A, puts out one digit, and drops three bits.
Part 1: what is put out, comma separated.  Part 2: the least positive number for A with which the program puts out itself, or `no solution`.
"""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, on_what, same, same_part1
from crosscheck.solvers.outcome import NO_SOLUTION

TITLE = "Chronospatial Computer"
UNIT = "digits"
SIZE = 16
LAST = 2**48 - 1
Pair = tuple[int, int]


class Computer(NamedTuple):
    registers: tuple[int, int, int]
    x: int
    pairs: list[Pair]
    """The four in the middle."""

    @property
    def program(self) -> list[int]:
        return [2, 4, 1, self.x, 7, 5, *(digit for pair in self.pairs for digit in pair), 3, 0]

    def __str__(self) -> str:
        lines = [f"Register {name}: {value}" for name, value in zip("ABC", self.registers, strict=True)]
        return "\n".join([*lines, "", f"Program: {written(self.program)}"]) + "\n"


def written(digits: list[int]) -> str:
    return ",".join(map(str, digits))


def assembled(rng: Random, registers: tuple[int, int, int]) -> Computer:
    """Any program of the shape."""
    pairs = [(1, rng.randrange(8)), (4, rng.randrange(8)), (0, 3), (5, 5)]
    return Computer(registers, rng.randrange(8), rng.sample(pairs, 4))


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Any program of the shape, two of three with a solution; A at an end of its range, with few digits, or any."""
    rng = draw(seeds())
    ends = st.sampled_from((0, 1, 7, 8, 63, 64, 2**45 - 1, 2**45, LAST))
    a = draw(st.one_of(ends, st.integers(0, 8**9), st.integers(0, LAST)))
    b, c = draw(st.sampled_from(((0, 0), (1, 0), (0, 1), (LAST, LAST), (7, 2**47))))
    computer = assembled(rng, (a, b, c))
    if draw(st.integers(0, 2)) > 0:
        while least_quine(computer.program) is None:
            computer = assembled(rng, (a, b, c))
    return str(computer)


def full(seed: int, size: int = SIZE) -> str:
    """All sizes are one: a program has sixteen digits. There is a solution, for which its digits look at A as far up as they can."""
    rng = Random(seed)
    while True:
        computer = assembled(rng, (rng.randint(8**8, 8**9 - 1), 0, 0))
        order = [opcode for opcode, _ in computer.pairs]
        if order.index(5) > max(order.index(1), order.index(4)) and least_quine(computer.program) is not None:
            return str(computer)


def worst() -> Iterator[tuple[str, str]]:
    """Programs with the most ways to go on from the highest digit, whether there is a solution or not, and the longest output."""
    rng = Random(17)
    most: dict[bool, tuple[int, str]] = {True: (0, ""), False: (0, "")}
    for _ in range(400):
        computer = assembled(rng, (LAST, LAST, LAST))
        solvable = least_quine(computer.program) is not None
        most[solvable] = max(most[solvable], (tried(computer.program), str(computer)))
    yield "most ways, with a solution", most[True][1]
    yield "most ways, without a solution", most[False][1]
    yield "every digit stands for itself", str(Computer((LAST, 0, 0), 7, [(5, 5), (1, 0), (4, 0), (0, 3)]))
    yield (
        "leading zeros",
        str(Computer((LAST, 0, 0), 7, [(5, 5), (1, 0), (4, 0), (0, 3)])).replace(": 0", ": " + "0" * 4_000),
    )


def tried(program: list[int]) -> int:
    """How many numbers put out an end of the program."""
    ways, count = [0], 0
    for at in reversed(range(len(program))):
        ways = [a for way in ways for a in range(8 * way, 8 * way + 8) if a and put_out(program, a) == program[at:]]
        count += len(ways)
    return count


def read(text: str) -> Computer:
    a, b, c, _, program = text.splitlines()
    digits = [int(digit) for digit in program.split()[1].split(",")]
    pairs = list(zip(digits[6:14:2], digits[7:14:2], strict=True))
    return Computer((int(a.split()[2]), int(b.split()[2]), int(c.split()[2])), digits[3], pairs)


def oracle(text: str) -> Answers | None:
    """The machine as it is told. Part 2 finds A from its lowest digit up, and tries every number that is left."""
    computer = read(text)
    least = least_quine(computer.program)
    return written(put_out(computer.program, *computer.registers)), NO_SOLUTION if least is None else str(least)


def put_out(program: list[int], a: int, b: int = 0, c: int = 0, most: int = 17) -> list[int]:
    """Instruction by instruction; no more than so many digits."""
    registers = {"A": a, "B": b, "C": c}
    digits: list[int] = []
    at = 0
    while at < len(program) and len(digits) < most:
        opcode, operand = program[at : at + 2]
        combo = registers["ABC"[operand - 4]] if 4 <= operand <= 6 else operand
        at += 2
        match opcode:
            case 0 | 6 | 7:
                registers["ABC"[max(0, opcode - 5)]] = registers["A"] // 2**combo
            case 1:
                registers["B"] ^= operand
            case 2:
                registers["B"] = combo % 8
            case 3:
                at = operand if registers["A"] != 0 else at
            case 4:
                registers["B"] ^= registers["C"]
            case _:
                digits.append(combo % 8)
    return digits


def least_quine(program: list[int]) -> int | None:
    """The first digit that is put out depends on the lowest ten bits of A: those that are right for it are told by the machine. The next digit depends in
    the same way on the ten bits that begin three higher, of which seven are known by then; and so on. A has as many octal digits as the program."""
    windows = [put_out(program, bits, most=1)[0] for bits in range(1024)]
    known = set(range(128))  # of the lowest bits of A, so far
    for at, digit in enumerate(program):
        more = (bits + (high << 3 * at + 7) for bits in known for high in range(8))
        known = {bits for bits in more if windows[bits >> 3 * at] == digit}
    return min((a for a in known if a.bit_length() in (46, 47, 48) and put_out(program, a) == program), default=None)


on_computer = on_what(read, str)


def other_b_and_c(computer: Computer, rng: Random) -> Computer:
    return computer._replace(registers=(computer.registers[0], rng.choice((0, 1, LAST)), rng.randint(0, LAST)))


def other_z(computer: Computer, rng: Random) -> Computer:
    pairs = [(opcode, rng.randrange(8) if opcode == 4 else operand) for opcode, operand in computer.pairs]
    return computer._replace(pairs=pairs)


def drop_elsewhere(computer: Computer, rng: Random) -> Computer:
    """A is divided earlier or later in the round."""
    pairs = [pair for pair in computer.pairs if pair != (0, 3)]
    pairs.insert(rng.randrange(4), (0, 3))
    return computer._replace(pairs=pairs)


def other_y(computer: Computer, rng: Random) -> Computer:
    mask = rng.randrange(1, 8)
    pairs = [(opcode, operand ^ mask if opcode == 1 else operand) for opcode, operand in computer.pairs]
    return computer._replace(pairs=pairs)


def one_mask(before: Answers, after: Answers) -> bool:
    """All digits change by the same XOR, or none does where y comes too late."""
    digits = zip((before[0] or "").split(","), (after[0] or "").split(","), strict=True)
    return len({int(one) ^ int(two) for one, two in digits}) == 1


def digit_below(computer: Computer, rng: Random) -> Computer | None:
    """A has one octal digit more."""
    a, b, c = computer.registers
    return computer._replace(registers=(8 * a + rng.randrange(8), b, c)) if 0 < a <= LAST // 8 else None


def digit_in_front(before: Answers, after: Answers) -> bool:
    return before[1] == after[1] and (after[0] or "")[1:] == f",{before[0]}"


def at_the_quine(computer: Computer, _: Random) -> Computer | None:
    """A is set to what puts out the program, which has 16 digits."""
    a = least_quine(computer.program)
    return None if a is None else computer._replace(registers=(a, *computer.registers[1:]))


def sixteen_digits(before: Answers, after: Answers) -> bool:
    """It begins and ends as every program does, and part 2 is a number of sixteen octal digits."""
    put_out = after[0] or ""
    shape = len(put_out) == 31 and put_out.startswith("2,4,1,") and put_out.endswith(",3,0")
    return shape and before[1] == after[1] and 8**15 <= int(after[1] or "") < 8**16


LAWS = (
    Law("what is in B and C at first does not matter", on_computer(other_b_and_c), same),
    Law("z does not matter to part 1", on_computer(other_z), same_part1),
    Law("where A is divided does not matter to part 1", on_computer(drop_elsewhere), same_part1),
    Law("another y changes all digits alike", on_computer(other_y), one_mask),
    Law("a digit more of A is a digit more in front", on_computer(digit_below), digit_in_front),
    Law("the answer of part 2 puts out a program", on_computer(at_the_quine), sixteen_digits),
)
