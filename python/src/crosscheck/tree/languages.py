"""The languages of `languages.toml`: the only place where the harness learns their names."""

import os
import shlex
import shutil
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from pathlib import Path

from crosscheck.errors import UserError
from crosscheck.tree.repository import LANGUAGES_FILE


@dataclass(frozen=True, slots=True)
class Language:
    """One table of `languages.toml`; what each key means is said at the top of that file.

    Somebody else's solver (crosscheck.solvers.guests) has no table: it runs in a `folder` of its own, and
    one that is `cold` speaks no protocol.
    """

    key: str
    title: str
    serve: tuple[str, ...]
    solution: str
    lexer: str
    build: str = ""
    checked: tuple[str, ...] | None = None
    quick: tuple[str, ...] | None = None
    solve: tuple[str, ...] | None = None
    list: tuple[str, ...] | None = None
    compile: str | None = None
    toolchain: str | None = None
    install: str | None = None
    same_as: str | None = None
    template: str | None = None
    header: str | None = None
    aim: str | None = None
    wasm: str | None = None
    folder: Path | None = None
    cold: bool = False

    def solution_path(self, root: Path, year: int, day: int) -> Path:
        """Where this language's solution of a day is, or would be."""
        return root / self.solution.format(year=year, day=day)

    def wasm_path(self, root: Path, year: int) -> Path | None:
        """Where this language's solutions of a year would be as WebAssembly, if it is built as that."""
        return root / self.wasm.format(year=year) if self.wasm else None

    def how_to_build(self, checked: bool = False) -> str:
        """What to type when the program, or its checked build, is not there."""
        if self.folder or not self.build:
            return f".venv/bin/crosscheck conform -- {shlex.join(self.serve)}"
        make = f"make {self.build}{'-checked' if checked else ''}"
        if self.install is None or not self.lacks_toolchain:
            return make
        return self.install if self.install.startswith("make ") else f"{self.install} && {make}"

    @property
    def lacks_toolchain(self) -> bool:
        """Whether it cannot be built here."""
        return self.toolchain is not None and shutil.which(self.toolchain) is None

    def quickly_built(self) -> "Language":
        """The same language as the build that a change costs least; itself where there is only one."""
        return self if self.quick is None else replace(self, serve=self.quick, build=f"{self.build}-quick")


LASTING = ".languages"
_COMMANDS = {"serve", "checked", "quick", "solve", "list"}
_NOT_IN_A_TABLE = {"key", "folder", "cold"}
KEYS = {field.name for field in fields(Language)} - _NOT_IN_A_TABLE
_REQUIRED = {field.name for field in fields(Language) if field.default is MISSING} - _NOT_IN_A_TABLE


def load(root: Path, environ: Mapping[str, str] = os.environ) -> dict[str, Language]:
    """Every language by its key, in the file's order; of those only what `$AOC_LANGS` names, or else the file `.languages`,
    for whoever has only some. A file that is wrong raises UserError with the table and the key.
    """
    every = _load(root)
    for where, said in {"AOC_LANGS": environ.get("AOC_LANGS", ""), LASTING: _read(root / LASTING)}.items():
        wanted = said.replace(",", " ").split()
        if wanted:
            for key in sorted({*wanted} - every.keys()):
                raise UserError(f"{where}: no language {key!r}; there are {', '.join(every)}")
            return {key: language for key, language in every.items() if key in wanted}
    return every


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _load(root: Path) -> dict[str, Language]:
    path = root / LANGUAGES_FILE
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UserError(f"cannot read {path}: {error.strerror}") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UserError(f"{path}: {error}") from None
    languages = {key: _language(path, key, table) for key, table in tables.items()}
    if not languages:
        raise UserError(f"{path}: no language")
    for language in languages.values():
        if language.same_as is not None and language.same_as not in languages:
            raise UserError(f"{path}: [{language.key}] same_as: no table [{language.same_as}]")
    return languages


def choose(languages: dict[str, Language], wanted: Iterable[str]) -> list[Language]:
    """The languages of `wanted` (keys; each may list several, comma separated) in the file's order;
    all when none is wanted.
    """
    keys = {word.strip().lower() for text in wanted for word in text.split(",") if word.strip()}
    for key in sorted(keys - languages.keys()):
        raise UserError(f"no language {key!r}; there are {', '.join(languages)}")
    return [language for key, language in languages.items() if not keys or key in keys]


def _language(path: Path, key: str, table: object) -> Language:
    def wrong(what: str) -> UserError:
        return UserError(f"{path}: [{key}] {what}")

    if not isinstance(table, dict):
        raise wrong("is not a table")
    for name in sorted(_REQUIRED - table.keys()):
        raise wrong(f"has no {name}")
    for name in sorted(table.keys() - KEYS):
        raise wrong(f"{name}: no such key")
    fields: dict[str, str | tuple[str, ...]] = {}
    for name, value in table.items():
        if name in _COMMANDS:
            if not (isinstance(value, list) and value and all(isinstance(word, str) for word in value)):
                raise wrong(f"{name}: expected a list of words")
            fields[name] = tuple(value)
        elif isinstance(value, str):
            fields[name] = value
        else:
            raise wrong(f"{name}: expected a string")
    return Language(key=key, **fields)  # type: ignore[arg-type]  # each field's type was checked above
