"""A desk for generated landscapes: they are written to disk, and the real command reads them."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.desk import PARTNERSHIP, regie
from tests.landscapes import Generated

_BEFORE, _, _AFTER = PARTNERSHIP.partition("components:\n")
HEAD = _BEFORE + _AFTER[_AFTER.index("teams:") :]
"""The partnership without its components: each landscape has its own."""
INTAKES: Mapping[int, str] = {2027: "2026-07-01"}


def on_disk(made: Generated, folder: Path) -> Path:
    """Write a generated landscape with its partnership."""
    return made.write(folder, HEAD)


def landscape(root: Path, *words: str) -> dict[str, Any]:
    """Ask for the landscape with all that stays at home, as JSON."""
    done = regie("landscape", "-C", root, "--format", "json", "--with", "prices", *words)
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
