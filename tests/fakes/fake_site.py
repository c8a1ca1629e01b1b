"""A stand-in for the site, on loopback: the shape of its pages, and the few phrases by which
advent-of-code-data knows them, in words of our own otherwise.

`python fake_site.py PORT ARGUMENTS...` runs crosscheck with what it asks of adventofcode.com sent to
that port instead, and nothing to anywhere else.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import monotonic
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs

TOKEN = "53616c7465645f5f" + 5 * "0123456789abcdef"  # of the length and look of a session token
HOST = "https://adventofcode.com"


@dataclass
class Request:
    """What was asked, `GET /2021/day/1`, and when, in seconds."""

    what: str
    agent: str
    time: float
    fields: dict[str, list[str]] = field(default_factory=dict)


@dataclass
class FakeSite:
    """One user's site. A context manager; `requests` is everything that was asked."""

    text: str = "abc\ndef\nghij\n"
    right: tuple[str, str] = ("3", "10")
    solved: int = 0  # parts
    expired: bool = False
    locked: bool = False
    status: int = 0  # to fail with, always
    too_recent: str = ""  # how long is left to wait
    higher_or_lower: bool = True  # is said of a wrong answer
    look_for: str = ""  # in the command lines of all processes, during a request
    found: list[str] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"site": self}))
        self._thread = Thread(target=self._server.serve_forever, args=[0.02])
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Go down; what is asked from then on finds nobody."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def port(self) -> int:
        return self._server.server_port

    def asked(self) -> list[str]:
        return [request.what for request in self.requests]

    def sent(self) -> list[str]:
        """The answers that were sent."""
        return [request.fields["answer"][0] for request in self.requests if request.what.startswith("POST")]

    def reply_to(self, part: int, answer: str) -> str:
        if self.too_recent:
            return f"You gave an answer too recently. You have {self.too_recent} left to wait."
        if part != self.solved + 1:
            return "You don't seem to be solving the right level. Did you already complete it?"
        if answer == self.right[part - 1]:
            self.solved += 1
            return "That's the right answer!"
        far = f"your answer is too {'high' if int(answer) > int(self.right[part - 1]) else 'low'}"
        return f"That's not the right answer{f'; {far}' if self.higher_or_lower else ''}. Please wait one minute."

    def puzzle(self, day: int) -> str:
        done = ["", "The first half of this puzzle is complete!", "Both parts of this puzzle are complete!"][
            self.solved
        ]
        answers = "".join(f"<p>Your puzzle answer was <code>{it}</code>.</p>" for it in self.right[: self.solved])
        return f"<h2>--- Day {day}: A Toy ---</h2><p>Advent of Code</p>{answers}<p>{done}</p>"


class _Handler(BaseHTTPRequestHandler):
    site: FakeSite

    def do_GET(self) -> None:
        self._serve({})

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        self._serve(parse_qs(self.rfile.read(length).decode()))

    def _serve(self, fields: dict[str, list[str]]) -> None:
        site = self.site
        site.requests.append(Request(f"{self.command} {self.path}", self.headers["User-Agent"], monotonic(), fields))
        if site.look_for:
            site.found += [str(path) for path, line in _command_lines() if site.look_for.encode() in line]
        logged_in = not site.expired and self.headers["Cookie"] == f"session={TOKEN}"
        place = self.path.strip("/").split("/")
        if site.status:
            self._reply(site.status, "out of order")
        elif place == ["settings"] and not logged_in:
            self._reply(302, "", Location="/")
        elif place == ["settings"]:
            self._reply(200, "<span>Link to https://github.com/ann</span><code>ownerproof-123-x</code>")
        elif site.locked:
            self._reply(404, "not yet")
        elif place[-1] == "input" and not logged_in:
            self._reply(400, "who are you?")
        elif place[-1] == "input":
            self._reply(200, site.text)
        elif not logged_in:
            self._reply(200, "<a>[Log In]</a><article><p>Advent of Code</p></article>")
        elif place[-1] == "answer":
            reply = site.reply_to(int(fields["level"][0]), fields["answer"][0])
            self._reply(200, f"<main><article><p>{reply}</p></article></main>")
        else:
            self._reply(200, f"<main><article>{site.puzzle(int(place[-1]))}</article></main>")

    def _reply(self, status: int, text: str, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(text.encode())))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: object) -> None:
        """Nothing."""


def _command_lines() -> Iterator[tuple[Path, bytes]]:
    """What each process was started with; one may end meanwhile."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = path.read_bytes()
        except (FileNotFoundError, ProcessLookupError):
            continue
        yield path, line


def main() -> None:
    """Run crosscheck at this site."""
    import urllib3

    port = sys.argv.pop(1)
    really = urllib3.PoolManager.urlopen

    def urlopen(self: urllib3.PoolManager, method: str, url: str, redirect: bool = True, **options: Any) -> Any:
        here = f"http://127.0.0.1:{port}"
        assert url.startswith((f"{HOST}/", f"{here}/")), url
        return really(self, method, url.replace(HOST, here), redirect, **options)

    urllib3.PoolManager.urlopen = urlopen  # type: ignore[method-assign]

    from crosscheck.__main__ import main

    main()


if __name__ == "__main__":
    main()
