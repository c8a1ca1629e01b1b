"""The pictures of results show what was measured, and do not mislead."""

import re
from itertools import combinations, pairwise

import numpy as np
import pytest

from crosscheck.ruler import growth, results
from crosscheck.ruler.estimate import Exponent, exponent, is_power
from crosscheck.ruler.growth import NOT_A_POWER
from crosscheck.shown import gallery, pages, pictures
from places import ROOT

SIZES = [100, 200, 400, 800]
YEARS = pages.years(ROOT)


@pytest.mark.parametrize("count", [2, 3, 40])
def test_marks_that_would_hide_each_other_are_moved_apart(count: int) -> None:
    rng = np.random.default_rng(count)
    for spots in (np.full((count, 2), 50.0), rng.uniform(0, 60, (count, 2)), np.outer(np.arange(count), [1.0, 0.0])):
        places = pictures.apart(spots, 10)
        assert min(float(np.linalg.norm(one - other)) for one, other in combinations(places, 2)) >= 9.5


def test_marks_with_room_stay_where_they_are() -> None:
    spots = np.array([[0.0, 0.0], [10.0, 0.0], [40.0, 7.5]])
    assert pictures.apart(spots, 10).tolist() == spots.tolist()


@pytest.mark.parametrize("year", YEARS)
def test_every_mark_of_the_code_picture_can_be_read(year: int) -> None:
    """Its number is text, as often as there are solutions, and no two are nearer to each other than a mark is across."""
    result = results.load(gallery.stored(pages.folder(ROOT, year)))
    marks = sum(1 for day in result.days for one in day.languages.values() if not one.same_as)
    svg = pictures.code(result)
    numbers = re.findall(r'<text style="font-size: 7px[^"]*" x="([\d.]+)" y="([\d.]+)"[^>]*>\d+</text>', svg)
    assert len(numbers) == marks
    places = np.array(numbers, dtype=float)
    assert min(float(np.linalg.norm(one - other)) for one, other in combinations(places, 2)) >= pictures.MARK - 1.5


@pytest.mark.parametrize("year", YEARS)
def test_the_axis_of_memory_has_a_tick_below_every_mark(year: int) -> None:
    result = results.load(gallery.stored(pages.folder(ROOT, year)))
    least = min(one.memory.idle for day in result.days for one in day.figures.values() if one.memory)
    ticks = [float(it) for it in re.findall(r">(\d+) MB</text>", pictures.memory(result))]
    assert min(ticks) * 1e6 <= least
    assert all(after / before <= 2.5 for before, after in pairwise(sorted(ticks)))


@pytest.mark.parametrize(
    ("times", "power"),
    [
        ([10, 20, 40, 80], True),
        ([100, 103, 115, 163], True),  # a constant, and then a power
        ([10, 10, 10, 10], True),
        ([10, 20, 400, 800], False),
        ([10, 200, 400, 800], False),
        ([10, 11, 12, 1200], False),  # steeper than every power that is tried
    ],
)
def test_what_leaps_is_not_a_power(times: list[float], power: bool) -> None:
    measured = [[time] * 5 for time in times]
    assert is_power(SIZES, measured, exponent(SIZES, measured)) is power


def test_what_varies_widely_is_not_a_power() -> None:
    measured = [[size * 1.0] * 5 for size in SIZES]
    assert is_power(SIZES, measured, Exponent(1, 0.8, 1.2))
    assert not is_power(SIZES, measured, Exponent(1, 0.7, 1.3))


def test_the_picture_of_growth_gives_no_exponent_to_what_is_not_a_power() -> None:
    grown = growth.load(gallery.stored_growth(pages.folder(ROOT, 2021)))
    curves = [(day, one) for day in grown.days for one in day.languages.values()]
    leaping = [one for day, one in curves if not day.is_power(one)]
    assert leaping, "there is none to look at"
    svg = pictures.growth(grown)
    assert svg.count(f">{NOT_A_POWER}</") == len(leaping)
    assert all(not {*pair} & {id(one) for one in leaping} for day in grown.days for pair in _ids(day))


def _ids(day: growth.GrownDay) -> list[tuple[int, int]]:
    return [(id(one), id(other)) for one, other in day.differences()]
