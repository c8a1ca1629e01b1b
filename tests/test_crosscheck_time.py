"""`crosscheck time`: what it measures, and what it refuses to."""

import json
from pathlib import Path

import pytest

from crosscheck.timing import BLOCK, MOST_RUNS, order, runs_for
from trees import plant


def test_raw_samples_with_provenance(tmp_path: Path) -> None:
    said = plant(tmp_path, Ada="", Basic="").crosscheck("time", "-d1", "--json")
    assert said.status == 0, said.err
    result = json.loads(said.out)
    assert result["schema"] == 1
    assert {"commit", "date", "cpu", "cores", "system", "load", "load_after"} <= set(result["provenance"])
    (day,) = result["days"]
    assert (day["year"], day["day"], day["answers"]) == (2021, 1, ["3", "9"])
    assert day["input"] == {"source": "inputs/2021/01/full.txt", "bytes": 12, "seed": 1}
    for language in ("ada", "basic"):
        times = day["languages"][language]
        assert times["version"] == "fake 1"
        assert times["ns"] == {"median": 60, "min": 60, "n": 6 * MOST_RUNS, "first": [60, 60, 60]}
        assert [block["round"] for block in times["blocks"]] == [0, 0, 0, 1, 1, 1, 2, 2, 2]
        assert [block["warm_up"] for block in times["blocks"]] == 3 * [True, False, False]
        assert times["blocks"][0]["ns"]["part1"] == [20] * MOST_RUNS


def test_the_table_says_what_it_compares(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="")
    said = tree.crosscheck("time", "-d1")
    assert said.status == 0
    assert said.out.startswith("Times of these solutions; not of languages.")
    row = next(line.split() for line in said.out.splitlines() if line.strip().startswith("Basic"))
    assert row == ["Basic", *"10 ns 20 ns 30 ns 60 ns 1.0x 60 ns 60 ns 1,800".split()]


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ("hello_debug", "Basic is a debug build; type: make basic"),
        ("other_answer", "DISAGREEMENT; 1, 9  Ada; 1, 7  Basic"),
        ("die", "FAILED: Basic exited with status 3"),
        ("reject", "DISAGREEMENT"),
        ("other_answer_in_time", "Basic solved it and then did not do so again: 1, 7"),
        ("crash_in_time", "Basic solved it and then did not do so again: crashed"),
    ],
)
def test_what_is_not_right_is_not_timed(tmp_path: Path, how: str, why: str) -> None:
    tree = plant(tmp_path, Ada="", Basic=how)
    said = tree.crosscheck("time", "-d1", "--input", "-", stdin="misbehave\n")
    assert said.status == 1
    assert "2021 day 1: not timed: " in said.out
    assert why in said.out
    assert "60 ns" not in said.out


def test_an_answer_against_the_record_is_not_timed(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="")
    tree.write("inputs/private/2021/01.txt", "abcd\n")
    tree.write("inputs/private/2021/answers.json", '{"01": ["1", "5"]}')
    said = tree.crosscheck("time", "-d1", "--json")
    assert said.status == 1
    (day,) = json.loads(said.out)["days"]
    assert "the recorded answer of part 2 is 5" in day["refused"]
    assert day["languages"] == {}


def test_a_missing_program_is_said_and_the_others_are_timed(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="absent")
    said = tree.crosscheck("time", "-d1")
    assert said.status == 1
    assert "Basic not built (no/such/program); type: make basic" in said.out
    assert "60 ns" in said.out


def test_several_days_are_one_table(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="")
    tree.write("inputs/2021/02/full.txt", "abc\n")
    said = tree.crosscheck("time", "-d1-2")
    assert said.status == 1, "nobody has day 2"
    assert "60 ns" in said.out
    assert "2021 day 2: not timed: Ada does not have 2021 day 2" in said.out


def test_wrong_usage(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="")
    for arguments, why in {
        ("-d1", "--input", "no-such"): "cannot read no-such",
        ("-d1,2", "--input", "-"): "--input is for one day",
        ("-d", "99"): "not a day from 1 to 25",
    }.items():
        said = tree.crosscheck("time", *arguments)
        assert (said.status, said.out) == (2, "")
        assert why in said.err


def test_blocks_are_interleaved_and_everyone_begins_once() -> None:
    rounds = [list(order(4, number)) for number in range(4)]
    assert rounds[0] == [0, 1, 2, 3, 3, 2, 1, 0]
    assert {blocks[0] for blocks in rounds} == {0, 1, 2, 3}
    assert all(sorted(blocks) == [0, 0, 1, 1, 2, 2, 3, 3] for blocks in rounds)


def test_a_block_is_long_enough_to_be_measured_and_short_enough_to_be_many() -> None:
    assert runs_for(0) == runs_for(1) == MOST_RUNS
    assert runs_for(BLOCK) == runs_for(20 * BLOCK) == 1
    assert runs_for(BLOCK // 10) == 10
