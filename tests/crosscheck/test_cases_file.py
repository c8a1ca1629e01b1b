"""cases.toml: what is read of it, and what is refused."""

from pathlib import Path

import pytest

from crosscheck.errors import UserError
from crosscheck.tree import cases


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
        '[[reject]]\nname="the whole"\ninput="1\\n"\nline=0\nparams={width=-3}\n'
        '[full]\nseed=0\nsize=5\nanswers=["-","x"]\n',
    )
    assert known.cases[0] == cases.Case("a", "1\n", ("1", None), {"width": 3})
    assert known.cases[1].answers == ("1", None)
    assert known.rejects == (cases.Reject("b", "", 1), cases.Reject("the whole", "1\n", None, {"width": -3}))
    assert known.full == cases.Full(0, 5, (None, "x"))


CASE = '[[case]]\nname="a"\ninput="1"\nanswers=["1","2"]\n'
REJECT = '[[reject]]\nname="b"\ninput="1"\nline=1\n'


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[[cases]]", "cases: no such key"),
        ("draft = 1", "draft: expected true or false"),
        ("solved = true", "solved: expected a list of languages, as they are called in languages.toml"),
        ("solved = [1]", "solved: expected a list of languages, as they are called in languages.toml"),
        (CASE + "answer=1", "case 'a': answer: no such key"),
        (CASE.replace('["1","2"]', "[1,2]"), "case 'a': answers: expected two strings"),
        (CASE.replace('["1","2"]', '["1","2","3"]'), "case 'a': answers: expected two strings"),
        (CASE.replace('name="a"', ""), "case None: name: expected str"),
        (CASE + CASE, "'a' is there twice"),
        (CASE + REJECT.replace('"b"', '"a"'), "'a' is there twice"),
        (REJECT + REJECT.replace('"b"', '"c"'), "'1' is there twice"),
        (REJECT.replace("line=1", "line=-1"), "reject 'b': lines count from 1; 0 is for the text as a whole"),
        (CASE + "params={width=1.5}", "case 'a': params: width: expected a whole number"),
        (REJECT + "params={width=true}", "reject 'b': params: width: expected a whole number"),
        (CASE + "params=3", "case 'a': params: expected dict"),
        (REJECT.replace("line=1", "line=true"), "reject 'b': line: expected int"),
        ('[full]\nseed=1\nanswers=["1","2"]', "full: size: expected int"),
    ],
)
def test_a_wrong_cases_file(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(UserError) as raised:
        read_cases(tmp_path, text)
    assert why in str(raised.value)


def test_the_marks_are_read_without_the_rest(tmp_path: Path) -> None:
    file = tmp_path / "inputs/2021/01/cases.toml"
    file.parent.mkdir(parents=True)
    for head, marked in {
        "": (False, ()),
        "# Why.\ndraft = true\n\n": (True, ()),
        'solved = ["python"]\n': (False, ("python",)),
    }.items():
        file.write_text(f'{head}[[case]]\nname = "draft = true"\ninput = """\n[1]\n"""\nanswers = ["1", "-"]\n')
        assert cases.marks(tmp_path, 2021, 1) == marked
        assert cases.is_draft(tmp_path, 2021, 1) == cases.load(file).draft == (marked != (False, ()))
        assert cases.load(file).solved == marked[1]
    assert cases.marks(tmp_path, 2021, 2) == (False, ())
    file.write_text("draft = 1\n")
    with pytest.raises(UserError, match="draft: expected true or false"):
        cases.is_draft(tmp_path, 2021, 1)
