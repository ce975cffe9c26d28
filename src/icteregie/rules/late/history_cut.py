"""History that this clone doesn't hold decides whether something is late.

A day that was typed must not stand in there: then a shallow clone would turn an error into nothing.
"""

from collections.abc import Iterator, Mapping

from icteregie.analysis.asked import request_of
from icteregie.analysis.lateness import is_explained, is_lead_time_lost, is_share_lost, punctualities
from icteregie.analysis.standing.standing import on_agenda, undecided
from icteregie.diagnostics.types import Finding, Severity, Value
from icteregie.portfolio.arrivals import LostReason
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.rules.rule import Case, Rule

MOST_NAMED = 5
"""Of more initiatives that can't be judged, the others are counted."""
_WORDINGS: Mapping[LostReason, tuple[str, str]] = {
    "elsewhere": ("elsewhere", "elsewhere-more"),
    "shallow": ("", "more"),
    "partial": ("partial", "partial-more"),
}
"""By what this clone lacks, in the order in which to fetch it: for all, and where not all are named."""


def check(case: Case) -> Iterator[Finding]:
    """Report once which initiatives can't be judged; an error where an error hangs on one of them."""
    portfolio = case.portfolio
    unjudged = {i.id: hanging for i in case.ask(undecided) if (hanging := _hanging(portfolio, i))}
    shares = _shares(case)
    if not unjudged and not shares:
        return
    year = min([*shares, *(portfolio.initiatives[name].agenda or 0 for name in unjudged)])
    names = tuple(unjudged) or tuple(
        i.id for i in on_agenda(portfolio, year) if request_of(portfolio, i).lost
    )
    more = len(names) - MOST_NAMED
    values: dict[str, Value] = {"ids": names[:MOST_NAMED], "count": len(names)}
    yield Finding(
        portfolio.at_partnership("agendas", str(year), "dossier_closes"),
        values | {"more": more} if more > 0 else values,
        _wording(portfolio, names, has_more=more > 0),
        year,
        tuple(portfolio.at(name, "agenda") for name in names[:MOST_NAMED]),
        mild="error" not in (*unjudged.values(), *shares.values()),
    )


def _wording(portfolio: Portfolio, names: tuple[str, ...], *, has_more: bool) -> str:
    """Name what this clone lacks; of several what must be fetched first."""
    requests = (request_of(portfolio, portfolio.initiatives[name]) for name in names)
    reasons = {request.lost.reason for request in requests if request.lost}
    plain, more = next(wordings for reason, wordings in _WORDINGS.items() if reason in reasons)
    return more if has_more else plain


def _hanging(portfolio: Portfolio, initiative: Initiative) -> Severity | None:
    """Give how severe what hangs on lost history for an initiative is; None when nothing does."""
    agenda = portfolio.agenda(initiative.agenda or 0)
    if agenda is None:
        return None
    severities: list[Severity | None] = []
    earliest, latest = punctualities(portfolio, initiative, agenda)
    if latest != earliest:
        severities += [_severity(portfolio, "late-intake", initiative.agenda)]
    if latest == "after-dossier" != earliest:
        dossier = _severity(portfolio, "late-dossier", initiative.agenda)
        severities += ["warning" if dossier and is_explained(initiative) else dossier]
    if is_lead_time_lost(portfolio, initiative, agenda):
        severities += [_severity(portfolio, "late-lead-time", initiative.agenda)]
    return _most_severe(severities)


def _shares(case: Case) -> dict[int, Severity]:
    """Give how severe it is, by year, that nobody can tell if too large a share is late."""
    agendas = case.portfolio.partnership.agendas.items()
    lost = [year for year, agenda in agendas if is_share_lost(case.portfolio, year, agenda, case.today)]
    severities = {year: _severity(case.portfolio, "many-late", year) for year in lost}
    return {year: severity for year, severity in severities.items() if severity}


def _severity(portfolio: Portfolio, rule: str, year: int | None) -> Severity | None:
    """Give how severe this partnership has a rule for an agenda year; None where it doesn't count."""
    setting = portfolio.partnership.rules.get(rule)
    level = (setting.level if setting else None) or ("error" if rule == "late-dossier" else "warning")
    is_early = setting is not None and setting.since is not None and (year or 0) < setting.since
    return None if level == "off" or is_early else level


def _most_severe(severities: list[Severity | None]) -> Severity | None:
    if "error" in severities:
        return "error"
    return "warning" if "warning" in severities else None


RULE = Rule(
    "history-cut",
    "late",
    "error",
    check,
    needs={
        "initiative": (
            "submitted",
            "status",
            "agenda",
            "late",
            "steering",
            "costs",
            "depends_on",
            "baseline",
        ),
        "partnership": ("agendas", "thresholds", "history", "rules"),
    },
)
