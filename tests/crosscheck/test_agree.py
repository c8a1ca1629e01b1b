"""`crosscheck agree`: the command."""

import json

from click.testing import CliRunner

from crosscheck.__main__ import command_line


def test_the_command() -> None:
    ran = CliRunner().invoke(
        command_line, ["agree", "-y", "2021", "-d", "7", "-n", "12", "--seed", "3", "-l", "python", "--json"]
    )
    assert ran.exit_code == 0, ran.output
    said = json.loads(ran.stdout)
    assert (said["day"], said["examples"], said["agreed"], said["asked"]) == (7, 12, True, ["python"])


def test_a_language_that_is_not_built_is_named_and_fails() -> None:
    ran = CliRunner().invoke(command_line, ["agree", "-y", "2021", "-d", "7", "-n", "5", "-l", "nobody"])
    assert ran.exit_code != 0
