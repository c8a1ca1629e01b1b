"""The planted liars: solutions that lie about their time, in every language in which they can.

Each language has a program that is its real server and its real stopwatch, with one toy day whose solution lies in the
way that the program is told: rust/crates/aoc-liars, haskell/aoc-liars, tests/fakes/liars.py. The toy takes the texts of
2021 day 1; part 2 is work in proportion to the count of numbers, some 4 us in Rust and Haskell and 0.3 ms in Python
for the tree's full-size input.

    honest     does what it says
    twin       is the same
    double     does the work of part 2 twice
    spin       takes 5 ms for part 2, work included
    cache      remembers the answers of earlier runs
    constant   knows the answers to the full-size input, and gives them whatever the input
    second     is right in the first run of a process only
    late       is right in the first 20 runs of a process
    written    puts the work off until the answer is turned to text
    swap       does the work of part 2 in part 1
    debug      is an unoptimised build, or an interpreter in development mode
    lazy       (Haskell) parses to the answers, neither of them worked out
    unforced   (Haskell) the same, and calls that a normal form
    drift      (Python) takes longer in every new process
    shared     (Haskell) leans on a table that is the same for every input, made by the first run

First come the programs themselves; then what `crosscheck time` makes of them.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

from aoc.serve import profile
from crosscheck import puzzles
from crosscheck.ruler import estimate, results
from crosscheck.ruler.estimate import Ratio
from crosscheck.ruler.results import DayResult
from crosscheck.solvers.outcome import Answered, Answers, Crashed, Outcome, Rejected, Sampled, Unsupported
from crosscheck.solvers.solver import Solver
from crosscheck.tree import languages
from routes import CASES, hello_of, variants
from trees import LIARS, LIARS_ANSWERS, LIARS_FULL, liar_tree

DAY = 2021, 1
EVERYWHERE = ["honest", "twin", "double", "spin", "cache", "constant", "second", "late", "written", "swap"]
HASKELL_ONLY = ["lazy", "unforced", "shared"]
NAMES = [f"{language}:{lie}" for language in LIARS for lie in EVERYWHERE] + [f"haskell:{lie}" for lie in HASKELL_ONLY]
NAMES += ["python:drift"]
RIGHT = [name for name in NAMES if name.split(":")[1] not in ("constant", "second", "late")]
DEBUG = [f"{language}:debug" for language in LIARS]
RUNS = 40
SESSIONS = 5  # at most, until one that no other work has spoilt
PARSE, PART1, PART2 = range(3)
CASE_AND_REJECT = """
[[case]]
name = "two numbers"
input = "3\\n5\\n"
answers = ["8", "16620414126246246493"]

[[reject]]
name = "a letter"
input = "3\\nx\\n"
line = 2
"""

near = pytest.approx
alone = pytest.mark.alone
each_language = pytest.mark.parametrize("language", LIARS)
OpenLiar = Callable[[str], Solver]


@pytest.fixture
def liar(tmp_path: Path) -> Iterator[OpenLiar]:
    """Gives a liar by its name, as in `rust:double`, in a fresh process."""
    opened: list[Solver] = []

    def open_it(name: str) -> Solver:
        (language,) = languages.load(liar_tree(tmp_path, name).root).values()
        opened.append(Solver(language, tmp_path))
        hello_of(opened[-1])
        return opened[-1]

    yield open_it
    for solver in opened:
        solver.close()


def answers(outcome: Outcome) -> Answers:
    assert isinstance(outcome, Answered | Sampled), outcome
    return outcome.answers


def samples(solver: Solver, text: str = LIARS_FULL) -> list[tuple[int, int, int]]:
    """Nanoseconds of parse, part 1 and part 2, run by run."""
    outcome = solver.time(*DAY, text, RUNS)
    assert isinstance(outcome, Sampled), outcome
    return [run.steps for run in outcome.runs if run.steps]


def least(solver: Solver, text: str = LIARS_FULL) -> list[int]:
    """The least time of each step after the first run: what the work takes, whatever else the machine does."""
    return [min(column) for column in zip(*samples(solver, text)[1:], strict=True)]


@pytest.mark.parametrize("name", [*NAMES, *DEBUG])
def test_a_liar_has_the_one_day(liar: OpenLiar, name: str) -> None:
    solver = liar(name)
    hello = hello_of(solver)
    assert (hello.language, hello.days) == (name.split(":")[0], (DAY,))
    assert hello.profile == ("debug" if name in DEBUG else "release")
    assert isinstance(solver.solve(2021, 2, "1\n"), Unsupported)


@each_language
def test_a_liar_speaks_the_protocol(tmp_path: Path, language: str) -> None:
    tree = liar_tree(tmp_path, f"{language}:honest")
    tree.write("inputs/2021/01/cases.toml", CASE_AND_REJECT)
    (known,) = languages.load(tree.root).values()
    said = tree.crosscheck("conform", "--", *known.serve)
    assert said.status == 0, said.out


@each_language
def test_an_unknown_lie_is_refused_with_those_there_are(tmp_path: Path, language: str) -> None:
    tree = liar_tree(tmp_path, f"{language}:sincere")
    (known,) = languages.load(tree.root).values()
    done = subprocess.run(known.serve, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (64, "")
    there_are = done.stderr.rstrip("\n").rpartition("there are ")[2].split(", ")
    assert there_are == [name.split(":")[1] for name in NAMES if name.startswith(language)]


@pytest.mark.parametrize("name", NAMES)
def test_the_first_answers_to_the_full_size_input_are_right(liar: OpenLiar, name: str) -> None:
    assert answers(liar(name).solve(*DAY, LIARS_FULL)) == LIARS_ANSWERS


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_is_right_for_any_text_of_the_real_day(liar: OpenLiar, name: str) -> None:
    lying, honest = liar(name), liar("python:honest")
    texts = [puzzles.load(*DAY).full(seed, seed) for seed in (1, 2, 7, 30)]
    texts += [text for case in CASES[DAY].cases for text in variants(case.input).values()]
    for text in texts:
        expected = answers(honest.solve(*DAY, text))
        assert answers(lying.solve(*DAY, text)) == expected
        assert answers(lying.time(*DAY, text, 3)) == expected
    assert CASES[DAY].rejects
    for reject in CASES[DAY].rejects:
        outcome = lying.solve(*DAY, reject.input)
        assert isinstance(outcome, Rejected), reject.name
        assert outcome.line == reject.line, reject.name


@each_language
def test_a_constant_is_wrong_for_other_texts(liar: OpenLiar, language: str) -> None:
    assert answers(liar(f"{language}:constant").solve(*DAY, "1\n2\n")) == LIARS_ANSWERS


@each_language
@pytest.mark.parametrize(("lie", "right"), [("second", 1), ("late", 20)])
def test_a_program_notices_answers_that_change(liar: OpenLiar, language: str, lie: str, right: int) -> None:
    assert answers(liar(f"{language}:{lie}").time(*DAY, LIARS_FULL, right)) == LIARS_ANSWERS
    outcome = liar(f"{language}:{lie}").time(*DAY, LIARS_FULL, right + 1)
    assert outcome == Crashed("answers changed between runs")


@each_language
def test_a_stopwatch_reads_time_in_proportion_to_the_work(liar: OpenLiar, language: str) -> None:
    honest = least(liar(f"{language}:honest"))[PART2]
    assert 1.5 < least(liar(f"{language}:double"))[PART2] / honest < 2.5
    assert 1.5 < least(liar(f"{language}:honest"), LIARS_FULL * 2)[PART2] / honest < 2.5


@each_language
def test_no_run_of_honest_work_is_free(liar: OpenLiar, language: str) -> None:
    """Nothing is shared between runs by a compiler that sees the same text again and again."""
    times = sorted(run[PART2] for run in samples(liar(f"{language}:honest")))
    assert times[0] > times[len(times) // 2] / 3


@each_language
def test_the_work_is_charged_to_the_step_that_does_it(liar: OpenLiar, language: str) -> None:
    honest = least(liar(f"{language}:honest"))
    assert honest[PART2] > 10 * max(honest[PARSE], honest[PART1])
    swap = least(liar(f"{language}:swap"))
    assert swap[PART1] > honest[PART2] / 2
    assert swap[PART2] < honest[PART2] / 10


@pytest.mark.parametrize("lie", ["lazy", "unforced"])
def test_laziness_cannot_hide_the_work(liar: OpenLiar, lie: str) -> None:
    honest, lazy = least(liar("haskell:honest")), least(liar(f"haskell:{lie}"))
    charged = PARSE if lie == "lazy" else PART2  # a parsed value that is no normal form moves it, no more
    assert lazy[charged] > honest[PART2] / 2
    assert sum(lazy) < 2 * sum(honest)


@pytest.mark.parametrize("name", [*(f"{language}:cache" for language in LIARS), "haskell:shared"])
def test_what_outlives_a_run_shows_in_the_first(liar: OpenLiar, name: str) -> None:
    first, *later = (run[PART2] for run in samples(liar(name)))
    assert first > 10 * min(later)


@each_language
def test_a_constant_takes_no_time(liar: OpenLiar, language: str) -> None:
    """So that it is for the harness to see."""
    assert sum(least(liar(f"{language}:constant"))) < sum(least(liar(f"{language}:honest"))) / 10


@pytest.mark.parametrize("hook", ["settrace", "setprofile"])
def test_an_interpreter_that_is_watched_is_no_release(hook: str) -> None:
    before = getattr(sys, hook.replace("set", "get"))()
    try:
        getattr(sys, hook)(lambda *_: None)
        assert profile() == "debug"
    finally:
        getattr(sys, hook)(before)


@pytest.mark.parametrize("tool", range(6))
def test_an_interpreter_that_a_tool_monitors_is_no_release(monkeypatch: pytest.MonkeyPatch, tool: int) -> None:
    tools = SimpleNamespace(get_tool=lambda number: "coverage" if number == tool else None)
    monkeypatch.setattr(sys, "monitoring", tools, raising=False)
    assert profile() == "debug"


def test_an_interpreter_built_with_assertions_is_no_release(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "gettotalrefcount", lambda: 0, raising=False)
    assert profile() == "debug"


# What `crosscheck time` makes of them. A session in which the machine did not hold still says so, and is held once more.


def session(tmp_path: Path, *names: str) -> tuple[DayResult, float] | None:
    """What a session reads for each, by key, and its noise; None where the machine did not hold still."""
    said = liar_tree(tmp_path, *names).crosscheck("time", "-d1", "--json", "--processes", "5")
    result = results.decoded(said.out.encode(), "the session")
    (day,) = result.days
    assert day.refused is None
    assert result.noise is not None
    return None if day.unsteady else (day, result.noise)


def hold(tmp_path: Path, names: Sequence[str], right: Callable[[DayResult, float], list[str]]) -> None:
    """Sessions until one reads all of it right: other work on the machine can spoil one, a wrong ruler is wrong in each."""
    faults: list[str] = []
    for _ in range(SESSIONS):
        if read := session(tmp_path, *names):
            faults = right(*read)
            if not faults:
                return
    if not faults:
        pytest.skip(f"the machine did not hold still in {SESSIONS} sessions, as the ruler says itself")
    pytest.fail("; ".join(faults))


@alone
@each_language
def test_the_ruler_reads_twice_for_twice_the_work_and_tells_no_twins_apart(tmp_path: Path, language: str) -> None:
    same = ["twin", "written"] + ["lazy", "unforced"] * (language == "haskell")

    def faults(day: DayResult, noise: float) -> list[str]:
        def against_honest(lie: str) -> Ratio:
            processes = {name: day.languages[f"{language}-{name}"].processes for name in (lie, "honest")}
            return estimate.paired(processes[lie], processes["honest"])

        expected = {"double": 2.0, **dict.fromkeys(same, 1.0)}
        read = {lie: against_honest(lie) for lie in expected}
        wrong = [f"{lie}: {read[lie]}" for lie, times in expected.items() if read[lie].value != near(times, rel=0.05)]
        return wrong + ["twins are told apart"] * read["twin"].differs(max(noise, 0.02))

    hold(tmp_path, [f"{language}:{lie}" for lie in ["honest", "double", *same]], faults)


@alone
@each_language
def test_the_ruler_reads_5_ms_for_5_ms(tmp_path: Path, language: str) -> None:
    def faults(day: DayResult, _: float) -> list[str]:
        median = day.languages[f"{language}-spin"].median
        return [] if median == near(5_000_000, rel=0.02) else [f"{median} ns"]

    hold(tmp_path, [f"{language}:spin"], faults)


def test_the_ruler_gives_no_number_for_what_does_not_hold_still(tmp_path: Path) -> None:
    tree = liar_tree(tmp_path, "python:drift")
    said = tree.crosscheck("time", "-d1", "--processes", "4")
    assert said.status == 1
    assert "2021 day 1: python:drift did not hold still, twice; type: crosscheck time -y 2021 -d 1" in said.out
    (row,) = (line.split() for line in said.out.splitlines() if line.strip().startswith("python:drift"))
    assert row == ["python:drift", "redo"]


def test_the_ruler_shows_what_a_first_call_prepares_for_the_others(tmp_path: Path) -> None:
    def faults(day: DayResult, _: float) -> list[str]:
        shared = day.languages["haskell-shared"]
        return [] if shared.first > 100 * shared.median else [f"{shared.first} and {shared.median} ns"]

    hold(tmp_path, ["haskell:shared"], faults)


@each_language
@pytest.mark.parametrize(
    ("lie", "why"),
    [
        ("cache", "{name} remembers answers: "),
        ("constant", "on another input: DISAGREEMENT"),
        ("second", "{name} solved it and then did not do so again: "),
        ("late", "{name} solved it and then did not do so again: crashed: answers changed between runs"),
        ("debug", "{name} is a debug build; type: make "),
    ],
)
def test_the_ruler_refuses(tmp_path: Path, language: str, lie: str, why: str) -> None:
    tree = liar_tree(tmp_path, f"{language}:honest", f"{language}:{lie}")
    said = tree.crosscheck("time", "-d1", "--quick")
    assert said.status == 1
    assert f"2021 day 1: not timed: {why.format(name=f'{language}:{lie}')}" in said.out
