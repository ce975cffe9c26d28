"""The life of an initiative as data."""

from typing import Any

from icteregie.analysis.changes import Change
from icteregie.escape.json import json_document
from icteregie.portfolio.partnership import Language
from icteregie.render.history.days import Life
from icteregie.render.show.json import plain
from icteregie.render.tables.initiatives import one_off, recurring
from icteregie.reports.history import Turn

VERSION = 1


def render(life: Life, language: Language) -> str:  # noqa: ARG001 - data is the same in every language
    """Write everything; ``version`` rises when a key changes its meaning."""
    arrival, completion = life.arrival, life.completion
    whole = {
        "version": VERSION,
        "id": life.id,
        "file": life.file,
        "title": life.title or None,
        "opened": plain(arrival.opened) if arrival and arrival.opened else None,
        "arrived": plain(arrival.arrived) if arrival and arrival.source != "today" else None,
        "source": arrival.source if arrival else None,
        "complete": plain(completion.since) if completion.since else None,
        "lacks": list(completion.missing),
        "turns": [_turn(turn) for turn in life.turns],
    }
    return json_document(whole)


def _turn(turn: Turn) -> dict[str, Any]:
    decision = turn.decision
    return {
        "date": turn.version.on.isoformat(),
        "commit": turn.version.commit,
        "subject": turn.version.subject,
        "kind": turn.kind,
        "path": turn.version.path,
        "moved_from": turn.moved_from or None,
        "changes": [_change(change) for change in turn.changes],
        "one_off_total": one_off(turn.after) if turn.after else None,
        "recurring_largest": recurring(turn.after) if turn.after else None,
        "decision": decision
        and {"date": decision.on.isoformat(), "body": decision.body, "file": decision.file or None},
    }


def _change(change: Change) -> dict[str, Any]:
    """Name a value by the way to it; a running text is not repeated."""
    is_told = change.kind not in ("prose", "item")
    return {
        "key": ".".join(change.path.parts),
        "before": plain(change.before) if is_told else None,
        "after": plain(change.after) if is_told else None,
    }
