"""`crosscheck scale`: how times grow, what is said of it, and what is refused."""

import json
import re
import sys
from pathlib import Path

import numpy as np
import pytest

from crosscheck.ruler.estimate import exponent
from places import FAKES
from trees import FAKE, Tree, plant, table

GROWING = FAKES / "growing.py"
SIZES = [250, 500, 1000, 2000, 4000, 8000]


def grow(root: Path, **languages: str) -> Tree:
    """A tree with fakes whose times grow: title to arguments."""
    tree = plant(root)
    tables = []
    for title, how in languages.items():
        command = [sys.executable, "-S", str(GROWING), *how.split()]
        tables.append(table(title.lower(), title, command, title.lower()))
    tree.write("languages.toml", "\n".join(tables))
    return tree


@pytest.mark.parametrize("power", [1, 1.5, 2])
@pytest.mark.parametrize("constant", [0, 20_000])
def test_a_known_power_is_found_within_its_interval(power: float, constant: float) -> None:
    rng = np.random.default_rng(round(10 * power) + round(constant))
    within = 0
    for _ in range(10):
        times = [[(constant + 10 * size**power) * rng.lognormal(0, 0.03) for _ in range(5)] for size in SIZES]
        found = exponent(SIZES, times)
        assert found.low <= found.value <= found.high
        assert found.value == pytest.approx(power, abs=0.15)
        within += found.low <= power <= found.high
    assert within >= 8


def test_a_constant_has_power_0_and_a_logarithm_adds_little() -> None:
    assert exponent(SIZES, [[1000, 1010, 990]] * 6).value == 0
    assert exponent(SIZES, [[size * np.log(size)] for size in SIZES]).value == pytest.approx(1.1, abs=0.1)


def test_powers_are_told_apart_as_the_algorithms(tmp_path: Path) -> None:
    tree = grow(tmp_path, Ada="50 10 1", Basic="0 3 2", Clu="900 40 1")
    kept, picture = tmp_path / "scale.json", tmp_path / "scale.svg"
    said = tree.crosscheck("scale", "-d1", "--sizes", "100,200,400,800", "--save", str(kept), "--picture", str(picture))
    assert said.status == 0, said.err
    assert said.out.startswith("How the times of these solutions grow; not of languages.")
    assert "Basic and Ada differ in exponent, 2.00 and 1.00: an algorithm's difference, not a language's." in said.out
    assert "Basic and Clu differ" in said.out
    assert "Ada and Clu differ" not in said.out
    (day,) = json.loads(kept.read_bytes())["days"]
    assert (day["sizes"], day["unit"], day["usual"], len(day["seeds"])) == ([100, 200, 400, 800], "depths", 2000, 5)
    assert day["languages"]["basic"]["times"][3] == [3 * 800**2] * 5
    assert day["languages"]["basic"]["exponent"] == {"value": 2, "low": 2, "high": 2}
    assert picture.read_text(encoding="utf-8").startswith("<?xml")


def test_what_draws_is_asked_for_before_anything_is_timed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crosscheck.commands.scale.find_spec", lambda name: None)
    said = plant(tmp_path, Ada="").crosscheck("scale", "-d1", "--picture", str(tmp_path / "scale.svg"))
    assert (said.status, said.out) == (2, "")
    assert "it is drawn with matplotlib, which is not installed" in said.err


@pytest.mark.parametrize(
    ("how", "largest", "why"),
    [
        ("0 1000 1", 16_000, "8 times the usual size"),
        ("0 200 2", 2000, "a run of twice that size might take more than 2 s"),
        ("0 9 1 small", 2000, "larger ones are no inputs of the day"),
    ],
)
def test_the_sizes_go_around_the_usual_one_as_far_as_they_can(tmp_path: Path, how: str, largest: int, why: str) -> None:
    said = grow(tmp_path, Ada=how).crosscheck("scale", "-d1", "--json")
    (day,) = json.loads(said.out)["days"]
    assert day["sizes"] == [size for size in (500, 1000, 2000, 4000, 8000, 16_000) if size <= largest], why


def test_a_language_may_have_some_days_only(tmp_path: Path) -> None:
    tree = grow(tmp_path, Ada="0 1000 1")
    cobol = table("cobol", "Cobol", [sys.executable, "-S", str(FAKE), "hello_another_day"], "cobol")
    tree.write("languages.toml", (tmp_path / "languages.toml").read_text(encoding="utf-8") + cobol)
    said = tree.crosscheck("scale", "-d1", "--sizes", "250,500,1000")
    assert (said.status, said.err) == (0, "")
    assert re.search(r"^  Cobol( +-)+ *$", said.out, re.MULTILINE)


def test_what_is_not_right_is_not_timed_and_nothing_is_saved(tmp_path: Path) -> None:
    kept = tmp_path / "scale.json"
    for how, why in {"wrong": "DISAGREEMENT", "small": "DISAGREEMENT"}.items():
        said = grow(tmp_path, Ada="0 9 1", Basic=f"0 9 1 {how}").crosscheck("scale", "-d1", "--save", str(kept))
        assert said.status == 1
        assert "2021 day 1: not timed: 4,000 depths, seed 1: " in said.out
        assert why in said.out
        assert "nothing is saved" in said.err
        assert not kept.exists()


def test_a_day_without_sizes_is_refused_in_a_line(tmp_path: Path) -> None:
    tree = grow(tmp_path, Ada="0 9 1", Basic="0 9 1")
    said = tree.crosscheck("scale", "-d", "21")
    assert said.status == 1
    assert "2021 day 21: not timed: its inputs do not grow, so there is nothing to see" in said.out


def test_wrong_usage(tmp_path: Path) -> None:
    tree = grow(tmp_path, Ada="0 9 1")
    for sizes, why in {
        "100,200": "it takes 3 sizes to see growth, as in 100,200,400",
        "100,200,many": "not whole numbers with commas between",
        "0,1,2": "not whole numbers with commas between",
        "1,2,999999999": "2021 day 1 is scaled up to 200,000 depths",
    }.items():
        said = tree.crosscheck("scale", "-d1", "--sizes", sizes)
        assert (said.status, said.out) == (2, "")
        assert why in said.err


def test_what_is_no_result_of_it_is_not_published(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="")
    for text, why in {
        "{}": "is not a result of `crosscheck scale`",
        '{"schema": 0}': "has schema 0; this crosscheck reads schema 1: scale it again",
    }.items():
        said = tree.crosscheck("publish", "--scale", str(tree.write("some.json", text)))
        assert (said.status, said.out) == (2, "")
        assert why in said.err
