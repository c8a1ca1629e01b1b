"""What `make test-changed` tests: scripts/changed.py."""

import pytest

import changed
from places import ROOT

ALWAYS = "tests/tree/test_hygiene.py,tests/tree/test_layout.py"


@pytest.mark.parametrize(
    ("files", "targets"),
    [
        ("", ""),
        ("README.md", "test-python SUITES=tests/tree"),
        (
            "rust/crates/aoc-y2021/src/day07.rs inputs/2021/07/cases.toml",
            "lint-rust FILES=rust/crates/aoc-y2021/src/day07.rs, test-rust YEARS=2021, "
            f"test-python SUITES=tests/days,{ALWAYS} YEARS=2021",
        ),
        (
            "haskell/aoc-y2021/src/AoC/Y2021/Day01.hs python/src/aoc/y2021/day01.py",
            "lint-haskell FILES=haskell/aoc-y2021/src/AoC/Y2021/Day01.hs, lint-python FILES=python/src/aoc/y2021/day01.py, "
            f"test-haskell YEARS=2021, test-python SUITES=python/src/aoc/y2021,tests/days,{ALWAYS} YEARS=2021",
        ),
        ("inputs/2021/01/full.txt inputs/2022/01/full.txt", f"test-python SUITES=tests/days,{ALWAYS} YEARS=2021,2022"),
        (
            "rust/crates/aoc-core/src/gone.rs rust/crates/aoc-y2021/src/gone.rs",
            f"test-rust, test-python SUITES=tests/days,tests/programs,{ALWAYS}",
        ),
        (
            "python/src/crosscheck/ruler/gone.py inputs/2021/01/full.txt",
            f"test-python SUITES=python/src/crosscheck,tests/crosscheck,tests/days,{ALWAYS} YEARS=2021",
        ),
        (
            "tests/crosscheck/test_main.py",
            f"lint-python FILES=tests/crosscheck/test_main.py, test-python SUITES=tests/crosscheck/test_main.py,{ALWAYS}",
        ),
        ("requirements.txt", ", ".join(changed.EVERYTHING)),
    ],
)
def test_what_a_file_may_break_is_tested(files: str, targets: str) -> None:
    said = ", ".join(changed.targets(files.split()))
    assert said == targets


def test_every_file_there_is_has_tests_that_it_may_break() -> None:
    for file in changed.git("ls-files"):
        (*_, last) = changed.targets([file])
        suites = last.partition("SUITES=")[2].partition(" ")[0].split(",")
        assert all((ROOT / suite).exists() for suite in suites if suite), file
