"""`crosscheck table`: the README's table of days, made from a stored timing result.

`crosscheck time --json` gives every sample; what is stored of it, in results/YEAR.json, is what the
table shows and what a reader needs to judge it. The README holds the table between two markers and
is never edited there by hand.
"""

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from crosscheck import languages
from crosscheck.errors import UserError
from crosscheck.languages import Language
from crosscheck.options import Settings
from crosscheck.samples import duration, ratio

BEGIN, END = "<!-- days: begin -->\n", "<!-- days: end -->\n"
Result = Mapping[str, Any]


@click.command("table")
@click.argument("result", type=click.File("rb"), required=False)
@click.pass_obj
def write_table(settings: Settings, result: Any) -> None:
    """Write the README's table from RESULT, what `crosscheck time --json` printed.

    RESULT is stored without its raw samples as results/YEAR.json. Without RESULT the table is
    written from what is stored.
    """
    if result is not None:
        try:
            kept = condensed(json.load(result))
        except (ValueError, KeyError, TypeError, IndexError):
            raise UserError(f"{result.name} is not what `crosscheck time --json` prints") from None
        path = stored(settings.root, kept["year"])
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    readme = settings.root / "README.md"
    readme.write_text(updated(readme.read_text(encoding="utf-8"), settings.root), encoding="utf-8")


def stored(root: Path, year: int) -> Path:
    return root / "results" / f"{year}.json"


def condensed(result: Result) -> dict[str, Any]:
    """One year's result without its samples: {year, provenance, days: [{day, title, input, ns}]}."""
    days = [day for day in result["days"] if day["languages"]]
    if own := [day["day"] for day in days if day["input"]["seed"] is None]:
        raise UserError(f"the table is of the shared inputs, but day {own[0]} was timed on another one")
    return {
        "year": days[0]["year"],
        "provenance": {
            **result["provenance"],
            "compilers": {key: one["version"] for key, one in days[0]["languages"].items()},
        },
        "days": [
            {
                "day": day["day"],
                "title": day["title"],
                "input": day["input"],
                "ns": {key: one["ns"] for key, one in day["languages"].items()},
            }
            for day in days
        ],
    }


def updated(readme: str, root: Path) -> str:
    """The README with its table made afresh from every stored year, the latest first."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise UserError(f"README.md lacks the markers {BEGIN.strip()} and {END.strip()}")
    paths = sorted(root.glob("results/[0-9][0-9][0-9][0-9].json"), reverse=True)
    solving = [one for one in languages.load(root).values() if not one.same_as]
    tables = [rendered(json.loads(path.read_text(encoding="utf-8")), solving) for path in paths]
    return before + BEGIN + "\n".join(tables) + END + after


def rendered(result: Result, solving: list[Language]) -> str:
    """A year's table in Markdown: a day's title, and each language's median, which leads to the solution."""
    year, days = result["year"], result["days"]
    head = [str(year), "", *(f"{language.title}" for language in solving)]
    rows = [head, ["--:", "---", *["--:"] * len(solving)]]
    for day in days:
        cells = [
            f"[{duration(day['ns'][one.key]['median'])}]({one.solution.format(year=year, day=day['day'])})"
            if one.key in day["ns"]
            else ""
            for one in solving
        ]
        rows.append([str(day["day"]), f"[{day['title']}](https://adventofcode.com/{year}/day/{day['day']})", *cells])
    rows.append(["", "all", *(_summary(one.key, days) for one in solving)])
    about = result["provenance"]
    compilers = ", ".join(about["compilers"][one.key] for one in solving if one.key in about["compilers"])
    runs = [of["n"] for day in days for of in day["ns"].values()]
    note = (
        f"Medians of {min(runs):,} to {max(runs):,} warm runs in three processes each, interleaved, on the inputs `inputs/{year}/*/full.txt`; `crosscheck time` at commit "
        f"{about['commit']}, {about['date'][:10]}, {about['cpu']}, {compilers}. The last row has the sums, and the geometric mean of the ratios to the day's fastest."
    )
    return "\n".join(["| " + " | ".join(row) + " |" for row in rows]) + f"\n\n{note}\n"


def _summary(key: str, days: list[Result]) -> str:
    if any(key not in day["ns"] for day in days):
        return ""
    medians = [day["ns"][key]["median"] for day in days]
    fastest = [min(one["median"] for one in day["ns"].values()) for day in days]
    logs = [math.log(max(1, mine) / max(1, best)) for mine, best in zip(medians, fastest, strict=True)]
    return f"{duration(sum(medians))} ({ratio(math.exp(sum(logs) / len(logs)))})"
