"""A day with a parameter, as the commands show it: an invented one, that the fakes have (tests/fakes/fake.py)."""

import dataclasses
import json
from pathlib import Path

import pytest

from crosscheck import puzzles
from crosscheck.commands.days_meant import params_of
from crosscheck.errors import UserError
from crosscheck.puzzles import Param, as_input
from crosscheck.rooms import facts
from crosscheck.rooms.facts import Day
from crosscheck.tree import cases
from trees import Tree, plant

WORTH = {"worth": Param(default=1, low=1, high=9)}


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tree:
    """A tree whose one day has a parameter, here as in the fakes."""
    puzzle = dataclasses.replace(puzzles.load(2021, 1), params=WORTH)
    monkeypatch.setattr(puzzles, "load", lambda year, day: puzzle)
    return plant(tmp_path, Ada="", Basic="", Liar="ignores_params")


def test_a_parameter_is_told_to_every_language_and_shown(tree: Tree) -> None:
    said = tree.crosscheck("run", "-d1", "-l", "ada,basic", "--param", "worth=3")
    assert said.status == 0, said.out
    assert "input: inputs/2021/01/full.txt (generated, 3 depths, 12 bytes, worth = 3)" in said.out
    assert "27" in said.out
    assert "no recorded answers" in said.out, "those of full.txt are for the defaults"


def test_who_ignores_a_parameter_disagrees(tree: Tree) -> None:
    said = tree.crosscheck("run", "-d1", "--param", "worth=3", "--json")
    (day,) = json.loads(said.out)
    assert (said.status, day["groups"]) == (1, {"3, 27": ["Ada", "Basic"], "3, 9": ["Liar"]})
    assert day["input"]["params"] == {"worth": 3}


def test_a_default_that_is_said_is_a_default(tree: Tree) -> None:
    said = tree.crosscheck("run", "-d1", "--param", "worth=1")
    assert (said.status, "and the recorded answers" in said.out) == (0, True), said.out


def test_a_refusal_without_a_line_is_shown_without_one(tree: Tree) -> None:
    said = tree.crosscheck("run", "-d1", "-l", "ada,basic", "--input", str(tree.write("lone", "aq\n")))
    assert said.status == 1
    assert "Ada    refused as a whole: the q's are not in pairs" in said.out
    assert "no answer: Ada and Basic refuse this input, as a whole" in said.out


def test_no_solution_is_an_answer(tree: Tree) -> None:
    said = tree.crosscheck("run", "-d1", "-l", "ada,basic", "--input", str(tree.write("x", "aX\n")))
    assert said.status == 0, said.out
    assert "no solution" in said.out


def test_times_are_of_the_parameter_that_was_set(tree: Tree) -> None:
    said = tree.crosscheck("time", "-d1", "-l", "ada,basic", "--quick", "--json", "--param", "worth=3")
    day = json.loads(said.out)["days"][0]
    assert (day["answers"], day["input"]["params"]) == (["3", "27"], {"worth": 3}), said.out


def test_what_is_said_of_a_parameter_that_cannot_be(tree: Tree) -> None:
    assert params_of([(2021, 1)], {"worth": 9}) == {"worth": 9}
    for params, why in {
        "row=1": "2021 day 1 has no parameter 'row': it has worth",
        "worth=10": "worth: expected a number from 1 to 9",
    }.items():
        name, _, number = params.partition("=")
        with pytest.raises(UserError, match=why):
            params_of([(2021, 1)], {name: int(number)})
    with pytest.raises(UserError, match="--param is for one day"):
        params_of([(2021, 1), (2021, 2)], {"worth": 9})
    for text in ("worth", "worth=", "worth=1.5", "=3", "worth=0x1"):
        said = tree.crosscheck("run", "-d1", "--param", text)
        assert (said.status, "is not NAME=NUMBER, as in row=10" in said.err) == (2, True), said.err


def test_the_cases_of_a_day_set_its_parameters_in_their_ranges(tree: Tree) -> None:
    def faults(more: str) -> list[str]:
        file = tree.write("cases.toml", f'[[case]]\nname = "one"\ninput = "a\\n"\nanswers = ["1", "1"]\n{more}')
        return [*facts.has_parameters_in_their_ranges(Day(tree.root, 2021, 1, cases.load(file)))]

    assert faults("params = { worth = 9 }") == []
    assert faults("") == ["cases.toml: no case sets worth"]
    assert faults("params = { worth = 10 }") == ["cases.toml: 'one': worth is not from 1 to 9"]
    assert faults("params = { worth = 1, row = 1 }") == ["cases.toml: 'one': the day has no parameter row"]


def test_a_text_alone_is_an_input_with_the_defaults() -> None:
    assert as_input("a\n") == ("a\n", {})
    assert dataclasses.replace(puzzles.load(2021, 1), params=WORTH).values({}) == {"worth": 1}
