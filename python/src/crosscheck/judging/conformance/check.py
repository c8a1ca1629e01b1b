"""The whole checklist, on one program."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path

from crosscheck.judging.conformance.points import POINTS, Known
from crosscheck.judging.conformance.subject import Subject
from crosscheck.solvers.outcome import describe, stderr_of
from crosscheck.solvers.process import ExchangeError
from crosscheck.solvers.protocol import Hello, ProtocolError
from crosscheck.tree import cases


@dataclass(frozen=True, slots=True)
class PointTried:
    """A point of the checklist; `fault` is empty when the program does as it should.

    A point that needs cases is not tried where there are none for the program's days.
    """

    point: str
    fault: str = ""
    stderr: str = ""
    tried: bool = True


def check(subject: Subject, root: Path, among: Container[tuple[int, int]] | None = None) -> Iterator[PointTried]:
    """Every point in turn; each is tried whatever became of the others. Cases are those of the days `among` which, or of all."""
    known: list[Known] = []
    for point, (attempt, can_be_tried) in POINTS.items():
        if not can_be_tried(known):
            yield PointTried(point, tried=False)
            continue
        fault, stderr = "", ""
        try:
            subject.start()
            if not known and subject.hello:
                known = _known(subject.hello, root, among)
            fault = attempt(subject, known) or ""
        except ProtocolError as error:
            fault = f"malformed reply: {error}"
        except ExchangeError as error:
            fault, stderr = describe(error.outcome), stderr_of(error.outcome)
        except OSError as error:
            fault = f"could not be started: {error.strerror}"
        if fault:
            subject.stop()
        yield PointTried(point, fault, stderr)


def _known(hello: Hello, root: Path, among: Container[tuple[int, int]] | None) -> list[Known]:
    days = []
    for year, day in hello.days:
        if among is not None and (year, day) not in among:
            continue
        found = cases.load_day(root, year, day)
        if found.cases and not found.draft:
            days.append(Known(year, day, found.cases, found.rejects))
    return days
