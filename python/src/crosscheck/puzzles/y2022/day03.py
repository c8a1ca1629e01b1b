"""2022 day 3, https://adventofcode.com/2022/day/3

Text: 3 to 900 lines, a multiple of three, of letters a-z and A-Z; each line has an even number of letters, 2 to 60. Exactly one kind of letter is in both
halves of a line, any number of times, and exactly one kind is in all three lines of a group: lines 1 to 3, 4 to 6 and so on.
A letter is worth 1 (a) to 26 (z), 27 (A) to 52 (Z).
Part 1: the sum over all lines of what the letter in both halves is worth.
Part 2: the sum over all groups of what the letter in all three lines is worth.
"""

from collections.abc import Callable, Iterator
from random import Random
from string import ascii_letters
from typing import TypeAlias

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, doubled, joined, on_lines, same, shuffled, twice, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Rucksack Reorganization"
UNIT = "lines"
SIZE = 300
MOST_LINES, MOST_LETTERS, GROUP = 900, 60, 3
ALPHABETS = ascii_letters, "ab", "azAZ", "aAbBcC", "xyzXYZabcABC"
Group: TypeAlias = list[str]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Few letters and all of them, lines of one letter, small letters beside their capitals; the letter of a line may be that of its group or another one."""
    rng = draw(seeds())
    alphabet = draw(st.sampled_from(ALPHABETS))
    least, most = draw(st.sampled_from(((1, 1), (1, 3), (1, 30), (30, 30))))
    groups = draw(st.integers(1, draw(st.sampled_from((1, 4, 12)))))
    return joined(line for _ in range(groups) for line in any_group(rng, alphabet, least, most))


def any_group(rng: Random, alphabet: str, least: int, most: int) -> Group:
    """Three lines with one letter in common; every other letter is in two of them, in one or in none."""
    badge, *others = rng.sample(alphabet, len(alphabet))
    kinds = [[badge] for _ in range(GROUP)]
    for letter in others:
        for at in rng.sample(range(GROUP), rng.randrange(GROUP)):
            kinds[at].append(letter)
    return [any_line(rng, letters, rng.randint(least, most)) for letters in kinds]


def any_line(rng: Random, letters: list[str], half: int) -> str:
    """Of the first letter and some of the others; one of them is in both halves."""
    badge, *others = letters
    kept = [badge, *rng.sample(others, min(len(others), rng.randint(0, 2 * (half - 1))))]
    common = rng.choice(kept)
    left, right = [common], [common]
    for letter in kept:
        if letter != common:
            side = left if len(right) == half or (len(left) < half and rng.random() < 0.5) else right
            side.append(letter)
    return "".join(filled(rng, side, half) for side in (left, right))


def filled(rng: Random, letters: list[str], half: int) -> str:
    return "".join(shuffled([*letters, *rng.choices(letters, k=half - len(letters))], rng))


def full(seed: int, size: int = SIZE) -> str:
    """Lines of 16 to 48 letters."""
    rng = Random(seed)
    groups = min(max(1, size // GROUP), MOST_LINES // GROUP)
    return joined(line for _ in range(groups) for line in any_group(rng, ascii_letters, 8, 24))


def limits() -> Iterator[Limit]:
    most, groups = joined(["Z" * MOST_LETTERS] * MOST_LINES), MOST_LINES // GROUP
    yield Limit("most lines of most letters", most, f"{52 * MOST_LINES}, {52 * groups}")
    yield Limit("a line too many", most + "aa\n", f"refused at line {MOST_LINES + 1}")
    yield Limit("a line missing at the end", joined(["aa"] * (MOST_LINES - 1)), f"refused at line {MOST_LINES}")


def worst() -> Iterator[tuple[str, str]]:
    """Most lines of most letters: all kinds of letters, with the common one at the start or the end of its half, one kind only, and any."""
    rng = Random(3)
    one, other = ascii_letters[:29], ascii_letters[29:51] + ascii_letters[29:36]
    for name, halves in (("last", (one + "Z", other + "Z")), ("first", ("Z" + one, "Z" + other))):
        lines = ["".join(halves), "".join(reversed(halves)), "Z" * MOST_LETTERS]
        yield f"the common letter {name}", joined(lines * (MOST_LINES // GROUP))
    yield "one letter", joined(["m" * MOST_LETTERS] * MOST_LINES)
    groups = [any_group(rng, ascii_letters, 30, 30) for _ in range(MOST_LINES // GROUP)]
    yield "all letters in any order", joined(line for group in groups for line in group)


def groups_of(lines: list[str]) -> list[Group]:
    return [lines[start : start + GROUP] for start in range(0, len(lines), GROUP)]


def oracle(text: str) -> Answers | None:
    """Every letter of a line, or of a group's first line, is looked for in the others."""
    lines = text.split()
    one = sum(worth(line[: len(line) // 2], [line[len(line) // 2 :]]) for line in lines)
    two = sum(worth(first, others) for first, *others in groups_of(lines))
    return str(one), str(two)


def worth(first: str, others: list[str]) -> int:
    common = [letter for letter in first if all(letter in other for other in others)]
    letter = common[0]
    return ord(letter) - ord("a") + 1 if letter.islower() else ord(letter) - ord("A") + 27


def on_halves(change: Callable[[str, str, Random], str]) -> Transform:
    """A change of each line, as its two halves."""
    return on_lines(lambda lines, rng: [change(line[: len(line) // 2], line[len(line) // 2 :], rng) for line in lines])


def on_groups(change: Callable[[list[Group], Random], list[Group]]) -> Transform:
    return on_lines(lambda lines, rng: [line for group in change(groups_of(lines), rng) for line in group])


def halves_shuffled(left: str, right: str, rng: Random) -> str:
    return "".join(shuffled(list(left), rng) + shuffled(list(right), rng))


def halves_changed_over(left: str, right: str, _: Random) -> str:
    return right + left


def lines_shuffled(groups: list[Group], rng: Random) -> list[Group]:
    return [shuffled(group, rng) for group in groups]


def with_letters_again(lines: list[str], rng: Random) -> list[str] | None:
    """Each half gets a letter more that it has already."""
    if max(map(len, lines)) == MOST_LETTERS:
        return None
    changed = []
    for line in lines:
        left, right = line[: len(line) // 2], line[len(line) // 2 :]
        changed.append(left + rng.choice(left) + rng.choice(right) + right)
    return changed


MIRRORED = str.maketrans(ascii_letters, ascii_letters[::-1])


def with_mirrored(lines: list[str], _: Random) -> list[str] | None:
    """All lines again, with letters of which each is worth what the old one lacks of 53."""
    return [*lines, *(line.translate(MIRRORED) for line in lines)] if 2 * len(lines) <= MOST_LINES else None


def three_of_one_to_one(before: Answers, after: Answers) -> bool:
    """A line and its image are worth 53 in part 1, a group and its image 53 in part 2."""
    one, two = whole(after)
    return one == 3 * two and one % (53 * GROUP) == 0 and whole(before)[0] < one


def one_letter_each(lines: list[str], _: Random) -> list[str] | None:
    """Each line as a group: three lines of nothing but the letter in both its halves."""
    common = [(set(line[: len(line) // 2]) & set(line[len(line) // 2 :])).pop() for line in lines]
    return [letter * 2 for letter in common for _ in range(GROUP)] if GROUP * len(lines) <= MOST_LINES else None


def as_both_parts(before: Answers, after: Answers) -> bool:
    (one, _), (three, again) = whole(before), whole(after)
    return three == GROUP * one and again == one


LAWS = (
    Law("the order of the groups does not matter", on_groups(shuffled), same),
    Law("the order of the lines of a group does not matter", on_groups(lines_shuffled), same),
    Law("the order of the letters of a half does not matter", on_halves(halves_shuffled), same),
    Law("the halves of a line may change places", on_halves(halves_changed_over), same),
    Law("letters that come again change nothing", on_lines(with_letters_again), same),
    Law("every line twice doubles both answers", on_groups(twice), doubled),
    Law("letters and their mirror images are worth 53 together", on_lines(with_mirrored), three_of_one_to_one),
    Law("the letter of a line, three times, is a group", on_lines(one_letter_each), as_both_parts),
)
