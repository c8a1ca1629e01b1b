"""The Python program on toy days: parameters, no solution, no answer, a part that is not written yet."""

import io
import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from aoc import registry, serve
from aoc.__main__ import main
from aoc.command_line import command_line
from aoc.registry import AnswerError, Day, UnknownDayError, UnknownParameterError
from aoc.text import InputError, Reader


def later(_: object) -> None:
    raise NotImplementedError


def row_of_stars(text: str, *, row: int = 3) -> str:
    rows = Reader(text).rows(".*", 10)
    if row >= len(rows):
        raise Reader(text).error_of_whole("there are fewer rows than that")
    return rows[row]


HALF = Day(parse=len, part1=lambda length: length, part2=later)
NONE = Day(parse=len, part1=lambda _: None, part2=None)
STARS = Day(row_of_stars, lambda row: row.count("*"), lambda row: row, {"row": range(9)})


class Toys:
    """A registry of the toy days."""

    def days(self) -> list[tuple[int, int]]:
        return [(2026, 1)]

    def load(self, year: int, day: int) -> Day:
        if (year, day) != (2026, 1):
            raise UnknownDayError(f"{year} day {day}")
        return STARS


TEXT = "*..\n**.\n.**\n***\n"


def solve(monkeypatch: pytest.MonkeyPatch, day: Day, *arguments: str, text: str = TEXT) -> Result:
    monkeypatch.setattr(registry, "load", lambda year, number: day)
    return CliRunner().invoke(command_line, ["solve", "2026", "1", *arguments], input=text)


def ask(**more: Any) -> dict[str, Any]:
    request = {"cmd": "solve", "seq": 1, "year": 2026, "day": 1, "input": TEXT, **more}
    (reply,) = serve.answer_all(Toys(), io.BytesIO(json.dumps(request).encode()))
    reply.pop("ns", None)
    return reply


def test_a_part_that_is_not_written_yet_has_no_answer() -> None:
    assert HALF.run("abc").answers == ("3", None)


def test_it_is_said_apart_from_the_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    said = solve(monkeypatch, HALF, text="abc")
    assert (said.exit_code, said.stdout) == (0, "3\n")
    assert said.stderr == "aoc-py: part 2 of 2026 day 1 is not written yet\n"


def test_no_solution_is_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    assert NONE.run("abc").answers == ("no solution", None)
    assert solve(monkeypatch, NONE).stdout == "no solution\n"


@pytest.mark.parametrize("value", [12.0, True, [1], b"1"])
def test_what_is_no_answer_is_refused_with_the_part_that_returned_it(value: Any) -> None:
    day = Day(parse=len, part1=lambda _: 1, part2=lambda _: value)
    kind = type(value).__name__
    with pytest.raises(AnswerError) as caught:
        day.run("")
    assert str(caught.value) == f"part 2 returned {value!r} ({kind}): an answer is a whole number or text"


def test_a_parameter_has_a_default_and_may_be_set() -> None:
    assert STARS.run(TEXT).answers == ("3", "***")
    assert STARS.run(TEXT, {"row": 0}).answers == ("1", "*..")
    with pytest.raises(UnknownParameterError):
        STARS.run(TEXT, {"column": 0})
    with pytest.raises(InputError) as caught:
        STARS.run(TEXT, {"row": 9})
    assert str(caught.value) == "row: expected a number from 0 to 8"
    assert caught.value.line is None


def test_parameters_on_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    assert solve(monkeypatch, STARS, "--param", "row=1").stdout == "2\n**.\n"
    assert solve(monkeypatch, STARS, "--param", "row=1", "--param", "row=0").stdout == "1\n*..\n"


@pytest.mark.parametrize(
    ("param", "status", "said"),
    [
        ("column=1", 64, '2026 day 1: no parameter "column"'),
        ("row", 64, "--param row: expected NAME=NUMBER"),
        ("row=", 64, "--param row=: expected NAME=NUMBER"),
        ("row=1.0", 64, "--param row=1.0: expected NAME=NUMBER"),
        ("=1", 64, "--param =1: expected NAME=NUMBER"),
        ("row=-1", 65, "input.txt: row: expected a number from 0 to 8"),
        ("row=9", 65, "input.txt: row: expected a number from 0 to 8"),
        ("row=8", 65, "input.txt: there are fewer rows than that"),
    ],
)
def test_wrong_parameters_on_the_command_line(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Any,
    param: str,
    status: int,
    said: str,
) -> None:
    monkeypatch.setattr(registry, "load", lambda year, number: STARS)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "input.txt").write_text(TEXT, encoding="ascii")
    monkeypatch.setattr("sys.argv", ["aoc-py", "solve", "2026", "1", "input.txt", "--param", param])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == status
    assert capsys.readouterr() == ("", f"aoc-py: {said}\n")


@pytest.mark.parametrize(
    ("params", "reply"),
    [
        ({}, {"answers": ("3", "***")}),
        (None, {"error": "params: expected an object"}),
        ({"row": 1}, {"answers": ("2", "**.")}),
        ({"column": 1}, {"unsupported": '2026 day 1: no parameter "column"'}),
        ({"row": 9}, {"rejected": {"message": "row: expected a number from 0 to 8"}}),
        ({"row": 8}, {"rejected": {"message": "there are fewer rows than that"}}),
        ({"row": 1.0}, {"error": "params: row: expected a whole number"}),
        ({"row": True}, {"error": "params: row: expected a whole number"}),
        ({"row": "1"}, {"error": "params: row: expected a whole number"}),
        ([1], {"error": "params: expected an object"}),
    ],
)
def test_parameters_of_a_request(params: Any, reply: dict[str, Any]) -> None:
    assert ask(params=params) == {"seq": 1, **reply}
    timed = ask(cmd="time", runs=2, params=params)
    assert timed == {"seq": 1, **reply}
