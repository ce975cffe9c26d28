"""The page as one view: it gathers the views of the other reports, and calculates nothing itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from icteregie.analysis.conditions import OpenCondition, conditions_open_on, state_on
from icteregie.analysis.dependencies.schedule import tangles
from icteregie.analysis.plan.problem import Hopeless
from icteregie.analysis.unanswered.listed import left_out
from icteregie.diagnostics.ceilings import LAST_YEAR
from icteregie.diagnostics.types import Diagnostic
from icteregie.portfolio.kinds import LANDSCAPE
from icteregie.portfolio.partnership import Partnership
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.view import AgendaReport, agenda_report
from icteregie.reports.agenda.with_titles import display_names, with_titles
from icteregie.reports.ambitions import AmbitionsReport, ambitions_report
from icteregie.reports.arrivals.submissions import Seasons
from icteregie.reports.arrivals.view import ArrivalsReport, arrivals_report
from icteregie.reports.basis import Basis
from icteregie.reports.calendar import CalendarReport, calendar_report
from icteregie.reports.deadlines import deadlines_report
from icteregie.reports.decisions import DecisionsReport, decisions_report
from icteregie.reports.direction import DirectionReport, direction_report
from icteregie.reports.landscape.report import LandscapeReport, landscape_report
from icteregie.reports.landscape.scope import Scope
from icteregie.reports.show import ShowReport, show_report
from icteregie.reports.site.dates import Dates, dates
from icteregie.reports.site.growth import Path, paths
from icteregie.reports.site.planned import Planned, planned
from icteregie.reports.site.public import public
from icteregie.reports.site.puzzle import Puzzle, impossible_pins, puzzle
from icteregie.reports.site.rows import ListRow, list_rows
from icteregie.reports.site.status_history import StatusStep, status_steps
from icteregie.reports.site.unanswered import Unanswered, unanswered
from icteregie.reports.site.waits import Waits, waits, with_late_waits
from icteregie.reports.status import StatusReport, status_report
from icteregie.workspace.site import DossierText


@dataclass(frozen=True, slots=True)
class Source:
    """What the page is made from: the basis, all findings, the seasons, and the commit ("" without one).

    ``dossiers`` are the texts of the dossiers, by id.
    """

    basis: Basis
    findings: tuple[Diagnostic, ...]
    seasons: Seasons
    commit: str = ""
    dossiers: Mapping[str, DossierText] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SiteReport:
    """Everything on the page; ``year`` and ``agenda`` are None where no agenda has dates.

    ``findings`` are by the file of an initiative, with titles; empty on a page that is public.
    ``overdue`` counts the open conditions whose last day is past. ``unanswered`` is None on a public page:
    that nothing answers a deadline is a finding. ``histories`` is empty without git.
    """

    basis: Basis
    year: int | None
    agenda: AgendaReport | None
    puzzle: Puzzle | None
    impossible_pins: tuple[tuple[str, Hopeless], ...]
    rows: tuple[ListRow, ...]
    waits: Waits
    planned: Planned
    progress: StatusReport
    decisions: DecisionsReport
    conditions: tuple[OpenCondition, ...]
    overdue: int
    direction: DirectionReport
    ambitions: AmbitionsReport
    landscape: LandscapeReport
    growth: tuple[Path, ...]
    calendar: Dates
    unanswered: Unanswered | None
    arrivals: ArrivalsReport | None
    factsheets: ShowReport
    findings: Mapping[str, tuple[Diagnostic, ...]]
    names: Mapping[str, str]
    commit: str
    dossiers: Mapping[str, DossierText]
    histories: Mapping[str, tuple[StatusStep, ...]]
    is_public: bool

    @property
    def portfolio(self) -> Portfolio:
        """What was read."""
        return self.basis.portfolio

    @property
    def partnership(self) -> Partnership:
        """The partnership, for the names of its parts."""
        return self.basis.portfolio.partnership


def site_report(source: Source, year: int | None, *, is_public: bool = False) -> SiteReport:
    """Gather everything about the agenda of a year, on the day of the basis."""
    day = source.basis.day
    portfolio = source.basis.portfolio.as_of(day)
    if is_public:
        portfolio = public(portfolio)
    basis = replace(source.basis, portfolio=portfolio)
    findings = () if is_public else source.findings
    names, ids = display_names(portfolio), tuple(portfolio.initiatives)
    agenda = agenda_report(basis, year, findings, day) if year is not None else None
    status = status_report(basis, ids)
    conditions = conditions_open_on(portfolio, day)
    listed, factsheets = list_rows(portfolio, year, agenda, status), show_report(basis, ids)
    landscape = _landscape(basis, year)
    waiting = waits(listed, factsheets, tangles(portfolio), portfolio)
    rows = with_late_waits(listed, waiting)
    return SiteReport(
        basis=basis,
        year=year,
        agenda=agenda,
        puzzle=puzzle(portfolio, year) if year is not None else None,
        impossible_pins=impossible_pins(portfolio, year) if year is not None else (),
        rows=rows,
        waits=waiting,
        planned=planned(rows, waiting.concerned, agenda, status, year or day.year),
        progress=status,
        decisions=decisions_report(basis),
        conditions=conditions,
        overdue=sum(state_on(each.condition, day) == "overdue" for each in conditions),
        direction=direction_report(basis, year),
        ambitions=ambitions_report(basis),
        landscape=landscape,
        growth=paths(landscape),
        calendar=dates(_calendar(basis, is_public=is_public), year),
        unanswered=None if is_public else _unanswered(basis),
        arrivals=arrivals_report(basis, source.seasons, year) if year is not None else None,
        factsheets=factsheets,
        findings=_by_file(findings, names),
        names=names,
        commit=source.commit,
        dossiers=source.dossiers,
        histories={name: tuple(status_steps(each)) for name, each in source.seasons.timelines.items()},
        is_public=is_public,
    )


def _landscape(basis: Basis, year: int | None) -> LandscapeReport:
    """Set the landscapes against each other, from the year of the agenda on; versions and prices stay in git.

    Without an agenda the years begin with that of the day.
    """
    sound = basis.portfolio.readable({LANDSCAPE.name: ("as_of", "applications")})
    first = min(basis.day.year, LAST_YEAR) if year is None else year
    return landscape_report(replace(basis, portfolio=sound), Scope(year=first))


def _calendar(basis: Basis, *, is_public: bool) -> CalendarReport:
    """List the dates to come; on a public page without those of deadlines that nothing answers."""
    report = calendar_report(basis)
    if not is_public:
        return report
    return replace(report, entries=tuple(each for each in report.entries if each.kind != "last-day"))


def _unanswered(basis: Basis) -> Unanswered:
    """List the deadlines that nothing answers; what is left out of it are landscapes and ambitions."""
    return unanswered(deadlines_report(replace(basis, unreadable=left_out(basis.portfolio))))


def _by_file(
    findings: Iterable[Diagnostic], names: Mapping[str, str]
) -> Mapping[str, tuple[Diagnostic, ...]]:
    by_file: dict[str, tuple[Diagnostic, ...]] = {}
    for finding in findings:
        if finding.severity != "note":
            file = finding.place.file
            by_file[file] = (*by_file.get(file, ()), with_titles(finding, names))
    return by_file
