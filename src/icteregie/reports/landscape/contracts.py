"""Contracts of one supplier, or for one component, that end together."""

from collections.abc import Iterable
from dataclasses import dataclass

from icteregie.analysis.landscape.applications import MemberApplication
from icteregie.analysis.landscape.contracts import ContractsTogether, by_supplier_or_component
from icteregie.analysis.landscape.differences import by_component
from icteregie.analysis.landscape.suppliers import by_supplier, supplier_name
from icteregie.reports.basis import Basis


@dataclass(frozen=True, slots=True)
class SharedEnd:
    """Contracts that end together; ``suppliers`` and ``components`` say what they have in common."""

    contracts: ContractsTogether
    suppliers: tuple[str, ...]
    components: tuple[str, ...]


def shared_ends(basis: Basis, applications: Iterable[MemberApplication]) -> tuple[SharedEnd, ...]:
    """List the groups by their first end; one that has a supplier and a component in common is there once."""
    in_use, day = tuple(applications), basis.day
    partnership = basis.portfolio.partnership
    within, suppliers = partnership.thresholds.contracts_together, by_supplier(in_use)
    by_ids: dict[tuple[str, ...], SharedEnd] = {}
    for key, group in by_supplier_or_component(suppliers, day, within):
        by_ids[_ids(group)] = SharedEnd(group, (supplier_name(suppliers[key]),), ())
    for component, group in by_supplier_or_component(by_component(partnership, in_use), day, within):
        known = by_ids.get(_ids(group), SharedEnd(group, (), ()))
        by_ids[_ids(group)] = SharedEnd(group, known.suppliers, (*known.components, component))
    return tuple(by_ids[ids] for ids in sorted(by_ids, key=lambda ids: (by_ids[ids].contracts.first, ids)))


def _ids(group: ContractsTogether) -> tuple[str, ...]:
    return tuple(each.application.id for each in group.ends)
