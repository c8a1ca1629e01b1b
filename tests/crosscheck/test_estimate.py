"""The statistics of the ruler, on samples whose truth is known."""

import numpy as np
import pytest

from crosscheck.ruler import estimate
from crosscheck.ruler.estimate import LEAST_FLOOR, Ratio, interval, noise_floor, paired, steady, unpaired

PROCESSES, BLOCKS = 7, 2


def times(rng: np.random.Generator, ns: float, between: float = 0.01, within: float = 0.01) -> list[list[float]]:
    """Block medians of a program that takes `ns`, with noise between and within processes as parts of it."""
    logs = np.log(ns) + rng.normal(0, between, (PROCESSES, 1)) + rng.normal(0, within, (PROCESSES, BLOCKS))
    return [list(map(float, process)) for process in np.exp(logs)]


def test_a_ratio_is_found_within_its_interval_nearly_always() -> None:
    rng = np.random.default_rng(1)
    ratios = [paired(times(rng, 1500), times(rng, 1000)) for _ in range(100)]
    # Seven processes are few, and the bootstrap of few is a little too sure of itself: not 95 %, but near it.
    assert sum(ratio.low <= 1.5 <= ratio.high for ratio in ratios) >= 85
    assert all(ratio.low <= ratio.value <= ratio.high for ratio in ratios)
    assert np.median([ratio.value for ratio in ratios]) == pytest.approx(1.5, rel=0.005)


def test_a_machine_that_slows_down_slows_both() -> None:
    rng = np.random.default_rng(2)
    drift = np.linspace(1, 3, PROCESSES)[:, None]
    mine, other = np.array(times(rng, 2000)) * drift, np.array(times(rng, 1000)) * drift
    ratio = paired(mine.tolist(), other.tolist())
    assert ratio.value == pytest.approx(2, rel=0.02)
    assert ratio.high / ratio.low < 1.1
    assert not steady(mine.tolist())


def test_twins_are_rarely_told_apart() -> None:
    rng = np.random.default_rng(3)
    floor = noise_floor([paired(times(rng, 1000), times(rng, 1000)) for _ in range(25)])
    assert LEAST_FLOOR <= floor < 0.05
    wrong = sum(paired(times(rng, 1000), times(rng, 1000)).differs(floor) for _ in range(100))
    assert wrong <= 5


def test_a_tenth_more_is_seen_between_sessions() -> None:
    rng = np.random.default_rng(4)
    slower = [unpaired(times(rng, 1100), times(rng, 1000)) for _ in range(50)]
    assert all(ratio.differs(0.05) and ratio.value > 1 for ratio in slower)
    same = [unpaired(times(rng, 1000), times(rng, 1000)) for _ in range(50)]
    assert not any(ratio.differs(0.05) for ratio in same)


def test_one_spoiled_process_changes_little() -> None:
    rng = np.random.default_rng(5)
    mine, other = times(rng, 1000), times(rng, 1000)
    mine[3] = [10_000.0, 12_000.0]
    assert paired(mine, other).value == pytest.approx(1, abs=0.02)


def test_the_interval_narrows_with_the_noise() -> None:
    rng = np.random.default_rng(6)
    widths = []
    for noise in (0.001, 0.01, 0.1):
        low, high = interval(times(rng, 1000, noise, noise))
        assert low < high
        widths.append(high / low)
    assert widths == sorted(widths)


def test_the_floor_leaves_out_one_pair_in_twenty_and_doubts_fewer() -> None:
    twins = [Ratio(1 + number / 100, 1, 1) for number in range(1, 21)]
    assert noise_floor(twins) == 0.19
    assert noise_floor(twins[:19]) == 0.38
    assert noise_floor([]) == LEAST_FLOOR


def test_the_same_samples_give_the_same_interval() -> None:
    rng = np.random.default_rng(7)
    mine = times(rng, 1000)
    assert interval(mine) == interval(mine)
    assert estimate.SEED == 2021
