"""The agenda of one year as directors get it: everything chosen, ordered and added up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from icteregie.analysis.agenda_state import AgendaOutcome, agenda_outcome
from icteregie.analysis.choices.order import agenda_choices
from icteregie.analysis.choices.passed import Passed, passed
from icteregie.analysis.dependencies.chains import Link
from icteregie.analysis.dependency_map import CoherenceMap, coherence_map
from icteregie.diagnostics.types import Diagnostic
from icteregie.portfolio.partnership import AgendaYear, Partnership
from icteregie.reports.agenda import money, not_listed, planning
from icteregie.reports.agenda.advice import AgendaAdvice, advice
from icteregie.reports.agenda.ambitions import AmbitionsBrief, ambitions_brief
from icteregie.reports.agenda.clashes import Clash, Weight
from icteregie.reports.agenda.decisions import Decision, decisions
from icteregie.reports.agenda.finance import Finance, agenda_finance
from icteregie.reports.agenda.findings import agenda_findings
from icteregie.reports.agenda.items import agenda_items
from icteregie.reports.agenda.joint_savings import JointSaving, joint_savings
from icteregie.reports.agenda.landscape import LandscapeBrief, landscape_brief
from icteregie.reports.agenda.lines import Line
from icteregie.reports.agenda.matrix import Matrix, matrix
from icteregie.reports.agenda.meetings import Sitting, Sittings, sittings
from icteregie.reports.agenda.member_papers import MemberPaper, member_papers
from icteregie.reports.agenda.outcome import Verdicts, verdicts
from icteregie.reports.agenda.page_one import PageOne, page_one
from icteregie.reports.agenda.planned import PlannedAgenda
from icteregie.reports.agenda.programmes import ListedProgramme, programmes
from icteregie.reports.agenda.savings import SavingYear, savings
from icteregie.reports.basis import Basis
from icteregie.reports.status import StatusReport

RISKY = 9
"""Likelihood times impact from which a risk is shown among the caveats."""


@dataclass(frozen=True, slots=True)
class AgendaReport:
    """The proposal for the day of its basis; ``graph`` maps its list, ``progress`` is of earlier ones.

    ``passed`` is what should have been decided by that day, and isn't by the files. ``plan`` is the one
    that it follows: then its basis is the portfolio with that carried out.
    """

    basis: Basis
    year: int
    dates: AgendaYear
    lines: tuple[Line, ...]
    verdicts: Verdicts
    advice: AgendaAdvice
    decisions: tuple[Decision, ...]
    page: PageOne
    sittings: Sittings
    finance: Finance
    joint_savings: tuple[JointSaving, ...]
    savings: tuple[SavingYear, ...]
    loads: tuple[planning.TeamLoad, ...]
    chain: tuple[Link, ...]
    milestones: tuple[planning.Milestone, ...]
    coming: tuple[tuple[str, date], ...]
    left_out: tuple[not_listed.LeftOut, ...]
    carried_over: tuple[not_listed.CarriedOver, ...]
    progress: StatusReport
    clashes: tuple[Clash, ...]
    late: tuple[Diagnostic, ...]
    unanswered: tuple[Diagnostic, ...]
    graph: CoherenceMap
    programmes: Mapping[str, ListedProgramme]
    matrix: Matrix
    papers: tuple[MemberPaper, ...]
    ambitions: AmbitionsBrief | None
    landscape: LandscapeBrief | None
    passed: Passed | None
    plan: PlannedAgenda | None = None

    @property
    def partnership(self) -> Partnership:
        """The partnership, for the names of its parts."""
        return self.basis.portfolio.partnership

    @property
    def advises(self) -> str:
        """The name of the body that advises on this agenda, or else of the first that advises, or ""."""
        bodies = self.partnership.bodies.values()
        return self.sittings.advice.body or next((b.name for b in bodies if b.role == "advises"), "")

    @property
    def next_sitting(self) -> Sitting | None:
        """The first meeting about this agenda from the day of the report on; None when there is none."""
        return self.sittings.next_from(self.basis.day)

    @property
    def this_sitting(self) -> Sitting | None:
        """The meeting that decides next: the first one until its day is past, then the late one."""
        return self.sittings.next_decision(self.basis.day)

    @property
    def open_choices(self) -> int:
        """How many choices directors still have."""
        return self.page.choices.open_count

    @property
    def landscape_choices(self) -> tuple[str, ...]:
        """Letters of the choices among what adds or retires an application."""
        moving = self.landscape.moving if self.landscape else frozenset[str]()
        return tuple(rows.letter for rows in self.page.rows if moving & {*rows.choice.ids})

    @property
    def running(self) -> tuple[not_listed.CarriedOver, ...]:
        """What was decided on for an earlier agenda and is foreseen to run in this year, by id."""
        return tuple(carried for carried in self.carried_over if carried.is_running)

    @property
    def still_paid(self) -> tuple[not_listed.CarriedOver, ...]:
        """What no longer runs in this year and still costs something in it, by id."""
        return tuple(carried for carried in self.carried_over if not carried.is_running)

    @property
    def unfollowed(self) -> tuple[not_listed.CarriedOver, ...]:
        """What is still paid and has no row in the progress, because it is over, by id."""
        followed = {row.initiative.id for row in self.progress.rows}
        return tuple(each for each in self.carried_over if each.initiative.id not in followed)

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
    def hurried(self) -> tuple[Diagnostic, ...]:
        """The findings about too little time between arrival and decision."""
        return tuple(finding for finding in self.late if finding.rule == "late-lead-time")

    def clashes_of(self, weight: Weight) -> tuple[Clash, ...]:
        """Those of one weight that page one doesn't put to directors already."""
        return tuple(c for c in self.clashes if c.weight == weight and not c.is_on_page_one)

    @property
    def puts_clashes_first(self) -> bool:
        """Whether page one puts some clash to directors."""
        return any(clash.is_on_page_one for clash in self.clashes)

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


def agenda_report(
    basis: Basis,
    year: int,
    findings: Iterable[Diagnostic],
    today: date | None = None,
    plan: PlannedAgenda | None = None,
) -> AgendaReport | None:
    """Make the report of a year, its state on ``today``, else on its own day; None without the agenda.

    ``plan`` is the one that the portfolio of the basis carries out.
    """
    portfolio = basis.portfolio.as_of(basis.day)
    dates = portfolio.agenda(year)
    if dates is None:
        return None
    items, choices = agenda_items(portfolio, year), agenda_choices(portfolio, year)
    page = page_one(portfolio, year, choices)
    undecided = tuple(i for i in items.listed if i.id in choices.effects.ties.undecided)
    outcome = agenda_outcome(portfolio.as_of(today or basis.day), year)
    every = tuple(findings)
    own = agenda_findings(portfolio, year, (*items.listed, *items.running), every)
    out = not_listed.left_out(portfolio, year)
    finance = agenda_finance(portfolio, year, items, page.later_year)
    by_member = matrix(portfolio, year, items.lines, tuple(c.line for c in items.carried))
    return AgendaReport(
        basis=basis,
        year=year,
        dates=dates,
        lines=items.lines,
        verdicts=verdicts(portfolio.partnership, outcome),
        advice=advice(portfolio, year, items.listed, undecided),
        decisions=decisions(portfolio, page, _undecided(out, outcome), plan.titles_out if plan else ()),
        page=page,
        sittings=sittings(portfolio.partnership, dates),
        finance=finance,
        joint_savings=joint_savings(portfolio, items.lines),
        savings=savings(portfolio, items.lines),
        loads=planning.loads(portfolio, year),
        chain=planning.chain_of(portfolio, items.worked_on),
        milestones=planning.milestones(items.worked_on),
        coming=planning.coming(portfolio, year, basis.day),
        left_out=out,
        carried_over=items.carried,
        progress=not_listed.earlier_progress(replace(basis, portfolio=portfolio), year),
        clashes=own.clashes,
        late=own.late,
        unanswered=own.unanswered,
        graph=coherence_map(portfolio, every, year),
        programmes=programmes(portfolio, items.lines),
        matrix=by_member,
        papers=member_papers(portfolio, year, by_member, finance.cover, own.clashes),
        ambitions=ambitions_brief(replace(basis, portfolio=portfolio), items.listed),
        landscape=landscape_brief(portfolio, year, items.listed),
        passed=passed(choices.effects.ties, dates, _ruled(outcome), basis.day),
        plan=plan,
    )


def _undecided(out: tuple[not_listed.LeftOut, ...], outcome: AgendaOutcome) -> tuple[not_listed.LeftOut, ...]:
    """Keep what is left out and was not decided on."""
    decided = _ruled(outcome)
    return tuple(each for each in out if each.initiative.id not in decided)


def _ruled(outcome: AgendaOutcome) -> frozenset[str]:
    """Name who was decided on in a list."""
    return frozenset(row.initiative.id for row in outcome.rows if row.ruling)
