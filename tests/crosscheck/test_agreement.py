"""How disagreements are found and shrunk: on a day whose routes are functions."""

import dataclasses
import tomllib
from collections.abc import Mapping
from random import Random
from time import monotonic

import pytest
from hypothesis import strategies as st

from crosscheck import puzzles
from crosscheck.judging.agreement import BRUTE_FORCE, PUZZLE_MODULE, Allowance, Checked, Route, check_day, toml_string
from crosscheck.puzzles import Input, Law, Param, Puzzle
from crosscheck.puzzles.law import same, unchanged
from crosscheck.solvers.outcome import (
    NO_SOLUTION,
    Answered,
    Answers,
    Crashed,
    Outcome,
    Rejected,
    TimedOut,
    Timing,
    Unsupported,
    answers_of,
    claim,
)


def answered(*answers: str) -> Answered:
    one, two = answers
    return Answered((one, two), Timing(1))


def total(text: str, _params: object = None) -> Outcome:
    """What the puzzle of day 7 accepts, added up."""
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    numbers = lines[0].split(",")
    if not all(number.isascii() and number.isdigit() and len(number.lstrip("0")) <= 5 for number in numbers):
        return Rejected(1, 1, "expected numbers")
    if len(lines) > 1:
        return Rejected(2, 1, "expected the end")
    return answered(str(sum(int(number.lstrip("0") or "0") for number in numbers)), "0")


def total_by_brute_force(text: str) -> Answers:
    return str(sum(map(int, text.split(",")))), "0"


CRABS: Puzzle = dataclasses.replace(puzzles.load(2021, 7), oracle=None)


def check(puzzle: Puzzle = CRABS, examples: int = 500, **routes: Route) -> Checked:
    return check_day(puzzle, routes, examples, seed=0)


def test_two_that_agree() -> None:
    done = check(one=total, two=total)
    assert done.disagreement is None
    assert done.examples == 500
    assert 0 < done.refused < 500


def test_a_seed_says_which_texts() -> None:
    def texts(seed: int) -> list[str]:
        seen: list[str] = []

        def listens(text: str, _params: object) -> Outcome:
            seen.append(text)
            return total(text)

        check_day(CRABS, {"one": listens}, 50, seed)
        return seen

    assert texts(1) == texts(1) != texts(2)


def test_a_wrong_answer_is_found_and_shrunk() -> None:
    def wrong_from_fifty_on(text: str, _params: object) -> Outcome:
        said = total(text)
        return answered("1", "0") if isinstance(said, Answered) and int(said.answers[0] or "") >= 50 else said

    found = check(one=total, two=wrong_from_fifty_on).disagreement
    assert found is not None
    assert len(found.made.text) <= len("50\n")
    assert list(found.claims.values()) == [["one"], ["two"]]


def test_brute_force_is_asked_too() -> None:
    proven = dataclasses.replace(CRABS, oracle=total_by_brute_force)
    assert check(proven, one=total, two=total).proven == 500
    found = check(proven, one=lambda *_: answered("7", "0"), two=lambda *_: answered("7", "0")).disagreement
    assert found is not None
    assert found.made.text == "0\n"
    assert found.claims == {"7, 0": ["one", "two"], "0, 0": [BRUTE_FORCE]}
    assert tomllib.loads(found.entry())["case"][0]["answers"] == ["0", "0"]


def test_a_part_that_brute_force_leaves_out_is_not_compared() -> None:
    half = dataclasses.replace(CRABS, oracle=lambda text: (None, "0"))
    assert check(half, one=total, two=total).disagreement is None
    wrong = dataclasses.replace(CRABS, oracle=lambda text: (None, "1"))
    found = check(wrong, one=total, two=total).disagreement
    assert found is not None
    assert found.claims == {"0, 0": ["one", "two"], "0, 1": [BRUTE_FORCE]}


def test_all_may_not_refuse_a_valid_text() -> None:
    found = check(one=lambda *_: Rejected(1, 1, "no"), two=lambda *_: Rejected(1, 5, "not that")).disagreement
    assert found is not None
    assert found.claims == {"refused at line 1": ["one", "two"], "it is valid": [PUZZLE_MODULE]}


def test_one_that_takes_too_much_is_found_and_shrunk() -> None:
    found = check(one=total, two=lambda text, _: total(text.replace(" ", ""))).disagreement
    assert found is not None
    assert found.damaged
    assert found.claims.keys() >= {"refused at line 1"}
    assert len(found.made.text) <= 3, found.made.text
    entry = tomllib.loads(found.entry())["reject"][0]
    assert (entry["input"], entry["line"]) == (found.made.text, 1)


def test_another_line_is_a_disagreement() -> None:
    def counts_from_zero(text: str, _params: object) -> Outcome:
        said = total(text)
        return Rejected((said.line or 0) + 1, 1, said.message) if isinstance(said, Rejected) else said

    found = check(one=total, two=counts_from_zero).disagreement
    assert found is not None
    assert found.claims == {"refused at line 1": ["one"], "refused at line 2": ["two"]}


def test_a_crash_is_a_failure_though_all_crash() -> None:
    found = check(one=lambda *_: Crashed("oops"), two=lambda *_: Crashed("oops")).disagreement
    assert found is not None
    assert found.claims == {"crashed: oops": ["one", "two"]}


# A day of our own with a parameter, and with a fault of the text as a whole: numbers, those past `most` left out.

MOST = Param(default=100, low=10, high=1000)


def total_up_to(text: str, params: Mapping[str, int]) -> Outcome:
    if not params.keys() <= {"most"}:
        return Unsupported(f"no parameter {min(params.keys() - {'most'})!r}")
    most = params.get("most", MOST.default)
    if not MOST.low <= most <= MOST.high:
        return Rejected(None, None, "most: expected a number from 10 to 1000")
    outcome = total(text)
    if isinstance(outcome, Rejected):
        return outcome
    numbers = [int(number.strip().lstrip("0") or "0") for number in text.split(",")]
    if len({number % 2 for number in numbers}) > 1:
        return Rejected(None, None, "some numbers are even and some are odd")
    kept = [number for number in numbers if number <= most]
    return answered(str(sum(kept)), str(max(kept)) if kept else NO_SOLUTION)


def by_brute_force(text: str, params: Mapping[str, int]) -> Answers:
    kept = [int(number) for number in text.split(",") if int(number) <= params["most"]]
    return str(sum(kept)), str(sorted(kept)[-1]) if kept else NO_SOLUTION


@st.composite
def numbers_and_most(draw: st.DrawFn) -> Input:
    numbers = draw(st.lists(st.integers(0, 600).map(lambda number: 2 * number), min_size=1, max_size=6))
    params = draw(st.just({}) | st.fixed_dictionaries({"most": st.integers(MOST.low, MOST.high)}))
    return Input(",".join(map(str, numbers)) + "\n", params)


def backwards(made: Input, _: Random) -> Input:
    return Input(",".join(reversed(made.text.strip().split(","))) + "\n", made.params)


SOME: Puzzle = dataclasses.replace(
    CRABS,
    puzzles=numbers_and_most,
    oracle=by_brute_force,
    params={"most": MOST},
    laws=(Law("the order does not matter", backwards, same),),
)


def test_a_day_with_a_parameter() -> None:
    said: dict[str, set[str]] = {"all": set(), "part 2": set()}

    def listens(text: str, params: Mapping[str, int]) -> Outcome:
        outcome = total_up_to(text, params)
        said["all"].add(claim(outcome))
        said["part 2"].add((answers_of(outcome) or ("", ""))[1] or "")
        return outcome

    done = check(SOME, one=total_up_to, two=listens)
    assert (done.disagreement, done.examples, done.proven) == (None, 500, 500)
    assert {"refused as a whole", "refused at line 1"} <= said["all"]
    assert NO_SOLUTION in said["part 2"]


def test_a_law_of_a_day_with_a_parameter_keeps_it() -> None:
    (law,) = SOME.laws
    changed = SOME.changed(law, Input("1,2\n", {"most": 10}), Random(0))
    assert changed == Input("2,1\n", {"most": 10})
    assert CRABS.changed(Law("none", unchanged, same), Input("1,2\n"), Random(0)) == Input("1,2\n")


LIARS: dict[str, Route] = {
    "ignores the parameter": lambda text, _: total_up_to(text, {}),
    "takes any value": lambda text, params: total_up_to(
        text, {name: min(max(value, MOST.low), MOST.high) for name, value in params.items()}
    ),
    "is off by one at the end of the range": lambda text, params: (
        Rejected(None, None, "too much") if params.get("most") == MOST.high else total_up_to(text, params)
    ),
    "names a line for a fault of the whole": lambda text, params: (
        Rejected(outcome.line or 1, 1, outcome.message)
        if isinstance(outcome := total_up_to(text, params), Rejected)
        else outcome
    ),
    "says nothing where there is no solution": lambda text, params: (
        Answered((outcome.answers[0], None), outcome.ns)
        if isinstance(outcome := total_up_to(text, params), Answered) and outcome.answers[1] == NO_SOLUTION
        else outcome
    ),
}


@pytest.mark.parametrize("what", LIARS)
def test_a_liar_about_a_parameter_is_found(what: str) -> None:
    found = check(SOME, one=total_up_to, two=LIARS[what]).disagreement
    assert found is not None
    assert len(found.claims) == 2
    table = tomllib.loads(found.entry())
    (entry,) = table["reject" if "reject" in table else "case"]
    assert entry.get("params", {}) == dict(found.made.params)
    if what == "names a line for a fault of the whole":
        assert (entry["line"], set(found.claims)) == (0, {"refused as a whole", "refused at line 1"})


def test_the_time_of_a_day_ends_but_not_before_the_fewest() -> None:
    done = check_day(CRABS, {"one": total}, 500, seed=0, fewest=7, allowance=Allowance(0))
    assert (done.examples, done.disagreement) == (7, None)


def test_what_was_waited_for_a_core_is_not_spent() -> None:
    hours = iter(range(0, 10**18, 3600 * 10**9))
    done = check_day(CRABS, {"one": total}, 50, seed=0, allowance=Allowance(0, lambda: next(hours)))
    assert (done.examples, done.seconds) == (50, 0)


def test_what_was_waited_is_not_asked_for_each_text() -> None:
    began, asked = monotonic(), []

    def nearly_always() -> int:
        asked.append("waited")
        return round(0.9 * (monotonic() - began) * 1e9)

    allowance = Allowance(0.05, nearly_always)
    looks = 0
    while not allowance.is_spent:
        looks += 1
    assert monotonic() - began >= 0.4
    assert len(asked) < 500 < looks


def test_one_that_hangs_is_not_waited_for_again() -> None:
    waited = []

    def hangs(text: str, _params: object) -> Outcome:
        if len(text) < 8:
            return total(text)
        waited.append(text)
        return TimedOut(60)

    found = check(one=total, two=hangs).disagreement
    assert found is not None
    assert len(waited) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "1,2\n",
        "a\nb\n",
        "\n\n\n",
        'a"""b\n\\\n\n',
        "a\r\nb\r\n",
        "\x00\x7f\x1b\ufeff\u2028",
        "\U0001f980\nz\n",
        'x\n"',
        'x\ny""""',
    ],
)
def test_a_text_as_toml(text: str) -> None:
    assert tomllib.loads(f"it = {toml_string(text)}")["it"] == text
