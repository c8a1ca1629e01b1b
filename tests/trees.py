"""A repository in a temporary folder, with fakes for languages, and crosscheck run in it."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

FAKE = Path(__file__).parent / "fakes" / "fake.py"
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


def plant(root: Path, **languages: str) -> Tree:
    """A tree with one day, 2021 day 1, and a fake for each language: title to misbehaviour."""
    tables = []
    for title, how in languages.items():
        command = ["no/such/program"] if how == "absent" else [sys.executable, "-S", str(FAKE), how]
        serve = ", ".join(f"'{word}'" for word in command)
        tables.append(
            f'[{title.lower()}]\ntitle = "{title}"\nserve = [{serve}]\nbuild = "{title.lower()}"\n'
            'solution = "x/{year}/{day:02}"\nlexer = "python"\n'
        )
    tree = Tree(root)
    tree.write("languages.toml", "\n".join(tables))
    tree.write("inputs/2021/01/cases.toml", CASES)
    tree.write("inputs/2021/01/full.txt", FULL)
    return tree
