r"""No Space Left On Device: https://adventofcode.com/2022/day/7

A log of commands walks through a tree of directories and lists the sizes of their files. The size of a directory is
that of all files in it and below it. Part 1 adds up the sizes of the directories of at most 100,000. Part 2 asks for
the smallest directory whose removal leaves enough free space.

The path of a directory is the names from the root down to it, so a directory with the same name at another place has
another path. The files of a directory count for each directory on its path.

>>> own_sizes = parse("$ cd /\n$ ls\n40000000 a\ndir b\n$ cd b\n$ ls\n5 a\ndir b\n$ cd b\n$ ls\n4 c.txt\n")
>>> part1(own_sizes), part2(own_sizes)
(13, 9)
"""

from collections import Counter
from typing import NamedTuple, TypeAlias

from aoc.text import Reader

MOST_LINES, DEEPEST = 5000, 60
LARGEST_FILE, DISK, NEEDED, SMALL = 99_999_999, 70_000_000, 30_000_000, 100_000
ROOT, UP = "/", ".."
CD, LS, DIRECTORY, FILE = "$ cd ", "$ ls", "dir ", "size "
Path: TypeAlias = tuple[str, ...]
Sizes: TypeAlias = dict[Path, int]


class Line(NamedTuple):
    kind: str
    name: str = ""
    size: int = 0


def parse(text: str) -> Sizes:
    """For each directory the size of the files that are listed in it."""
    reader = Reader(text)
    walk = Walk(reader)
    for line in reader.lines(read_line, most=MOST_LINES):
        walk.take(line)
    reader.end()
    if LS in walk.expected or any(walk.to_enter.values()):
        raise reader.too_soon("all directories that are listed to be entered")
    if sum(walk.own_sizes.values()) > DISK:
        raise reader.error_of_whole(f"all files together are larger than {DISK}")
    return walk.own_sizes


def read_line(reader: Reader) -> Line:
    if reader.text[reader.at : reader.at + 1].isdigit():
        size = reader.number(1, LARGEST_FILE)
        reader.literal(" ")
        return Line(FILE, reader.match(r"[a-z]{1,20}(?:\.[a-z]{1,5})?", "the name of a file"), size)
    kind = reader.one_of((CD, LS, DIRECTORY))
    if kind == LS:
        return Line(kind)
    pattern = r"[a-z]{1,20}|/|\.\." if kind == CD else "[a-z]{1,20}"
    return Line(kind, reader.match(pattern, "the name of a directory"))


class Walk:
    """Goes along with the log, and refuses a line that cannot come next."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.own_sizes: Sizes = {}
        self.path: Path = ()
        self.to_enter: dict[Path, set[str]] = {(): {ROOT}}
        """For each path the directories that are listed there and not entered yet."""
        self.names: set[str] = set()
        """The names in the present listing so far."""
        self.expected: tuple[str, ...] = (CD,)

    def take(self, line: Line) -> None:
        if line.kind not in self.expected:
            raise self.reader.error(" or ".join(f"`{kind.strip()}`" for kind in self.expected))
        if line == Line(CD, UP):
            self.go_up()
        elif line.kind == CD:
            self.go_down(line.name)
        elif line.kind == LS:
            self.expected = (DIRECTORY, FILE, CD)
        elif line.name in self.names:
            raise self.reader.error("a name that the listing does not have yet")
        else:
            self.names.add(line.name)
            self.own_sizes[self.path] += line.size
            if line.kind == DIRECTORY:
                self.to_enter[self.path].add(line.name)

    def go_up(self) -> None:
        if len(self.path) < 2 or self.to_enter[self.path]:
            raise self.reader.error("a directory below this one, which is listed and not entered yet")
        self.path = self.path[:-1]
        self.expected = (CD,)

    def go_down(self, name: str) -> None:
        if name not in self.to_enter[self.path] or len(self.path) > DEEPEST:
            raise self.reader.error(f"a directory that is listed and not entered yet, at most {DEEPEST} below the root")
        self.to_enter[self.path].remove(name)
        self.path += (name,)
        self.to_enter[self.path], self.own_sizes[self.path], self.names = set(), 0, set()
        self.expected = (LS,)


def part1(own_sizes: Sizes) -> int:
    return sum(size for size in total_sizes(own_sizes).values() if size <= SMALL)


def part2(own_sizes: Sizes) -> int:
    totals = total_sizes(own_sizes)
    to_remove = totals[ROOT,] + NEEDED - DISK
    return min(size for size in totals.values() if size >= to_remove)


def total_sizes(own_sizes: Sizes) -> Counter[Path]:
    """The size of each directory, with all that is below it."""
    totals: Counter[Path] = Counter()
    for path, size in own_sizes.items():
        for end in range(1, len(path) + 1):
            totals[path[:end]] += size
    return totals
