"""2024 day 9, https://adventofcode.com/2024/day/9

Text: one line of 1 to 50,000 digits: in turn the length of a file and the length of the gap behind it, a file first. Files are 1 to 9 blocks long, gaps
0 to 9. The last digit may be a file or a gap. The files are numbered from 0.
Part 1: the last block of the last file moves into the first free place, again and again, until no gap is left between blocks.
Part 2: each file once, from the last to the first, moves as a whole to the start of the leftmost gap that is long enough and lies to its left; if there
is none, it stays.
Both answers are the sum over all blocks of the number of the file times the place, counted from 0.
"""

from collections.abc import Callable, Iterator
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.law import Answers, Law, Transform, same, same_parts, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Disk Fragmenter"
UNIT = "digits"
SIZE = 19_999
MOST = 50_000
Block = int | None


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Short and long files and gaps, all of one block, none that fits, and with a gap at the end or without."""
    files = draw(st.sampled_from(("1", "12", "123", "1239", "9", "89", "123456789")))
    gaps = draw(st.sampled_from(("0", "1", "01", "012", "0129", "9", "8", "0123456789")))
    count = draw(st.sampled_from((9, 5, 7, 3, 12, 15, 2, 20, 1, 25)))
    chosen = draw(st.lists(st.tuples(st.sampled_from(files), st.sampled_from(gaps)), min_size=count, max_size=count))
    digits = "".join(file + gap for file, gap in chosen)
    return (digits if draw(st.integers(0, 3)) == 0 else digits[:-1]) + "\n"


def full(seed: int, size: int = SIZE) -> str:
    """Files and gaps of all lengths."""
    rng = Random(seed)
    return "".join(str(rng.randint(1 - at % 2, 9)) for at in range(min(size, MOST))) + "\n"


def limits() -> Iterator[Limit]:
    most, last = MOST // 2, MOST // 2 - 1
    total = sum(
        9 * file * (9 * file + 4) for file in range(most)
    )  # no gaps: the places of a file are 9 * file + 0 to 8
    yield Limit("most files, without gaps", "90" * most + "\n", f"{total}, {total}")
    ones = sum(
        place * (place // 2 if place % 2 == 0 else last - place // 2) for place in range(most)
    )  # from both ends in turn
    yield Limit("most files of one block", "11" * most + "\n", f"{ones}, {ones}")
    yield Limit("a digit too many", "1" * (MOST + 1) + "\n", "refused at line 1")


def worst() -> Iterator[tuple[str, str]]:
    """Most files: with gaps for all, for few and for none; long files and short ones, in the order that fits worst."""
    rng = Random(9)
    half = MOST // 2
    yield "any lengths", full(1, MOST)
    yield "short files and long gaps", "19" * half + "\n"
    yield "long files and gaps just too short", "98" * half + "\n"
    yield "no gaps", "90" * half + "\n"
    yield "all of one block", "11" * half + "\n"
    yield "gaps of one block, and long files before short ones", "91" * (half // 2) + "11" * (half // 2) + "\n"
    yield "long gaps behind short ones", "11" * (half - 5_000) + "19" * 5_000 + "\n"
    yield "long gaps and short ones far to the right", "19" * 5_000 + "91" * (half - 5_000) + "\n"
    yield (
        "files that grow, gaps that shrink",
        "".join(f"{1 + 9 * at // half}{8 - 9 * at // half}" for at in range(half)) + "\n",
    )
    yield (
        "files that shrink, gaps that grow",
        "".join(f"{9 - 9 * at // half}{9 * at // half}" for at in range(half)) + "\n",
    )
    yield "few gaps", "".join(f"{rng.randint(1, 9)}{rng.choice('00000000009')}" for _ in range(half)) + "\n"


def oracle(text: str) -> Answers | None:
    """All blocks in a list, moved one by one, or file by file."""
    digits = text.strip()
    if len(digits) > 400:
        return None
    blocks: list[Block] = []
    for at, digit in enumerate(digits):
        blocks += [None if at % 2 else at // 2] * int(digit)
    return str(checksum(by_blocks(blocks))), str(checksum(by_files(blocks)))


def by_blocks(blocks: list[Block]) -> list[Block]:
    disk = list(blocks)
    while None in disk:
        last = disk.pop()
        if last is not None:
            disk[disk.index(None)] = last
    return disk


def by_files(blocks: list[Block]) -> list[Block]:
    disk = list(blocks)
    for file in sorted({block for block in blocks if block is not None}, reverse=True):
        start, length = disk.index(file), disk.count(file)
        for place in range(start):
            if disk[place : place + length] == [None] * length:
                disk[start : start + length] = [None] * length
                disk[place : place + length] = [file] * length
                break
    return disk


def checksum(blocks: list[Block]) -> int:
    return sum(place * file for place, file in enumerate(blocks) if file is not None)


def on_digits(change: Callable[[list[int], Random], list[int] | None]) -> Transform:
    def transform(text: str, rng: Random) -> str | None:
        changed = change([int(digit) for digit in text.strip()], rng)
        return None if changed is None or len(changed) > MOST else "".join(map(str, changed)) + "\n"

    return transform


def gap_at_the_end(digits: list[int], rng: Random) -> list[int]:
    """Another one, or the first."""
    return [*digits[: len(digits) - 1 + len(digits) % 2], rng.randint(0, 9)]


def without_gaps(digits: list[int], _: Random) -> list[int]:
    return [0 if at % 2 else length for at, length in enumerate(digits)]


def files_of_one(digits: list[int], _: Random) -> list[int]:
    return [length if at % 2 else 1 for at, length in enumerate(digits)]


def enlarged(digits: list[int], _: Random) -> list[int] | None:
    """All lengths twice as large."""
    return [2 * length for length in digits] if max(digits) < 5 else None


def four_times_and_as_much(before: Answers, after: Answers) -> bool:
    """A block at p becomes two, at 2p and 2p + 1, so both answers are four times as large, and more by the sum of all blocks' numbers."""
    more = [two - 4 * one for one, two in zip(whole(before), whole(after), strict=True)]
    return more[0] == more[1] >= 0


LAWS = (
    Law("a gap behind the last file does nothing", on_digits(gap_at_the_end), same),
    Law("without gaps nothing moves", on_digits(without_gaps), same_parts),
    Law("files of one block move alike in both parts", on_digits(files_of_one), same_parts),
    Law("all twice as large, both parts grow alike", on_digits(enlarged), four_times_and_as_much),
)
