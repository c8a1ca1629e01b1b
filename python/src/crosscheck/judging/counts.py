"""What has come of inputs, in figures that add up: of a portion, of a day, of a campaign."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field, fields
from typing import Any, Self


@dataclass
class Counts(ABC):
    """What every kind of check has: the seconds that it cost, the files of what it found, and what failed once, and was asked again."""

    seconds: float = 0.0
    saved: list[str] = field(default_factory=list)
    retried: list[str] = field(default_factory=list)

    @property
    @abstractmethod
    def inputs(self) -> int:
        """How many were checked."""

    @property
    @abstractmethod
    def is_well(self) -> bool:
        """Whether nothing was found."""

    def as_json(self) -> dict[str, Any]:
        """As plain values."""
        return {"seconds": round(self.seconds, 3), "saved": self.saved, "retried": self.retried}

    def __add__(self, other: Self) -> Self:
        return type(self)(**{it.name: getattr(self, it.name) + getattr(other, it.name) for it in fields(self)})
