"""The lists of days that languages keep: a module for each language that has any, by its key.

Its `with_day(root, year, day)` gives the files that name the day, or make its year known, as they
should be: {path: text}. What is there already is there once.
"""

import re
from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from crosscheck.errors import UserError

Texts = dict[Path, str]


def with_day(key: str, root: Path, year: int, day: int) -> Texts:
    """The lists of one language, with the day in them."""
    name = f"{__name__}.{key.replace('-', '_')}"
    if find_spec(name) is None:
        return {}
    try:
        texts: Texts = import_module(name).with_day(root, year, day)
    except OSError as error:
        raise UserError(f"cannot read {error.filename}: {error.strerror}") from None
    return texts


def sorted_in(path: Path, text: str, line: str, like: str) -> str:
    """The text with the line among those that are like it, in order.

    >>> sorted_in(Path("x"), "a 1\\na 3\\nb\\n", "a 2", "a .")
    'a 1\\na 2\\na 3\\nb\\n'
    """
    lines = text.split("\n")
    places = [at for at, one in enumerate(lines) if re.fullmatch(like, one)]
    if not places:
        raise not_found(path, f"a line like {line!r}")
    if line not in lines:
        at = next((at for at in places if lines[at] > line), places[-1] + 1)
        lines.insert(at, line)
    return "\n".join(lines)


def block(path: Path, text: str, begin: str, end: str) -> tuple[str, str, str]:
    """What stands before a list, the list, and what stands after it; between two lines that mark it."""
    before, found_begin, rest = text.partition(begin)
    inside, found_end, after = rest.partition(end)
    if not (found_begin and found_end):
        raise not_found(path, f"the list between {begin.strip()!r} and {end.strip()!r}")
    return before + begin, inside, end + after


def packages(paths: Iterable[Path], docstring: str) -> Texts:
    """An `__init__.py` for each folder that has none."""
    files = [folder / "__init__.py" for folder in paths]
    return {file: f'"""{docstring}"""\n' for file in files if not file.exists()}


def not_found(path: Path, what: str) -> UserError:
    return UserError(f"{path} lacks {what}: put the day into its lists by hand")
