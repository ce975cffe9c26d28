"""A report calls time or cost green, and by the figures it is red."""

from collections.abc import Iterator

from icteregie.analysis.foreseen import is_begun
from icteregie.analysis.progress_state import newest_report
from icteregie.analysis.rag_status import RagStatus, is_agreement_known, rag_status
from icteregie.diagnostics.types import Finding, Value
from icteregie.portfolio.progress import Progress
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare the declared colours of the newest report with those against the agreement in force."""
    portfolio = case.portfolio
    for initiative in portfolio.initiatives.values():
        report = newest_report(portfolio, initiative) if is_begun(initiative) else None
        if report is None or not is_agreement_known(portfolio, initiative):
            continue
        status = rag_status(portfolio, initiative)
        red = _red(report, status) if status else ()
        if status is None or not red:
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


_NAMES = ("time", "one-off", "recurring")
_WORDINGS = {
    _NAMES: "",
    ("time",): "time",
    ("one-off",): "one-off",
    ("recurring",): "recurring",
    ("time", "one-off"): "time-and-one-off",
    ("time", "recurring"): "time-and-recurring",
    ("one-off", "recurring"): "one-off-and-recurring",
}


def _red(report: Progress, status: RagStatus) -> tuple[str, ...]:
    """Name what the report calls green and the figures red."""
    declared = (report.time, report.cost, report.cost)
    counted = (status.agreed.time, status.agreed.one_off, status.agreed.recurring)
    both = zip(_NAMES, declared, counted, strict=True)
    return tuple(name for name, said, is_so in both if (said, is_so) == ("green", "red"))


def _values(status: RagStatus, red: tuple[str, ...]) -> dict[str, Value]:
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
