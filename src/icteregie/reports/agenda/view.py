"""The agenda of one year as directors get it: everything chosen, ordered and added up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from icteregie.analysis.budget import requested_cost
from icteregie.analysis.dependencies.chains import Link
from icteregie.analysis.dependency_map import CoherenceMap, coherence_map
from icteregie.analysis.foreseen import foreseen
from icteregie.analysis.ranking import ranked
from icteregie.diagnostics.types import Diagnostic
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import AgendaYear, Partnership
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda import money, not_listed, planning
from icteregie.reports.agenda.decisions import Decision, choices, decisions
from icteregie.reports.agenda.findings import LATE_RULES, about, unanswered
from icteregie.reports.agenda.joint_savings import JointSaving, joint_savings
from icteregie.reports.agenda.lines import Line, line
from icteregie.reports.agenda.programmes import ListedProgramme, programmes
from icteregie.reports.basis import Basis

RISKY = 9
"""Likelihood times impact from which a risk is shown among the caveats."""


@dataclass(frozen=True, slots=True)
class Finance:
    """All tables of the finance chapter; amounts are whole euros."""

    members: tuple[money.MemberMoney, ...]
    keys: tuple[money.KeyMoney, ...]
    years: tuple[money.YearMoney, ...]
    cover: tuple[money.CoverMoney, ...]
    range: money.Range
    last_year: tuple[int, int]


@dataclass(frozen=True, slots=True)
class AgendaReport:
    """The whole proposal, made for the day of its basis. ``graph`` is the map of the list."""

    basis: Basis
    year: int
    dates: AgendaYear
    lines: tuple[Line, ...]
    decisions: tuple[Decision, ...]
    open_choices: int
    finance: Finance
    joint_savings: tuple[JointSaving, ...]
    loads: tuple[planning.TeamLoad, ...]
    chain: tuple[Link, ...]
    milestones: tuple[planning.Milestone, ...]
    coming: tuple[tuple[str, date], ...]
    left_out: tuple[not_listed.LeftOut, ...]
    carried_over: tuple[not_listed.CarriedOver, ...]
    conflicts: tuple[Diagnostic, ...]
    late: tuple[Diagnostic, ...]
    unanswered: tuple[Diagnostic, ...]
    graph: CoherenceMap
    programmes: Mapping[str, ListedProgramme]

    @property
    def partnership(self) -> Partnership:
        """The partnership, for the names of its parts."""
        return self.basis.portfolio.partnership

    @property
    def advises(self) -> str:
        """The name of the first body that advises, "" without one."""
        return self._body("advises")

    @property
    def decides(self) -> str:
        """The name of the first body that decides, "" without one."""
        return self._body("decides")

    def _body(self, role: str) -> str:
        return next((body.name for body in self.partnership.bodies.values() if body.role == role), "")

    @property
    def dissenters(self) -> list[str]:
        """The members that are against something on the list, in the order of the partnership."""
        against = {
            member
            for line in self.lines
            for member, position in line.initiative.support.items()
            if position.position == "against"
        }
        return [member.name for name, member in self.partnership.members.items() if name in against]

    @property
    def yearly_saving(self) -> int:
        """What the list saves a year, as far as submitters said."""
        return sum(line.yearly_saving for line in self.lines)

    @property
    def hurried(self) -> tuple[Diagnostic, ...]:
        """The findings about too little time between arrival and decision."""
        return tuple(finding for finding in self.late if finding.rule == "late-lead-time")

    @property
    def without_cost(self) -> tuple[Line, ...]:
        """The lines of which nobody gave the cost: they add nothing to any sum. A milestone has none."""
        return tuple(line for line in self.lines if _lacks_cost(self.basis.portfolio, line.initiative))

    @property
    def one_off(self) -> int:
        """What the list asks in one-off cost in this year."""
        return sum(line.one_off for line in self.lines)

    @property
    def recurring(self) -> int:
        """What the list asks in recurring cost in this year."""
        return sum(line.recurring for line in self.lines)

    @property
    def peak(self) -> money.YearMoney:
        """The year in which the list costs most in recurring cost, the first of equals."""
        return max(self.finance.years, key=lambda y: y.recurring)

    @property
    def risks(self) -> tuple[Line, ...]:
        """The lines with a serious risk, most serious first."""
        risky = [
            (i.score.risk.likelihood * i.score.risk.impact, line)
            for line in self.lines
            if (i := line.initiative).score and i.score.risk
        ]
        ranked_lines = sorted(risky, key=lambda pair: (-pair[0], pair[1].rank))
        return tuple(line for weight, line in ranked_lines if weight >= RISKY)

    @property
    def statutory(self) -> tuple[Line, ...]:
        """The lines that the law obliges, in the order of the list."""
        return tuple(line for line in self.lines if line.obligation == "statutory")

    @property
    def retired(self) -> tuple[str, ...]:
        """What the list takes out of the landscape, by name, each once."""
        return tuple(sorted({name for line in self.lines for name in line.initiative.retires}))


def agenda_report(basis: Basis, year: int, findings: Iterable[Diagnostic]) -> AgendaReport | None:
    """Make the report of one agenda year; None when the partnership has no such agenda."""
    portfolio, all_findings = basis.portfolio, tuple(findings)
    dates = portfolio.agenda(year)
    if dates is None:
        return None
    on_it = ranked(portfolio, portfolio.on_agenda(year))
    lines = tuple(line(portfolio, year, rank, i) for rank, i in enumerate(on_it, 1))
    carried = not_listed.carried_over(portfolio, year)
    running = tuple(c.line.initiative for c in carried)
    out = not_listed.left_out(portfolio, year)
    concerned = about(portfolio, year, (*on_it, *running), all_findings)
    return AgendaReport(
        basis=basis,
        year=year,
        dates=dates,
        lines=lines,
        decisions=decisions(year, lines, concerned, out, carried),
        open_choices=len(list(choices(concerned))) + sum(f.punctuality == "after-dossier" for f in lines),
        finance=_finance(portfolio, year, on_it, running),
        joint_savings=joint_savings(portfolio, lines),
        loads=planning.loads(portfolio, year),
        chain=planning.chain_of(portfolio, (*on_it, *running)),
        milestones=planning.milestones((*on_it, *running)),
        coming=planning.coming(portfolio, year, basis.day),
        left_out=out,
        carried_over=carried,
        conflicts=tuple(f for f in concerned if f.rule not in LATE_RULES),
        late=tuple(f for f in concerned if f.rule in LATE_RULES),
        unanswered=unanswered(portfolio, all_findings),
        graph=coherence_map(portfolio, all_findings, year),
        programmes=programmes(portfolio, lines),
    )


def _lacks_cost(portfolio: Portfolio, initiative: Initiative) -> bool:
    is_milestone = initiative.period is not None and initiative.period.is_milestone
    return not is_milestone and not foreseen(portfolio, initiative).is_cost_known


def _finance(
    portfolio: Portfolio, year: int, on_it: tuple[Initiative, ...], running: tuple[Initiative, ...]
) -> Finance:
    return Finance(
        members=money.per_member(portfolio, year, on_it, running),
        keys=money.per_key(portfolio, year, on_it),
        years=money.per_year(portfolio, year, on_it),
        cover=money.cover(portfolio, year, on_it),
        range=money.cost_range(year, on_it),
        last_year=requested_cost(portfolio, year - 1),
    )
