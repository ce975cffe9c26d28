"""What a portfolio is opened with: values, so that nothing below the command line asks the system."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The environment, the platform (``sys.platform``), the working folder, and the day of today.

    What is not on main yet can arrive ``today`` at the earliest.
    """

    environment: Mapping[str, str]
    platform: str
    folder: Path
    today: date
