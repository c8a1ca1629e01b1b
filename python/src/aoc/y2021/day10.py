r"""Syntax Scoring: https://adventofcode.com/2021/day/10

Part 1 scores the first wrong bracket of each corrupted line, part 2 what would complete each incomplete line. An empty
pair of brackets can be deleted without changing either. When no pair is left, the first closing bracket is the wrong
one: what stands before it does not fit, or nothing stands there. Without a closing bracket, the line read backwards is
what has to be closed.

A line of n brackets takes up to n / 2 rounds of deleting, so lines are not long.

>>> leftovers = parse("[(]\n<{[\n([])}\n")
>>> leftovers, part1(leftovers), part2(leftovers)
(['[(]', '<{[', '}'], 1254, 69)
"""

from aoc.text import Reader

PAIRS = "()", "[]", "{}", "<>"
OPENING = "([{<"
CORRUPTED = {")": 3, "]": 57, "}": 1197, ">": 25137}
POINTS = str.maketrans(OPENING, "1234")
LONGEST = 1000


def parse(text: str) -> list[str]:
    """What is left of each line when all pairs are deleted."""
    reader = Reader(text)
    leftovers = []
    for line in reader.lines(lambda reader: reader.word("()[]{}<>")):
        if len(line) > LONGEST:
            raise reader.error(f"at most {LONGEST} brackets", reader.at + LONGEST)
        leftover = without_pairs(line)
        if not leftover or (is_incomplete(leftover) and len(leftover) > 50):
            raise reader.error("a line that is corrupted or lacks 1 to 50 brackets")
        leftovers.append(leftover)
    reader.end()
    if sum(map(is_incomplete, leftovers)) % 2 == 0:
        raise reader.too_soon("an odd number of incomplete lines")
    return leftovers


def without_pairs(line: str) -> str:
    before = ""
    while line != before:
        before = line
        for pair in PAIRS:
            line = line.replace(pair, "")
    return line


def is_incomplete(leftover: str) -> bool:
    return not leftover.strip(OPENING)


def part1(leftovers: list[str]) -> int:
    return sum(CORRUPTED[leftover.lstrip(OPENING)[0]] for leftover in leftovers if not is_incomplete(leftover))


def part2(leftovers: list[str]) -> int:
    scores = sorted(map(score, filter(is_incomplete, leftovers)))
    return scores[len(scores) // 2]


def score(leftover: str) -> int:
    """Five times as much for each bracket, plus its points: a number in base 5. Its first digit is for the bracket that was
    opened last.
    """
    return int(leftover[::-1].translate(POINTS), 5)
