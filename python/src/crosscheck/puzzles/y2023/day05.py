"""2023 day 5, https://adventofcode.com/2023/day/5

Text: `seeds: ` and 2 to 40 numbers, an even number of them, with one blank between. Read as pairs of a start and a length, each length is at least 1 and start
plus length at most 2^32. Then seven blocks, each after a blank line: a header, `seed-to-soil map:` and so on in the usual order, and 1 to 60 lines
`destination source length`. All numbers are 0 to 2^32 - 1, each length is at least 1, and source plus length and destination plus length are at most
2^32. The source ranges of a block do not overlap; destination ranges may, and need not be where the sources of a block are.
A block maps a number in a source range by as much as the destination is from the source, and any other number to itself. All blocks in turn lead from a
seed to a location.
Part 1: the least location of all numbers of the first line as seeds.
Part 2: the least location of all seeds in the ranges that the pairs are.
"""

from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple, TypeAlias

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds as generators
from crosscheck.puzzles.law import Answers, Law, Transform, joined, same, same_part2, shuffled, whole
from crosscheck.puzzles.limit import Limit

TITLE = "If You Give A Seed A Fertilizer"
UNIT = "lines"
SIZE = 200
END, MOST_NUMBERS, MOST_LINES = 2**32, 40, 60
KINDS = ("seed", "soil", "fertilizer", "water", "light", "temperature", "humidity", "location")
BLOCKS = len(KINDS) - 1


class Line(NamedTuple):
    destination: int
    source: int
    length: int


Block: TypeAlias = list[Line]


class Almanac(NamedTuple):
    seeds: list[int]
    blocks: list[Block]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Ranges of a few numbers near zero, near the last number or anywhere; blocks that are full or have gaps, that exchange, join or move their ranges."""
    rng = draw(generators())
    width = draw(st.sampled_from((3, 8, 20, 60)))
    base = draw(st.sampled_from((0, 0, 0, END - width, rng.randrange(END - width))))
    pairs = []
    for _ in range(draw(st.sampled_from((1, 1, 2, 3, 10, 20)))):
        start = rng.randrange(width)
        pairs += [base + start, rng.choice((1, width - start, rng.randint(1, width - start)))]
    kinds = draw(st.lists(st.sampled_from(("exchange", "gaps", "anywhere", "one place", "itself")), min_size=1))
    most = draw(st.sampled_from((1, 2, 5, MOST_LINES)))
    return written(Almanac(pairs, [any_block(rng, rng.choice(kinds), base, width, most) for _ in range(BLOCKS)]))


def any_block(rng: Random, kind: str, base: int, width: int, most: int) -> Block:
    """The numbers from base to base + width are cut into pieces, and some or all of them are moved."""
    cuts = sorted(rng.sample(range(1, width), rng.randint(0, min(most, width) - 1)))
    lengths = [end - start for start, end in zip([0, *cuts], [*cuts, width], strict=True)]
    if kind == "exchange":
        return shuffled(exchange(rng, base, lengths), rng)
    lines = []
    source = base
    for length in lengths:
        to = source if kind == "itself" else base if kind == "one place" else base + rng.randint(0, width - length)
        lines.append(Line(to, source, length))
        source += length
    kept = [line for line in lines if rng.random() < 0.6] if kind == "gaps" else lines
    return shuffled(kept or lines[:1], rng)


def exchange(rng: Random, base: int, lengths: list[int]) -> Block:
    """Neighbouring pieces in another order."""
    sources = {}
    for at, length in enumerate(lengths):
        sources[at] = base + sum(lengths[:at]), length
    lines, destination = [], base
    for at in shuffled(list(sources), rng):
        source, length = sources[at]
        lines.append(Line(destination, source, length))
        destination += length
    return lines


def full(seed: int, size: int = SIZE) -> str:
    """Each block cuts the numbers up to a point near the last one into 8 to 49 ranges, and puts them in another order; ten ranges of seeds."""
    rng = Random(seed)
    counts = [min(MOST_LINES, max(1, size // BLOCKS))] * BLOCKS
    for _ in range(size):  # uneven, with the same sum
        one, other = rng.sample(range(BLOCKS), 2)
        if counts[one] > max(2, size // 20) and counts[other] < min(MOST_LINES, size // 4):
            counts[one], counts[other] = counts[one] - 1, counts[other] + 1
    blocks = []
    for count in counts:
        end = rng.choice((END, END - rng.randint(1, END // 4)))
        cuts = sorted(rng.sample(range(1, end), count - 1))
        lengths = [above - below for below, above in zip([0, *cuts], [*cuts, end], strict=True)]
        blocks.append(shuffled(exchange(rng, 0, lengths), rng))
    pairs = []
    for _ in range(10):
        start = rng.randrange(END - 2**24)
        pairs += [start, rng.randint(2**20, min(END - start, 5 * 10**8))]
    return written(Almanac(pairs, blocks))


def limits() -> Iterator[Limit]:
    most = Line(0, 0, END - 1)
    yield Limit("all numbers but one", written(Almanac([0, END - 1], [[most]] * BLOCKS)), "0, 0")
    moved = Line(1, 0, END - 1), Line(0, END - 1, 1)
    yield Limit("all numbers turn by one", written(Almanac([0, END - 1], [list(moved)] * BLOCKS)), f"{BLOCKS - 1}, 0")
    lines = [Line(2 * at, 2 * at, 1) for at in range(MOST_LINES + 1)]
    plain = [[most]] * (BLOCKS - 2)
    yield Limit("most lines in each block", written(Almanac([5, 1], [lines[:-1]] * BLOCKS)), "1, 5")
    yield Limit(
        "a line too many", written(Almanac([5, 1], [lines, [most], *plain])), f"refused at line {MOST_LINES + 4}"
    )
    last = written(Almanac([5, 1], [*plain, [most], lines]))
    yield Limit(
        "a line too many in the last block", last, f"refused at line {1 + 3 * (BLOCKS - 1) + 2 + MOST_LINES + 1}"
    )
    yield Limit("two numbers too many", written(Almanac([5, 1] * 21, [[most]] * BLOCKS)), "refused at line 1")


def worst() -> Iterator[tuple[str, str]]:
    """Most lines and all seeds: in any order, all ranges to one place again and again, ranges of one number, and ranges that each block cuts anew."""
    rng = Random(5)
    everything = [half for start in range(0, END, END // 20 + 1) for half in (start, min(END // 20 + 1, END - start))]
    pieces = [END // MOST_LINES + (at < END % MOST_LINES) for at in range(MOST_LINES)]
    equal = [exchange(rng, 0, pieces) for _ in range(BLOCKS)]
    yield "equal ranges in any order", written(Almanac(everything, equal))
    uneven = []
    for _ in range(BLOCKS):
        cuts = sorted(rng.sample(range(1, END), MOST_LINES - 1))
        lengths = [above - below for below, above in zip([0, *cuts], [*cuts, END], strict=True)]
        uneven.append(exchange(rng, 0, lengths))
    yield "uneven ranges in any order", written(Almanac(everything, uneven))
    backwards, source = [], 0
    for length in pieces:
        backwards.append(Line(END - source - length, source, length))
        source += length
    yield "ranges in reversed order", written(Almanac(everything, [backwards] * BLOCKS))
    yield (
        "ranges of one number",
        written(
            Almanac(
                everything,
                [[Line(2 * at + 1, 2 * at + by, 1) for at in range(MOST_LINES)] for by in (0, 1) * 4][:BLOCKS],
            )
        ),
    )
    yield (
        "half of all numbers onto the other half",
        written(Almanac(everything, [folded(block) for block in range(BLOCKS)])),
    )
    for ways in (8, MOST_LINES):
        blocks, width = [], END
        for _ in range(BLOCKS - 1):
            length = max(1, width // ways)
            blocks.append([Line(0, at * length, length) for at in range(min(ways, width))])
            width = length
        blocks.append([Line(7, 0, END - 7)])
        yield f"{ways} ranges to one place in each block", written(Almanac([0, END - 1], blocks))


def folded(block: int) -> Block:
    """Every second range of the block's own width comes to lie on the one before it."""
    width = END >> (6 + block)
    return [Line(2 * at * width, (2 * at + 1) * width, width) for at in range(32)]


def written(almanac: Almanac) -> str:
    rows = ["seeds: " + " ".join(map(str, almanac.seeds))]
    for one, other, block in zip(KINDS, KINDS[1:], almanac.blocks, strict=False):
        rows += ["", f"{one}-to-{other} map:", *(" ".join(map(str, line)) for line in block)]
    return joined(rows)


def read(text: str) -> Almanac:
    first, *blocks = text.split("\n\n")
    return Almanac(
        [int(number) for number in first.split()[1:]],
        [[Line(*map(int, line.split())) for line in block.splitlines()[1:]] for block in blocks],
    )


def oracle(text: str) -> Answers | None:
    """Each seed is looked up by itself; part 2 only where there are not too many."""
    seeds, blocks = read(text)
    pairs = list(zip(seeds[::2], seeds[1::2], strict=True))
    least = min(location(blocks, seed) for seed in seeds)
    if sum(length for _, length in pairs) > 3_000:
        return str(least), None
    return str(least), str(min(location(blocks, start + by) for start, length in pairs for by in range(length)))


def location(blocks: list[Block], seed: int) -> int:
    number = seed
    for block in blocks:
        fitting = [line for line in block if line.source <= number < line.source + line.length]
        for line in fitting:
            number = line.destination + (number - line.source)
    return number


def on_almanacs(change: Callable[[Almanac, Random], Almanac | None]) -> Transform:
    def transform(text: str, rng: Random) -> str | None:
        changed = change(read(text), rng)
        if changed is None or len(changed.seeds) > MOST_NUMBERS:
            return None
        return None if any(len(block) > MOST_LINES for block in changed.blocks) else written(changed)

    return transform


def lines_shuffled(almanac: Almanac, rng: Random) -> Almanac:
    return almanac._replace(blocks=[shuffled(block, rng) for block in almanac.blocks])


def on_pairs(change: Callable[[list[tuple[int, int]], Random], list[tuple[int, int]]]) -> Transform:
    def changed(almanac: Almanac, rng: Random) -> Almanac:
        pairs = list(zip(almanac.seeds[::2], almanac.seeds[1::2], strict=True))
        return almanac._replace(seeds=[number for pair in change(pairs, rng) for number in pair])

    return on_almanacs(changed)


def ranges_cut(pairs: list[tuple[int, int]], rng: Random) -> list[tuple[int, int]]:
    """Each range of two seeds or more as two ranges."""
    cut = []
    for start, length in pairs:
        first = rng.randint(1, length - 1) if length > 1 else 1
        cut += [(start, first), (start + first, length - first)] if length > 1 else [(start, 1)]
    return cut


def starts_only(pairs: list[tuple[int, int]], _: Random) -> list[tuple[int, int]]:
    return [(start, 1) for start, _ in pairs]


def again_in_part(pairs: list[tuple[int, int]], rng: Random) -> list[tuple[int, int]]:
    """A range more, within one that is there."""
    start, length = rng.choice(pairs)
    by = rng.randrange(length)
    return [(start + by, rng.randint(1, length - by)), *pairs]


def one_by_one(almanac: Almanac, _: Random) -> Almanac:
    """Every number of the first line is the start of a range of one seed."""
    return almanac._replace(seeds=[number for seed in almanac.seeds for number in (seed, 1)])


def lines_cut(almanac: Almanac, rng: Random) -> Almanac:
    """A line of each block as two lines."""
    blocks = []
    for block in almanac.blocks:
        at = rng.randrange(len(block))
        to, source, length = block[at]
        if length > 1:
            first = rng.randint(1, length - 1)
            parts = [Line(to + first, source + first, length - first), Line(to, source, first)]
            blocks.append([*block[:at], *parts, *block[at + 1 :]])
        else:
            blocks.append(block)
    return almanac._replace(blocks=blocks)


def gaps_filled(almanac: Almanac, rng: Random) -> Almanac:
    """What is in no range is mapped to itself by a line, in each block up to one gap."""
    blocks = []
    for block in almanac.blocks:
        ends = [0, *sorted(line.source + line.length for line in block)]
        starts = [*sorted(line.source for line in block), END]
        gaps = [(end, start - end) for end, start in zip(ends, starts, strict=True) if 0 < start - end < END]
        start, length = rng.choice(gaps) if gaps else (0, 0)
        blocks.append([*block, Line(start, start, length)] if gaps else block)
    return almanac._replace(blocks=blocks)


def blocks_moved(almanac: Almanac, _: Random) -> Almanac | None:
    """The last block comes first, where it maps all numbers to themselves."""
    *others, last = almanac.blocks
    identity = all(line.destination == line.source for line in last)
    return almanac._replace(blocks=[last, *others]) if identity else None


def part2_no_less(before: Answers, after: Answers) -> bool:
    return whole(after)[1] >= whole(before)[1]


LAWS = (
    Law("the order of the lines of a block does not matter", on_almanacs(lines_shuffled), same),
    Law("the order of the ranges of seeds does not matter", on_pairs(shuffled), same),
    Law("a range of seeds may be cut in two", on_pairs(ranges_cut), same_part2),
    Law("some of the seeds again change nothing in part 2", on_pairs(again_in_part), same_part2),
    Law("fewer seeds have no lesser location", on_pairs(starts_only), part2_no_less),
    Law("part 2 of ranges of one seed is part 1", on_almanacs(one_by_one), lambda one, two: two[1] == one[0]),
    Law("a line may be cut in two", on_almanacs(lines_cut), same),
    Law("a line that maps a gap to itself changes nothing", on_almanacs(gaps_filled), same),
    Law("a block that changes nothing may be the first or the last", on_almanacs(blocks_moved), same),
)
