"""The agenda of one year as directors get it: everything chosen, ordered and added up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from icteregie.analysis.budget import requested_cost
from icteregie.analysis.dependencies.chains import Link
from icteregie.analysis.ranking import ranked
from icteregie.diagnostics.types import Diagnostic
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import AgendaYear, Partnership
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda import money, not_listed, planning
from icteregie.reports.agenda.decisions import Decision, choices, decisions
from icteregie.reports.agenda.findings import LATE_RULES, about, unanswered
from icteregie.reports.agenda.joint_savings import Together, together
from icteregie.reports.agenda.lines import Line, line

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
class AgendaView:
    """The whole proposal. ``as_of`` is the day for which it is made."""

    year: int
    as_of: date
    partnership: Partnership
    dates: AgendaYear
    lines: tuple[Line, ...]
    decisions: tuple[Decision, ...]
    open_choices: int
    finance: Finance
    together: tuple[Together, ...]
    loads: tuple[planning.TeamLoad, ...]
    chain: tuple[Link, ...]
    milestones: tuple[planning.Milestone, ...]
    coming: tuple[tuple[str, date], ...]
    left_out: tuple[not_listed.LeftOut, ...]
    carried_over: tuple[not_listed.CarriedOver, ...]
    conflicts: tuple[Diagnostic, ...]
    late: tuple[Diagnostic, ...]
    unanswered: tuple[Diagnostic, ...]

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
            (i.score.risk.likelihood * i.score.risk.impact, found)
            for found in self.lines
            if (i := found.initiative).score and i.score.risk
        ]
        return tuple(
            found for weight, found in sorted(risky, key=lambda r: (-r[0], r[1].rank)) if weight >= RISKY
        )

    @property
    def statutory(self) -> tuple[Line, ...]:
        """The lines that the law obliges, in the order of the list."""
        return tuple(line for line in self.lines if line.obligation == "statutory")

    @property
    def retired(self) -> tuple[str, ...]:
        """What the list takes out of the landscape, by name, each once."""
        return tuple(sorted({name for line in self.lines for name in line.initiative.retires}))


def agenda_view(
    portfolio: Portfolio, year: int, as_of: date, found: Iterable[Diagnostic]
) -> AgendaView | None:
    """Make the view of one agenda year; None when the partnership has no such agenda."""
    dates = portfolio.agenda(year)
    if dates is None:
        return None
    on_it = ranked(portfolio, portfolio.on_agenda(year))
    lines = tuple(line(portfolio, year, rank, i) for rank, i in enumerate(on_it, 1))
    carried = not_listed.carried_over(portfolio, year)
    running = tuple(c.line.initiative for c in carried)
    out = not_listed.left_out(portfolio, year)
    told = about(portfolio, year, (*on_it, *running), found)
    return AgendaView(
        year=year,
        as_of=as_of,
        partnership=portfolio.partnership,
        dates=dates,
        lines=lines,
        decisions=decisions(year, lines, told, out, carried),
        open_choices=len(list(choices(told))) + sum(f.punctuality == "after-dossier" for f in lines),
        finance=_finance(portfolio, year, on_it, running),
        together=together(portfolio, lines),
        loads=planning.loads(portfolio, year),
        chain=planning.chain_of(portfolio, (*on_it, *running)),
        milestones=planning.milestones((*on_it, *running)),
        coming=planning.coming(portfolio, year, as_of),
        left_out=out,
        carried_over=carried,
        conflicts=tuple(f for f in told if f.rule not in LATE_RULES),
        late=tuple(f for f in told if f.rule in LATE_RULES),
        unanswered=unanswered(portfolio, found),
    )


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
