"""What `crosscheck agree` shows: a line a day, and a disagreement whole."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from rich.console import Console

from crosscheck.judging import finding
from crosscheck.judging.agreement import Partition
from crosscheck.judging.finding import Finding
from crosscheck.judging.parallel import MutationPlan, Plan
from crosscheck.shown.tables import escape

MOST_LINES, WIDTH = 20, 200  # of a saved text that are shown: all of it is in the file


def show(out: Console, plan: Plan) -> None:
    """A day of which all is done."""
    done, found = plan.done, plan.done.disagreement
    who = ", ".join(language.title for language in plan.asked) or "nobody"
    verdict = "[bold red]DISAGREE[/]" if found else "[green]agree[/]" if plan.agreed else "[yellow]agree[/]"
    facts = (
        f"{done.examples:,} texts{_cost(plan)}, {done.proven:,} by brute force; {done.refused:,} damaged ones refused"
    )
    out.print(f"{escape(str(plan.puzzle))}: {verdict}: {who}  [dim]{facts}; {done.seconds:.1f} s[/]")
    _show_trouble(out, plan)
    if found:
        size, seed = plan.done.failed
        kind = "a damaged text" if found.damaged else "a valid text"
        out.print(
            f"\n  on {kind} (again: crosscheck agree -y {plan.puzzle.year} -d {plan.puzzle.day} -n {size} --seed {seed},"
            f" or crosscheck replay {escape(', '.join(done.saved))})\n"
        )
        _show_input(out, found.made.text.splitlines(keepends=True), found.made.params)
        _show_claims(out, found.claims)
        out.print("\n  for cases.toml, once it is known who is right:\n")
        out.out(found.entry(), highlight=False)


def show_mutation(root: Path, out: Console, plan: MutationPlan) -> None:
    """A day of which all mutants are done."""
    done = plan.done
    who = ", ".join(language.title for language in plan.asked) or "nobody"
    verdict = "[green]agree[/]" if plan.agreed else "[yellow]agree[/]"
    if done.disagreements:
        verdict = f"[bold red]DISAGREE on {done.disagreements:,}[/]"
    facts = f"{done.mutants:,} mutants{_cost(plan)}, {done.answered:,} answered, {done.refused:,} refused; {done.seconds:.1f} s"
    out.print(f"{escape(str(plan.puzzle))}: {verdict}: {who}  [dim]{facts}[/]")
    _show_trouble(out, plan)
    for name in done.saved:
        found = finding.load(root / name)
        show_finding(out, name, found, found.claims)
        out.print(f"  again: crosscheck replay {escape(name)}\n")


def _show_trouble(out: Console, plan: Plan | MutationPlan) -> None:
    """Who was not asked, and who was asked again."""
    if plan.absent:
        out.print(f"  [yellow]not asked: {', '.join(language.title for language in plan.absent)}[/]")
    for what, times in Counter(plan.done.retried).items():
        out.print(f"  [yellow]asked again: {escape(what)}{f', {times} times' if times > 1 else ''}[/]")


def _cost(plan: Plan | MutationPlan) -> str:
    """Why there were no more."""
    if not plan.fewer:
        return ""
    count = plan.done.examples if isinstance(plan, Plan) else plan.done.mutants
    return f", as one costs {plan.done.seconds / max(1, count) * 1e3:.0f} ms"


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
