"""A repository in a temporary folder, with fakes or liars for languages, and crosscheck run in it."""

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from crosscheck import puzzles
from crosscheck.__main__ import status_of
from places import FAKES, ROOT

FAKE = FAKES / "fake.py"
CASES = """
[[case]]
name = "two lines"
input = "abc\\ndef\\n"
answers = ["2", "6"]

[[case]]
name = "one that fakes may spoil"
input = "misbehave\\n"
answers = ["1", "-"]

[[reject]]
name = "a mark"
input = "ab\\nc!\\n"
line = 2

[full]
seed = 1
size = 3
answers = ["3", "9"]
"""
FULL = "abc\ndef\nghi\n"
LIARS = {
    "rust": ["rust/target/release/aoc-liars-rs"],
    "haskell": ["haskell/.build/aoc-liars"],
    "python": [sys.executable, "tests/fakes/liars.py"],
}
DEBUG_LIARS = {
    "rust": ["rust/target/debug/aoc-liars-rs"],
    "haskell": ["haskell/.build/aoc-liars-debug"],
    "python": [sys.executable, "-X", "dev", "tests/fakes/liars.py"],
}
# Of the full-size input that the liars are given: small, for on a busy machine most runs of a few ms are interrupted.
SEED, SIZE = 1, 4
LIARS_FULL = puzzles.load(2021, 1).full(SEED, SIZE)
LIARS_ANSWERS = ("491", "4167861624076635532")
LIARS_CASES = f"[full]\nseed = {SEED}\nsize = {SIZE}\nanswers = {list(LIARS_ANSWERS)}\n"


@dataclass(frozen=True)
class Said:
    """What crosscheck did."""

    status: int
    out: str
    err: str


@dataclass(frozen=True)
class Tree:
    """The folder."""

    root: Path

    def crosscheck(self, *arguments: str, stdin: str = "", env: Mapping[str, str] | None = None) -> Said:
        """Run `crosscheck` there, in this process, with no input of anybody's own in reach."""
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="", write_through=True) for _ in range(2))
        before = sys.stdin
        with self.environment(env or {}), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            sys.stdin = io.TextIOWrapper(io.BytesIO(stdin.encode()), "utf-8")
            try:
                status = status_of(["--debug", "--root", str(self.root), *arguments])
            finally:
                sys.stdin = before
        return _said(status, *(one.buffer.getvalue().decode() for one in (out, err)))

    def in_a_process(
        self, *arguments: str, stdin: str = "", env: Mapping[str, str] | None = None, program: Sequence[str]
    ) -> Said:
        """The same in a process of its own, through another program."""
        with self.environment(env or {}):
            done = subprocess.run(
                [sys.executable, *program, "--root", str(self.root), *arguments],
                input=stdin,
                capture_output=True,
                text=True,
                timeout=120,
                check=False,
            )
        return _said(done.returncode, done.stdout, done.stderr)

    @contextlib.contextmanager
    def environment(self, more: Mapping[str, str]) -> Iterator[None]:
        """Meanwhile nothing in the environment leads to somebody's own, or to the net."""
        clean = {key: value for key, value in os.environ.items() if not key.lower().startswith(("aoc", "http"))}
        with mock.patch.dict(os.environ, {**clean, "AOCD_DIR": str(self.root / "aocd"), **more}, clear=True):
            yield

    def write(self, name: str, text: str) -> Path:
        """A file in the tree."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path


def _said(status: int, out: str, err: str) -> Said:
    assert "Traceback" not in err, err
    return Said(status, out, err)


def plant(root: Path, **languages: str) -> Tree:
    """A tree with one day, 2021 day 1, and a fake for each language: title to misbehaviour, and its MARKER if it takes one."""
    tables = []
    for title, how in languages.items():
        command = ["no/such/program"] if how == "absent" else [sys.executable, "-S", str(FAKE), *(how.split() or [""])]
        tables.append(table(title.lower(), title, command, title.lower()))
    tree = Tree(root)
    tree.write("languages.toml", "\n".join(tables))
    tree.write("inputs/2021/01/cases.toml", CASES)
    tree.write("inputs/2021/01/full.txt", FULL)
    return tree


def liar_tree(root: Path, *names: str) -> Tree:
    """A tree with one day, the toy of the liars (tests/crosscheck/test_liars.py), and these for its languages: `rust:honest` is
    the language rust-honest. The lie of a `rust:debug` is that it is an unoptimised build, and that it admits.
    """
    tables = []
    for name in names:
        language, lie = name.split(":")
        programs, lie = (DEBUG_LIARS, "honest") if lie == "debug" else (LIARS, lie)
        # From the repository's root, which leaves alone what is absolute.
        program = [str(ROOT / word) if "/" in word else word for word in programs[language]]
        build = "python" if language == "python" else f"liars-{language}"
        tables.append(table(name.replace(":", "-"), name, [*program, lie], build))
    tree = Tree(root)
    tree.write("languages.toml", "\n".join(tables))
    tree.write("inputs/2021/01/full.txt", LIARS_FULL)
    tree.write("inputs/2021/01/cases.toml", LIARS_CASES)
    return tree


def table(key: str, title: str, command: Sequence[str], build: str) -> str:
    """A table of languages.toml."""
    serve = ", ".join(f"'{word}'" for word in command)
    return (
        f'[{key}]\ntitle = "{title}"\nserve = [{serve}]\nbuild = "{build}"\n'
        'solution = "x/{year}/{day:02}"\nlexer = "python"\n'
    )
