"""The README tells the truth: its table is the stored result's, and no day is missing."""

import json
import re
from pathlib import Path

import pytest

from crosscheck import languages, puzzles, table
from crosscheck.errors import UserError

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_table_is_what_the_stored_result_makes() -> None:
    assert table.updated(README, ROOT) == README, "type: .venv/bin/crosscheck table"


def test_every_day_has_a_row_and_every_cell_a_time() -> None:
    solving = [key for key, one in languages.load(ROOT).items() if not one.same_as]
    for year in {year for year, _ in puzzles.days()}:
        result = json.loads(table.stored(ROOT, year).read_text(encoding="utf-8"))
        assert [(year, day["day"]) for day in result["days"]] == [one for one in puzzles.days() if one[0] == year]
        for day in result["days"]:
            assert set(solving) <= day["ns"].keys()


def test_links_lead_to_files() -> None:
    for page in (README, (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")):
        for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", page):
            assert (ROOT / link).exists(), link


def test_a_result_on_other_inputs_is_no_table_of_the_shared_ones() -> None:
    day = {"year": 2021, "day": 1, "title": "", "input": {"seed": None}, "languages": {"python": {}}}
    with pytest.raises(UserError, match="day 1 was timed on another"):
        table.condensed({"provenance": {}, "days": [day]})
