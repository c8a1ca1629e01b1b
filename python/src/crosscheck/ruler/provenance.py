"""Where and when something was measured: what a result must say to be worth keeping."""

import os
import platform
from datetime import UTC, datetime
from pathlib import Path

from crosscheck.tree import repository


def describe(root: Path) -> dict[str, object]:
    """Commit (`+` where files differ from it), date, machine, and the load as it is now."""
    return {
        "commit": repository.commit(root),
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "cpu": _cpu(),
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "harness": f"{platform.python_implementation()} {platform.python_version()}",
        "load": load(),
    }


def load() -> list[float] | None:
    """The load average over 1, 5 and 15 minutes, where the system tells it."""
    try:
        return [round(value, 2) for value in os.getloadavg()]
    except OSError:
        return None


def _cpu() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or "unknown"
