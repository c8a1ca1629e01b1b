r"""Syntax Scoring: https://adventofcode.com/2021/day/10

Lines of brackets of four kinds. Some are corrupted: a bracket is closed by one of another kind, or one is closed that
was never opened. All the others are incomplete: the text stops too soon. Part 1 scores the first wrong bracket of each
corrupted line. Part 2 scores what would complete each incomplete line, and takes the middle score.

A stack holds the closing brackets that are awaited. The puzzle knows no third kind of line and an odd number of
incomplete ones, so parsing sorts the lines and refuses the rest. Rust has the stack in a fixed buffer and selects the
middle instead of sorting; Haskell has no stack, but reduces pieces of a line and joins them.

>>> syntax = parse("[(]\n<{[\n([])}\n")
>>> syntax, part1(syntax), part2(syntax)
(([']', '}'], [']}>']), 1254, 69)
"""

from aoc.text import Reader

CLOSING = {"(": ")", "[": "]", "{": "}", "<": ">"}
CORRUPTED = {")": 3, "]": 57, "}": 1197, ">": 25137}
MISSING = {")": 1, "]": 2, "}": 3, ">": 4}

# The first wrong bracket of each corrupted line, and what each incomplete line lacks.
Syntax = tuple[list[str], list[str]]


def parse(text: str) -> Syntax:
    reader = Reader(text)
    wrong_brackets, completions = [], []
    for (line,) in reader.records("{}", "()[]{}<>"):
        wrong, awaited = check(line)
        if wrong:
            wrong_brackets.append(wrong)
        elif 1 <= len(awaited) <= 50:
            completions.append(awaited)
        else:
            raise reader.error("a line that is corrupted or lacks 1 to 50 brackets")
    reader.end()
    if len(completions) % 2 == 0:
        raise reader.too_soon("an odd number of incomplete lines")
    return wrong_brackets, completions


def check(line: str) -> tuple[str, str]:
    """Which bracket is the first wrong one, if any, and which are awaited when the line ends?"""
    awaited: list[str] = []
    for bracket in line:
        if bracket in CLOSING:
            awaited.append(CLOSING[bracket])
        elif not awaited or bracket != awaited.pop():
            return bracket, ""
    return "", "".join(reversed(awaited))


def part1(syntax: Syntax) -> int:
    wrong_brackets, _ = syntax
    return sum(CORRUPTED[bracket] for bracket in wrong_brackets)


def part2(syntax: Syntax) -> int:
    _, completions = syntax
    scores = sorted(map(score, completions))
    return scores[len(scores) // 2]


def score(completion: str) -> int:
    total = 0
    for bracket in completion:
        total = 5 * total + MISSING[bracket]
    return total
