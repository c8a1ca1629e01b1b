"""Agreement: generated inputs through every route, which must all say the same.

For each example hypothesis draws a valid text and a seed. All routes must answer the text alike, and
as the puzzle module's brute force does where it can; then the text is damaged as the seed says, and
all must answer it alike or refuse it at the same line. What fails is shrunk to a small text. Of a day with parameters
what is drawn are inputs, and now and then it is a parameter that is damaged.
"""

from __future__ import annotations

import json
import math
import os
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from random import Random
from time import monotonic
from typing import Any
from unittest import SkipTest

from hypothesis import HealthCheck, Phase, Verbosity, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st

from crosscheck.judging import shrinking
from crosscheck.judging.counts import Counts
from crosscheck.judging.mutate import mutate
from crosscheck.puzzles import Input, Puzzle, as_input
from crosscheck.solvers.outcome import Answered, Outcome, Rejected, TimedOut, Timing, claim
from crosscheck.tree.cases import NO_LINE
from crosscheck.tree.units import visible

Route = Callable[[str, Mapping[str, int]], Outcome]
"""Solves one day's text, with parameters."""

Partition = dict[str, list[str]]
"""Every claim that was made of a text, and who made it."""

BRUTE_FORCE = "brute force"
PUZZLE_MODULE = "the puzzle module"
SEEDS = 2**32
LONGEST_SHOWN = 200  # characters of a text, in an error
DAMAGED_PARAMS = 0.2  # of the damaged inputs of a day that has parameters
SHRINKING = 60.0  # seconds, for a damaged text on which not all say the same
QUIETLY: dict[str, Any] = {
    "database": None,
    "deadline": None,
    "derandomize": False,
    "suppress_health_check": list(HealthCheck),
    "report_multiple_bugs": False,
    "verbosity": Verbosity.quiet,
}


@dataclass
class Disagreement:
    """A text of which not all say the same, or that somebody fails on."""

    made: Input
    claims: Partition
    damaged: bool = False
    hung: bool = False

    @property
    def kind(self) -> str:
        """Who holds against whom, and whether by answers, refusals or failures."""

        def sort_of(said: str) -> str:
            return said.split()[0] if said[:1].islower() else "answers"

        return "; ".join(sorted(f"{sort_of(said)}: {', '.join(names)}" for said, names in self.claims.items()))

    def entry(self) -> str:
        """What to paste into cases.toml; which claim is right is for a person to find out."""
        refused = [_line_of(said) for said in self.claims if said.startswith("refused")]
        proven = next((said for said, names in self.claims.items() if BRUTE_FORCE in names), None)
        who = visible("; ".join(f"{', '.join(names)}: {said}" for said, names in self.claims.items()))
        if refused and self.damaged:
            kind, fact = "reject", f"line = {min(refused)}"
        else:
            kind, fact = (
                "case",
                f"answers = {json.dumps(proven.split(', ') if proven else ['?', '?'])}",
            )
        params = ", ".join(f"{name} = {value}" for name, value in self.made.params.items())
        given = f"params = {{ {params} }}\n" if params else ""
        return f'# {who}\n[[{kind}]]\nname = "?"\ninput = {toml_string(self.made.text)}\n{given}{fact}\n'


class DisagreementError(Exception):
    """Not all say the same."""

    def __init__(self, found: Disagreement) -> None:
        who = "; ".join(f"{', '.join(names)}: {said}" for said, names in found.claims.items())
        text = found.made.text if len(found.made.text) <= LONGEST_SHOWN else found.made.text[:LONGEST_SHOWN] + "..."
        super().__init__(f"{who}, of {text!r} {dict(found.made.params) or ''}".rstrip())
        self.found = found


@dataclass
class Allowance:
    """So many seconds, of which the time does not count that was `waited` for a core, in nanoseconds, on a busy machine."""

    seconds: float = math.inf
    waited: Callable[[], int] = lambda: 0
    _began: float = field(default_factory=monotonic)
    _waited_before: int = field(init=False)
    _uncounted: float = 0.0
    _look_at: float = field(init=False)
    """It cannot be spent before; and to ask what was waited costs more than a request."""

    def __post_init__(self) -> None:
        self._waited_before = self.waited()
        self._look_at = self._began + self.seconds

    def spent(self) -> float:
        """The seconds that count so far."""
        waited = (self.waited() - self._waited_before) / 1e9
        return max(0.0, monotonic() - self._began - waited - self._uncounted)

    @contextmanager
    def uncounted(self) -> Iterator[None]:
        """What is done meanwhile does not count."""
        before = self.spent()
        yield
        self._uncounted += self.spent() - before

    @property
    def is_spent(self) -> bool:
        now = monotonic()
        if now < self._look_at:
            return False
        left = self.seconds - self.spent()
        self._look_at = now + left
        return left < 0


@dataclass(frozen=True, slots=True)
class Failed:
    """A disagreement, and how many examples from which seed show it."""

    found: Disagreement
    examples: int
    seed: int

    def as_json(self) -> dict[str, Any]:
        """As plain values."""
        found = self.found
        return {
            "input": found.made.text,
            "params": dict(found.made.params),
            "claims": found.claims,
            "seed": self.seed,
        }


@dataclass
class Checked(Counts):
    """What came of checking a day, or of a portion of it; after a disagreement there is no more."""

    examples: int = 0
    proven: int = 0  # of the examples: checked by brute force too
    refused: int = 0  # of as many damaged texts
    failed: list[Failed] = field(default_factory=list)  # by portion

    @property
    def inputs(self) -> int:
        return self.examples

    @property
    def disagreement(self) -> Disagreement | None:
        """The first of them."""
        return self.failed[0].found if self.failed else None

    @property
    def is_well(self) -> bool:
        return not self.failed

    def as_json(self) -> dict[str, Any]:
        return {
            "examples": self.examples,
            "by_brute_force": self.proven,
            "refused": self.refused,
            **super().as_json(),
            "disagreement": self.failed[0].as_json() if self.failed else None,
        }


def any_seed() -> int:
    """Where to start when nobody says: anywhere, but always at the same place in CI."""
    return 0 if os.environ.get("CI") == "true" else secrets.randbelow(1_000_000)


def check_day(
    puzzle: Puzzle,
    routes: Mapping[str, Route],
    examples: int,
    seed: int,
    *,
    fewest: int = 0,
    allowance: Allowance | None = None,
) -> Checked:
    """So many examples; fewer at a disagreement, or when the allowance is spent and there were the `fewest`."""
    done = Checked()
    allowance = allowance or Allowance()
    failed: dict[tuple[object, ...], DisagreementError] = {}

    @seeded(seed)
    @settings(max_examples=examples, phases=[Phase.generate, Phase.shrink], **QUIETLY)
    @given(puzzle.puzzles(), st.integers(0, SEEDS - 1))
    def check(drawn: str | Input, damage: int) -> None:
        made = as_input(drawn)
        example = made.text, tuple(made.params.items()), damage
        if failed and example in failed:
            raise failed[example]
        if any(one.found.hung for one in failed.values()):
            return  # not one to wait for again and again: it stays as it is
        if not failed and done.examples >= fewest and allowance.is_spent:
            raise SkipTest("enough")  # which hypothesis takes for the end
        try:
            proven = check_valid(puzzle, routes, made)
            refused = check_damaged(routes, damaged(puzzle, made, Random(damage)))
        except DisagreementError as error:
            failed[example] = error
            raise
        if not failed:
            done.examples += 1
            done.proven += proven
            done.refused += refused

    try:
        check()
    except SkipTest:
        pass
    except DisagreementError as error:
        found = error.found
        wrong = found.damaged and not found.hung
        smallest = shrunk(found, partial(check_damaged, routes)) if wrong else found
        done.failed.append(Failed(smallest, examples, seed))
    done.seconds = allowance.spent()
    return done


def damaged(puzzle: Puzzle, made: Input, rng: Random) -> Input:
    """The input with a small thing wrong: mostly with its text."""
    other = damaged_params(puzzle, made, rng)
    return Input(mutate(made.text, rng), made.params) if other is None else other


def damaged_params(puzzle: Puzzle, made: Input, rng: Random) -> Input | None:
    """Now and then, and only of a day that has parameters: the input with one of them wrong, or at its end."""
    if not puzzle.params or rng.random() >= DAMAGED_PARAMS:
        return None
    name = rng.choice(sorted(puzzle.params))
    _, low, high = puzzle.params[name]
    return Input(made.text, {**made.params, name: rng.choice((low - 1, low, high, high + 1, -1, 0))})


def check_valid(puzzle: Puzzle, routes: Mapping[str, Route], made: Input) -> bool:
    """All must answer, and alike, and as brute force does; True where that could say."""
    outcomes = {name: route(*made) for name, route in routes.items()}
    answered = [outcome.answers for outcome in outcomes.values() if isinstance(outcome, Answered)]
    known = puzzle.by_brute_force(made)
    if known is not None and answered:
        # A part that brute force leaves out is not held against anyone.
        one, two = (part or said for part, said in zip(known, answered[0], strict=True))
        outcomes[BRUTE_FORCE] = Answered((one, two), Timing(0))
    outcome = compare(made, outcomes)
    if isinstance(outcome, Rejected):
        claims = {claim(outcome): list(routes), "it is valid": [PUZZLE_MODULE]}
        raise DisagreementError(Disagreement(made, claims))
    return known is not None


def check_damaged(routes: Mapping[str, Route], made: Input) -> bool:
    """All must answer alike, or all refuse at the same line; True if they refused."""
    try:
        return isinstance(check_input(routes, made), Rejected)
    except DisagreementError as error:
        error.found.damaged = True
        raise


def check_input(routes: Mapping[str, Route], made: Input) -> Outcome:
    """What all say of the input, answered or rejected; an error where there is no such thing."""
    return compare(made, {name: route(*made) for name, route in routes.items()})


def compare(made: Input, outcomes: Mapping[str, Outcome]) -> Outcome:
    """What all said of the input, answered or rejected; an error where there is no such thing."""
    claims: Partition = {}
    for name, outcome in outcomes.items():
        claims.setdefault(claim(outcome), []).append(name)
    if len(claims) > 1 or not all(isinstance(one, Answered | Rejected) for one in outcomes.values()):
        hung = any(isinstance(one, TimedOut) for one in outcomes.values())
        raise DisagreementError(Disagreement(made, claims, hung=hung))
    return next(iter(outcomes.values()))


def shrunk(found: Disagreement, check: Callable[[Input], object]) -> Disagreement:
    """A disagreement of the same kind on a smaller text. Where a damaged text did any text will do."""
    smallest, kind = found, found.kind

    def fails(text: str) -> bool:
        nonlocal smallest
        try:
            check(Input(text, found.made.params))
        except DisagreementError as error:
            if error.found.kind == kind:
                smallest = error.found
                return True
        return False

    text = shrinking.shrunk(found.made.text, fails, SHRINKING)
    if text.endswith("\n"):
        fails(text.removesuffix("\n"))
    return smallest


def _line_of(said: str) -> int:
    """The line in a claim that an input is refused; `NO_LINE` where it is the whole."""
    last = said.split()[-1]
    return int(last) if last.isdigit() else NO_LINE


def toml_string(text: str) -> str:
    """The text as TOML writes it: line by line where every character can be seen."""
    if text.count("\n") > 1 and text.isascii() and text.replace("\n", "").isprintable():
        escaped = text.replace("\\", "\\\\").replace('"""', '""\\"')
        return f'"""\n{escaped}"""'
    plain = json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
    return "".join(char if char.isprintable() else f"\\U{ord(char):08x}" for char in plain)
