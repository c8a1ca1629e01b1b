r"""Beacon Exclusion Zone: https://adventofcode.com/2022/day/15

Each sensor reports its closest beacon. The cells that are no farther away than this beacon are covered: they hold no
other beacon. Distances are sums of the differences in x and y. Part 1 counts the covered cells of one row, without the
known beacons. Part 2 asks for the only cell inside a square that is not covered.

In part 1 a sensor covers an interval of the row, and overlapping intervals are merged. In part 2 a few candidates are
tested against all sensors. A sensor covers a square that stands on a corner, so diagonal lines go along its sides:

         .          Falling lines: y goes down as x goes up, and x + y is the same all along. There are two of them
       .###.        just outside the square, the first above it and the first below it.
      .##S##.
       .###.        Rising lines: x - y is the same all along.
         .

Take a set of cells that are not covered and are connected, at corners too. In it take the cell with the greatest x + y,
and of those the one with the greatest x. Its neighbour at the lower right is not in the set, since its x + y is greater.
Its neighbour at the upper right is not, since its x + y is the same and its x is greater.

If a sensor covers the neighbour at the lower right, whose x + y is 2 greater, then the falling line of the cell is the
first or second above the square of that sensor. If a sensor covers the neighbour at the upper right, the rising line of
the cell is the first or second below its square. With both, the cell is the crossing of two such lines.

Otherwise a neighbour is off the map, so the cell is on a border. On the upper or the lower one, the line that goes with
the other neighbour crosses the border at the cell. On the right one, look at the cell straight below. It is not in the
set, since its x + y is greater. So the cell is in a corner, or one of its lines is the first beside a sensor's square.

Thus each connected set has a candidate. If there is only one, it is the answer, unless one of the eight cells around it
is not covered either.

>>> text = "Sensor at x=0, y=0: closest beacon is at x=3, y=3\nSensor at x=4, y=5: closest beacon is at x=3, y=3\n"
>>> zone = parse(text, row=2, limit=5)
>>> part1(zone), part2(zone)
(9, 20000002)
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aoc.grid import NINE
from aoc.ranges import merged
from aoc.text import Reader

MOST_SENSORS, FARTHEST = 40, 10_000_000
LARGEST_LIMIT = X_FACTOR = 4_000_000
PARAMS = {"row": range(FARTHEST + 1), "limit": range(LARGEST_LIMIT + 1)}
Numbers = NDArray[np.int64]


class Zone(NamedTuple):
    sensors: Numbers
    beacons: Numbers
    reach: Numbers
    """How far each sensor covers cells."""
    row: int
    limit: int


def parse(text: str, *, row: int = 2_000_000, limit: int = LARGEST_LIMIT) -> Zone:
    reader = Reader(text)
    found: dict[tuple[int, int], tuple[int, int]] = {}
    template = "Sensor at x={}, y={}: closest beacon is at x={}, y={}"
    for x, y, beacon_x, beacon_y in reader.records(template, range(-FARTHEST, FARTHEST + 1), most=MOST_SENSORS):
        if (x, y) in found or (x, y) == (beacon_x, beacon_y):
            raise reader.error("a sensor that is not there yet, and a beacon at another place")
        found[x, y] = (beacon_x, beacon_y)
    reader.end()
    sensors, beacons = np.array(list(found)), np.array(list(found.values()))
    apart = distances(sensors, beacons)
    reach = apart.diagonal()
    if (apart.min(axis=1) < reach).any():
        raise reader.error_of_whole("a sensor has another beacon that is closer")
    return Zone(sensors, beacons, reach, row, limit)


def distances(cells: Numbers, others: Numbers) -> Numbers:
    """From each of the cells to each of the others."""
    apart: Numbers = np.abs(cells[:, np.newaxis] - others).sum(axis=2)
    return apart


def part1(zone: Zone) -> int:
    x, y = zone.sensors.T
    widths = zone.reach - np.abs(y - zone.row)
    intervals = map(range, (x - widths).tolist(), (x + widths + 1).tolist())
    return sum(map(len, merged(intervals))) - len(
        {beacon_x for beacon_x, beacon_y in zone.beacons.tolist() if beacon_y == zone.row}
    )


def part2(zone: Zone) -> int | None:
    found = uncovered(zone, candidates(zone))
    if len(found) == 1:
        found = uncovered(zone, found + np.array(NINE))
    if len(found) != 1:
        return None
    x, y = map(int, found[0])
    return x * X_FACTOR + y


def candidates(zone: Zone) -> Numbers:
    """Crossings of lines outside sensors with one another and with the border, and the corners."""
    x, y = zone.sensors.T
    outside = np.concatenate([side * (zone.reach + step) for side in (-1, 1) for step in (1, 2)])
    falling, rising = outside + np.tile(x + y, 4), outside + np.tile(x - y, 4)
    sums, differences = (both.ravel() for both in np.meshgrid(falling, rising))
    crossings = (sums + differences) // 2
    cells = [np.column_stack([crossings, sums - crossings])]
    for edge in (0, zone.limit):
        lines = np.concatenate([falling - edge, edge - rising]), np.concatenate([falling - edge, edge + rising])
        cells.append(np.column_stack([np.full_like(lines[0], edge), lines[0]]))
        cells.append(np.column_stack([lines[1], np.full_like(lines[1], edge)]))
        cells.append(np.array([[edge, 0], [edge, zone.limit]]))
    return np.concatenate(cells)


def uncovered(zone: Zone, cells: Numbers) -> Numbers:
    """Those of the cells, each once, that are in the square and that no sensor covers."""
    inside = cells[((cells >= 0) & (cells <= zone.limit)).all(axis=1)]
    return np.unique(inside[(distances(inside, zone.sensors) > zone.reach).all(axis=1)], axis=0)
