"""advent-of-code-data's HTTP client, which sends no more than one answer and keeps the reply to it."""

from collections.abc import Mapping

import aocd.utils
from aocd.exceptions import DeadTokenError, PuzzleLockedError
from urllib3 import BaseHTTPResponse

from crosscheck.site.replies import TooRecent, read

PATIENCE = 30.0  # seconds for the site to take a connection, or to go on with its reply


class StatusError(Exception):
    """The site failed, or will not serve us."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class OneIsEnoughError(Exception):
    """An answer was sent, and aocd wants to go on."""


class Client(aocd.utils.HttpClient):
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
            raise OneIsEnoughError
        return _served(super().get(url, token, redirect))

    def post(self, url: str, token: str, fields: Mapping[str, str]) -> BaseHTTPResponse:
        if self.sent:
            raise OneIsEnoughError
        self.sent = True
        response = _served(super().post(url, token, fields))
        self.page = response.data.decode(errors="replace")
        if isinstance(read(self.page), TooRecent):
            raise OneIsEnoughError
        return response


def _served(response: BaseHTTPResponse) -> BaseHTTPResponse:
    """aocd takes any of these for an expired session, or for something unknown."""
    if response.status == 400:
        raise DeadTokenError
    if response.status == 404:
        raise PuzzleLockedError
    if response.status > 400:
        raise StatusError(response.status)
    return response
