"""Writing a file whole or not at all."""

import contextlib
import fcntl
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from crosscheck.errors import UserError

EVERYBODYS, PRIVATE = 0o644, 0o600


def refuse_unwritable(path: Path) -> None:
    """A UserError where a file cannot be made, or replaced: to be said before the work that is to be kept."""
    if path.is_dir():
        raise UserError(f"cannot write {path}: it is a folder")
    try:
        tempfile.TemporaryFile(dir=next(folder for folder in path.absolute().parents if folder.exists())).close()
    except OSError as error:
        raise UserError(f"cannot write {path}: {error.strerror}") from None


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Meanwhile no other process is in here for the same folder: what is read here is still so when it is written.

    Some network drives have no locks; there it is as without.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise UserError(f"cannot write to {folder}: {error.strerror}") from None
    try:
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def write_whole(path: Path, text: str, mode: int = EVERYBODYS) -> None:
    """Put `text` in place of what is there, folder and all, when everything is on the disk. A UserError
    leaves what was there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise UserError(f"cannot write {path}: {error.strerror}") from None
    new = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        new.chmod(mode)
        new.replace(path)
    except OSError as error:
        raise UserError(f"cannot write {path}, which is as it was: {error.strerror}") from None
    finally:
        new.unlink(missing_ok=True)
