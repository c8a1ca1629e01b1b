"""Whom the site may write to about what we ask of it."""

import os
from collections.abc import Mapping
from pathlib import Path

from crosscheck.errors import UserError
from crosscheck.system import children, environment


def contact(root: Path, environ: Mapping[str, str] = os.environ) -> str:
    """Whom the site may write to about our requests: `$AOC_CONTACT`, or else git's user.email."""
    said = environ.get("AOC_CONTACT", "").strip()
    if not said:
        try:
            command = ["git", "config", "user.email"]
            said = children.run(command, root, environment.for_builds()).stdout.strip()
        except OSError:
            said = ""
    if not said:
        raise UserError("the site asks whom it may write to: set AOC_CONTACT to a mail address or to a page of yours")
    if not (said.isascii() and said.isprintable()):
        raise UserError("AOC_CONTACT, or git's user.email, is not plain ASCII")
    return said
