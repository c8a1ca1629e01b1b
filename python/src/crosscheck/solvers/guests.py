"""Other people's solvers beside ours: `--with 'NAME=COMMAND'`, or without a name `--with COMMAND`.

COMMAND is split into words as a shell would, but no shell runs it. Its program is found in PATH, or from the
current folder, where it runs. `NAME=serve:COMMAND` is a program that speaks the protocol of tests/PROTOCOL.md.
Any other is a cold program, see crosscheck.solvers.one_shot.
"""

import re
import shlex
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from crosscheck.errors import UserError
from crosscheck.solvers.one_shot import ONE_A_LINE, OneShotSolver, Reading
from crosscheck.solvers.solver import TIMEOUT, Solver
from crosscheck.tree import repository
from crosscheck.tree.languages import Language

SERVES = "serve:"
NAME = r"\w[\w.+-]*"
UNNAMED = "yours"
SHELLS = {";", "|", "||", "&&", "&", ">", "<", "2>&1"}
"""What a shell would not take for a program's argument."""


def parse(texts: Iterable[str], languages: Mapping[str, Language]) -> list[Language]:
    """What `--with` names, as languages without a table; a UserError that says what is wrong."""
    taken = {name.casefold() for key, language in languages.items() for name in (key, language.title)}
    guests = []
    for text in texts:
        guest = parse_one(text)
        if guest.key.casefold() in taken:
            raise UserError(f"--with {guest.key}=...: that name is taken; give it another")
        taken.add(guest.key.casefold())
        guests.append(guest)
    return guests


def parse_one(text: str) -> Language:
    """A program, by `NAME=COMMAND` or by its command alone; a UserError that says what is wrong."""
    named = re.match(f"({NAME})=", text)
    name, label = (named[1], named[0]) if named else (UNNAMED, "")
    command = text.removeprefix(label)
    if not command.strip():
        raise UserError(f"--with {text}: expected NAME=COMMAND, as in --with 'mine=python3 mine.py'")
    return _guest(name, label, command)


def parse_warm(texts: Iterable[str], languages: Mapping[str, Language]) -> list[Language]:
    """The same, of programs that can time themselves; a UserError for a cold one."""
    guests = parse(texts, languages)
    for guest in guests:
        if guest.cold:
            raise UserError(
                f"--with {guest.key}=...: a cold process cannot be timed against warm ones; "
                f"if it speaks the protocol, say {guest.key}=serve:COMMAND"
            )
    return guests


def solver(language: Language, root: Path, *, timeout: float = TIMEOUT, reading: Reading = ONE_A_LINE) -> Solver:
    """The solver of a language, which may be a guest; `reading` is for one that is cold."""
    if language.cold:
        return OneShotSolver(language, root, timeout=timeout, reading=reading)
    return Solver(language, root, timeout=timeout)


def _guest(name: str, label: str, command: str) -> Language:
    """`label` is what `--with` says before the command."""
    serves = command.startswith(SERVES)
    try:
        words = shlex.split(command.removeprefix(SERVES))
    except ValueError as error:
        raise UserError(f"--with {label}{command}: {error}") from None
    if shell := next((word for word in words if word in SHELLS or word.endswith(";")), None):
        raise UserError(
            f"--with {label}...: {shell!r} is a shell's, and no shell runs; for one, say {label}'sh -c \"...\"'"
        )
    program = shutil.which(words[0]) if words else None
    if program is None:
        missing = words[0] if words else ""
        raise UserError(f"--with {label}...: no program {missing!r} in PATH or here; is it there, and executable?")
    here = repository.here()
    serve = (str(here / program), *words[1:])
    return Language(name, name, serve, solution="", lexer="text", folder=here, cold=not serves)
