"""What `crosscheck agree` shows: a line a day, and a disagreement whole."""

from rich.console import Console
from rich.markup import escape

from crosscheck.judging.parallel import Plan


def show(out: Console, plan: Plan) -> None:
    """A day of which all is done."""
    done, found = plan.done, plan.done.disagreement
    who = ", ".join(language.title for language in plan.asked) or "nobody"
    verdict = "[bold red]DISAGREE[/]" if found else "[green]agree[/]" if plan.agreed else "[yellow]agree[/]"
    facts = f"{done.examples:,} texts, {done.proven:,} by brute force; {done.refused:,} damaged ones refused"
    out.print(f"{escape(str(plan.puzzle))}: {verdict}: {who}  [dim]{facts}; {done.seconds:.1f} s[/]")
    if plan.absent:
        out.print(f"  [yellow]not asked: {', '.join(language.title for language in plan.absent)}[/]")
    if plan.puzzle.examples and done.examples >= plan.puzzle.examples.most:
        out.print(f"  [dim]no more than {plan.puzzle.examples.most:,}: {escape(plan.puzzle.examples.reason)}[/]")
    if found:
        size, seed = plan.failed
        kind = "a damaged text" if found.damaged else "a valid text"
        out.print(
            f"\n  on {kind} (again: crosscheck agree -y {plan.puzzle.year} -d {plan.puzzle.day} -n {size} --seed {seed})\n"
        )
        for line in found.made.text.splitlines(keepends=True):
            out.print(f"    {escape(repr(line))}")
        for name, value in found.made.params.items():
            out.print(f"    {escape(name)} = {value}")
        out.print()
        for said, names in found.claims.items():
            out.print(f"    {escape(said)}  <-  {', '.join(names)}")
        out.print("\n  for cases.toml, once it is known who is right:\n")
        out.out(found.entry(), highlight=False)
