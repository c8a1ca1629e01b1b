"""Rust's days are modules of their year's crate; its years are features of three crates, and in the type stubs."""

import re
from pathlib import Path

from crosscheck.rooms.lists import Texts, not_found, sorted_in

FEATURE = r'y\d{4} = \["[\w:/-]+"\]'
DEPENDENCY = r"aoc-y\d{4} = \{.*\}"
MODULE = r"pub mod day\d\d;"
DEFAULT = re.compile(r"^default = \[(.*)\]$", re.MULTILINE)


def with_day(root: Path, year: int, day: int) -> Texts:
    crate = root / f"rust/crates/aoc-y{year}"
    lib, line = crate / "src/lib.rs", f"pub mod day{day:02};"
    if lib.exists():
        texts = {lib: sorted_in(lib, lib.read_text(encoding="utf-8"), line, MODULE)}
    else:
        texts = _crate(crate, lib, line)
    return texts | _features(root / "rust/crates", year) | _stubs(root / "rust/python/aoc_rust", year)


def _crate(crate: Path, lib: Path, line: str) -> Texts:
    """A year's crate, like that of another year but for its days."""
    like = min(crate.parent.glob("aoc-y*/Cargo.toml")).parent
    files = [like / name for name in ("Cargo.toml", "build.rs", "src/lib.rs")]
    other, year = like.name.removeprefix("aoc-y"), crate.name.removeprefix("aoc-y")
    texts = {crate / path.relative_to(like): path.read_text(encoding="utf-8").replace(other, year) for path in files}
    without_days = re.sub(rf"^{MODULE}\n", "", texts[lib], flags=re.MULTILINE)
    return texts | {lib: f"{without_days}{line}\n"}


def _features(crates: Path, year: int) -> Texts:
    """The year as a feature of the facade, and of the crates that pass it on."""
    texts = {}
    for crate, feature in (("aoc", f"dep:aoc-y{year}"), ("aoc-cli", f"aoc/y{year}"), ("aoc-python", f"aoc/y{year}")):
        path = crates / crate / "Cargo.toml"
        texts[path] = sorted_in(path, path.read_text(encoding="utf-8"), f'y{year} = ["{feature}"]', FEATURE)
    facade = crates / "aoc/Cargo.toml"
    dependency = f'aoc-y{year} = {{ path = "../aoc-y{year}", optional = true }}'
    texts[facade] = _by_default(facade, sorted_in(facade, texts[facade], dependency, DEPENDENCY), year)
    return texts


def _by_default(path: Path, text: str, year: int) -> str:
    found = DEFAULT.search(text)
    if found is None:
        raise not_found(path, "the list of default features")
    years = sorted({*found[1].split(", "), f'"y{year}"'})
    return f"{text[: found.start(1)]}{', '.join(years)}{text[found.end(1) :]}"


def _stubs(stubs: Path, year: int) -> Texts:
    """The year as a module of `aoc_rust`. Every year's stub is the same."""
    package = stubs / "__init__.pyi"
    line, like = f"from aoc_rust import y{year} as y{year}", r"from aoc_rust import y\d{4} as y\d{4}"
    return {
        package: sorted_in(package, package.read_text(encoding="utf-8"), line, like),
        stubs / f"y{year}/__init__.pyi": min(stubs.glob("y*/__init__.pyi")).read_text(encoding="utf-8"),
    }
