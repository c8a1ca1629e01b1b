"""How much memory a solver may have: `$AOC_MEMORY`, as 500MB or 8GB. The system refuses it more, on Linux.

What becomes of it then is up to the program, and in its own words.
"""

import os
import re
import sys
from dataclasses import replace
from typing import TypeVar

from crosscheck.errors import UserError
from crosscheck.solvers.outcome import Crashed, Exited, Outcome

Said = TypeVar("Said", bound=Outcome)

SETTING = "AOC_MEMORY"
DEFAULT = "4GB"
UNITS = {"MB": 1_000_000, "GB": 1_000_000_000}
LEAST = 10_000_000  # bytes: with less, none gets as far as to say what it lacks
_OUT_OF_IT = re.compile(
    r"out ?of ?memory|memoryerror|unable to (?:allocate|commit)|cannot allocate|memory allocation|bad_alloc|heap (?:is )?exhausted|heap overflow",
    re.IGNORECASE,
)


def most() -> int:
    """Bytes for each process of a solver; a UserError where the setting is not an amount."""
    said = os.environ.get(SETTING) or DEFAULT
    amount = re.fullmatch(r"([0-9]+) ?(MB|GB)", said, re.IGNORECASE)
    if amount is None or (number := int(amount[1]) * UNITS[amount[2].upper()]) < LEAST:
        raise UserError(f"{SETTING}={said} is not an amount of memory, from {LEAST // UNITS['MB']}MB, as 500MB or 8GB")
    return number


def explained(outcome: Said) -> Said:
    """The outcome, with the limit named where the program says that it ran out of memory."""
    if sys.platform == "linux":
        note = f"it may have {os.environ.get(SETTING) or DEFAULT} of memory, as {SETTING} says"
        if isinstance(outcome, Crashed) and _OUT_OF_IT.search(outcome.message):
            return replace(outcome, message=f"{outcome.message} ({note})")
        if isinstance(outcome, Exited) and _OUT_OF_IT.search(outcome.stderr):
            return replace(outcome, note=note)
    return outcome
