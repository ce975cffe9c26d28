"""The board recorded that it received what was not there yet, or what nobody filed."""

from collections.abc import Iterator

from icteregie.analysis.former_ids import current_ids
from icteregie.analysis.seasons import last_day
from icteregie.diagnostics.types import Address, Finding, Value
from icteregie.rules.naming import at_key
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare each day that was recorded with the day on which the file was opened; that day is fine."""
    portfolio = case.portfolio
    for year, agenda in portfolio.partnership.agendas.items():
        for name, received in agenda.received.items():
            at = portfolio.at_partnership("agendas", str(year), "received", name)
            if name not in portfolio.files:
                # Once a season is closed, its initiatives may have been removed.
                if case.today > last_day(agenda):
                    continue
                yield _unknown(case, at_key(at), name, year)
                continue
            if received > case.today:
                yield Finding(at, {"id": name, "received": received}, "future", year)
                continue
            arrival = portfolio.arrivals.get(name)
            if arrival is not None and arrival.opened is not None and received < arrival.opened:
                values: dict[str, Value] = {"id": name, "received": received, "opened": arrival.opened}
                yield Finding(at, values, "", year)


def _unknown(case: Case, at: Address, name: str, year: int) -> Finding:
    """Report an id that no file has, with what is called so now."""
    values: dict[str, Value] = {"id": name, "year": year}
    now = case.ask(current_ids).get(name)
    if now is None:
        return Finding(at, values, "unknown", year)
    is_named = now in case.portfolio.partnership.agendas[year].received
    return Finding(at, values | {"now": now}, "renamed-and-named" if is_named else "renamed", year)


RULE = Rule("doubtful-receipt", "late", "warning", check, needs={"partnership": ("agendas", "history")})
