"""A disagreement as a file, to be seen again."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import msgspec

from crosscheck.errors import UserError
from crosscheck.judging.agreement import Partition
from crosscheck.puzzles import Input
from crosscheck.tree.files import PRIVATE, write_whole

GENERATED = "generated texts"
FOLDER = Path(".build/disagreements")


@dataclass(frozen=True, slots=True)
class Finding:
    """A day's input of which not all said the same. It was shrunk from mutant `number` of `seed`, made of `base`, or it
    is one of the `GENERATED`, of which `seed` gives it within that number, and may be valid: then all have to answer it.
    """

    year: int
    day: int
    seed: int
    number: int
    base: str
    text: str
    params: Mapping[str, int]
    claims: Partition
    is_valid: bool = False

    @property
    def made(self) -> Input:
        return Input(self.text, self.params)

    def save(self, root: Path) -> Path:
        """Write it, readable for nobody else, as it may be made of somebody's own input; the path is from the root."""
        kind = "-generated" * (self.base == GENERATED)
        path = FOLDER / f"{self.year}-{self.day:02}-{self.seed}-{self.number}{kind}.json"
        write_whole(root / path, json.dumps(asdict(self), indent=1) + "\n", PRIVATE)
        return path


def load(path: Path) -> Finding:
    """What was saved there; a UserError where it cannot be that."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Finding)
    except OSError as error:
        raise UserError(f"cannot read {path}: {error.strerror}") from None
    except (ValueError, msgspec.MsgspecError):
        raise UserError(f"{path}: not a disagreement that was saved") from None
