"""`crosscheck fetch` and `submit`: the real advent-of-code-data against a stand-in for the site on loopback."""

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from fake_site import TOKEN, FakeSite

from crosscheck.errors import UserError
from crosscheck.tree import advent, aocd_files
from trees import FAKE, Said, Tree, plant

LAUNCHER = str(FAKE.with_name("fake_site.py"))
ENV = {"AOC_SESSION": TOKEN, "AOC_CONTACT": "ann@example.org"}
INPUT = "aocd/github.ann.123/2021_01_input.txt"


@dataclass
class World:
    """A tree, and the site that it sees."""

    tree: Tree
    site: FakeSite

    def run(self, *arguments: str, **env: str) -> Said:
        """crosscheck, with a session; the token is nowhere in what it says or leaves behind."""
        said = self.tree.in_a_process(*arguments, env={**ENV, **env}, program=[LAUNCHER, str(self.site.port)])
        assert TOKEN[-4:] not in said.out + said.err
        holding = [file for file in self.tree.root.rglob("*") if file.is_file() and TOKEN.encode() in file.read_bytes()]
        assert holding == []
        assert "\n" not in said.err.strip(), said.err
        return said

    def fetched(self) -> None:
        """The input is in the cache, and whose session it is is known, as after a fetch."""
        self.tree.write(INPUT, self.site.text)
        aocd_files.learn_owner(TOKEN, "github.ann.123", {"AOCD_DIR": str(self.tree.root / "aocd")})

    def change(self, old: str, new: str) -> None:
        """Change the program that answers for all languages."""
        source = FAKE.read_text(encoding="utf-8")
        assert old in source
        program = self.tree.write("changed.py", source.replace(old, new))
        languages = (self.tree.root / "languages.toml").read_text(encoding="utf-8")
        self.tree.write("languages.toml", languages.replace(str(FAKE), str(program)))

    def submit(self, part: int = 2, *more: str, **env: str) -> Said:
        return self.run("submit", "-d1", "--part", str(part), *(more or ("--yes",)), **env)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with FakeSite() as fake:
        yield World(plant(tmp_path, Ada="", Basic=""), fake)


# fetching


def test_an_input_is_fetched_into_the_cache_once(world: World) -> None:
    said = world.run("fetch", "-d1")
    assert said == Said(0, "2021 day 1: the input of github.ann.123 is now in advent-of-code-data's cache\n", "")
    assert (world.tree.root / INPUT).read_text() == world.site.text
    assert world.site.asked() == ["GET /settings", "GET /2021/day/1/input"]
    again = world.run("fetch", "-d1")
    assert again == Said(0, "2021 day 1: the input of github.ann.123 was already in advent-of-code-data's cache\n", "")
    assert world.run("fetch", "-d1", AOC_SESSION="").out == again.out
    assert len(world.site.requests) == 2
    assert f"input: advent-of-code-data's cache, {INPUT[5:]}" in world.run("run", "-d1").out


def test_several_days_are_fetched_at_the_library_s_pace(world: World) -> None:
    """It lets four requests go at once, and holds the others back."""
    assert world.run("fetch", "-d1-4").status == 0
    times = [request.time for request in world.site.requests]
    assert len(times) == 5
    assert times[4] - times[3] >= 0.16


def test_whose_session_it_is_is_asked_once(world: World) -> None:
    assert world.run("fetch", "-d1").status == world.run("fetch", "-d2").status == 0
    assert world.site.asked() == ["GET /settings", "GET /2021/day/1/input", "GET /2021/day/2/input"]


def test_the_site_is_told_whom_it_may_write_to(world: World) -> None:
    world.run("fetch", "-d1")
    for request in world.site.requests:
        assert re.fullmatch(
            r"github.com/wimglenn/advent-of-code-data v\S+ by \S+, run by crosscheck for ann@example.org", request.agent
        )


def test_without_anybody_to_write_to_nothing_is_asked(world: World) -> None:
    said = world.run("fetch", "-d1", AOC_CONTACT="", GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_NOSYSTEM="1")
    assert said.status == 2
    assert "set AOC_CONTACT" in said.err
    assert world.site.requests == []
    subprocess.run(["git", "init", "--quiet"], cwd=world.tree.root, check=True)
    subprocess.run(["git", "config", "user.email", "bob@example.org"], cwd=world.tree.root, check=True)
    world.run("fetch", "-d1", AOC_CONTACT="")
    assert world.site.requests[0].agent.endswith("for bob@example.org")


def test_no_process_has_the_token_on_its_command_line(world: World) -> None:
    world.site.look_for = TOKEN
    assert world.run("fetch", "-d1").status == 0
    assert world.submit(1).status == 0
    assert world.site.found == []
    world.site.look_for = LAUNCHER  # and such a thing would be found
    world.run("fetch", "-d2")
    assert world.site.found


def test_the_token_may_be_in_the_library_s_file(world: World) -> None:
    world.tree.write("aocd/token", TOKEN + "\n")
    said = world.tree.in_a_process(
        "fetch", "-d1", env={**ENV, "AOC_SESSION": ""}, program=[LAUNCHER, str(world.site.port)]
    )
    assert said.status == 0
    assert (world.tree.root / INPUT).exists()


def test_whose_the_token_is_may_be_known_to_the_library(world: World) -> None:
    world.tree.write("aocd/token2id.json", json.dumps({TOKEN: "github.ann.123"}))
    world.tree.in_a_process("fetch", "-d1", env=ENV, program=[LAUNCHER, str(world.site.port)])
    assert world.site.asked() == ["GET /2021/day/1/input"]


TROUBLE = {
    "expired": (FakeSite(expired=True), "the session is not valid (any more)"),
    "locked": (FakeSite(locked=True), "the site says that this day is not open yet"),
    "an error of the site": (FakeSite(status=500), "the site has an error of its own (HTTP status 500): try again"),
    "overloaded": (FakeSite(status=503), "the site has an error of its own (HTTP status 503): try again"),
    "refused": (FakeSite(status=403), "the site refuses (HTTP status 403)"),
}


@pytest.mark.parametrize("known", [False, True], ids=["a new token", "a known token"])
@pytest.mark.parametrize("what", TROUBLE)
def test_trouble_with_fetching_is_one_clear_line(world: World, what: str, known: bool) -> None:
    if known:
        world.fetched()
    trouble, clear = TROUBLE[what]
    world.site.expired, world.site.locked, world.site.status = trouble.expired, trouble.locked, trouble.status
    said = world.run("fetch", "-d2")
    assert (said.status, said.out) == (1, "")
    assert said.err.startswith(f"crosscheck: 2021 day 2: not fetched: {clear}")
    assert not (world.tree.root / INPUT.replace("01", "02")).exists()


@pytest.mark.parametrize("known", [False, True], ids=["a new token", "a known token"])
def test_no_network_is_one_clear_line(world: World, known: bool) -> None:
    if known:
        world.fetched()
    world.site.stop()
    said = world.run("fetch", "-d2")
    assert said.status == 1
    assert "adventofcode.com cannot be reached: is the network up?" in said.err


def test_a_page_of_another_form_is_one_clear_line(world: World) -> None:
    world.site.status = 200
    said = world.run("fetch", "-d1")
    assert said.status == 1
    assert "a page of the site is not as advent-of-code-data expects it" in said.err


def test_a_cache_that_cannot_be_written_is_one_clear_line(world: World) -> None:
    world.tree.write("aocd/github.ann.123", "a file where a folder is to be")
    file = world.tree.root / INPUT
    said = world.run("fetch", "-d1")
    assert said == Said(1, "", f"crosscheck: 2021 day 1: not fetched: {file}: Not a directory\n")


@pytest.mark.parametrize("arguments", [["fetch"], ["submit", "--part", "1", "--yes"]], ids=["fetch", "submit"])
def test_without_a_session_nothing_is_asked(world: World, arguments: list[str]) -> None:
    said = world.run(*arguments, "-d1", AOC_SESSION="")
    assert said.status == 2
    assert said.err.startswith("crosscheck: no session: log in at adventofcode.com")
    assert world.site.requests == []


@pytest.mark.parametrize("session", [f"session={TOKEN}", f"{TOKEN} {TOKEN}", TOKEN + "\u00e9"])
def test_what_is_no_token_is_not_sent_or_shown(world: World, session: str) -> None:
    said = world.run("fetch", "-d1", AOC_SESSION=session)
    assert said == Said(
        2,
        "",
        "crosscheck: AOC_SESSION is not a session token, which is one long word of digits and letters, without `session=`\n",
    )
    assert world.site.requests == []


def test_a_day_that_is_not_open_is_not_asked_for(world: World) -> None:
    said = world.run("fetch", "-y2999", "-d1")
    assert said.status == 2
    assert re.match(
        r"crosscheck: 2999 day 1 is not open yet: it opens at 299[89]-(12-01|11-30) \d\d:\d\d \S+\n", said.err
    )
    assert world.run("fetch", "-y2025", "-d13").status == 2
    assert world.site.requests == []


def test_a_day_opens_at_midnight_on_the_east_coast() -> None:
    opens = datetime(2026, 12, 3, tzinfo=advent.EASTERN)
    advent.refuse_locked(2026, 3, opens)
    with pytest.raises(UserError, match="2026 day 3 is not open yet"):
        advent.refuse_locked(2026, 3, opens - timedelta(seconds=1))


# submitting


def test_a_right_answer_is_remembered(world: World) -> None:
    world.fetched()
    said = world.submit(1)
    assert (said.status, said.err) == (0, "")
    assert said.out.splitlines() == [
        f"2021 day 1 part 1: 3 (Ada, Basic; 2 cases right; input: advent-of-code-data's cache, {INPUT[5:]})",
        "2021 day 1 part 1: 3 is right",
    ]
    assert world.site.asked() == ["GET /2021/day/1", "POST /2021/day/1/answer"]
    assert world.site.requests[-1].fields == {"level": ["1"], "answer": ["3"]}
    assert "the recorded answer of part 1 (of part 2 there is none)" in world.run("run", "-d1").out
    again = world.submit(1)
    assert (again.status, world.site.sent()) == (0, ["3"])
    assert again.err == "crosscheck: 2021 day 1 part 1: nothing sent: the right answer is known, and 3 it is\n"


def test_a_right_answer_to_an_input_of_one_s_own_is_remembered_beside_it(world: World) -> None:
    world.tree.write("inputs/private/2021/01.txt", world.site.text)
    world.tree.write("inputs/private/2021/answers.json", '{"02": ["x", null]}')
    assert world.submit(1).status == 0
    answers = (world.tree.root / "inputs/private/2021/answers.json").read_text()
    assert answers == '{\n  "01": ["3", null],\n  "02": ["x", null]\n}\n'


@pytest.mark.parametrize(("right", "hint"), [("11", "it is too low; "), ("9", "it is too high; "), ("12", "")])
def test_a_wrong_answer_is_said_to_be_and_not_sent_again(world: World, right: str, hint: str) -> None:
    world.fetched()
    world.site.right, world.site.solved, world.site.higher_or_lower = ("3", right), 1, bool(hint)
    said = world.submit()
    assert said.status == 1
    wrong = f"wrong: {hint}the next may be sent in one minute" if hint else "wrong; the next may be sent in one minute"
    assert said.err == f"crosscheck: 2021 day 1 part 2: 10: {wrong}\n"
    again = world.submit()
    assert again.status == 1
    assert "nothing sent: 10 is wrong: it was sent before" in again.err
    assert world.site.sent() == ["10"]


@pytest.mark.parametrize(("value", "hint"), [("9", "too high"), ("11", "too low")])
def test_an_answer_beyond_a_wrong_one_is_not_sent(world: World, value: str, hint: str) -> None:
    world.fetched()
    message = f"That's not the right answer; your answer is {hint}."
    past = [{"part": "b", "value": value, "when": "2021-12-01", "message": message}]
    world.tree.write(INPUT.replace("_input.txt", "_post.json"), json.dumps(past))
    said = world.submit()
    assert said.status == 1
    assert said.err.endswith(f"nothing sent: 10 is wrong: {value} was {hint} already\n")
    assert world.site.requests == []


@pytest.mark.parametrize("record", ["[", "[{}]", "[1]", '[{"part": "a", "value": "9", "message": 5}]'])
def test_a_broken_record_of_earlier_answers_is_named(world: World, record: str) -> None:
    world.fetched()
    file = world.tree.write(INPUT.replace("_input.txt", "_post.json"), record)
    said = world.submit()
    assert (said.status, said.err) == (2, f"crosscheck: {file} cannot be read: mend or remove it\n")


def test_a_word_after_a_number_that_was_too_high_is_not_sent(world: World) -> None:
    """The library's own rule, which knows more than ours."""
    world.fetched()
    world.change("letters]", '"ABC"]')
    world.tree.write("inputs/2021/01/cases.toml", "")
    past = [
        {"part": "b", "value": "9", "when": "x", "message": "That's not the right answer; your answer is too high."}
    ]
    world.tree.write(INPUT.replace("_input.txt", "_post.json"), json.dumps(past))
    said = world.submit()
    assert said.status == 1
    assert said.err.endswith("ABC: not sent, for what the site said of earlier answers\n")
    assert world.site.sent() == []


@pytest.mark.parametrize("left", ["45s", "4m 30s"])
def test_an_answer_too_recent_is_not_sent_again_by_itself(world: World, left: str) -> None:
    world.fetched()
    world.site.too_recent = left
    said = world.submit()
    assert said.status == 1
    assert said.err == (
        f"crosscheck: 2021 day 1 part 2: 10: not looked at, so soon after the last one: send it again in {left}\n"
    )
    assert world.site.sent() == ["10"]
    world.site.too_recent, world.site.solved = "", 1
    assert world.submit().status == 0


@pytest.mark.parametrize(("right", "status", "compared"), [("10", 0, "10 it is"), ("12", 1, "12, and 10 is not")])
def test_a_part_solved_in_a_browser_is_not_sent(world: World, right: str, status: int, compared: str) -> None:
    world.fetched()
    world.site.right, world.site.solved = ("3", right), 2
    said = world.submit()
    assert said.status == status
    assert said.err.startswith("crosscheck: 2021 day 1 part 2: nothing sent: the right answer is known, ")
    assert said.err.endswith(f"{compared}\n")
    assert world.site.sent() == []
    world.site.requests.clear()
    assert world.submit().status == status
    assert world.site.requests == [], "it is remembered"


def test_a_part_that_one_is_not_at_is_told_apart(world: World) -> None:
    world.fetched()
    said = world.submit(2)
    assert said.status == 1
    assert "the site has this part as solved already, or part 1 as not solved yet" in said.err


def test_the_last_answer_of_a_year_sends_nothing_more(world: World) -> None:
    """The library would look up the stars, and press the last button too."""
    world.change("2021, 1", "2021, 25")
    assert world.run("fetch", "-d25").status == 0
    world.site.requests.clear()
    said = world.run("submit", "-d25", "--part", "1", "--yes")
    assert (said.status, said.err) == (0, "")
    assert world.site.asked() == ["GET /2021/day/25", "POST /2021/day/25/answer"]


@pytest.mark.parametrize("what", TROUBLE)
def test_trouble_with_submitting_is_one_clear_line(world: World, what: str) -> None:
    world.fetched()
    trouble, clear = TROUBLE[what]
    world.site.expired, world.site.locked, world.site.status = trouble.expired, trouble.locked, trouble.status
    said = world.submit()
    assert said.status == 1
    assert said.err.startswith(f"crosscheck: 2021 day 1 part 2: 10: {clear}")


def test_no_network_for_submitting_is_one_clear_line(world: World) -> None:
    world.fetched()
    world.site.stop()
    assert "adventofcode.com cannot be reached" in world.submit().err


def test_without_an_input_there_is_nothing_to_submit(world: World) -> None:
    said = world.submit()
    assert said.status == 2
    assert said.err == ("crosscheck: no input of github.ann.123 for 2021 day 1; type: make fetch YEAR=2021 DAY=1\n"), (
        "not the generated one"
    )
    assert world.site.sent() == []


# what is needed before anything is sent


@pytest.mark.parametrize(
    ("text", "how", "why"),
    [
        ("misbehave\n", "other_answer", "they disagree: Ada says 9; Basic says 7"),
        ("misbehave\n", "crash", "Basic crashed: index out of bounds"),
        ("misbehave\n", "reject", "Basic refused at 1:1: expected better"),
        ("misbehave\n", "die", "Basic exited with status 3"),
        ("misbehave\n", "tell_the_session", "Basic crashed: the session is None"),
    ],
)
def test_all_languages_must_agree(world: World, text: str, how: str, why: str) -> None:
    world.site.text = text
    world.fetched()
    plant(world.tree.root, Ada="", Basic=how)
    said = world.submit()
    assert said.status == 2
    assert f"crosscheck: 2021 day 1 part 2: {why}" in said.err
    assert world.site.requests == []


def test_all_cases_must_be_right(world: World) -> None:
    world.fetched()
    cases = world.tree.root / "inputs/2021/01/cases.toml"
    cases.write_text(cases.read_text().replace('["2", "6"]', '["2", "7"]'))
    said = world.submit()
    assert said.status == 2
    assert "part 2: Ada says 2, 6 in the case 'two lines', not 7" in said.err
    assert world.site.requests == []
    assert world.submit(1).status == 0, "part 1 is right in all"


def test_a_language_without_the_day_is_named_and_does_not_hinder(world: World) -> None:
    world.fetched()
    plant(world.tree.root, Ada="", Basic="absent")
    said = world.submit(1)
    assert said.status == 0
    assert "3 (Ada; without Basic; 2 cases right; " in said.out


@pytest.mark.parametrize("answer", ["", " ", "1\\n2", "1\\u0007", "x" * 201])
def test_what_cannot_be_an_answer_is_not_sent(world: World, answer: str) -> None:
    world.fetched()
    world.change("letters]", f'"{answer}"]')
    world.tree.write("inputs/2021/01/cases.toml", "")
    said = world.submit()
    assert said.status == 2
    assert "is not one line of text, so it cannot be right" in said.err
    assert world.site.requests == []


@pytest.mark.parametrize("answer", ["12.0", "1.5e3", "1e5", "-0.", "True", "false", "None", "nan"])
def test_what_languages_print_for_no_answer_is_not_sent(world: World, answer: str) -> None:
    world.fetched()
    world.change("letters]", f'"{answer}"]')
    world.tree.write("inputs/2021/01/cases.toml", "")
    said = world.submit()
    assert said.status == 2
    assert said.err == (
        f"crosscheck: 2021 day 1 part 2: nothing sent: {answer} is not a whole number or a text, so it cannot be right\n"
    )
    assert world.site.requests == []


def test_without_a_yes_nothing_is_sent(world: World) -> None:
    world.fetched()
    said = world.run("submit", "-d1", "--part", "2")
    assert said.status == 2
    assert said.err == (
        "crosscheck: submit 10 for 2021 day 1 part 2? nothing is sent without a yes: add --yes, with make YES=1\n"
    )
    assert world.site.requests == []


@pytest.mark.parametrize(("typed", "status", "sent"), [("y\n", 0, ["3"]), ("n\n", 1, []), ("\n", 1, [])])
def test_at_a_terminal_one_is_asked(world: World, typed: str, status: int, sent: list[str]) -> None:
    world.fetched()
    ours, theirs = pty.openpty()
    os.write(ours, typed.encode())
    command = [sys.executable, LAUNCHER, str(world.site.port), "--root", str(world.tree.root)]
    done = subprocess.run(
        [*command, "submit", "-d1", "--part", "1"],
        stdin=theirs,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={"PATH": os.environ["PATH"], "AOCD_DIR": str(world.tree.root / "aocd"), **ENV},
    )
    os.close(ours)
    os.close(theirs)
    assert "submit 3 for 2021 day 1 part 1? [y/N]" in done.stdout + done.stderr
    assert (done.returncode, world.site.sent()) == (status, sent)


# answers one knows


def test_answers_are_recorded_when_told_to(world: World) -> None:
    world.tree.write("inputs/private/2021/01.txt", "abcd\n")
    said = world.run("remember", "-d1")
    assert said == Said(0, "2021 day 1: 1, 4 recorded for inputs/private/2021/01.txt\n", "")
    assert "agree: all languages, both parts, and the recorded answers" in world.run("run", "-d1").out
    assert world.run("remember", "-d1", "--part", "2").status == 0
    answers = world.tree.write("inputs/private/2021/answers.json", '{"01": ["1", "5"], "03": ["z", "z"]}')
    before = answers.read_text()
    said = world.run("remember", "-d1")
    assert said.status == 2
    assert said.err.endswith("answers.json has 5 for day 1 part 2, not 4: nothing changed; mend it by hand\n")
    assert answers.read_text() == before
    assert world.site.requests == []


def test_only_answers_to_an_input_of_one_s_own_are_recorded(world: World) -> None:
    assert "inputs/2021/01/full.txt: answers are recorded beside inputs/private" in world.run("remember", "-d1").err
    world.fetched()
    said = world.run("remember", "-d1")
    assert said.status == 2
    assert said.err.endswith("those to an input in advent-of-code-data's cache come from the site, by make submit\n")


def test_disagreement_is_not_recorded(world: World) -> None:
    world.tree.write("inputs/private/2021/01.txt", "misbehave\n")
    plant(world.tree.root, Ada="", Basic="other_answer")
    assert world.run("remember", "-d1").status == 2
    assert not (world.tree.root / "inputs/private/2021/answers.json").exists()
