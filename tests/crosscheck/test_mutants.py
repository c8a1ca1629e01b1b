"""`crosscheck agree --mutate` and `crosscheck replay`: what mutants are made of, what is found, and that it is found again."""

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest

from crosscheck.judging import finding, mutants, mutate
from crosscheck.judging.agreement import Route
from crosscheck.judging.mutants import Mutated, run_portion
from crosscheck.solvers.outcome import Answered, Outcome, Rejected, TimedOut, Timing
from places import FAKES
from trees import Tree, plant, table


def said(text: str, _: Mapping[str, int]) -> Outcome:
    """A toy: letters and digits are counted, anything else is refused where it stands."""
    for number, line in enumerate(text.removesuffix("\n").split("\n"), start=1):
        for column, char in enumerate(line, start=1):
            if not (char.isascii() and char.isalnum()):
                return Rejected(number, column, "expected a letter")
    return Answered((str(len(text)), None), Timing(1))


def run(root: Path, *routes: Route, count: int = 400, twins: mutants.Twins = ()) -> Mutated:
    ground = mutants.ground(root, 2021, 1)
    return run_portion(root, ground, {f"{at}": route for at, route in enumerate(routes)}, twins, 5, range(count), set())


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tree:
    """With no inputs but its own, whatever the machine has."""
    monkeypatch.delenv("AOC_INPUTS", raising=False)
    monkeypatch.setenv("AOCD_DIR", str(tmp_path / "aocd"))
    return plant(tmp_path)


def test_a_mutant_is_known_by_its_number(tree: Tree) -> None:
    ground = mutants.ground(tree.root, 2021, 1)
    made = [mutants.mutant(ground, 5, number) for number in range(300)]
    assert made == [mutants.mutant(ground, 5, number) for number in range(300)]
    assert made != [mutants.mutant(ground, 6, number) for number in range(300)]
    assert {base.name for base, _ in made} == {
        "the case 'two lines'",
        "the case 'one that fakes may spoil'",
        "the reject 'a mark'",
        "the full-size input",
    }


def test_one_s_own_inputs_and_other_days_of_the_year_are_used(tree: Tree) -> None:
    tree.write("inputs/private/2021/01.txt", "own\n")
    other = '[[case]]\nname = "z"\ninput = "spliced!\\n"\nanswers = ["1", "2"]\n'
    tree.write("inputs/2021/02/cases.toml", other)
    tree.write("inputs/2020/02/cases.toml", other.replace("spliced", "another year"))
    with tree.environment({}):
        ground = mutants.ground(tree.root, 2021, 1)
    assert "the input inputs/private/2021/01.txt" in [base.name for base in ground.small]
    assert ground.donors == ("spliced!\n",)
    texts = [mutants.mutant(ground, 1, number)[1].text for number in range(500)]
    assert any("spliced!" in text for text in texts)


def test_a_mutant_does_not_grow_beyond_what_a_solver_can_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mutate, "LONGEST", 5000)
    monkeypatch.setattr(mutate, "MUTATIONS", [lambda text, _: text * 1000])
    assert {mutate.mutate("#.", Random(seed)) for seed in range(20)} == {"#." * 1000}


def test_numbers_at_the_ends_of_the_domain(tree: Tree) -> None:
    ground = mutants.ground(tree.root, 2021, 1)
    assert {999_999_998, 999_999_999, 1_000_000_000, 0, -1} <= set(ground.numbers)


def test_all_that_agree_are_counted(tree: Tree) -> None:
    done = run(tree.root, said, said)
    assert (done.inputs, done.disagreements, done.saved) == (400, 0, [])
    assert done.answered > 50
    assert done.refused > 50


def lenient(text: str, params: Mapping[str, int]) -> Outcome:
    return said(text.replace("\f", ""), params)


def test_a_disagreement_is_shrunk_saved_once_and_made_again_from_its_seed(tree: Tree) -> None:
    done = run(tree.root, said, lenient, count=2000)
    assert done.disagreements > 1
    saved = {finding.load(tree.root / name).text: name for name in done.saved}
    assert len(saved) == len(done.saved) <= 2  # it accepts what the other refuses, or refuses it further down
    name = saved["\f"]
    found = finding.load(tree.root / name)
    assert found.claims == {"refused at line 1": ["0"], "0, -": ["1"]}
    assert (tree.root / name).stat().st_mode & 0o777 == 0o600
    _, made = mutants.mutant(mutants.ground(tree.root, 2021, 1), found.seed, found.number)
    assert "\f" in made.text


def one_off(text: str, params: Mapping[str, int]) -> Outcome:
    outcome = said(text, params)
    return (
        Rejected(outcome.line, outcome.column + 1, "") if isinstance(outcome, Rejected) and outcome.column else outcome
    )


def test_another_column_is_a_disagreement_between_roads_to_the_same_solutions_alone(tree: Tree) -> None:
    assert run(tree.root, said, one_off).disagreements == 0
    done = run(tree.root, said, one_off, twins=[("0", "1")])
    assert done.disagreements == run(tree.root, said).refused
    assert finding.load(tree.root / done.saved[0]).claims == {"refused at 1:1": ["0"], "refused at 1:2": ["1"]}


def test_one_that_hangs_is_saved_as_it_is(tree: Tree) -> None:
    asked = []

    def hangs(text: str, params: Mapping[str, int]) -> Outcome:
        asked.append(text)
        return TimedOut(1) if "d" in text else said(text, params)

    done = run(tree.root, said, hangs, count=50)
    assert len(asked) == 50
    found = finding.load(tree.root / done.saved[0])
    assert found.text in asked


def test_of_what_costs_much_there_is_less_and_that_is_said(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="slow")
    asked = tree.crosscheck("agree", "-d1", "--mutate", "60", "--seed", "1", "--jobs", "1")
    assert asked.status == 0
    said = re.search(r"agree: Ada  ([0-9]+) mutants, as one costs ([0-9]+) ms, ", asked.out)
    assert said is not None, asked.out
    assert int(said[1]) < 60
    assert int(said[2]) > 20
    assert "cost" not in plant(tmp_path, Ada="").crosscheck("agree", "-d1", "--mutate", "60", "--seed", "1").out


def test_the_commands(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="honest", Basic="other_answer")
    asked = tree.crosscheck("agree", "-d1", "--mutate", "60", "--seed", "1", "--jobs", "1", "--json")
    day = json.loads(asked.out)
    assert (asked.status, day["mutants"], day["agreed"]) == (1, 60, False)
    files = [str(tmp_path / name) for name in day["saved"]]
    again = tree.crosscheck("replay", *files)
    assert again.status == 1
    assert "'misbehave" in again.out
    assert ", 7  <-  Basic" in again.out

    honest = [sys.executable, "-S", str(FAKES / "fake.py"), "honest"]
    tree.write("languages.toml", table("ada", "Ada", honest, "ada") + table("basic", "Basic", honest, "basic"))
    assert tree.crosscheck("replay", *files).status == 0
    assert tree.crosscheck("replay", str(tree.write("no.json", "{}"))).status == 2
