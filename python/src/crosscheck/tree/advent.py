"""The calendar of the event: which days a year has, and which parts a day."""

from datetime import datetime, timedelta, timezone

from crosscheck.errors import UserError

FIRST_YEAR, LAST_YEAR = 2015, 2999  # a year has four digits everywhere
MOST_DAYS = 25
EASTERN = timezone(timedelta(hours=-5))
"""Where puzzles unlock at midnight; in December no clock there is on summer time."""


def last_day(year: int) -> int:
    """The days of a year are 1 to this.

    >>> last_day(2024), last_day(2025)
    (25, 12)
    """
    return MOST_DAYS if year < 2025 else 12


def parts(year: int, day: int) -> tuple[int, ...]:
    """The parts of a day: the last day of a year has one.

    >>> parts(2024, 12), parts(2025, 12)
    ((1, 2), (1,))
    """
    return (1,) if day == last_day(year) else (1, 2)


def check(year: int, day: int) -> None:
    """A UserError for a year or a day that does not exist."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UserError(f"there is no year {year}: the first is {FIRST_YEAR}")
    if not 1 <= day <= last_day(year):
        raise UserError(f"day {day} of {year} does not exist: its days are 1 to {last_day(year)}")


def today(now: datetime) -> tuple[int, int] | None:
    """The year and day that unlocked last, during the event; None when it is not on.

    >>> today(datetime(2026, 12, 3, 5, tzinfo=timezone.utc)), today(datetime(2026, 12, 3, 4, tzinfo=timezone.utc))
    ((2026, 3), (2026, 2))
    """
    there = now.astimezone(EASTERN)
    on = there.month == 12 and there.day <= last_day(there.year)
    return (there.year, there.day) if on else None


def refuse_locked(year: int, day: int, now: datetime | None = None) -> None:
    """A UserError for a day that does not exist, or is not open yet: it says when it will be."""
    check(year, day)
    opens = datetime(year, 12, day, tzinfo=EASTERN)
    if (now or datetime.now(EASTERN)) < opens:
        raise UserError(f"{year} day {day} is not open yet: it opens at {opens.astimezone():%Y-%m-%d %H:%M %Z}")
