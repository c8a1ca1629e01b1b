"""`crosscheck agree`: the command."""

import json
import signal
from pathlib import Path

import pytest
from click.testing import CliRunner

from crosscheck.__main__ import command_line
from crosscheck.judging.parallel import undisturbed
from trees import plant


def test_the_command() -> None:
    ran = CliRunner().invoke(
        command_line, ["agree", "-y", "2021", "-d", "7", "-n", "12", "--seed", "3", "-l", "python", "--json"]
    )
    assert ran.exit_code == 0, ran.output
    said = json.loads(ran.stdout)
    assert (said["day"], said["examples"], said["agreed"], said["asked"]) == (7, 12, True, ["python"])


def test_a_language_that_is_not_built_is_named_and_fails(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="absent")
    said = tree.crosscheck("agree", "-d1", "--mutate", "20", "--seed", "1", "--jobs", "1")
    assert said.status == 1
    assert "agree: Ada  20 mutants" in said.out
    assert "not asked: Basic" in said.out
    assert "crosscheck: Basic was not asked: not built (no/such/program)" in said.err


@pytest.mark.parametrize(
    ("options", "clear"),
    [
        (["-n", "5", "--mutate", "5"], "-n is for generated texts: say how many mutants by --mutate N"),
        (["--for", "1h", "--json"], "--json: with --for there is a journal, which is JSON: see crosscheck tally"),
    ],
)
def test_an_option_that_would_have_no_effect_is_refused(tmp_path: Path, options: list[str], clear: str) -> None:
    said = plant(tmp_path, Ada="").crosscheck("agree", "-d1", *options)
    assert (said.status, said.out, said.err) == (2, "", f"crosscheck: {clear}\n")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_to_end_waits_until_a_process_is_begun(number: signal.Signals) -> None:
    class EndedError(Exception):
        pass

    def end(*_: object) -> None:
        raise EndedError

    def begin() -> None:
        with undisturbed():
            signal.raise_signal(number)
            done.append("begun")

    before = signal.signal(number, end)
    done: list[str] = []
    try:
        with pytest.raises(EndedError):
            begin()
        assert done == ["begun"]
        assert signal.getsignal(number) is end
    finally:
        signal.signal(number, before)
