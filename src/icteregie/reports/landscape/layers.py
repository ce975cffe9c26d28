"""The layers of Common Ground of what was asked for; where data is, says all that runs."""

from collections.abc import Sequence
from dataclasses import replace

from icteregie.analysis.landscape.applications import MemberApplication
from icteregie.analysis.landscape.layers import Layers, layers, process_data
from icteregie.portfolio.partnership import Partnership
from icteregie.reports.landscape.scope import Scope


def shown_layers(partnership: Partnership, in_use: Sequence[MemberApplication], scope: Scope) -> Layers:
    """Divide what was asked for over the layers."""
    data = tuple(
        each
        for each in process_data(partnership, in_use)
        if scope.covers_component(each.component, each.applications)
    )
    return replace(layers(partnership, filter(scope.covers, in_use)), data=data)
