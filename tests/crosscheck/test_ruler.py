"""What `crosscheck time` makes of the planted liars, which test_liars.py describes."""

from pathlib import Path

import pytest

from crosscheck.ruler import estimate, results
from crosscheck.ruler.results import DayResult, Measured
from stopwatch import Steps, alike, alone, hold
from trees import LIARS, liar_tree

near = pytest.approx
each_language = pytest.mark.parametrize("language", LIARS)


def session(tmp_path: Path, *names: str) -> tuple[tuple[DayResult, float], bool]:
    """What a session reads for each, by key, and its noise; and whether the machine held still."""
    said = liar_tree(tmp_path, *names).crosscheck("time", "-d1", "--json", "--processes", "5")
    result = results.decoded(said.out.encode(), "the session")
    (day,) = result.days
    assert day.refused is None
    assert result.noise is not None
    return (day, result.noise), not day.unsteady or all(alike(blocks_of(one)) for one in day.languages.values())


def blocks_of(measured: Measured) -> list[list[Steps]]:
    """The runs of each block."""
    assert measured.raw
    blocks = [block for process in measured.raw for block in process.blocks]
    return [list(zip(block["parse"], block["part1"], block["part2"], strict=True)) for block in blocks]


@alone
@each_language
def test_the_ruler_reads_twice_for_twice_the_work_and_tells_no_twins_apart(tmp_path: Path, language: str) -> None:
    same = ["twin", "written"] + ["lazy", "unforced"] * (language == "haskell")
    expected = {"double": 2.0, **dict.fromkeys(same, 1.0)}

    def faults(read: tuple[DayResult, float]) -> list[str]:
        day, noise = read
        honest, *others = (day.languages[f"{language}-{lie}"] for lie in ("honest", *expected))
        if day.unsteady:  # then the ruler says that its medians are no result
            ratios = [other.least / honest.least for other in others]
            told_apart = False
        else:
            paired = [estimate.paired(other.processes, honest.processes) for other in others]
            ratios = [ratio.value for ratio in paired]
            told_apart = paired[[*expected].index("twin")].differs(max(noise, 0.02))
        named = zip(expected.items(), ratios, strict=True)
        wrong = [f"{lie}: {ratio:.3f}" for (lie, times), ratio in named if ratio != near(times, rel=0.05)]
        return wrong + ["twins are told apart"] * told_apart

    hold(lambda: session(tmp_path, *(f"{language}:{lie}" for lie in ["honest", "double", *same])), faults)


@alone
@each_language
def test_the_ruler_reads_5_ms_for_5_ms(tmp_path: Path, language: str) -> None:
    # Beside other work few runs of 5 ms are made in one go, and the ruler says that its median is no result.
    def faults(read: tuple[DayResult, float]) -> list[str]:
        times = read[0].languages[f"{language}-spin"]
        shown = [times.least, times.median] if times.steady else [times.least]
        return [f"{ns} ns" for ns in shown if ns != near(5_000_000, rel=0.02)]

    hold(lambda: session(tmp_path, f"{language}:spin"), faults)


def test_the_ruler_gives_no_number_for_what_does_not_hold_still(tmp_path: Path) -> None:
    tree = liar_tree(tmp_path, "python:drift")
    said = tree.crosscheck("time", "-d1", "--processes", "4")
    assert said.status == 1
    assert (
        "2021 day 1: python:drift did not hold still; to time it alone, type: .venv/bin/crosscheck time -y 2021 -d 1"
        in said.out
    )
    (row,) = (line.split() for line in said.out.splitlines() if line.strip().startswith("python:drift"))
    assert row == ["python:drift", "redo"]


@alone
def test_the_ruler_shows_what_a_first_call_prepares_for_the_others(tmp_path: Path) -> None:
    def faults(read: tuple[DayResult, float]) -> list[str]:
        shared = read[0].languages["haskell-shared"]
        return [] if shared.first > 100 * shared.median else [f"{shared.first} and {shared.median} ns"]

    hold(lambda: session(tmp_path, "haskell:shared"), faults)


@each_language
@pytest.mark.parametrize(
    ("lie", "why"),
    [
        pytest.param("cache", "{name} remembers answers: ", marks=alone),
        ("constant", "on another input: DISAGREEMENT"),
        ("second", "{name} solved it and then did not do so again: "),
        ("late", "{name} solved it and then did not do so again: crashed: answers changed between runs"),
        ("debug", "{name} is a debug build; type: make "),
    ],
)
def test_the_ruler_refuses(tmp_path: Path, language: str, lie: str, why: str) -> None:
    tree = liar_tree(tmp_path, f"{language}:honest", f"{language}:{lie}")
    said = tree.crosscheck("time", "-d1", "--quick")
    assert said.status == 1
    assert f"2021 day 1: not timed: {why.format(name=f'{language}:{lie}')}" in said.out
