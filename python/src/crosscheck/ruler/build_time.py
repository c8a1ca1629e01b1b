"""How long a language's programs take to build: from nothing, and after a day was changed.

Built is a copy of the files that git tracks, as they are now, so that nothing of the user's is touched. What builds it is
the copy's own `make`, with what that takes to look what is stale. From nothing includes the libraries that are built with
the program; those that a compiler comes with, or keeps elsewhere once they are built, are there already.
"""

import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import msgspec

from crosscheck.errors import NotMeasuredError
from crosscheck.system import children, environment
from crosscheck.tree.languages import Language

CHANGES = 3
SECONDS = 3600.0  # for one build
GRAIN = 0.05  # seconds after which a file that is written is newer than the one before


class BuildTime(msgspec.Struct, frozen=True):
    """Nanoseconds: once from nothing, and the median of `changes` to one day."""

    title: str
    clean: int
    changed: int
    changes: int


@contextmanager
def copied(root: Path) -> Iterator[Path]:
    """A copy of the repository without anything that was built, for as long as it is used."""
    try:
        listed = children.run(["git", "ls-files", "-z"], root, environment.for_builds())
        listed.check_returncode()
    except (OSError, subprocess.CalledProcessError):
        raise NotMeasuredError("it takes a git checkout, to copy what is tracked") from None
    with TemporaryDirectory(prefix="crosscheck-") as folder:
        for name in filter(None, listed.stdout.split("\0")):
            if (root / name).is_file():
                target = Path(folder, name)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(root / name, target)
        yield Path(folder)


def measure(language: Language, copy: Path, year: int, day: int, step: Callable[[str], None]) -> BuildTime:
    """Build a language in a fresh copy, and again after each change to the day. `step` is told what is done."""
    if language.toolchain and not shutil.which(language.toolchain):
        raise NotMeasuredError(f"no {language.toolchain}; type: {language.how_to_build()}")
    solution = language.solution_path(copy, year, day)
    if not solution.is_file():
        raise NotMeasuredError(f"no solution of {year} day {day} to change")
    step(f"building {language.title} from nothing (may take minutes)")
    clean = _build(language, copy, year)
    changed = []
    for _ in range(CHANGES):
        step(f"building {language.title} after a change")
        time.sleep(GRAIN)
        # One more empty line means nothing in any language; some look at the time of a file, some at what is in it.
        with solution.open("a", encoding="utf-8") as file:
            file.write("\n")
        changed.append(_build(language, copy, year))
    return BuildTime(language.title, clean, int(median(changed)), CHANGES)


def _build(language: Language, copy: Path, year: int) -> int:
    """Nanoseconds of one build of the programs with that year."""
    goal = language.compile or language.build
    env = environment.for_builds()
    env.pop("AOC_MISSING", None)  # with it a missing toolchain would be no failure, and take no time
    start = time.perf_counter_ns()
    try:
        done = children.run(["make", f"YEAR={year}", goal], copy, env, SECONDS)
    except FileNotFoundError:
        raise NotMeasuredError("no make, which builds everything here") from None
    except subprocess.TimeoutExpired:
        raise NotMeasuredError(f"make {goal} took more than {SECONDS:g} s") from None
    end = time.perf_counter_ns()
    if done.returncode != 0:
        lines = [line for line in done.stderr.splitlines() if line.strip()]
        said = next((line for line in lines if "error" in line.lower()), (lines or ["nothing"])[0])
        raise NotMeasuredError(f"make {goal} failed: {said}")
    return end - start
