"""Where things are that tests look at."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FAKES = ROOT / "tests/fakes"
