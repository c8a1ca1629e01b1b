"""2021 day 24, https://adventofcode.com/2021/day/24

Text: 252 lines, fourteen blocks of the eighteen instructions

    inp w / mul x 0 / add x z / mod x 26 / div z D / add x A / eql x w / eql x 0 / mul y 0 / add y 25 / mul y x / add y 1 / mul z y / mul y 0 /
    add y w / add y B / mul y x / add z y

A block with D = 1 pushes: A is 10 to 99, B is 0 to 16. One with D = 26 pops: A is -99 to 99, B is 0 to 99. Seven push and seven pop, as brackets do, and
a pop's A plus the B of the push it belongs to is -8 to 8. A number of fourteen digits 1-9 is accepted if the program, given its digits in order, ends
with z = 0.
Part 1: the greatest number accepted.  Part 2: the least.
"""

from collections.abc import Iterator
from itertools import product
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, same
from crosscheck.puzzles.limit import Limit

TITLE = "Arithmetic Logic Unit"
UNIT = "digits"
SIZE = 14
BLOCK = """inp w|mul x 0|add x z|mod x 26|div z {}|add x {}|eql x w|eql x 0|mul y 0|add y 25|mul y x|add y 1|mul z y|mul y 0|add y w|add y {}|mul y x|add z y"""
Block = tuple[int, int, int]
Instruction = tuple[str, str, str]


def program(blocks: list[Block]) -> str:
    return "".join(BLOCK.format(*block).replace("|", "\n") + "\n" for block in blocks)


def blocks_of(text: str) -> list[Block]:
    constants = [line.split()[-1] for line in text.splitlines()]
    return [(int(constants[at + 4]), int(constants[at + 5]), int(constants[at + 15])) for at in range(0, 252, 18)]


def brackets(rng: Random) -> list[bool]:
    """Seven pushes (True) and seven pops, none before its push."""
    pushes, order = 0, []
    for at in range(14):
        open_now = 2 * pushes - at
        push = open_now == 0 or (pushes < 7 and rng.random() < 0.5)
        pushes += push
        order.append(push)
    return order


def partners(order: list[bool]) -> list[tuple[int, int]]:
    """The push and the pop of each pair."""
    waiting, pairs = [], []
    for at, push in enumerate(order):
        if push:
            waiting.append(at)
        else:
            pairs.append((waiting.pop(), at))
    return pairs


def made(rng: Random, differences: list[int], wide: bool) -> str:
    order = brackets(rng)
    blocks: list[Block] = [
        (1, rng.randint(10, 99 if wide else 15), rng.randint(0, 16 if wide else 15)) if push else (0, 0, 0)
        for push in order
    ]
    for (push, pop), difference in zip(partners(order), differences, strict=True):
        blocks[pop] = 26, difference - blocks[push][2], rng.randint(0, 99 if wide else 15)
    return program(blocks)


def puzzles() -> st.SearchStrategy[str]:
    differences = st.lists(st.sampled_from((-8, -7, -1, 0, 1, 7, 8, 3, -4)), min_size=7, max_size=7)
    return st.builds(made, seeds(), differences, st.booleans())


def full(seed: int, size: int = SIZE) -> str:
    """All sizes are one: a model number has fourteen digits."""
    rng = Random(seed)
    return made(rng, [rng.randint(-8, 8) for _ in range(7)], wide=False)


def oracle(text: str) -> Answers:
    """Experiments on the machine: for each push and its pop, inner pairs first, all 81 pairs of digits that leave z as it was before the push."""
    lines = text.splitlines()
    blocks = [[instruction(line) for line in lines[at : at + 18]] for at in range(0, 252, 18)]
    most, least = [0] * 14, [0] * 14
    for push, pop in partners([int(block[4][2]) == 1 for block in blocks]):

        def restored(first: int, last: int, push: int = push, pop: int = pop) -> bool:
            z = 0
            for block, digit in zip(blocks[push : pop + 1], [first, *most[push + 1 : pop], last], strict=True):
                z = run(block, digit, z)
            return z == 0

        accepted = [pair for pair in product(range(1, 10), repeat=2) if restored(*pair)]
        most[push], most[pop] = max(accepted)
        least[push], least[pop] = min(accepted)
    return "".join(map(str, most)), "".join(map(str, least))


def instruction(line: str) -> Instruction:
    name, target, *operand = line.split()
    return name, target, operand[0] if operand else ""


def run(block: list[Instruction], digit: int, z: int) -> int:
    """The machine: z after a block that reads this digit."""
    registers = {"w": 0, "x": 0, "y": 0, "z": z}
    for name, target, operand in block:
        a, b = registers[target], registers[operand] if operand in registers else int(operand or 0)
        match name:
            case "inp":
                a = digit
            case "add":
                a += b
            case "mul":
                a *= b
            case "div":
                a //= b
            case "mod":
                a %= b
            case _:
                a = int(a == b)
        registers[target] = a
    return registers["z"]


def other_spares(text: str, rng: Random) -> str:
    """What a push adds to x never matches a digit, whatever it is; what a pop adds to y is multiplied by 0."""
    return program(
        [(1, rng.randint(10, 99), b) if d == 1 else (26, a, rng.randint(0, 99)) for d, a, b in blocks_of(text)]
    )


def shared_otherwise(text: str, rng: Random) -> str:
    """One more for a push and one less for its pop."""
    blocks = blocks_of(text)
    for push, pop in partners([d == 1 for d, _, _ in blocks]):
        by = rng.randint(-blocks[push][2], 16 - blocks[push][2])
        blocks[push] = 1, blocks[push][1], blocks[push][2] + by
        blocks[pop] = 26, blocks[pop][1] - by, blocks[pop][2]
    return program(blocks)


def negated(text: str, _: Random) -> str:
    """Every difference between two digits the other way round."""
    blocks = blocks_of(text)
    for push, pop in partners([d == 1 for d, _, _ in blocks]):
        blocks[pop] = 26, -blocks[pop][1] - 2 * blocks[push][2], blocks[pop][2]
    return program(blocks)


def tens_complement(before: Answers, after: Answers) -> bool:
    """1 for 9, 2 for 8 ...: the greatest number becomes the least."""
    swap = str.maketrans("123456789", "987654321")
    (most, least), (most_after, least_after) = before, after
    return (most or "").translate(swap) == least_after and (least or "").translate(swap) == most_after


def limits() -> Iterator[Limit]:
    yield Limit("seven pushes, and each pop asks for 8 more", deep(8), "11111119999999, 11111119999999")
    yield Limit("seven pushes, and each pop asks for 8 less", deep(-8), "99999991111111, 99999991111111")
    yield Limit("an instruction too many", deep(8) + "inp w\n", "refused at line 253")


def deep(more: int) -> str:
    """Seven pushes of the greatest constants, then seven pops."""
    return program([(1, 99, 16)] * 7 + [(26, more - 16, 99)] * 7)


def worst() -> Iterator[tuple[str, str]]:
    """The deepest nesting, with the greatest constants, where most and where fewest digits fit."""
    yield "seven pushes, and each pop asks for the same digit", deep(0)
    yield "seven pushes, and each pop asks for 8 more", deep(8)
    yield "seven pushes, and each pop asks for 8 less", deep(-8)
    yield "pushes and pops in turn", program([(1, 99, 16), (26, -16, 99)] * 7)


LAWS = (
    Law("constants that cannot matter do not", other_spares, same),
    Law("only the sum of a push's and its pop's constant matters", shared_otherwise, same),
    Law("differences the other way round swap greatest and least, 1 for 9", negated, tens_complement),
)
