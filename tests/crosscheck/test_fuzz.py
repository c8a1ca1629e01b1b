"""`crosscheck fuzz`: where atheris is installed it finds texts that reach other code, and else it says what to type."""

import importlib.util
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from crosscheck.judging import fuzzing
from crosscheck.system import children
from trees import plant


def test_without_atheris_it_is_said_what_to_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzzing, "find_spec", lambda name: None)
    said = plant(tmp_path, Ada="").crosscheck("fuzz", "-d1")
    assert said.status == 2
    assert said.err.endswith("type: .venv/bin/pip install --requirement requirements-fuzz.txt\n")


def test_less_than_a_second_is_a_limit_and_every_seed_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To libFuzzer a time of 0 is no limit, and a seed of 0 is any."""
    commands: list[list[str]] = []

    really = children.run

    def run(command: list[str], *where: Any, **how: Any) -> subprocess.CompletedProcess[str]:
        if "crosscheck.judging.fuzz_target" not in command:
            return really(command, *where, **how)
        commands.append(command)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(fuzzing, "find_spec", lambda name: True)
    monkeypatch.setattr(children, "run", run)
    assert plant(tmp_path, Ada="").crosscheck("fuzz", "-d1", "--for", "0.5s", "--seed", "0").status == 0
    assert [command[-2:] for command in commands] == [["-max_total_time=1", "-seed=1"]]
    assert (tmp_path / fuzzing.FOLDER / "2021/01").stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(
    importlib.util.find_spec("atheris") is None, reason="atheris is not installed: requirements-fuzz.txt"
)
def test_texts_that_reach_other_code_are_kept_and_all_are_asked_about_them(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="honest", Basic="other_answer")
    said = tree.crosscheck("fuzz", "-d1", "--for", "2s", "--seed", "1", "--json")
    assert said.status == 1
    day = json.loads(said.out)
    assert day["tried"] > 100
    assert day["ended"] == ""
    assert day["mutants"] == len(list((tmp_path / fuzzing.FOLDER / "2021/01").iterdir())) > 4
    assert day["disagreements"] >= 1, "on the case that Basic is wrong about"
    assert tree.crosscheck("replay", str(tmp_path / day["saved"][0])).status == 1
