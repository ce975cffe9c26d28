"""By what initiatives can be selected: each method, the values that there are, and those of an initiative."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from icteregie.portfolio.initiative import PARTNERSHIP, Initiative, Status, Steering
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Method:
    """A selection method: the values that may be written, and those of each initiative.

    ``together`` gives those of all initiatives by id, where they are found together. Where it ``is_folded``,
    capitals don't matter.
    """

    known_values: Callable[[Portfolio], Iterable[object]]
    values: Callable[[Portfolio, Initiative], Iterable[str]] | None = None
    together: Callable[[Portfolio], Mapping[str, Iterable[str]]] | None = None
    is_folded: bool = False

    def of_all(self, portfolio: Portfolio) -> Mapping[str, Iterable[str]]:
        """Give the values of initiatives by id; who is left out has none."""
        if self.together is not None:
            return self.together(portfolio)
        find = self.values or (lambda _, __: ())
        return {i.id: find(portfolio, i) for i in portfolio.initiatives.values()}


def _members(portfolio: Portfolio) -> Iterable[str]:
    return (*portfolio.partnership.members, PARTNERSHIP)


def _years(portfolio: Portfolio) -> Iterable[int]:
    requested = {i.agenda for i in portfolio.initiatives.values() if i.agenda is not None}
    return requested.union(portfolio.partnership.agendas)


def _requested_year(_: Portfolio, initiative: Initiative) -> tuple[str, ...]:
    return (str(initiative.agenda),) if initiative.agenda else ()


# What these methods compare takes a dozen modules, and few selectors name one of them.
def _planned_year(portfolio: Portfolio, initiative: Initiative) -> tuple[str, ...]:
    from icteregie.analysis.standing.standing import is_on_own_agenda  # noqa: PLC0415

    return (str(initiative.agenda),) if is_on_own_agenda(portfolio, initiative) else ()


def _late_year(portfolio: Portfolio, initiative: Initiative) -> tuple[str, ...]:
    from icteregie.analysis.arrivals import punctuality  # noqa: PLC0415
    from icteregie.analysis.standing.standing import is_on_own_agenda  # noqa: PLC0415

    agenda = portfolio.agenda(initiative.agenda or 0)
    if agenda is None or not is_on_own_agenda(portfolio, initiative):
        return ()
    is_late = punctuality(portfolio, initiative, agenda) != "in-time"
    return (str(initiative.agenda),) if is_late else ()


def _wholes(portfolio: Portfolio, initiative: Initiative) -> Iterable[str]:
    from icteregie.analysis.programmes import wholes  # noqa: PLC0415

    return wholes(portfolio, initiative)


def _application_names(portfolio: Portfolio) -> Iterable[str]:
    from icteregie.analysis.landscape.touches import known_applications  # noqa: PLC0415

    return (name for each in known_applications(portfolio) for name in (each.id, each.name))


def _applications(portfolio: Portfolio) -> Mapping[str, Iterable[str]]:
    from icteregie.analysis.landscape.touches import application_names  # noqa: PLC0415

    return application_names(portfolio)


def _all_suppliers(portfolio: Portfolio) -> Iterable[str]:
    from icteregie.analysis.landscape.touches import all_suppliers  # noqa: PLC0415

    return all_suppliers(portfolio)


def _suppliers(portfolio: Portfolio) -> Mapping[str, Iterable[str]]:
    from icteregie.analysis.landscape.touches import supplier_names  # noqa: PLC0415

    return supplier_names(portfolio)


def _components(_: Portfolio, initiative: Initiative) -> Iterable[str]:
    from icteregie.analysis.landscape.touches import components_of  # noqa: PLC0415

    return components_of(initiative)


METHODS: Mapping[str, Method] = {
    "agenda": Method(_years, _requested_year),
    "application": Method(_application_names, together=_applications),
    "component": Method(lambda p: p.partnership.components, _components),
    "domain": Method(lambda p: p.partnership.domains, lambda _, i: (i.domain,) if i.domain else ()),
    "late": Method(_years, _late_year),
    "member": Method(_members, lambda p, i: (i.submitter, *p.participants(i))),
    "on": Method(_years, _planned_year),
    "part-of": Method(lambda p: p.files, _wholes),
    "status": Method(lambda _: get_args(Status), lambda _, i: (i.status,)),
    "steering": Method(lambda _: get_args(Steering), lambda _, i: (i.steering,)),
    "submitter": Method(_members, lambda _, i: (i.submitter,)),
    "supplier": Method(_all_suppliers, together=_suppliers, is_folded=True),
    "tag": Method(lambda _: (), lambda _, i: i.tags),
    "team": Method(lambda p: p.partnership.teams, lambda _, i: tuple(i.effort)),
}
