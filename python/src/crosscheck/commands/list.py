"""`crosscheck list`: which days there are, in which languages."""

import json

import click

from crosscheck.commands import options
from crosscheck.commands.options import Settings
from crosscheck.solvers.outcome import as_json, describe
from crosscheck.solvers.protocol import Hello
from crosscheck.solvers.solver import Solver
from crosscheck.tree import advent, cases, day_lists, languages, repository
from crosscheck.tree.units import visible


@click.command("list")
@options.languages
@options.as_json
@click.pass_obj
def list_days(settings: Settings, wanted: tuple[str, ...], json_out: bool) -> None:
    """Show each language's program and the days it has.

    Exit status 1 when a program is missing or fails.
    """
    drafts = [day for day in repository.days_with_inputs(settings.root) if cases.is_draft(settings.root, *day)]
    said = []
    for language in languages.choose(languages.load(settings.root), wanted):
        with Solver(language, settings.root) as solver:
            said.append((language, solver.hello()))
    if json_out:
        click.echo(
            json.dumps(
                {
                    language.key: {
                        "version": hello.version,
                        "profile": hello.profile,
                        "days": hello.days,
                        "drafts": [day for day in hello.days if day in drafts],
                    }
                    if isinstance(hello, Hello)
                    else as_json(hello)
                    for language, hello in said
                },
                indent=1,
            )
        )
    else:
        rows: list[tuple[str, ...]] = [("", "days", "version", "profile")]
        for language, hello in said:
            if isinstance(hello, Hello):
                cells = (_by_year(hello), hello.version, hello.profile)
            else:
                cells = (describe(hello), "", "")
            rows.append((language.title, *cells))
        wide = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for row in rows:  # without rich, which takes longer to load than all else here
            click.echo("  " + "  ".join(map(str.ljust, map(visible, row), wide)).rstrip())
        solved = [day for day in drafts if cases.marks(settings.root, *day)[1]]
        for what, which in (("drafts", [day for day in drafts if day not in solved]), ("solved", solved)):
            for year in sorted({year for year, _ in which}):
                click.echo(f"  {what}: {year}: {day_lists.show(day for its_year, day in which if its_year == year)}")
    well = all(isinstance(hello, Hello) for _, hello in said)
    click.get_current_context().exit(0 if well else 1)


def _by_year(hello: Hello) -> str:
    """The days by year; years that are whole are folded together.

    >>> days = [(year, day) for year in (2021, 2022) for day in range(1, 26)]
    >>> _by_year(Hello("", "", "", "", (*days, (2023, 1), (2023, 2))))
    '2021-2022: all days; 2023: 1-2'
    """
    days = {year: [day for its_year, day in hello.days if its_year == year] for year, _ in hello.days}
    whole = [year for year, its_days in days.items() if len(its_days) == advent.last_day(year)]
    folded = [f"{day_lists.show(whole).replace(', ', ' and ')}: all days"] if whole else []
    return "; ".join(
        folded + [f"{year}: {day_lists.show(its_days)}" for year, its_days in days.items() if year not in whole]
    )
