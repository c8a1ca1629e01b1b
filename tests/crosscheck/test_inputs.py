"""Which input is used, whose it is, and which answers are recorded for it."""

import errno
import json
import re
from pathlib import Path

import pytest

from crosscheck.errors import UserError
from crosscheck.tree import aocd_files, cases, inputs
from trees import plant

NOWHERE = {"AOCD_DIR": "/nowhere"}


def test_inputs_are_looked_for_in_order(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="")
    environ = {"AOC_INPUTS": str(tmp_path / "mine"), "AOCD_DIR": str(tmp_path / "aocd")}

    def found() -> str:
        return inputs.find(tmp_path, 2021, 1, None, environ).source

    assert found() == "inputs/2021/01/full.txt"
    tree.write("aocd/me/2021_01_input.txt", "x")
    assert found() == "advent-of-code-data's cache, me/2021_01_input.txt"
    tree.write("inputs/private/2021/01.txt", "x\n")
    assert found() == "inputs/private/2021/01.txt"
    tree.write("mine/2021/01.txt", "x\n")
    assert found() == "$AOC_INPUTS/2021/01.txt"
    given = tree.write("elsewhere", "x\n")
    assert inputs.find(tmp_path, 2021, 1, str(given), environ).source == str(given)
    with pytest.raises(UserError, match="no input for 2021 day 2: put yours at inputs/private"):
        inputs.find(tmp_path, 2021, 2, None, environ)


def test_answers_belong_to_the_input_that_was_used(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="")

    def recorded(given: str | None = None) -> cases.Recorded:
        return inputs.find(tmp_path, 2021, 1, given, NOWHERE).recorded

    assert recorded() == ("3", "9")
    assert recorded(str(tree.write("copy", "abc\r\ndef\r\nghi\r\n\r\n"))) == ("3", "9")
    assert recorded(str(tree.write("case", "abc\ndef"))) == ("2", "6")
    assert recorded(str(tree.write("other", "abc\n"))) == (None, None)
    tree.write("inputs/private/2021/01.txt", "zzz\n")
    assert recorded() == (None, None)
    tree.write("inputs/private/2021/answers.json", '{"01": ["1", null], "02": ["x", "y"]}')
    assert recorded() == ("1", None)
    tree.write("inputs/private/2021/answers.json", '{"01": [1, "-"]}')
    assert recorded() == ("1", None)
    tree.write("inputs/private/2021/answers.json", '{"01": null}')
    assert recorded() == (None, None)


def test_answers_belong_to_the_parameters_that_were_set(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="")
    cases_file = tree.root / "inputs/2021/01/cases.toml"
    with_params = '\n[[case]]\nname = "p"\ninput = "abc\\ndef\\n"\nparams = { worth = 2 }\nanswers = ["2", "12"]\n'
    cases_file.write_text(cases_file.read_text(encoding="utf-8") + with_params, encoding="utf-8")

    def recorded(given: str | None, **params: int) -> cases.Recorded:
        return inputs.find(tmp_path, 2021, 1, given, NOWHERE, params).recorded

    text = str(tree.write("case", "abc\ndef\n"))
    assert recorded(text) == ("2", "6")
    assert recorded(text, worth=2) == ("2", "12")
    assert recorded(text, worth=3) == (None, None)
    assert recorded(None) == ("3", "9")
    assert recorded(None, worth=2) == (None, None), "those of full.txt are for the defaults"


def test_answers_of_the_cache_are_used(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="")
    tree.write("aocd/me/2021_01_input.txt", "zzz")
    tree.write("aocd/me/2021_01a_answer.txt", "1")
    source = inputs.find(tmp_path, 2021, 1, None, {"AOCD_DIR": str(tmp_path / "aocd")})
    assert source.recorded == ("1", None)


def test_of_several_users_in_the_cache_one_is_chosen(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="")
    users = "github.ann.1 google.ann.2 reddit.bob.3".split()
    for user in users:
        tree.write(f"aocd/{user}/2021_01_input.txt", f"{user}\n")
    tree.write("aocd/token2id.json", json.dumps({"aaa": users[0], "zzz": "github.zoe.9"}))
    aocd_files.learn_owner("bbb", users[2], {"AOCD_DIR": str(tmp_path / "aocd")})

    def chosen(**environ: str) -> str:
        found = inputs.find(tmp_path, 2021, 1, None, {"AOCD_DIR": str(tmp_path / "aocd"), **environ})
        return found.source.split(", ")[1].split("/")[0]

    assert chosen(AOC_SESSION="aaa") == "github.ann.1"
    assert chosen(AOC_SESSION="bbb") == "reddit.bob.3"
    assert chosen(AOC_SESSION="aaa", AOC_USER="bob") == "reddit.bob.3"
    assert chosen(AOC_USER="google.ann.2") == "google.ann.2"
    several = re.escape(f"of several users, {', '.join(users)}: say whose, as in AOC_USER=github.ann.1")
    for environ in ({}, {"AOC_SESSION": "ccc"}, {"AOC_SESSION": "zzz"}):
        with pytest.raises(UserError, match=several):
            chosen(**environ)
    with pytest.raises(UserError, match=r"of several users, github\.ann\.1, google\.ann\.2: say whose"):
        chosen(AOC_USER="ann")
    tree.write("aocd/token", "bbb\n")
    assert chosen() == "reddit.bob.3"
    tree.write("config/token", "aaa\n")
    tree.write("config/token2id.json", json.dumps({"aaa": users[0]}))
    assert chosen(AOCD_CONFIG_DIR=str(tmp_path / "config")) == "github.ann.1"


def test_whose_input_is_not_there_is_not_replaced_by_another_s(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="")
    tree.write("aocd/github.ann.1/2021_01_input.txt", "x\n")
    environ = {"AOCD_DIR": str(tmp_path / "aocd"), "AOC_USER": "bob"}
    assert inputs.find(tmp_path, 2021, 1, None, environ).source == "inputs/2021/01/full.txt"


@pytest.mark.parametrize("name", ["token2id.json", "crosscheck-users.json"])
def test_a_broken_file_of_users_is_named_and_not_quoted(tmp_path: Path, name: str) -> None:
    tree = plant(tmp_path, Ada="")
    file = tree.write(f"aocd/{name}", '{"aaa')
    with pytest.raises(UserError) as raised:
        aocd_files.owner("aaa", {"AOCD_DIR": str(file.parent)})
    assert str(raised.value) == f"{file} is not JSON (JSONDecodeError): mend or remove it"


def test_answers_are_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = plant(tmp_path, Ada="")
    tree.write("inputs/private/2021/01.txt", "zzz\n")
    answers = tree.write("inputs/private/2021/answers.json", '{"02": ["x", "y"]}')
    used = inputs.find(tmp_path, 2021, 1, None, NOWHERE)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", full)
        with pytest.raises(
            UserError, match=r"cannot write .*answers\.json, which is as it was: No space left on device"
        ):
            inputs.remember(used, 1, ("1", None))
    assert answers.read_text(encoding="utf-8") == '{"02": ["x", "y"]}'
    assert sorted(file.name for file in answers.parent.iterdir()) == ["01.txt", "answers.json"]
    assert inputs.remember(used, 1, ("1", None)) == answers
    assert json.loads(answers.read_text(encoding="utf-8")) == {"01": ["1", None], "02": ["x", "y"]}


@pytest.mark.parametrize("text", ["[", "[]", '{"01": "1"}', '{"01": ["1"]}'])
def test_a_wrong_answers_file_is_named(tmp_path: Path, text: str) -> None:
    tree = plant(tmp_path, Ada="")
    tree.write("inputs/private/2021/01.txt", "zzz\n")
    file = tree.write("inputs/private/2021/answers.json", text)
    with pytest.raises(UserError) as raised:
        inputs.find(tmp_path, 2021, 1, None, NOWHERE)
    assert str(raised.value).startswith(f"{file}: ")


def test_records_that_contradict_each_other_are_named(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="")
    tree.write("inputs/private/2021/01.txt", "abc\ndef\n")
    tree.write("inputs/private/2021/answers.json", '{"01": ["2", "7"]}')
    with pytest.raises(UserError, match="the records give part 2 as 6 and 7"):
        inputs.find(tmp_path, 2021, 1, None, NOWHERE)
