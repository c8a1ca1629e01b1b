"""`crosscheck compare`: two sessions against each other."""

import json
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from crosscheck.errors import UserError
from crosscheck.ruler import results
from crosscheck.ruler.changes import FASTER, SAME, SLOWER, compared
from crosscheck.ruler.estimate import Ratio
from crosscheck.ruler.results import HEADING, SCHEMA, DayResult, Input, Measured, Method, Result
from crosscheck.tree.files import write_whole
from trees import plant

LANGUAGES = ("rust", "haskell", "python")
DAYS = range(1, 26)


def session(seed: int, changed: dict[tuple[int, str], float] | None = None, machine: float = 1.0) -> Result:
    """A year on a machine that is `machine` times as slow; some solutions take so many times as long."""
    rng = np.random.default_rng(seed)

    def measured(day: int, key: str) -> Measured:
        logs = rng.normal(0, 0.01, (1, 1)) + rng.normal(0, 0.01, (7, 1)) + rng.normal(0, 0.005, (7, 2))
        ns = 1e5 * day * machine * (changed or {}).get((day, key), 1.0) * np.exp(logs)
        whole: dict[str, Any] = {
            key: int(np.median(ns)) for key in ("median", "low", "high", "least", "mad", "n", "first")
        }
        return Measured(
            title=key.title(),
            version="1",
            profile="release",
            steady=True,
            ratio=Ratio(1, 1, 1),
            processes=ns.tolist(),
            **whole,
        )

    days = [
        DayResult(2021, day, "", Input("full.txt", 10, 1), ["1", "2"], {key: measured(day, key) for key in LANGUAGES})
        for day in DAYS
    ]
    return Result(SCHEMA, HEADING, {}, Method(7, 50_000_000, 2021), 0.015, days)


def verdicts(old: Result, new: Result) -> dict[tuple[int, str], str]:
    return {(change.day, change.language): change.verdict for change in compared(old, new)}


def test_the_same_solutions_do_not_differ() -> None:
    for seed in range(0, 8, 2):
        said = verdicts(session(seed), session(seed + 1))
        assert len(said) == 75
        for language in LANGUAGES:
            assert sum(said[day, language] == SAME for day in DAYS) >= 24


def test_a_tenth_more_or_less_is_found_where_it_is() -> None:
    said = verdicts(session(1), session(2, {(7, "rust"): 1.1, (9, "python"): 0.9}))
    assert (said.pop((7, "rust")), said.pop((9, "python"))) == (SLOWER, FASTER)
    assert set(said.values()) == {SAME}


def test_a_slower_machine_is_not_a_slower_solution() -> None:
    found = compared(session(1), session(2, {(7, "rust"): 1.1}, machine=1.5))
    assert all(change.machine == pytest.approx(1.5, rel=0.06) for change in found)
    assert [(change.day, change.language) for change in found if change.verdict != SAME] == [(7, "rust")]


def test_a_day_on_which_the_machine_was_slow_is_not_a_day_of_slower_solutions() -> None:
    slow = dict.fromkeys([(9, language) for language in LANGUAGES], 1.04)
    assert set(verdicts(session(1), session(2, slow)).values()) == {SAME}
    slow[9, "python"] *= 1.12
    found = [one for one, verdict in verdicts(session(1), session(2, slow)).items() if verdict != SAME]
    assert found == [(9, "python")]


def test_two_that_became_faster_do_not_make_the_third_slower() -> None:
    for seed in range(1, 9, 2):
        said = verdicts(session(seed), session(seed + 1, {(7, "rust"): 0.5, (7, "haskell"): 0.6}))
        assert [said[7, language] for language in LANGUAGES] == [FASTER, FASTER, SAME]


def test_of_a_few_days_chance_is_not_known() -> None:
    def first_day(result: Result) -> Result:
        return msgspec.structs.replace(result, days=result.days[:1])

    found = compared(first_day(session(1)), first_day(session(2, {(1, "rust"): 1.2})))
    assert all(change.floor >= 0.05 for change in found)
    assert {change.language: change.verdict for change in found} == {
        "rust": SLOWER,
        "haskell": SAME,
        "python": SAME,
    }


def test_what_cannot_be_compared_is_said() -> None:
    old = session(1)
    other_input = [msgspec.structs.replace(day, input=Input("mine.txt", 10, None)) for day in old.days]
    with pytest.raises(UserError, match="no day and language in common"):
        compared(old, msgspec.structs.replace(old, days=other_input))
    with pytest.raises(UserError, match="a quick look is not to be compared"):
        compared(old, msgspec.structs.replace(old, noise=None))


def test_the_command(tmp_path: Path) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    write_whole(old, results.encoded(session(1)))
    write_whole(new, results.encoded(session(2, {(7, "rust"): 1.2})))
    tree = plant(tmp_path / "tree", Ada="")
    said = tree.crosscheck("compare", str(old), str(new))
    assert said.status == 1
    assert "Rust: 1 slower, 24 no measurable difference" in said.out
    assert "Python: 25 no measurable difference" in said.out
    found = json.loads(tree.crosscheck("compare", str(old), str(new), "--json").out)
    assert [change["language"] for change in found if change["verdict"] == SLOWER] == ["rust"]
    assert tree.crosscheck("compare", str(old), str(old)).status == 0


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "is not a result of `crosscheck time`"),
        ("[1]", "is not a result of `crosscheck time`"),
        ('{"schema": 1}', "has schema 1; this crosscheck reads schema 2: time it again"),
        ('{"schema": 2, "heading": 3}', "heading"),
    ],
)
def test_a_file_that_is_no_result_is_refused_in_one_line(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "some.json"
    path.write_text(text, encoding="utf-8")
    said = plant(tmp_path / "tree", Ada="").crosscheck("compare", str(path), str(path))
    assert (said.status, said.out) == (2, "")
    assert why in said.err
    assert said.err.count("\n") == 1
