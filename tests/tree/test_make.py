"""The Makefile: what is built when, what is refused before anything is built, what happens where a toolchain is missing.

Each test has a copy of the tree's skeleton (every file there, most of them empty) in which building only leaves a note and a file.
"""

import os
import re
import shlex
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from places import ROOT
from tools import WANTED

OTHER_YEAR = re.compile(
    r"(.*/)?(inputs/|aoc-y|y|AoC/Y)(?!2021)\d{4}[/.].*"
)  # the skeleton has 2021 alone, whatever the tree has
KEPT = re.compile(r"Makefile|languages\.toml|scripts/.*|rust/Cargo\.toml")
BARE = "awk bash cat chmod cut env find grep head locale make mkdir mv paste rm sed sh sort tail touch tr true"
TARGETS = (
    "help setup build day watch judge all new done solved test test-python test-rust test-haskell agree replay stress time scale publish site site-wasm fetch submit remember lint format clean "
    "2021/7"
)
GOALS = ["day", "DAY=7"]

# The stand-ins write into the skeleton by its absolute path (ROOT in them): wherever they are run, nothing else is touched.

# What scripts/build.sh makes, without making it.
BUILD = """#!/bin/sh
cd ROOT || exit 1
echo "$1 $AOC_MISSING" >>built
case $1 in
  python) made=.venv/.ready ;; python-dev) made=.venv/.ready-dev ;;
  rust) made=rust/target/release/aoc-rs ;; rust-checked) made=rust/target/checked/aoc-rs ;;
  rust-quick) made=rust/target/quick/aoc-rs ;;
  wasm) made=.build/wasm/.ready ;; html) made=.build/html/.ready ;;
  rust-python) made=.venv/.aoc_rust ;; haskell) made=haskell/.build/aoc-hs ;;
  liars-rust) made=rust/target/release/aoc-liars-rs ;; liars-rust-debug) made=rust/target/debug/aoc-liars-rs ;;
  liars-haskell) made=haskell/.build/aoc-liars ;; liars-haskell-debug) made=haskell/.build/aoc-liars-debug ;;
esac
mkdir -p "${made%/*}" && touch "$made"
"""
CROSSCHECK = '#!/bin/sh\nprintf "[%s]" "$@"\n'


class Tree:
    """A skeleton of the repository, and its own PATH."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.path = os.environ["PATH"]
        for name in files():
            if OTHER_YEAR.fullmatch(name):
                continue
            file = root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            if KEPT.fullmatch(name):
                shutil.copy(ROOT / name, file)
            else:
                file.touch()
        (root / "inputs/2021/07").mkdir(parents=True, exist_ok=True)
        self.program(".venv/bin/crosscheck", CROSSCHECK)
        self.program("scripts/build.sh", BUILD)

    def program(self, name: str, text: str) -> None:
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.replace("ROOT", shlex.quote(str(self.root))))
        file.chmod(0o755)

    def run(self, *command: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        env = {
            name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS", "AOC_", "YEAR"))
        }
        env |= {"PATH": self.path, "HOME": str(self.root)}
        return subprocess.run(command, cwd=self.root, env=env, input=stdin, capture_output=True, text=True, timeout=60)

    def make(self, *arguments: str) -> str:
        done = self.run("make", *arguments)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    def built(self, *arguments: str) -> set[str]:
        """What a make builds."""
        note = self.root / "built"
        note.unlink(missing_ok=True)
        self.make(*arguments)
        lines = note.read_text().splitlines() if note.exists() else []
        built = [line.split()[0] for line in lines]
        assert len(built) == len(set(built))
        return set(built)

    def file(self, name: str) -> None:
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        self.touch(name)

    def years(self) -> str:
        """What the programs have, as it is kept."""
        return (self.root / ".build/years").read_text().strip()

    def touch(self, name: str) -> None:
        time.sleep(0.02)  # longer than the grain of a file's time
        (self.root / name).touch()

    def without(self, *programs: str) -> None:
        """Leave a PATH with little more than make, and none of the programs."""
        folder = self.root / "bin"
        folder.mkdir()
        for name in BARE.split():
            found = shutil.which(name)
            assert found
            (folder / name).symlink_to(found)
        self.path = str(folder)
        assert not any(shutil.which(name, path=self.path) for name in programs)
        shutil.copy(ROOT / "scripts/build.sh", self.root / "scripts/build.sh")


def files() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return [name for name in listed.split("\0") if name]


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path)


@pytest.fixture
def built_tree(tree: Tree) -> Tree:
    assert tree.built(*GOALS) == {"python", "rust", "rust-python", "haskell"}
    return tree


def test_help_is_the_default_and_names_every_target(tree: Tree) -> None:
    said = tree.make()
    assert said == tree.make("help")
    for target in TARGETS.split():
        assert re.search(rf"^  {target} +\S", said, re.MULTILINE)


def test_nothing_is_built_twice(built_tree: Tree) -> None:
    assert built_tree.built(*GOALS) == set()
    assert built_tree.built("2021/07") == set()
    assert built_tree.built("build") == set()


@pytest.mark.parametrize(
    ("touched", "rebuilt"),
    [
        ("rust/crates/aoc-y2021/src/day07.rs", {"rust", "rust-python"}),
        ("rust/crates/aoc-y2021/src", {"rust", "rust-python"}),
        ("rust/crates/aoc-cli/src/main.rs", {"rust"}),
        ("rust/crates/aoc-python/src/lib.rs", {"rust-python"}),
        ("rust/python/aoc_rust/__init__.pyi", set()),
        ("haskell/aoc-y2021/src/AoC/Y2021/Day07.hs", {"haskell"}),
        ("haskell/aoc-tests/Main.hs", set()),
        ("python/src/aoc/y2021/day07.py", set()),
        ("inputs/2021/07", set()),
        ("requirements.txt", {"python", "rust-python"}),
        ("README.md", set()),
    ],
)
def test_only_what_is_stale_is_built(built_tree: Tree, touched: str, rebuilt: set[str]) -> None:
    built_tree.touch(touched)
    assert built_tree.built(*GOALS) == rebuilt
    assert built_tree.built(*GOALS) == set()


def test_a_new_file_and_a_lost_program_are_noticed(built_tree: Tree) -> None:
    built_tree.touch("rust/crates/aoc-y2021/src/day99.rs")
    assert built_tree.built(*GOALS) == {"rust", "rust-python"}
    (built_tree.root / "haskell/.build/aoc-hs").unlink()
    assert built_tree.built(*GOALS) == {"haskell"}


@pytest.mark.parametrize("goal", ["publish", "format"])
def test_what_only_tests_linters_and_pictures_need_is_installed_for_them(built_tree: Tree, goal: str) -> None:
    built_tree.program("scripts/lint.sh", "#!/bin/sh\n")
    assert built_tree.built(goal) == {"python-dev"}
    assert built_tree.built(goal) == set()
    built_tree.touch("requirements-dev.txt")
    assert built_tree.built(*GOALS) == set()
    assert built_tree.built(goal) == {"python-dev"}


def test_webassembly_is_built_where_it_is_asked_for_and_then_kept_up_to_date(built_tree: Tree) -> None:
    day = "rust/crates/aoc-y2021/src/day07.rs"
    assert built_tree.built("site") == {"python-dev"}
    assert built_tree.built("site-wasm") == {"wasm"}
    assert built_tree.make("site-wasm", "ARGS=--out x") == "[site][--out][x]"
    assert built_tree.built("site") == set()
    for touched in (day, "rust/crates/aoc-wasm/src/lib.rs", "rust/Cargo.toml"):
        built_tree.touch(touched)
        assert built_tree.built("site") == {"wasm"}
    built_tree.touch("rust/crates/aoc-cli/src/main.rs")
    assert built_tree.built("site", "site-wasm") == set()


@pytest.mark.parametrize("ci", [False, True])
def test_without_what_builds_webassembly_one_line_says_so(
    built_tree: Tree, monkeypatch: pytest.MonkeyPatch, ci: bool
) -> None:
    monkeypatch.setenv("CI", "true") if ci else monkeypatch.delenv("CI", raising=False)
    built_tree.built("site")
    built_tree.file(".build/wasm/2021.wasm")
    built_tree.without("rustc", "cargo")
    done = built_tree.run("make", "site-wasm")
    assert (done.returncode == 0) != ci, "where it is published, it is not left out unseen"
    lines = done.stdout.splitlines()
    assert "rustup target add wasm32-unknown-unknown" in lines[0]
    assert lines[1:] == ([] if ci else ["[site]"])
    assert not (built_tree.root / ".build/wasm").exists(), "what is stale is not shown"


@pytest.mark.parametrize(
    ("version", "has", "how"),
    [
        ("1.95.0", ["wasm32-unknown-unknown/lib/x"], "build --locked"),
        ("1.95.0", ["src/rust/library/Cargo.lock", "x86/bin/rust-lld"], "build -Zbuild-std=std,panic_abort --locked"),
        ("1.95.0", ["src/rust/library/Cargo.lock"], None),
        ("1.95.0", [], None),
        ("1.63.0", ["wasm32-unknown-unknown/lib/x"], None),
    ],
)
def test_webassembly_is_built_by_a_compiler_with_the_target_or_with_the_source_of_its_library(
    built_tree: Tree, monkeypatch: pytest.MonkeyPatch, version: str, has: list[str], how: str | None
) -> None:
    monkeypatch.delenv("CI", raising=False)
    built_tree.built("site")
    built_tree.without("rustc", "cargo", "node", "rust-lld", "wasm-ld")
    copy = shutil.which("cp")
    assert copy
    (built_tree.root / "bin/cp").symlink_to(copy)
    for name in has:
        built_tree.file(f"sysroot/lib/rustlib/{name}")
    built_tree.program(
        "bin/rustc", f'#!/bin/sh\ncase $1 in --print) echo ROOT/sysroot ;; *) echo "rustc {version} (x)" ;; esac\n'
    )
    built_tree.program(
        "bin/cargo",
        '#!/bin/sh\necho "$*" >>ROOT/asked\nmade=$CARGO_TARGET_DIR/wasm32-unknown-unknown/wasm\n'
        "mkdir -p $made && touch $made/aoc_wasm.wasm\n",
    )
    said = built_tree.make("site-wasm").splitlines()
    asked = built_tree.root / "asked"
    if how:
        assert asked.read_text().startswith(f"{how} --profile wasm --target wasm32-unknown-unknown -p aoc-wasm")
        assert "--features aoc/y2021\n" in asked.read_text()
        assert said[1:] == ["WebAssembly: no node, so its answers are not checked", "[site]"]
        assert (built_tree.root / ".build/wasm/2021.wasm").exists()
    else:
        assert not asked.exists()
        assert said[0].startswith("WebAssembly: no Rust that has it as a target")


def test_publish_says_what_to_store(built_tree: Tree) -> None:
    assert (
        built_tree.make("publish", "RESULT=all.json", "SCALE=scale.json") == "[publish][all.json][--scale][scale.json]"
    )


def test_programs_have_the_years_that_were_asked_for_so_far(built_tree: Tree) -> None:
    for day in ("inputs/2020/01/full.txt", "rust/crates/aoc-y2020/src/day01.rs", "haskell/aoc-y2020/Day01.hs"):
        built_tree.file(day)
    programs = {"rust", "rust-python", "haskell"}
    assert built_tree.years() == "2021"
    assert built_tree.built("2021/7") == set()
    assert built_tree.built("2020/1") == programs
    assert built_tree.years() == "2020 2021"
    assert built_tree.built("build") == set()
    for goals, years in {("build", "YEAR=2020"): "2020", ("2021/7",): "2021"}.items():
        built_tree.make("clean")
        assert built_tree.built(*goals) == programs
        assert built_tree.years() == years


@pytest.mark.parametrize("goal", ["all", "all YEAR=all", "time", "agree", "build", "rust"])
def test_without_a_year_all_are_built(tree: Tree, goal: str) -> None:
    tree.file("inputs/2020/01/full.txt")
    tree.built(*goal.split())
    assert tree.years() == "2020 2021"


def test_a_year_that_is_not_built_makes_nothing_stale(built_tree: Tree) -> None:
    for day in ("rust/crates/aoc-y2020/src/day01.rs", "haskell/aoc-y2020/Day01.hs"):
        built_tree.file(day)
    assert built_tree.built(*GOALS) == set()
    built_tree.file("inputs/2020/01/full.txt")
    assert built_tree.built(*GOALS) == set()


@pytest.mark.parametrize(
    ("languages", "built"),
    [
        ("rust", {"rust"}),
        ("haskell", {"haskell"}),
        ("python", set()),
        ("rust-from-python,rust", {"rust", "rust-python"}),
    ],
)
def test_only_the_languages_that_are_asked_for_are_built(tree: Tree, languages: str, built: set[str]) -> None:
    assert tree.built("2021/7", f"LANGS={languages}") == {"python", *built}


def test_the_liars_are_built_for_the_tests_and_not_without_need(built_tree: Tree) -> None:
    rust, haskell = {"liars-rust", "liars-rust-debug"}, {"liars-haskell", "liars-haskell-debug"}
    liars = ["liars-rust", "liars-haskell"]
    assert built_tree.built(*liars) == rust | haskell
    assert built_tree.built(*liars) == set()
    built_tree.touch("rust/crates/aoc-liars/src/main.rs")
    assert built_tree.built("build") == set()
    assert built_tree.built(*liars) == rust
    built_tree.touch("haskell/aoc-liars/Main.hs")
    assert built_tree.built("build") == set()
    assert built_tree.built("--jobs=4", *liars) == haskell
    built_tree.touch("haskell/aoc-hs/src/Serve.hs")
    assert built_tree.built(*liars) == {"haskell"} | haskell


def test_only_the_languages_asked_for_are_built(tree: Tree) -> None:
    assert tree.built(*GOALS, "LANGS=rust") == {"python", "rust"}
    assert tree.built("--jobs=4", *GOALS, "LANGS=haskell,rust-from-python") == {"haskell", "rust-python"}


def test_what_is_built_is_what_is_asked_for_or_what_one_always_has(tree: Tree) -> None:
    assert tree.built("build", "LANGS=rust") == {"python", "rust"}
    (tree.root / ".languages").write_text("python\n", encoding="utf-8")
    assert tree.built("build") == set()
    assert tree.built("2021/7", "LANGS=haskell") == {"haskell"}


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        (["day", "DAY=7"], "run --year 2021 --days 7"),
        (["day", "DAY=07", "PART=2"], "run --year 2021 --days 07 --part 2"),
        (["2021/7", "LANGS=rust python"], "run --year 2021 --days 7 --languages rust,python"),
        (["2021/07", "INPUT=-"], "run --year 2021 --days 07 --input -"),
        (["judge", "DAY=7", "WITH=./mine", "PART=1"], "judge --year 2021 --days 7 --with ./mine --part 1"),
        (["day", "DAYS=7"], "run --year 2021 --days 7"),
        (["agree", "DAY=7", "EXAMPLES=9"], "agree --year 2021 --days 7 --examples 9"),
        (["all", "DAY=1-8"], "run --year 2021 --days 1-8"),
        (["done", "DAY=7", "LANGS=python"], "done --year 2021 --days 7 --languages python"),
        (["submit", "DAY=7", "PART=1", "LANGS=rust"], "submit --year 2021 --days 7 --part 1 --languages rust"),
        (["all"], "run --year 2021"),
        (["all", "YEAR=all"], "run --year all"),
        (["agree", "DAYS=1-8", "EXAMPLES=10000"], "agree --year 2021 --days 1-8 --examples 10000"),
        (["agree", "DAYS=1,7-09", "EXAMPLES=9"], "agree --year 2021 --days 1,7-09 --examples 9"),
        (["agree", "DAYS=1", "MUTATE=500"], "agree --year 2021 --days 1 --mutate 500"),
        (["agree", "YEAR=all", "FOR=8h"], "agree --year all --for 8h"),
        (["agree", "YEAR=all", "FOR=8h", "EXAMPLES=9"], "agree --year all --for 8h --examples 9"),
        (["agree", "DAYS=1", "FOR=8h", "MUTATE=all"], "agree --year 2021 --days 1 --for 8h --mutate"),
        (["replay", "FILE=languages.toml", "LANGS=rust"], "replay --languages rust languages.toml"),
        (["stress", "DAYS=1-8", "LANGS=rust"], "stress --year 2021 --days 1-8 --languages rust"),
        (["fetch", "DAY=1-8", "YEAR=2026"], "fetch --year 2026 --days 1-8"),
        (["fetch", "DAY=1", "YEAR=2026';x"], "fetch --year 2026';x --days 1"),
        (["new"], "new"),
        (["new", "DAY=1';x", "YEAR=2026';x"], "new --year 2026';x --day 1';x"),
        (["watch", "DAY=7", "LANGS=rust"], "watch --year 2021 --days 7 --languages rust"),
        (["done", "DAY=7"], "done --year 2021 --days 7"),
        (["solved", "DAY=7", "LANGS=python"], "done --solved --year 2021 --days 7 --languages python"),
        (["scale", "DAYS=7", "SIZES=1,2,3"], "scale --year 2021 --days 7 --sizes 1,2,3"),
        (["submit", "DAY=7", "PART=1"], "submit --year 2021 --days 7 --part 1"),
        (["submit", "DAY=7", "PART=2", "YES=1"], "submit --year 2021 --days 7 --part 2 --yes"),
        (["submit", "DAY=7", "PART=2", "YES=0"], "submit --year 2021 --days 7 --part 2"),
        (["remember", "DAY=7"], "remember --year 2021 --days 7"),
        (["time", "DAYS=1,7", "LANGS=rust,haskell"], "time --year 2021 --days 1,7 --languages rust,haskell"),
    ],
)
def test_values_reach_the_harness(built_tree: Tree, arguments: list[str], asked: str) -> None:
    assert built_tree.make(*arguments) == "".join(f"[{word}]" for word in asked.split())


def test_the_name_of_an_input_may_hold_anything(built_tree: Tree) -> None:
    name = "a b's; echo x.txt"
    (built_tree.root / name).touch()
    assert built_tree.make(*GOALS, f"INPUT={name}").endswith(f"[--input][{name}]")


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (["day"], r"DAY=: which day\? there is .*7"),
        (["2021/7", "YEAR=2021"], r"YEAR=2021 has no effect on `make 2021/7`; it has one on: day watch judge all "),
        (["day", "DAY=7", "FILE=a.json"], r"FILE=a\.json has no effect on `make day`; it has one on: replay\."),
        (["day", "DYA=7"], "DYA=7: nothing is called so; there is DAY DAYS YEAR"),
        (["test", "DAY=7"], r"DAY=7 has no effect on `make test`; it has one on: day watch "),
        (["lint", "ARGS=-v"], r"ARGS=-v has no effect on `make lint`"),
        (["agree", "DAY=7", "DAYS=8"], "DAY=7 DAYS=8: say one of them"),
        (["build", "LANGS=cobol"], "LANGS=cobol: no such language"),
        (["day", "DAY=99"], "DAY=99: no such day in 2021; there is .*7"),
        (["day", "DAY=abc"], "DAY=abc: no such day"),
        (["day", "DAY=7 8"], "DAY=7 8: no such day"),
        (["day", "DAY=%"], "DAY=%: no such day"),
        (["watch", "DAYS=1-3"], "DAY=1-3: one day at a time, as in: DAY=1"),
        (["submit", "DAY=2,3"], "DAY=2,3: one day at a time, as in: DAY=2"),
        (["day", "DAY=7", "YEAR=1999"], "YEAR=1999: no such year; there is 2021"),
        (["day", "DAY=7", "YEAR=all"], "YEAR=all: no such year; there is 2021"),
        (["all", "YEAR="], "YEAR=: no such year"),
        (["day", "DAY=7", "PART=3"], "PART=3: there is part 1 and part 2"),
        (["day", "DAY=7", "LANGS=klingon"], "LANGS=klingon: no such language; there is .*rust"),
        (["time", "LANGS=rust,%"], "LANGS=rust,%: no such language"),
        (["2021/7", "AOC_LANGS=cobol"], "AOC_LANGS=cobol: no such language"),
        (["new", "LANGS=rust'x"], "LANGS=rust'x: no such language"),
        (["day", "DAY=7", "INPUT=/nonexistent"], "INPUT=/nonexistent: no such file"),
        (["day", "DAY=7", "INPUT=inputs"], "INPUT=inputs: it is a folder"),
        (["fetch"], r"DAY=: which day\? as in: make fetch DAY=1"),
        (["submit", "PART=1"], r"DAY=: which day\?"),
        (["submit", "DAY=7"], r"PART=: which part\? as in: make submit DAY=7 PART=1"),
        (["submit", "DAY=7", "PART=3"], "PART=3: there is part 1 and part 2"),
        (["remember", "DAY=99"], "DAY=99: no such day"),
        (["2021/99"], r"DAY=99: no such day in 2021; there is [0-9 ]*7[0-9 ]* \(to begin one: make new\)"),
        (["agree", "DAYS=1-99"], "DAYS=1-99: expected days from 1 to 25, as 7 or 1-8 or 1,3,7-9"),
        (["all", "DAYS=1';x"], "DAYS=1';x: expected days"),
        (["stress", "DAYS=7,"], "DAYS=7,: expected days"),
        (["agree", "EXAMPLES=many"], "EXAMPLES=many: expected a whole number"),
        (["agree", "MUTATE=-1"], "MUTATE=-1: expected a whole number, or all"),
        (["agree", "FOR=soon"], "FOR=soon: expected a time, as 8h or 90m"),
        (["scale", "DAYS=7", "SIZES=1,,2"], "SIZES=1,,2: expected whole numbers with commas between"),
        (["replay"], r"FILE=: which file\? as in: make replay FILE=\.build/disagreements/"),
        (["replay", "FILE=/nonexistent"], "FILE=/nonexistent: no such file"),
        (["2021/x"], "DAY=x: no such day"),
        (["1999/07"], "YEAR=1999: no such year"),
        (["2021"], "make 2021: which day"),
        (["dya"], "No rule to make target"),
    ],
)
def test_a_bad_value_is_refused_in_one_line_before_anything_is_built(
    tree: Tree, arguments: list[str], fault: str
) -> None:
    done = tree.run("make", *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert re.search(fault, done.stderr)
    assert not (tree.root / "built").exists()


def test_the_year_that_has_the_day_is_named(tree: Tree) -> None:
    tree.file("inputs/2022/01/full.txt")
    said = tree.run("make", "day", "DAY=7")
    assert said.returncode == 2
    assert "DAY=7: no such day in 2022; there is 1; it is in 2021, as in: make 2021/7" in said.stderr


def test_a_missing_toolchain_is_one_line_and_the_other_languages_run(built_tree: Tree) -> None:
    built_tree.without("cargo", "ghc", "apt-get")
    (built_tree.root / "rust/target/release/aoc-rs").unlink()
    done = built_tree.run("make", *GOALS)
    assert done.returncode == 0
    assert done.stderr == "", "crosscheck says what is not here"
    assert done.stdout == "[run][--year][2021][--days][7]"
    # where that language itself is what was asked for, it is a failure
    assert built_tree.run("make", "rust").returncode == 2


def test_a_failing_build_stops_make(built_tree: Tree) -> None:
    built_tree.program("scripts/build.sh", "#!/bin/sh\necho wrong >&2\nexit 1\n")
    built_tree.touch("haskell/aoc-y2021/src/AoC/Y2021/Day07.hs")
    done = built_tree.run("make", *GOALS)
    assert done.returncode == 2
    assert "[run]" not in done.stdout


def test_the_targets_of_a_test_are_all_made_and_the_last_line_says_what_came_of_them(tree: Tree) -> None:
    tree.program("fake-make", '#!/bin/sh\necho "$*" >>ROOT/made; case "$*" in *bad*) echo wrong; exit 1 ;; esac\n')
    for targets, last in {
        ("good", "fine YEARS=2021", "test-python"): r"make test: all passed: good fine test-python \(\d+ s\)",
        ("test-python", "bad", "good"): r"make test: FAILED: bad \(2 of 3 passed, \d+ s\)",
    }.items():
        (tree.root / "made").unlink(missing_ok=True)
        done = tree.run("env", f"MAKE={tree.root}/fake-make", "scripts/test.sh", *targets)
        made = (tree.root / "made").read_text().splitlines()
        assert sorted(made[:2]) == sorted(f"--keep-going {it} ARGS=" for it in targets if it != "test-python")
        assert made[2:] == ["--keep-going test-python ARGS="], "by itself, at the end"
        lines = done.stdout.splitlines()
        assert re.fullmatch(last, lines[-1])
        assert done.returncode == ("bad" in targets)
        assert ("wrong" in lines) == ("bad" in targets)
        assert sum(line.startswith("== ") for line in lines) == 3


class TestToolchains:
    """scripts/toolchain.sh, on a machine that has only what the test gives it."""

    # An apt-get that works once the lists are there, and a sudo for those who are not root.
    APT_GET = """#!/bin/sh
cd ROOT || exit 1
echo "$*" >>apt
case "$*" in *update*) touch lists ;; *install*) [ -e lists ] && [ ! -e broken ] || exit 100
  for it in ghc cabal ghc-pkg; do printf '#!/bin/sh\\necho 9.4.7\\n' >bin/$it; chmod +x bin/$it; done ;; esac
"""

    @pytest.fixture
    def bare(self, tree: Tree) -> Tree:
        tree.without("cargo", "ghc", "cabal", "apt-get", "sudo")
        return tree

    def distribution(self, bare: Tree) -> None:
        bare.program("bin/apt-get", self.APT_GET)
        bare.program("bin/apt-cache", "#!/bin/sh\n[ -e ROOT/lists ]\n")
        bare.program("bin/sudo", '#!/bin/sh\nshift; exec "$@"\n')

    @pytest.mark.parametrize(
        ("toolchain", "says"),
        [("rust", "Rust: no cargo; to install .*curl"), ("haskell", "Haskell: no ghc or no cabal; to install: brew")],
    )
    def test_elsewhere_one_line_says_what_to_type(self, bare: Tree, toolchain: str, says: str) -> None:
        done = bare.run("scripts/toolchain.sh", toolchain)
        assert (done.returncode, done.stdout) == (1, "")
        assert re.fullmatch(f"{says}.*\n", done.stderr)

    def test_the_distribution_s_packages_are_installed(self, bare: Tree) -> None:
        self.distribution(bare)
        done = bare.run("scripts/toolchain.sh", "haskell")
        assert (done.returncode, done.stderr) == (0, "")
        calls = (bare.root / "apt").read_text().splitlines()
        assert [call.split()[3] for call in calls] == ["update", "install"]
        assert " ghc cabal-install libghc-aeson-dev " in calls[1]
        assert bare.run("scripts/toolchain.sh", "haskell").stdout == ""

    def test_where_installing_fails_one_line_says_what_to_type(self, bare: Tree) -> None:
        self.distribution(bare)
        (bare.root / "broken").touch()
        done = bare.run("scripts/toolchain.sh", "haskell")
        assert done.returncode == 1
        assert re.fullmatch(
            "Haskell: no ghc or no cabal, and apt-get failed .*; to install: sudo apt-get install ghc .*\n", done.stderr
        )

    def test_an_old_compiler_is_named(self, bare: Tree) -> None:
        bare.program("bin/ghc", "#!/bin/sh\necho 8.8.4\n")
        bare.program("bin/cabal", "#!/bin/sh\n")
        bare.program("bin/cargo", "#!/bin/sh\n")
        bare.program("bin/rustc", "#!/bin/sh\necho rustc 1.70.0 1234\n")
        assert "GHC 8.8.4 is too old" in bare.run("scripts/toolchain.sh", "haskell").stderr
        assert "Rust: 1.70.0 is too old" in bare.run("scripts/toolchain.sh", "rust").stderr


class TestLint:
    """scripts/lint.sh, with tools that only tell their version and find fault with everything."""

    @pytest.fixture
    def bare(self, tree: Tree) -> Tree:
        tree.without("cargo", "ghc", "cabal", "hlint", "ormolu", "apt-get")
        return tree

    def tools(self, bare: Tree, **versions: str) -> None:
        for tool, version in versions.items():
            bare.program(
                f"bin/{tool}", f'#!/bin/sh\ncase "$1" in *version) echo "{tool} {version}" ;; *) exit 1 ;; esac\n'
            )

    def test_tools_of_another_version_are_named_and_left_out(self, bare: Tree) -> None:
        self.tools(bare, ormolu="0.7.1.0", ghc="9.6.6", cabal="3.8", rustc="1.199.0 (abc)", cargo="1.199.0", cc="1")
        for language, lines in {
            "haskell": [
                "lint: ormolu is 0.7.1.0, not 0.3, so the layout of Haskell code is left out",
                "lint: hlint is missing, so the style of Haskell code is left out (make setup)",
                "lint: ghc is 9.6.6, not 9.0, so GHC's warnings are left out",
            ],
            "rust": ["lint: rustc is 1.199.0, not 1.95, so rustfmt, clippy and the warnings of rustdoc are left out"],
        }.items():
            done = bare.run("env", "CI=", "scripts/lint.sh", "check", language)
            assert (done.returncode, done.stderr) == (0, "")
            assert done.stdout.splitlines() == lines
            in_ci = bare.run("env", "CI=true", "scripts/lint.sh", "check", language)
            assert (in_ci.returncode, in_ci.stdout) == (1, done.stdout)

    def test_the_faults_that_the_right_versions_find_are_faults(self, bare: Tree) -> None:
        others = {"ormolu": "0.7.1", "hlint": "3.8", "ghc": "9.6.6", "rustc": "1.199.0"}
        for tool, language in {"ormolu": "haskell", "hlint": "haskell", "ghc": "haskell", "rustc": "rust"}.items():
            self.tools(bare, **others | {tool: f"{WANTED[tool]}.1"}, cabal="3.8", cargo="1", cc="1")
            assert bare.run("env", "CI=", "scripts/lint.sh", "check", language).returncode == 1, tool


def test_any_python_that_is_new_enough_is_found(tmp_path: Path) -> None:
    for name, status in {"python3": 1, "python3.13": 1, "python3.14": 0}.items():
        (tmp_path / name).write_text(f"#!/bin/sh\nexit {status}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    (tmp_path / "bash").symlink_to(str(shutil.which("bash")))
    (tmp_path / "env").symlink_to(str(shutil.which("env")))
    found = subprocess.run(
        [ROOT / "scripts/find-python.sh"], env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=True
    )
    assert found.stdout == f"{tmp_path}/python3.14\n"


def test_the_pins_and_the_readme_name_the_same_pythons() -> None:
    (pinned,) = re.findall(r"for (Python 3\.\d+ to 3\.\d+)", (ROOT / "requirements.txt").read_text(encoding="utf-8"))
    assert pinned in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.skipif(shutil.which("flock") is None, reason="without flock two makes do not wait for each other")
def test_two_cabals_at_once_wait_for_each_other(tree: Tree) -> None:
    tree.program("bin/cabal", "#!/bin/sh\necho begin >>ROOT/log; sleep 0.5; echo end >>ROOT/log\n")
    tree.program("bin/ghc-pkg", "#!/bin/sh\n")
    tree.path = f"{tree.root / 'bin'}:{tree.path}"
    env = {"PATH": tree.path, "HOME": str(tree.root)}
    both = [subprocess.Popen(["scripts/cabal.sh", "build"], cwd=tree.root, env=env) for _ in range(2)]
    assert [one.wait(60) for one in both] == [0, 0]
    assert (tree.root / "log").read_text(encoding="utf-8").split() == ["begin", "end"] * 2


# a clone anywhere

ANYWHERE = ["it's", 'a "clone" of mine', "$HOME; `echo x`"]

# Puts a script where pip does, which begins as pip lets it begin where there are blanks in the path.
PIP = r"""#!/bin/sh
case $1 in
  -c) ;;
  -m) printf '#!/bin/sh\n%s "%s/.venv/bin/python" "$0" "$@"\n'"' '''"'\nprint(1)\n' "'''exec'" "$PWD" >.venv/bin/script
    chmod +x .venv/bin/script ;;
  *) echo "python runs $1 with $2" ;;
esac
"""


@pytest.mark.parametrize("name", ANYWHERE)
def test_make_works_in_a_folder_of_any_name(tmp_path: Path, name: str) -> None:
    tree = Tree(tmp_path / name)
    assert tree.built(*GOALS) == {"python", "rust", "rust-python", "haskell"}
    assert tree.built(*GOALS) == set()
    assert "[run][--year][2021][--days][7]" in tree.make(*GOALS)


@pytest.mark.parametrize("name", ANYWHERE)
def test_what_pip_installs_runs_in_a_folder_of_any_name(tmp_path: Path, name: str) -> None:
    tree = Tree(tmp_path / name)
    tree.program(".venv/bin/python", PIP)
    shutil.copy(ROOT / "scripts/build.sh", tree.root / "scripts/build.sh")
    done = tree.run("scripts/build.sh", "python")
    assert done.returncode == 0, done.stdout + done.stderr
    ran = tree.run(".venv/bin/script", "a b")
    assert (ran.returncode, ran.stdout) == (0, "python runs .venv/bin/script with a b\n"), ran.stderr
    assert (tree.root / ".venv/bin/script").read_text().endswith("\n' '''\nprint(1)\n")


@pytest.mark.parametrize("name", [*ANYWHERE, "plain"])
def test_the_address_of_cabal_s_index_is_one_in_a_folder_of_any_name(tmp_path: Path, name: str) -> None:
    tree = Tree(tmp_path / name)
    tree.program("bin/ghc-pkg", "#!/bin/sh\n")
    tree.program(
        "bin/cabal",
        '#!/bin/sh\ncat "$CABAL_DIR/config"\ncd "$(sed -n "s|.*file+noindex://||p" "$CABAL_DIR/config")" && pwd -P\n',
    )
    tree.path = f"{tree.root / 'bin'}{os.pathsep}{tree.path}"
    done = tree.run("scripts/cabal.sh", "build")
    assert done.returncode == 0, done.stderr
    *_, url, index = done.stdout.splitlines()
    assert re.fullmatch(r"  url: file\+noindex://[A-Za-z0-9/._~-]+", url)
    assert index == str((tree.root / "haskell/.build/cabal/index").resolve())
