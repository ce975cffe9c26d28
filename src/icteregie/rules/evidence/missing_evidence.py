"""A request still lacks evidence that its steering mode asks for, and its dossier should be complete."""

from collections.abc import Iterator

from icteregie.analysis.dossiers import NEEDS, dossier_path, evidence
from icteregie.analysis.standing.standing import asks_for_place
from icteregie.diagnostics.types import Address, Finding, Value
from icteregie.portfolio.initiative import Initiative
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Look up the evidence of every request, from the day on which the dossiers of its agenda close."""
    for initiative in case.portfolio.initiatives.values():
        agenda = case.portfolio.agenda(initiative.agenda or 0)
        if agenda is None or case.today < agenda.dossier_closes:
            continue
        if asks_for_place(case.portfolio, initiative):
            yield from _findings(case, initiative)


def _findings(case: Case, initiative: Initiative) -> Iterator[Finding]:
    """Point at the steering for what is absent, and at a heading of the dossier with no text below it."""
    known = evidence(case.portfolio, initiative)
    path = dossier_path(case.portfolio, initiative.id)
    empty = {piece.name for piece, _ in known.empty}
    missing = tuple(piece.name for piece in known.missing if piece.name not in empty)
    if missing:
        values: dict[str, Value] = {
            "id": initiative.id,
            "steering": initiative.steering,
            "missing": missing,
            "count": len(missing),
            "dossier": path,
        }
        has_dossier = initiative.id in case.portfolio.dossiers
        at = case.portfolio.at(initiative.id, "steering")
        yield Finding(at, values, "" if has_dossier else "no-dossier", initiative.agenda)
    for section in {section.line: section for _, section in known.empty}.values():
        values = {"id": initiative.id, "heading": section.heading}
        yield Finding(Address(path, (section.line,)), values, "empty", initiative.agenda)


RULE = Rule(
    "missing-evidence",
    "evidence",
    "warning",
    check,
    needs={
        "initiative": ("agenda", "late", "status", "submitted", *NEEDS),
        "partnership": ("agendas", "components", "history"),
    },
)
