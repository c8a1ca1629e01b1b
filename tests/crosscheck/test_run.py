"""`crosscheck run` and `list`: what they print, and how they end."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from crosscheck import puzzles
from places import ROOT
from trees import CASES, FAKE, FULL, Tree, plant


def test_all_well(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="")
    said = tree.crosscheck("run", "-d", "1")
    assert (said.status, said.err) == (0, "")
    heading, *_ = said.out.splitlines()
    assert heading.startswith("2021 day 1: ")
    assert "input: inputs/2021/01/full.txt (generated, 3 " in heading
    assert "12 bytes)" in heading
    rows = {line.split()[0]: line.split()[1:] for line in said.out.splitlines() if "1.0x" in line}
    assert rows["Ada"] == rows["Basic"]
    assert rows["Ada"] == ["3", "9", *"10 ns 20 ns 30 ns 60 ns 1.0x".split()]
    assert "agree: all languages, both parts, and the recorded answers" in said.out


def test_output_that_is_not_a_terminal_is_plain(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="")
    said = tree.crosscheck("run", "-d", "1")
    assert "\x1b" not in said.out + said.err
    assert said.out.isascii()


def test_a_disagreement_is_shown_whole_and_nobody_is_called_right(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="other_answer", Cobol="")
    said = tree.crosscheck("run", "-d", "1", "--input", "-", stdin="misbehave\n")
    assert said.status == 1
    lines = [line.strip() for line in said.out.splitlines()]
    start = lines.index("DISAGREEMENT")
    assert [line.split("  ") for line in lines[start + 1 : start + 3]] == [
        ["1, 9", "Ada, Cobol"],
        ["1, 7", "Basic"],
    ]
    assert "agree" not in said.out.replace("DISAGREEMENT", "")


def test_only_the_part_asked_for_is_compared(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="other_answer")
    run = ("run", "-d", "1", "--input", "-", "--part")
    said = tree.crosscheck(*run, "1", stdin="misbehave\n")
    assert said.status == 0
    assert "agree: all languages, part 1, and the recorded answer" in said.out
    assert tree.crosscheck(*run, "2", stdin="misbehave\n").status == 1


def test_a_refusal_against_an_answer_is_a_disagreement(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="reject")
    said = tree.crosscheck("run", "-d", "1", "--input", "-", stdin="misbehave\n")
    assert said.status == 1
    assert "DISAGREEMENT" in said.out
    assert "refused at line 1  Basic" in said.out


def test_what_was_recorded_is_checked(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="")
    tree.write("inputs/private/2021/01.txt", "abcd\n")
    tree.write("inputs/private/2021/answers.json", '{"01": ["1", "5"]}')
    said = tree.crosscheck("run", "-d", "1")
    assert said.status == 1
    assert "WRONG: the recorded answer of part 2 is 5; Ada says 4, Basic says 4" in said.out


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("abc\r\ndef", "agree: all languages, both parts, and the recorded answers"),
        ("misbehave", "and the recorded answer of part 1 (of part 2 there is none)"),
        ("somethingelse", "agree: all languages, both parts, no recorded answers"),
    ],
)
def test_the_verdict_says_what_was_checked(tmp_path: Path, text: str, what: str) -> None:
    said = plant(tmp_path, Ada="", Basic="").crosscheck("run", "-d1", "--input", "-", stdin=text)
    assert said.status == 0
    assert what in said.out


@pytest.mark.parametrize(
    ("how", "what"),
    [
        ("die", "Basic exited with status 3 before replying"),
        ("killed", "Basic killed by signal 9 (SIGKILL)"),
        ("hang", "Basic no reply within 1 s"),
        ("garbage", "Basic malformed reply: not a JSON object"),
        ("crash", "Basic crashed: index out of bounds"),
        ("hello_die", "Basic exited with status 4 before replying"),
        ("crash_in_time", "Basic crashed: index out of bounds"),
    ],
)
def test_a_language_that_fails_does_not_touch_the_others(tmp_path: Path, how: str, what: str) -> None:
    tree = plant(tmp_path, Ada="", Basic=how, Cobol="")
    run = ("run", "-d1", "--timeout", "1" if how == "hang" else "60", "--input", "-")
    said = tree.crosscheck(*run, stdin="misbehave\n")
    assert said.status == 1
    assert f"FAILED: {what}" in said.out
    assert "agree: Ada and Cobol, both parts" in said.out


def test_the_last_words_of_a_failure_are_quoted(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="die")
    said = tree.crosscheck("run", "-d1", "--input", "-", stdin="misbehave\n")
    assert "about to die" in said.out


def test_a_missing_program_is_one_line_and_the_others_run(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="absent", Cobol="")
    said = tree.crosscheck("run", "-d1")
    assert said.status == 1
    assert "Basic  not built (no/such/program); type: make basic" in said.out
    assert "agree: Ada and Cobol, both parts, and the recorded answers" in said.out
    assert tree.crosscheck("run", "-d1", "-l", "ada,cobol").status == 0
    assert tree.crosscheck("run", "-d1", "-l", "ada", "-l", "cobol").status == 0


def test_an_input_that_all_refuse_is_not_well(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="")
    said = tree.crosscheck("run", "-d1", "--input", "-", stdin="ab\nc!\n")
    assert said.status == 1
    assert "Ada    refused at 2:2: expected a letter" in said.out
    assert "\n      c!\n       ^\n" in said.out
    assert "no answer: all languages refuse this input, at line 2" in said.out


def test_json(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="other_answer", Cobol="absent")
    said = tree.crosscheck("run", "-d1", "--json", "--input", "-", stdin="misbehave\n")
    assert said.status == 1
    (day,) = json.loads(said.out)
    assert (day["year"], day["day"], day["ok"]) == (2021, 1, False)
    assert day["input"] == {"source": "standard input", "bytes": 10, "params": {}}
    assert day["recorded"] == ["1", None]
    assert day["groups"] == {"1, 9": ["Ada"], "1, 7": ["Basic"]}
    assert day["languages"]["ada"]["answers"] == ["1", "9"]
    assert day["languages"]["ada"]["ns"] == {"parse": 10, "part1": 20, "part2": 30, "total": 60}
    assert day["languages"]["cobol"]["outcome"] == "missing"
    assert day["languages"]["cobol"]["command"] == "make cobol"


def test_several_days_are_one_table(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="")
    tree.write("inputs/2021/02/full.txt", "abc\n")
    said = tree.crosscheck("run", "-d", "1-2")
    assert said.status == 1
    rows = [line.split() for line in said.out.splitlines()]
    assert ["1", "3", "9", *"60 ns 1.0x 60 ns 1.0x ok".split()] in rows
    assert "Ada    does not have 2021 day 2" in said.out
    assert "1 of 2 days agree; recorded answers were checked on 1 of them" in said.out


def test_a_day_without_an_input_leaves_the_others(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="")
    tree.write("inputs/2021/02/cases.toml", "")
    said = tree.crosscheck("run", "-d", "1-2")
    assert said.status == 1
    assert "no input for 2021 day 2" in said.out
    assert "1 of 2 days agree" in said.out


@dataclass(frozen=True)
class Mine:
    """What `run --mine` says of one input."""

    source: str
    answers: str
    state: str


def mine(tree: Tree, *more: str) -> tuple[int, list[Mine]]:
    """The exit status, and how all inputs stand."""
    said = tree.crosscheck("run", "--mine", *more)
    assert said.err == ""
    rows = [re.split(r"  +", line.strip()) for line in said.out.splitlines() if line.startswith("    1  ")]
    return said.status, [Mine(*row[1:]) for row in rows]


def test_mine_says_of_each_of_one_s_inputs_whether_it_is_right_wrong_or_unknown(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="")
    private = "inputs/private/2021/01.txt"
    tree.write(private, "abcd\n")
    assert mine(tree) == (0, [Mine(private, "1, 4", "unknown")])
    tree.write("inputs/private/2021/answers.json", '{"01": ["1", null]}')
    assert mine(tree) == (0, [Mine(private, "1, 4", "unknown")])
    assert mine(tree, "--part", "1") == (0, [Mine(private, "1", "right")])
    tree.write("inputs/private/2021/answers.json", '{"01": ["1", "4"]}')
    assert mine(tree) == (0, [Mine(private, "1, 4", "right")])
    tree.write("inputs/private/2021/answers.json", '{"01": ["1", "5"]}')
    assert mine(tree) == (1, [Mine(private, "1, 4", "WRONG")])
    said = tree.crosscheck("run", "--mine")
    assert "WRONG: the recorded answer of part 2 is 5; Ada says 4, Basic says 4" in said.out
    assert "0 right, 1 WRONG, 0 unknown" in said.out


def test_mine_looks_at_every_user_in_the_cache(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="")
    for user, text in (("ann", "abc"), ("bob", "abc\nxyz")):
        tree.write(f"aocd/{user}/2021_01_input.txt", text)
        tree.write(f"aocd/{user}/2021_01a_answer.txt", "1\n")
    tree.write("aocd/ann/2021_01b_answer.txt", "3")
    cache = "advent-of-code-data's cache, {}/2021_01_input.txt"
    assert mine(tree) == (1, [Mine(cache.format("ann"), "1, 3", "right"), Mine(cache.format("bob"), "2, 6", "WRONG")])


def test_mine_is_wrong_where_the_languages_differ_but_not_where_one_is_missing(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="absent")
    tree.write("inputs/private/2021/01.txt", "misbehave\n")
    tree.write("inputs/private/2021/answers.json", '{"01": ["1", "9"]}')
    assert [it.state for it in mine(tree)[1]] == ["right"]
    plant(tmp_path, Ada="", Basic="other_answer")
    status, (it,) = mine(tree)
    assert (status, it.answers, it.state) == (1, "?", "WRONG")
    plant(tmp_path, Ada="", Basic="die")
    assert mine(tree)[0] == 1
    plant(tmp_path, Ada="absent", Basic="absent")
    assert mine(tree) == (0, [Mine("inputs/private/2021/01.txt", "-", "unknown")])


def test_mine_goes_on_after_an_input_that_cannot_be_read(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="")
    tree.write("inputs/private/2021/01.txt", "")
    tree.write("aocd/ann/2021_01_input.txt", "abc")
    status, standings = mine(tree)
    assert (status, [it.state for it in standings]) == (1, ["WRONG", "unknown"])
    assert "inputs/private/2021/01.txt is empty" in tree.crosscheck("run", "--mine").out


def test_mine_never_takes_the_generated_input(tmp_path: Path) -> None:
    said = plant(tmp_path, Ada="", Basic="").crosscheck("run", "--mine")
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith(
        "crosscheck: no input of your own for these days: put them at inputs/private/2021/01.txt"
    )


def test_mine_in_json(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="")
    tree.write("inputs/private/2021/01.txt", "abcd\n")
    (it,) = json.loads(tree.crosscheck("run", "--mine", "--json").out)
    assert it == {
        "year": 2021,
        "day": 1,
        "source": "inputs/private/2021/01.txt",
        "answers": {"1, 4": ["Ada", "Basic"]},
        "state": "unknown",
        "why": [],
    }


YEARS = sorted({year for year, _ in puzzles.days()})
USAGE = {
    "a day past Christmas": (["-d", "26"], "not a day from 1 to 25"),
    "a word for a day": (["-d", "seven"], "not a day from 1 to 25"),
    "a range that runs backwards": (["-d", "8-3"], "runs backwards"),
    "an open range": (["-d", "3-"], "not a day"),
    "another script's digit": (["-d", "\u0661"], "not a day"),
    "a year without days": (
        ["-y", "2999", "-d", "1"],
        f"there is no year 2999; there is {', '.join(map(str, YEARS))}\n",
    ),
    "a year before all": (["-y", "1999"], "1999"),
    "an unknown language": (["-l", "ada,cobol"], "no language 'cobol'; there are ada"),
    "part 3": (["--part", "3"], "3"),
    "a day past the year's last": (["-y", "2027", "-d", "13"], "day 13 of 2027 does not exist: its days are 1 to 12"),
    "a missing file": (["-d1", "--input", "no-such"], "cannot read no-such: No such file"),
    "a folder": (["-d1", "--input", "/"], "cannot read /: Is a directory"),
    "an empty file": (["-d1", "--input", "/dev/null"], "/dev/null is empty"),
    "standard input that is empty": (["-d1", "--input", "-"], "standard input is empty"),
    "an endless file": (["-d1", "--input", "/dev/zero"], "longer than 64 MB"),
    "an input for all days": (["-d1,2", "--input", "-"], "--input is for one day"),
    "an input that is not one's own": (["--mine", "--input", "-"], "--mine looks for your inputs itself"),
    "no timeout": (["--timeout", "0"], "timeout"),
}


@pytest.mark.parametrize("what", USAGE)
def test_wrong_usage_is_said_in_one_clear_line(tmp_path: Path, what: str) -> None:
    arguments, clear = USAGE[what]
    tree = plant(tmp_path, Ada="")
    tree.write("inputs/2021/02/full.txt", "abc\n")
    said = tree.crosscheck("run", *arguments)
    assert (said.status, said.out) == (2, ""), said
    assert clear in said.err
    assert said.err.count("\n") == 1


def test_a_day_that_a_year_does_not_have_is_not_in_the_calendar(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="")
    tree.write("inputs/2026/01/cases.toml", "draft = true")
    for year, day, why in (
        ("2026", "13", "day 13 of 2026 does not exist: its days are 1 to 12"),
        ("2026", "2", "there are 1"),
    ):
        said = tree.crosscheck("run", "-y", year, "-d", day)
        assert (said.status, said.err.count("\n")) == (2, 1)
        assert why in said.err


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\xef\xbb\xbfabc\n", "it is UTF-8 with one"),
        (b"\xff\xfea\0b\0", "it is UTF-16, as PowerShell's > writes"),
    ],
)
def test_a_byte_order_mark_is_named(tmp_path: Path, data: bytes, what: str) -> None:
    file = tmp_path / "marked"
    file.write_bytes(data)
    said = plant(tmp_path, Ada="").crosscheck("run", "-d1", "--input", str(file))
    assert said.status == 2
    assert said.err.startswith(
        f"crosscheck: {file} begins with a byte order mark: save it as UTF-8 without one ({what}"
    )


def test_an_input_of_another_day_is_known_for_one() -> None:
    other = str(ROOT / "inputs/2021/08/full.txt")
    said = Tree(ROOT).crosscheck("run", "-y", "2021", "-d", "7", "-l", "python", "--input", other)
    assert said.status == 1
    assert re.search(r"^  this looks like an input of 2021 day 8(?: or of \d+ day 8)*$", said.out, re.MULTILINE)


def test_a_day_that_takes_any_text_is_not_taken_for_the_one_it_is_of() -> None:
    """2024 day 3 reads a memory in which anything may stand."""
    said = Tree(ROOT).crosscheck("run", "-y", "2021", "-d", "7", "-l", "rust,python", "--input", "-", stdin="3,9,9,x\n")
    assert said.status == 1
    assert "this looks like" not in said.out
    assert "  Rust    refused at 1:7: expected a number from 0 to 99999\n  Python  refused at 1:7" in said.out


def test_a_binary_input_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / "picture"
    file.write_bytes(b"PNG\0\1\2")
    said = plant(tmp_path, Ada="").crosscheck("run", "-d1", "--input", str(file))
    assert said.status == 2
    assert said.err == f"crosscheck: {file} is not a text: byte 4 is zero\n"


def test_a_byte_that_is_no_text_is_the_languages_to_refuse(tmp_path: Path) -> None:
    file = tmp_path / "latin"
    file.write_bytes(b"ab\n\xe9\n")
    said = plant(tmp_path, Ada="").crosscheck("run", "-d1", "--input", str(file))
    assert said.status == 1
    assert "Ada  refused at 2:1" in said.out


def test_a_languages_file_that_is_wrong_says_where(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="")
    tree.write("languages.toml", '[ada]\ntitle = "Ada"\n')
    said = tree.crosscheck("run", "-d1")
    assert said.status == 2
    assert "languages.toml: [ada] has no lexer" in said.err


def test_list(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="hello_debug")
    said = tree.crosscheck("list")
    assert said.status == 0
    rows = {line.split()[0]: line.split()[1:] for line in said.out.splitlines()[1:]}
    assert rows["Ada"] == ["2021:", "1", "fake", "1", "release"]
    assert rows["Basic"] == ["2021:", "1", "fake", "1", "debug"]
    days = json.loads(tree.crosscheck("list", "--json").out)
    assert days["ada"]["days"] == [[2021, 1]]
    tree = plant(tmp_path, Ada="", Basic="absent")
    said = tree.crosscheck("list")
    assert said.status == 1
    assert "type: make basic" in said.out


def test_help_and_no_arguments(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="")
    said = tree.crosscheck("--help")
    assert said.status == 0
    assert all(word in said.out for word in ("run", "list", "time", "agree", "conform"))
    assert tree.crosscheck().status == 2
    assert tree.crosscheck("dance").status == 2


# drafts


def plant_draft(root: Path, **languages: str) -> Tree:
    tree = plant(root, **languages)
    tree.write("inputs/2021/01/cases.toml", f"draft = true\n{CASES}")
    return tree


def test_a_draft_shows_what_is_not_written_yet_and_is_well(tmp_path: Path) -> None:
    tree = plant_draft(tmp_path, Ada="", Basic="no_part_2", Cobol="unsupported")
    run = ("run", "-d1", "--input", "-")
    said = tree.crosscheck(*run, stdin="misbehave\n")
    assert (said.status, said.err) == (0, "")
    assert " (a draft) " in said.out.splitlines()[0]
    rows = {line.split()[0]: line.split()[1:] for line in said.out.splitlines() if " ns" in line}
    assert rows["Ada"] == ["1", "9", *"10 ns 20 ns 30 ns 60 ns 1.0x".split()]
    assert rows["Basic"] == ["1", "not", "yet", *"10 ns 20 ns - 60 ns".split()]
    assert "agree: Ada and Basic, part 1, and the recorded answer" in said.out
    assert "not yet: Cobol; part 2 of Basic" in said.out
    tree.write("inputs/2021/01/cases.toml", CASES)
    assert tree.crosscheck(*run, stdin="misbehave\n").status == 1


def test_the_cases_of_a_draft_are_run_too(tmp_path: Path) -> None:
    tree = plant_draft(tmp_path, Ada="", Basic="no_part_2")
    said = tree.crosscheck("run", "-d1")
    assert said.status == 0
    assert "cases: 3 stated answers right" in said.out
    said = plant_draft(tmp_path, Ada="", Basic="other_first").crosscheck("run", "-d1")
    assert said.status == 1
    assert "WRONG: Basic, case 'one that fakes may spoil': part 1 is 7, expected 1" in said.out


def test_a_draft_without_an_input_has_its_first_case(tmp_path: Path) -> None:
    tree = plant_draft(tmp_path, Ada="")
    (tmp_path / "inputs/2021/01/full.txt").unlink()
    said = tree.crosscheck("run", "-d1")
    assert said.status == 0
    assert "input: the case 'two lines' of inputs/2021/01/cases.toml (8 bytes)" in said.out
    tree.write("inputs/2021/01/cases.toml", CASES)
    assert "no input for 2021 day 1" in tree.crosscheck("run", "-d1").err


def test_drafts_are_marked_among_the_days_of_a_year_and_in_lists(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="")
    tree.write(
        "inputs/2021/02/cases.toml", 'draft = true\n[[case]]\nname = "a"\ninput = "1\\n"\nanswers = ["-", "-"]\n'
    )
    said = tree.crosscheck("run", "-d", "1-2")
    assert said.status == 0
    rows = [line.split() for line in said.out.splitlines()]
    assert ["1", "3", "9", *"60 ns 1.0x 60 ns 1.0x ok".split()] in rows
    assert ["2", "?", "?", "-", "-", "draft"] in rows
    assert ["all", *"60 ns 1.0x 60 ns 1.0x".split()] in rows
    assert "2 of 2 days agree, 1 of all as far as written (drafts)" in said.out
    assert "  drafts: 2021: 2" in tree.crosscheck("list").out.splitlines()
    assert [day["draft"] for day in json.loads(tree.crosscheck("run", "-d", "1-2", "--json").out)] == [False, True]


def test_own_inputs_of_a_draft_are_held_to_what_is_written(tmp_path: Path) -> None:
    tree = plant_draft(tmp_path, Ada="", Basic="no_part_2", Cobol="reject")
    tree.write("inputs/private/2021/01.txt", "misbehave\n")
    tree.write("inputs/private/2021/answers.json", '{"01": ["1", "9"]}')
    said = tree.crosscheck("run", "-d1", "--mine")
    assert said.status == 0
    assert "1 right, 0 WRONG, 0 unknown" in said.out
    tree.write("inputs/2021/01/cases.toml", CASES)
    assert tree.crosscheck("run", "-d1", "--mine").status == 1


def test_whose_parse_does_not_fit_yet_does_not_hinder_the_others(tmp_path: Path) -> None:
    tree = plant_draft(tmp_path, Ada="", Basic="no_part_2", Cobol="reject")
    tree.write("inputs/private/2021/01.txt", "misbehave\n")
    said = tree.crosscheck("remember", "-d1")
    assert (said.status, said.out) == (0, "2021 day 1: 1, 9 recorded for inputs/private/2021/01.txt\n")
    tree.write("inputs/2021/01/cases.toml", CASES)
    assert "Cobol refused at 1:1" in tree.crosscheck("remember", "-d1").err


def plant_two_years(root: Path, monkeypatch: pytest.MonkeyPatch) -> Tree:
    """A tree with the same day in two years, and no others."""
    monkeypatch.setattr(puzzles, "days", list)
    tree = plant(root, Ada="", Basic="")
    source = FAKE.read_text(encoding="utf-8")
    both = source.replace('"days": [[2021, 1]]', '"days": [[2021, 1], [2022, 1]]').replace(
        '(request["year"], request["day"]) != (2021, 1)', 'request["year"] not in (2021, 2022)'
    )
    assert both.count("2022") == 2
    program = tree.write("two_years.py", both)
    languages = (tree.root / "languages.toml").read_text(encoding="utf-8")
    tree.write("languages.toml", languages.replace(str(FAKE), str(program)))
    tree.write("inputs/2022/01/cases.toml", CASES)
    tree.write("inputs/2022/01/full.txt", FULL)
    return tree


def test_every_year_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = plant_two_years(tmp_path, monkeypatch)
    said = tree.crosscheck("run", "-y", "all")
    assert said.status == 0, said.out
    assert [line for line in said.out.splitlines() if line in ("2021", "2022")] == ["2021", "2022"]
    assert said.out.splitlines()[-1] == "  2 years: 2 of 2 days agree"
    days = json.loads(tree.crosscheck("run", "-y", "all", "--json").out)
    assert [(day["year"], day["day"]) for day in days] == [(2021, 1), (2022, 1)]
    assert tree.crosscheck("run", "-y", "all", "-d", "2").status == 2
    tree.write("inputs/private/2022/01.txt", "zzz\n")
    tree.write("inputs/private/2021/01.txt", "abc\n")
    said = tree.crosscheck("run", "-y", "all", "--mine")
    assert [line.split()[:2] for line in said.out.splitlines() if "private" in line] == [["2021", "1"], ["2022", "1"]]


def test_what_is_timed_of_two_years_is_kept_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = plant_two_years(tmp_path, monkeypatch)
    said = tree.crosscheck("time", "-y", "all", "--quick")
    assert said.status == 0, said.err
    assert [line.split()[:2] for line in said.out.splitlines() if line.split()[1:2] == ["1"]] == [
        ["2021", "1"],
        ["2022", "1"],
    ]
    tree.write("inputs/2022/01/cases.toml", CASES.replace('"6"', '"7"'))
    result = json.loads(tree.crosscheck("time", "-y", "all", "--quick", "--json").out)
    assert [(day["refused"] or "")[:5] for day in result["days"]] == ["", "WRONG"], "that of 2022 alone"


def test_whole_years_are_folded_where_days_are_listed(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="")
    days = [[2019, 3], *([year, day] for year in (2020, 2021) for day in range(1, 26))]
    program = tree.write("years.py", FAKE.read_text(encoding="utf-8").replace("[[2021, 1]]", str(days)))
    languages = (tree.root / "languages.toml").read_text(encoding="utf-8")
    tree.write("languages.toml", languages.replace(str(FAKE), str(program)))
    assert "2020-2021: all days; 2019: 3 " in tree.crosscheck("list").out


def test_a_language_may_have_some_days_only(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="", Cobol="")
    tree.write("inputs/2021/02/cases.toml", "")
    elsewhere = FAKE.read_text(encoding="utf-8").replace('"days": [[2021, 1]]', '"days": [[2021, 2]]')
    program = tree.write("elsewhere.py", elsewhere)
    text = (tree.root / "languages.toml").read_text(encoding="utf-8")
    text = text.replace(str(FAKE), str(program), 1).replace('build = "ada"\n', "")
    tree.write("languages.toml", text)
    said = tree.crosscheck("run", "-d1")
    assert said.status == 0, said
    rows = [line.split() for line in said.out.splitlines() if line.startswith("  Ada")]
    assert rows == [["Ada", *"------"]]
    assert "agree: all languages, both parts, and the recorded answers" in said.out
    tree.write("x/2021/01", "")
    said = tree.crosscheck("run", "-d1")
    rows = [line.split()[:3] for line in said.out.splitlines() if line.startswith("  Ada")]
    assert rows == [["Ada", "3", "9"]], "its solution is there, so it is asked, whatever it claims"


def test_what_cannot_be_built_here_is_one_quiet_line_and_no_failure(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="absent", Cobol="absent")
    text = (tree.root / "languages.toml").read_text(encoding="utf-8")
    for key in ("basic", "cobol"):
        text = text.replace(f'build = "{key}"', f'build = "{key}"\ntoolchain = "{key}-compiler"\ninstall = "get {key}"')
    tree.write("languages.toml", text)
    said = tree.crosscheck("run", "-d1")
    assert (said.status, said.err) == (0, "")
    assert [line for line in said.out.splitlines() if "Basic" in line] == [
        "  not here: Basic (no basic-compiler), Cobol (no cobol-compiler); "
        "make setup says what to type, AOC_LANGS leaves them out"
    ]
    assert "Ada alone: both parts are right, as recorded; there is no other language to compare it with" in said.out
