"""The Rust solutions as WebAssembly: every recorded answer of every day, refusal and limit, as a page of the site gets it.

It is also a machine of 32 bits. `make site-wasm` builds it and runs this, in Node; where it is not built, or there is no Node, these tests are skipped.
"""

import shutil
from collections.abc import Iterator

import pytest

from crosscheck import puzzles
from crosscheck.judging.case_check import not_refused
from crosscheck.puzzles.input import as_input
from crosscheck.solvers.outcome import Answered, claim, describe
from crosscheck.solvers.solver import Solver
from crosscheck.tree import inputs
from crosscheck.tree.cases import Recorded
from crosscheck.tree.languages import Language
from places import ROOT
from routes import CASES, each_day, hello_of, variants

YEARS = sorted(int(file.stem) for file in ROOT.glob(".build/wasm/[0-9][0-9][0-9][0-9].wasm"))
pytestmark = [
    pytest.mark.skipif(not YEARS, reason="no WebAssembly, so its answers are not checked; type: make site-wasm"),
    pytest.mark.skipif(shutil.which("node") is None, reason="no Node, so the answers of WebAssembly are not checked"),
]


@pytest.fixture(scope="module")
def solver() -> Iterator[Solver]:
    # Its guard pages are more than the harness lets a program have.
    command = ("node", "--disable-wasm-trap-handler", "tests/support/wasm_serve.js", ".build/wasm")
    with Solver(Language("wasm", "WebAssembly", command, "", ""), ROOT) as solver:
        yield solver
    assert solver.incidents == []


def wrong(solver: Solver, year: int, day: int, text: str, recorded: Recorded, params: dict[str, int]) -> str:
    """What is wrong with an answer; nothing where it is right."""
    outcome = solver.solve(year, day, text, params)
    if not isinstance(outcome, Answered):
        return describe(outcome)
    pairs = zip(outcome.answers, recorded, strict=True)
    return "" if all(stated in (None, got) for got, stated in pairs) else f"{outcome.answers}, not {recorded}"


def test_it_has_every_day_that_rust_has(solver: Solver) -> None:
    days = hello_of(solver).days
    assert set(days) == {
        (int(file.parents[1].name[-4:]), int(file.stem[3:])) for file in ROOT.glob("rust/crates/aoc-y*/src/day*.rs")
    }


@each_day
def test_recorded_answers(solver: Solver, year: int, day: int) -> None:
    """Of cases, of the full-size input, and of inputs of your own."""
    faults = [
        f"{case.name}, {how}: {fault}"
        for case in CASES[year, day].cases
        for how, text in variants(case.input).items()
        if (fault := wrong(solver, year, day, text, case.answers, dict(case.params)))
    ]
    full = [inputs.shared(ROOT, year, day), *(inputs.read(ROOT, year, day, it) for it in inputs.own(ROOT, year, day))]
    faults += [f"{it.source}: {fault}" for it in full if (fault := wrong(solver, year, day, it.text, it.recorded, {}))]
    assert faults == []


@each_day
def test_refusals(solver: Solver, year: int, day: int) -> None:
    faults = [
        f"{reject.name}: {fault}"
        for reject in CASES[year, day].rejects
        if (fault := not_refused(solver.solve(year, day, reject.input, reject.params), reject))
    ]
    assert faults == []


@each_day
def test_limits(solver: Solver, year: int, day: int) -> None:
    """What is greatest in a domain is solved with 32 bits too."""
    faults = []
    for limit in puzzles.load(year, day).limits():
        made = as_input(limit.made)
        outcome = solver.solve(year, day, made.text, made.params)
        if claim(outcome) != limit.claim if limit.claim else not isinstance(outcome, Answered):
            faults.append(f"{limit.name}: {describe(outcome)}, expected {limit.claim or 'an answer'}")
    assert faults == []
