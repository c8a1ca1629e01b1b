"""2021 day 10, https://adventofcode.com/2021/day/10

Text: lines of the characters ()[]{}<>, 1 to 1000 characters each; at least one line. A line is
corrupted, by the first closer that does not close what was opened last (or where nothing is open),
or incomplete, with 1 to 50 still open at its end; none is complete. The number of incomplete lines
is odd, else the text ends too soon.
Part 1: the sum of the scores of the corrupting closers: ) 3, ] 57, } 1197, > 25137.
Part 2: an incomplete line's score goes over the closers it lacks: five times as much each time, plus
1 for ), 2 for ], 3 for }, 4 for >; the middle one of the scores.
"""

from collections.abc import Iterator
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import texts
from crosscheck.puzzles.law import Answers, Law, joined, on_lines, same, shuffled, times
from crosscheck.puzzles.limit import Limit

TITLE = "Syntax Scoring"
UNIT = "lines"
SIZE = 110
CLOSER = {"(": ")", "[": "]", "{": "}", "<": ">"}
PAIRS = ["".join(pair) for pair in CLOSER.items()]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Short lines and deep ones, several with the same score, some with nothing open when a closer
    comes.
    """
    choices = draw(st.lists(texts("([{<====)]}>", 0, 12), min_size=1, max_size=7))
    lines = [line_of(choice) for choice in choices]
    if left := draw(st.sampled_from((0, 0, 0, 1, 25, 48, 49, 50))):
        opened = left + draw(st.sampled_from((0, 0, 1, 20, 200)))
        line = (draw(st.sampled_from(("<", "(", "{[", "<(["))) * opened)[:opened]
        lines.append(line + "".join(CLOSER[char] for char in line[: left - 1 : -1]))
    if sum(incomplete(line) for line in lines) % 2 == 0:
        lines.append(draw(st.sampled_from(("(", "<", "([{<", "[<>[]"))))
    return joined(lines)


def full(seed: int, size: int = SIZE) -> str:
    """Half of the lines corrupted somewhere in their second half, and an odd number not."""
    rng = Random(seed)
    broken = size // 2 if (size - size // 2) % 2 else size // 2 + (1 if size > 1 else -1)
    lines = [walk(rng) for _ in range(size)]
    for at in range(broken):
        lines[at] = corrupted(lines[at], rng)
    return joined(shuffled(lines, rng))


def walk(rng: Random) -> str:
    """An incomplete line: chunks that open and close, and some that stay open."""
    line = ""
    expected: list[str] = []
    length = rng.randint(80, 100)
    while len(line) < length or not expected:
        if expected and (len(expected) > 16 or rng.random() < 0.42):
            line += expected.pop()
        else:
            opener = rng.choice("([{<")
            line += opener
            expected.append(CLOSER[opener])
    return line


def corrupted(line: str, rng: Random) -> str:
    """The line with another closer in the place of one that was right."""
    closers = [at for at, char in enumerate(line) if char in CLOSER.values()]
    at = rng.choice(closers[len(closers) // 2 :])
    return line[:at] + rng.choice([closer for closer in CLOSER.values() if closer != line[at]]) + line[at + 1 :]


def line_of(choices: str) -> str:
    """The choices as a line, where = stands for the closer that would be right."""
    line = ""
    expected: list[str] = []
    for char in choices:
        if char in CLOSER:
            expected.append(CLOSER[char])
        elif char == "=" and expected:
            char = expected.pop()
        elif char == "=":
            continue
        elif not expected or char != expected.pop():
            return line + char + choices.rpartition(char)[2].replace("=", "")
        line += char
    return line if expected else line + "("


def incomplete(line: str) -> bool:
    return not set(reduced(line)) & set(CLOSER.values())


def reduced(line: str) -> str:
    """Without the chunks that are complete, and those that then are."""
    before = ""
    while line != before:
        before = line
        for pair in PAIRS:
            line = line.replace(pair, "")
    return line


def oracle(text: str) -> Answers:
    """Pairs struck out as long as there are any: the first closer left over is the wrong one."""
    corrupt, scores = 0, []
    for line in map(reduced, text.split()):
        wrong = next((char for char in line if char in CLOSER.values()), None)
        if wrong:
            corrupt += {")": 3, "]": 57, "}": 1197, ">": 25137}[wrong]
        else:
            digits = [1 + "([{<".index(char) for char in reversed(line)]
            scores.append(sum(digit * 5**place for place, digit in enumerate(reversed(digits))))
    return str(corrupt), str(sorted(scores)[len(scores) // 2])


def with_a_chunk(lines: list[str], rng: Random) -> list[str]:
    """A complete chunk put somewhere into each line."""
    chunk = rng.choice([*PAIRS, "[<>]", "({}<>)"])
    cuts = [rng.randint(0, len(line)) for line in lines]
    return [line[:cut] + chunk + line[cut:] for line, cut in zip(lines, cuts, strict=True)]


def three_times(lines: list[str], _: Random) -> list[str]:
    return lines * 3


def limits() -> Iterator[Limit]:
    yield Limit("a thousand brackets, corrupted at the last", "[<>" * 333 + ")\n(\n", "3, 1")
    yield Limit("three hundred lines, each nested as deep as can be", ("(" * 500 + ")" * 499 + "\n") * 299, "0, 1")
    yield Limit("a bracket too many", "(\n" + "(" * 501 + ")" * 500 + "\n", "refused at line 2")


def worst() -> Iterator[tuple[str, str]]:
    """A thousand lines of the greatest length: as deep as can be, of chunks that go in no or in every round, corrupted at the last."""
    for name, openers in {"one kind": "(", "four kinds": "([{<", "four kinds, the other way round": "<{[("}.items():
        line = (openers * 525)[:525]
        closed = "".join(CLOSER[char] for char in reversed(line[50:]))
        yield f"nested as deep as can be, {name}", joined([line + closed] * 999)
    yield "all beside each other", joined(["()[]{}<>" * 124 + "("] * 999)
    yield "corrupted by the last character", joined(["(" * 500 + ")" * 499 + "]"] * 998 + ["("])
    yield "corrupted by the first character", joined([")" * 1000] * 998 + ["("])


LAWS = (
    Law("the order of the lines does not matter", on_lines(shuffled), same),
    Law("a complete chunk anywhere changes nothing", on_lines(with_a_chunk), same),
    Law("every line three times makes three times part 1, and leaves part 2", on_lines(three_times), times(3, 1)),
)
