"""Writing a file whole or not at all."""

import os
import tempfile
from pathlib import Path

from crosscheck.errors import UserError


def write_whole(path: Path, text: str) -> None:
    """Put `text` in place of what is there, folder and all, for its owner alone to read. A UserError
    leaves what was there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise UserError(f"cannot write {path}: {error.strerror}") from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(temporary).replace(path)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise UserError(f"cannot write {path}: {error.strerror}") from None
