"""2024 day 20, https://adventofcode.com/2024/day/20

Text: walls `#`, open cells `.`, one start `S` and one end `E`, 3 to 150 rows of 3 to 150 columns. The first and last row and the first and last column
are walls. What is not a wall is one track without branches: the start and the end have one open neighbour each, up, down, left or right, every other
open cell has two, and the track leads from the start through all of them to the end. The parameter `saving` is 1 to 10,000, and 100 by default.
A racer goes along the track, a cell a step. Once he may cheat: go from a cell of the track to another one in as few steps as if there were no walls.
A cheat is known by these two cells, and saves as many steps as it takes fewer than the track between them.
Part 1: the number of cheats of at most 2 steps that save at least `saving`.  Part 2: the same with cheats of at most 20 steps.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations, pairwise
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.input import Input, Param
from crosscheck.puzzles.law import (
    Answers,
    Law,
    Transform,
    joined,
    mirrored,
    no_less,
    same,
    transposed,
    unchanged,
    whole,
)
from crosscheck.puzzles.limit import Limit

TITLE = "Race Condition"
UNIT = "rows and columns"
SIZE = 141
MOST = 150
PARAMS = {"saving": Param(default=100, low=1, high=10_000)}
AROUND = ((0, 1), (1, 0), (0, -1), (-1, 0))
Cell = tuple[int, int]


@st.composite
def puzzles(draw: st.DrawFn) -> Input:
    """Tracks that wind anywhere, tracks between regular walls, and snakes whose corridors have one wall or more between them. Savings from the least to
    more than there are, now and then the usual one."""
    kind = draw(st.sampled_from(("winding", "regular", "winding", "regular", "snake")))
    rng = draw(seeds())
    if kind == "winding":
        height, width = draw(st.sampled_from((9, 6, 13, 11, 4, 1))), draw(st.sampled_from((10, 7, 16, 13, 24, 2)))
        track = winding(rng, height, width)
    elif kind == "regular":
        height, width = draw(st.sampled_from((6, 4, 8, 2))), draw(st.sampled_from((6, 8, 4, 10, 2)))
        track = cut(rng, around_a_tree(rng, height, width), rng.randint(1, height * width))
    else:
        width, count, apart = (
            draw(st.sampled_from((3, 8, 21, 60))),
            draw(st.sampled_from((3, 2, 4, 1))),
            draw(st.integers(1, 21)),
        )
        track = snake(width, count, apart)
    if draw(st.booleans()):
        track = track[::-1]
    most = min(len(track), PARAMS["saving"].high)
    saving = draw(st.sampled_from((2, 1, 4, max(1, most // 2), rng.randint(1, most), most, 100)))
    return Input(joined(drawn(track)), given(saving))


def given(saving: int) -> dict[str, int]:
    return {} if saving == PARAMS["saving"].default else {"saving": saving}


def winding(rng: Random, height: int, width: int) -> list[Cell]:
    """A track that goes on, as a rule, into a neighbour that touches no other cell of it; the longest of a few."""
    return max((grown(rng, height, width) for _ in range(3)), key=len)


def grown(rng: Random, height: int, width: int) -> list[Cell]:
    track = [(rng.randrange(height), rng.randrange(width))]
    while True:
        y, x = track[-1]
        near = [(y + dy, x + dx) for dy, dx in AROUND if 0 <= y + dy < height and 0 <= x + dx < width]
        free = [cell for cell in near if sum(touches(cell, other) for other in track) == 1 and cell not in track]
        if not free:
            return track if len(track) > 1 else [track[0], near[0]]
        ahead = (2 * y - track[-2][0], 2 * x - track[-2][1]) if len(track) > 1 else None
        track.append(ahead if ahead in free and rng.random() < 0.4 else rng.choice(free))


def touches(one: Cell, other: Cell) -> bool:
    return abs(one[0] - other[0]) + abs(one[1] - other[1]) == 1


def around_a_tree(rng: Random, height: int, width: int) -> list[Cell]:
    """A closed track through all cells with even coordinates, of which there are so many rows and columns, both even: it goes round a tree that joins all
    blocks of two by two of them."""
    inside = {(0, 0)}
    joins: set[tuple[Cell, Cell]] = set()
    border = [((0, 0), (0, 1)), ((0, 0), (1, 0))]
    while border:
        at = rng.randrange(len(border))
        border[at], border[-1] = border[-1], border[at]
        one, other = border.pop()
        y, x = other
        if other in inside or not (0 <= y < height // 2 and 0 <= x < width // 2):
            continue
        inside.add(other)
        joins |= {(one, other), (other, one)}
        border += [(other, (y + dy, x + dx)) for dy, dx in AROUND]

    def opens(cell: Cell, step: Cell) -> bool:
        """Whether the tree does not stand between this cell and the next one, which is at the left or the right of a branch."""
        y, x = cell
        v, u = y + step[0], x + step[1]
        here, there = (y // 2, x // 2), (v // 2, u // 2)
        if here == there:
            aside = (here[0] + (y % 2 * 2 - 1), here[1]) if step[0] == 0 else (here[0], here[1] + (x % 2 * 2 - 1))
            return (here, aside) not in joins
        return (here, there) in joins

    cycle: list[Cell] = [(0, 0)]
    before = None
    while True:
        y, x = cycle[-1]
        following = [
            (y + dy, x + dx)
            for dy, dx in AROUND
            if 0 <= y + dy < height and 0 <= x + dx < width and opens((y, x), (dy, dx)) and (y + dy, x + dx) != before
        ]
        before = cycle[-1]
        if following[0] == (0, 0):
            break
        cycle.append(following[0])
    return [cell for (y, x), (v, u) in pairwise([*cycle, cycle[0]]) for cell in ((2 * y, 2 * x), (y + v, x + u))]


def cut(rng: Random, closed: list[Cell], gap: int) -> list[Cell]:
    """A closed track without some neighbouring cells: two of it are left at least, and three are taken away, so that its ends do not touch."""
    gap = min(max(gap, 3), len(closed) - 2)
    start = rng.randrange(len(closed))
    return (closed[start:] + closed[:start])[gap:]


def snake(width: int, count: int, apart: int) -> list[Cell]:
    """So many corridors, with so many rows between them."""
    track: list[Cell] = []
    for corridor in range(count):
        y = corridor * (apart + 1)
        columns = range(width) if corridor % 2 == 0 else range(width - 1, -1, -1)
        track += [(y, x) for x in columns]
        track += [(y + down, track[-1][1]) for down in range(1, apart + 1) if corridor < count - 1]
    return track


def drawn(track: list[Cell]) -> list[str]:
    """Walls all round, and where nothing else is."""
    top, left = min(y for y, _ in track), min(x for _, x in track)
    height, width = max(y for y, _ in track) - top + 3, max(x for _, x in track) - left + 3
    cells = [["#"] * width for _ in range(height)]
    for y, x in track:
        cells[y - top + 1][x - left + 1] = "."
    for (y, x), letter in ((track[0], "S"), (track[-1], "E")):
        cells[y - top + 1][x - left + 1] = letter
    return ["".join(row) for row in cells]


def full(seed: int, size: int = SIZE) -> str:
    """A track through most cells with odd coordinates, in a square."""
    rng = Random(seed)
    count = max(2, (min(size, MOST) - 1) // 4 * 2)
    closed = around_a_tree(rng, count, count)
    return joined(drawn(cut(rng, closed, len(closed) // 25)))


def limits() -> Iterator[Limit]:
    track = joined(drawn(snake(MOST - 2, 1, 0)))
    yield Limit("the longest straight track", Input(track, given(1)), "0, 0")
    yield Limit("a row too many", joined(drawn([(at, 0) for at in range(MOST - 1)])), "refused at line 151")


def worst() -> Iterator[tuple[str, str | Input]]:
    """The longest tracks, with the least saving, where most pairs count, and with the greatest."""
    rng = Random(20)
    closed = around_a_tree(rng, 74, 74)
    regular, long = joined(drawn(cut(rng, closed, 3))), joined(drawn(snake(MOST - 2, 74, 1)))
    zigzag = joined(drawn(zigzags(MOST - 2)))
    for saving in (1, 100, 10_000):
        yield f"through all, saving {saving}", Input(regular, given(saving))
        yield f"long corridors, saving {saving}", Input(long, given(saving))
        yield f"zigzags, saving {saving}", Input(zigzag, given(saving))
    narrow = snake(1, 1, 0) + [(at, 0) for at in range(1, MOST - 2)]
    yield "one column", Input(joined(drawn(narrow)), given(1))
    hook = [(at, 0) for at in range(MOST - 2)] + [(MOST - 3, 1)] + [(at, 2) for at in range(MOST - 3, -1, -1)]
    yield "two corridors side by side", Input(joined(drawn(hook)), given(1))


def zigzags(side: int) -> list[Cell]:
    """Waves of two rows, from the left to the right and back."""
    track: list[Cell] = []
    for band in range(side // 3):
        top = 3 * band
        wave: list[Cell] = [(top, 0)]
        while wave[-1][1] + 2 < side:
            y, x = wave[-1]
            other = top + 1 if y == top else top
            wave += [(y, x + 1), (y, x + 2), (other, x + 2)]
        if wave[-1][0] == top:
            wave.pop()
        if band % 2 == 1:
            wave = [(y, wave[-1][1] - x) for y, x in wave]
        if track:
            track += [(y, wave[0][1]) for y in range(track[-1][0] + 1, top)]
        track += wave
    return track


def track_of(rows: list[str]) -> list[Cell]:
    """Cell by cell from the start to the end."""
    y = next(at for at, row in enumerate(rows) if "S" in row)
    track, at = [], (y, rows[y].index("S"))
    while True:
        track.append(at)
        near = [(at[0] + dy, at[1] + dx) for dy, dx in AROUND]
        following = [cell for cell in near if rows[cell[0]][cell[1]] != "#" and cell not in track[-2:]]
        if not following:
            return track
        at = following[0]


def oracle(text: str, params: Mapping[str, int]) -> Answers | None:
    """Every two cells of the track."""
    if text.count(".") > 400:
        return None
    counts = [0, 0]
    for (start, one), (end, other) in combinations(enumerate(track_of(text.split())), 2):
        length = abs(one[0] - other[0]) + abs(one[1] - other[1])
        for part, limit in enumerate((2, 20)):
            counts[part] += length <= limit and end - start - length >= params["saving"]
    return str(counts[0]), str(counts[1])


def on_rows(change: Callable[[list[str], Random], list[str] | None]) -> Transform:
    """A change of the map, and not of what is to be saved."""

    def transform(made: Input, rng: Random) -> Input | None:
        changed = change(made.text.split(), rng)
        return None if changed is None else Input(joined(changed), made.params)

    return transform


def from_the_end(rows: list[str], _: Random) -> list[str]:
    return [row.translate(str.maketrans("SE", "ES")) for row in rows]


def thicker_walls(rows: list[str], rng: Random) -> list[str] | None:
    """A row or a column more of the walls all round."""
    if max(len(rows), len(rows[0])) == MOST:
        return None
    wall = rows[0]
    return rng.choice(([wall, *rows], [*rows, wall], ["#" + row for row in rows], [row + "#" for row in rows]))


def longer_track(rows: list[str], rng: Random) -> list[str] | None:
    """The end is one cell further on, where there is room for it."""
    track = track_of(rows)
    y, x = track[-1]
    near = [(y + dy, x + dx) for dy, dx in AROUND if 0 < y + dy < len(rows) - 1 and 0 < x + dx < len(rows[0]) - 1]
    free = [cell for cell in near if cell not in track and sum(touches(cell, other) for other in track) == 1]
    return drawn([*track, rng.choice(free)]) if free else None


def saving_of(made: Input) -> int:
    return made.params.get("saving", PARAMS["saving"].default)


def one_less_to_save(made: Input, _: Random) -> Input | None:
    """An even number of steps and one less: as start and end of a cheat are both at an even distance on the track and without walls, or both at an odd
    one, only even numbers are ever saved."""
    saving = saving_of(made)
    return Input(made.text, given(saving - 1)) if saving % 2 == 0 else None


def two_less_to_save(made: Input, _: Random) -> Input | None:
    saving = saving_of(made)
    return Input(made.text, given(saving - 2)) if saving > 2 else None


def part1_within_part2(before: Answers, _: Answers) -> bool:
    one, two = whole(before)
    return one <= two


LAWS = (
    Law("from the end to the start nothing changes", on_rows(from_the_end), same),
    Law("left for right changes nothing", on_rows(mirrored), same),
    Law("rows for columns change nothing", on_rows(transposed), same),
    Law("thicker walls change nothing", on_rows(thicker_walls), same),
    Law("a longer track has no fewer cheats", on_rows(longer_track), no_less),
    Law("what is saved is even", one_less_to_save, same),
    Law("where less is to be saved, there are no fewer cheats", two_less_to_save, no_less),
    Law("cheats of 2 steps are among those of 20", unchanged, part1_within_part2),
)
