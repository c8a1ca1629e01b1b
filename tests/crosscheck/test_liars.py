"""The planted liars: solutions that lie about their time, in every language in which they can.

Each language has a program that is its real server and its real stopwatch, with one toy day whose solution lies in the
way that the program is told: rust/crates/aoc-liars, haskell/aoc-liars, tests/fakes/liars.py. The toy takes the texts of
2021 day 1; part 2 is work in proportion to the count of numbers, some 4 us in Rust and Haskell and 0.3 ms in Python
for the tree's full-size input.

    honest     does what it says
    twin       is the same
    double     does the work of part 2 twice
    spin       takes 5 ms, work included
    cache      remembers the answers of earlier runs
    constant   knows the answers to the full-size input, and gives them whatever the input
    second     is right in the first run of a process, then wrong and right by turns
    late       is right in the first 20 runs of a process, then wrong and right by turns
    written    puts the work off until the answer is turned to text
    swap       does the work of part 2 in part 1
    debug      is an unoptimised build, or an interpreter in development mode
    lazy       (Haskell) parses to the answers, neither of them worked out
    unforced   (Haskell) the same, and calls that a normal form
    drift      (Python) takes longer in every new process
    talks      prints while it solves
    shared     (Haskell) leans on a table that is the same for every input, made by the first run

Here come the programs themselves. What `crosscheck time` makes of them is in test_ruler.py.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from aoc.serve import profile
from crosscheck import puzzles
from crosscheck.solvers.outcome import Answered, Answers, Crashed, Outcome, Rejected, Sampled, Unsupported
from crosscheck.solvers.solver import Solver
from crosscheck.tree import languages
from routes import CASES, hello_of, variants
from stopwatch import DAY, Steps, alike, alone, had_a_core, hold, least, samples, unless
from trees import LIARS, LIARS_ANSWERS, LIARS_FULL, liar_tree

EVERYWHERE = ["honest", "twin", "double", "spin", "cache", "constant", "second", "late", "written", "swap"]
HASKELL_ONLY = ["lazy", "unforced", "shared"]
NAMES = [f"{language}:{lie}" for language in LIARS for lie in EVERYWHERE] + [f"haskell:{lie}" for lie in HASKELL_ONLY]
NAMES += ["python:drift"]
RIGHT = [name for name in NAMES if name.split(":")[1] not in ("constant", "second", "late")]
DEBUG = [f"{language}:debug" for language in LIARS]
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
    assert {*there_are} == {"talks"} | {name.split(":")[1] for name in NAMES if name.startswith(language)}


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


# The stopwatches of the programs, by the least times of programs that take turns.


@alone
@each_language
def test_a_stopwatch_reads_time_in_proportion_to_the_work(liar: OpenLiar, language: str) -> None:
    honest, double = liar(f"{language}:honest"), liar(f"{language}:double")

    def faults(read: list[Steps]) -> list[str]:
        once, twice, longer = (steps[PART2] for steps in read)
        right = {"twice the work takes twice the time": 1.5 < twice / once < 2.5}
        return unless(right | {"and so does twice the text": 1.5 < longer / once < 2.5}, read)

    hold(lambda: least((honest, LIARS_FULL), (double, LIARS_FULL), (honest, LIARS_FULL * 2)), faults)


@alone
@each_language
def test_no_run_of_honest_work_is_free(liar: OpenLiar, language: str) -> None:
    """Nothing is shared between runs by a compiler that sees the same text again and again."""
    honest = liar(f"{language}:honest")

    def session() -> tuple[list[int], bool]:
        before = honest.waited()
        runs = samples(honest)
        still = had_a_core(honest, before, runs) or alike([[run] for run in runs])
        return sorted(run[PART2] for run in runs), still

    def faults(times: list[int]) -> list[str]:
        return unless({"the least time is like the median": times[0] > times[len(times) // 2] / 3}, times)

    hold(session, faults)


@alone
@each_language
def test_the_work_is_charged_to_the_step_that_does_it(liar: OpenLiar, language: str) -> None:
    programs = [(liar(f"{language}:{lie}"), LIARS_FULL) for lie in ("honest", "swap")]

    def faults(read: list[Steps]) -> list[str]:
        honest, swap = read
        right = {
            "part 2 is the work": honest[PART2] > 10 * max(honest[PARSE], honest[PART1]),
            "swapped, part 1 is the work": swap[PART1] > honest[PART2] / 2,
            "and part 2 is none": swap[PART2] < honest[PART2] / 10,
        }
        return unless(right, read)

    hold(lambda: least(*programs), faults)


@alone
@pytest.mark.parametrize("lie", ["lazy", "unforced"])
def test_laziness_cannot_hide_the_work(liar: OpenLiar, lie: str) -> None:
    programs = [(liar(f"haskell:{name}"), LIARS_FULL) for name in ("honest", lie)]
    charged = PARSE if lie == "lazy" else PART2  # a parsed value that is no normal form moves it, no more

    def faults(read: list[Steps]) -> list[str]:
        honest, lazy = read
        right = {
            "honest part 2 is the work": honest[PART2] > 10 * max(honest[PARSE], honest[PART1]),
            "the work is charged": lazy[charged] > honest[PART2] / 2,
            "and charged once": sum(lazy) < 2 * sum(honest),
        }
        return unless(right, read)

    hold(lambda: least(*programs), faults)


@alone
@pytest.mark.parametrize("name", [*(f"{language}:cache" for language in LIARS), "haskell:shared"])
def test_what_outlives_a_run_shows_in_the_first(liar: OpenLiar, name: str) -> None:
    first, *later = (run[PART2] for run in samples(liar(name)))
    assert first > 10 * min(later)


@alone
@each_language
def test_a_constant_takes_no_time(liar: OpenLiar, language: str) -> None:
    """So that it is for the harness to see."""
    programs = [(liar(f"{language}:{lie}"), LIARS_FULL) for lie in ("honest", "constant")]

    def faults(read: list[Steps]) -> list[str]:
        honest, constant = map(sum, read)
        return unless({"a constant takes no time": constant < honest / 10}, read)

    hold(lambda: least(*programs), faults)


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


def test_what_a_solution_prints_is_shown_and_harms_nothing(tmp_path: Path) -> None:
    said = liar_tree(tmp_path, *(f"{language}:talks" for language in LIARS)).crosscheck("run", "-d", "1")
    assert said.status == 0, said
    assert "agree: all languages, both parts, and the recorded answers" in said.out
    lines = said.out.splitlines()
    for language in LIARS:
        at = lines.index(f"  {language}:talks said:")
        assert lines[at + 1 : at + 3] == ["      there are 4 numbers", "      and that is that"]
