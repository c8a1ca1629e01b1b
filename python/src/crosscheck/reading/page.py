"""A day's page, inputs/YYYY/DD/README.md, taken apart."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from crosscheck.tree.repository import day_folder

IDEA = re.compile(r"\*\*([^*]+)\*\* ")


@dataclass(frozen=True, slots=True)
class Page:
    """Its parts, in Markdown: an idea a language, by title, in the page's order; `differ` is what stands below them."""

    title: str
    puzzle: str = ""
    ideas: dict[str, str] = field(default_factory=dict)
    differ: str = ""
    tags: tuple[str, ...] = ()


def load(root: Path, year: int, day: int, titles: Collection[str]) -> Page:
    """The page of a day, with ideas of languages of these titles; of a day without one, a title that says which it is."""
    file = day_folder(root, year, day) / "README.md"
    return parse(file.read_text(encoding="utf-8"), titles) if file.is_file() else Page(f"Day {day}")


def parse(text: str, titles: Collection[str]) -> Page:
    r"""Take a page apart.

    >>> text = "# 2021 day 7: Whales\n\nWhat is asked?\n\n## Two ideas\n\n**A** counts. O(n).\n\n**B** sorts.\n\nB would be slow.\n\nTags: a, b c\n\nFiles: ..."
    >>> parse(text, ["A", "B"])
    Page(title='Whales', puzzle='What is asked?', ideas={'A': 'Counts. O(n).', 'B': 'Sorts.'}, differ='B would be slow.', tags=('a', 'b c'))
    """
    heading, _, rest = text.partition("\n")
    puzzle, _, below = rest.partition("\n## ")
    ideas: dict[str, str] = {}
    differ: list[str] = []
    tags: list[str] = []
    for block in below.split("\n\n")[1:]:
        block = block.strip()
        idea = IDEA.match(block)
        if idea and idea[1] in titles:
            said = block[idea.end() :]
            ideas[idea[1]] = said[:1].upper() + said[1:]
        elif block.startswith("Tags: "):
            tags = block.removeprefix("Tags: ").split(", ")
        elif block and not block.startswith("Files: "):
            differ.append(block)
    return Page(heading.partition(": ")[2].strip(), puzzle.strip(), ideas, "\n\n".join(differ), tuple(tags))
