"""The Rust solutions as a Python module: what it holds, what it raises, that it lets other threads run, that its stubs are true."""

import importlib
import os
import pickle
import subprocess
import sys
import threading
import time
import tomllib
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

import aoc_rust
from places import ROOT
from routes import DRAFTS

DAYS = aoc_rust.days()
WRITTEN = sorted(set(DAYS) - set(DRAFTS))


def a_case(year: int, day: int) -> tuple[str, dict[str, int]]:
    """A small valid input, and its parameters."""
    cases = tomllib.loads((ROOT / f"inputs/{year}/{day:02}/cases.toml").read_text(encoding="utf-8"))
    first = cases["case"][0]
    return first["input"], first.get("params", {})


def test_it_has_the_days_of_the_program() -> None:
    listed = subprocess.run([ROOT / "rust/target/release/aoc-rs", "list"], capture_output=True, text=True, check=True)
    assert [f"{year} {day}" for year, day in DAYS] == listed.stdout.splitlines()
    assert sorted(set(DAYS)) == DAYS


@pytest.mark.parametrize(("year", "day"), WRITTEN)
def test_a_day_is_a_module(year: int, day: int) -> None:
    module = importlib.import_module(f"aoc_rust.y{year}.day{day:02}")
    text, params = a_case(year, day)
    answers = aoc_rust.solve(year, day, text, **params)
    parts = [getattr(module, name, None) for name in ("part1", "part2")]
    assert tuple(part and part(text, **params) for part in parts) == answers
    assert answers[0] is not None


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("", 1, 1), ("1,x", 1, 3), ("1\n2", 2, 1), ("1,\N{ARABIC-INDIC DIGIT TWO}", 1, 3), ("\ud800", 1, 1)],
)
def test_a_refusal_says_where(text: str, line: int, column: int) -> None:
    for solve in (lambda: aoc_rust.solve(2021, 7, text), lambda: aoc_rust.y2021.day07.part1(text)):
        with pytest.raises(aoc_rust.InputError) as caught:
            solve()
        error = caught.value
        assert isinstance(error, ValueError)
        assert (error.line, error.column) == (line, column)
        assert str(error) == f"line {line}, column {column}: {error.message}"
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), str(again), again.line, again.column) == (type(error), str(error), line, column)


@pytest.mark.parametrize(("year", "day"), [(2021, 0), (2021, 26), (2021, -7), (1999, 7), (2**40, 7)])
def test_an_unknown_day_is_a_lookup_error(year: int, day: int) -> None:
    with pytest.raises(LookupError, match=rf"^no {year} day {day}; aoc_rust.days\(\) lists the days there are$"):
        aoc_rust.solve(year, day, "1")


def test_a_fault_of_the_whole_text_has_no_place() -> None:
    with pytest.raises(aoc_rust.InputError) as caught:
        aoc_rust.solve(2021, 19, "--- scanner 0 ---\n1,2,3\n\n--- scanner 1 ---\n1,2,3\n")
    error = caught.value
    assert (error.line, error.column) == (None, None)
    assert str(error) == error.message == "the scanners are not all connected by overlaps"


def test_a_parameter_that_a_day_does_not_have_is_a_type_error() -> None:
    for solve in (lambda: aoc_rust.solve(2021, 7, "1", row=10), lambda: aoc_rust.y2021.day07.part1("1", row=10)):
        with pytest.raises(TypeError, match=r'^no parameter "row"$'):
            solve()
    for value in (1.0, "1", True, None):
        with pytest.raises(TypeError, match=r'^the parameter "row" is not a whole number$'):
            aoc_rust.solve(2021, 7, "1", row=value)  # type: ignore[arg-type]  # what is tested


def test_a_wrong_argument_is_a_type_error() -> None:
    for arguments in ((), (b"1",), ("1", "2")):
        with pytest.raises(TypeError):
            aoc_rust.y2021.day07.part1(*arguments)
    with pytest.raises(TypeError):
        aoc_rust.solve(2021, 7, b"1")  # type: ignore[arg-type]  # what is tested
    with pytest.raises(ImportError):
        importlib.import_module("aoc_rust.y2021.day99")


def test_it_says_how_it_was_built() -> None:
    assert aoc_rust.profile == "release"
    assert aoc_rust.__version__.count(".") == 2
    for commit, said in (("abc1234", "abc1234"), (None, "unknown")):
        env = {name: value for name, value in os.environ.items() if name != "AOC_COMMIT"}
        env |= {"AOC_COMMIT": commit} if commit else {}
        code = "import aoc_rust; print(aoc_rust.commit)"
        done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == said


def longest_pause(work: Callable[[], object]) -> float:
    """How long this thread stands still while another one does the work, as a part of the time that takes."""
    times: list[float] = []

    def timed() -> None:
        times.append(time.perf_counter())
        work()
        times.append(time.perf_counter())

    thread = threading.Thread(target=timed)
    ticks = [time.perf_counter()]
    thread.start()
    while thread.is_alive():
        ticks.append(time.perf_counter())
    start, end = times
    return max(min(later, end) - max(earlier, start) for earlier, later in pairwise([*ticks, end])) / (end - start)


@pytest.fixture
def _eager_switching() -> Iterator[None]:
    interval = sys.getswitchinterval()
    sys.setswitchinterval(0.0001)
    yield
    sys.setswitchinterval(interval)


@pytest.mark.alone
@pytest.mark.usefixtures("_eager_switching")
def test_other_threads_run_while_a_day_is_solved() -> None:
    # A machine that is busy elsewhere makes pauses too: one round that is nearly free of them settles the matter.
    text = ",".join(map(str, [*range(50_000)] * 20))
    pauses: list[float] = []
    while len(pauses) < 50:
        pauses.append(longest_pause(lambda: aoc_rust.solve(2021, 7, text)))
        if pauses[-1] < 0.5:
            return
    pytest.fail(f"pauses as parts of the time to solve: {pauses}")


@pytest.mark.alone
@pytest.mark.usefixtures("_eager_switching")
def test_a_pause_is_seen_where_the_interpreter_is_held() -> None:
    numbers = [number * 7919 % 1_000_003 for number in range(200_000)]
    assert max(longest_pause(lambda: sorted(numbers)) for _ in range(5)) > 0.5


def test_the_stubs_are_true(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mypy.stubtest", "aoc_rust"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_type_checker_knows_the_days(tmp_path: Path) -> None:
    (tmp_path / "user.py").write_text(
        "import aoc_rust.y2021.day07\n"
        "from aoc_rust.y2021 import day07\n"
        "reveal_type(aoc_rust.y2021.day07.part1(''))\n"
        "reveal_type(day07.part2(''))\n"
        "reveal_type(aoc_rust.solve(2021, 7, ''))\n"
        "reveal_type(aoc_rust.InputError().line)\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "user.py"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    revealed = [line.split('"')[1] for line in done.stdout.splitlines() if "Revealed" in line]
    assert revealed == ["str", "str", "tuple[str | None, str | None]", "int | None"]
