"""Building one language again, as long as nobody calls the work off."""

import subprocess
import tempfile
from pathlib import Path

from crosscheck.solvers.process import environment_for_make, kill_group
from crosscheck.watching.jobs import Job


def build(job: Job, root: Path, target: str, year: int, colour: bool) -> str | None:
    """Make a target, for that year at least. None when it is made, or called off; else what the compiler said, as it said it."""
    env = environment_for_make()
    if colour:
        env["CLICOLOR_FORCE"] = "1"
    with tempfile.TemporaryFile() as output:
        try:
            process = subprocess.Popen(
                ["make", "--no-print-directory", f"YEAR={year}", target],
                cwd=root,
                env=env,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        except OSError as error:
            return f"make: {error.strerror}"
        try:
            with job.stopped_by(lambda: kill_group(process)):
                status = process.wait()
        finally:
            kill_group(process)
            process.wait()
        output.seek(0)
        said = output.read().decode("utf-8", "replace").rstrip()
    if status == 0 or job.cancelled:
        return None
    return said or f"make {target}: exit status {status}"
