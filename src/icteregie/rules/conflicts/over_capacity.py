"""More hours are asked of a team in a quarter than it has."""

from collections.abc import Iterator

from icteregie.analysis.budget import team_hours
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare the hours asked of each team in each quarter with its capacity in that year."""
    agendas = case.portfolio.partnership.agendas
    for (team, year, quarter), requests in team_hours(case.portfolio).items():
        agenda = agendas.get(year)
        capacity = agenda.capacity.get(team) if agenda else None
        asked = sum(requests.values())
        if capacity is not None and asked > capacity:
            yield Finding(
                case.portfolio.at_partnership("agendas", str(year), "capacity", team),
                {
                    "team": case.portfolio.partnership.teams.get(team, team),
                    "quarter": f"{year}-Q{quarter}",
                    "asked": asked,
                    "room": capacity,
                    "excess": asked - capacity,
                    "asking": tuple(f"{name} ({amount})" for name, amount in requests.items()),
                },
                "",
                year,
                tuple(case.portfolio.at(name, "effort", team) for name in requests),
            )


RULE = Rule(
    "over-capacity",
    "conflicts",
    "warning",
    check,
    needs={"initiative": ("effort", "status", "agenda"), "partnership": ("agendas", "teams")},
    sums=True,
)
