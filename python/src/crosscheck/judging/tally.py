"""What has come of a day, or of several, in all portions that a campaign's journal or `agree --json` tells of."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crosscheck.errors import UserError
from crosscheck.judging.counts import Counts

Day = tuple[int, int]


@dataclass
class Tally(Counts):
    """Counts of inputs; `damaged` are those of the damaged texts that were refused, `broken` portions that came to nothing."""

    texts: int = 0
    proven: int = 0
    damaged: int = 0
    mutants: int = 0
    refused: int = 0
    disagreements: int = 0
    broken: int = 0

    @property
    def inputs(self) -> int:
        return self.texts + self.mutants

    @property
    def is_well(self) -> bool:
        return not (self.disagreements or self.broken)

    def add(self, line: Mapping[str, Any]) -> None:
        """A line of a journal, or of `agree --json`."""
        if "mutants" in line:
            self.mutants += line["mutants"]
            self.refused += line["refused"]
            self.disagreements += line["disagreements"]
        elif "examples" in line:
            self.texts += line["examples"]
            self.proven += line["by_brute_force"]
            self.damaged += line["refused"]
            self.disagreements += line["disagreement"] is not None
        self.broken += "broke" in line
        self.retried += line.get("retried", [])
        self.seconds += line.get("seconds", 0.0)
        self.saved += line.get("saved", [])


def by_day(lines: Iterable[Mapping[str, Any]]) -> dict[Day, Tally]:
    """A tally for each day, in order; a UserError where a line lacks a count, as those of another version may."""
    found: dict[Day, Tally] = {}
    for line in lines:
        year, day = line["year"], line["day"]
        try:
            found.setdefault((year, day), Tally()).add(line)
        except KeyError as missing:
            raise UserError(
                f"what is told of {year} day {day} has no {missing}: another version of crosscheck wrote it"
            ) from None
    return dict(sorted(found.items()))


def read(path: Path) -> Iterator[Mapping[str, Any]]:
    """The portions that a journal tells of, or the days of `agree --json`; a UserError where it is neither."""
    try:
        for text in path.read_text(encoding="utf-8").splitlines(keepends=True):
            if not text.endswith("\n"):
                return  # not written whole, as its program was killed
            line = json.loads(text)
            if "year" in line and "day" in line:
                yield line
    except OSError as error:
        raise UserError(f"cannot read {path}: {error.strerror}") from None
    except (ValueError, TypeError):
        raise UserError(f"{path}: not a campaign's journal, nor what agree --json prints") from None
