"""Builds, tries and shows a day's solutions whenever one of its files changes."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from crosscheck.errors import UserError
from crosscheck.shown import tables
from crosscheck.solvers.solver import Solver
from crosscheck.tree.languages import Language
from crosscheck.watching import screen, trial
from crosscheck.watching.day_files import DayFiles
from crosscheck.watching.jobs import Job, Jobs
from crosscheck.watching.rebuild import build
from crosscheck.watching.screen import BUILDING, NOT_YET, RUNNING, Standing
from crosscheck.watching.trial import Material


class Watch:
    """The main thread builds, tries and shows; another one waits for files to change."""

    def __init__(self, root: Path, year: int, day: int, watched: list[Language], seconds: float) -> None:
        self._root, self._year, self._day, self._seconds = root, year, day, seconds
        self._standings = {language.key: Standing(language) for language in watched}
        self._files = DayFiles(root, year, day, watched)
        self._jobs = Jobs()
        self._out = tables.console()

    def run(self) -> None:
        """Everything once; then whatever changes, for ever."""
        with self._noticing():
            self._jobs.add(dict.fromkeys(self._standings, True))
            while True:
                with self._jobs.next() as (job, changed):
                    self._do(job, changed)

    def _do(self, job: Job, changed: list[str]) -> None:
        standing = self._standings[job.key]
        material = trial.gather(self._root, self._year, self._day)
        if changed:
            screen.changed(self._out, changed)
        for key in (*self._jobs.waiting(), job.key):  # what was said of them is of other files
            self._standings[key].clear()
        if standing.language.solution_path(self._root, self._year, self._day).is_file():
            self._build_and_try(job, standing, material)
        if not job.cancelled:
            standing.doing = "" if standing.trial or standing.complaint else NOT_YET
            self._show(material)

    def _build_and_try(self, job: Job, standing: Standing, material: Material) -> None:
        if job.rebuild and standing.language.build:
            self._now(standing, BUILDING, material)
            job.building = True
            colour = self._out.is_terminal and not self._out.no_color
            standing.complaint = build(job, self._root, standing.language.build, self._year, colour) or ""
            job.building = False
            job.rebuild = (
                bool(standing.complaint) or job.cancelled
            )  # called off from here on, it is only to be tried again
        if standing.complaint or job.cancelled:
            return
        self._now(standing, RUNNING, material)
        with (
            Solver(standing.language, self._root, timeout=self._seconds) as solver,
            job.stopped_by(solver.stop),
        ):
            standing.trial = trial.attempt(solver, material)

    def _now(self, standing: Standing, doing: str, material: Material) -> None:
        """Where somebody watches, say what is being done."""
        standing.doing = doing
        if self._out.is_terminal:
            self._show(material)

    def _show(self, material: Material) -> None:
        screen.show(self._out, material, list(self._standings.values()))

    @contextmanager
    def _noticing(self) -> Iterator[None]:
        """While in here, changes of files become jobs."""
        stop = threading.Event()
        thread = threading.Thread(target=self._notice, args=[stop], daemon=True)
        thread.start()
        try:
            yield
        finally:
            stop.set()
            thread.join()

    def _notice(self, stop: threading.Event) -> None:
        import watchfiles  # here: it is of no use to the other commands

        def concerns(_: watchfiles.Change, name: str) -> bool:
            path = Path(name)
            return bool(self._files.languages_of(path)) or self._files.is_everyones(path)

        try:
            for changes in watchfiles.watch(
                *self._files.folders(), watch_filter=concerns, stop_event=stop, raise_interrupt=False
            ):
                paths = sorted({Path(name) for _, name in changes})
                wanted = {key: True for path in paths for key in self._files.languages_of(path)}
                if any(map(self._files.is_everyones, paths)):
                    wanted |= {key: False for key in self._standings if key not in wanted}
                self._jobs.add(wanted, [path.name for path in paths])
        except Exception as error:  # whatever it is, the main thread must hear of it
            self._jobs.fail(UserError(f"cannot watch the files: {error}"))
