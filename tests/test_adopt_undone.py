"""Adopting and undoing gives the same bytes: what `adopt` writes can be taken away, and leaves no trace."""

from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from icteregie.analysis.adoption import IncompleteError, decided
from icteregie.editing.apply import apply, order_of
from icteregie.editing.edits import Append, Delete, Edit, SetValue
from icteregie.loading import single
from icteregie.loading.events import Tree
from icteregie.portfolio.decision import Decision
from icteregie.portfolio.initiative import Initiative
from tests.desk import EXAMPLE, regie
from tests.gitrepo import IN_GIT, started, text
from tests.rules.decided import LATER

FILES = sorted((EXAMPLE / "initiatives").rglob("*.yaml"))
ORDER = order_of(Initiative)
DAY = date(2026, 10, 8)
DECISIONS = st.sampled_from(
    [
        {"initiatives": "x", **values}
        for values in (
            {"decision": "adopt"},
            {"decision": "reject"},
            {"decision": "park"},
            {"decision": "stop"},
            {"decision": "continue"},
            {"decision": "defer", "to": "2028"},
            {"decision": "rebaseline", "end": "2028-Q1", "one_off": "640000", "recurring": "60000"},
        )
    ]
)
STATUSES = ["proposal", "advised", "adopted", "running", "on-hold", "stopped", "idea"]


def inverse(edit: Edit, before: dict[str, Tree]) -> Edit:
    """Give the edit that undoes another, of a file that said this before it."""
    (key,) = edit.keys
    value = before.get(str(key))
    if isinstance(edit, Append):
        return Delete((key, len(value))) if isinstance(value, list) and value else Delete((key,))
    return Delete((key,)) if value is None else SetValue((key,), value)


@given(st.data())
def test_the_edits_of_a_decision_and_their_inverses_give_the_same_bytes(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(FILES))
    raw = path.read_bytes()
    raw = raw.replace(b"\n", b"\r\n") if data.draw(st.booleans()) else raw
    raw = apply(raw, [SetValue(("status",), data.draw(st.sampled_from(STATUSES)))], ORDER)
    read = single.initiative(raw, path.stem)
    assert read is not None
    drawn: dict[str, Any] = data.draw(DECISIONS)
    try:
        edits = decided(read.initiative, Decision(**drawn), DAY, read.initiative)
    except IncompleteError:
        return
    after = apply(raw, edits, ORDER)
    assert (after != raw) == bool(edits)
    assert apply(after, [inverse(edit, read.tree) for edit in reversed(edits)], ORDER) == raw


ENTRIES = {
    "adopt": "decision: adopt",
    "defer": "decision: defer, to: 2028",
    "park": "decision: park",
    "rebaseline": "decision: rebaseline, end: 2028-Q1, one_off: 640000",
    "reject": "decision: reject",
    "stop": "decision: stop",
}
LIST = "decisions/2026-10-08-directors.yaml"


def test_what_adopt_shows_taken_back_by_git_gives_the_same_bytes(tmp_path: Path) -> None:
    desk = started(tmp_path, partnership=IN_GIT.replace("agendas:\n", LATER, 1))
    costs = "{one_off: {2027: 100}}  # geraamd"
    files: dict[str, str | None] = {name: text(name, costs=costs) for name in ENTRIES}
    rows = (f"  - {{initiatives: [{name}], {entry}}}\n" for name, entry in ENTRIES.items())
    desk.commit("2026-10-08", {**files, LIST: "agenda: 2027\ndecisions:\n" + "".join(rows)})
    words = ("adopt", LIST, "--today", "2026-10-09")
    shown = regie(*words, "--diff", cwd=desk.folder).stdout
    assert desk.git("status", "--short") == ""
    done = regie(*words, cwd=desk.folder)
    assert done.returncode == 0, done.stderr
    changed = [f"M initiatives/{name}.yaml" for name in sorted(ENTRIES)]
    assert [line.strip() for line in desk.git("status", "--short").splitlines()] == changed
    desk.git("apply", "-R", "-", given=shown)
    assert desk.git("status", "--short") == ""
