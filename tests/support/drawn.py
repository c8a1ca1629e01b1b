"""Inputs drawn from a puzzle module, as `crosscheck agree` draws them."""

from hypothesis import Phase, given, settings
from hypothesis import seed as seeded

from crosscheck.judging.agreement import QUIETLY
from crosscheck.puzzles import Input, Puzzle, as_input


def some_inputs(puzzle: Puzzle, count: int, seed: int) -> list[Input]:
    """Valid inputs, as `check_day` begins with."""
    inputs: list[Input] = []

    @seeded(seed)
    @settings(max_examples=count, phases=[Phase.generate], **QUIETLY)
    @given(puzzle.puzzles())
    def collect(made: str | Input) -> None:
        inputs.append(as_input(made))

    collect()
    return inputs
