"""A progress bar on stderr for whatever takes more than a second; nothing where nobody watches."""

from threading import Timer
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

PATIENCE = 1.0  # seconds before anything is shown


class Bar:
    """A context manager: `step` says what is being done now, `advance` that it is done."""

    def __init__(self, total: int, enabled: bool = True) -> None:
        """`total` is the number of `advance`s to come."""
        console = Console(stderr=True)
        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
        )
        self._task = self._progress.add_task("", total=total)
        self._timer = Timer(PATIENCE, self._progress.start)
        self._timer.daemon = True
        self._enabled = enabled and console.is_terminal and total > 0

    def __enter__(self) -> Self:
        if self._enabled:
            self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._enabled:
            self._timer.cancel()
            self._timer.join()  # it may be starting the display just now
            self._progress.stop()

    def step(self, what: str) -> None:
        """Name what is being done."""
        self._progress.update(self._task, description=what)

    def advance(self) -> None:
        """One more is done."""
        self._progress.advance(self._task)

    def extend(self, more: int) -> None:
        """There are so many more to come."""
        self._progress.update(self._task, total=(self._progress.tasks[0].total or 0) + more)
