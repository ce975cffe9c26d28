"""An agenda adds more applications than it retires."""

from collections.abc import Iterator

from icteregie.analysis.landscape.applications import judged
from icteregie.analysis.landscape.changes import Changes, changes
from icteregie.analysis.landscape.moves import NEEDS
from icteregie.analysis.standing.standing import asks_for_place, on_agenda
from icteregie.diagnostics.types import Finding
from icteregie.portfolio.kinds import LANDSCAPE
from icteregie.portfolio.landscape import member_of
from icteregie.portfolio.portfolio import Portfolio
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare what each agenda adds and retires, as long as directors still decide about some of it.

    Not where it retires something of a member whose landscape isn't known: nobody can count that.
    """
    portfolio = case.portfolio
    landscapes = portfolio.paths.get(LANDSCAPE.name, {})
    if len(portfolio.initiatives) < len(portfolio.files) or len(portfolio.landscapes) < len(landscapes):
        return
    for year in portfolio.partnership.agendas:
        if not any(asks_for_place(portfolio, i) and i.adds for i in on_agenda(portfolio, year)):
            continue
        of_agenda = changes(portfolio, year, 0)
        if of_agenda.total.net > 0 and _is_countable(portfolio, year):
            yield _finding(portfolio, year, of_agenda)


def _is_countable(portfolio: Portfolio, year: int) -> bool:
    """Whether the landscape of everyone is known of whom something is retired."""
    known = set(judged(portfolio))
    for initiative in on_agenda(portfolio, year):
        for name in initiative.retires:
            losing = (member_of(name),) if "/" in name else portfolio.participants(initiative)
            if not known.issuperset(losing):
                return False
    return True


def _finding(portfolio: Portfolio, year: int, of_agenda: Changes) -> Finding:
    adding = tuple(dict.fromkeys(each.initiative for each in of_agenda.added if each.members))
    return Finding(
        portfolio.at_partnership("agendas", str(year)),
        {
            "year": year,
            "added": of_agenda.total.added,
            "retired": of_agenda.total.retired,
            "count": of_agenda.total.net,
            "adding": adding,
        },
        "" if of_agenda.total.retired else "nothing-retired",
        year,
        tuple(portfolio.at(name, "adds") for name in adding),
    )


RULE = Rule(
    "landscape-grows",
    "landscape",
    "warning",
    check,
    needs={
        "initiative": NEEDS,
        "landscape": ("applications",),
        "partnership": ("agendas", "cost_keys", "default_cost_key", "history", "members"),
    },
)
