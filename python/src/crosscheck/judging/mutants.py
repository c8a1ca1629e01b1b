"""Mutants: a day's cases, rejects, full-size input and one's own inputs, damaged or changed, through every route.

All must answer a mutant alike, or refuse it alike: at the same line, and at the same column where two are roads to the
same solutions. A mutant is known by its seed and number, so they are the same again whoever tries which of them.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from random import Random
from typing import Any

from crosscheck import puzzles
from crosscheck.errors import UserError
from crosscheck.judging.agreement import (
    Allowance,
    Disagreement,
    DisagreementError,
    Route,
    compare,
    damaged_params,
    shrunk,
)
from crosscheck.judging.counts import Counts
from crosscheck.judging.finding import Finding
from crosscheck.judging.mutate import mutate
from crosscheck.puzzles import Input, Puzzle
from crosscheck.solvers.outcome import Outcome, Rejected
from crosscheck.tree import cases, inputs, repository

SMALL = 5000  # characters
LARGE = 0.1  # of the mutants are made of a larger text
LAWFUL = 0.15  # of those made of a valid text are first changed as a law of the puzzle says
SPLICED = 0.1
AT_THE_ENDS = 0.1
DONOR = 20_000  # characters of a text to splice from

Twins = Iterable[tuple[str, str]]
"""Routes that lead to the same solutions."""


@dataclass(frozen=True, slots=True)
class Base:
    """What mutants are made of; the laws of the puzzle hold of what `is_valid`."""

    name: str
    made: Input
    is_valid: bool = False


@dataclass(frozen=True, slots=True)
class Ground:
    """A day, what its mutants are made of, texts of other days, and the numbers that its domain names."""

    puzzle: Puzzle
    small: tuple[Base, ...]
    large: tuple[Base, ...]
    donors: tuple[str, ...]
    numbers: tuple[int, ...]


@dataclass
class Mutated(Counts):
    """What came of a day's mutants, or of a portion of them; of those alike a disagreement is saved once."""

    answered: int = 0
    refused: int = 0
    disagreements: int = 0

    @property
    def inputs(self) -> int:
        return self.answered + self.refused + self.disagreements

    @property
    def is_well(self) -> bool:
        return not self.disagreements

    def as_json(self) -> dict[str, Any]:
        return {
            "mutants": self.inputs,
            "answered": self.answered,
            "refused": self.refused,
            "disagreements": self.disagreements,
            **super().as_json(),
        }


@cache
def ground(root: Path, year: int, day: int) -> Ground:
    """What there is to make mutants of."""
    puzzle = puzzles.load(year, day)
    bases = _bases(root, year, day) or [Base("the generator's input", Input(puzzle.full(1)), is_valid=True)]
    small = tuple(base for base in bases if len(base.made.text) <= SMALL)
    large = tuple(base for base in bases if len(base.made.text) > SMALL)
    others = [it for it in repository.days_with_inputs(root) if it[0] == year and it[1] != day]
    donors = tuple(text for other in others for text in _donors(root, *other))
    return Ground(puzzle, small, large, donors, _numbers(puzzle))


@cache
def _donors(root: Path, year: int, day: int) -> list[str]:
    """What the mutants of other days take of this one."""
    return [base.made.text[:DONOR] for base in _bases(root, year, day, own=False)]


def _bases(root: Path, year: int, day: int, own: bool = True) -> list[Base]:
    known = cases.load_day(root, year, day)
    bases = [
        *(
            Base(f"the case {case.name!r}", Input(case.input, case.params), _is_plain(case.input))
            for case in known.cases
        ),
        *(Base(f"the reject {reject.name!r}", Input(reject.input, reject.params)) for reject in known.rejects),
    ]
    full = repository.day_folder(root, year, day) / "full.txt"
    if full.is_file():
        bases.append(Base("the full-size input", Input(full.read_text(encoding="utf-8")), is_valid=True))
    for place in inputs.own(root, year, day) if own else ():
        try:
            bases.append(Base(f"the input {place[1]}", Input(inputs.read(root, year, day, place).text)))
        except UserError:
            continue  # an empty file, for example, is not an input
    return bases


def _is_plain(text: str) -> bool:
    """Whether the text is written as the laws expect it."""
    return "\r" not in text and text.endswith("\n") and not text.endswith("\n\n")


def _numbers(puzzle: Puzzle) -> tuple[int, ...]:
    """Those in the statement of the domain, and what is just outside of them."""
    found = {int(digits.replace(",", "")) for digits in re.findall(r"[0-9](?:,?[0-9])*", puzzle.domain)}
    return tuple(sorted({sign * (number + by) for number in found for by in (-1, 0, 1) for sign in (1, -1)}))


def mutant(day: Ground, seed: int, number: int) -> tuple[Base, Input]:
    """The mutant of that number, and what it was made of."""
    rng = Random(f"{day.puzzle.year} {day.puzzle.day} {seed} {number}")
    base = rng.choice(day.large if day.large and (not day.small or rng.random() < LARGE) else day.small)
    made = base.made
    if base.is_valid and day.puzzle.laws and rng.random() < LAWFUL:
        made = _lawful(day.puzzle, made, rng)
        if rng.random() < 0.5:
            return base, made
    if other := damaged_params(day.puzzle, made, rng):
        return base, other
    text = made.text
    if day.donors and rng.random() < SPLICED:
        text = _spliced(text, rng.choice(day.donors), rng)
    elif day.numbers and rng.random() < AT_THE_ENDS:
        text = _with_number(text, rng.choice(day.numbers), rng)
    else:
        text = mutate(text, rng)
    return base, Input(text, made.params)


def _lawful(puzzle: Puzzle, made: Input, rng: Random) -> Input:
    """Changed as a law of the puzzle says; as it was where no law says anything of it."""
    law = rng.choice(puzzle.laws)
    try:
        return puzzle.changed(law, made, rng) or made
    except (ValueError, LookupError):  # a case that is not valid: the tests of the cases find that
        return made


def _spliced(text: str, donor: str, rng: Random) -> str:
    """Some lines of the donor between, or in the place of, those of the text."""
    lines, others = text.split("\n"), donor.split("\n")
    at, start = rng.randint(0, len(lines)), rng.randrange(len(others))
    piece = others[start : start + rng.choice((1, 1, 2, 5, len(others)))]
    return "\n".join(lines[:at] + piece + lines[at + rng.choice((0, 1, len(lines))) :])


def _with_number(text: str, number: int, rng: Random) -> str:
    """The number in the place of one of the text."""
    places = list(re.finditer(r"-?[0-9]+", text))
    if not places:
        return text + str(number)
    place = rng.choice(places)
    return text[: place.start()] + str(number) + text[place.end() :]


def check_mutant(routes: Mapping[str, Route], twins: Twins, made: Input) -> Outcome:
    """What all say of it; an error where they differ, or where one fails."""
    outcomes = {name: route(*made) for name, route in routes.items()}
    said = compare(made, outcomes)
    for one, two in twins:
        first, second = outcomes[one], outcomes[two]
        if isinstance(first, Rejected) and isinstance(second, Rejected) and first.column != second.column:
            claims = {f"refused at {it.line}:{it.column}": [name] for name, it in ((one, first), (two, second))}
            raise DisagreementError(Disagreement(made, claims, damaged=True))
    return said


def run_portion(
    root: Path,
    day: Ground,
    routes: Mapping[str, Route],
    twins: Twins,
    seed: int,
    numbers: range,
    known: set[str],
    allowance: Allowance | None = None,
) -> Mutated:
    """These mutants, or the first of them when the allowance is spent; see `run_inputs`."""
    mutants = ((number, *mutant(day, seed, number)) for number in numbers)
    numbered = ((number, base.name, made) for number, base, made in mutants)
    return run_inputs(root, day.puzzle, partial(check_mutant, routes, twins), seed, numbered, known, allowance)


def run_inputs(
    root: Path,
    puzzle: Puzzle,
    check: Callable[[Input], Outcome],
    seed: int,
    numbered: Iterable[tuple[int, str, Input]],
    known: set[str],
    allowance: Allowance | None = None,
) -> Mutated:
    """These inputs, each with a number and what it was made of. A disagreement is shrunk and saved at once, unless its like is `known`."""
    done, allowance = Mutated(), allowance or Allowance()
    for number, base, made in numbered:
        if allowance.is_spent:
            break
        try:
            if isinstance(check(made), Rejected):
                done.refused += 1
            else:
                done.answered += 1
        except DisagreementError as error:
            done.disagreements += 1
            if (kind := error.found.kind) not in known:
                known.add(kind)
                found = error.found
                if not found.hung:
                    with allowance.uncounted():
                        found = shrunk(found, check)
                saved = Finding(puzzle.year, puzzle.day, seed, number, base, *found.made, found.claims).save(root)
                done.saved.append(str(saved))
    done.seconds = allowance.spent()
    return done
