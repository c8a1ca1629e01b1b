"""2024 day 5, https://adventofcode.com/2024/day/5

Text: one or more lines `A|B`, each a rule: page A comes before page B; a blank line; 1 to 1,000 lines, each a list of pages with commas between. A page is
a number from 10 to 99, in exactly two digits. A and B differ, and two pages have one rule at most, one way or the other. A list has an odd number of
pages, 1 to 45, all different; any two of them have a rule, and these rules put the list in one order, as no pages of it go in a circle. Pages of
different lists may go in circles.
Part 1: the sum of the middle pages of all lists that are in order.
Part 2: the sum of the middle pages of the others, after each is put in order.
"""

from collections.abc import Callable, Iterator
from itertools import combinations, pairwise
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, doubled, joined, same, shuffled, twice, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Print Queue"
UNIT = "lists"
SIZE = 200
MOST_LISTS, MOST_PAGES = 1_000, 45
PAGES = range(10, 100)
Rule = tuple[int, int]
Manual = tuple[list[Rule], list[list[int]]]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Rules that go in circles as a whole, some for pages in no list; lists in order, backwards, with two pages exchanged, or in any order."""
    rng = draw(seeds())
    pages = draw(
        st.lists(st.sampled_from(PAGES), unique=True, min_size=2, max_size=draw(st.sampled_from((3, 5, 9, 9))))
    )
    line = rng.random() < 0.3  # one order for all
    rules = {pair if line or rng.random() < 0.5 else pair[::-1] for pair in combinations(pages, 2)}
    lists = [
        disturbed(in_order(rules, pages, draw(st.sampled_from((1, 3, 3, 5, 7))), rng), draw(st.integers(0, 4)), rng)
        for _ in range(draw(st.integers(1, 5)))
    ]
    needed = {(one, other) for pages in lists for one in pages for other in pages}
    spare = draw(st.sampled_from((0, 0.5, 1)))
    kept = [rule for rule in shuffled(sorted(rules), rng) if rule in needed or rng.random() < spare]
    return written(kept or shuffled(sorted(rules), rng)[:1], lists)


def in_order(rules: set[Rule], pages: list[int], most: int, rng: Random) -> list[int]:
    """Some of the pages, an odd number, in the one order that the rules allow."""
    chosen: list[int] = []
    for page in shuffled(pages, rng):
        places = [at for at in range(len(chosen) + 1) if fits(rules, chosen[:at], page, chosen[at:])]
        if places and len(chosen) < most:
            chosen.insert(places[0], page)
    return chosen if len(chosen) % 2 == 1 else chosen[1:]


def fits(rules: set[Rule], before: list[int], page: int, after: list[int]) -> bool:
    return all((other, page) in rules for other in before) and all((page, other) in rules for other in after)


def disturbed(pages: list[int], kind: int, rng: Random) -> list[int]:
    """In order, backwards, with two neighbours exchanged, with the last page first, or in any order."""
    at = rng.randrange(len(pages))
    exchanged = [*pages[:at], *pages[at : at + 2][::-1], *pages[at + 2 :]]
    return (pages, pages[::-1], exchanged, [pages[-1], *pages[:-1]], shuffled(pages, rng))[kind]


def full(seed: int, size: int = SIZE) -> str:
    """Forty-nine pages in a circle, each before the 24 that follow it; lists of 5 to 23 pages out of half of the circle, one of two in order."""
    rng = Random(seed)
    circle = rng.sample([page for page in PAGES if page % 10], 49)
    rules = [(circle[at], circle[(at + ahead) % 49]) for at in range(49) for ahead in range(1, 25)]
    lists = []
    for _ in range(min(size, MOST_LISTS)):
        start, length = rng.randrange(49), rng.randrange(5, 24, 2)
        pages = [circle[(start + by) % 49] for by in sorted(rng.sample(range(25), length))]
        lists.append(pages if rng.random() < 0.5 else shuffled(pages, rng))
    return written(shuffled(rules, rng), lists)


def limits() -> Iterator[Limit]:
    ladder, rules = list(PAGES), list(combinations(PAGES, 2))
    longest = ladder[-MOST_PAGES:]
    yield Limit("most rules, lists and pages", written(rules, [longest] * MOST_LISTS), f"{77 * MOST_LISTS}, 0")
    yield Limit(
        "most pages, all to be put in order", written(rules, [longest[::-1]] * MOST_LISTS), f"0, {77 * MOST_LISTS}"
    )
    yield Limit("a list too many", written(rules[:1], [[10]] * (MOST_LISTS + 1)), f"refused at line {MOST_LISTS + 3}")
    yield Limit("two pages too many", written(rules, [ladder[:47]]), f"refused at line {len(rules) + 2}")


def worst() -> Iterator[tuple[str, str]]:
    """Most rules, most lists, most pages: in order, backwards, and in orders that make a bad pivot of the first page, the last or the one in the middle."""
    rng = Random(5)
    ladder, rules = list(PAGES), list(combinations(PAGES, 2))
    halves = [ladder[at : at + MOST_PAGES] for at in (0, 20, MOST_PAGES)]
    orders: dict[str, Callable[[list[int]], list[int]]] = {
        "in order": lambda pages: pages,
        "backwards": lambda pages: pages[::-1],
        "the last two exchanged": lambda pages: [*pages[:-2], *pages[-2:][::-1]],
        "from both ends to the middle": lambda pages: [
            page for pair in zip(pages, pages[::-1], strict=True) for page in pair
        ][:MOST_PAGES],
        "from the middle to both ends": lambda pages: sorted(
            pages, key=lambda page: abs(page - pages[MOST_PAGES // 2])
        ),
        "in any order": lambda pages: shuffled(pages, rng),
    }
    for name, order in orders.items():
        yield name, written(rules[::-1], [order(halves[at % 3]) for at in range(MOST_LISTS)])
    circle = [(10 + at, 10 + (at + ahead) % 89) for at in range(89) for ahead in range(1, 45)]
    arcs = [[10 + (start + by) % 89 for by in range(MOST_PAGES)] for start in range(89)]
    yield (
        "in a circle of all pages",
        written(shuffled(circle, rng), [shuffled(arcs[at % 89], rng) for at in range(MOST_LISTS)]),
    )


def written(rules: list[Rule], lists: list[list[int]]) -> str:
    return (
        joined([f"{one}|{other}" for one, other in rules]) + "\n" + joined(",".join(map(str, pages)) for pages in lists)
    )


def read(text: str) -> Manual:
    above, below = text.split("\n\n")
    pairs = (line.split("|") for line in above.split())
    return [(int(one), int(other)) for one, other in pairs], [
        [int(page) for page in line.split(",")] for line in below.split()
    ]


def oracle(text: str) -> Answers | None:
    """A list is in order if no rule is broken. Otherwise neighbours that break one are exchanged until none do."""
    rules, lists = read(text)
    right = wrong = 0
    for pages in lists:
        if broken(rules, pages):
            wrong += put_in_order(rules, pages)[len(pages) // 2]
        else:
            right += pages[len(pages) // 2]
    return str(right), str(wrong)


def broken(rules: list[Rule], pages: list[int]) -> bool:
    return any(one in pages and other in pages and pages.index(one) > pages.index(other) for one, other in rules)


def put_in_order(rules: list[Rule], pages: list[int]) -> list[int]:
    done, known = list(pages), set(rules)
    while wrong := [at for at, (one, other) in enumerate(pairwise(done)) if (other, one) in known]:
        done[wrong[0] : wrong[0] + 2] = done[wrong[0] : wrong[0] + 2][::-1]
    return done


def on_manuals(change: Callable[[list[Rule], list[list[int]], Random], Manual | None]) -> Transform:
    def transform(text: str, rng: Random) -> str | None:
        changed = change(*read(text), rng)
        return None if changed is None else written(*changed)

    return transform


def other_order(rules: list[Rule], lists: list[list[int]], rng: Random) -> Manual:
    return shuffled(rules, rng), shuffled(lists, rng)


def backwards(rules: list[Rule], lists: list[list[int]], _: Random) -> Manual:
    """All rules the other way, and all lists from their ends."""
    return [(other, one) for one, other in rules], [pages[::-1] for pages in lists]


def pages_shuffled(rules: list[Rule], lists: list[list[int]], rng: Random) -> Manual:
    """Right lists may become wrong, and wrong ones right."""
    return rules, [shuffled(pages, rng) for pages in lists]


def same_sum(before: Answers, after: Answers) -> bool:
    return sum(whole(before)) == sum(whole(after))


def all_in_order(rules: list[Rule], lists: list[list[int]], _: Random) -> Manual:
    return rules, [put_in_order(rules, pages) for pages in lists]


def others_ruled(rules: list[Rule], lists: list[list[int]], rng: Random) -> Manual:
    """Rules for some pairs that have none, which are in no list together."""
    pairs = combinations(rng.sample(PAGES, 8), 2)
    known = {*rules, *((other, one) for one, other in rules)}
    return shuffled([*rules, *(pair for pair in pairs if pair not in known)], rng), lists


def needed_alone(rules: list[Rule], lists: list[list[int]], _: Random) -> Manual | None:
    """Only the rules for two pages of one list."""
    kept = [(one, other) for one, other in rules if any(one in pages and other in pages for pages in lists)]
    return (kept, lists) if kept else None


def lists_twice(rules: list[Rule], lists: list[list[int]], rng: Random) -> Manual | None:
    return (rules, twice(lists, rng)) if 2 * len(lists) <= MOST_LISTS else None


LAWS = (
    Law("the order of the lines does not matter", on_manuals(other_order), same),
    Law("rules and lists the other way round change nothing", on_manuals(backwards), same),
    Law("in whatever order the pages are, both parts have the same sum", on_manuals(pages_shuffled), same_sum),
    Law(
        "with all lists in order part 1 has all",
        on_manuals(all_in_order),
        lambda one, two: two == (str(sum(whole(one))), "0"),
    ),
    Law("rules for pages that are in no list together do nothing", on_manuals(others_ruled), same),
    Law("rules that no list needs can go", on_manuals(needed_alone), same),
    Law("every list twice doubles both answers", on_manuals(lists_twice), doubled),
)
