"""The tree holds together: solutions, lists of days, inputs and puzzle modules name the same days."""

from collections.abc import Callable

from crosscheck import puzzles
from crosscheck.rooms import facts
from crosscheck.solvers.solver import Solver
from crosscheck.tree import advent
from places import ROOT
from routes import DAYS, DONE, KEYS, LANGUAGES, UNREADABLE, each_day, each_language, hello_of

HASKELL_WIDTH = 110
OpenSolver = Callable[[str], Solver]


def solutions(key: str) -> list[tuple[int, int]]:
    """The days that have a file where languages.toml says a solution is."""
    return [
        (year, day)
        for year in range(advent.FIRST_YEAR, 2100)
        for day in range(1, advent.MOST_DAYS + 1)
        if LANGUAGES[key].solution_path(ROOT, year, day).is_file()
    ]


def test_there_are_days() -> None:
    assert DONE
    assert UNREADABLE == []


def test_every_day_is_in_the_calendar() -> None:
    for year, day in DAYS:
        advent.check(year, day)


def test_every_day_has_a_puzzle_module() -> None:
    assert puzzles.days() == DAYS


@each_language
def test_every_solution_has_a_day_and_every_day_that_is_done_a_solution(language: str) -> None:
    assert set(solutions(language)) <= set(DAYS)
    if LANGUAGES[language].template or LANGUAGES[language].same_as:  # another may have some days only
        assert set(DONE) <= set(solutions(language))


@each_language
def test_a_program_lists_the_days_that_have_a_solution(solver_of: OpenSolver, language: str) -> None:
    assert list(hello_of(solver_of(language)).days) == solutions(language)


@each_day
def test_of_a_day_that_is_done(year: int, day: int) -> None:
    assert facts.missing(ROOT, year, day) == []


def test_every_language_is_a_witness_or_a_road_to_one() -> None:
    roads = {LANGUAGES[key].same_as for key in KEYS} - {None}
    assert all(LANGUAGES[key].same_as is None for key in roads if key)
    assert sum(LANGUAGES[key].same_as is None for key in KEYS) >= 2


def test_haskell_is_no_wider_than_a_page() -> None:
    """The formatters of the other languages see to that; ormolu leaves lines as they are. Imports and pictures may be wider."""
    wide = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in sorted(ROOT.glob("haskell/aoc-[chy]*/**/*.hs"))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > HASKELL_WIDTH and not line.startswith(("import ", "-- >"))
    ]
    assert wide == []
