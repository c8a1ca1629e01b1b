"""The site, through advent-of-code-data (aocd): fetching an input, submitting an answer.

All that can come of it is one sum type, `Reply`, in words by `say`. aocd keeps what it gets for
ever, asks at most about once a second, and never sends an answer that it knows to be wrong. Three
things are done otherwise here. It would wait and send again after an answer given too recently, and
finish a year of its own accord after the last answer: here one submission is one answer sent, and
nothing after it. It would keep the session token in a file of its own: here nothing keeps it. And
its errors tell the end of the token, or quote whole pages: here nobody sees them.
"""

import html
import logging
import os
import re
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeAlias, TypeVar

import aocd.models
import aocd.post
import aocd.utils
from aocd.exceptions import AocdError, DeadTokenError, PuzzleLockedError
from aocd.types import PuzzlePart
from urllib3 import BaseHTTPResponse
from urllib3.exceptions import HTTPError

from crosscheck import advent, aocd_files
from crosscheck.errors import UserError

PATIENCE = 30.0  # seconds for the site to take a connection, or to go on with its reply
NO_SESSION = (
    "no session: log in at adventofcode.com, and put the value of its cookie `session` into AOC_SESSION "
    "or into ~/.config/aocd/token"
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """The input of `user` is in the cache; not `asked` for where it was there before."""

    user: str
    asked: bool


@dataclass(frozen=True, slots=True)
class Right:
    """The answer is right."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """The answer is wrong: `hint` is "too high", "too low" or nothing, `wait` is before the next."""

    hint: str = ""
    wait: str = ""


@dataclass(frozen=True, slots=True)
class TooRecent:
    """The answer was not looked at, so soon after the one before; `left` is how long to wait."""

    left: str = ""


@dataclass(frozen=True, slots=True)
class Solved:
    """The part was solved before, with this answer; nothing was sent."""

    answer: str


@dataclass(frozen=True, slots=True)
class OtherPart:
    """The user is not at this part: it is solved, or part 1 is not."""


@dataclass(frozen=True, slots=True)
class Expired:
    """The site does not know the session (any more)."""


@dataclass(frozen=True, slots=True)
class Locked:
    """The day is not open yet."""


@dataclass(frozen=True, slots=True)
class Status:
    """The site failed, or will not serve us: an HTTP status from 400."""

    status: int


@dataclass(frozen=True, slots=True)
class Down:
    """No reply. Where an answer was `sent`, it may have arrived."""

    sent: bool


@dataclass(frozen=True, slots=True)
class Unclear:
    """The site, or aocd, said something that is none of these."""

    what: str


Trouble: TypeAlias = Expired | Locked | Status | Down | Unclear
Reply: TypeAlias = Right | Wrong | TooRecent | Solved | OtherPart | Trouble
Got = TypeVar("Got")


def say(reply: Reply) -> str:
    """The reply in one line of plain words.

    >>> say(Wrong("too low", "one minute"))
    'wrong: it is too low; the next may be sent in one minute'
    """
    match reply:
        case Right():
            return "right"
        case Wrong(hint, wait):
            said = f"wrong: it is {hint}" if hint else "wrong"
            return f"{said}; the next may be sent in {wait}" if wait else said
        case TooRecent(left):
            return f"not looked at, so soon after the last one: send it again in {left or 'some minutes'}"
        case Solved(answer):
            return f"not sent: the site has this part as solved, with the answer {answer}"
        case OtherPart():
            return "not taken: the site has this part as solved already, or part 1 as not solved yet"
        case Expired():
            return "the session is not valid (any more): log in again and set AOC_SESSION anew"
        case Locked():
            return "the site says that this day is not open yet"
        case Status(status) if status >= 500:
            return f"the site has an error of its own (HTTP status {status}): try again later"
        case Status(status):
            return f"the site refuses (HTTP status {status})"
        case Down(sent):
            which = "no reply came, so it may or may not have arrived: look at the puzzle's page before trying again"
            return which if sent else "adventofcode.com cannot be reached: is the network up?"
        case Unclear(what):
            return what


def contact(root: Path, environ: Mapping[str, str] = os.environ) -> str:
    """Whom the site may write to about our requests: `$AOC_CONTACT`, or else git's user.email."""
    said = environ.get("AOC_CONTACT", "").strip()
    if not said:
        try:
            command = ["git", "config", "user.email"]
            said = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False).stdout.strip()
        except OSError:
            said = ""
    if not said:
        raise UserError("the site asks whom it may write to: set AOC_CONTACT to a mail address or to a page of yours")
    if not (said.isascii() and said.isprintable()):
        raise UserError("AOC_CONTACT, or git's user.email, is not plain ASCII")
    return said


def refuse_locked(year: int, day: int, now: datetime | None = None) -> None:
    """A UserError for a day that does not exist, or is not open yet: it says when it will be."""
    advent.check(year, day)
    opens = datetime(year, 12, day, tzinfo=advent.EASTERN)
    if (now or datetime.now(advent.EASTERN)) < opens:
        raise UserError(f"{year} day {day} is not open yet: it opens at {opens.astimezone():%Y-%m-%d %H:%M %Z}")


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
        self._client = _Client(contact(root, environ))
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
            results = puzzle.submit_results
        except (OSError, ValueError):
            raise UserError(f"{puzzle.submit_results_path} cannot be read: mend or remove it") from None
        for past in results:
            said = read(past["message"])
            if past["part"] == _letter(part) and isinstance(said, Wrong):
                value = past["value"]
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
        except _StatusError as error:
            return Status(error.status)
        except _OneIsEnoughError:
            return Unclear("one answer was sent")
        except AocdError as error:
            return Unclear(f"advent-of-code-data: {error}")
        except HTTPError:
            return Down(self._client.sent)
        except OSError as error:
            return Unclear(f"{error.filename}: {error.strerror}")
        except (AttributeError, LookupError, TypeError, ValueError):
            return Unclear("a page of the site is not as advent-of-code-data expects it: look at it in a browser")


def read(page: str) -> Reply:
    """What the site replied to an answer; `page` is its text, with or without HTML."""
    page = html.unescape(page)
    if "That's the right answer" in page:
        return Right()
    if "That's not the right answer" in page:
        hint = re.search(r"your answer is (too high|too low)", page)
        wait = re.search(r"[Pp]lease wait (\w+ minutes?)", page)
        return Wrong(hint[1] if hint else "", wait[1] if wait else "")
    if "You gave an answer too recently" in page:
        left = re.search(r"You have ([\dhms ]+) left to wait", page)
        return TooRecent(left[1] if left else "")
    if "You don't seem to be solving the right level" in page:
        return OtherPart()
    return Unclear("the site's reply is not one that is known here: look at the puzzle's page")


class _StatusError(Exception):
    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class _OneIsEnoughError(Exception):
    """An answer was sent, and aocd wants to go on."""


class _Client(aocd.utils.HttpClient):
    """aocd's client, with its throttle and, `page`, the reply to the one answer it may send."""

    def __init__(self, contact: str) -> None:
        super().__init__()
        agent = f"{aocd.utils.USER_AGENT}, run by crosscheck for {contact}"
        self.pool_manager.headers = {**self.pool_manager.headers, "User-Agent": agent}
        self.pool_manager.connection_pool_kw["timeout"] = PATIENCE
        self.sent = False
        self.page = ""

    def get(self, url: str, token: str | None = None, redirect: bool = True) -> BaseHTTPResponse:
        if self.sent:
            raise _OneIsEnoughError
        return _served(super().get(url, token, redirect))

    def post(self, url: str, token: str, fields: Mapping[str, str]) -> BaseHTTPResponse:
        if self.sent:
            raise _OneIsEnoughError
        self.sent = True
        response = _served(super().post(url, token, fields))
        self.page = response.data.decode(errors="replace")
        if isinstance(read(self.page), TooRecent):
            raise _OneIsEnoughError
        return response


def _served(response: BaseHTTPResponse) -> BaseHTTPResponse:
    """aocd takes any of these for an expired session, or for something unknown."""
    if response.status == 400:
        raise DeadTokenError
    if response.status == 404:
        raise PuzzleLockedError
    if response.status > 400:
        raise _StatusError(response.status)
    return response


def _letter(part: int) -> PuzzlePart:
    return "a" if part == 1 else "b"


def _beyond(answer: str, other: str, hint: str) -> bool:
    """Whether an answer is as far out as another one that was too high, or too low."""
    try:
        return bool(hint) and (int(answer) > int(other) if hint == "too high" else int(answer) < int(other))
    except ValueError:
        return False
