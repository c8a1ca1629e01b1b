"""The three columns as plug-ins of advent-of-code-data: with them its runner, the command `aoc`,
solves a day in each language for every user whose input it has.

`python/pyproject.toml` names them as entry points. Each is called with a day and an input, in a
process and a folder of its own, and returns the answers of both parts: None for a part, or a day,
that is not there. What it raises is shown in the runner's table, so it is short and plain.
"""

from aoc import registry
from aoc.text import InputError
from crosscheck.solvers.outcome import Answered, Answers, Unsupported, describe
from crosscheck.solvers.solver import Solver
from crosscheck.tree import languages, repository


class NoAnswerError(Exception):
    """The day was not solved, and why."""


def refusal(line: int | None, column: int | None, message: str) -> str:
    place = "" if line is None else f" at {line}:{column}"
    return f"refused{place}: {message}"


def python(year: int, day: int, data: str) -> Answers:
    """By the Python solutions, in this process."""
    try:
        return registry.load(year, day).run(data).answers
    except registry.UnknownDayError:
        return None, None
    except InputError as error:
        raise NoAnswerError(refusal(error.line, error.column, error.message)) from None


def rust(year: int, day: int, data: str) -> Answers:
    """By the Rust solutions as a Python module, in this process."""
    try:
        import aoc_rust
    except ImportError:
        raise NoAnswerError("not built; type: make rust-python") from None
    try:
        return aoc_rust.solve(year, day, data)
    except LookupError:
        return None, None
    except aoc_rust.InputError as error:
        raise NoAnswerError(refusal(error.line, error.column, error.message)) from None


def haskell(year: int, day: int, data: str) -> Answers:
    """By the Haskell program, as the harness asks it."""
    root = repository.find_root()
    language = languages.load(root).get("haskell")
    if language is None:
        raise NoAnswerError("left out by AOC_LANGS or the file .languages")
    with Solver(language, root) as solver:
        outcome = solver.solve(year, day, data)
    match outcome:
        case Answered(answers):
            return answers
        case Unsupported():
            return None, None
        case _:
            raise NoAnswerError(describe(outcome))
