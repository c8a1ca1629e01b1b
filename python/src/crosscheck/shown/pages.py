"""The README's tables and pictures, made from the results that are stored, between markers."""

from pathlib import Path

from crosscheck.errors import UserError
from crosscheck.ruler import results
from crosscheck.ruler.results import Result
from crosscheck.shown import gallery
from crosscheck.shown.time_table import summary
from crosscheck.tree import languages
from crosscheck.tree.languages import Language
from crosscheck.tree.units import duration

BEGIN, END = "<!-- days: begin -->\n", "<!-- days: end -->\n"
PICTURES_BEGIN, PICTURES_END = "<!-- pictures: begin -->\n", "<!-- pictures: end -->\n"


def stored(root: Path, year: int) -> Path:
    """Where a year's result is kept."""
    return root / "results" / f"{year}.json"


def stored_years(root: Path) -> list[Path]:
    """The results that are stored, the latest first."""
    return sorted(root.glob("results/[0-9][0-9][0-9][0-9].json"), reverse=True)


def updated(readme: str, root: Path) -> str:
    """The README with its tables and pictures made afresh from every stored year."""
    solving = [one for one in languages.load(root).values() if not one.same_as]
    tables = [_rendered(results.load(path), solving) for path in stored_years(root)]
    pictures = [gallery.shown(root, path) for path in stored_years(root)]
    readme = _between(readme, BEGIN, tables, END)
    return _between(readme, PICTURES_BEGIN, pictures, PICTURES_END)


def read(readme: Path) -> str:
    """The README's text, when it has the places for what is to be shown."""
    try:
        text = readme.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise UserError(f"cannot read {readme}: {why}") from None
    for begin, end in ((BEGIN, END), (PICTURES_BEGIN, PICTURES_END)):
        _between(text, begin, [], end)
    return text


def _between(readme: str, begin: str, parts: list[str], end: str) -> str:
    before, found_begin, rest = readme.partition(begin)
    _, found_end, after = rest.partition(end)
    if not (found_begin and found_end):
        raise UserError(f"README.md lacks the markers {begin.strip()} and {end.strip()}")
    return before + begin + "\n".join(parts) + end + after


def _rendered(result: Result, solving: list[Language]) -> str:
    """A year's table in Markdown: a day's title, and each language's median, which leads to the solution."""
    year = result.year
    rows = [[str(year), "", *(language.title for language in solving)], ["--:", "---", *["--:"] * len(solving)]]
    for day in result.days:
        cells = [
            f"[{duration(day.languages[one.key].median)}]({one.solution.format(year=year, day=day.day)})"
            if one.key in day.languages
            else ""
            for one in solving
        ]
        rows.append([str(day.day), f"[{day.title}](https://adventofcode.com/{year}/day/{day.day})", *cells])
    sums = [summary([day.languages.get(one.key) for day in result.days]) for one in solving]
    rows.append(["", "all", *(f"{total} ({mean})" if total else "" for total, mean in sums)])
    return "\n".join(["| " + " | ".join(row) + " |" for row in rows]) + f"\n\n{_how(result, solving)}\n"


def _how(result: Result, solving: list[Language]) -> str:
    about = result.provenance
    measured = [one for day in result.days for one in day.languages.values()]
    versions = {key: one.version for day in result.days for key, one in day.languages.items()}
    compilers = ", ".join(versions[one.key] for one in solving if one.key in versions)
    runs = [one.n for one in measured]
    return (
        f"Medians of {min(runs):,} to {max(runs):,} warm runs in {result.method.processes} processes each, interleaved, on the inputs "
        f"`inputs/{result.year}/*/full.txt`; `crosscheck time` at commit {about['commit']}, {about['date'][:10]}, {about['cpu']}, {compilers}. "
        f"Twins of one program differed by up to {result.noise or 0:.1%}. "
        "The last row has the sums, and the geometric mean of the ratios to the day's fastest."
    )
