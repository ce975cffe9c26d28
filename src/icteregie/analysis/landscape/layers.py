"""In which layer of Common Ground applications are, and where data is locked in what runs a process.

Common Ground keeps data apart from the processes that use it: data is in a layer of its own, and others
reach it through services. Where a member has an application of the process layer for a component and none
of the data layer, the data of that component is in the process application alone: it is locked in there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias, get_args

from icteregie.analysis.cost_sharing import split_amount
from icteregie.analysis.landscape.applications import MemberApplication
from icteregie.analysis.landscape.differences import by_component
from icteregie.analysis.landscape.sums import Sum, users_of
from icteregie.portfolio.initiative import CommonGround
from icteregie.portfolio.partnership import Partnership

DataState: TypeAlias = Literal["locked", "apart", "unknown"]
"""``apart``: an application of the data layer is beside it. ``unknown``: none is, and of one that is beside
it nobody said which layer it is in."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer; ``percent`` is its part of all applications of which the layer is given, together 100."""

    layer: CommonGround
    applications: tuple[MemberApplication, ...]
    users: Sum
    percent: int


@dataclass(frozen=True, slots=True)
class ProcessData:
    """The process applications of one member for one component, and whether their data is locked in them."""

    component: str
    member: str
    applications: tuple[MemberApplication, ...]
    state: DataState


@dataclass(frozen=True, slots=True)
class Layers:
    """All layers in their order, the applications of which none is given, and the data of processes."""

    layers: tuple[Layer, ...]
    unknown: tuple[MemberApplication, ...]
    data: tuple[ProcessData, ...]

    def count(self, state: DataState) -> int:
        """Count at how many components of members data is in a state."""
        return sum(each.state == state for each in self.data)


def layers(partnership: Partnership, applications: Iterable[MemberApplication]) -> Layers:
    """Divide applications over the layers; each counts once."""
    all_of_them = tuple(applications)
    by_layer: dict[CommonGround, list[MemberApplication]] = {layer: [] for layer in get_args(CommonGround)}
    for each in all_of_them:
        if each.application.common_ground is not None:
            by_layer[each.application.common_ground].append(each)
    percents = _percents({layer: len(own) for layer, own in by_layer.items()})
    return Layers(
        tuple(
            Layer(layer, tuple(own), users_of(own), percents.get(layer, 0)) for layer, own in by_layer.items()
        ),
        tuple(each for each in all_of_them if each.application.common_ground is None),
        process_data(partnership, all_of_them),
    )


def _percents(counts: dict[CommonGround, int]) -> dict[CommonGround, int]:
    everything = sum(counts.values())
    if not everything:
        return {}
    shares = split_amount(100, {layer: Fraction(own, everything) for layer, own in counts.items()})
    return {layer: shares[layer] for layer in counts}


def process_data(
    partnership: Partnership, applications: Iterable[MemberApplication]
) -> tuple[ProcessData, ...]:
    """Say of each component and member with a process application whether its data is locked in it."""
    places = []
    for component, own in by_component(partnership, applications).items():
        by_member: dict[str, list[MemberApplication]] = {}
        for each in own:
            by_member.setdefault(each.member, []).append(each)
        for member, beside in by_member.items():
            process = tuple(each for each in beside if each.application.common_ground == "process")
            if process:
                places.append(ProcessData(component, member, process, _state(beside)))
    return tuple(places)


def _state(beside: Sequence[MemberApplication]) -> DataState:
    known = {each.application.common_ground for each in beside}
    if "data" in known:
        return "apart"
    return "unknown" if None in known else "locked"
