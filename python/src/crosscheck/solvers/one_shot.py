"""A program that speaks no protocol: it reads an input on stdin and prints the answers, one a line."""

import os
import re
import selectors
import subprocess
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from crosscheck.solvers import memory
from crosscheck.solvers.outcome import (
    LONGEST_ANSWER,
    Answered,
    Answers,
    Crashed,
    Exited,
    Failure,
    Malformed,
    Outcome,
    Sampled,
    TimedOut,
    Timing,
)
from crosscheck.solvers.process import TICK, LastWords
from crosscheck.solvers.protocol import Hello
from crosscheck.solvers.solver import TIMEOUT, Solver
from crosscheck.system import children, environment
from crosscheck.system.children import Child
from crosscheck.tree.languages import Language

SWEEP = 1.0  # seconds between looks for what a run has left behind
MOST_SAID = 100_000  # bytes of stdout
MOST_QUOTED = 2_000  # characters of what it printed, where that is no answer
PARTS = ("part1", "part2")


@dataclass(frozen=True, slots=True)
class Reading:
    """How the answers are found in what a program prints: one a line, or where a `pattern` has its groups part1 and part2;
    a single line is the answer of `part`.
    """

    pattern: re.Pattern[str] | None = None
    part: int = 1

    def read(self, printed: str) -> Answers:
        """The answers; a ValueError says what is wrong."""
        answers = self._found(self.pattern, printed) if self.pattern else self._lines(printed)
        for answer in answers:
            if answer is not None and len(answer) > LONGEST_ANSWER:
                raise ValueError(f"an answer of {len(answer):,} characters on stdout, more than {LONGEST_ANSWER:,}")
        return answers

    def _lines(self, printed: str) -> Answers:
        lines = [line.strip() for line in printed.rstrip().splitlines()]
        if len(lines) not in (1, 2) or not all(lines):
            what = f"{len(lines)} lines" if len(lines) != 1 else "1 line"
            raise ValueError(f"{what} on stdout, expected two: the answers of part 1 and part 2")
        if len(lines) == 2:
            return lines[0], lines[1]
        return (lines[0], None) if self.part == 1 else (None, lines[0])

    def _found(self, pattern: re.Pattern[str], printed: str) -> Answers:
        found: dict[str, str] = {}
        for match in pattern.finditer(printed):
            found.update((name, answer.strip()) for name, answer in match.groupdict().items() if answer)
        if not found:
            raise ValueError(f"nothing on stdout is of the format '{pattern.pattern}'")
        one, two = (found.get(part) for part in PARTS)
        return one, two


ONE_A_LINE = Reading()


class OneShotSolver(Solver):
    """A process for each run, timed from its start to its end; an exit status other than 0 is a failure.

    Its stdin is a file that holds the input, so it may read as much of it as it likes. Nothing is tried
    twice: each try has a fresh process anyway.
    """

    def __init__(
        self, language: Language, root: Path, *, timeout: float = TIMEOUT, reading: Reading = ONE_A_LINE
    ) -> None:
        super().__init__(language, root, timeout=timeout)
        self._reading = reading
        self._env = environment.for_solvers()
        self._mark = children.new_mark()
        self._swept = time.monotonic()

    def hello(self) -> Hello | Failure:
        """A program that is not asked introduces itself by its name; which days it has is not known."""
        return Hello(self.language.title, "", "", "", ())

    def solve(self, year: int, day: int, text: str, params: Mapping[str, object] | None = None) -> Outcome:
        """Run it once. The day is for the program to know."""
        return self._run(text)

    def time(self, year: int, day: int, text: str, runs: int, params: Mapping[str, object] | None = None) -> Outcome:
        """Run it `runs` times, each in a process of its own."""
        samples: list[Answered] = []
        for _ in range(runs):
            outcome = self._run(text)
            if not isinstance(outcome, Answered):
                return outcome
            samples.append(outcome)
            if outcome.answers != samples[0].answers:
                return Crashed("answers changed between runs")
        return Sampled(samples[0].answers, tuple(sample.ns for sample in samples))

    def close(self) -> None:
        """End what a run may have left."""
        self._sweep()

    def _kill(self) -> None:
        self._sweep()

    def _sweep(self) -> None:
        children.end_marked(self._mark)
        self._swept = time.monotonic()

    def _run(self, text: str) -> Answered | Failure:
        with tempfile.TemporaryFile() as stdin:
            stdin.write(text.encode("utf-8"))
            stdin.seek(0)
            start = time.monotonic_ns()
            try:
                process = Child(
                    self.language.serve,
                    self.language.folder or self._root,
                    self._env,
                    stdin=stdin,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    most_memory=memory.most(),
                    mark=self._mark,
                )
            except OSError as error:
                return Malformed(f"could not be started: {error.strerror}")
        words = LastWords()
        try:
            said = self._read(process, words)
            if len(said) > MOST_SAID:
                return Malformed(f"more than {MOST_SAID:,} bytes on stdout", str(words))
            status = process.wait(self.timeout)
            took = time.monotonic_ns() - start
        except (TimeoutError, subprocess.TimeoutExpired):
            return TimedOut(self.timeout, stderr=str(words))
        finally:
            process.end()
            if time.monotonic() - self._swept > SWEEP:
                self._sweep()
        self.said = str(words)
        outcome = self._answered(said, took, self.said)
        if status != 0:
            return memory.explained(Exited(status, self.said, replied=isinstance(outcome, Answered)))
        return outcome

    def _read(self, process: Child, words: LastWords) -> bytes:
        """What it writes until it ends, or until that is too much; a TimeoutError when it does not end.

        Its stdout is read to the end, and its stderr as long as it runs: something it started may hold that open.
        """
        assert process.stdout is not None
        assert process.stderr is not None
        deadline = time.monotonic() + self.timeout
        said = b""
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            selector.register(process.stderr, selectors.EVENT_READ)
            while selector.get_map() and len(said) <= MOST_SAID:
                remaining = deadline - time.monotonic()
                answered = process.stdout not in selector.get_map()
                if remaining <= 0:
                    raise TimeoutError
                ready = selector.select(min(TICK, remaining) if answered else remaining)
                for key, _ in ready:
                    piece = os.read(key.fd, MOST_SAID)
                    if not piece:
                        selector.unregister(key.fileobj)
                    elif key.fileobj is process.stdout:
                        said += piece
                    else:
                        words.add(piece)
                if answered and not ready and process.poll() is not None:
                    break
        return said

    def _answered(self, said: bytes, took: int, stderr: str) -> Answered | Malformed:
        try:
            printed = said.decode("utf-8")
        except UnicodeDecodeError:
            return Malformed("stdout is not UTF-8", stderr)
        try:
            return Answered(self._reading.read(printed), Timing(took))
        except ValueError as error:
            return Malformed(str(error), "\n".join(filter(None, (printed.strip()[-MOST_QUOTED:], stderr))))
