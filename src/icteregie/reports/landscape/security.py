"""The security levels of what was asked for; of a component that is shown, those of all that run it."""

from collections.abc import Sequence
from dataclasses import replace

from icteregie.analysis.landscape.applications import MemberApplication
from icteregie.analysis.landscape.differences import Difference
from icteregie.analysis.landscape.security import Security, security
from icteregie.portfolio.partnership import Partnership
from icteregie.reports.landscape.scope import Scope


def shown_security(
    partnership: Partnership,
    in_use: Sequence[MemberApplication],
    scope: Scope,
    compared: Sequence[Difference],
) -> Security:
    """Set the levels against those of GEMMA, for the components that are compared."""
    shown = {each.component for each in compared}
    rows = tuple(each for each in security(partnership, in_use).rows if each.component in shown)
    return replace(security(partnership, filter(scope.covers, in_use)), rows=rows)
