"""Texts that reach other code of a parser: found by atheris, which follows what each text makes the Python parser do.

They are kept, and a later run goes on from them. What all languages say of them is asked as of mutants.
"""

import hashlib
import re
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from crosscheck.errors import UserError
from crosscheck.judging import mutants
from crosscheck.puzzles import Input
from crosscheck.system import children, environment

FOLDER = Path(".build/fuzzing")
GRACE = 120.0  # seconds: for the last text, which may take a minute, and to start


@dataclass(frozen=True, slots=True)
class Explored:
    """How many texts were tried, and those that are kept; `ended` says how it ended, if not well."""

    tried: int
    kept: list[Input]
    ended: str = ""


def refuse_without_atheris() -> None:
    """A UserError where it is not installed."""
    if find_spec("atheris") is None:
        raise UserError("atheris is not installed; type: .venv/bin/pip install --requirement requirements-fuzz.txt")


def explore(root: Path, year: int, day: int, seconds: int, seed: int) -> Explored:
    """So many seconds for the parser of a day, from its cases, its rejects, small inputs of one's own and what is kept."""
    folder = root / FOLDER / f"{year}/{day:02}"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # there may be somebody's own input in it
    for base in mutants.ground(root, year, day).small:
        text = base.made.text.encode()
        (folder / hashlib.sha1(text, usedforsecurity=False).hexdigest()).write_bytes(text)
    command = [sys.executable, "-m", "crosscheck.judging.fuzz_target", str(year), str(day), str(folder)]
    try:
        limits = [f"-max_total_time={seconds}", f"-seed={seed + 1}"]  # 0 is any seed to libFuzzer
        done = children.run([*command, *limits], root, environment.for_solvers(), seconds + GRACE)
        said, ended = done.stderr, f"exit status {done.returncode}" if done.returncode else ""
    except subprocess.TimeoutExpired:
        said, ended = "", f"it did not end within {GRACE:.0f} s of its time"
    counts = re.findall(r"^(?:#|stat::number_of_executed_units: |Done )([0-9]+)", said, re.MULTILINE)
    texts = [file.read_bytes().decode("utf-8", "ignore") for file in sorted(folder.iterdir())]
    return Explored(int(counts[-1]) if counts else 0, [Input(text) for text in texts], ended)
