"""``regie validate``: check everything, and say what is wrong and where."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from icteregie.cli.context import CLEAN, FINDINGS, WRONG, Context, of_output
from icteregie.cli.streams import emit, notify
from icteregie.diagnostics.types import Diagnostic
from icteregie.render.findings.formats import FORMATS, FindingsFormat
from icteregie.render.findings.report import FindingsReport, findings_report
from icteregie.rules.catalogue import RULES, rule
from icteregie.rules.rule import Rule
from icteregie.workspace.findings import RULE_FAILED, check, failed_rules, name_of
from icteregie.workspace.notices import Notice, ProblemError
from icteregie.workspace.open import Workspace, left_out_notices, open_portfolio, path_in_repository


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to check and how to tell; without a format, what suits the surroundings.

    Of the whole portfolio, only what is found in ``files`` is reported, if there are any.

    With ``rule`` only what that rule finds is reported, and where it could not judge; with ``since``
    of the warnings only those that were not there at that commit; with ``config_from`` the
    partnership is that of that commit.
    """

    files: tuple[Path, ...] = ()
    folder: Path = Path()
    format: str | None = None
    strict: bool = False
    is_verbose: bool = False
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
    wanted = _named(workspace, options.files)
    findings, left_out, workspace, notices = _checked(workspace, options)
    notices = (*left_out_notices(workspace, "sparse"), *notices)
    if form != "json":
        notices = (*notices, *workspace.arrivals.notices())
    language = of_output(context, workspace.portfolio)
    if options.rule:
        findings = [finding for finding in findings if _is_about(finding, options.rule)]
    if options.files:
        findings = [f for f in findings if f.place.file in wanted or f.rule == RULE_FAILED]
    portfolio = workspace.portfolio
    above = path_in_repository(workspace)
    report = findings_report(name_of(portfolio), len(portfolio.files), language, findings, above)
    report = replace(report, here=context.here(workspace.root), is_verbose=options.is_verbose)
    report = replace(report, rule=options.rule or "", named=len(wanted))
    report = _with_history(replace(report, since=options.since or "", left_out=left_out), workspace)
    text = FORMATS[FindingsFormat(form)]()(report)
    notify(context, language, notices)
    emit(context, text, options.output)
    if failed_rules(findings):
        return WRONG
    return FINDINGS if report.errors or (options.strict and report.findings) else CLEAN


def _named(workspace: Workspace, files: tuple[Path, ...]) -> frozenset[str]:
    if not files:
        return frozenset()
    from icteregie.workspace.named_files import named_files  # noqa: PLC0415 - only who names files pays for it

    return named_files(workspace, files)


def _checked(
    workspace: Workspace, options: Options
) -> tuple[list[Diagnostic], int, Workspace, tuple[Notice, ...]]:
    """Check, with the partnership of another commit and without what was there before, if asked."""
    if not (options.since or options.config_from):
        return check(workspace), 0, workspace, ()
    # Only who compares with another commit pays for it.
    from icteregie.workspace.base_branch import base_config, new_since, with_base_config  # noqa: PLC0415

    config = base_config(workspace, options.config_from) if options.config_from else None
    notices: tuple[Notice, ...] = ()
    if config is not None and config.differs(workspace.loaded):
        notices = (Notice("config-from", {"ref": options.config_from or ""}),)
        workspace = with_base_config(workspace, config)
    findings = check(workspace)
    if not options.since:
        return findings, 0, workspace, notices
    kept = new_since(workspace, findings, options.since, config)
    return kept, len(findings) - len(kept), workspace, notices


def _with_history(report: FindingsReport, workspace: Workspace) -> FindingsReport:
    """Add what git can't say of arrivals, if anything asked."""
    if not workspace.arrivals.was_read:
        return report
    reading = workspace.arrivals.reading
    return replace(report, doubts=tuple(doubt.name for doubt in reading.doubts), typed=reading.typed)


def _is_about(finding: Diagnostic, rule: str) -> bool:
    """Tell whether a rule said this, or could not say it."""
    unjudged = finding.values.get("rules", ()) if finding.severity == "note" else ()
    return finding.rule in (rule, RULE_FAILED) or (isinstance(unjudged, tuple) and rule in unjudged)


def known_rule(name: str) -> Rule:
    """Give the rule of that name. Raises ProblemError with the name that was probably meant."""
    if (known := rule(name)) is not None:
        return known
    import difflib  # noqa: PLC0415 - nobody pays for what is hardly ever mistyped

    close = difflib.get_close_matches(name, [each.name for each in RULES], n=1)
    if close:
        raise ProblemError("unknown-rule-name-guess", rule=name, guess=close[0])
    raise ProblemError("unknown-rule-name", rule=name)
