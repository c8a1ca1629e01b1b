#!/usr/bin/env python3
"""record-watch.py FILE.svg DAY: runs `crosscheck watch` as it is, and draws its last two screens when Ctrl-C ends it.

docs/watch.svg was made by it: `.venv/bin/python scripts/record-watch.py docs/watch.svg 7`, while day07.py and day07.rs were
saved with a mistake each, and then mended.
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
    target, day = Path(sys.argv[1]), sys.argv[2]
    said = bytearray()

    def read(terminal: int) -> bytes:
        data = os.read(terminal, 1 << 16)
        said.extend(data)
        return data

    os.environ |= {"COLUMNS": str(WIDTH), "TERM": "xterm-256color"}
    pty.spawn([".venv/bin/crosscheck", "watch", "--days", day], read)
    screens = [screen for screen in said.decode().replace("\r\n", "\n").split(CLEAR) if "Ctrl-C ends" in screen]
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    for number, screen in enumerate(screens[-FRAMES:]):
        if number:
            console.rule(style="dim")
        console.print(Text.from_ansi(screen.partition("^C")[0].removeprefix(HOME)), no_wrap=True, crop=True)
    target.write_text(
        console.export_svg(title=f"make watch DAY={day}", code_format=FORMAT, theme=MONOKAI), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
