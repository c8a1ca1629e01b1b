"""`crosscheck agree --for`: all days by turns, what is found is kept, and it goes on after any end without losing or doing twice what is done."""

import errno
import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from crosscheck.errors import UserError
from crosscheck.judging import finding, journal, tally
from crosscheck.judging.campaign import BROKEN, PORTION, Campaign, Portion, portions
from crosscheck.judging.journal import MUTANTS, TEXTS, Aim, Journal, Line
from crosscheck.judging.tally import Tally
from crosscheck.shown.tally import markdown
from trees import Tree, plant

AMPLE = 60.0  # seconds, on a busy machine
DAY = (2021, 1)


def aim(kind: str = MUTANTS, most: int | None = None, seconds: float = AMPLE, seed: int = 1) -> Aim:
    return Aim(
        kind=kind,
        seed=seed,
        days=[DAY],
        languages=["ada", "basic"],
        seconds=seconds,
        patience=AMPLE,
        commit="unknown",
        most=most,
    )


def run(tree: Tree, path: Path, new: Aim | None = None, jobs: int = 1) -> list[Line]:
    """Begin a campaign, or go on with it; what is told."""
    told: list[Line] = []
    with tree.environment({}), Journal(path, new) as kept:
        Campaign(tree.root, kept, {DAY: ["ada", "basic"]}, jobs).run(told.append)
        assert kept.lines[-len(told) :] == told or not told
    return told


def test_days_take_turns_and_what_is_done_or_left_out_is_not_done_again() -> None:
    two = Aim(
        kind=TEXTS,
        seed=1,
        days=[(2021, 1), (2022, 1)],
        languages=[],
        seconds=1,
        patience=1,
        commit="",
        most=2 * PORTION + 1,
    )
    turns = [Portion(2021, 1, 0), Portion(2022, 1, 0), Portion(2021, 1, 1), Portion(2022, 1, 1)]
    turns += [Portion(2021, 1, 2), Portion(2022, 1, 2)]
    assert list(portions(two, set(), set())) == turns
    assert list(portions(two, {turns[0], turns[3]}, set())) == [turns[1], turns[2], *turns[4:]]
    left_out: set[tuple[int, int]] = set()
    going = portions(two, set(), left_out)
    assert next(going) == turns[0]
    left_out.add((2022, 1))
    assert next(going) == turns[2]
    left_out.add((2021, 1))
    assert list(going) == []


def test_what_is_found_is_told_saved_and_in_the_journal(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="honest", Basic="other_answer")
    path = tmp_path / "a.jsonl"
    told = run(tree, path, aim(most=250))
    assert [line["nth"] for line in told] == [0, 1, 2]
    assert journal.load(path) == (aim(most=250), told)
    whole = tally.by_day(tally.read(path))[DAY]
    assert whole.mutants == sum(line["mutants"] for line in told)
    assert 50 < whole.mutants <= 250, "fewer where the machine is busy"
    assert whole.disagreements > 0
    assert not whole.is_well
    found = finding.load(tmp_path / whole.saved[0])
    assert sorted(found.claims.values()) == [["Ada"], ["Basic"]]


def test_it_goes_on_where_it_was_and_does_nothing_twice(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="")
    path, whole = tmp_path / "a.jsonl", tmp_path / "whole.jsonl"
    run(tree, whole, aim(most=300))
    first, *rest = whole.read_bytes().splitlines(keepends=True)
    # The second portion was done before the first, and of the line of the third only half was written.
    path.write_bytes(first + rest[1] + rest[2][:20])
    assert [line["nth"] for line in run(tree, path)] == [0, 2]
    assert run(tree, path) == []
    counts = ("mutants", "answered", "refused")
    kept, expected = (
        {line["nth"]: [line[it] for it in counts] for line in journal.load(one)[1]} for one in (path, whole)
    )
    assert kept == expected


def test_it_ends_when_its_time_is_over_and_more_time_may_be_given(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="")
    asked = tree.crosscheck("agree", "-d1", "--mutate", "--for", "2s", "--seed", "4", "--jobs", "2")
    assert asked.status == 0
    (path,) = (tmp_path / journal.FOLDER).glob("*-mutants.jsonl")
    _, done = journal.load(path)
    assert len(done) > 1
    assert 2 <= done[-1]["elapsed"] < AMPLE
    assert f"after any end: .venv/bin/crosscheck agree --resume {os.path.relpath(path)}" in asked.out
    assert tree.crosscheck("agree", "--resume", str(path)).status == 0
    assert len(journal.load(path)[1]) == len(done)
    assert tree.crosscheck("agree", "--resume", str(path), "--for", "1s").status == 0
    _, more = journal.load(path)
    assert len(more) > len(done)
    assert len({line["nth"] for line in more}) == len(more)
    summed = tree.crosscheck("tally", str(path))
    assert summed.status == 0
    assert f"{sum(line['mutants'] for line in more):,}" in summed.out


def test_a_killed_campaign_loses_nothing(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="honest", Basic="other_answer")
    command = [sys.executable, "-m", "crosscheck", "--root", str(tmp_path), "agree", "-d1", "--mutate", "--for", "1h"]
    with tree.environment({}):
        killed = subprocess.Popen(
            [*command, "--seed", "1", "--jobs", "2"], stdout=subprocess.PIPE, start_new_session=True
        )
    until = time.monotonic() + AMPLE
    while time.monotonic() < until:
        found = list((tmp_path / finding.FOLDER).glob("*.json"))
        journals = list((tmp_path / journal.FOLDER).glob("*.jsonl"))
        if found and journals and journal.load(journals[0])[1]:
            break
        time.sleep(0.05)
    os.killpg(killed.pid, signal.SIGKILL)
    killed.communicate()
    (path,) = (tmp_path / journal.FOLDER).glob("*.jsonl")
    found = list((tmp_path / finding.FOLDER).glob("*.json"))
    assert found
    assert all(finding.load(one).claims for one in found)
    before = journal.load(path)[1]
    assert before
    again = tree.crosscheck("agree", "--resume", str(path), "--for", "2s", "--jobs", "2")
    assert again.status == 1
    after = journal.load(path)[1]
    assert after[: len(before)] == before
    numbers = {line["nth"] for line in after}
    assert len(numbers) == len(after)
    assert set(range(len(before))) <= numbers, "what was being done when it was killed is done now"


def test_nobody_else_goes_on_with_it_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with Journal(path, aim()), pytest.raises(UserError, match="this campaign is running"):
        Journal(path)
    Journal(path).__exit__(None, None, None)
    with pytest.raises(UserError, match="not a campaign's journal"):
        journal.load(plant(tmp_path).root / "languages.toml")


def test_where_files_cannot_be_locked_it_goes_on_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def flock(file: object, how: int) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(fcntl, "flock", flock)
    with Journal(tmp_path / "a.jsonl", aim()) as kept:
        assert kept.lines == []


def test_a_line_that_lacks_a_count_is_another_versions() -> None:
    with pytest.raises(UserError, match="2021 day 7 has no 'refused': another version"):
        tally.by_day([{"year": 2021, "day": 7, "mutants": 3}])


def test_a_portion_whose_process_dies_is_tried_again_and_then_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process that mutates is killed by what it asks: its parent's, as a machine without memory would."""
    tree = plant(tmp_path, Ada="kill_the_parent", Basic="")
    told = run(tree, tmp_path / "a.jsonl", aim(most=100))
    assert [(line["nth"], line.get("broke")) for line in told] == [
        (0, "3 processes died of it, or of what ran beside it")
    ]
    assert not tally.by_day(told)[DAY].is_well


def test_of_a_day_whose_portions_come_to_nothing_few_are_tried(tmp_path: Path) -> None:
    """Each ends at once, as the cases cannot be read; there is no end of them."""
    tree = plant(tmp_path, Ada="", Basic="")
    tree.write("inputs/2021/01/cases.toml", "[[case]")
    told = run(tree, tmp_path / "a.jsonl", aim())
    assert BROKEN <= len(told) < 2 * BROKEN, "and what was handed out already"
    assert all("broke" in line for line in told)
    assert run(tree, tmp_path / "a.jsonl") == []


def test_generated_texts_of_a_day_that_disagrees_are_saved_and_not_asked_again(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="")  # which refuse what is valid
    told = run(tree, tmp_path / "a.jsonl", aim(TEXTS))
    assert 1 <= len(told) <= 2, "one, and what was handed out already"
    assert told[0]["disagreement"]["claims"] == {
        "refused at line 1": ["Ada", "Basic"],
        "it is valid": ["the puzzle module"],
    }
    (name,) = told[0]["saved"]
    assert finding.load(tmp_path / name).is_valid
    again = tree.crosscheck("replay", str(tmp_path / name))
    assert (again.status, "it is valid  <-  the puzzle module" in again.out) == (1, True)


def test_options_that_the_journal_has_are_refused(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="")
    Journal(tmp_path / "a.jsonl", aim()).__exit__(None, None, None)
    said = tree.crosscheck("agree", "--resume", str(tmp_path / "a.jsonl"), "--seed", "3")
    assert said.status == 2
    assert "--seed is what it was" in said.err
    assert tree.crosscheck("agree", "--for", "soon").status == 2


def test_a_language_that_cannot_be_asked_is_said_before_anything_is_begun(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Basic="absent")
    said = tree.crosscheck("agree", "-d1", "--mutate", "--for", "1h")
    assert (said.status, "Basic cannot be asked" in said.err) == (2, True)
    assert not (tmp_path / journal.FOLDER).exists()


def test_a_campaign_for_which_nobody_has_a_day_is_refused(tmp_path: Path) -> None:
    said = plant(tmp_path, Ada="hello_another_day").crosscheck("agree", "-d1", "--for", "1h")
    assert (said.status, said.err) == (2, "crosscheck: no program has any of these days; type: make build\n")
    assert not (tmp_path / journal.FOLDER).exists()


def test_a_program_that_is_older_than_a_solution_does_not_agree(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="", Cobol="hello_another_day")
    tree.write("x/2021/01", "a solution, which its program is too old to have")
    said = tree.crosscheck("agree", "-d1", "--mutate", "1")
    assert said.status == 1
    assert "not asked: Cobol" in said.out


@pytest.mark.parametrize("wrong", ['{"params": 1}', '{"claims": {"1": 2}}', '{"text": null}', "{}", "[]", "\0"])
def test_a_file_that_is_no_finding_is_refused(tmp_path: Path, wrong: str) -> None:
    right = finding.Finding(2021, 1, 0, 0, "", "abc\n", {}, {"refused": ["Ada"]})
    path = tmp_path / right.save(tmp_path)
    assert finding.load(path) == right
    if wrong.startswith('{"'):
        wrong = json.dumps({**json.loads(path.read_text()), **json.loads(wrong)})
    path.write_text(wrong)
    with pytest.raises(UserError, match="not a disagreement that was saved"):
        finding.load(path)


def test_a_tally_adds_up_journals_and_what_agree_prints(tmp_path: Path) -> None:
    texts = {"examples": 40, "by_brute_force": 30, "refused": 20, "seconds": 2.0, "disagreement": None}
    mutants = {"mutants": 60, "answered": 50, "refused": 10, "disagreements": 1, "seconds": 1.5, "saved": ["a"]}
    file = tmp_path / "log"
    lines = [{"year": 2021, "day": day, **came} for day in (2, 1) for came in (texts, mutants)]
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    days = tally.by_day(tally.read(file))
    one = Tally(texts=40, proven=30, damaged=20, mutants=60, refused=10, disagreements=1, seconds=3.5, saved=["a"])
    assert list(days.items()) == [((2021, 1), one), ((2021, 2), one)]
    assert "| 2021 | 2 | 80 | 60 | 40 | 120 | 20 | 2 | 100 | 0.0 |" in markdown(days)
    assert "2021 day 1 (35.0 ms: 100)" in markdown(days)
    assert plant(tmp_path).crosscheck("tally", str(file)).status == 1
