"""2022 day 7, https://adventofcode.com/2022/day/7

Text: 1 to 5,000 lines, of which the first two are `$ cd /` and `$ ls`: the log of a walk through all directories, from the root `/`.
After `$ ls` comes the listing of the directory: 0 or more lines `dir name` or `size name`. A size is 1 to 99,999,999. The name of a directory has 1 to 20 letters a-z; that
of a file too, and may end in `.` and 1 to 5 letters more. No name comes twice in a listing.
After a listing, or after `$ cd ..`, comes `$ cd name`, for a directory that is listed here and was not entered yet, with `$ ls` on the line after it; or `$ cd ..`, in a directory
other than the root of which all listed directories have been entered. `$ cd /` and `$ ls` stand nowhere else.
At the end all listed directories have been entered; `$ cd ..` may be missing there. The depth is at most 60 below the root. All files together have a size of at most
70,000,000.
The size of a directory is the sum of all files in it and in the directories below it.
Part 1: the sum of the sizes of the directories, with the root, that have at most 100,000 each.
Part 2: the least size of a directory, or the root, that is at least the size of the root less 40,000,000, which may be a negative number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from string import ascii_lowercase

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, joined, same, shuffled, whole
from crosscheck.puzzles.limit import Limit

TITLE = "No Space Left On Device"
UNIT = "lines"
SIZE = 1000
MOST_LINES, DEEPEST, LONGEST, LONGEST_ENDING = 5_000, 60, 20, 5
LARGEST_FILE, MOST, KEPT, SMALL = 99_999_999, 70_000_000, 40_000_000, 100_000


@dataclass
class Folder:
    """Names with what they stand for, in the order of the listing; directories are entered in their own order."""

    entries: dict[str, int | Folder] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)

    def folders(self) -> list[Folder]:
        return [entry for entry in self.entries.values() if isinstance(entry, Folder)]

    def everything(self) -> list[Folder]:
        """This one and all below it."""
        return [self, *(below for folder in self.folders() for below in folder.everything())]

    def files(self) -> list[int]:
        return [size for size in self.entries.values() if isinstance(size, int)]

    def size(self) -> int:
        return sum(self.files()) + sum(folder.size() for folder in self.folders())

    def depth(self) -> int:
        return max((1 + folder.depth() for folder in self.folders()), default=0)


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Small trees, chains and stars; the same names again and again; empty directories; sizes that bring a directory to 100,000 or one beside it, or the total to where a directory is just enough."""
    rng = draw(seeds())
    root = any_tree(
        rng, draw(st.integers(0, draw(st.sampled_from((2, 6, 15))))), draw(st.sampled_from((0.0, 0.5, 1.0)))
    )
    names = draw(st.sampled_from(("a", "ab", ascii_lowercase)))
    sizes = draw(
        st.sampled_from(
            ((1, 2), (1, SMALL // 4), (SMALL // 2, SMALL), (1, SMALL), (1, MOST // 40), (MOST // 40, MOST // 3))
        )
    )
    for folder in root.everything():
        for _ in range(rng.choice((0, 1, 1, 2, 4))):
            size = rng.choice((*sizes, rng.randint(*sizes)))
            fill(rng, folder, names, min(size, MOST - root.size()))
    some = rng.choice(root.everything())
    if draw(st.booleans()):
        total = rng.choice((KEPT, KEPT + 1, MOST, KEPT + some.size() + rng.randint(-1, 1)))
        fill(rng, root, names, min(total, MOST) - root.size())
    elif draw(st.booleans()):
        fill(rng, some, names, min(SMALL + rng.randint(0, 1) - some.size(), MOST - root.size()))
    return written(root, rng.choice((0, 1, DEEPEST)))


def any_tree(rng: Random, count: int, chain: float, names: str = "ab", deepest: int = DEEPEST) -> Folder:
    """A root and `count` directories below it; as a chain with the probability `chain` in each step."""
    root = Folder()
    known = [(root, 0)]
    for _ in range(count):
        there = [pair for pair in known if pair[1] < deepest]
        parent, depth = known[-1] if rng.random() < chain and known[-1][1] < deepest else rng.choice(there)
        folder = Folder()
        name = free_name(rng, parent, names)
        parent.entries[name] = folder
        parent.order.insert(rng.randint(0, len(parent.order)), name)
        known.append((folder, depth + 1))
    return root


def free_name(rng: Random, folder: Folder, letters: str, ending: str = "") -> str:
    while True:
        name = "".join(rng.choices(letters, k=rng.choice((1, 2, 3, 6, 8, LONGEST)))) + ending
        if name not in folder.entries:
            return name


def fill(rng: Random, folder: Folder, letters: str, size: int) -> None:
    """A file of this size, if it may have it, at any place of the listing."""
    if not 1 <= size <= LARGEST_FILE:
        return
    ending = rng.choice(("", "", ".a", "." + "".join(rng.choices(letters, k=rng.randint(1, LONGEST_ENDING)))))
    name = free_name(rng, folder, letters, ending)
    folder.entries[name] = size
    folder.entries = dict(shuffled(list(folder.entries.items()), rng))


def full(seed: int, size: int = SIZE) -> str:
    """A directory on five or six lines, up to ten deep; more than 40,000,000 in all, so that a directory must go."""
    rng = Random(seed)
    count = max(1, size * 2 // 11)
    root = any_tree(rng, count - 1, 0.4, ascii_lowercase, deepest=9)
    folders = root.everything()
    files = max(2, min(size, MOST_LINES) - 4 * count)
    weights = [rng.randint(1_000, 330_000) for _ in range(files)]
    total = rng.randint(42_000_000, 49_000_000)
    for weight in weights:
        fill(rng, rng.choice(folders), ascii_lowercase, max(1, weight * total // sum(weights)))
    return written(root, DEEPEST)


def chain_of(depth: int, size: int = 1) -> Folder:
    """A directory in a directory and so on, with one file in each."""
    folder = Folder({"f": size})
    for _ in range(depth):
        folder = Folder({"a": folder, "f": size}, ["a"])
    return folder


def star_of(lines: int) -> Folder:
    """Empty directories in the root, and a file for each line that is left over."""
    count, over = divmod(lines - 2, 4)
    names = [name_of(at) for at in range(count)]
    entries: dict[str, int | Folder] = {name: Folder() for name in names}
    return Folder(entries | {f"f.{ascii_lowercase[at]}": 1 for at in range(over)}, names)


def name_of(number: int) -> str:
    """A name for each number, all of the same length."""
    letters = ""
    for _ in range(LONGEST):
        number, at = divmod(number, 26)
        letters += ascii_lowercase[at]
    return letters


def limits() -> Iterator[Limit]:
    yield Limit("the deepest directory", written(chain_of(DEEPEST)), "1891, 1")
    deeper = written(chain_of(DEEPEST + 1))
    yield Limit("a directory too deep", deeper, f"refused at line {4 * (DEEPEST + 1) + 1}")
    yield Limit("most lines", written(star_of(MOST_LINES)), "2, 0")
    yield Limit("a line too many", written(star_of(MOST_LINES + 1)), f"refused at line {MOST_LINES + 1}")
    yield Limit("all space used", written(Folder({"a": MOST})), f"0, {MOST}")
    yield Limit("more than all space used", written(Folder({"a": MOST, "b": 1})), "refused as a whole")


def worst() -> Iterator[tuple[str, str]]:
    """Most lines: files as deep as can be, directories side by side, one listing of files, and chains of directories one after the other."""
    deep = chain_of(DEEPEST)
    lowest = deep.everything()[-1]
    lowest.entries |= {name_of(at): 13_000 for at in range(MOST_LINES - 4 * DEEPEST - 4)}
    yield "all files in the deepest directory", written(deep, DEEPEST)
    yield "directories side by side", written(star_of(MOST_LINES))
    yield "one listing", written(Folder({name_of(at): 14_000 for at in range(MOST_LINES - 2)}))
    chains = {name_of(at): chain_of(DEEPEST - 1, 10_000) for at in range(MOST_LINES // (5 * DEEPEST))}
    yield "deep directories side by side", written(Folder(dict(chains), list(chains)))


def written(root: Folder, ends_missing: int = 0) -> str:
    """The log; at most so many of the last `$ cd ..` are missing."""
    lines = log(root, "/")[:-1]
    while ends_missing and lines[-1] == "$ cd ..":
        lines.pop()
        ends_missing -= 1
    return joined(lines)


def log(folder: Folder, name: str) -> list[str]:
    lines = [f"$ cd {name}", "$ ls"]
    for entry, what in folder.entries.items():
        lines.append(f"dir {entry}" if isinstance(what, Folder) else f"{what} {entry}")
    for entry in folder.order:
        below = folder.entries[entry]
        if isinstance(below, Folder):
            lines += log(below, entry)
    return [*lines, "$ cd .."]


def read(text: str) -> Folder:
    root = Folder()
    path = [root]
    for line in text.splitlines():
        match line.split():
            case ["$", "ls"] | ["$", "cd", "/"] | []:
                pass
            case ["$", "cd", ".."]:
                path.pop()
            case ["$", "cd", name]:
                folder = path[-1].entries[name]
                assert isinstance(folder, Folder)
                path[-1].order.append(name)
                path.append(folder)
            case ["dir", name]:
                path[-1].entries[name] = Folder()
            case [size, name]:
                path[-1].entries[name] = int(size)
    return root


def oracle(text: str) -> Answers | None:
    """By paths: all files whose path begins with that of the directory."""
    here = ""
    folders, files = {"/"}, dict[str, int]()
    for line in text.splitlines():
        if line.startswith("$ cd "):
            name = line.removeprefix("$ cd ")
            here = "/" if name == "/" else here[: here.rindex("/", 0, -1) + 1] if name == ".." else f"{here}{name}/"
        elif line.startswith("dir "):
            folders.add(f"{here}{line.removeprefix('dir ')}/")
        elif line and line != "$ ls":
            size, name = line.split()
            files[here + name] = int(size)
    if len(folders) * len(files) > 1_000_000:
        return None
    sizes = [sum(size for path, size in files.items() if path.startswith(folder)) for folder in folders]
    needed = sum(files.values()) - KEPT
    small = sum(size for size in sizes if size <= SMALL)
    return str(small), str(min(size for size in sizes if size >= needed))


def on_trees(change: Callable[[Folder, Random], Folder | None]) -> Transform:
    """None where the change leads out of the domain."""

    def transform(text: str, rng: Random) -> str | None:
        changed = change(read(text), rng)
        if changed is None or changed.depth() > DEEPEST:
            return None
        made = written(changed)
        return made if made.count("\n") <= MOST_LINES else None

    return transform


def everywhere(change: Callable[[Folder, Random], Folder]) -> Callable[[Folder, Random], Folder]:
    """The change of each directory, when what is below it has been changed."""

    def changed(folder: Folder, rng: Random) -> Folder:
        entries = {
            name: changed(what, rng) if isinstance(what, Folder) else what for name, what in folder.entries.items()
        }
        return change(Folder(entries, folder.order), rng)

    return changed


def reordered(folder: Folder, rng: Random) -> Folder:
    return Folder(dict(shuffled(list(folder.entries.items()), rng)), shuffled(folder.order, rng))


def renamed(folder: Folder, rng: Random) -> Folder:
    """Names that come from one short list, without endings."""
    names = shuffled([name_of(at) for at in range(len(folder.entries))], rng)
    new = dict(zip(folder.entries, names, strict=True))
    return Folder({new[name]: what for name, what in folder.entries.items()}, [new[name] for name in folder.order])


def files_cut(folder: Folder, rng: Random) -> Folder:
    """A file of each directory becomes two."""
    cuttable = [name for name, what in folder.entries.items() if isinstance(what, int) and what > 1]
    if not cuttable:
        return folder
    entries = dict(folder.entries)
    name = rng.choice(cuttable)
    size = entries[name]
    assert isinstance(size, int)
    entries[name] = first = rng.randint(1, size - 1)
    entries[free_name(rng, folder, ascii_lowercase)] = size - first
    return Folder(entries, folder.order)


def with_empty(root: Folder, rng: Random) -> Folder:
    """An empty directory more."""
    folder = rng.choice(root.everything())
    name = free_name(rng, folder, ascii_lowercase)
    folder.entries[name] = Folder()
    folder.order.append(name)
    return root


def same_or_nothing(before: Answers, after: Answers) -> bool:
    """The empty directory is enough where nothing is needed."""
    return before[0] == after[0] and after[1] in (before[1], "0")


def one_level_more(root: Folder, _: Random) -> Folder:
    """All there is, in a directory of the root."""
    return Folder({"all": root}, ["all"])


def root_once_more(before: Answers, after: Answers) -> bool:
    (small, least), (small_after, least_after) = whole(before), whole(after)
    return least_after == least and 0 <= small_after - small <= SMALL


def all_in_root(root: Folder, _: Random) -> Folder:
    """All files, and no directory."""
    files = [size for folder in root.everything() for size in folder.files()]
    return Folder({name_of(at): size for at, size in enumerate(files)})


def root_alone(before: Answers, after: Answers) -> bool:
    (_, least), (small, total) = whole(before), whole(after)
    return least <= total and small == (total if total <= SMALL else 0)


def own_folder_for_files(folder: Folder, _: Random) -> Folder:
    """The files of each directory that has some, in a directory of their own in it."""
    files: dict[str, int | Folder] = {name: what for name, what in folder.entries.items() if isinstance(what, int)}
    if not files or "own" in folder.entries:
        return folder
    entries = {name: what for name, what in folder.entries.items() if isinstance(what, Folder)}
    return Folder({"own": Folder(files), **entries}, ["own", *folder.order])


def more_small_no_greater(before: Answers, after: Answers) -> bool:
    (small, least), (small_after, least_after) = whole(before), whole(after)
    return small_after >= small and least_after <= least


LAWS = (
    Law("the order of listings and of the walk does not matter", on_trees(everywhere(reordered)), same),
    Law("other names change nothing", on_trees(everywhere(renamed)), same),
    Law("a file may be cut in two", on_trees(everywhere(files_cut)), same),
    Law("the way back at the end may be missing", lambda text, _: written(read(text), DEEPEST), same),
    Law("an empty directory is nothing", on_trees(with_empty), same_or_nothing),
    Law("a directory around all is as the root", on_trees(one_level_more), root_once_more),
    Law("without directories there is the root alone", on_trees(all_in_root), root_alone),
    Law("more directories offer more", on_trees(everywhere(own_folder_for_files)), more_small_no_greater),
)
