"""``regie plan --scenario FILE``: what would be laid down, read and refused as a file of the portfolio is."""

from pathlib import Path

from icteregie.cli.context import Context
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.scenario import Scenario
from icteregie.render.findings.formats import FORMATS, FindingsFormat
from icteregie.render.findings.report import findings_report
from icteregie.workspace.findings import name_of
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.open import Workspace
from icteregie.workspace.scenario import read_scenario


def scenario(context: Context, workspace: Workspace, path: Path | None, language: Language) -> Scenario:
    """Read the scenario of a file; an empty one without a file.

    Raises ProblemError where something is wrong with it, after it showed what.
    """
    if path is None:
        return Scenario()
    result = read_scenario(workspace, path)
    if result.errors:
        report = findings_report(name_of(workspace.portfolio), 0, language, list(result.errors))
        context.stderr.write(FORMATS[FindingsFormat("text")]()(report))
        raise ProblemError("scenario-refused", file=path.as_posix())
    return result.scenario
