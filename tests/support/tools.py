"""The tools that the code is laid out for; another version is not held against it (scripts/lint.sh)."""

import re
import subprocess

from places import ROOT

WANTED = dict(
    line.split()
    for line in (ROOT / "scripts/tool-versions").read_text("ascii").splitlines()
    if not line.startswith("#")
)


def is_exact(tool: str) -> bool:
    """Whether the tool is there, in the version of scripts/tool-versions."""
    try:
        said = subprocess.run([tool, "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return False
    found = re.search(r"\d+(\.\d+)+", said)
    return found is not None and f"{found[0]}.".startswith(f"{WANTED[tool]}.")
