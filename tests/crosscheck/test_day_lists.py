"""Lists of days as people write them, and the days that a command means."""

from pathlib import Path

import pytest

from crosscheck.commands.days_meant import which_days
from crosscheck.errors import UserError
from crosscheck.tree import day_lists
from trees import plant


def test_lists_of_days() -> None:
    assert day_lists.parse("1-3, 7,2") == [1, 2, 3, 7]
    assert day_lists.parse("25") == [25]
    assert day_lists.show([7, 1, 2, 3, 9, 8]) == "1-3, 7-9"
    assert day_lists.show([]) == ""


@pytest.mark.parametrize("text", ["", ",", "0", "26", "1-", "-1", "3-1", "1--2", "\u0661", "+1", "1.0"])
def test_what_is_no_list_of_days(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        day_lists.parse(text)


def test_a_whole_year_may_be_meant_without_its_drafts(tmp_path: Path) -> None:
    tree = plant(tmp_path, Ada="")
    tree.write("inputs/2021/02/cases.toml", "draft = true\n")
    assert 2 in which_days(tmp_path, 2021, None)[1]
    assert 2 not in which_days(tmp_path, 2021, None, drafts=False)[1]
    assert which_days(tmp_path, 2021, [2], drafts=False) == (2021, [2])
    tree.write("inputs/2031/01/cases.toml", "draft = true\n")
    assert which_days(tmp_path, None, None) == (2031, [1])
    with pytest.raises(UserError, match="2031 has drafts only: name the days, as in -d 1"):
        which_days(tmp_path, None, None, drafts=False)
