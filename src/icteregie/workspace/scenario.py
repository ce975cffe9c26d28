"""A scenario read from its file as exactly as a portfolio is, and refused where something is wrong."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from icteregie.checking.collector import Collector
from icteregie.diagnostics.types import Address, Diagnostic, Finding, Keys
from icteregie.loading import reader
from icteregie.loading.fields import fill
from icteregie.loading.reader import Sources
from icteregie.loading.trees import WARNINGS, read_bytes
from icteregie.portfolio.kinds import PARTNERSHIP
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.scenario import Scenario, under
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.open import Workspace


@dataclass(frozen=True, slots=True)
class ReadScenario:
    """A scenario as far as it could be read, and what is wrong with its file."""

    scenario: Scenario
    errors: tuple[Diagnostic, ...]


def read_scenario(workspace: Workspace, path: Path) -> ReadScenario:
    """Read a scenario. Raises ProblemError where there is no such file, or it names what isn't there."""
    file, place = path.as_posix(), workspace.surroundings.folder / path
    if not os.path.exists(place):
        raise ProblemError("no-such-file", file=file)
    data = read_bytes(str(place.resolve()))
    if isinstance(data, Finding):
        raise ProblemError("plan-no-file", file=file)
    sources = Sources({file: data})
    collector = Collector(sources)
    tree, faults = reader.read(data)
    for fault in faults:
        if fault.rule not in WARNINGS:
            collector.add_fault(file, "error", fault)
    filled = fill(Scenario, tree if isinstance(tree, dict) else {}, file)
    for finding in filled.findings:
        collector.add_read("error", finding)
    errors = tuple(collector.diagnostics())
    if not errors and not isinstance(tree, dict):
        raise ProblemError("scenario-empty", file=file)
    if not errors:
        _require_known(workspace.portfolio, filled.record, sources, file)
    return ReadScenario(filled.record, errors)


def with_scenario(portfolio: Portfolio, scenario: Scenario) -> Portfolio:
    """Give a portfolio with the money and hours of a scenario."""
    partnership = under(portfolio.partnership, scenario)
    return replace(portfolio, records={**portfolio.records, PARTNERSHIP.name: {"": partnership}})


def _require_known(portfolio: Portfolio, scenario: Scenario, sources: Sources, file: str) -> None:
    """Raise ProblemError for the first name in a scenario that the portfolio doesn't have."""
    for kind, name, keys in _unknown(portfolio, scenario):
        line = sources.open(file).place(Address(file, keys).keys, on_key=True).line
        raise ProblemError(f"scenario-{kind}", file=file, line=line, name=name)


def _unknown(portfolio: Portfolio, scenario: Scenario) -> Iterator[tuple[str, str, Keys]]:
    partnership = portfolio.partnership
    for name in (name for name in scenario.pins if name not in portfolio.initiatives):
        yield "initiative", name, ("pins", name)
    for member, keys in _members(scenario):
        if member not in partnership.members:
            yield "member", member, keys
    for year, agenda in scenario.agendas.items():
        if year not in partnership.agendas:
            yield "year", str(year), ("agendas", str(year))
        for team in (team for team in agenda.capacity if team not in partnership.teams):
            yield "team", team, ("agendas", str(year), "capacity", team)


def _members(scenario: Scenario) -> Iterator[tuple[str, Keys]]:
    for name, pin in scenario.pins.items():
        yield from ((member, ("pins", name, "members")) for member in pin.members)
    for year, ceilings in scenario.ceilings.items():
        yield from ((member, ("ceilings", str(year), member)) for member in ceilings)
