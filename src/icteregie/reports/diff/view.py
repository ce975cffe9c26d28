"""Everything that a change means, in one report."""

from dataclasses import dataclass
from datetime import date

from icteregie.checking.runner import FAILED
from icteregie.reports.basis import Basis
from icteregie.reports.diff import members, money, partnership, plans, shifts, years
from icteregie.workspace import matching, new_findings
from icteregie.workspace.compare import SnapshotPair
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.sides import LeftOut, Snapshot, Version, levelled


@dataclass(frozen=True, slots=True)
class ComparedState:
    """What one side is called, and its commit; "" stands for the files on disk."""

    name: str = ""
    commit: str = ""


@dataclass(frozen=True, slots=True)
class DiffReport:
    """Two sides, and what differs between them. Whole euros; days later are positive.

    The portfolio of the basis is that of the later side.
    """

    basis: Basis
    base: ComparedState
    head: ComparedState
    before: Version
    after: Version
    left_out: tuple[LeftOut, ...]
    initiatives: matching.Initiatives
    partnership: tuple[partnership.PartnershipChange, ...]
    money: tuple[money.MoneyChange, ...]
    unshared: tuple[str, ...]
    years: tuple[years.YearEffect, ...]
    shifts: tuple[shifts.Shift, ...]
    findings: new_findings.Findings
    landscapes: members.MemberChanges
    ambitions: members.MemberChanges
    plans: tuple[plans.PlanChange, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing changes, as far as it could be compared."""
        initiatives, findings = self.initiatives, self.findings
        return not (
            initiatives.came
            or initiatives.went
            or initiatives.changed
            or self.partnership
            or self.money
            or self.years
            or self.shifts
            or findings.new
            or findings.solved
            or findings.changed
            or not self.landscapes.is_empty
            or not self.ambitions.is_empty
            or self.plans
        )

    @property
    def members(self) -> dict[str, str]:
        """The members of both sides by id, with their names, in the order of the later side."""
        if not self.after.has_base_config:
            return {}
        now, was = (snapshot.portfolio.partnership.members for snapshot in (self.after, self.before))
        return {name: member.name for name, member in {**now, **was, **now}.items()}


def diff_report(
    basis: Basis,
    before: Snapshot,
    after: Snapshot,
    base: ComparedState = ComparedState(),
    head: ComparedState = ComparedState(),
) -> DiffReport:
    """Compare two portfolios as they are on the day of the basis."""
    was, now, left_out = levelled(before, after, basis.day)
    initiatives = matching.compare(was, now)
    costs, unshared = money.compare(was, now, initiatives)
    return DiffReport(
        basis=basis,
        base=base,
        head=head,
        before=was,
        after=now,
        left_out=left_out,
        initiatives=initiatives,
        partnership=partnership.compare(was, now),
        money=costs,
        unshared=unshared,
        years=years.compare(was, now, initiatives.renames),
        shifts=shifts.compare(was, now, initiatives.renames),
        findings=new_findings.compare(was, now, initiatives.renames),
        landscapes=members.landscapes(was, now),
        ambitions=members.ambitions(was, now),
        plans=plans.plans(was, now),
    )


def report_of(pair: SnapshotPair, today: date) -> DiffReport:
    """Compare the pair; stop when a rule itself failed, because what it would have found is not there."""
    base, head = (ComparedState(point.name, point.commit) for point in (pair.base, pair.head))
    basis = Basis(pair.after.loaded.portfolio, today, head.commit)
    report = diff_report(basis, pair.before, pair.after, base, head)
    findings = (*report.before.findings, *report.after.findings)
    if failed := sorted({str(finding.values["rule"]) for finding in findings if finding.rule == FAILED}):
        raise ProblemError("rule-failed", rules=tuple(failed), count=len(failed))
    return report
