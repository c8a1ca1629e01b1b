"""All that can come of asking the site: one sum type, `Reply`, in words by `say`; `read` takes it from a page."""

import html
import re
from dataclasses import dataclass
from typing import TypeAlias


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
