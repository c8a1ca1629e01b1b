"""The Python program on a day of which one part is not written yet."""

import pytest
from click.testing import CliRunner

from aoc import registry
from aoc.__main__ import command_line
from aoc.registry import Day

HALF = Day(parse=len, part1=lambda length: length, part2=lambda length: None)


def test_a_part_that_is_not_written_yet_has_no_answer() -> None:
    assert HALF.run("abc").answers == ("3", None)


def test_it_is_said_apart_from_the_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "load", lambda year, day: HALF)
    said = CliRunner().invoke(command_line, ["solve", "2026", "1"], input="abc")
    assert (said.exit_code, said.stdout) == (0, "3\n")
    assert said.stderr == "aoc-py: part 2 of 2026 day 1 is not written yet\n"
