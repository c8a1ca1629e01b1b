"""Reading the results that were stored as JSON: only of the schema that is written now."""

from pathlib import Path
from typing import TypeVar

import msgspec

from crosscheck.errors import UserError

Kind = TypeVar("Kind")


class _AnySchema(msgspec.Struct):
    schema: int


def load(path: Path, kind: type[Kind], schema: int, command: str) -> Kind:
    """The result in a file, which `crosscheck COMMAND` wrote; a UserError says what is wrong with it."""
    try:
        text = path.read_bytes()
    except OSError as error:
        raise UserError(f"cannot read {path}: {error.strerror}") from None
    return decoded(text, str(path), kind, schema, command)


def decoded(text: bytes, name: str, kind: type[Kind], schema: int, command: str) -> Kind:
    """The same from its text; `name` is what the file is called."""
    try:
        found = msgspec.json.decode(text, type=_AnySchema).schema
        if found != schema:
            raise UserError(f"{name} has schema {found}; this crosscheck reads schema {schema}: {command} it again")
        return msgspec.json.decode(text, type=kind)
    except msgspec.MsgspecError as error:
        raise UserError(f"{name} is not a result of `crosscheck {command}`: {error}") from None
