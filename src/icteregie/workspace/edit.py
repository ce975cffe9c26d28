"""Edits of a portfolio: worked out in its bytes, judged by all rules, and only then to be written."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from icteregie.checking import runner
from icteregie.diagnostics.system_reasons import system_reason
from icteregie.diagnostics.types import Diagnostic
from icteregie.editing.apply import apply, order_of
from icteregie.editing.edits import Edit, RefusedEditError, SetValue
from icteregie.loading import reader
from icteregie.loading.load import load
from icteregie.portfolio.initiative import BY_DECISION, Initiative
from icteregie.portfolio.kinds import KINDS, bounds_of, kind_of
from icteregie.workspace.assignments import edit_of
from icteregie.workspace.new_findings import unlike
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.open import Workspace, workspace_of
from icteregie.workspace.writing import replace_files


@dataclass(frozen=True, slots=True)
class Changes:
    """What changes on disk: the new bytes of files by path from the root, and where files move to.

    A file that moves has its new bytes under its old path; ``renames`` has the ids that change.
    """

    contents: Mapping[str, bytes] = field(default_factory=dict)
    moves: Mapping[str, str] = field(default_factory=dict)
    renames: Mapping[str, str] = field(default_factory=dict)

    def target(self, path: str) -> str:
        """Give the path that a file has afterwards."""
        return self.moves.get(path, path)


def edited(workspace: Workspace, edits: Mapping[str, Sequence[Edit]]) -> Changes:
    """Work out edits by the path of their file. Raises ProblemError when one can't be made in place."""
    contents = {}
    for path, wanted in edits.items():
        before = workspace.loaded.sources.contents.get(path)
        if before is None:
            raise ProblemError("edit-not-readable", file=path)
        order = order_of(_type_of(path))
        try:
            after = apply(before, wanted, order, bounds_of(path))
        except RefusedEditError as refused:
            raise ProblemError(f"edit-{refused.name}", file=path, **refused.values) from None
        if after != before:
            contents[path] = after
    return Changes(contents)


def set_values(workspace: Workspace, name: str, typed: Sequence[str], *, is_forced: bool) -> Changes:
    """Work out changes of one initiative as they were typed.

    Raises ProblemError, also for a status that needs a decision of a meeting unless ``is_forced``.
    """
    path = workspace.portfolio.files[name]
    tree, _ = reader.read(workspace.loaded.sources.contents.get(path, b""))
    if tree is None:
        raise ProblemError("edit-not-readable", file=path)
    edits = [edit_of(each, tree) for each in typed]
    for edit in edits:
        if (
            isinstance(edit, SetValue)
            and edit.keys == ("status",)
            and edit.value in BY_DECISION
            and not is_forced
        ):
            raise ProblemError("needs-decision", status=str(edit.value))
    return edited(workspace, {path: edits})


def _type_of(path: str) -> type:
    match = kind_of(path, KINDS)
    return (match[0].record if match else None) or Initiative


def new_errors(workspace: Workspace, changes: Changes) -> list[Diagnostic]:
    """Check the portfolio as it would be, and give the errors that it doesn't have now."""
    now = runner.check(workspace.loaded, workspace.today)
    with tempfile.TemporaryDirectory(prefix="regie-") as folder:
        root = Path(folder)
        _write_copy(workspace, changes, root)
        loaded = load(root)
    # Of what is at hand, git knows by the place where it lies, and that is not the copy.
    changed = workspace_of(replace(loaded, root=workspace.root), workspace.surroundings)
    then = runner.check(changed.loaded, workspace.today)
    return [finding for finding in unlike(now, then, changes.renames) if finding.severity == "error"]


def _write_copy(workspace: Workspace, changes: Changes, root: Path) -> None:
    sources = dict(workspace.loaded.sources.contents)
    dossiers = dict.fromkeys(workspace.portfolio.dossiers.values(), b"")
    for path, data in {**dossiers, **sources, **changes.contents}.items():
        place = root / changes.target(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)


def unified(workspace: Workspace, changes: Changes) -> str:
    """Write what would change as a unified diff, file after file."""
    import difflib  # noqa: PLC0415 - only who looks first pays for it

    rows: list[str] = []
    for path in sorted({*changes.contents, *changes.moves}):
        before = _lines(workspace.loaded.sources.contents.get(path, b""))
        after = _lines(changes.contents[path]) if path in changes.contents else before
        if path in changes.moves:
            rows += [f"rename from {path}", f"rename to {changes.target(path)}"]
        rows += difflib.unified_diff(before, after, f"a/{path}", f"b/{changes.target(path)}", lineterm="")
    return "\n".join(rows)


def _lines(data: bytes) -> list[str]:
    return data.decode("utf-8-sig", "replace").splitlines()


def write(workspace: Workspace, changes: Changes) -> None:
    """Write all changes, or none: what was changed on disk since it was read stops everything.

    Raises ProblemError; then every file is as it was.
    """
    contents = {path: data for path, data in changes.contents.items() if path not in changes.moves}
    added = {}
    for path, target in changes.moves.items():
        added[target] = changes.contents.get(path) or _on_disk(workspace.root, path)
    before = {path: workspace.loaded.sources.contents.get(path) for path in contents}
    replace_files(workspace.root, before, {**contents, **added}, tuple(changes.moves))


def _on_disk(root: Path, path: str) -> bytes:
    try:
        return (root / path).read_bytes()
    except OSError as error:
        raise ProblemError("cannot-write", file=path, reason=system_reason(error)) from None
