"""2024 day 3, https://adventofcode.com/2024/day/3

Text: 1 to 100 lines of 1 to 10,000 printable ASCII characters, blanks included. All lines are one text, but nothing of what is looked for goes over the
end of a line.
A multiplication is `mul(A,B)`, exactly so, where A and B have one to three digits.
Part 1: the sum of the products of all multiplications.
Part 2: the sum of those that are on. `don't()` switches all after it off, `do()` switches them on again; at first they are on.
"""

import re
from collections.abc import Callable, Iterator
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.law import (
    Answers,
    Law,
    both_part1,
    doubled,
    joined,
    on_lines,
    same,
    same_part1,
    unchanged,
    whole,
)
from crosscheck.puzzles.limit import Limit

TITLE = "Mull It Over"
UNIT = "multiplications"
SIZE = 700
MOST_LINES, MOST_CHARACTERS = 100, 10_000
WORTH_SOMETHING = re.compile(r"mul\((?!0+,)[0-9]{1,3},(?!0+\))[0-9]{1,3}\)")
ON, OFF = "do()", "don't()"
ALMOST = (
    *(
        "mul(2,3]",
        "mul (2,3)",
        "mul(2, 3)",
        "mul[2,3]",
        "mul(2,3",
        "mul(2;3)",
        "mul(1234,5)",
        "mul(5,1234)",
        "mul(,7)",
        "mul(7,)",
        "mul(2,3,4)",
    ),
    *("Mul(2,3)", "mu", "mul", "mul(", "mul(4", "mul(4,", "ul(4,5)", "(2,3)", "2,3)", ")", "7", ","),
    *(
        "don't",
        "don't(",
        "don't)",
        "dont()",
        "don`t()",
        "do",
        "do(",
        "do )",
        "do(1)",
        "don't( )",
        "don",
        "n't()",
        "()",
        "Do()",
        "t()",
    ),
)
NOISE = ("x", " ", "  ", "%", "'", '"', "\\", "?<>", "{}", "~", "add(2,3)", "if()", "!")


def puzzles() -> st.SearchStrategy[str]:
    """Multiplications, switches, what is almost one of these, and noise; on one line or several."""
    factor = st.sampled_from(("0", "1", "2", "7", "10", "99", "999", "007", "00"))
    products = st.builds(lambda one, other: f"mul({one},{other})", factor, factor)
    piece = st.one_of(products, products, st.sampled_from((ON, OFF)), st.sampled_from(ALMOST), st.sampled_from(NOISE))
    line = st.lists(piece, min_size=1, max_size=12).map("".join)
    return st.lists(line, min_size=1, max_size=4).map(joined)


def full(seed: int, size: int = SIZE) -> str:
    """Some 117 multiplications a line between noise and calls of other names; one switch on ten of them, one broken one on forty."""
    rng = Random(seed)
    lines = [""] * max(1, round(size / 117))
    for at in range(size):
        kind = rng.random()
        lines[at * len(lines) // size] += (
            "".join(rng.choices("!@#$%^&*+-/?<>{}[]():;,'~", k=rng.randint(0, 14)))
            + rng.choice(
                ("", "", "", f"plus({rng.randint(1, 999)},{rng.randint(1, 999)})", "then()", "if()", "goto", "call()")
            )
            + (rng.choice((ON, OFF)) if kind < 0.1 else rng.choice(ALMOST[:4]) if kind < 0.125 else "")
            + f"mul({rng.randint(1, 999)},{rng.randint(1, 999)})"
        )
    return joined(lines)


def limits() -> Iterator[Limit]:
    full_line = "mul(999,999)" * (MOST_CHARACTERS // 12) + "!!!!"
    total = MOST_LINES * (MOST_CHARACTERS // 12) * 999**2
    yield Limit("most characters, and the greatest sum", joined([full_line] * MOST_LINES), f"{total}, {total}")
    yield Limit("a character too many", joined(["x", full_line + "!"]), "refused at line 2")
    yield Limit("a character too many, and a tab before it", joined(["\t" + full_line]), "refused at line 1")
    yield Limit("a line too many", "x\n" * (MOST_LINES + 1), f"refused at line {MOST_LINES + 1}")


def worst() -> Iterator[tuple[str, str]]:
    """Most characters: of most multiplications, of most switches, and of beginnings that lead nowhere."""
    for name, piece in (
        ("multiplications", "mul(1,1)"),
        ("switches", OFF + ON),
        ("beginnings of multiplications", "mul(999,999"),
        ("beginnings of switches", "don't("),
        ("brackets", "("),
        ("digits", "9"),
        ("letters that begin both", "mmdd"),
        ("blanks", " "),
    ):
        yield f"nothing but {name}", joined([(piece * MOST_CHARACTERS)[:MOST_CHARACTERS]] * MOST_LINES)


def oracle(text: str) -> Answers | None:
    """What is off is cut out of the text, from each `don't()` to the next `do()`."""
    first, *others = text.split(OFF)
    on = [first, *(other.partition(ON)[2] for other in others)]
    return str(products(text)), str(sum(map(products, on)))


def products(text: str) -> int:
    """The sum of all multiplications: what follows a `mul(` is compared with what it would be."""
    total = 0
    for rest in text.split("mul(")[1:]:
        one, comma, end = rest.partition(",")
        other, bracket, _ = end.partition(")")
        if comma and bracket and is_factor(one) and is_factor(other):
            total += int(one) * int(other)
    return total


def is_factor(word: str) -> bool:
    return 1 <= len(word) <= 3 and all(digit in "0123456789" for digit in word)


def without_switches(lines: list[str], _: Random) -> list[str]:
    """Each `do()` and `don't()` loses its last bracket, and gets another."""
    return [line.replace(ON, "do(]").replace(OFF, "don't(]") for line in lines]


def begun_with(switch: str) -> Callable[[list[str], Random], list[str]]:
    """On a line of its own."""
    return lambda lines, _: [switch, *lines]


def all_off(lines: list[str], _: Random) -> list[str]:
    """No `do()` is left that switches on."""
    return [OFF, *(line.replace(ON, "do(]") for line in lines)]


def twice_over(lines: list[str], _: Random) -> list[str]:
    """The second time it begins with all on."""
    return [*lines, ON, *lines]


def off_the_second_time(lines: list[str], _: Random) -> list[str]:
    """The second time nothing switches on."""
    return [*lines, *all_off(lines, _)]


def broken(lines: list[str], rng: Random) -> list[str] | None:
    """A blank within one multiplication."""
    spans = [(y, found.span()) for y, line in enumerate(lines) for found in WORTH_SOMETHING.finditer(line)]
    if not spans:
        return None
    y, (start, end) = rng.choice(spans)
    at = rng.randint(start + 1, end - 1)
    return [*lines[:y], lines[y][:at] + " " + lines[y][at:], *lines[y + 1 :]]


def less(before: Answers, after: Answers) -> bool:
    """Both parts by the same, or part 1 alone."""
    one, two = (left - right for left, right in zip(whole(before), whole(after), strict=True))
    return one > 0 and two in (0, one)


def cut(lines: list[str], rng: Random) -> list[str] | None:
    """One line as two, at a place that nothing goes over: behind a closing bracket."""
    places = [(y, x + 1) for y, line in enumerate(lines) for x in range(len(line) - 1) if line[x] == ")"]
    if not places:
        return None
    y, x = rng.choice(places)
    return [*lines[:y], lines[y][:x], lines[y][x:], *lines[y + 1 :]]


LAWS = (
    Law("without switches both parts are part 1", on_lines(without_switches), both_part1),
    Law("on at the start changes nothing", on_lines(begun_with(ON)), same),
    Law("off at the start leaves part 1 alone", on_lines(begun_with(OFF)), same_part1),
    Law(
        "off for good leaves part 1 alone, and nothing of part 2",
        on_lines(all_off),
        lambda one, two: two == (one[0], "0"),
    ),
    Law("twice, the second time begun with all on, doubles both answers", on_lines(twice_over), doubled),
    Law(
        "off the second time doubles part 1 alone",
        on_lines(off_the_second_time),
        lambda one, two: two == (str(2 * whole(one)[0]), one[1]),
    ),
    Law("a blank within a multiplication takes it away", on_lines(broken), less),
    Law("a line ends anywhere behind a bracket", on_lines(cut), same),
    Law("part 2 is at most part 1", unchanged, lambda one, _: whole(one)[1] <= whole(one)[0]),
)
