"""How disagreements are found and shrunk: on a day whose routes are functions."""

import dataclasses
import tomllib

import pytest

from crosscheck import puzzles
from crosscheck.judging.agreement import BRUTE_FORCE, PUZZLE_MODULE, Checked, Route, check_day, toml_string
from crosscheck.puzzles import Puzzle
from crosscheck.solvers.outcome import Answered, Answers, Crashed, Outcome, Rejected, TimedOut, Timing


def answered(*answers: str) -> Answered:
    one, two = answers
    return Answered((one, two), Timing(1))


def total(text: str) -> Outcome:
    """What the puzzle of day 7 accepts, added up."""
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    numbers = lines[0].split(",")
    if not all(number.isascii() and number.isdigit() and int(number) < 100_000 for number in numbers):
        return Rejected(1, 1, "expected numbers")
    if len(lines) > 1:
        return Rejected(2, 1, "expected the end")
    return answered(str(sum(map(int, numbers))), "0")


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

        def listens(text: str) -> Outcome:
            seen.append(text)
            return total(text)

        check_day(CRABS, {"one": listens}, 50, seed)
        return seen

    assert texts(1) == texts(1) != texts(2)


def test_a_wrong_answer_is_found_and_shrunk() -> None:
    def wrong_from_fifty_on(text: str) -> Outcome:
        said = total(text)
        return answered("1", "0") if isinstance(said, Answered) and int(said.answers[0] or "") >= 50 else said

    found = check(one=total, two=wrong_from_fifty_on).disagreement
    assert found is not None
    assert (found.text, found.damaged) == ("50\n", False)
    assert found.claims == {"50, 0": ["one"], "1, 0": ["two"]}


def test_brute_force_is_asked_too() -> None:
    proven = dataclasses.replace(CRABS, oracle=total_by_brute_force)
    assert check(proven, one=total, two=total).proven == 500
    found = check(proven, one=lambda _: answered("7", "0"), two=lambda _: answered("7", "0")).disagreement
    assert found is not None
    assert found.text == "0\n"
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
    found = check(one=lambda _: Rejected(1, 1, "no"), two=lambda _: Rejected(1, 5, "not that")).disagreement
    assert found is not None
    assert found.claims == {"refused at line 1": ["one", "two"], "it is valid": [PUZZLE_MODULE]}


def test_one_that_takes_too_much_is_found_and_shrunk() -> None:
    found = check(one=total, two=lambda text: total(text.replace(" ", ""))).disagreement
    assert found is not None
    assert found.damaged
    assert found.claims.keys() >= {"refused at line 1"}
    assert len(found.text) <= 3, found.text
    entry = tomllib.loads(found.entry())["reject"][0]
    assert (entry["input"], entry["line"]) == (found.text, 1)


def test_another_line_is_a_disagreement() -> None:
    def counts_from_zero(text: str) -> Outcome:
        said = total(text)
        return dataclasses.replace(said, line=said.line + 1) if isinstance(said, Rejected) else said

    found = check(one=total, two=counts_from_zero).disagreement
    assert found is not None
    assert found.claims == {"refused at line 1": ["one"], "refused at line 2": ["two"]}


def test_a_crash_is_a_failure_though_all_crash() -> None:
    found = check(one=lambda _: Crashed("oops"), two=lambda _: Crashed("oops")).disagreement
    assert found is not None
    assert found.claims == {"crashed: oops": ["one", "two"]}


def test_one_that_hangs_is_not_waited_for_again() -> None:
    waited = []

    def hangs(text: str) -> Outcome:
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
