"""How the harness is laid out: its subpackages in their order, and languages known from languages.toml alone."""

import ast
import subprocess
import sys
from pathlib import Path

from places import ROOT
from routes import LANGUAGES

HARNESS = ROOT / "python/src/crosscheck"
ORDER = "system tree solvers puzzles judging ruler rooms site shown reading watching commands".split()
HEAVY = {"aocd", "hypothesis", "matplotlib", "numpy", "rich"}


def modules_imported(file: Path) -> set[str]:
    """The modules, or names in them, that a file imports anywhere."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_each_subpackage_imports_only_from_those_before_it() -> None:
    assert {folder.name for folder in HARNESS.iterdir() if (folder / "__init__.py").exists()} == set(ORDER)
    for place, package in enumerate(ORDER):
        allowed = {*ORDER[: place + 1], "errors"}
        for file in (HARNESS / package).rglob("*.py"):
            ours = {name.split(".")[1] for name in modules_imported(file) if name.startswith("crosscheck.")}
            assert ours <= allowed, f"{file.relative_to(HARNESS)} imports from {sorted(ours - allowed)}"


def test_no_module_imports_itself_by_way_of_others() -> None:
    names = {
        ".".join(file.relative_to(HARNESS.parent).with_suffix("").parts).removesuffix(".__init__"): file
        for file in HARNESS.rglob("*.py")
    }
    left = {
        name: {it if it in names else it.rpartition(".")[0] for it in modules_imported(file)} & names.keys()
        for name, file in names.items()
    }
    while free := [name for name, needs in left.items() if not needs & left.keys()]:
        for name in free:
            del left[name]
    assert not left, f"a circle among {sorted(left)}"


def test_no_module_of_the_harness_names_a_language() -> None:
    names = {word for key in LANGUAGES for word in key.split("-")} - {"from", "python"}
    for module in HARNESS.rglob("*.py"):
        if module.is_relative_to(HARNESS / "rooms/lists") or module.is_relative_to(HARNESS / "puzzles"):
            continue
        words = set(module.read_text(encoding="utf-8").lower().replace('"', " ").split())
        assert not names & words, module.name


def test_help_and_list_load_no_more_than_they_use() -> None:
    for arguments, used in (["--help"], set()), (["list", "--json", "-l", "python"], {"rich"}):
        code = f"""
import sys
from crosscheck.__main__ import main
sys.argv = ["crosscheck", *{arguments}]
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
        assert HEAVY & set(ran.stderr.split()) <= used
