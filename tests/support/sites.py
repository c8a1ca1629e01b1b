"""The site of this repository, built once for all the workers of a test session, and its pages read as a browser would."""

import fcntl
import time
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from crosscheck.reading import build
from places import ROOT

VOID = {"meta", "link", "input", "br", "hr", "img"}


def built(folder: Path) -> tuple[Path, float]:
    """The site in the folder, and the seconds of CPU that it took; whoever comes first builds it."""
    folder.mkdir(exist_ok=True)
    cost = folder / "seconds"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not cost.exists():
            began = time.process_time()
            build.build(ROOT, folder / "site")
            cost.write_text(str(time.process_time() - began))
    return folder / "site", float(cost.read_text())


@dataclass
class Read(HTMLParser):
    """What of a page matters to tests: what it links to and loads, its targets, its lines of code and where each begins."""

    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    code: dict[str, str] = field(default_factory=dict)
    open: list[tuple[str, str]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        parent = self.open[-1][1] if self.open else ""
        if "id" in known:
            self.ids.append(known["id"])
        if tag == "a":
            self.links.append(known.get("href", ""))
        elif "src" in known or tag in ("link", "use", "image"):
            self.loads.append(known.get("src") or known.get("href") or known.get("xlink:href", ""))
        if tag not in VOID:
            is_line = tag == "div" and parent == "code"
            kind = known["id"] if is_line else "line" if parent.startswith("line") else known.get("class", "")
            self.open.append((tag, f"line {kind}" if is_line else kind))
            if is_line:
                self.code[kind] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open[-1][0] != tag:
            self.faults.append(f"</{tag}> ends {self.open[-1:]}")
        else:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        line = next((kind for _, kind in reversed(self.open) if kind.startswith("line ")), None)
        if line:
            self.code[line.removeprefix("line ")] += data


def read(file: Path) -> Read:
    """A page."""
    page = Read()
    page.feed(file.read_text(encoding="utf-8"))
    page.close()
    page.faults += [f"<{tag}> is not closed" for tag, _ in page.open]
    return page
