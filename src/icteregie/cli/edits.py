"""Edits as every command that changes files makes them: looked at, judged, and written all or none."""

from dataclasses import replace

from icteregie.cli.context import CLEAN, FINDINGS, Context
from icteregie.cli.streams import emit, note
from icteregie.escape.terminal import terminal
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.render.findings.formats import FORMATS, FindingsFormat
from icteregie.render.findings.report import findings_report
from icteregie.workspace.edit import Changes, new_errors, unified, write
from icteregie.workspace.findings import name_of, stop_for_failed_rules
from icteregie.workspace.open import Workspace


def made(
    context: Context, workspace: Workspace, changes: Changes, language: Language, *, is_diff: bool
) -> int:
    """Show what would change, or write it; what would bring a new error is refused with that error."""
    if not changes.contents and not changes.moves:
        note(context, sentence(language, "edit.nothing"))
        return CLEAN
    errors = new_errors(workspace, changes)
    stop_for_failed_rules(errors)
    if is_diff:
        show(context, workspace, changes)
    if errors:
        report = findings_report(name_of(workspace.portfolio), 0, language, errors)
        report = replace(report, here=context.here(workspace.root))
        context.stderr.write(FORMATS[FindingsFormat("text")]()(report))
        note(context, sentence(language, "edit.refused"))
        return FINDINGS
    if not is_diff:
        write(workspace, changes)
        here = context.here(workspace.root)
        for path in sorted({*changes.contents, *changes.moves}):
            is_there = path in workspace.loaded.sources.contents
            name = "edit.moved" if path in changes.moves else "edit.changed" if is_there else "edit.written"
            values = {"file": here.path(path), "to": here.path(changes.target(path))}
            emit(context, terminal(sentence(language, name, **values)) + "\n")
    return CLEAN


def show(context: Context, workspace: Workspace, changes: Changes) -> None:
    """Show what would change, as a unified diff."""
    if rows := unified(workspace, changes):
        emit(context, "".join(f"{terminal(row)}\n" for row in rows.split("\n")))
