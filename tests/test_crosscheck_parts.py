"""The harness's parts by themselves: files it reads, lists of days, verdicts."""

import errno
import json
import re
from pathlib import Path

import pytest

import crosscheck
from crosscheck import aocd_files, cases, days, inputs, languages
from crosscheck.errors import UserError
from crosscheck.languages import KEYS, Language
from crosscheck.options import which_days
from crosscheck.outcome import Answered, Crashed, Exited, Missing, Outcome, Rejected, Timing, Unsupported
from crosscheck.verdict import BOTH, Verdict, judge
from routes import LANGUAGES, ROOT
from trees import plant

NOWHERE = {"AOCD_DIR": "/nowhere"}


# languages.toml


def write_languages(root: Path, text: str) -> None:
    """A languages.toml."""
    (root / "languages.toml").write_text(text, encoding="utf-8")


TABLE = '[a]\ntitle="A"\nserve=["a"]\nbuild="a"\nsolution="a/{year}/{day:02}"\nlexer="a"\n'


def test_languages_are_in_the_order_of_the_file(tmp_path: Path) -> None:
    write_languages(tmp_path, TABLE.replace("[a]", "[b]") + TABLE + 'same_as = "b"\n')
    loaded = languages.load(tmp_path)
    assert list(loaded) == ["b", "a"]
    assert loaded["a"].same_as == "b"
    assert loaded["a"].solution_path(tmp_path, 2021, 7) == tmp_path / "a/2021/07"
    assert languages.choose(loaded, ["A", "b"]) == languages.choose(loaded, []) == [*loaded.values()]
    assert languages.choose(loaded, ["a, a"]) == [loaded["a"]]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no language"),
        ("[a", "languages.toml: "),
        ("a = 1", "[a] is not a table"),
        (TABLE + "color = 1", "[a] color: no such key"),
        (TABLE.replace('build="a"\n', ""), "[a] has no build"),
        (TABLE.replace('["a"]', '"a"'), "[a] serve: expected a list of words"),
        (TABLE.replace('["a"]', "[]"), "[a] serve: expected a list of words"),
        (TABLE.replace('lexer="a"', "lexer=1"), "[a] lexer: expected a string"),
        (TABLE + 'same_as = "z"', "[a] same_as: no table [z]"),
    ],
)
def test_a_wrong_languages_file(tmp_path: Path, text: str, why: str) -> None:
    write_languages(tmp_path, text)
    with pytest.raises(UserError) as raised:
        languages.load(tmp_path)
    assert why in str(raised.value)


def test_what_to_type_depends_on_the_toolchain() -> None:
    def language(toolchain: str, install: str | None) -> Language:
        return Language("x", "X", ("x",), "x", "x", "x", toolchain=toolchain, install=install)

    assert language("sh", "curl").how_to_build() == "make x"
    assert language("sh", "curl").how_to_build(checked=True) == "make x-checked"
    assert language("no-such-thing", "curl it").how_to_build() == "curl it && make x"
    assert language("no-such-thing", "make setup").how_to_build() == "make setup"
    assert language("no-such-thing", None).how_to_build() == "make x"


def test_no_module_of_the_harness_names_a_language() -> None:
    names = {word for key in LANGUAGES for word in key.split("-")} - {"from", "python"}
    for module in (ROOT / "python/src/crosscheck").glob("*.py"):
        words = set(module.read_text(encoding="utf-8").lower().replace('"', " ").split())
        assert not names & words, module.name


def test_every_module_of_the_harness_has_its_place_in_the_docstring_that_lists_them() -> None:
    listed = set(re.findall(r"\w+", crosscheck.__doc__ or ""))
    assert {module.stem for module in (ROOT / "python/src/crosscheck").glob("*.py")} - {"__init__"} <= listed


def test_languages_toml_says_what_each_of_its_keys_means() -> None:
    head = (ROOT / "languages.toml").read_text(encoding="utf-8").partition("\n[")[0]
    said = set(re.findall(r"^#   (\w+) {2,}", head, re.MULTILINE)) | set(re.findall(r"and `(\w+)`, what to type", head))
    assert said == KEYS


# cases.toml


def read_cases(root: Path, text: str) -> cases.DayCases:
    """A cases.toml, read."""
    file = root / "cases.toml"
    file.write_text(text, encoding="utf-8")
    return cases.load(file)


def test_cases_are_read(tmp_path: Path) -> None:
    known = read_cases(
        tmp_path,
        '[[case]]\nname="a"\ninput="1\\n"\nanswers=["1","-"]\nparams={width=3}\n'
        '[[case]]\nname="one part"\ninput="1\\n"\nanswers=["1"]\n'
        '[[reject]]\nname="b"\ninput=""\nline=1\n'
        '[full]\nseed=0\nsize=5\nanswers=["-","x"]\n',
    )
    assert known.cases[0] == cases.Case("a", "1\n", ("1", None), {"width": 3})
    assert known.cases[1].answers == ("1", None)
    assert known.rejects == (cases.Reject("b", "", 1),)
    assert known.full == cases.Full(0, 5, (None, "x"))


CASE = '[[case]]\nname="a"\ninput="1"\nanswers=["1","2"]\n'
REJECT = '[[reject]]\nname="b"\ninput="1"\nline=1\n'


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[[cases]]", "cases: no such key"),
        ("draft = 1", "draft: expected true or false"),
        (CASE + "answer=1", "case 'a': answer: no such key"),
        (CASE.replace('["1","2"]', "[1,2]"), "case 'a': answers: expected two strings"),
        (CASE.replace('["1","2"]', '["1","2","3"]'), "case 'a': answers: expected two strings"),
        (CASE.replace('name="a"', ""), "case None: name: expected str"),
        (CASE + CASE, "'a' is there twice"),
        (CASE + REJECT.replace('"b"', '"a"'), "'a' is there twice"),
        (REJECT + REJECT.replace('"b"', '"c"'), "'1' is there twice"),
        (REJECT.replace("line=1", "line=0"), "reject 'b': lines count from 1"),
        (REJECT.replace("line=1", "line=true"), "reject 'b': line: expected int"),
        ('[full]\nseed=1\nanswers=["1","2"]', "full: size: expected int"),
    ],
)
def test_a_wrong_cases_file(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(UserError) as raised:
        read_cases(tmp_path, text)
    assert why in str(raised.value)


# inputs


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


# lists of days


def test_lists_of_days() -> None:
    assert days.parse("1-3, 7,2") == [1, 2, 3, 7]
    assert days.parse("25") == [25]
    assert days.show([7, 1, 2, 3, 9, 8]) == "1-3, 7-9"
    assert days.show([]) == ""


@pytest.mark.parametrize("text", ["", ",", "0", "26", "1-", "-1", "3-1", "1--2", "\u0661", "+1", "1.0"])
def test_what_is_no_list_of_days(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        days.parse(text)


# verdicts


def speaker(title: str, same_as: str | None = None) -> Language:
    """A language that says something."""
    return Language(title.lower(), title, ("x",), "x", "x", "x", same_as=same_as)


def answered(one: str | None, two: str | None) -> Outcome:
    """An answer."""
    return Answered((one, two), Timing(1))


ADA, BASIC, COBOL = speaker("Ada"), speaker("Basic"), speaker("Cobol")
ROAD = speaker("Ada by post", same_as="ada")


def test_agreement() -> None:
    said = [(ADA, answered("1", "2")), (BASIC, answered("1", "2"))]
    verdict = judge(said, ("1", "2"))
    assert verdict.ok
    assert verdict.lines == ("agree: all languages, both parts, and the recorded answers",)
    assert verdict.groups == {"1, 2": ["Ada", "Basic"]}


def test_two_roads_to_the_same_solutions_are_one_witness() -> None:
    said = [(ADA, answered("1", "2")), (ROAD, answered("1", "2"))]
    (line,) = judge(said, (None, None), everyone=False).lines
    assert "Ada and Ada by post (the same solutions by two roads)" in line


def test_one_language_has_nobody_to_agree_with() -> None:
    (line,) = judge([(ADA, answered("1", "2"))], (None, None), everyone=False).lines
    assert line.startswith("Ada alone, nobody to agree with")


def test_a_part_that_one_does_not_have_is_a_disagreement() -> None:
    verdict = judge([(ADA, answered("1", None)), (BASIC, answered("1", "0"))], (None, None))
    assert not verdict.ok
    assert verdict.groups == {"1, -": ["Ada"], "1, 0": ["Basic"]}


def test_a_wrong_answer_is_wrong_even_if_all_agree() -> None:
    verdict = judge([(ADA, answered("1", "2")), (BASIC, answered("1", "2"))], ("1", "3"))
    assert not verdict.ok
    assert "Ada says 2, Basic says 2" in verdict.lines[0]


def test_refusals_agree_by_line_only() -> None:
    first, second = Rejected(3, 1, "expected this"), Rejected(3, 9, "expected that")
    verdict = judge([(ADA, first), (BASIC, second)], (None, None))
    assert verdict.groups == {"refused at line 3": ["Ada", "Basic"]}
    assert not verdict.ok, "but nobody has answered"
    verdict = judge([(ADA, first), (BASIC, Rejected(4, 1, "expected this"))], (None, None))
    assert len(verdict.groups) == 2


def test_a_failure_is_no_disagreement_but_not_well() -> None:
    said: list[tuple[Language, Outcome]] = [
        (ADA, answered("1", "2")),
        (BASIC, Exited(-11)),
        (COBOL, Missing("cobol", "make cobol")),
    ]
    verdict = judge(said, (None, None))
    assert not verdict.ok
    assert verdict.groups == {"1, 2": ["Ada"]}
    assert "FAILED: Basic killed by signal 11 (SIGSEGV)" in verdict.lines
    assert "not asked: Cobol" in verdict.lines


def test_nobody_there_is_not_well() -> None:
    verdict = judge([(ADA, Unsupported("2021 day 9"))], (None, None))
    assert not verdict.ok
    assert verdict.groups == {}
    assert verdict.lines == ("not asked: Ada",)


# verdicts on a draft

NOT_THERE = Unsupported("2021 day 9")


def judge_draft(*said: tuple[Language, Outcome], recorded: cases.Recorded = (None, None)) -> Verdict:
    """Of a day with two parts."""
    return judge(said, recorded, due=BOTH, draft=True)


def test_what_a_draft_lacks_is_no_fault_and_what_is_there_is_compared() -> None:
    said = (ADA, answered("1", "2")), (BASIC, answered("1", None)), (COBOL, NOT_THERE)
    verdict = judge_draft(*said)
    assert verdict.ok
    assert verdict.lines == (
        "agree: Ada and Basic, part 1, no recorded answers",
        "Ada alone, nobody to agree with, part 2, no recorded answers",
        "not yet: Cobol; part 2 of Basic",
    )
    strict = judge(said, (None, None), due=BOTH)
    assert not strict.ok
    assert "NOT WRITTEN: part 2 of Basic" in strict.lines
    assert "not asked: Cobol" in strict.lines


def test_a_part_that_nobody_has_is_a_fault_unless_it_does_not_exist() -> None:
    said = [(ADA, answered("1", None)), (BASIC, answered("1", None))]
    assert judge(said, (None, None), due=(1,)).ok
    verdict = judge(said, (None, None), due=BOTH)
    assert not verdict.ok
    assert verdict.lines == ("NOT WRITTEN: part 2 of Ada, Basic",)


def test_a_draft_of_which_nothing_is_written_is_well() -> None:
    verdict = judge_draft((ADA, answered(None, None)), (BASIC, NOT_THERE))
    assert verdict.ok
    assert verdict.lines == ("not yet: Basic; part 1 of Ada; part 2 of Ada",)


def test_other_answers_to_a_part_of_a_draft_are_a_disagreement() -> None:
    verdict = judge_draft((ADA, answered("1", None)), (BASIC, answered("2", "5")), (COBOL, answered(None, "5")))
    assert not verdict.ok
    assert verdict.groups == {"1, -": ["Ada"], "2, 5": ["Basic"], "-, 5": ["Cobol"]}


def test_an_answer_of_a_draft_that_is_not_the_recorded_one_is_wrong() -> None:
    verdict = judge_draft((ADA, answered("1", None)), (BASIC, answered(None, "5")), recorded=("2", "5"))
    assert not verdict.ok
    assert verdict.lines[0] == "WRONG: the recorded answer of part 1 is 2; Ada says 1"


def test_a_parse_of_a_draft_that_does_not_fit_yet_is_no_fault_if_another_does() -> None:
    refusal = Rejected(3, 1, "expected this")
    verdict = judge_draft((ADA, answered("1", "2")), (BASIC, refusal))
    assert verdict.ok
    assert verdict.lines[-1] == "not yet: Basic (refused at 3:1: expected this)"
    assert not judge_draft((ADA, refusal), (BASIC, refusal)).ok


@pytest.mark.parametrize("failure", [Exited(-11), Crashed("oops"), Missing("basic", "make basic")])
def test_a_failure_on_a_draft_is_a_failure(failure: Outcome) -> None:
    assert not judge_draft((ADA, answered("1", "2")), (BASIC, failure)).ok


def test_a_whole_year_may_be_meant_without_its_drafts(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="")
    tree.write("inputs/2021/02/cases.toml", "draft = true\n")
    assert 2 in which_days(tmp_path, 2021, None)[1]
    assert 2 not in which_days(tmp_path, 2021, None, drafts=False)[1]
    assert which_days(tmp_path, 2021, [2], drafts=False) == (2021, [2])
    tree.write("inputs/2031/01/cases.toml", "draft = true\n")
    assert which_days(tmp_path, None, None) == (2031, [1])
    with pytest.raises(UserError, match="2031 has drafts only: name the days, as in -d 1"):
        which_days(tmp_path, None, None, drafts=False)
