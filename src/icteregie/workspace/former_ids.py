"""The ids that initiatives had before: what the files say in ``formerly``, and what git knows."""

from icteregie.analysis.former_ids import current_ids
from icteregie.vcs.types import History
from icteregie.workspace.arrivals import history_of
from icteregie.workspace.open import Workspace


def current_id(workspace: Workspace, name: str) -> str | None:
    """Return the id under which an initiative goes on; None when no file, or more than one, claims it."""
    files = workspace.portfolio.files
    if name in files:
        return name
    known = history_of(workspace.loaded, workspace.surroundings)
    later = [each for each in known.later_ids(name) if each in files]
    return later[-1] if later else current_ids(workspace.portfolio).get(name)


def former_ids(workspace: Workspace, name: str) -> frozenset[str]:
    """Return the ids that an initiative had before, without its own."""
    initiative = workspace.portfolio.without_damage(("formerly",)).initiatives.get(name)
    named = initiative.formerly if initiative else ()
    return (frozenset(named) | _earlier(history_of(workspace.loaded, workspace.surroundings), name)) - {name}


def _earlier(history: History, name: str) -> frozenset[str]:
    """Walk the renames back."""
    ids = {name}
    for old, new in reversed(history.renames):
        if new in ids:
            ids.add(old)
    return frozenset(ids)
