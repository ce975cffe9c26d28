"""``regie validate``: check everything, and say what is wrong and where."""

from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from pathlib import Path

from icteregie.cli.context import Context
from icteregie.cli.exit_code import CLEAN, FINDINGS, WRONG
from icteregie.cli.explain import known_rule
from icteregie.cli.language import of_output
from icteregie.cli.streams import emit, notify
from icteregie.diagnostics.types import Diagnostic
from icteregie.render.findings.report import Report, report
from icteregie.workspace.notices import Notice
from icteregie.workspace.open import RULE_FAILED, Workspace, failed_rules, open_portfolio, path_in_repository


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to check and how to tell; without a format, what suits the surroundings.

    With ``rule`` only what that rule finds is reported, and where it could not judge; with ``since``
    of the warnings only those that were not there at that commit; with ``config_from`` the
    partnership is that of that commit.
    """

    folder: Path = Path()
    format: str | None = None
    strict: bool = False
    rule: str | None = None
    since: str | None = None
    config_from: str | None = None
    output: Path | None = None
    lang: str | None = None
    today: date | None = None


def run(options: Options, context: Context) -> int:
    """Check the portfolio; 1 when it has errors, 2 when a rule itself failed."""
    if options.rule is not None:
        known_rule(options.rule)
    is_github = context.environment.get("GITHUB_ACTIONS") == "true"
    form = options.format or ("github" if is_github else "text")
    workspace = open_portfolio(options.folder, context.surroundings(options.today))
    findings, left_out, workspace, notices = _checked(workspace, options)
    if form != "json":
        notices = (*notices, *workspace.arrivals.notices())
    language = of_output(context, workspace.portfolio)
    if options.rule:
        findings = [finding for finding in findings if _is_about(finding, options.rule)]
    portfolio = workspace.portfolio
    above = path_in_repository(workspace)
    told = report(portfolio.partnership.name, len(portfolio.files), language, findings, above)
    told = _with_history(replace(told, since=options.since or "", left_out=left_out), workspace)
    text: str = import_module(f"icteregie.render.findings.{form}").render(told)
    notify(context, language, notices)
    emit(context, text, options.output)
    if failed_rules(findings):
        return WRONG
    return FINDINGS if told.errors or (options.strict and told.told) else CLEAN


def _checked(
    workspace: Workspace, options: Options
) -> tuple[list[Diagnostic], int, Workspace, tuple[Notice, ...]]:
    """Check, with the partnership of another commit and without what was there before, if asked."""
    if not (options.since or options.config_from):
        return workspace.check(), 0, workspace, ()
    # Only who compares with another commit pays for it.
    from icteregie.workspace.base_branch import base_config, new_since, with_base_config  # noqa: PLC0415

    config = base_config(workspace, options.config_from) if options.config_from else None
    notices: tuple[Notice, ...] = ()
    if config is not None and config.differs(workspace.loaded):
        notices = (Notice("config-from", {"ref": options.config_from or ""}),)
        workspace = with_base_config(workspace, config)
    findings = workspace.check()
    if not options.since:
        return findings, 0, workspace, notices
    kept = new_since(workspace, findings, options.since, config)
    return kept, len(findings) - len(kept), workspace, notices


def _with_history(told: Report, workspace: Workspace) -> Report:
    """Add what git can't say of arrivals, if anything asked."""
    if not workspace.arrivals.was_read:
        return told
    reading = workspace.arrivals.reading
    return replace(told, doubts=tuple(doubt.name for doubt in reading.doubts), typed=reading.typed)


def _is_about(finding: Diagnostic, rule: str) -> bool:
    """Tell whether a rule said this, or could not say it."""
    unjudged = finding.values.get("rules", ()) if finding.severity == "note" else ()
    return finding.rule in (rule, RULE_FAILED) or (isinstance(unjudged, tuple) and rule in unjudged)
