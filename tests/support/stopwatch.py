"""Times of programs that are asked for them in turn, and sessions that are held again when the machine did not hold still."""

from collections.abc import Callable, Sequence
from typing import TypeAlias, TypeVar

import pytest

from crosscheck.ruler.timing import WAIT, WAIT_NS
from crosscheck.solvers.outcome import Sampled
from crosscheck.solvers.solver import Solver
from trees import LIARS_FULL

DAY = 2021, 1
RUNS = 40
BLOCKS, BLOCK_RUNS = 8, 10  # of a program that is timed in turn with others, after a block of warm-up
ALIKE = 1.1  # the least times of two looks at the same program may differ so much
SESSIONS = 5  # at most, until one that no other work has spoilt

alone = pytest.mark.alone
Steps: TypeAlias = tuple[int, int, int]
"""Nanoseconds of parse, part 1 and part 2."""

Read = TypeVar("Read")


def samples(solver: Solver, text: str = LIARS_FULL, runs: int = RUNS) -> list[Steps]:
    """The steps, run by run."""
    outcome = solver.time(*DAY, text, runs)
    assert isinstance(outcome, Sampled), outcome
    return [run.steps for run in outcome.runs if run.steps]


def had_a_core(solver: Solver, before: int, runs: Sequence[Steps]) -> bool:
    """Whether the kernel says that the program hardly waited for a core while it made these runs."""
    return solver.waited() - before <= WAIT * sum(map(sum, runs)) + WAIT_NS


def alike(blocks: Sequence[Sequence[Steps]]) -> bool:
    """Whether every other block has the same least time as the blocks between: then waiting spoilt nothing."""
    looks = [min(sum(run) for block in blocks[begin::2] for run in block) for begin in (0, 1)]
    return max(looks) <= ALIKE * min(looks)


def least(*programs: tuple[Solver, str]) -> tuple[list[Steps], bool]:
    """The least time of each step of each program on its text, and whether the machine held still.

    The least is what the work takes, whatever else the machine does for a moment. What the machine does for longer
    meets all programs, since they take turns.
    """
    seen: list[list[list[Steps]]] = [[] for _ in programs]
    had_cores = True
    for _ in range(BLOCKS + 1):
        for (solver, text), blocks in zip(programs, seen, strict=True):
            before = solver.waited()
            blocks.append(samples(solver, text, BLOCK_RUNS))
            had_cores = had_cores and had_a_core(solver, before, blocks[-1])
    kept = [blocks[1:] for blocks in seen]
    steps = [zip(*(run for block in blocks for run in block), strict=True) for blocks in kept]
    return [(min(parse), min(part1), min(part2)) for parse, part1, part2 in steps], had_cores or all(map(alike, kept))


def hold(session: Callable[[], tuple[Read, bool]], faults: Callable[[Read], list[str]]) -> None:
    """Hold sessions until one reads everything right: other work can spoil one, a wrong ruler is wrong in each.

    A session is what it read, and whether the machine held still. Where most sessions are spoilt the test is skipped.
    """
    wrong: list[str] = []
    for _ in range(SESSIONS):
        read, still = session()
        found = faults(read)
        if not found:
            return
        if still:
            wrong.append("; ".join(found))
    if len(wrong) > SESSIONS / 2:
        pytest.fail(f"in each of {len(wrong)} sessions: {wrong[-1]}")
    pytest.skip(
        f"the machine did not hold still: in {SESSIONS - len(wrong)} of {SESSIONS} sessions other work had the cores"
    )


def unless(right: dict[str, bool], read: object) -> list[str]:
    """The statements that do not hold, with what was read."""
    return [f"not so: {statement}; read: {read}" for statement, holds in right.items() if not holds]
