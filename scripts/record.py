#!/usr/bin/env python3
"""record.py FILE.svg TITLE COMMAND...: runs a command on a terminal as it is, and draws what it shows: all of it, or its last
two screens where it draws them anew, as `crosscheck watch` does until Ctrl-C ends it.

docs/watch.svg was made by it, while day07.py and day07.rs were saved with a mistake each, and then mended:

    .venv/bin/python scripts/record.py docs/watch.svg 'make watch DAY=7' .venv/bin/crosscheck watch --days 7

and docs/judge.svg, with a copy of tests/fakes/guests/off_by_one.py as mine.py:

    .venv/bin/python scripts/record.py docs/judge.svg "make judge YEAR=2021 DAY=7 WITH='python3 mine.py'" \
      sh -c ".venv/bin/crosscheck judge -y 2021 -d 7 --with 'python3 mine.py' 2>/dev/null"
"""

import io
import os
import pty
import re
import sys
from pathlib import Path

from rich.console import CONSOLE_SVG_FORMAT, Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

WIDTH = 104  # columns
FRAMES = 2
CLEAR, HOME = "\x1b[2J", "\x1b[H"
# Without the fonts that Rich would fetch from the network; and no viewer may drop the blanks that a text begins with.
FORMAT = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
FORMAT = FORMAT.replace("<svg ", '<svg xml:space="preserve" ', 1)


def main() -> None:
    target, title, *command = sys.argv[1:]
    said = bytearray()

    def read(terminal: int) -> bytes:
        data = os.read(terminal, 1 << 16)
        said.extend(data)
        return data

    os.environ |= {"COLUMNS": str(WIDTH), "TERM": "xterm-256color"}
    pty.spawn(command, read)
    screens = said.decode().replace("\r\n", "\n").split(CLEAR)
    whole = [screen for screen in screens if "Ctrl-C ends" in screen] or screens
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    for number, screen in enumerate(whole[-FRAMES:]):
        if number:
            console.rule(style="dim")
        console.print(Text.from_ansi(screen.partition("^C")[0].removeprefix(HOME)), no_wrap=True, crop=True)
    Path(target).write_text(console.export_svg(title=title, code_format=FORMAT, theme=MONOKAI), encoding="utf-8")


if __name__ == "__main__":
    main()
