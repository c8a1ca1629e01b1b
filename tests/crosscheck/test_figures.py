"""`crosscheck time --layers --memory --code`: what the figures are of, and what becomes of those that cannot be had."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from crosscheck.errors import NotMeasuredError
from crosscheck.ruler import cold_start, layers, memory, results
from crosscheck.ruler.cold_start import Task
from crosscheck.ruler.figures import KINDS, Figuring
from crosscheck.ruler.layers import LEAST, REQUESTS, STARTS
from crosscheck.solvers.outcome import Answers
from crosscheck.tree import inputs, languages
from crosscheck.tree.progress import Bar
from places import FAKES
from trees import Tree, plant, table

SIZED = FAKES / "sized.py"
TIME = ("time", "-d1", "--quick")


def plant_sized(root: Path, **takes: str) -> Tree:
    """A tree whose languages are sized.py, by title, each with what it is to take.

    After `also` comes a further key of its table, or `no-solve` for a program that only serves.
    """
    tree = plant(root)
    tables = []
    for title, words in takes.items():
        how, _, also = words.partition(" also ")
        command = [sys.executable, "-S", str(SIZED), *how.split()]
        tables.append(
            table(title.lower(), title, [*command, "serve"], title.lower())
            + "".join(f"{it} = {[*command, it]}\n" for it in ("solve", "list") if also != "no-solve")
            + (f"{also}\n" if "=" in also else "")
        )
    tree.write("languages.toml", "\n".join(tables))
    tree.write("x/2021/01", "x = 1\n\n# one\ny = x\n")
    return tree


def figures(tree: Tree, *options: str, status: int = 0) -> dict[str, dict[str, Any]]:
    """The figures of the day, by language."""
    said = tree.crosscheck(*TIME, "--json", *options)
    assert said.status == status, said.err
    (day,) = json.loads(said.out)["days"]
    found: dict[str, dict[str, Any]] = day["figures"]
    return found


def test_there_are_no_figures_unless_they_are_asked_for(tmp_path: Path) -> None:
    assert figures(plant_sized(tmp_path, Ada="")) == {}


def task(tree: Tree, key: str = "ada", text: str = "abc\n", answers: Answers = ("1", "3"), seconds: float = 60) -> Task:
    """What a language of the tree is to do."""
    return Task(languages.load(tree.root)[key], tree.root, 2021, 1, text, {}, answers, seconds)


def test_fifty_megabytes_more_are_fifty_megabytes_more(tmp_path: Path) -> None:
    tree = plant_sized(tmp_path, Ada="", Basic="mb=50")
    ada, basic = (memory.measure(task(tree, key)) for key in ("ada", "basic"))
    assert abs(basic.peak - ada.peak - 50_000_000) < 5_000_000
    assert abs(basic.idle - ada.idle) < 5_000_000
    assert 1_000_000 < ada.idle < ada.peak + 2_000_000


def test_the_memory_of_the_harness_is_not_counted(tmp_path: Path) -> None:
    large = b"x" * 300_000_000
    assert cold_start.peak_bytes(cold_start.solving(task(plant_sized(tmp_path, Ada="")))) < len(large) / 2


def test_an_input_larger_than_a_pipe_arrives(tmp_path: Path) -> None:
    launch = cold_start.solving(
        task(plant_sized(tmp_path, Ada=""), text="abc\n" * 500_000, answers=("500000", "1500000"))
    )
    assert cold_start.peak_bytes(launch) > len(launch.stdin)
    assert cold_start.nanoseconds(launch) > 0


def test_each_layer_has_what_it_takes(tmp_path: Path) -> None:
    tree = plant_sized(tmp_path, Ada="ms=20 start=100", Basic="")
    ada, basic = (layers.measure(task(tree, key), None) for key in ("ada", "basic"))
    assert 20_000_000 <= ada.request < ada.cold - 80_000_000
    assert (ada.requests, ada.starts, ada.through) == (REQUESTS, STARTS, "solve")
    assert 0 < basic.request < 20_000_000


def test_the_call_is_what_the_road_takes_more_than_the_language(tmp_path: Path) -> None:
    found = figures(plant_sized(tmp_path, Ada="", Basic="ns=500 also same_as = 'ada'"), "--layers")
    assert "call" not in found["ada"]["layers"]
    assert found["basic"]["layers"]["call"] == 550 - 60


def test_what_is_slow_is_asked_less_often(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layers, "SLOW_REQUEST", 10_000_000)
    monkeypatch.setattr(layers, "SLOW_START", 100_000_000)
    found = layers.measure(task(plant_sized(tmp_path, Ada="ms=11 start=100")), None)
    assert (found.requests, found.starts) == (LEAST, LEAST)


def test_a_program_without_a_command_line_is_started_to_serve(tmp_path: Path) -> None:
    ada = task(plant_sized(tmp_path, Ada="mb=50 start=100 also no-solve"))
    found = layers.measure(ada, None)
    assert found.through == "serve"
    assert found.cold >= 100_000_000
    used = memory.measure(ada)
    assert used.peak - used.idle > 45_000_000


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ("wrong=1", "solve 2021 1 did not give the answers that were timed; the last that it said: no more"),
        ("dies=1", "solve 2021 1 ended with status 3; the last that it said: 3"),
        ("wrong=1 also no-solve", "serve did not give the answers that were timed; the last that it said: {.*}"),
    ],
)
def test_only_a_program_that_does_its_work_is_measured(tmp_path: Path, how: str, why: str) -> None:
    answers = ("1", "4") if "no-solve" in how else ("1", "3")
    launch = cold_start.solving(task(plant_sized(tmp_path, Ada=how), answers=answers))
    for measure in (cold_start.nanoseconds, cold_start.peak_bytes):
        with pytest.raises(NotMeasuredError, match=f"{why}$"):
            measure(launch)


@pytest.mark.parametrize("also", ["", " also no-solve"])
def test_a_program_with_nothing_to_solve_is_to_do_that_well(tmp_path: Path, also: str) -> None:
    tree = plant_sized(tmp_path, Ada=also, Basic=f"dies=1{also}")
    assert cold_start.peak_bytes(cold_start.idle(task(tree))) > 1_000_000
    with pytest.raises(NotMeasuredError, match=r"(list|serve) ended with status 3; the last that it said: "):
        cold_start.peak_bytes(cold_start.idle(task(tree, "basic")))


def test_a_program_that_is_not_there_is_said_with_what_to_type(tmp_path: Path) -> None:
    ada = task(plant(tmp_path, Ada="absent"))
    for launch in (cold_start.solving, cold_start.idle):
        with pytest.raises(NotMeasuredError, match=r"^not built \(no/such/program\); type: make ada$"):
            launch(ada)


def test_what_cannot_be_measured_is_said_and_the_rest_stands(tmp_path: Path) -> None:
    tree = plant_sized(tmp_path, Ada="", Basic="wrong=1")
    options = ("--memory", "--code")
    found = figures(tree, *options, status=1)
    assert set(found["ada"]) == {"title", "memory", "code"}
    assert set(found["basic"]) == {"title", "code", "refused"}
    said = tree.crosscheck(*TIME, *options)
    (line,) = [line for line in said.out.splitlines() if "no memory" in line]
    assert line == f"  2021 day 1: no memory: {found['basic']['refused']['memory']}"
    assert line.startswith("  2021 day 1: no memory: Basic: ")
    assert "60 ns" in said.out


def test_a_program_that_does_not_end_is_ended(tmp_path: Path) -> None:
    launch = cold_start.solving(task(plant_sized(tmp_path, Ada="ms=100000"), seconds=0.5))
    for measure in (cold_start.nanoseconds, cold_start.peak_bytes):
        with pytest.raises(NotMeasuredError, match=r"was killed, or did not end within 0\.5 s"):
            measure(launch)


def test_code_is_counted_where_nothing_can_be_run(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="absent")
    tree.write("x/2021/01", "x = 1\n\n# one\ny = x\n")
    found = figures(tree, "--layers", "--memory", "--code", status=1)
    assert found == {"ada": {"title": "Ada", "code": {"lines": 2, "tokens": 6}}}


def test_code_that_is_not_there_is_said(tmp_path: Path) -> None:
    said = plant(tmp_path, Ada="").crosscheck(*TIME, "--code")
    assert said.status == 1
    assert "2021 day 1: no code: Ada: cannot read x/2021/01: No such file or directory" in said.out


def test_the_same_code_is_counted_once(tmp_path: Path) -> None:
    tree = plant_sized(tmp_path, Ada="", Basic=" also same_as = 'ada'")
    assert figures(tree, "--code") == {
        "ada": {"title": "Ada", "code": {"lines": 2, "tokens": 6}},
        "basic": {"title": "Basic"},
    }


def test_tables_of_one_day_have_a_row_a_language(tmp_path: Path) -> None:
    tree = plant_sized(tmp_path, Ada="", Basic="ns=1500 also same_as = 'ada'")
    said = tree.crosscheck(*TIME, "--layers", "--memory", "--code")
    assert said.status == 0, said.out
    rows = [line.split() for line in said.out.splitlines()]
    start = rows.index("inside of it call request cold".split())
    assert rows[start + 1][:3] == ["Ada", "60", "ns"]
    assert rows[start + 2][:6] == ["Basic", "1.6", "us", "+1.5", "us", rows[start + 2][5]]
    assert rows[rows.index(["peak", "idle"]) + 1][0] == "Ada"
    assert rows[rows.index(["lines", "tokens"]) + 1 :] == [["Ada", "2", "6"]]


def test_tables_of_several_days_have_a_row_a_day(tmp_path: Path) -> None:
    tree = plant_sized(tmp_path, Ada="", Basic="")
    tree.write("inputs/2021/02/full.txt", "abc\n")
    tree.write("x/2021/02", "x = 1\n")
    said = tree.crosscheck("time", "-d1-2", "--quick", "--memory", "--code")
    rows = [line.split() for line in said.out.splitlines()]
    assert rows[rows.index(["peak", "idle", "peak", "idle"]) + 1][0] == "1"
    start = rows.index(["lines", "tokens", "lines", "tokens"])
    assert rows[start - 1] == ["day", "Ada", "Basic"]
    assert rows[start + 1 : start + 4] == [
        ["1", "2", "6", "2", "6"],
        ["2", "1", "3", "1", "3"],
        ["all", "2", "3", "9", "3", "9"],
    ]


def test_figures_are_kept_with_the_result(tmp_path: Path) -> None:
    tree = plant_sized(tmp_path, Ada="")
    kept = tmp_path / "result.json"
    assert tree.crosscheck(*TIME, "--memory", "--code", "--save", str(kept)).status == 0
    (day,) = json.loads(kept.read_text(encoding="utf-8"))["days"]
    assert day["figures"]["ada"]["code"] == {"lines": 2, "tokens": 6}
    assert set(day["figures"]["ada"]["memory"]) == {"peak", "idle", "runs"}


def test_the_bar_advances_as_often_as_was_said(tmp_path: Path) -> None:
    class Counting(Bar):
        advanced = 0

        def advance(self) -> None:
            self.advanced += 1

    tree = plant_sized(tmp_path, Ada="", Basic="")
    result = results.decoded(tree.crosscheck(*TIME, "--json").out.encode(), "the result")
    chosen = languages.choose(languages.load(tree.root), ())
    wanted = dict.fromkeys(KINDS, False)
    for names in (["code"], ["code", "memory"], ["build"], ["code", "build"], []):
        figuring = Figuring({**wanted, **dict.fromkeys(names, True)}, chosen, tree.root, 60)
        with Counting(0) as bar:
            figuring.add(result, [inputs.shared(tree.root, 2021, 1)], bar)
        assert bar.advanced == figuring.steps(1) == len(chosen) * (bool({*names} - {"build"}) + ("build" in names))
