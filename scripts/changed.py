#!/usr/bin/env python3
"""changed.py: what `make test-changed` makes, a target a line: what the files that differ from the main branch may break.

A day may break the suites of its year, and the tests of its own language. What days share may break everything of that
language. The harness may break its own tests. What else there is may break the tests of the tree, some of which hold
for any file.
"""

import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DAY = re.compile(r"(inputs/|python/src/aoc/y|python/src/crosscheck/puzzles/y|rust/crates/aoc-y|haskell/aoc-y)(\d{4})/")
ANY_FILE = {"tests/tree/test_hygiene.py", "tests/tree/test_layout.py"}
ANSWERS = {"tests/days", "tests/programs"}
EVERYTHING = ["lint-rust", "lint-haskell", "lint-python", "test-rust", "test-haskell", "test-python"]
# The first that matches, and the suites that such a file may break.
SUITES = {
    r"python/src/aoc/": {*ANSWERS, "python/src/aoc"},
    r"rust/crates/aoc-liars/|haskell/aoc-liars/|tests/fakes/": {"tests/crosscheck"},
    r"rust/crates/aoc-python/|rust/python/": {"tests/programs", "rust/python"},
    r"tests/html/": {"tests/crosscheck"},
    r"haskell/aoc-tests/": set(),
    r"rust/|haskell/": ANSWERS,
    r"python/src/crosscheck/(puzzles|judging)/": {"tests/days", "tests/crosscheck", "python/src/crosscheck"},
    r"python/src/crosscheck/": {"tests/crosscheck", "python/src/crosscheck"},
    r"python/src/": {"tests/programs", "python/src/aocd_plugins"},
    r"tests/support/|tests/conftest.py": {*ANSWERS, "tests/crosscheck", "tests/tree"},
}
LINTED = {
    r"(python|rust|tests|scripts)/.*\.pyi?": "python",
    r"rust/crates/.*\.rs": "rust",
    r"haskell/.*\.hs": "haskell",
}


@dataclass
class Plan:
    """What is to be tested. `years` are those that days of were touched; None is all of them."""

    suites: set[str] = field(default_factory=set)
    years: set[str] | None = field(default_factory=set)
    lint: dict[str, list[str]] = field(default_factory=dict)
    compiled: dict[str, set[str] | None] = field(default_factory=dict)  # language: years, as above

    def add(self, file: str) -> None:
        """What this file may break."""
        for pattern, language in LINTED.items():
            if re.fullmatch(pattern, file) and (ROOT / file).exists():
                self.lint.setdefault(language, []).append(file)
        room = file.split("/")[0]
        if day := DAY.match(file):
            self.suites.add("tests/days")
            if file.startswith("python/"):
                self.suites.add(day[0].rstrip("/"))
            self._touch({day[2]}, room)
        elif re.fullmatch(r"tests/\w+/test_\w+\.py", file):
            if (ROOT / file).exists():
                self.suites.add(file)
        else:
            suites = next((found for start, found in SUITES.items() if re.match(start, file)), {"tests/tree"})
            self.suites |= suites
            self._touch(None if "tests/days" in suites else set(), room)

    def _touch(self, years: set[str] | None, room: str) -> None:
        self.years = both(self.years, years)
        if room in ("rust", "haskell"):
            self.compiled[room] = both(self.compiled.get(room, set()), years)

    def targets(self) -> list[str]:
        """For make, with the variables that limit them."""
        lint = [f"lint-{language} FILES={','.join(files)}" for language, files in sorted(self.lint.items())]
        compiled = [f"test-{language}{limit(years)}" for language, years in sorted(self.compiled.items())]
        suites = {suite for suite in self.suites if not any(above in self.suites for above in parents(suite))}
        return [*lint, *compiled, f"test-python SUITES={','.join(sorted(suites))}{limit(self.years)}"]


def both(some: set[str] | None, others: set[str] | None) -> set[str] | None:
    """The years of both, where None is all."""
    return None if some is None or others is None else some | others


def limit(years: set[str] | None) -> str:
    """The variable that limits a target to these years."""
    return f" YEARS={','.join(sorted(years))}" if years else ""


def parents(suite: str) -> list[str]:
    """The folders that a suite is in."""
    return [str(folder) for folder in Path(suite).parents]


def targets(files: Iterable[str]) -> list[str]:
    """What to make, if these differ."""
    plan = Plan(suites=set(ANY_FILE))
    some = False
    for file in files:
        if re.search(r"(^|/)(requirements(-dev)?\.txt|pyproject\.toml|Cargo\.lock)$", file):
            return EVERYTHING
        plan.add(file)
        some = True
    return plan.targets() if some else []


def differing() -> list[str]:
    """The files that differ from where this branch left the main one, committed or not."""
    base = next(filter(None, (git("merge-base", main, "HEAD") for main in ("main", "origin/main"))), ["HEAD"])[0]
    return sorted({*git("diff", "--name-only", base), *git("ls-files", "--others", "--exclude-standard")})


def git(*arguments: str) -> list[str]:
    """The lines that git says; none where it fails."""
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.splitlines() if done.returncode == 0 else []


if __name__ == "__main__":
    print(*targets(differing()), sep="\n")
