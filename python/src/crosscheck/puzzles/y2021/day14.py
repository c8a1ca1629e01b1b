"""2021 day 14, https://adventofcode.com/2021/day/14

Text: a template of 1 to 100,000 letters A-Z; a blank line; one or more rules `AB -> C`, letters A-Z, no left side twice.
In a step every pair of neighbours that has a rule gets the rule's letter in between, all at once; a pair without a rule stays as it is.
Part 1: after 10 steps, how often the most common letter occurs less how often the least common of those that occur does.  Part 2: after 40.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise, product
from random import Random
from string import ascii_uppercase

from hypothesis import strategies as st

from crosscheck.puzzles.law import Answers, Law, joined, on_lines, same, shuffled
from crosscheck.puzzles.limit import Limit

TITLE = "Extended Polymerization"
UNIT = "letters in the template"
SIZE = 20


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Few letters, some pairs without a rule, templates of one letter and of one letter repeated."""
    letters = draw(st.sampled_from(("A", "AZ", "BCN", "HKPS")))
    template = draw(st.text(letters, min_size=1, max_size=8))
    pairs = ["".join(pair) for pair in product(letters, repeat=2)]
    rules = draw(st.lists(st.sampled_from(pairs), min_size=1, unique=True))
    made = draw(st.text(letters + draw(st.sampled_from(("", "X"))), min_size=len(rules), max_size=len(rules)))
    return joined([template, "", *(f"{pair} -> {letter}" for pair, letter in zip(rules, made, strict=True))])


def full(seed: int, size: int = SIZE) -> str:
    """Ten letters and a rule for every pair of them."""
    rng = Random(seed)
    letters = rng.sample(ascii_uppercase, 10)
    template = "".join(rng.choice(letters) for _ in range(size))
    rules = [f"{a}{b} -> {rng.choice(letters)}" for a, b in product(letters, repeat=2)]
    return joined([template, "", *shuffled(rules, rng)])


def oracle(text: str) -> Answers | None:
    """Ten steps as the puzzle says. Forty would not fit the world: there each pair's growth is remembered by depth."""
    template, _, *lines = text.splitlines()
    rules = {line[:2]: line[-1] for line in lines}
    if len(template) > 20:
        return None

    def step(polymer: str) -> str:
        return polymer[0] + "".join(rules.get(a + b, "") + b for a, b in pairwise(polymer))

    @cache
    def inserted(pair: str, depth: int) -> Counter[str]:
        if depth == 0 or pair not in rules:
            return Counter()
        new = rules[pair]
        return Counter(new) + inserted(pair[0] + new, depth - 1) + inserted(new + pair[1], depth - 1)

    grown = template
    for _ in range(10):
        grown = step(grown)
    forty = sum((inserted(a + b, 40) for a, b in pairwise(template)), Counter(template))
    return spread(Counter(grown)), spread(forty)


def spread(counts: Counter[str]) -> str:
    return str(max(counts.values()) - min(counts.values()))


def rules_shuffled(lines: list[str], rng: Random) -> list[str]:
    return lines[:2] + shuffled(lines[2:], rng)


def letters_renamed(text: str, rng: Random) -> str:
    return text.translate(str.maketrans(ascii_uppercase, "".join(rng.sample(ascii_uppercase, 26))))


def reversed_polymer(lines: list[str], _: Random) -> list[str]:
    return [lines[0][::-1], "", *(f"{rule[1]}{rule[0]}{rule[2:]}" for rule in lines[2:])]


def limits() -> Iterator[Limit]:
    yield Limit("a hundred thousand letters", "A" * 99_999 + "B\n\nAA -> A\nAB -> A\n", "102398975, 109950063265972223")
    yield Limit("a rule for every two letters", every_rule())
    yield Limit("a letter too many", "A" * 100_001 + "\n\nAA -> A\n", "refused at line 1")


def every_rule() -> str:
    """A hundred thousand letters, and no two of them without a rule."""
    template = (ascii_uppercase * 3847)[:100_000]
    return f"{template}\n\n" + "".join(
        f"{a}{b} -> {ascii_uppercase[(i * j + i + 1) % 26]}\n"
        for i, a in enumerate(ascii_uppercase)
        for j, b in enumerate(ascii_uppercase)
    )


def worst() -> Iterator[tuple[str, str]]:
    """The longest templates, with every rule, with one and with none that fits."""
    rng = Random(14)
    most = 100_000
    yield "a rule for every two letters", every_rule()
    letters = "".join(rng.choices(ascii_uppercase, k=most))
    rules = "".join(f"{a}{b} -> {rng.choice(ascii_uppercase)}\n" for a, b in product(ascii_uppercase, repeat=2))
    yield "any rule for every two letters of any template", f"{letters}\n\n{rules}"
    yield "one letter, and one rule", "A" * most + "\n\nAA -> A\n"
    yield "no rule that fits", f"{'AB' * (most // 2)}\n\nCC -> D\n"
    yield "a short template and every rule", f"AB\n\n{rules}"


LAWS = (
    Law("the order of the rules does not matter", on_lines(rules_shuffled), same),
    Law("other names for the letters change nothing", letters_renamed, same),
    Law("the polymer read backwards grows the same", on_lines(reversed_polymer), same),
)
