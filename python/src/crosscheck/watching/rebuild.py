"""Building one language again, as long as nobody calls the work off."""

import subprocess
import tempfile
from pathlib import Path

from crosscheck.system import environment
from crosscheck.system.children import Child
from crosscheck.watching.jobs import Job


def build(job: Job, root: Path, target: str, year: int, colour: bool) -> str | None:
    """Make a target, for that year at least. None when it is made, or called off; else what the compiler said, as it said it."""
    env = environment.for_builds()
    if colour:
        env["CLICOLOR_FORCE"] = "1"
    with tempfile.TemporaryFile() as output:
        try:
            process = Child(
                ["make", "--no-print-directory", f"YEAR={year}", target],
                root,
                env,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        except OSError as error:
            return f"make: {error.strerror}"
        try:
            with job.stopped_by(process.kill_group):
                status = process.wait()
        finally:
            process.end()
        output.seek(0)
        said = output.read().decode("utf-8", "replace").rstrip()
    if status == 0 or job.cancelled:
        return None
    return said or f"make {target}: exit status {status}"
