"""Agreement: generated inputs through every route, which must all say the same.

For each example hypothesis draws a valid text and a seed. All routes must answer the text alike, and
as the puzzle module's brute force does where it can; then the text is damaged as the seed says, and
all must answer it alike or refuse it at the same line. What fails is shrunk to a small text.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from time import monotonic
from typing import Any

from hypothesis import HealthCheck, Phase, Verbosity, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st

from crosscheck.judging.mutate import mutate
from crosscheck.puzzles import Puzzle
from crosscheck.solvers.outcome import Answered, Outcome, Rejected, TimedOut, Timing, claim

Route = Callable[[str], Outcome]
"""Solves one day's text."""

Partition = dict[str, list[str]]
"""Every claim that was made of a text, and who made it."""

BRUTE_FORCE = "brute force"
PUZZLE_MODULE = "the puzzle module"
SEEDS = 2**32
_QUIETLY: dict[str, Any] = {
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

    text: str
    claims: Partition
    damaged: bool = False
    hung: bool = False

    def entry(self) -> str:
        """What to paste into cases.toml; which claim is right is for a person to find out."""
        refused = [int(said.split()[-1]) for said in self.claims if said.startswith("refused")]
        proven = next((said for said, names in self.claims.items() if BRUTE_FORCE in names), None)
        who = "; ".join(f"{', '.join(names)}: {said}" for said, names in self.claims.items())
        if refused and self.damaged:
            kind, fact = "reject", f"line = {min(refused)}"
        else:
            kind, fact = (
                "case",
                f"answers = {json.dumps(proven.split(', ') if proven else ['?', '?'])}",
            )
        return f'# {who}\n[[{kind}]]\nname = "?"\ninput = {toml_string(self.text)}\n{fact}\n'


class DisagreementError(Exception):
    """Not all say the same."""

    def __init__(self, found: Disagreement) -> None:
        super().__init__(found)
        self.found = found


@dataclass
class Checked:
    """What came of checking a day, or of a portion of it."""

    examples: int = 0
    proven: int = 0  # of the examples: checked by brute force too
    refused: int = 0  # of as many damaged texts
    seconds: float = 0.0
    disagreement: Disagreement | None = None

    def __add__(self, other: Checked) -> Checked:
        return Checked(
            self.examples + other.examples,
            self.proven + other.proven,
            self.refused + other.refused,
            self.seconds + other.seconds,
            self.disagreement or other.disagreement,
        )


def any_seed() -> int:
    """Where to start when nobody says: anywhere, but always at the same place in CI."""
    return 0 if os.environ.get("CI") == "true" else secrets.randbelow(1_000_000)


def some_texts(puzzle: Puzzle, count: int, seed: int) -> list[str]:
    """Valid texts, as `check_day` begins with."""
    texts: list[str] = []

    @seeded(seed)
    @settings(max_examples=count, phases=[Phase.generate], **_QUIETLY)
    @given(puzzle.puzzles())
    def collect(text: str) -> None:
        texts.append(text)

    collect()
    return texts


def check_day(puzzle: Puzzle, routes: Mapping[str, Route], examples: int, seed: int) -> Checked:
    """So many examples, fewer at a disagreement."""
    done = Checked()
    failed: dict[tuple[str, int], DisagreementError] = {}

    @seeded(seed)
    @settings(max_examples=examples, phases=[Phase.generate, Phase.shrink], **_QUIETLY)
    @given(puzzle.puzzles(), st.integers(0, SEEDS - 1))
    def check(text: str, damage: int) -> None:
        if failed and (text, damage) in failed:
            raise failed[text, damage]
        if any(one.found.hung for one in failed.values()):
            return  # not one to wait for again and again: it stays as it is
        try:
            proven = check_valid(puzzle, routes, text)
            refused = check_damaged(routes, mutate(text, Random(damage)))
        except DisagreementError as error:
            failed[text, damage] = error
            raise
        if not failed:
            done.examples += 1
            done.proven += proven
            done.refused += refused

    start = monotonic()
    try:
        check()
    except DisagreementError as error:
        found = error.found
        done.disagreement = shrunk(found, routes) if found.damaged and not found.hung else found
    done.seconds = monotonic() - start
    return done


def check_valid(puzzle: Puzzle, routes: Mapping[str, Route], text: str) -> bool:
    """All must answer, and alike, and as brute force does; True where that could say."""
    outcomes = {name: route(text) for name, route in routes.items()}
    answered = [outcome.answers for outcome in outcomes.values() if isinstance(outcome, Answered)]
    known = puzzle.oracle(text) if puzzle.oracle else None
    if known is not None and answered:
        # A part that brute force leaves out is not held against anyone.
        one, two = (part or said for part, said in zip(known, answered[0], strict=True))
        outcomes[BRUTE_FORCE] = Answered((one, two), Timing(0))
    outcome = compare(text, outcomes)
    if isinstance(outcome, Rejected):
        claims = {claim(outcome): list(routes), "it is valid": [PUZZLE_MODULE]}
        raise DisagreementError(Disagreement(text, claims))
    return known is not None


def check_damaged(routes: Mapping[str, Route], text: str) -> bool:
    """All must answer alike, or all refuse at the same line; True if they refused."""
    try:
        return isinstance(check_text(routes, text), Rejected)
    except DisagreementError as error:
        error.found.damaged = True
        raise


def check_text(routes: Mapping[str, Route], text: str) -> Outcome:
    """What all say of the text, answered or rejected; an error where there is no such thing."""
    return compare(text, {name: route(text) for name, route in routes.items()})


def compare(text: str, outcomes: Mapping[str, Outcome]) -> Outcome:
    """What all said of the text, answered or rejected; an error where there is no such thing."""
    claims: Partition = {}
    for name, outcome in outcomes.items():
        claims.setdefault(claim(outcome), []).append(name)
    if len(claims) > 1 or not all(isinstance(one, Answered | Rejected) for one in outcomes.values()):
        hung = any(isinstance(one, TimedOut) for one in outcomes.values())
        raise DisagreementError(Disagreement(text, claims, hung=hung))
    return next(iter(outcomes.values()))


def shrunk(found: Disagreement, routes: Mapping[str, Route]) -> Disagreement:
    """The disagreement on a smaller text. Where a damaged text did any text will do, so lines and
    then characters are left out for as long as the routes still disagree."""
    for split in (_lines, list):
        pieces = split(found.text)
        size = len(pieces)
        while size := size // 2 if len(pieces) > 1 else 0:
            at = 0
            while at < len(pieces):
                fewer = pieces[:at] + pieces[at + size :]
                try:
                    check_damaged(routes, "".join(fewer))
                    at += size
                except DisagreementError as error:
                    found, pieces = error.found, fewer
    return found


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def toml_string(text: str) -> str:
    """The text as TOML writes it: line by line where every character can be seen."""
    if text.count("\n") > 1 and text.isascii() and text.replace("\n", "").isprintable():
        escaped = text.replace("\\", "\\\\").replace('"""', '""\\"')
        return f'"""\n{escaped}"""'
    plain = json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
    return "".join(char if char.isprintable() else f"\\U{ord(char):08x}" for char in plain)
