"""Hours, savings, recurring cost or what others deliver lie where the initiative itself doesn't run."""

from collections.abc import Iterator, Mapping

from icteregie.analysis.own_period import NEEDS, OwnPeriod, own_period
from icteregie.analysis.standing.statuses import is_over
from icteregie.diagnostics.types import Finding, Keys, Value
from icteregie.portfolio.initiative import Initiative
from icteregie.rules.naming import at_key
from icteregie.rules.rule import Case, in_parts


def external(case: Case) -> Iterator[Finding]:
    """Compare the day on which an outside party delivers with the end; before the start is fine."""
    for initiative, period in _running(case):
        for index, party in enumerate(initiative.external):
            if period.is_after(party.by):
                at = case.portfolio.at(initiative.id, "external", index, "by")
                values: dict[str, Value] = {"id": initiative.id, "what": party.what, "by": party.by}
                yield Finding(at, values | {"end": period.end.text}, "", initiative.agenda)


def effort(case: Case) -> Iterator[Finding]:
    """Look for hours before the quarter before the start, and after the quarter after the end."""
    for initiative, period in _running(case):
        for team, hours in initiative.effort.items():
            early = [moment for moment in hours if period.is_quarter_before(moment.last)]
            late = [moment for moment in hours if period.is_quarter_after(moment.first)]
            for moments, wording, limit in (
                (early, "effort-before", period.start),
                (late, "effort-after", period.end),
            ):
                if moments and limit is not None:
                    values: dict[str, Value] = {
                        "id": initiative.id,
                        "team": case.portfolio.partnership.teams.get(team, team),
                        "moments": tuple(moment.text for moment in moments),
                        "limit": limit.text,
                    }
                    at = at_key(case.portfolio.at(initiative.id, "effort", team, moments[0].text))
                    yield Finding(at, values, wording, initiative.agenda)


def recurring(case: Case) -> Iterator[Finding]:
    """Compare the years of the recurring cost with the year in which it starts."""
    for initiative, period in _running(case):
        if initiative.costs is not None:
            keys = ("costs", "recurring")
            yield from _before(case, initiative, period, keys, initiative.costs.recurring)


def benefits(case: Case) -> Iterator[Finding]:
    """Compare the years of the savings with the year in which it starts."""
    for initiative, period in _running(case):
        saved = initiative.benefits
        if saved is not None:
            yield from _before(case, initiative, period, ("benefits", "one_off"), saved.one_off)
            yield from _before(case, initiative, period, ("benefits", "recurring"), saved.recurring)


def _running(case: Case) -> Iterator[tuple[Initiative, OwnPeriod]]:
    for initiative in case.portfolio.initiatives.values():
        period = None if is_over(initiative) else own_period(initiative)
        if period is not None:
            yield initiative, period


def _before(
    case: Case, initiative: Initiative, period: OwnPeriod, keys: Keys, amounts: Mapping[int, int]
) -> Iterator[Finding]:
    if period.start is None:
        return
    years = [year for year, amount in amounts.items() if amount and year < period.start.first.year]
    if years:
        at = at_key(case.portfolio.at(initiative.id, *keys, str(years[0])))
        named = tuple(map(str, sorted(years)))
        values: dict[str, Value] = {"id": initiative.id, "years": named, "start": period.start.text}
        yield Finding(at, values, str(keys[0]), initiative.agenda)


RULE = in_parts(
    "outside-own-period",
    "contradictions",
    "warning",
    (external, {"initiative": ("agenda", "external", "status", *NEEDS)}),
    (effort, {"initiative": ("agenda", "effort", "status", *NEEDS), "partnership": ("teams",)}),
    (recurring, {"initiative": ("agenda", "costs", "status", *NEEDS)}),
    (benefits, {"initiative": ("agenda", "benefits", "status", *NEEDS)}),
)
