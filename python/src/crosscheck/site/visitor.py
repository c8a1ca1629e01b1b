"""The site, through advent-of-code-data (aocd): fetching an input, submitting an answer.

What can come of it is a `Reply` (crosscheck.site.replies). aocd keeps what it gets for
ever, asks at most about once a second, and never sends an answer that it knows to be wrong. Three
things are done otherwise here. It would wait and send again after an answer given too recently, and
finish a year of its own accord after the last answer: here one submission is one answer sent, and
nothing after it. It would keep the session token in a file of its own: here nothing keeps it. And
its errors tell the end of the token, or quote whole pages: here nobody sees them.
"""

import logging
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

import aocd.models
import aocd.post
import aocd.utils
from aocd.exceptions import AocdError, DeadTokenError, PuzzleLockedError
from aocd.types import PuzzlePart
from urllib3.exceptions import HTTPError

from crosscheck.errors import UserError
from crosscheck.site.client import Client, OneIsEnoughError, StatusError
from crosscheck.site.contact import contact
from crosscheck.site.replies import (
    Down,
    Expired,
    Fetched,
    Locked,
    Reply,
    Solved,
    Status,
    Trouble,
    Unclear,
    Wrong,
    read,
    say,
)
from crosscheck.tree import aocd_files

NO_SESSION = (
    "no session: log in at adventofcode.com, and put the value of its cookie `session` into AOC_SESSION "
    "or into ~/.config/aocd/token"
)
Got = TypeVar("Got")


class Site:
    """The site as one user sees it. Make one a process: aocd has one client, which keeps the pace."""

    def __init__(self, root: Path, environ: Mapping[str, str] = os.environ) -> None:
        """A UserError where no session is set, or no contact. Nothing is asked yet."""
        session = aocd_files.token(environ)
        if session is None:
            raise UserError(NO_SESSION)
        self._session, self._environ = session, environ
        for name in ("aocd", "urllib3"):
            logging.getLogger(name).addHandler(logging.NullHandler())
            logging.getLogger(name).propagate = False
        self._client = Client(contact(root, environ))
        for module in (aocd.utils, aocd.models):  # each has its own name for the one client
            vars(module)["http"] = self._client

    def user(self) -> str | Trouble:
        """Whose session it is, `github.ann.123`; the site is asked the first time only."""
        known = aocd_files.owner(self._session, self._environ)
        if known is None:
            asked = self._try(lambda: aocd.utils.get_owner(self._session))
            if not isinstance(asked, str):
                return asked
            known = asked
            aocd_files.learn_owner(self._session, known, self._environ)
        # Knowing this, aocd does not find it out again and write the token into its token2id.json.
        aocd.models.User._token2id = {self._session: known}  # type: ignore[assignment]  # declared as None
        return known

    def fetch(self, year: int, day: int) -> Fetched | Trouble:
        """Get this user's input into aocd's cache; the site is asked if it is not there yet."""
        user = self.user()
        if not isinstance(user, str):
            return user
        there = aocd_files.input_file(user, year, day, self._environ).is_file()
        puzzle = aocd.models.Puzzle(year, day, aocd.models.User(self._session))
        got = self._try(lambda: puzzle.input_data)
        return Fetched(user, asked=not there) if isinstance(got, str) else got

    def known_wrong(self, year: int, day: int, part: int, answer: str) -> str | None:
        """Why the answer cannot be right, after what the site has said of others; None if it may be."""
        puzzle = aocd.models.Puzzle(year, day, aocd.models.User(self._session))
        try:
            results = [(past["part"], past["value"], read(past["message"])) for past in puzzle.submit_results]
        except (OSError, ValueError, LookupError, TypeError):
            raise UserError(f"{puzzle.submit_results_path} cannot be read: mend or remove it") from None
        for its_part, value, said in results:
            if its_part == _letter(part) and isinstance(said, Wrong):
                if value == answer:
                    return f"it was sent before, and was {say(Wrong(said.hint))}"
                if _beyond(answer, value, said.hint):
                    return f"{value} was {said.hint} already"
        return None

    def submit(self, year: int, day: int, part: int, answer: str) -> Reply:
        """Send the answer, unless the part turns out to be solved; `user` and `fetch` came before."""
        sent = self._try(
            lambda: aocd.post.submit(answer, _letter(part), day, year, self._session, reopen=False, quiet=True)
        )
        said = read(self._client.page)
        if not isinstance(said, Unclear):
            return said
        if isinstance(sent, Trouble):
            return sent
        if self._client.sent:
            return said
        puzzle = aocd.models.Puzzle(year, day, aocd.models.User(self._session))
        solved = aocd_files.answers(puzzle.input_data_path, year, day)[part - 1]
        return Solved(solved) if solved else Unclear("not sent, for what the site said of earlier answers")

    def _try(self, ask: Callable[[], Got]) -> Got | Trouble:
        """What comes of asking, with every way in which aocd can fail."""
        try:
            return ask()
        except DeadTokenError:
            return Expired()
        except PuzzleLockedError:
            return Locked()
        except StatusError as error:
            return Status(error.status)
        except OneIsEnoughError:
            return Unclear("one answer was sent")
        except AocdError as error:
            return Unclear(f"advent-of-code-data: {error}")
        except HTTPError:
            return Down(self._client.sent)
        except OSError as error:
            return Unclear(f"{error.filename}: {error.strerror}")
        except (AttributeError, LookupError, TypeError, ValueError):
            return Unclear("a page of the site is not as advent-of-code-data expects it: look at it in a browser")


def _letter(part: int) -> PuzzlePart:
    return "a" if part == 1 else "b"


def _beyond(answer: str, other: str, hint: str) -> bool:
    """Whether an answer is as far out as another one that was too high, or too low."""
    try:
        return bool(hint) and (int(answer) > int(other) if hint == "too high" else int(answer) < int(other))
    except ValueError:
        return False
