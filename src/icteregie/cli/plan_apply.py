"""``regie plan apply``: the plan that is kept, carried out in the files of its initiatives."""

from icteregie.analysis.plan.candidates import candidates
from icteregie.cli.context import CLEAN, Context
from icteregie.cli.edits import made
from icteregie.cli.streams import notify
from icteregie.portfolio.partnership import Language
from icteregie.workspace.notices import Notice, ProblemError
from icteregie.workspace.open import Workspace
from icteregie.workspace.planned import KeptPlan, application, kept_plan


def applied(context: Context, workspace: Workspace, year: int, language: Language, *, is_diff: bool) -> int:
    """Rewrite what the plan moved, all or none; 1 when the portfolio would have a new error.

    Raises ProblemError for a plan that isn't kept, is stale, or was edited by hand. Where everything lies
    as the plan has it, nothing is to be done, also when the plan is stale: carrying it out makes it so.
    """
    kept = kept_plan(workspace, year)
    changes = application(workspace, year, kept.entries)
    if not changes.contents:
        notify(context, language, (Notice("commands/plan/apply.nothing", {"file": kept.path}),))
        return CLEAN
    if kept.is_stale:
        raise ProblemError("plan-stale", file=kept.path, year=year)
    code = made(context, workspace, changes, language, is_diff=is_diff)
    if code == CLEAN and not is_diff:
        notify(context, language, _afterwards(workspace, kept))
    return code


def _afterwards(workspace: Workspace, kept: KeptPlan) -> tuple[Notice, ...]:
    """Say what the plan left as it is, and that the plan itself is of the files as they were."""
    on = {entry.id for entry in kept.entries}
    out = tuple(i.id for i in candidates(workspace.portfolio, kept.year) if i.id not in on)
    stale = Notice("commands/plan/apply.again", {"file": kept.path, "year": kept.year})
    return (Notice("commands/plan/apply.out", {"ids": out, "count": len(out)}), stale) if out else (stale,)
