"""A repository in a temporary folder, with fakes or liars for languages, and crosscheck run in it."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from crosscheck import puzzles
from crosscheck.__main__ import command_line
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

    def crosscheck(
        self,
        *arguments: str,
        stdin: str = "",
        env: Mapping[str, str] | None = None,
        program: Sequence[str] = ("-m", "crosscheck"),
    ) -> Said:
        """Run `crosscheck` there, with no input of anybody's own in reach."""
        clean = {key: value for key, value in os.environ.items() if not key.lower().startswith(("aoc", "http"))}
        done = subprocess.run(
            [sys.executable, *program, "--root", str(self.root), *arguments],
            input=stdin,
            capture_output=True,
            text=True,
            timeout=120,
            env={**clean, "AOCD_DIR": str(self.root / "aocd"), **(env or {})},
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return Said(done.returncode, done.stdout, done.stderr)

    def write(self, name: str, text: str) -> Path:
        """A file in the tree."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path


def invoke(tree: Tree, *arguments: str) -> Said:
    """`crosscheck` there, in this process; a wrong usage is raised."""
    said = CliRunner().invoke(
        command_line,
        ["--root", str(tree.root), *arguments],
        env={"AOCD_DIR": str(tree.root / "aocd"), "AOC_INPUTS": None},
    )
    if said.exception and not isinstance(said.exception, SystemExit):
        raise said.exception
    return Said(said.exit_code, said.stdout, said.stderr)


def plant(root: Path, **languages: str) -> Tree:
    """A tree with one day, 2021 day 1, and a fake for each language: title to misbehaviour."""
    tables = []
    for title, how in languages.items():
        command = ["no/such/program"] if how == "absent" else [sys.executable, "-S", str(FAKE), how]
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
