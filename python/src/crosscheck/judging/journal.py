"""A campaign's journal: what it is of, and then a line for each portion that is done.

A line is on the disk before the next portion is begun, so a campaign goes on from its journal after any end. The portions that
were being done at that end are done again; what they had found has been saved already.
"""

import fcntl
import json
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from crosscheck.errors import UserError

FOLDER = Path(".build/campaigns")
TEXTS, MUTANTS = "texts", "mutants"
Day = tuple[int, int]
Line = Mapping[str, Any]


class Aim(msgspec.Struct, frozen=True, kw_only=True):
    """What a campaign is of: `kind` is `TEXTS` or `MUTANTS`, at `most` so many a day, for so many `seconds`."""

    kind: str
    seed: int
    days: list[Day]
    languages: list[str]
    seconds: float
    patience: float
    commit: str
    most: int | None = None
    checked: bool = False


class Journal:
    """The file. A context manager; nobody else writes it meanwhile."""

    def __init__(self, path: Path, new: Aim | None = None) -> None:
        """A new one, or the one that is there; a UserError where that cannot be."""
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("xb" if new else "r+b")
        except OSError as error:
            raise UserError(f"cannot open {path}: {error.strerror}") from None
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._file.close()
            raise UserError(f"{path}: this campaign is running") from None
        except OSError:
            pass  # some network drives have no locks: there it is as without
        if new:
            self._write(msgspec.json.encode(new))
            self.aim, self.lines = new, list[Line]()
        else:
            self.aim, self.lines = load(path)
            self._file.seek(_whole(path))
            self._file.truncate()

    @property
    def elapsed(self) -> float:
        """The seconds that the campaign has taken so far."""
        return max((line["elapsed"] for line in self.lines), default=0.0)

    def add(self, line: Line) -> None:
        """A portion is done."""
        self._write(json.dumps(line).encode())
        self.lines.append(line)

    def _write(self, line: bytes) -> None:
        try:
            self._file.write(line + b"\n")
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            raise UserError(f"cannot write {self.path}: {error.strerror}") from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


def name_of_new(kind: str) -> Path:
    """What a campaign that begins now is called; the path is from the root."""
    return FOLDER / f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}-{kind}.jsonl"


def load(path: Path) -> tuple[Aim, list[Line]]:
    """What it is of, and the portions that are done; a last line that was not written whole is none."""
    try:
        first, *rest = path.read_bytes()[: _whole(path)].splitlines()
        return msgspec.json.decode(first, type=Aim), [json.loads(line) for line in rest]
    except OSError as error:
        raise UserError(f"cannot read {path}: {error.strerror}") from None
    except (ValueError, msgspec.MsgspecError):
        raise UserError(f"{path}: not a campaign's journal") from None


def _whole(path: Path) -> int:
    """How many bytes of it are whole lines."""
    return path.read_bytes().rfind(b"\n") + 1
