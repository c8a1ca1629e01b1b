"""Where things are in the tree: the root, and a day's input folder."""

import functools
import subprocess
from pathlib import Path

from crosscheck.errors import UserError
from crosscheck.system import children, environment

LANGUAGES_FILE = "languages.toml"


def find_root() -> Path:
    """The repository: the nearest folder with the languages' file, above here or above this module."""
    for start in (here(), Path(__file__).resolve().parent):
        for folder in (start, *start.parents):
            if (folder / LANGUAGES_FILE).is_file():
                return folder
    raise UserError(f"no {LANGUAGES_FILE} above {here()}: run this inside the repository")


def here() -> Path:
    """The current folder, which somebody may have deleted."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        raise UserError("the current folder is no more: change to another") from None


def day_folder(root: Path, year: int, day: int) -> Path:
    """The folder with a day's `cases.toml` and `full.txt`."""
    return root / "inputs" / str(year) / f"{day:02}"


def days_with_inputs(root: Path) -> list[tuple[int, int]]:
    """Every (year, day) that has an input folder, in order."""
    return sorted(
        (int(folder.parent.name), int(folder.name))
        for folder in (root / "inputs").glob("[0-9][0-9][0-9][0-9]/[0-9][0-9]")
        if folder.is_dir()
    )


@functools.cache
def commit(root: Path) -> str:
    """The commit at `root`, with `+` where tracked files differ from it; `unknown` without git."""
    command = ["git", "describe", "--always", "--abbrev=7", "--exclude=*", "--dirty=+"]
    try:
        done = children.run(command, root, environment.for_builds(), seconds=10)
        done.check_returncode()
    except (OSError, subprocess.SubprocessError):
        return "unknown"
    return done.stdout.strip()
