"""languages.toml: what is read of it, and what is refused."""

import re
from pathlib import Path

import pytest

from crosscheck.errors import UserError
from crosscheck.tree import languages
from crosscheck.tree.languages import KEYS, Language
from places import ROOT
from trees import plant


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
        (TABLE.replace('lexer="a"\n', ""), "[a] has no lexer"),
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


def test_languages_toml_says_what_each_of_its_keys_means() -> None:
    head = (ROOT / "languages.toml").read_text(encoding="utf-8").partition("\n[")[0]
    said = set(re.findall(r"^#   (\w+) {2,}", head, re.MULTILINE)) | set(re.findall(r"and `(\w+)`, what to type", head))
    assert said == KEYS


@pytest.mark.parametrize("how", ["AOC_LANGS", ".languages"])
def test_whoever_has_only_some_says_so_once(tmp_path: Path, how: str) -> None:
    tree = plant(tmp_path, Ada="", Basic="absent", Cobol="absent")
    env = {how: "ada"} if how == "AOC_LANGS" else {}
    if not env:
        tree.write(how, "ada\n")
    said = tree.crosscheck("run", "-d1", env=env)
    assert said.status == 0
    assert "Basic" not in said.out
    (tree.root / ".languages").unlink(missing_ok=True)
    assert tree.crosscheck("run", "-d1", env={"AOC_LANGS": "ada,fortran"}).err == (
        "crosscheck: AOC_LANGS: no language 'fortran'; there are ada, basic, cobol\n"
    )
