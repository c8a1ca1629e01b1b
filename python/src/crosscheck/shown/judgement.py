"""What `crosscheck judge` shows: a verdict that anyone understands, and the input on which a program is wrong."""

import shlex
from collections.abc import Sequence
from statistics import median

from rich.console import Console

from crosscheck.judging.guest_trial import Fault, Judgement, Kind
from crosscheck.puzzles import Puzzle
from crosscheck.ruler import estimate
from crosscheck.shown.tables import escape, last_lines, put, table
from crosscheck.solvers.outcome import Answered, Answers, claim, describe, stderr_of
from crosscheck.tree.inputs import PuzzleInput
from crosscheck.tree.languages import Language
from crosscheck.tree.units import duration

LAST_WORDS = 10  # lines
MOST_LINES, WIDTH = 60, 300  # of an input; one that is shrunk seldom has as many
MOST_PRINTF = 400  # characters of an input that is given by printf
WORDS = 1 << 32


def heading(out: Console, puzzle: Puzzle, command: str) -> None:
    """Who is judged, and on what."""
    out.print(f"[bold]{escape(str(puzzle))}[/]      judged: {escape(command)}\n")


def show(out: Console, puzzle: Puzzle, judged: Language, trial: Judgement, own: PuzzleInput | None, ours: str) -> None:
    """The verdict, and what it stands on."""
    if trial.fault is None:
        out.print(f"  [bold green]{escape(right(puzzle, trial))}[/]")
        out.print(f"  {_counts(puzzle, trial)}, in {trial.seconds:.0f} s")
        if own:
            out.print(f"  your own input among them: {escape(own.source)}")
        else:
            out.print(
                f"  without an input of your own, which would be inputs/private/{puzzle.year}/{puzzle.day:02}.txt"
            )
        if trial.times:
            size = max(trial.times)
            mine, theirs = (median(times) for times in zip(*trial.times[size], strict=True))
            start = ", its start included" if judged.cold else ""
            out.print(
                f"  time on {size:,} {puzzle.unit}: {duration(mine)}{start}; {escape(ours)} {duration(theirs)} inside"
            )
        return
    fault = trial.fault
    out.print(f"  [bold red]{escape(verdict(puzzle, fault))}[/]")
    found = f"found in {fault.origin}" + (
        f" of {fault.shrunk_from:,} characters, and shrunk" if fault.shrunk_from else ""
    )
    out.print(f"  {escape(found)}, after {trial.inputs:,} inputs on which it is right\n")
    if fault.kind is Kind.SLOW:
        _growth(out, puzzle, trial, ours)
        if not is_short(fault.made.text):
            return
        out.print()
    _input(out, fault.made.text)
    for name, value in fault.made.params.items():
        out.print(f"    {escape(name)} = {value}")
    out.print()
    _claims(out, judged, trial)


def again(out: Console, commands: Sequence[str]) -> None:
    """What to type to see it again."""
    out.print("\n  to see it again:")
    for command in commands:
        out.out(f"    {command}", highlight=False)


def right(puzzle: Puzzle, trial: Judgement) -> str:
    """The good news."""
    return f"right on {trial.inputs:,} inputs, the largest of {trial.largest:,} {puzzle.unit}"


def verdict(puzzle: Puzzle, fault: Fault) -> str:
    """The bad news, in one line."""
    lines = len(fault.made.text.splitlines())
    where = f"this input of {lines:,} line{'s' * (lines != 1)}"
    seldom = "" if fault.steady else ", but not each time: it does not always say the same"
    match fault.kind:
        case Kind.WRONG:
            return f"wrong on {where}{seldom}"
        case Kind.SLOW:
            return f"too slow: {describe(fault.said)} on {fault.origin}"
        case Kind.HANGS:
            return f"hangs: {describe(fault.said)} on {where}{seldom}"
        case Kind.FAILED:
            return f"fails on {where}: {describe(fault.said)}{seldom}"
        case Kind.REFUSED:
            return f"refuses {where}, which is valid{seldom}"
        case Kind.TAKEN:
            return f"answers {where}, which is not valid{seldom}"
        case Kind.UNREADABLE:
            return f"no readable answer to {where}: {_unreadable(fault)}{seldom}"


def _unreadable(fault: Fault) -> str:
    if not isinstance(fault.said, Answered):
        return describe(fault.said).removeprefix("malformed reply: ")
    missing = 1 if fault.said.answers[0] is None else 2
    return f"there is no part {missing}; for a program that has only part {3 - missing} say --part {3 - missing}"


def commands(puzzle: Puzzle, fault: Fault, command: str, judged: Language, saved: str | None) -> list[str]:
    """How the program is given the input by hand, and ours beside it."""
    given = (
        f"cat {shlex.quote(saved)}"
        if saved
        else "printf " + shlex.quote(fault.made.text.replace("\\", r"\\").replace("%", "%%").replace("\n", r"\n"))
    )
    params = "".join(f" --param {name}={value}" for name, value in fault.made.params.items())
    invited = shlex.quote(f"{judged.key}={command}")
    beside = f".venv/bin/crosscheck run -y {puzzle.year} -d {puzzle.day}{params} --input - --with {invited}"
    by_hand = [f"{given} | {command}"] if judged.cold else []
    return [*by_hand, f"{given} | {beside}"]


def is_short(text: str) -> bool:
    """Whether it can be given on a command line."""
    return len(text) <= MOST_PRINTF and text.isascii() and text.replace("\n", "").isprintable()


def _counts(puzzle: Puzzle, trial: Judgement) -> str:
    counted = {
        "cases": trial.cases,
        "small generated inputs": trial.generated,
        f"inputs of up to {trial.largest:,} {puzzle.unit}": trial.sized,
        "input of your own": trial.own,
        "texts that are no input": trial.refused,
    }
    said = ", ".join(f"{count:,} {what}" for what, count in counted.items() if count)
    passed = f"; {trial.passed_over:,} more passed over, to which there is no answer" if trial.passed_over else ""
    return said + passed


def _input(out: Console, text: str) -> None:
    lines = text.removesuffix("\n").split("\n")
    visible = text.isascii() and text.replace("\n", "").isprintable()
    for line in lines[:MOST_LINES]:
        shown = line if visible else repr(line)
        out.out(f"    {shown[:WIDTH] + (' ...' if len(shown) > WIDTH else '')}", highlight=False)
    if len(lines) > MOST_LINES:
        out.print(f"    ... and {len(lines) - MOST_LINES:,} lines more")


def _claims(out: Console, judged: Language, trial: Judgement) -> None:
    fault = trial.fault
    assert fault is not None
    shown = table()
    for column in ("", "part 1", "part 2", ""):
        shown.add_column(column, justify="right" if column else "left", no_wrap=True)
    if isinstance(fault.said, Answered):
        shown.add_row(
            f"[bold red]{escape(judged.title)}[/]",
            *_cells(fault.said.answers),
            escape(hint(fault.said.answers, fault.right)),
        )
    else:
        shown.add_row(f"[bold red]{escape(judged.title)}[/]", "-", "-", escape(describe(fault.said)))
    for said, names in trial.claims.items():
        agreed = said == claim(fault.right) and isinstance(fault.right, Answered)
        label = "[bold green]right[/]" if trial.ours_agree else "[yellow]ours[/]"
        cells = _cells(fault.right.answers) if agreed and isinstance(fault.right, Answered) else (escape(said), "")
        shown.add_row(label, *map(str, cells), escape(", ".join(names)))
    put(out, shown)
    if not trial.ours_agree:
        out.print("  [yellow]ours do not agree: one of them is wrong here, which is a bug of this repository[/]")
    for line in last_lines(stderr_of(fault.said), LAST_WORDS):
        out.out(f"      {line}", highlight=False)


def _cells(answers: Answers) -> tuple[str, str]:
    one, two = answers
    return escape(one or "-"), escape(two or "-")


def hint(said: Answers, right: object) -> str:
    """What the mistake looks like, where a wrong answer is of a kind that is known.

    >>> from crosscheck.solvers.outcome import Timing
    >>> hint(("1", "705032704"), Answered(("1", "5000000000"), Timing(0)))
    'part 2 is what 32 bits hold of the right one'
    >>> hint(("18", "17"), Answered(("17", "97"), Timing(0)))
    'part 1 is one too many'
    """
    if not isinstance(right, Answered):
        return ""
    if said == right.answers[::-1] and said[0] != said[1]:
        return "the right answers, in the wrong order"
    found = []
    for part, (mine, due) in enumerate(zip(said, right.answers, strict=True), 1):
        if mine is not None and due is not None and (what := _resemblance(mine, due)):
            found.append(f"part {part} is {what}")
    return "; ".join(found)


def _resemblance(mine: str, due: str) -> str:
    try:
        number, wanted = int(mine), int(due)
    except ValueError:
        with_point = mine.removesuffix(".0") == due
        return "right, but for its point" if with_point and mine != due else ""
    if number == wanted:
        return "" if mine == due else "right, but for how it is written"
    if abs(number - wanted) == 1:
        return "one too many" if number > wanted else "one too few"
    if number % WORDS == wanted % WORDS:
        return "what 32 bits hold of the right one"
    return ""


def _growth(out: Console, puzzle: Puzzle, trial: Judgement, ours: str) -> None:
    """The times of the program and of ours by size, and the power that each grows by."""
    fault = trial.fault
    assert fault is not None
    shown = table()
    for column in (puzzle.unit, "yours", ours):
        shown.add_column(escape(column), justify="right", no_wrap=True)
    sizes = sorted(trial.times)
    for size in sizes:
        mine, theirs = (median(times) for times in zip(*trial.times[size], strict=True))
        shown.add_row(f"{size:,}", duration(mine), duration(theirs))
    put(out, shown)
    if len(sizes) >= estimate.LEAST_SIZES:
        mine, theirs = (
            estimate.exponent(sizes, [[float(it[which]) for it in trial.times[size]] for size in sizes])
            for which in (0, 1)
        )
        out.print(f"\n  time grows as the size to the power {mine}; that of {escape(ours)} to the power {theirs}")
