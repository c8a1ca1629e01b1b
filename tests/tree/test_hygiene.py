"""What is committed holds no secret, no path or address of the machine it was written on, and nobody's puzzle input."""

import os
import re
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# None of these patterns matches its own text below.
FORBIDDEN = {
    "a session token": r"(?<![0-9a-f])(?:(?=[0-9]*[a-f])(?=[a-f]*[0-9])[0-9a-f]{96,128}|53616c7465645f5[f][0-9a-f]{16,})(?![0-9a-f])",
    "a key": r"-----BEGIN [A-Z ]*PRIVATE KE[Y]|\bgh[pousr]_\w{30,}|\bAKI[A][A-Z0-9]{16}\b",
    "a path of somebody's home": r"(?<![\w.~-])/(?:home|Users)/\w|(?<![\w.~-])/roo[t]/",
    "a registry's address": r"//[\w.-]*(?:pypi|pythonhosted|crates|hackage)[.][\w.-]+(?::\d+)?/(?:simple|packages?|index|api)\b"
    r"|\bartifactor[y]\b|\bindex[.]crates[.]io|--(?:extra-)?index-ur[l]",
}


LONG = 40  # bytes of an input that is also looked for inside of other files

# Whose name says that it is somebody's own: as advent-of-code-data names its files, and where its session token is.
OWN = re.compile(
    r"(?:.*/)?(?:\.env|token|tokens?2?(?:id)?\.json|\d{4}_\d\d\w*_(?:input|answer)\.txt)|inputs/private/.*"
)
SHARED = re.compile(r"inputs/(?:README\.md|\d{4}/\d\d/(?:README\.md|cases\.toml|full\.txt))")


@cache
def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        pytest.skip("not a git checkout: nothing is tracked")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


@cache
def contents() -> dict[str, bytes]:
    """What is tracked, by its name in the tree: each file is read once."""
    return {file.relative_to(ROOT).as_posix(): file.read_bytes() for file in tracked()}


def plain(text: bytes) -> bytes:
    """A text without what does not matter to a puzzle: the kind of line ends, and those at the very end."""
    return text.replace(b"\r\n", b"\n").rstrip(b"\n")


@pytest.mark.parametrize(("what", "pattern"), FORBIDDEN.items(), ids=FORBIDDEN)
def test_no_tracked_file_holds(what: str, pattern: str) -> None:
    found = [
        f"{name}:{text.count(chr(10), 0, match.start()) + 1}"
        for name, data in contents().items()
        for text in [data.decode("utf-8", "replace")]
        for match in re.finditer(pattern, text)
    ]
    assert found == [], what


def test_no_tracked_file_names_the_folder_it_is_in() -> None:
    if len(ROOT.parts) < 3:
        pytest.skip(f"{ROOT} may stand anywhere")
    here = re.compile(rb"(?<![\w.-])" + re.escape(str(ROOT).encode()))  # not as a part of another path
    assert [name for name, data in contents().items() if here.search(data)] == []


@pytest.mark.parametrize(
    ("what", "example"),
    [
        ("a session token", "AOC_SESSION=" + "0123456789abcdef" * 6),
        ("a session token", "0123456789abcdef" * 8),
        ("a session token", "0123456789abcdef" * 7),
        ("a session token", "session=53616c7465645f5f" + "0123456789abcdef"),
        ("a key", "ghp" + "_" + "x" * 36),
        ("a path of somebody's home", "cd " + "/home" + "/ann/aoc"),
        ("a path of somebody's home", '"' + "/root" + '/.venv"'),
        ("a registry's address", "https://mirror.pypi" + ".org/simple"),
        ("a registry's address", "pip install --index" + "-url x"),
    ],
)
def test_the_patterns_find(what: str, example: str) -> None:
    assert re.search(FORBIDDEN[what], example)


@pytest.mark.parametrize(
    "example",
    [
        "registry+https://github.com/rust-lang/crates.io-index",
        'checksum = "' + "0" * 64 + '"',
        "123456789" * 12,
        "abcdef" * 18,
        "https://docs.rs/pyo3",
    ],
)
def test_the_patterns_leave_alone(example: str) -> None:
    assert not any(re.search(pattern, example) for pattern in FORBIDDEN.values())


def test_what_is_private_is_not_tracked() -> None:
    names = [str(file.relative_to(ROOT)) for file in tracked()]
    assert [name for name in names if OWN.fullmatch(name)] == []
    assert [name for name in names if name.startswith("inputs/") and not SHARED.fullmatch(name)] == []
    ignored = subprocess.run(
        ["git", "check-ignore", "inputs/private/2021/07.txt", "inputs/private/2021/answers.json", ".env"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert len(ignored.stdout.split()) == 3


def own_inputs() -> dict[bytes, str]:
    """The inputs that the person here has, wherever the harness would find them."""
    aocd = Path(os.environ.get("AOCD_DIR") or "~/.config/aocd").expanduser()
    folders = [ROOT / "inputs/private", aocd, *map(Path, filter(None, [os.environ.get("AOC_INPUTS")]))]
    files = [file for folder in folders for file in folder.rglob("*.txt")]
    return {
        plain(file.read_bytes()): file.name for file in files if re.fullmatch(r"(\d{4}_)?\d\d(_input)?\.txt", file.name)
    }


def test_no_real_input_is_tracked() -> None:
    real = own_inputs()
    if not real:
        pytest.skip("there is no real input to compare with: not in AOC_INPUTS, nor elsewhere")

    # A file that holds an input holds its second line as a line, which is soon looked up.
    long = [one for one in real if len(one) >= LONG]
    by_second_line: dict[bytes, list[bytes]] = {}
    short = [one for one in long if one.count(b"\n") < 2]
    for one in long:
        if one not in short:
            by_second_line.setdefault(one.split(b"\n", 2)[1], []).append(one)

    def holds_one(text: bytes) -> bool:
        text = plain(text)
        lines = by_second_line.keys() & set(text.split(b"\n"))
        candidates = [*short, *(one for line in lines for one in by_second_line[line])]
        return text in real or any(one in text for one in candidates)

    found = [name for name, data in contents().items() if holds_one(data)]
    for name, data in contents().items():
        if SHARED.fullmatch(name) and name.endswith("cases.toml"):
            cases = tomllib.loads(data.decode())
            found += [
                f"{name}: {case['name']}"
                for case in [*cases.get("case", []), *cases.get("reject", [])]
                if holds_one(str(case.get("input", "")).encode())
            ]
    assert found == []


def test_scripts_run() -> None:
    scripts = [file for file in tracked() if file.suffix == ".sh" or file == ROOT / ".ci/run"]
    assert scripts
    for script in scripts:
        assert os.access(script, os.X_OK), script
        subprocess.run(["bash", "-n", script], check=True)
