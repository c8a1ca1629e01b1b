"""2022 day 15, https://adventofcode.com/2022/day/15

Text: 1 to 40 lines `Sensor at x=2, y=-3: closest beacon is at x=4, y=5`, all coordinates from -10,000,000 to 10,000,000. No two lines have the same sensor, and a beacon is never where its sensor is.
The distance of two cells is the sum of the differences in x and in y. No beacon of another line is closer to a sensor than its own one; it may be equally far away.
Parameters: `row`, 2,000,000 where it is not given, 0 to 10,000,000; and `limit`, 4,000,000 where it is not given, 0 to 4,000,000.
A sensor covers all cells that are no farther away than its beacon.
Part 1: how many cells of the row y = `row` are covered and hold no beacon of the text.
Part 2: x times 4,000,000 plus y, for the only cell with x and y from 0 to `limit` that no sensor covers; `no solution` if there is none, or more than one.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import product
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.input import Input, Param
from crosscheck.puzzles.law import Answers, Law, Transform, joined, same, same_part1, shuffled
from crosscheck.puzzles.limit import Limit

TITLE = "Beacon Exclusion Zone"
UNIT = "sensors"
SIZE = 30
MOST, FARTHEST, FACTOR = 40, 10_000_000, 4_000_000
PARAMS = {
    "row": Param(default=2_000_000, low=0, high=10_000_000),
    "limit": Param(default=4_000_000, low=0, high=4_000_000),
}
NO_SOLUTION = "no solution"


class Cell(NamedTuple):
    x: int
    y: int


class Report(NamedTuple):
    sensor: Cell
    beacon: Cell

    @property
    def reach(self) -> int:
        return distance(self.sensor, self.beacon)


@st.composite
def puzzles(draw: st.DrawFn) -> Input:
    """Squares that are covered but for one cell, in the middle, on a border or in a corner; covered altogether; with a gap; and noise with beacons at equal distances."""
    rng = draw(seeds())
    limit = draw(st.sampled_from((10, 6, 3, 20, 1, 40, 0, 1_000, PARAMS["limit"].high)))
    row = rng.choice((limit // 2, rng.randint(0, limit), 0, limit))
    kind = draw(st.sampled_from(("hole", "hole", "hole", "gap", "covered", "noise", "noise")))
    hole = Cell(*(rng.choice((0, limit, rng.randint(0, limit), rng.randint(0, limit))) for _ in range(2)))
    if kind == "noise":
        reports = noise(rng, limit, rng.choice((1, 2, 3, 6, 12)), rng.choice((1, 2, 5)))
    elif kind == "covered":
        reports = around(Cell(rng.choice((-1, limit + 1)), hole.y), limit + 2, rng)
    elif kind == "gap":
        reports = rng.sample(around(hole, limit, rng), rng.choice((2, 3, 3)))
    else:
        reports = around(hole, limit, rng)
        if rng.random() < 0.5:
            reports = [report for report in reports if is_on_a_side(report, hole, limit)] or reports
    if kind != "noise":
        reports = with_more(reports, rng.choice((0, 0, 1, 5, MOST - len(reports))), hole, limit, rng)
    return Input(written(shuffled(reports, rng)), {"row": row, "limit": limit})


def noise(rng: Random, limit: int, sensors: int, beacons: int) -> list[Report]:
    """Sensors anywhere, each with its closest beacon."""
    anywhere = [Cell(rng.randint(-limit - 2, limit + 5), rng.randint(-3, limit + 3)) for _ in range(beacons)]
    found = dict[Cell, Cell]()
    for _ in range(sensors):
        sensor = Cell(rng.randint(-2, limit + 2), rng.randint(-2, limit + 2))
        if sensor not in anywhere:
            found[sensor] = min(anywhere, key=lambda beacon: distance(sensor, beacon))
    found = found or {Cell(anywhere[0].x + 1, anywhere[0].y): anywhere[0]}
    return [Report(sensor, found[sensor]) for sensor in found]


def distance(one: Cell, other: Cell) -> int:
    return abs(one.x - other.x) + abs(one.y - other.y)


def around(hole: Cell, limit: int, rng: Random) -> list[Report]:
    """Four sensors that cover the square without the hole: one on each side between two axes, with a reach that ends beside it.

    Let a sensor be a and b away from the hole along the axes, both more than half of the limit. Of the two diagonals through the hole, it
    covers all that is on its side of one and less than the limit away from the other. No cell of the square is beyond both.
    """
    reports = list[Report]()
    for to_x, to_y in product((-1, 1), repeat=2):
        a, b = (limit // 2 + 1 + rng.randint(0, limit // 8) for _ in range(2))
        reach = a + b - 1
        beyond = rng.randint(reach // 3, reach - reach // 3)
        sensor = Cell(hole.x + to_x * a, hole.y + to_y * b)
        reports.append(Report(sensor, Cell(sensor.x + to_x * beyond, sensor.y + to_y * (reach - beyond))))
    return reports


def is_on_a_side(report: Report, hole: Cell, limit: int) -> bool:
    """Whether the square goes on from the hole towards this one of the sensors around it. The others cover what this one does of the border, if it does not."""
    return all(at != (0 if to < at else limit) for at, to in zip(hole, report.sensor, strict=True))


def with_more(reports: list[Report], count: int, hole: Cell, limit: int, rng: Random) -> list[Report]:
    """With up to so many more sensors, that have the same beacons and do not reach the hole."""
    beacons = [report.beacon for report in reports]
    found = {report.sensor: report for report in reports}
    for _ in range(count):
        sensor = Cell(rng.randint(-limit // 2, limit + limit // 2), rng.randint(-limit // 2, limit + limit // 2))
        beacon = min(beacons, key=lambda beacon: distance(sensor, beacon))
        if sensor not in beacons and sensor not in found and distance(sensor, beacon) < distance(sensor, hole):
            found[sensor] = Report(sensor, beacon)
    return list(found.values())


def full(seed: int, size: int = SIZE) -> str:
    """The large square is covered but for one cell."""
    rng = Random(seed)
    limit = PARAMS["limit"].high
    hole = Cell(rng.randint(0, limit), rng.randint(0, limit))
    reports = around(hole, limit, rng)
    while len(reports) < min(size, MOST):
        reports = with_more(reports, 1, hole, limit, rng)
    return written(shuffled(reports, rng))


def written(reports: list[Report]) -> str:
    return joined(
        f"Sensor at x={sensor.x}, y={sensor.y}: closest beacon is at x={beacon.x}, y={beacon.y}"
        for sensor, beacon in reports
    )


def read(text: str) -> list[Report]:
    reports = list[Report]()
    for line in text.rstrip("\n").split("\n"):
        x, y, beacon_x, beacon_y = (int(part.split(",")[0].split(":")[0]) for part in line.split("=")[1:])
        reports.append(Report(Cell(x, y), Cell(beacon_x, beacon_y)))
    return reports


def limits() -> Iterator[Limit]:
    ends = Report(Cell(-FARTHEST, -FARTHEST), Cell(FARTHEST, FARTHEST))
    row = PARAMS["row"].default
    yield Limit("the greatest distance", written([ends]), f"{2 * (3 * FARTHEST - row) + 1}, {NO_SOLUTION}")
    corner = Report(Cell(0, 0), Cell(FACTOR, FACTOR - 1))
    widest = 2 * (2 * FACTOR - 1 - row) + 1
    yield Limit("the greatest answer", written([corner]), f"{widest}, {FACTOR * FACTOR + FACTOR}")
    column = [Report(Cell(x, 0), Cell(-FARTHEST, 0)) for x in range(MOST)]
    # The last sensor's reach begins where the first one's does, at the beacon, and ends 2 (MOST - 1) cells farther.
    yield Limit("most sensors", written(column), f"{2 * (FARTHEST - row) + 1 + 2 * (MOST - 1)}, {NO_SOLUTION}")
    yield Limit(
        "a sensor too many",
        written([*column, Report(Cell(MOST, 0), Cell(-FARTHEST, 0))]),
        f"refused at line {MOST + 1}",
    )


def worst() -> Iterator[tuple[str, str | Input]]:
    """Most sensors: that do not touch, that overlap as much as they can, one inside the other, and with gaps of all sizes."""
    rng = Random(15)
    limit = PARAMS["limit"].high
    side = limit // 6
    grid = [Cell(side * i + side // 2, side * j + side // 2) for i, j in product(range(6), repeat=2)]
    yield "sensors in a grid that touch", written([Report(cell, Cell(cell.x + side // 2, cell.y)) for cell in grid])
    yield (
        "sensors in a grid that do not touch",
        written([Report(cell, Cell(cell.x + side // 3, cell.y)) for cell in grid]),
    )
    far = Cell(limit + side, limit // 2)
    yield (
        "one beacon for all",
        written([Report(Cell(limit * at // MOST, limit * (at * 7 % MOST) // MOST), far) for at in range(MOST)]),
    )
    yield (
        "one beacon, sensors in a row",
        written([Report(Cell(limit * at // MOST, limit // 2), far) for at in range(MOST)]),
    )
    yield (
        "sensors on a diagonal",
        written(
            [
                Report(
                    Cell(limit * at // MOST, limit * at // MOST),
                    Cell(limit * at // MOST + limit // MOST, limit * at // MOST),
                )
                for at in range(MOST)
            ]
        ),
    )
    for name, hole in (
        ("a hole", Cell(limit // 3, limit // 4)),
        ("a hole on a border", Cell(limit, limit // 3)),
        ("a hole in a corner", Cell(limit, 0)),
    ):
        reports = around(hole, limit, rng)
        yield name, written(reports)
        yield f"{name}, many sensors", written(with_more(reports, 4 * MOST, hole, limit, rng)[:MOST])
    yield "noise", written(noise(rng, limit, MOST, 8))
    yield (
        "the smallest sensors",
        written([Report(Cell(2 * at, 2_000_000), Cell(2 * at + 1, 2_000_000)) for at in range(MOST)]),
    )


def oracle(text: str, params: Mapping[str, int]) -> Answers | None:
    """Each cell is compared with each sensor."""
    reports = read(text)
    low = min(report.sensor.x - report.reach for report in reports)
    high = max(report.sensor.x + report.reach for report in reports)
    row, limit = params["row"], params["limit"]
    beacons = {report.beacon for report in reports}
    part1 = part2 = None
    if high - low <= 5_000:
        part1 = str(sum(covered(Cell(x, row), reports) and Cell(x, row) not in beacons for x in range(low, high + 1)))
    if limit <= 60:
        cells = [
            cell for cell in (Cell(*xy) for xy in product(range(limit + 1), repeat=2)) if not covered(cell, reports)
        ]
        part2 = str(cells[0].x * FACTOR + cells[0].y) if len(cells) == 1 else NO_SOLUTION
    return part1, part2


def covered(cell: Cell, reports: list[Report]) -> bool:
    return any(distance(cell, report.sensor) <= report.reach for report in reports)


def on_reports(change: Callable[[list[Report], Random], list[Report] | None]) -> Transform:
    """A change of the lines, with the parameters as they are."""

    def transform(made: Input, rng: Random) -> Input | None:
        changed = change(read(made.text), rng)
        if changed is None or any(abs(number) > FARTHEST for report in changed for cell in report for number in cell):
            return None
        return Input(written(changed), made.params)

    return transform


def moved(reports: list[Report], rng: Random) -> list[Report]:
    by = rng.choice((1, -1, 1_000_000, -999_999))
    return [Report(Cell(sensor.x + by, sensor.y), Cell(beacon.x + by, beacon.y)) for sensor, beacon in reports]


def transposed(reports: list[Report], _: Random) -> list[Report]:
    return [Report(Cell(sensor.y, sensor.x), Cell(beacon.y, beacon.x)) for sensor, beacon in reports]


def cells_of(answer: str | None) -> set[Cell]:
    """The cells that an answer may stand for: y is `FACTOR` at most, so there may be two of them."""
    if answer == NO_SOLUTION or answer is None:
        return set()
    x, y = divmod(int(answer), FACTOR)
    return {Cell(x, y), Cell(x - 1, FACTOR)} if y == 0 and x else {Cell(x, y)}


def transposed_part2(before: Answers, after: Answers) -> bool:
    turned = {Cell(cell.y, cell.x) for cell in cells_of(after[1])}
    return bool(cells_of(before[1]) & turned) or before[1] == after[1] == NO_SOLUTION


def left_for_right(made: Input, _: Random) -> Input | None:
    """The square changes places with itself."""
    limit = made.params.get("limit", PARAMS["limit"].default)
    changed: Input | None = on_reports(
        lambda reports, _: [Report(*(Cell(limit - cell.x, cell.y) for cell in report)) for report in reports]
    )(made, _)
    return changed


def in_kind(before: Answers, after: Answers) -> bool:
    return before[0] == after[0] and (before[1] == NO_SOLUTION) == (after[1] == NO_SOLUTION)


def one_less(reports: list[Report], rng: Random) -> list[Report] | None:
    return rng.sample(reports, len(reports) - 1) if len(reports) > 1 else None


def covers_less(before: Answers, after: Answers) -> bool:
    """A cell of the row may count because it is no known beacon any more."""
    return int(after[0] or "") <= int(before[0] or "") + 1 and (
        before[1] == NO_SOLUTION or after[1] in (before[1], NO_SOLUTION)
    )


LAWS = (
    Law("the order of sensors does not matter", on_reports(shuffled), same),
    Law("to the side part 1 moves along", on_reports(moved), same_part1),
    Law("x for y turns the cell of part 2", on_reports(transposed), transposed_part2),
    Law("left for right leaves part 1, and whether there is a cell", left_for_right, in_kind),
    Law("with a sensor less no more is covered", on_reports(one_less), covers_less),
)
