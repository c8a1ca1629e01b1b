"""`crosscheck stress`: what is within the limits, what is beyond them, and what fails."""

import dataclasses
import json
import re
import sys
from pathlib import Path

import pytest

from crosscheck import puzzles
from crosscheck.puzzles import Puzzle
from places import FAKES
from trees import Tree, plant, table

SIZED = FAKES / "sized.py"
TOY: Puzzle = dataclasses.replace(
    puzzles.load(2021, 1), worst=lambda: [("a line", "abc\n"), ("ten lines", 10 * "abc\n")]
)


@pytest.fixture(autouse=True)
def toy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(puzzles, "load", lambda year, day: TOY)


def plant_sized(root: Path, **languages: str) -> Tree:
    """A tree with solvers that take what they are told to: title to arguments of the fake."""
    tree = plant(root)
    tables = []
    for title, how in languages.items():
        command = [sys.executable, "-S", str(SIZED), *how.split(), "serve"]
        tables.append(table(title.lower(), title, command, title.lower()))
    tree.write("languages.toml", "\n".join(tables))
    return tree


def test_all_within_the_limits(tmp_path: Path) -> None:
    tree = plant_sized(tmp_path, Ada="", Basic="mb=30")
    said = tree.crosscheck("stress", "-d1", "--json")
    assert said.status == 0, said.err
    day = json.loads(said.out)
    assert (day["day"], day["inputs"], day["faults"], day["absent"]) == (1, ["a line", "ten lines"], [], [])
    ada, basic = day["worst"]["ada"], day["worst"]["basic"]
    assert 25 < basic["megabytes"] - ada["megabytes"] < 35
    assert ada["seconds"] == 60e-9
    assert "within the limits" in tree.crosscheck("stress", "-d1").out


def test_a_language_may_have_some_days_only(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Cobol="hello_another_day")
    said = tree.crosscheck("stress", "-d1")
    assert (said.status, said.err) == (0, "")
    assert "within the limits" in said.out
    assert re.search(r"^  Cobol +- +- +- +- *$", said.out, re.MULTILINE)
    assert json.loads(tree.crosscheck("stress", "-d1", "--json").out)["without"] == ["cobol"]
    assert tree.crosscheck("stress", "-d1", "-l", "cobol").status == 1, "nobody is within the limits"
    tree.write("x/2021/01", "a solution, which its program is too old to have")
    said = tree.crosscheck("stress", "-d1")
    assert said.status == 1
    assert "not asked: Cobol" in said.out


@pytest.mark.parametrize(
    ("how", "limit", "wrong"),
    [
        ("spin=300 ns=300000000", "--seconds=0.25", "Ada: 0.3 s, of 0.25 s: a line"),
        ("mb=100", "--megabytes=90", " MB, of 90 MB: ten lines"),
        ("ms=100000", "--timeout=0.5", "Ada: no reply within 0.5 s: a line"),
        ("dies=1", "--seconds=9", "Ada: exited with status 3 before replying: a line"),
        ("other=1", "--seconds=9", "DISAGREEMENT: Ada: 1, 7; Basic: 1, 3: a line"),
    ],
)
def test_what_is_beyond_a_limit_or_fails_is_named(tmp_path: Path, how: str, limit: str, wrong: str) -> None:
    said = plant_sized(tmp_path, Ada=how, Basic="").crosscheck("stress", "-d1", limit)
    assert said.status == 1
    assert "BEYOND THE LIMITS" in said.out
    assert wrong in said.out
    assert "Basic: " not in said.out.replace("; Basic: 1, 3", "").replace("; Basic: 10, 30", "")


def test_more_seconds_than_a_program_is_given_are_refused(tmp_path: Path) -> None:
    said = plant_sized(tmp_path, Ada="").crosscheck("stress", "-d1", "--seconds", "3", "--timeout", "2")
    assert (said.status, said.err) == (
        2,
        "crosscheck: --seconds 3: a program is ended after 2 s; give --timeout more\n",
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system does not refuse it")
def test_a_program_gets_no_more_than_a_few_times_the_memory_that_is_allowed(tmp_path: Path) -> None:
    said = plant_sized(tmp_path, Ada="mb=100000").crosscheck("stress", "-d1", "--megabytes=50")
    assert said.status == 1
    assert "Ada: exited with status 1 before replying: a line" in said.out


def test_time_in_which_a_program_has_no_processor_is_not_counted(tmp_path: Path) -> None:
    said = plant_sized(tmp_path, Ada="ns=300000000000").crosscheck("stress", "-d1", "--json")
    assert said.status == 0
    assert json.loads(said.out)["worst"]["ada"]["seconds"] < 10


def test_an_input_that_is_refused_is_not_in_the_domain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = dataclasses.replace(TOY, worst=lambda: [("a digit", "abc\n1\n")])
    monkeypatch.setattr(puzzles, "load", lambda year, day: bad)
    said = plant_sized(tmp_path, Ada="").crosscheck("stress", "-d1")
    assert said.status == 1
    assert "Ada: refused at 2:1: expected a letter: a digit" in said.out


def test_a_day_without_worst_inputs_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(puzzles, "load", lambda year, day: dataclasses.replace(TOY, worst=tuple))
    said = plant_sized(tmp_path, Ada="").crosscheck("stress", "-d1")
    assert said.status != 0
    assert "no worst inputs are known, so nothing was tried: 2021 day 1" in said.err


def test_a_language_that_is_not_built_fails(tmp_path: Path) -> None:
    tree = plant_sized(tmp_path, Ada="")
    tree.write("languages.toml", (tmp_path / "languages.toml").read_text() + table("basic", "Basic", ["no/such"], "x"))
    said = tree.crosscheck("stress", "-d1")
    assert said.status == 1
    assert "not asked: Basic" in said.out
    assert "Basic was not asked: not built" in said.err
