"""advent-of-code-data's own runner, the command `aoc`, with our three columns: offline, on a cache made here."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import aocd_plugins
from places import ROOT
from routes import CASES

AOC = Path(sys.executable).with_name("aoc")
PLUGINS = ["aoc-three-haskell", "aoc-three-python", "aoc-three-rust"]
USERS = {"toy.ann.1": "a1" * 64, "toy.bob.2": "b2" * 64}
TOYS = [1, 7]
Plugin = Callable[[int, int, str], tuple[str | None, str | None]]

each_plugin = pytest.mark.parametrize("plugin", [aocd_plugins.python, aocd_plugins.rust, aocd_plugins.haskell])


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Two users with the generated inputs of some days, and their answers."""
    (tmp_path / "tokens.json").write_text(json.dumps(USERS))
    (tmp_path / "token2id.json").write_text(json.dumps({token: user for user, token in USERS.items()}))
    (tmp_path / "prose").mkdir()
    for day in TOYS:
        full = CASES[2021, day].full
        assert full
        prose = f"<title>Day {day} - Advent of Code 2021</title><h2>--- Day {day}: A Toy ---</h2>"
        (tmp_path / f"prose/2021_{day:02}_prose.0.html").write_text(prose)
        for user in USERS:
            folder = tmp_path / user
            folder.mkdir(exist_ok=True)
            text = (ROOT / f"inputs/2021/{day:02}/full.txt").read_text()
            (folder / f"2021_{day:02}_input.txt").write_text(text)
            for part, answer in zip("ab", full.answers, strict=True):
                (folder / f"2021_{day:02}{part}_answer.txt").write_text(str(answer))
    return tmp_path


def aoc(cache: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The runner; a proxy that is not there keeps it from asking the site."""
    clean = {key: value for key, value in os.environ.items() if not key.lower().startswith(("aoc", "http"))}
    env = {**clean, "AOCD_DIR": str(cache), "AOC_SESSION": USERS["toy.ann.1"], "https_proxy": "http://127.0.0.1:9"}
    return subprocess.run(
        [str(AOC), *arguments], cwd=cache, env=env, capture_output=True, text=True, timeout=120, check=False
    )


def plain(text: str) -> str:
    return re.sub(r"\x1b\[\d+m", "", text)


def test_the_runner_lists_our_three_columns(cache: Path) -> None:
    said = aoc(cache, "--help").stdout
    assert all(name in said for name in PLUGINS)


def test_the_runner_gets_the_right_answers_for_every_user(cache: Path) -> None:
    done = aoc(cache, "--years", "2021", "--days", *map(str, TOYS), "--plugins", *PLUGINS, "--no-submit")
    assert done.returncode == 0, done.stderr
    lines = plain(done.stdout).splitlines()
    said = {
        (int(match[1]), match[2], match[3])
        for line in lines
        if (match := re.search(r"2021/(\d+) +- A Toy +(\S+?)/(\S+) .*✔ part a: .*✔ part b: ", line))
    }
    assert said == {(day, name, user) for day in TOYS for name in PLUGINS for user in USERS}


def test_the_runner_shows_a_wrong_answer(cache: Path) -> None:
    (cache / "toy.bob.2/2021_01b_answer.txt").write_text("0")
    done = aoc(cache, "-y2021", "-d1", "-paoc-three-rust", "--no-submit")
    assert done.returncode == 1
    assert "(expected: 0)" in done.stdout


def test_the_runner_shows_where_an_input_is_refused(cache: Path) -> None:
    (cache / "toy.ann.1/2021_01_input.txt").write_text("1\nx\n")
    done = aoc(cache, "-y2021", "-d1", "-utoy.ann.1", "--no-submit")
    assert done.returncode == len(PLUGINS)
    assert plain(done.stdout).count("✖ NoAnswerError('refused at 2:1: expected ") == len(PLUGINS)


@each_plugin
def test_a_day_that_is_not_there_has_no_answers(plugin: Plugin) -> None:
    assert plugin(1999, 1, "x") == (None, None)


@each_plugin
def test_a_part_that_is_not_there_is_none(plugin: Plugin) -> None:
    full = CASES[2021, 25].full
    assert full
    assert plugin(2021, 25, (ROOT / "inputs/2021/25/full.txt").read_text()) == (full.answers[0], None)


def test_a_language_that_is_left_out_is_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AOC_LANGS", "python")
    with pytest.raises(aocd_plugins.NoAnswerError, match="left out by AOC_LANGS"):
        aocd_plugins.haskell(2021, 7, "1\n")
