"""`crosscheck fuzz`: where atheris is installed it finds texts that reach other code, and else it says what to type."""

import importlib.util
import json
from pathlib import Path

import pytest

from crosscheck.judging import fuzzing
from trees import plant


def test_without_atheris_it_is_said_what_to_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzzing, "find_spec", lambda name: None)
    said = plant(tmp_path, Ada="").crosscheck("fuzz", "-d1")
    assert said.status == 2
    assert said.err.endswith("type: .venv/bin/pip install --requirement requirements-fuzz.txt\n")


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
