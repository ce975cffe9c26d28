"""What the shell offers of the portfolio one is in, from the names of its files."""

import os
from pathlib import Path

from icteregie.cli.context import Context
from icteregie.portfolio.kinds import DECISION
from icteregie.workspace.surroundings import root_above


def list_days(context: Context) -> list[str]:
    """Give the days of the lists of decisions, sorted; none where no portfolio can be read."""
    try:
        root = root_above(Path(context.named_folder), context.surroundings())
        names = os.listdir(root / DECISION.folder) if root else []
    except (OSError, RuntimeError, ValueError):
        return []
    return sorted({name[:10] for name in names if name.endswith(".yaml")})
