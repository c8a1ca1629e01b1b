"""`crosscheck time`: what it measures, and what it refuses to."""

import errno
import json
import os
import re
from pathlib import Path

import pytest

from crosscheck.errors import UserError
from crosscheck.ruler.estimate import LEAST_FLOOR
from crosscheck.ruler.results import SCHEMA
from crosscheck.ruler.timing import MOST_RUNS, THOROUGH, order, runs_for
from crosscheck.tree.files import write_whole
from trees import plant


def test_raw_samples_with_provenance(tmp_path: Path) -> None:
    said = plant(tmp_path, Ada="", Basic="").crosscheck("time", "-d1", "--json")
    assert said.status == 0, said.err
    result = json.loads(said.out)
    assert (result["schema"], result["method"]["processes"], result["noise"]) == (SCHEMA, 7, LEAST_FLOOR)
    assert {"commit", "date", "cpu", "cores", "system", "load", "load_after"} <= set(result["provenance"])
    (day,) = result["days"]
    assert (day["year"], day["day"], day["answers"]) == (2021, 1, ["3", "9"])
    assert day["input"] == {"source": "inputs/2021/01/full.txt", "bytes": 12, "seed": 1}
    same = {"value": 1, "low": 1, "high": 1}
    assert day["twins"] == {"ada": same, "basic": same}
    for language in ("ada", "basic"):
        times = day["languages"][language]
        assert times["version"] == "fake 1"
        assert (times["median"], times["low"], times["high"], times["least"], times["mad"]) == (60, 60, 60, 60, 0)
        assert (times["n"], times["first"], times["steady"], times["ratio"]) == (14 * MOST_RUNS, 60, True, same)
        assert times["steps"] == {"parse": 10, "part1": 20, "part2": 30}
        assert times["processes"] == 7 * [[60, 60]]
        assert [process["first"] for process in times["raw"]] == 7 * [60]
        assert times["raw"][0]["warm_up"]["part1"] == [20] * MOST_RUNS
        assert [block["part1"] for block in times["raw"][6]["blocks"]] == 2 * [[20] * MOST_RUNS]


def test_the_table_says_what_it_compares(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="")
    said = tree.crosscheck("time", "-d1", "--processes", "3")
    assert said.status == 0
    assert said.out.startswith("Times of these solutions; not of languages. Medians over 3 processes")
    assert "Noise: twins of the same program differ by up to 1.0% in this session." in said.out
    row = next(line.split("  ") for line in said.out.splitlines() if line.strip().startswith("Basic"))
    cells = [cell.strip() for cell in row if cell.strip()]
    assert cells == [
        "Basic",
        *("10 ns", "20 ns", "30 ns", "60 ns", "60 ns to 60 ns", "60 ns", "0 ns", "1.0x", "1.000", "60 ns", "1,800"),
    ]


def test_a_quick_look_calls_itself_one(tmp_path: Path) -> None:
    said = plant(tmp_path, Ada="", Basic="").crosscheck("time", "-d1", "--quick")
    assert said.status == 0
    assert "over 2 processes" in said.out
    assert "A look only" in said.out


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


def test_a_language_may_have_some_days_only(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Cobol="hello_another_day")
    said = tree.crosscheck("time", "-d1")
    assert (said.status, said.err) == (0, "")
    assert re.search(r"^  Cobol( +-)+ *$", said.out, re.MULTILINE)
    said = tree.crosscheck("time", "-d1", "-l", "cobol")
    assert said.status == 1
    assert "not timed: Cobol does not have 2021 day 1" in said.out


def test_several_days_are_one_table(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="")
    tree.write("inputs/2021/02/full.txt", "abc\n")
    said = tree.crosscheck("time", "-d1-2")
    assert said.status == 1, "nobody has day 2"
    assert "60 ns" in said.out
    assert "2021 day 2: not timed: Ada does not have 2021 day 2" in said.out


def test_the_shared_input_is_timed_where_it_is_asked_for(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="")
    tree.write("inputs/private/2021/01.txt", "abcd\n")
    for arguments, source in {(): "inputs/private/2021/01.txt", ("--shared",): "inputs/2021/01/full.txt"}.items():
        said = tree.crosscheck("time", "-d1", "--quick", "--json", *arguments)
        assert json.loads(said.out)["days"][0]["input"]["source"] == source


def test_wrong_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = plant(tmp_path, Ada="")
    monkeypatch.chdir(tmp_path)
    for arguments, why in {
        ("-d1", "--input", "no-such"): "cannot read no-such",
        ("-d1,2", "--input", "-"): "--input is for one day",
        ("-d1", "--input", "-", "--shared"): "--input is one input, and --shared another",
        ("-d1", "--quick", "--processes", "9"): "--quick has two processes",
        ("-d", "99"): "not a day from 1 to 25",
        ("-d1", "--save", "languages.toml/x.json"): "cannot write languages.toml/x.json: Not a directory",
        ("-d1", "--save", ""): "cannot write .: it is a folder",
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
    block = THOROUGH.block
    assert runs_for(0, block) == runs_for(1, block) == MOST_RUNS
    assert runs_for(block, block) == runs_for(20 * block, block) == 1
    assert runs_for(block // 10, block) == 10


def test_what_was_saved_stays_whole_when_something_goes_wrong(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="")
    kept = tmp_path / "result.json"
    assert tree.crosscheck("time", "-d1", "--processes", "2", "--save", str(kept)).status == 0
    before = kept.read_bytes()
    assert json.loads(before)["schema"] == SCHEMA
    for how in ("hello_debug", "other_answer", "die", "crash_in_time"):
        said = plant(tmp_path, Ada="", Basic=how).crosscheck(
            "time", "-d1", "--processes", "2", "--input", "-", "--save", str(kept), stdin="misbehave\n"
        )
        assert said.status == 1, how
        assert "nothing is saved" in said.err
        assert kept.read_bytes() == before, how


def test_a_full_disk_leaves_the_earlier_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "result.json"
    kept.write_text("the earlier one", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match=r"cannot write .*result\.json, which is as it was: No space left on device"):
        write_whole(kept, "the new one")
    assert [path.name for path in tmp_path.iterdir()] == ["result.json"]
    assert kept.read_text(encoding="utf-8") == "the earlier one"
