"""What is shown of the results that are stored: a page a year, results/2021/README.md, and a row a year in the README.

Both are made whole from results/2021/times.json and growth.json; the README between markers.
"""

from collections import Counter
from pathlib import Path

from crosscheck.errors import UserError
from crosscheck.ruler import results
from crosscheck.ruler.results import Result
from crosscheck.shown import gallery
from crosscheck.shown.gallery import stored
from crosscheck.shown.time_table import summary
from crosscheck.tree import languages
from crosscheck.tree.cases import is_draft
from crosscheck.tree.languages import Language
from crosscheck.tree.units import duration

BEGIN, END = "<!-- years: begin -->\n", "<!-- years: end -->\n"
PICTURE_BEGIN, PICTURE_END = "<!-- picture: begin -->\n", "<!-- picture: end -->\n"


def folder(root: Path, year: int) -> Path:
    """Where a year's results are."""
    return root / "results" / str(year)


def years(root: Path) -> list[int]:
    """The years whose results are stored, the latest first."""
    return sorted(
        (int(file.parent.name) for file in root.glob("results/[0-9][0-9][0-9][0-9]/times.json")), reverse=True
    )


def days_done(root: Path) -> dict[int, int]:
    """How many days of each year are done, the latest year first."""
    folders = (file.parent for file in root.glob("inputs/[0-9][0-9][0-9][0-9]/[0-9][0-9]/cases.toml"))
    days = [(int(folder.parent.name), int(folder.name)) for folder in folders]
    count = Counter(year for year, day in days if not is_draft(root, year, day))
    return dict(sorted(count.items(), reverse=True))


def of_year(root: Path, year: int) -> str:
    """A year's page: its table of days, how it was measured, its pictures."""
    where = folder(root, year)
    result, solving = results.load(stored(where)), _solving(root)
    head = (
        f"# {year}: times\n\n"
        "Median time of parse, part 1 and part 2 together, inside each language's own process. This compares solutions, not\n"
        "languages: each column has another algorithm and another aim. Each time leads to the solution.\n"
        "[How the times are taken](../../docs/timing.md). Made by `crosscheck publish`, as all in this folder.\n"
    )
    shown = "\n".join(picture.markdown() for picture in gallery.pictures_of(where))
    return f"{head}\n{_table(result, solving)}\n{_how(result, solving)}\n\n{shown}"


def updated(readme: str, root: Path) -> str:
    """The README with its row a year, and the picture of the latest year that is stored."""
    readme = _between(readme, BEGIN, _rows(root), END)
    latest = years(root)[:1]
    picture = "".join(gallery.pictures_of(folder(root, year))[0].markdown(f"results/{year}/") for year in latest)
    return _between(readme, PICTURE_BEGIN, picture, PICTURE_END)


def read(readme: Path) -> str:
    """The README's text, when it has the places for what is to be shown."""
    try:
        text = readme.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise UserError(f"cannot read {readme}: {why}") from None
    for begin, end in ((BEGIN, END), (PICTURE_BEGIN, PICTURE_END)):
        _between(text, begin, "", end)
    return text


def _solving(root: Path) -> list[Language]:
    return [one for one in languages.load(root).values() if not one.same_as]


def _between(readme: str, begin: str, shown: str, end: str) -> str:
    before, found_begin, rest = readme.partition(begin)
    _, found_end, after = rest.partition(end)
    if not (found_begin and found_end):
        raise UserError(f"README.md lacks the markers {begin.strip()} and {end.strip()}")
    return before + begin + shown + end + after


def _rows(root: Path) -> str:
    solving = _solving(root)
    rows = [["year", "days", *(language.title for language in solving)], ["--:"] * (2 + len(solving))]
    timed, done = years(root), days_done(root)
    for year in sorted({*timed, *done}, reverse=True):
        if year in timed:
            result = results.load(stored(folder(root, year)))
            rows.append([f"[{year}](results/{year}/README.md)", f"{len(result.days)}", *_sums(result, solving)])
        else:
            rows.append([f"{year}", f"{done[year]}", *("not timed yet" for _ in solving)])
    return _markdown(rows)


def _sums(result: Result, solving: list[Language]) -> list[str]:
    """Each language's sum over the days, and the geometric mean of its ratios to the fastest of a day."""
    sums = [summary([day.languages.get(one.key) for day in result.days]) for one in solving]
    return [f"{total} ({mean})" if total else "" for total, mean in sums]


def _markdown(rows: list[list[str]]) -> str:
    return "".join("| " + " | ".join(row) + " |\n" for row in rows)


def _table(result: Result, solving: list[Language]) -> str:
    """A year's table in Markdown: a day's title, and each language's median, which leads to the solution."""
    year = result.year
    rows = [["day", "", *(language.title for language in solving)], ["--:", "---", *["--:"] * len(solving)]]
    for day in result.days:
        cells = [
            f"[{duration(day.languages[one.key].median)}](../../{one.solution.format(year=year, day=day.day)})"
            if one.key in day.languages
            else ""
            for one in solving
        ]
        rows.append([str(day.day), f"[{day.title}](https://adventofcode.com/{year}/day/{day.day})", *cells])
    rows.append(["", "all", *_sums(result, solving)])
    return _markdown(rows)


def _how(result: Result, solving: list[Language]) -> str:
    about = result.provenance
    measured = [one for day in result.days for one in day.languages.values()]
    versions = {key: one.version for day in result.days for key, one in day.languages.items()}
    compilers = ", ".join(versions[one.key] for one in solving if one.key in versions)
    runs = [one.n for one in measured]
    return (
        f"Medians of {min(runs):,} to {max(runs):,} warm runs in {result.method.processes} processes each or more, interleaved, on the inputs "
        f"`inputs/{result.year}/*/full.txt`; `crosscheck time` at commit {about['commit']}, {about['date'][:10]}, {about['cpu']}, {compilers}. "
        f"Twins of one program differed by up to {result.noise or 0:.1%}. "
        "The last row has the sums, and the geometric mean of the ratios to the day's fastest."
    )
