"""What `crosscheck watch` has to do, and how that is called off when something is saved in the meantime."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager


class Job:
    """Work on one language, which another thread may call off."""

    def __init__(self, key: str, rebuild: bool) -> None:
        """To be done: build the language, if `rebuild`, and try it."""
        self.key, self.rebuild = key, rebuild
        self.cancelled = False
        self.building = False
        self._lock = threading.Lock()
        self._stop: Callable[[], None] | None = None

    def cancel(self) -> None:
        """Call it off: what is running now is stopped."""
        with self._lock:
            self.cancelled = True
            if self._stop:
                self._stop()

    @contextmanager
    def stopped_by(self, stop: Callable[[], None]) -> Iterator[None]:
        """While in here, `stop` is how to call the work off."""
        with self._lock:
            self._stop = stop
            if self.cancelled:
                stop()
        try:
            yield
        finally:
            with self._lock:
                self._stop = None


class Jobs:
    """The languages that are still to be done. What came up last is done first, and what is being done is put off for it."""

    def __init__(self) -> None:
        self._news = threading.Condition()
        self._waiting: dict[str, bool] = {}  # language: build it?
        self._changed: list[str] = []
        self._current: Job | None = None
        self._fault: Exception | None = None

    def add(self, wanted: dict[str, bool], changed: Iterable[str] = ()) -> None:
        """To be done, in this order: {language: build it?}, because of these files."""
        with self._news:
            before = dict(self._waiting)
            # A build is let be unless its own files changed: to begin it anew would take longer than the rest of it.
            if self._current and (wanted.get(self._current.key) or not self._current.building):
                before = {self._current.key: self._current.rebuild, **before}
                self._current.cancel()
            both = {key: wanted.get(key, False) or before.get(key, False) for key in {**wanted, **before}}
            self._waiting = both
            self._changed.extend(changed)
            self._news.notify()

    def waiting(self) -> list[str]:
        """Who is to be done after the current job."""
        with self._news:
            return list(self._waiting)

    def fail(self, fault: Exception) -> None:
        """No more will come, because of this; `next` raises it."""
        with self._news:
            self._fault = fault
            self._news.notify()

    @contextmanager
    def next(self) -> Iterator[tuple[Job, list[str]]]:
        """Wait for a job; it is being done while in here. With it come the files that changed since the last one."""
        with self._news:
            self._news.wait_for(lambda: self._waiting or self._fault)
            if self._fault:
                raise self._fault
            key = next(iter(self._waiting))
            job = self._current = Job(key, self._waiting.pop(key))
            changed, self._changed = self._changed, []
        try:
            yield job, changed
        finally:
            with self._news:
                self._current = None
