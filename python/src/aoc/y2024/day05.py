r"""Print Queue: https://adventofcode.com/2024/day/5

The sum of the middle pages of the lists that are in order (part 1), and of the others, once they are sorted (part 2).

The rules are the comparison of the sort: there is a rule for every two pages of a list. All rules together may go in a
circle, and those for one list may not. So one page of a list is before all others, one is before all but one, and so
on, down to a page that is before none. That is what the parser counts.

>>> queue = parse("11|22\n33|22\n11|33\n33|44\n44|11\n\n11,33,22\n22,11,33\n44\n")
>>> part1(queue), part2(queue)
(77, 33)
"""

from functools import cmp_to_key
from typing import NamedTuple

from aoc.text import Reader

PAGES = tuple(map(str, range(10, 100)))
MOST_LISTS, MOST_PAGES = 1000, 45


class Queue(NamedTuple):
    later: dict[str, set[str]]
    """For each page those that come after it by a rule."""
    lists: list[list[str]]


def parse(text: str) -> Queue:
    reader = Reader(text)
    later: dict[str, set[str]] = {page: set() for page in PAGES}
    for page, other in reader.records("{}|{}", PAGES):
        if page == other or other in later[page] or page in later[other]:
            raise reader.error("two different pages that have no rule yet")
        later[page].add(other)
    reader.blank_line()
    lists = []
    for pages in reader.lines(read_list, most=MOST_LISTS):
        together = set(pages)
        if sorted(len(later[page] & together) for page in pages) != list(range(len(pages))):
            raise reader.error("pages that the rules put in one order")
        lists.append(pages)
    reader.end()
    return Queue(later, lists)


def read_list(reader: Reader) -> list[str]:
    start = reader.at
    pages = reader.match("[1-9][0-9](?:,[1-9][0-9])*", "pages with `,` between").split(",")
    if len(pages) % 2 == 0 or len(pages) > MOST_PAGES or len(set(pages)) < len(pages):
        raise reader.error(f"an odd number of different pages, at most {MOST_PAGES}", start)
    return pages


def part1(queue: Queue) -> int:
    return sum(middle(pages) for pages in queue.lists if in_order(queue, pages) == pages)


def part2(queue: Queue) -> int:
    lists = [(pages, in_order(queue, pages)) for pages in queue.lists]
    return sum(middle(ordered) for pages, ordered in lists if pages != ordered)


def in_order(queue: Queue, pages: list[str]) -> list[str]:
    def compared(page: str, other: str) -> int:
        return -1 if other in queue.later[page] else 1

    return sorted(pages, key=cmp_to_key(compared))


def middle(pages: list[str]) -> int:
    return int(pages[len(pages) // 2])
