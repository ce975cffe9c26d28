"""A report calls time or cost green, and by the figures it is red."""

from collections.abc import Iterator

from icteregie.analysis.progress_state import Hidden, hidden_red, newest_report
from icteregie.analysis.rag_status import RagStatus, rag_status
from icteregie.diagnostics.types import Finding, Value
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare the declared colours of the newest report with those against the agreement in force."""
    portfolio = case.portfolio
    for initiative in portfolio.initiatives.values():
        red = hidden_red(portfolio, initiative)
        report = newest_report(portfolio, initiative) if red else None
        status = rag_status(portfolio, initiative) if red else None
        if report is None or status is None:
            continue
        declared = tuple(dict.fromkeys("time" if name == "time" else "cost" for name in red))
        keys = ("progress", initiative.progress.index(report))
        yield Finding(
            portfolio.at(initiative.id, *keys, declared[0]),
            {"id": initiative.id, "day": report.date, "keys": declared, **_values(status, red)},
            _WORDINGS[red],
            initiative.agenda,
            tuple(portfolio.at(initiative.id, *at) for at in status.agreement.keys.values()),
        )


_WORDINGS: dict[tuple[Hidden, ...], str] = {
    ("time", "one-off", "recurring"): "",
    ("time",): "time",
    ("one-off",): "one-off",
    ("recurring",): "recurring",
    ("time", "one-off"): "time-and-one-off",
    ("time", "recurring"): "time-and-recurring",
    ("one-off", "recurring"): "one-off-and-recurring",
}


def _values(status: RagStatus, red: tuple[Hidden, ...]) -> dict[str, Value]:
    """Give what was agreed and what is foreseen of what is red."""
    agreed = status.agreement
    values: dict[str, Value] = {}
    if "time" in red and status.end is not None:
        values |= {"end": status.end.text, "agreed_end": agreed.end.text}
    if "one-off" in red and status.cost is not None:
        values |= {"one_off": status.cost, "agreed_one_off": agreed.one_off}
    if "recurring" in red and status.recurring is not None and agreed.recurring is not None:
        values |= {"recurring": status.recurring, "agreed_recurring": agreed.recurring}
    return values


RULE = Rule(
    "watermelon",
    "progress",
    "warning",
    check,
    needs={
        "decision": ("agenda", "decisions"),
        "initiative": (
            "agenda",
            "baseline",
            "costs",
            "period",
            "progress",
            "rebaselines",
            "status",
            "submitted",
        ),
        "partnership": ("agendas", "bodies", "domains", "meetings"),
    },
)
