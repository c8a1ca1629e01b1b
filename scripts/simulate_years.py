#!/usr/bin/env python3
"""simulate_years.py [--years 2015-2025] [--folder FOLDER] [STEP...]: what the repository costs when it has eleven years.

Makes a tree in a temporary folder, in which each year that is not here yet is a copy of 2021 (262 days in all), builds
and tests it there, and prints what each step took: seconds, seconds of processor time, and the memory of the largest
process. It takes about an hour. `.venv/bin/python scripts/simulate_years.py`; with a FOLDER that is there already, steps
can be done again.
"""

import argparse
import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from crosscheck.rooms import lists
from crosscheck.tree import advent, languages, repository

ROOT = Path(__file__).resolve().parents[1]
MODEL = 2021
CODE = {".py", ".pyi", ".rs", ".hs", ".md"}

STEPS = {
    "first": "make 2021/7",
    "all": "make build",
    "nothing": "make build",
    "touch-rust": "make rust",
    "touch-haskell": "make haskell",
    "run": "make all YEAR=2021",
    "publish": "make publish",
    "test": "make test",
    "test-warm": "make test",
    "test-year": "make test YEARS=2021",
}
TOUCHED = {
    "touch-rust": f"rust/crates/aoc-y{MODEL}/src/day07.rs",
    "touch-haskell": f"haskell/aoc-y{MODEL}/src/AoC/Y{MODEL}/Day07.hs",
}


def main() -> None:
    """Do the steps that are asked for, or all."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--years", default="2015-2025")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("steps", nargs="*", choices=[*STEPS, []], metavar="STEP", help=", ".join(STEPS))
    said = parser.parse_args()
    first, last = map(int, said.years.split("-"))
    folder = said.folder or Path(tempfile.mkdtemp(prefix="years-"))
    if not (folder / "Makefile").exists():
        plant(folder, range(first, last + 1))
    print(f"{folder}: {sum(1 for _ in folder.glob('inputs/[12]*/[0-9]*'))} days")
    for step in said.steps or STEPS:
        measure(folder, step)


def plant(folder: Path, years: range) -> None:
    """The tree, as a repository with one commit."""
    for name in git(ROOT, "ls-files", "-z").split("\0"):
        if name and (ROOT / name).is_file():
            copy(ROOT / name, folder / name)
    here = {year for year, _ in repository.days_with_inputs(ROOT)}
    for year in sorted({*years} - here):
        for day, model in days(year):
            plant_day(folder, year, day, model)
    subprocess.run(["cargo", "update", "--quiet", "--workspace", "--offline"], cwd=folder / "rust", check=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "-c", "user.name=Nobody", "-c", "user.email=nobody@example.com", "commit", "--quiet", "--message=years")


def days(year: int) -> Iterator[tuple[int, int]]:
    """The days of a year, each with the day that it is copied from; a last day from a last day."""
    last, of_model = advent.last_day(year), advent.last_day(MODEL)
    yield from ((day, day) for day in range(1, last))
    yield last, of_model


def plant_day(folder: Path, year: int, day: int, model: int) -> None:
    """A copy of the model's day in each of its rooms, and in the lists of days."""
    known = languages.load(folder)
    rooms = [Path(f"inputs/{MODEL}/{model:02}/{name}") for name in ("README.md", "cases.toml", "full.txt")]
    rooms += [Path(f"python/src/crosscheck/puzzles/y{MODEL}/day{model:02}.py")]
    rooms += [language.solution_path(Path(), MODEL, model) for language in known.values()]
    for room in {room for room in rooms if (folder / room).exists()}:
        target = folder / renamed(str(room), year, day, model)
        if room.suffix in CODE:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(renamed((folder / room).read_text(encoding="utf-8"), year, day, model), encoding="utf-8")
        else:
            copy(folder / room, target)
    for key in known:
        for path, text in lists.with_day(key, folder, year, day).items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def renamed(text: str, year: int, day: int, model: int) -> str:
    """The text of a day, or its path, as that of another."""
    text = re.sub(rf"(?<![0-9]){MODEL}(?![0-9])", str(year), text)
    if day != model:
        text = re.sub(rf"([dD]ay ?|day/|/{year}/){model:02}\b", rf"\g<1>{day:02}", text)
    return text


def copy(source: Path, target: Path) -> None:
    if source != target:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def measure(folder: Path, step: str) -> None:
    """Do a step, and say what it took."""
    if touched := TOUCHED.get(step):
        with (folder / touched).open("a", encoding="utf-8") as file:
            file.write("\n")
    log = folder / f".build/simulated-{step}.log"
    log.parent.mkdir(exist_ok=True)
    start = time.monotonic()
    with log.open("wb") as output:
        env = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS", "AOC_"))}
        process = subprocess.Popen(
            STEPS[step].split(), cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds, busy, memory = time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024
    outcome = "" if process.returncode == 0 else f"  FAILED ({process.returncode}): {log}"
    print(f"{step:14} {STEPS[step]:22} {seconds:7.1f} s {busy:8.1f} s cpu {memory:6} MB{outcome}", flush=True)


if __name__ == "__main__":
    main()
