"""`make new` and `make done`: what a day begins with compiles and is listed, nothing is lost, and a draft ends when nothing is missing."""

import re
import shutil
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from crosscheck import puzzles
from crosscheck.__main__ import command_line
from crosscheck.commands.new import which_day
from crosscheck.errors import UserError
from crosscheck.rooms import facts, lists
from crosscheck.rooms.templates import UNTITLED
from crosscheck.tree import cases, languages
from crosscheck.tree.cases import DayCases
from places import ROOT
from tools import is_exact
from trees import CASES, Said, Tree, plant

KEYS = ("python", "rust", "haskell")
# Of the days that there are, those of one year are enough.
OTHER_DAYS = re.compile(r".*[yY]20(?!21)\d\d/.*[dD]ay\d\d\.\w+")
NEEDED = re.compile(
    r"(languages\.toml|pyproject\.toml|templates/.*|python/src/.*|rust/.*\.(rs|toml|lock|pyi)|haskell/.*\.(hs|cabal))"
)
SHARED = {
    "inputs/2031/01/README.md",
    "inputs/2031/01/cases.toml",
    "python/src/crosscheck/puzzles/y2031/day01.py",
    "python/src/crosscheck/puzzles/y2031/__init__.py",
}
ROOMS = {
    "python": {"python/src/aoc/y2031/day01.py", "python/src/aoc/y2031/__init__.py"},
    "rust": {
        "rust/crates/aoc-y2031/src/day01.rs",
        "rust/crates/aoc-y2031/src/lib.rs",
        "rust/crates/aoc-y2031/build.rs",
        "rust/crates/aoc-y2031/Cargo.toml",
        "rust/crates/aoc/Cargo.toml",
        "rust/crates/aoc-cli/Cargo.toml",
        "rust/crates/aoc-python/Cargo.toml",
        "rust/python/aoc_rust/y2031/__init__.pyi",
        "rust/python/aoc_rust/__init__.pyi",
    },
    "haskell": {
        "haskell/aoc-y2031/src/AoC/Y2031/Day01.hs",
        "haskell/aoc-y2031/src/AoC/Y2031.hs",
        "haskell/aoc-y2031/aoc-y2031.cabal",
    },
}


def is_needed(name: str) -> bool:
    return bool(NEEDED.fullmatch(name) and not OTHER_DAYS.fullmatch(name) and (ROOT / name).is_file())


@pytest.fixture(scope="module")
def sources() -> dict[str, bytes]:
    """The files of the tree that matter to a new day."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    return {name: (ROOT / name).read_bytes() for name in listed if is_needed(name)}


@pytest.fixture
def tree(tmp_path: Path, sources: dict[str, bytes]) -> Path:
    """A copy of the tree without its inputs."""
    for name, content in sources.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


def contents(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def new(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(command_line, ["--root", str(root), "new", *arguments])


def begin(root: Path, day: int, *arguments: str) -> set[str]:
    """Begin a day of 2031: the files that are new or changed, which are those that it names."""
    before = contents(root)
    said = new(root, "-y", "2031", "-d", str(day), *arguments)
    assert said.exit_code == 0, said.exception
    touched = {name for name, content in contents(root).items() if before.get(name) != content}
    assert touched == set(re.findall(r"^  (?:new|changed) +(.+)$", said.output, re.MULTILINE))
    return touched


def test_a_day_is_five_rooms_and_the_lists_that_name_it(tree: Path) -> None:
    assert begin(tree, 1) == SHARED.union(*ROOMS.values())
    assert cases.is_draft(tree, 2031, 1)
    assert begin(tree, 2) == {
        "inputs/2031/02/README.md",
        "inputs/2031/02/cases.toml",
        "python/src/crosscheck/puzzles/y2031/day02.py",
        "python/src/aoc/y2031/day02.py",
        "rust/crates/aoc-y2031/src/day02.rs",
        "rust/crates/aoc-y2031/src/lib.rs",
        "haskell/aoc-y2031/src/AoC/Y2031/Day02.hs",
        "haskell/aoc-y2031/src/AoC/Y2031.hs",
        "haskell/aoc-y2031/aoc-y2031.cabal",
    }


@pytest.mark.parametrize("first", KEYS)
def test_a_language_can_be_added_later_and_the_others_stay(tree: Path, first: str) -> None:
    assert begin(tree, 1, "-l", first, "--title", "Odd Socks") == SHARED | ROOMS[first]
    rest = [key for key in KEYS if key != first]
    assert begin(tree, 1, "-l", ",".join(rest)) == ROOMS[rest[0]] | ROOMS[rest[1]]
    for key in KEYS:
        solution = languages.load(tree)[key].solution_path(tree, 2031, 1)
        assert "Odd Socks" in solution.read_text()


@pytest.mark.parametrize("first", KEYS)
def test_nothing_is_overwritten(tree: Path, first: str) -> None:
    begin(tree, 1, "-l", first)
    before = contents(tree)
    said = new(tree, "-y", "2031", "-d", "1")
    assert isinstance(said.exception, UserError)
    assert str(languages.load(tree)[first].solution_path(Path(), 2031, 1)) in str(said.exception)
    assert "LANGS=" in str(said.exception)
    assert contents(tree) == before


def test_when_one_file_cannot_be_written_none_is(tree: Path) -> None:
    (tree / "rust/python/aoc_rust/y2031").touch()
    before = contents(tree)
    said = new(tree, "-y", "2031", "-d", "1")
    assert isinstance(said.exception, UserError)
    assert "nothing was written: " in str(said.exception)
    assert contents(tree) == before
    assert not (tree / "inputs").exists()


@pytest.mark.parametrize(
    ("file", "mark"),
    [
        ("rust/crates/aoc/Cargo.toml", "default = ["),
        ("rust/crates/aoc/Cargo.toml", "\naoc-y"),
        ("rust/crates/aoc-cli/Cargo.toml", "\ny"),
        ("rust/crates/aoc-python/Cargo.toml", "\ny"),
        ("rust/python/aoc_rust/__init__.pyi", "from aoc_rust import y"),
        ("haskell/aoc-y2031/src/AoC/Y2031.hs", "days =\n"),
        ("haskell/aoc-y2031/src/AoC/Y2031.hs", "import AoC.Day"),
        ("haskell/aoc-y2031/src/AoC/Y2031.hs", "import qualified AoC.Y"),
        ("haskell/aoc-y2031/src/AoC/Y2031.hs", "day "),
        ("haskell/aoc-y2031/aoc-y2031.cabal", "    AoC.Y2031.Day"),
    ],
)
def test_a_list_that_is_laid_out_otherwise_is_named_and_nothing_written(tree: Path, file: str, mark: str) -> None:
    if "2031" in file:
        begin(tree, 1)
    text = (tree / file).read_text()
    assert mark in text
    (tree / file).write_text(text.replace(mark, mark.replace(mark.strip()[0], "?", 1)))
    before = contents(tree)
    said = new(tree, "-y", "2031", "-d", "2")
    assert isinstance(said.exception, UserError)
    assert re.search(rf"{file} lacks .* by hand", str(said.exception))
    assert contents(tree) == before


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("day", [1, 25])
def test_a_day_is_listed_once(key: str, day: int) -> None:
    assert (ROOT / f"inputs/2021/{day:02}").is_dir()
    assert all(path.read_text() == text for path, text in lists.with_day(key, ROOT, 2021, day).items())


@pytest.mark.parametrize("key", KEYS)
def test_lists_are_in_order_whatever_the_order_of_the_days(tree: Path, key: str) -> None:
    days = [(2015, 25), (2031, 2), (2031, 12)]

    def listed(order: list[tuple[int, int]]) -> dict[str, bytes]:
        for year, day in order:
            for path, text in lists.with_day(key, tree, year, day).items():
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
        made = contents(tree)
        for name in made.keys() - before.keys():
            (tree / name).unlink()
        for name, content in before.items():
            (tree / name).write_bytes(content)
        return made

    before = contents(tree)
    assert before != listed(days) == listed(days[::-1])


WRONG = {
    "a year before all": (["-y", "2014", "-d", "1"], "there is no year 2014: the first is 2015"),
    "a day past the twelve": (["-y", "2031", "-d", "13"], "day 13 of 2031 does not exist: its days are 1 to 12"),
    "a day past Christmas": (["-y", "2024", "-d", "26"], "day 26 of 2024 does not exist: its days are 1 to 25"),
    "day 0": (["-y", "2031", "-d", "0"], "day 0 of 2031 does not exist"),
    "a year without a day": (["-y", "2031"], "which day? as in: make new YEAR=2031 DAY=1"),
    "an unknown language": (["-y", "2031", "-d", "1", "-l", "klingon"], "no language 'klingon'"),
    "a second road to a language": (
        ["-y", "2031", "-d", "1", "-l", "rust-from-python"],
        "has no room of its own, but that of rust",
    ),
    "a name with a quote": (["-y", "2031", "-d", "1", "--title", 'the "day"'], "leave out quotes"),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_cannot_be_is_one_clear_line(tree: Path, what: str) -> None:
    arguments, clear = WRONG[what]
    before = contents(tree)
    said = new(tree, *arguments)
    assert isinstance(said.exception, UserError)
    assert clear in str(said.exception)
    assert len(str(said.exception).splitlines()) == 1
    assert contents(tree) == before


EASTERN = timezone(timedelta(hours=-5))


def test_in_december_nothing_said_means_today() -> None:
    midnight = datetime(2026, 12, 3, tzinfo=EASTERN)
    assert which_day(None, None, midnight) == (2026, 3)
    assert which_day(None, None, midnight - timedelta(seconds=1)) == (2026, 2)
    assert which_day(None, 1, midnight) == (2026, 1)
    assert which_day(None, 0, midnight) == (2026, 0), "which is no day, and not today"
    assert which_day(2021, 7, midnight) == (2021, 7)
    for now in (datetime(2026, 11, 30, tzinfo=EASTERN), datetime(2026, 12, 13, tzinfo=EASTERN)):
        with pytest.raises(UserError, match="which day"):
            which_day(None, None, now)
    assert which_day(None, None, datetime(2024, 12, 25, tzinfo=EASTERN)) == (2024, 25)


# What the templates make, looked at by each language's own tools: a day with two parts, and the last one.


@pytest.fixture
def begun(tree: Path) -> Path:
    begin(tree, 1)
    begin(tree, 12, "--title", "The End")
    for key in KEYS:
        last = languages.load(tree)[key].solution_path(tree, 2031, 12).read_text()
        assert "part1" in last
        assert "part2" not in last
    return tree


def run(*command: str, cwd: Path) -> str:
    ran = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def test_the_python_rooms_are_clean_and_run(begun: Path) -> None:
    rooms = [f"python/src/{room}/y2031" for room in ("aoc", "crosscheck/puzzles")]
    stubs = "rust/python/aoc_rust"
    run(sys.executable, "-m", "ruff", "check", "--no-cache", *rooms, stubs, cwd=begun)
    run(sys.executable, "-m", "ruff", "format", "--no-cache", "--check", *rooms, stubs, cwd=begun)
    run(sys.executable, "-m", "mypy", "--cache-dir", str(begun / "cache"), *rooms, cwd=begun)
    run(sys.executable, "-m", "doctest", "python/src/aoc/y2031/day01.py", "python/src/aoc/y2031/day12.py", cwd=begun)
    script = (
        "from aoc import registry; from crosscheck import puzzles\n"
        "for puzzle in (puzzles.load(2031, 1), puzzles.load(2031, 12)):\n"
        "    print(puzzle.title, registry.load(2031, puzzle.day).run(puzzle.full(1)).answers)"
    )
    said = run(sys.executable, "-c", script, cwd=begun / "python/src")
    assert said.splitlines() == [f"{UNTITLED} (None, None)", "The End (None, None)"]


RUST_WITH_A_PARAMETER = """//! A day that answers its parameter.

use aoc_core::params::{Param, Params};
use aoc_core::text::InputError;

/// The row.
pub const PARAMS: &[Param] = &[Param { name: "row", default: 2000, range: 0..=4000 }];

/// Reads nothing.
pub fn parse(_text: &str, params: &Params) -> Result<i64, InputError> {
    Ok(params["row"])
}

/// The row.
pub fn part1(row: &i64) -> i64 {
    *row
}
"""


def test_the_rust_rooms_are_clean_and_run(begun: Path) -> None:
    cargo = shutil.which("cargo")
    assert cargo, "no cargo"
    rust = begun / "rust"
    # The libraries of others are built once and stay; what is built here of our own goes again.
    target = ["--target-dir", str(ROOT / "rust/target/rooms")]
    program = ["-p", "aoc-cli", "--no-default-features", "--features", "y2031", *target]
    if is_exact("rustc"):
        run(cargo, "fmt", "-p", "aoc-y2031", "--check", cwd=rust)
        run(cargo, "clippy", "--quiet", "--offline", *program, "--", "--deny", "warnings", cwd=rust)
    aoc_rs = [cargo, "run", "--quiet", "--offline", *program, "--"]
    assert run(*aoc_rs, "list", cwd=rust) == "2031 1\n2031 12\n"
    # A day that declares parameters gets them, wherever that is built.
    (rust / "crates/aoc-y2031/src/day12.rs").write_text(RUST_WITH_A_PARAMETER)
    text = begun / "input.txt"
    text.write_text("1\n")
    assert run(*aoc_rs, "solve", "2031", "12", str(text), cwd=rust) == "2000\n"
    assert run(*aoc_rs, "solve", "2031", "12", "--param", "row=10", str(text), cwd=rust) == "10\n"
    ours = [word for crate in (rust / "crates").iterdir() for word in ("-p", crate.name)]
    run(cargo, "clean", "--quiet", "--offline", *ours, *target, cwd=rust)


def test_the_haskell_rooms_are_clean(begun: Path) -> None:
    core, year = (begun / "haskell" / package / "src" for package in ("aoc-core", "aoc-y2031"))
    days = [str(year / f"AoC/{module}.hs") for module in ("Y2031", "Y2031/Day01", "Y2031/Day12")]
    strict = " -Werror" * is_exact("ghc")
    ghc = f"ghc -v0 -fno-code -Wall -Wcompat{strict} -i{core} -i{year} -outputdir {begun}/out".split()
    run(str(ROOT / "scripts/cabal.sh"), "exec", "--verbose=0", "--", *ghc, *days, cwd=begun)
    if is_exact("ormolu"):
        run("ormolu", "--mode", "check", *days, cwd=begun)


# done


def finish(root: Path, monkeypatch: pytest.MonkeyPatch | None = None) -> Result:
    """`crosscheck done` on a tree of fakes; with a monkeypatch, as if the tree itself lacked nothing."""
    if monkeypatch:
        monkeypatch.setattr(facts, "FACTS", {})
        monkeypatch.setattr(puzzles, "has", lambda year, day: False)
    return CliRunner().invoke(command_line, ["--root", str(root), "done", "-y", "2021", "-d", "1"])


DRAFT = "# Why.\ndraft = true\n\n"


def test_a_draft_that_lacks_nothing_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = plant(tmp_path, Ada="", Basic="")
    file = tree.write("inputs/2021/01/cases.toml", DRAFT + CASES.lstrip())
    said = finish(tmp_path, monkeypatch)
    assert (said.exit_code, said.output.count("\n")) == (0, 1)
    assert file.read_text() == CASES.lstrip()
    again = finish(tmp_path, monkeypatch)
    assert "is no draft" in str(again.exception)


@pytest.mark.parametrize(
    ("how", "line"),
    [
        ("other_answer", "Basic, case 'one that fakes may spoil': part 2 is 7, expected 9"),
        ("no_part_2", "Basic has no part 2 yet"),
        ("reject", "Basic, case 'one that fakes may spoil': refused at 1:1: expected better"),
        ("unsupported", "Basic, case 'one that fakes may spoil': does not have 2021 day 1"),
        ("absent", "Basic: not built (no/such/program); type: make basic"),
    ],
)
def test_what_the_programs_lack_is_said_and_it_stays_a_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str, line: str
) -> None:
    tree = plant(tmp_path, Ada="", Basic=how)
    text = DRAFT + CASES.replace('["1", "-"]', '["1", "9"]')
    file = tree.write("inputs/2021/01/cases.toml", text)
    said = finish(tmp_path, monkeypatch)
    assert said.exit_code == 1
    assert said.output.splitlines() == ["2021 day 1 stays a draft:", f"  {line}"]
    assert file.read_text() == text


def test_a_program_that_was_built_without_the_day_is_to_be_built_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = plant(tmp_path, Ada="", Basic="hello_another_day")
    tables = (tmp_path / "languages.toml").read_text(encoding="utf-8")
    tree.write("languages.toml", tables.replace("lexer =", 'template = "day"\nlexer ='))
    tree.write("inputs/2021/01/cases.toml", DRAFT + CASES)
    assert finish(tmp_path, monkeypatch).exit_code == 0, "that the file is not there is for the facts to say"
    tree.write("inputs/2021/01/cases.toml", DRAFT + CASES)
    tree.write("x/2021/01", "")
    said = finish(tmp_path, monkeypatch)
    assert said.output.splitlines()[1:] == ["  Basic was built without the day; type: make basic"]


def test_what_the_tree_lacks_is_said(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="")
    tree.write("inputs/2021/01/cases.toml", DRAFT + CASES)
    tree.write("x/2021/01", "TODO: https://adventofcode.com/2021/day/1")
    said = finish(tmp_path)
    assert said.exit_code == 1
    for line in (
        "cases.toml: of 10 or more malformed texts there are 1",
        "full.txt is not what its seed makes; type: .venv/bin/crosscheck generate -y 2021 -d 1 --write",
        "x/2021/01 has 1 TODO left",
        "they disagree ",
    ):
        assert f"\n  {line}" in said.output


@pytest.mark.parametrize(
    "fact", ["it has a case with an answer", "it has ten rejects", "its full-size input is what its seed makes"]
)
def test_a_day_that_was_only_begun_is_short_of_a_fact(tree: Path, fact: str) -> None:
    begin(tree, 1)
    known = cases.load_day(tree, 2031, 1)
    assert known != DayCases()
    assert list(facts.FACTS[fact](facts.Day(tree, 2031, 1, known)))


# solved


def close(tree: Tree, *arguments: str) -> Said:
    """`crosscheck done --solved` in a tree of fakes."""
    return tree.crosscheck("done", "--solved", "-y", "2021", "-d", "1", *arguments)


def plant_mine(root: Path, answers: str = '["1", "3"]', **languages: str) -> tuple[Tree, Path]:
    """A draft with somebody's own input, of which the answers are recorded."""
    tree = plant(root, **languages)
    tree.write("inputs/private/2021/01.txt", "abc\n")
    if answers:
        tree.write("inputs/private/2021/answers.json", f'{{"01": {answers}}}')
    return tree, tree.write("inputs/2021/01/cases.toml", DRAFT + CASES.lstrip())


def test_a_day_is_closed_as_solved_in_those_that_solve_it(tmp_path: Path) -> None:
    tree, file = plant_mine(tmp_path, Ada="", Basic="no_part_2", Cobol="unsupported")
    said = close(tree)
    assert said.out == "2021 day 1 is solved in Ada: make test holds it to its cases there from now on\n"
    assert (said.status, said.err) == (0, "")
    known = cases.load(file)
    assert (known.draft, known.solved) == (True, ("ada",))
    assert "Why" not in file.read_text()
    assert file.read_text().endswith(CASES.lstrip())
    assert " (solved in Ada) " in tree.crosscheck("run", "-d1").out.splitlines()[0]
    assert tree.crosscheck("list").out.splitlines()[-1] == "  solved: 2021: 1"
    assert close(tree).status == 0  # and again, when another language has it, too
    assert cases.load(file).solved == ("ada",)


def test_a_solved_day_may_be_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree, file = plant_mine(tmp_path, Ada="", Basic="")
    assert close(tree, "-l", "basic").status == 0
    assert cases.load(file).solved == ("basic",)
    assert finish(tmp_path, monkeypatch).exit_code == 0
    assert file.read_text() == CASES.lstrip()


@pytest.mark.parametrize("how", ["unsupported", "reject", "other_answer"])
def test_what_solved_a_day_once_must_go_on_doing_so(tmp_path: Path, how: str) -> None:
    tree, _ = plant_mine(tmp_path, Ada="", Basic="")
    assert close(tree).status == 0
    assert tree.crosscheck("run", "-d1").status == 0
    plant(tmp_path, Ada="", Basic=how)
    text = CASES.replace('["1", "-"]', '["1", "9"]')
    assert text != CASES
    for solved, status in (("basic", 1), ("ada", 1 if how == "other_answer" else 0)):
        tree.write("inputs/2021/01/cases.toml", f'solved = ["{solved}"]\n{text}')
        assert tree.crosscheck("run", "-d1").status == status


@pytest.mark.parametrize(
    ("how", "answers", "arguments", "fault"),
    [
        ("other_first", '["1", "3"]', [], "Basic, case 'one that fakes may spoil': part 1 is"),
        ("no_part_2", '["1", "3"]', ["-l", "basic"], "Basic has no part 2 yet"),
        (
            "unsupported",
            '["1", "3"]',
            ["-l", "basic"],
            "Basic, case 'one that fakes may spoil': does not have 2021 day 1",
        ),
        ("absent", '["1", "3"]', [], "Basic: not built (no/such/program)"),
        ("", '["2", "3"]', [], "Ada, case 'inputs/private/2021/01.txt': part 1 is 1, expected 2"),
        ("", '["1", "-"]', [], "inputs/private/2021/01.txt has no recorded answers to be held to"),
        ("", "", [], "inputs/private/2021/01.txt has no recorded answers to be held to"),
    ],
)
def test_what_keeps_a_day_from_being_solved_is_said(
    tmp_path: Path, how: str, answers: str, arguments: list[str], fault: str
) -> None:
    tree, file = plant_mine(tmp_path, answers, Ada="", Basic=how)
    text = file.read_text()
    said = close(tree, *arguments)
    assert said.status == 1
    assert fault in said.out
    assert file.read_text() == text


def test_a_day_without_an_input_of_ones_own_or_a_case_is_not_solved(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="")
    tree.write("inputs/2021/01/cases.toml", DRAFT)
    assert close(tree).out.splitlines() == [
        "2021 day 1 stays a draft:",
        "  cases.toml: no case states an answer",
        "  no input of your own: put it at inputs/private/2021/01.txt",
    ]
