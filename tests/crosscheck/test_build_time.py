"""`crosscheck time --build`: what is built, where, and what becomes of the user's files."""

import json
import subprocess
from pathlib import Path

import pytest

from crosscheck.ruler import build_time
from crosscheck.ruler.build_time import CHANGES
from crosscheck.tree import languages
from places import ROOT
from routes import LANGUAGES
from trees import Said, Tree, plant

# Notes each build in a file beside the tree. `ada` is built again after a change only.
MAKEFILE = """
ada: built
built: x/2021/01
	@pwd >>$(NOTES); sleep 0.2; cp $< $@
basic:
	@echo 'first of all' >&2; echo 'this is the error' >&2; exit 1
"""


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """A tree with two languages, one of which cannot be built, all of it tracked by git."""
    planted = plant(tmp_path / "tree", Ada="", Basic="")
    write_makefile(planted, MAKEFILE)
    planted.write("x/2021/01", "x = 1\n")
    git(planted, "init", "--quiet")
    git(planted, "add", "--all")
    return planted


def write_makefile(tree: Tree, text: str) -> None:
    """Where NOTES is a file beside the tree."""
    tree.write("Makefile", f"NOTES := {tree.root.parent}/notes\n{text}")


def git(tree: Tree, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=tree.root, capture_output=True, text=True, check=True).stdout


def timed(tree: Tree, *options: str) -> Said:
    env = {"MAKEFLAGS": "--always-make", "AOC_MISSING": "skip"}
    return tree.crosscheck("time", "-d1", "--quick", "--build", *options, env=env)


def test_a_language_is_built_once_from_nothing_and_again_after_each_change(tree: Tree) -> None:
    said = timed(tree, "-lada", "--json")
    assert said.status == 0, said.err
    result = json.loads(said.out)
    assert list(result["builds"]) == ["ada"]
    built = result["builds"]["ada"]
    assert (built["title"], built["changes"]) == ("Ada", CHANGES)
    assert built["clean"] >= 200_000_000
    assert built["changed"] >= 200_000_000
    notes = (tree.root.parent / "notes").read_text(encoding="utf-8").splitlines()
    assert len(notes) == 1 + CHANGES
    assert len(set(notes)) == 1


def test_the_files_of_the_user_stay_as_they_are(tree: Tree) -> None:
    timed(tree, "-lada")
    (built_in,) = set((tree.root.parent / "notes").read_text(encoding="utf-8").splitlines())
    assert not Path(built_in).exists()
    assert Path(built_in) != tree.root
    assert git(tree, "diff", "--name-only") == ""
    assert git(tree, "ls-files", "--others") == ""


def test_what_is_built_is_as_it_is_now_and_only_what_is_tracked(tree: Tree) -> None:
    write_makefile(tree, "ada:\n\t@cat x/2021/01 >>$(NOTES); test ! -e untracked\n")
    tree.write("x/2021/01", "x = 2\n")
    tree.write("untracked", "")
    assert timed(tree, "-lada").status == 0
    assert (tree.root.parent / "notes").read_text(encoding="utf-8").split("\n")[:2] == ["x = 2", "x = 2"]


def test_a_build_that_fails_is_one_line_and_the_others_stand(tree: Tree) -> None:
    said = timed(tree)
    assert said.status == 1
    lines = said.out.splitlines()
    assert lines[-1] == "  no build time: Basic: make basic failed: this is the error"
    start = next(number for number, line in enumerate(lines) if line.startswith("Time to build, once from nothing"))
    assert lines[start + 2].split() == "from nothing after a change".split()
    assert lines[start + 3].split()[0] == "Ada"
    assert "60 ns" in said.out


def test_a_missing_toolchain_is_one_line(tree: Tree) -> None:
    text = (tree.root / "languages.toml").read_text(encoding="utf-8")
    tree.write("languages.toml", text + "toolchain = 'no-such-compiler'\ninstall = 'get it'\n")
    said = timed(tree, "-lbasic", "--json")
    assert said.status == 1
    result = json.loads(said.out)
    assert result["not_built"] == {"basic": "Basic: no no-such-compiler; type: get it && make basic"}


def test_without_git_there_is_one_line(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="")
    said = tree.crosscheck("time", "-d1", "--quick", "--build", env={"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)})
    assert said.status == 1
    assert "no build time: Ada: it takes a git checkout, to copy what is tracked" in said.out


def test_a_language_may_be_compiled_by_another_target_than_it_is_built_by(tree: Tree) -> None:
    write_makefile(tree, "noise:\n\t@echo noise >>$(NOTES)\n")
    text = (tree.root / "languages.toml").read_text(encoding="utf-8")
    tree.write("languages.toml", text + "compile = 'noise'\n")
    assert languages.load(tree.root)["basic"].compile == "noise"
    assert timed(tree, "-lbasic").status == 0
    assert (tree.root.parent / "notes").read_text(encoding="utf-8") == "noise\n" * (1 + CHANGES)


def test_after_a_change_python_compiles_only_that_day() -> None:
    with build_time.copied(ROOT) as copy:
        found = build_time.measure(LANGUAGES["python"], copy, 2021, 7, lambda _: None)
        compiled = sorted(copy.glob("python/src/aoc/y2021/__pycache__/*.pyc"), key=lambda path: path.stat().st_mtime_ns)
    assert found.clean > 0
    assert len(compiled) >= 25
    assert compiled[-1].name.startswith("day07.")
