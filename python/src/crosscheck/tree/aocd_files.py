"""advent-of-code-data's files: the session token, its users, and what its cache holds of each.

As its version 2.2 lays them out. `$AOCD_DIR` (default `~/.config/aocd`) has a folder a user, say
`github.ann.123/`, with `2021_07_input.txt` and, once the site has called them right,
`2021_07a_answer.txt` and `2021_07b_answer.txt`. `$AOCD_CONFIG_DIR` (default: the same folder) has
`token`, used where `$AOC_SESSION` is not set, and `token2id.json`, whose token is whose. That second
file we read but never add to: `crosscheck-users.json` beside it has the same by the tokens' hashes.

Nothing here asks the site.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path

from crosscheck.errors import UserError
from crosscheck.tree.cases import Recorded
from crosscheck.tree.files import PRIVATE, locked, write_whole

Environment = Mapping[str, str]

_DEFAULT = "~/.config/aocd"
_OWNERS, _OUR_OWNERS = "token2id.json", "crosscheck-users.json"


def token(environ: Environment) -> str | None:
    """The session token that is set, None where none is. The UserErrors do not show it."""
    where, said = "AOC_SESSION", environ.get("AOC_SESSION", "")
    if not said:
        where = str(_config(environ) / "token")
        said = next(iter(_read(Path(where)).split()), "")
    # Anything else would be quoted by the error of whoever is to send it.
    if said and not re.fullmatch(r"[0-9A-Za-z_-]+", said.strip()):
        raise UserError(
            f"{where} is not a session token, which is one long word of digits and letters, without `session=`"
        )
    return said.strip() or None


def owner(session: str, environ: Environment) -> str | None:
    """The user that a token belongs to, where that was learned before."""
    folder = _config(environ)
    return _object(folder / _OWNERS).get(session) or _object(folder / _OUR_OWNERS).get(_hash(session))


def learn_owner(session: str, user: str, environ: Environment) -> None:
    """Keep in mind whose token it is, without keeping the token."""
    path = _config(environ) / _OUR_OWNERS
    with locked(path.parent):
        write_whole(path, json.dumps({**_object(path), _hash(session): user}, indent=1, sort_keys=True) + "\n", PRIVATE)


def input_file(user: str, year: int, day: int, environ: Environment) -> Path:
    """Where a user's input is, or would be."""
    return _somewhere(cache(environ)) / user / f"{year}_{day:02}_input.txt"


def inputs(year: int, day: int, environ: Environment) -> dict[str, Path]:
    """The users whose input of a day is there, of those that `$AOC_USER` names (by a part of the
    name) where it is set: {user: file}, in order.
    """
    folder = cache(environ)
    found = sorted(folder.glob(f"*/{year}_{day:02}_input.txt")) if folder else []
    users = {path.parent.name: path for path in found}
    wanted = environ.get("AOC_USER", "")
    return {wanted: users[wanted]} if wanted in users else {user: users[user] for user in users if wanted in user}


def chosen_input(year: int, day: int, environ: Environment) -> Path | None:
    """The input of the one user who has it, or of the several the one whose token is set.

    A UserError where that leaves several.
    """
    users = inputs(year, day, environ)
    if len(users) > 1 and not environ.get("AOC_USER"):
        session = token(environ)
        mine = owner(session, environ) if session else None
        users = {mine: users[mine]} if mine in users else users
    if len(users) > 1:
        names = ", ".join(users)
        raise UserError(
            f"advent-of-code-data's cache has {year} day {day} of several users, {names}: "
            f"say whose, as in AOC_USER={next(iter(users))}"
        )
    return next(iter(users.values()), None)


def answers(file: Path, year: int, day: int) -> Recorded:
    """What the site has called right for the input in `file`."""
    one, two = (_read(file.with_name(f"{year}_{day:02}{part}_answer.txt")).strip() for part in "ab")
    return one or None, two or None


def cache(environ: Environment) -> Path | None:
    """The folder with a folder for each user; None where it would be in a home directory, and there is none."""
    return _expanded(environ.get("AOCD_DIR") or _DEFAULT)


def _config(environ: Environment) -> Path:
    said = environ.get("AOCD_CONFIG_DIR")
    return _somewhere(_expanded(said) if said else cache(environ))


def _expanded(path: str) -> Path | None:
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return None


def _somewhere(folder: Path | None) -> Path:
    if folder is None:
        raise UserError("there is no home directory: say in AOCD_DIR where advent-of-code-data is to keep its files")
    return folder


def _hash(session: str) -> str:
    return hashlib.sha256(session.encode()).hexdigest()


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError as error:
        raise UserError(f"cannot read {path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise UserError(f"{path} is not a text") from None


def _object(path: Path) -> dict[str, str]:
    try:
        read = json.loads(_read(path) or "{}")
    except ValueError as error:
        # Not the error's own text, which may quote the file.
        raise UserError(f"{path} is not JSON ({type(error).__name__}): mend or remove it") from None
    return read if isinstance(read, dict) else {}
