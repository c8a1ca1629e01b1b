"""The puzzle modules: what they generate is valid and stays the same, and brute force is right."""

import re
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner

from crosscheck import puzzles
from crosscheck.__main__ import command_line
from crosscheck.commands import generate
from crosscheck.errors import UserError
from crosscheck.judging.mutate import MUTATIONS, mutate
from crosscheck.puzzles import Input, as_input
from crosscheck.tree import cases
from crosscheck.tree.cases import Full
from drawn import some_inputs
from routes import CASES, each_day


@each_day
def test_what_a_puzzle_module_makes(year: int, day: int) -> None:
    puzzle = puzzles.load(year, day)
    assert puzzle.full(5) == puzzle.full(5, puzzle.size)
    assert len({puzzle.full(seed) for seed in range(3)}) > 1
    for text in [puzzle.full(1), *(made.text for made in some_inputs(puzzle, 20, seed=0))]:
        assert text.isascii()
        assert "\r" not in text
        assert text.endswith("\n")
        assert not text.endswith("\n\n")
    names = [law.name for law in puzzle.laws]
    assert len(set(names)) == len(names)


@each_day
def test_worst_inputs(year: int, day: int) -> None:
    worst = list(puzzles.load(year, day).worst())
    assert len({name for name, _ in worst}) == len(worst)
    for name, made in worst:
        text = as_input(made).text
        assert re.fullmatch(r"[ -~\n]*[ -~]\n", text), name


@each_day
def test_brute_force_gives_the_recorded_answers(year: int, day: int) -> None:
    puzzle = puzzles.load(year, day)
    judged = 0
    for case in CASES[year, day].cases:
        expected = puzzle.by_brute_force(Input(case.input, case.params))
        if expected is not None:
            for stated, right in zip(case.answers, expected, strict=True):
                assert None in (stated, right) or stated == right, case.name
            judged += 1
    assert judged or puzzle.oracle is None


@pytest.mark.parametrize(
    ("year", "module", "why"), [(2998, "SIZE =", "SyntaxError"), (2999, "TITLE = 1", "AttributeError: .*'UNIT'")]
)
def test_a_module_that_is_wrong_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, year: int, module: str, why: str
) -> None:
    file = tmp_path / f"y{year}/day01.py"
    file.parent.mkdir()
    file.write_text(module + "\n")
    monkeypatch.setattr(puzzles, "__path__", [str(tmp_path)])
    monkeypatch.setattr(puzzles, "path", lambda year, day: file)
    with pytest.raises(UserError, match=f"day01.py: {why}"):
        puzzles.load(year, 1)


def test_a_day_without_a_module() -> None:
    with pytest.raises(LookupError, match="1999 day 1"):
        puzzles.load(1999, 1)


def test_a_seed_damages_a_text_in_one_way() -> None:
    text = puzzles.load(2021, 7).full(1, 20)
    assert [mutate(text, Random(seed)) for seed in range(99)] == [mutate(text, Random(seed)) for seed in range(99)]
    assert len({mutate(text, Random(seed)) for seed in range(99)}) > 50


@pytest.mark.parametrize("text", ["", "\n", "1", "\n\n", "x\n", "1,2\n3\n", "\r\n"])
def test_any_text_can_be_damaged(text: str) -> None:
    for mutation in MUTATIONS:
        for seed in range(20):
            mutation(text, Random(seed))


def generated(*words: str) -> tuple[int, str]:
    ran = CliRunner().invoke(command_line, ["generate", *words])
    return ran.exit_code, ran.stdout


def test_generate_prints_a_text() -> None:
    assert generated("-y", "2021", "-d", "7", "--size", "10", "--seed", "4") == (0, puzzles.load(2021, 7).full(4, 10))
    assert generated("-y", "2021", "-d", "7") == (0, puzzles.load(2021, 7).full(1))


def test_generate_prints_no_two() -> None:
    status, printed = generated("-y", "2021", "-d", "6-7")
    assert status != 0
    assert printed == ""


def test_what_is_recorded_can_be_read(tmp_path: Path) -> None:
    first, second = Full(1, 10, ("5", None)), Full(2, 30, ("7", "8"))
    generate.record(tmp_path, "1\n2\n", first)
    assert (tmp_path / "full.txt").read_bytes() == b"1\n2\n"
    file = tmp_path / "cases.toml"
    assert cases.load(file).full == first
    file.write_text(file.read_text() + '\n[[case]]\nname = "one"\ninput = "1\\n"\nanswers = ["1", "-"]\n')
    generate.record(tmp_path, "3\n", second)
    assert cases.load(file).full == second
    assert [case.name for case in cases.load(file).cases] == ["one"]


def test_what_is_recorded_of_a_draft_leaves_it_one(tmp_path: Path) -> None:
    file = tmp_path / "cases.toml"
    file.write_text('# why\ndraft = true\n\n# a case\n[[case]]\nname = "one"\ninput = "1\\n"\nanswers = ["1", "-"]\n')
    generate.record(tmp_path, "1\n", Full(1, 10, ("5", None)))
    known = cases.load(file)
    assert (known.draft, known.full) == (True, Full(1, 10, ("5", None)))
    assert cases.DRAFT.sub("", file.read_text()).startswith("[full]\n")
    assert "\n\n# a case\n[[case]]" in file.read_text()
