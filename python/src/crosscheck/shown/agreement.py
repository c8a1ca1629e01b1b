"""What `crosscheck agree` shows: a line a day, and a disagreement whole."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from rich.console import Console

from crosscheck.judging import finding
from crosscheck.judging.agreement import Checked, Partition
from crosscheck.judging.finding import Finding
from crosscheck.judging.mutants import Mutated
from crosscheck.judging.parallel import Plan
from crosscheck.puzzles import Puzzle
from crosscheck.shown.tables import escape

MOST_LINES, WIDTH = 20, 200  # of a saved text that are shown: all of it is in the file


def show(out: Console, root: Path, plan: Plan) -> None:
    """A day of which all is done: a line, who was not asked or asked again, and what was found."""
    done = plan.done
    if isinstance(done, Checked):
        bad, what = "DISAGREE", f"{done.examples:,} texts"
        facts = f"{done.proven:,} by brute force; {done.refused:,} damaged ones refused"
    else:
        assert isinstance(done, Mutated)
        bad, what = f"DISAGREE on {done.disagreements:,}", f"{done.inputs:,} mutants"
        facts = f"{done.answered:,} answered, {done.refused:,} refused"
    verdict = f"[{'green' if plan.agreed else 'yellow'}]agree[/]" if done.is_well else f"[bold red]{bad}[/]"
    who = ", ".join(language.title for language in plan.asked) or "nobody"
    why_no_more = f", as one costs {done.seconds / max(1, done.inputs) * 1e3:.0f} ms" if plan.fewer else ""
    out.print(
        f"{escape(str(plan.puzzle))}: {verdict}: {who}  [dim]{what}{why_no_more}, {facts}; {done.seconds:.1f} s[/]"
    )
    if plan.absent:
        out.print(f"  [yellow]not asked: {', '.join(language.title for language in plan.absent)}[/]")
    for trouble, times in Counter(done.retried).items():
        out.print(f"  [yellow]asked again: {escape(trouble)}{f', {times} times' if times > 1 else ''}[/]")
    if isinstance(done, Checked):
        _show_failed(out, plan.puzzle, done)
    else:
        for name in done.saved:
            show_saved(out, root, name)


def _show_failed(out: Console, puzzle: Puzzle, done: Checked) -> None:
    """The first disagreement of generated texts, whole."""
    for failed in done.failed[:1]:
        found = failed.found
        kind = "a damaged text" if found.damaged else "a valid text"
        again = f".venv/bin/crosscheck agree -y {puzzle.year} -d {puzzle.day} -n {failed.examples} --seed {failed.seed}"
        out.print(f"\n  on {kind} (again: {again}, or .venv/bin/crosscheck replay {escape(' '.join(done.saved))})\n")
        _show_input(out, found.made.text.splitlines(keepends=True), found.made.params)
        _show_claims(out, found.claims)
        out.print("\n  for cases.toml, once it is known who is right:\n")
        out.out(found.entry(), highlight=False)


def show_saved(out: Console, root: Path, name: str) -> None:
    """A disagreement that was saved as that file, and how to see it again."""
    found = finding.load(root / name)
    show_finding(out, name, found, found.claims)
    out.print(f"  again: .venv/bin/crosscheck replay {escape(name)}\n")


def show_finding(out: Console, name: str, found: Finding, claims: Partition) -> None:
    """A saved input and what is said of it; of a long text the beginning."""
    lines = found.text.splitlines(keepends=True)
    out.print(f"\n  {escape(name)}: {found.year} day {found.day}, made of {escape(found.base)}\n")
    _show_input(out, [line[:WIDTH] for line in lines[:MOST_LINES]], found.params)
    if len(lines) > MOST_LINES or any(len(line) > WIDTH for line in lines):
        out.print(f"    ... {len(found.text):,} characters in all")
    _show_claims(out, claims)
    out.print()


def _show_input(out: Console, lines: list[str], params: Mapping[str, int]) -> None:
    for line in lines:
        out.print(f"    {escape(repr(line))}")
    for name, value in params.items():
        out.print(f"    {escape(name)} = {value}")
    out.print()


def _show_claims(out: Console, claims: Partition) -> None:
    for said, names in claims.items():
        out.print(f"    {escape(said)}  <-  {', '.join(names)}")
