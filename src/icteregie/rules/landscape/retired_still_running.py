"""An initiative is done, and the application that it retires is still in use."""

from collections.abc import Iterator

from icteregie.analysis.facts import FORESEEN_END
from icteregie.analysis.landscape.applications import (
    MemberApplication,
    applications,
    folded_product,
    retired_by,
    running,
)
from icteregie.analysis.landscape.moves import paid_until_of
from icteregie.analysis.standing.statuses import is_done
from icteregie.diagnostics.types import Finding
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.kinds import LANDSCAPE
from icteregie.portfolio.portfolio import Portfolio
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report each application once, after the end of the initiative and of the contract.

    That day itself is still in time. What came in its place isn't what it retires.
    """
    portfolio, seen = case.portfolio, set[str]()
    in_use = case.ask(running)
    for initiative in portfolio.initiatives.values():
        if not is_done(initiative) or not initiative.retires:
            continue
        for each in retired_by(portfolio, initiative, in_use):
            until = paid_until_of(portfolio, initiative, each)
            if until is None or until >= case.today or each.id in seen or _is_new(case, initiative, each):
                continue
            seen.add(each.id)
            contract = each.application.contract
            yield Finding(
                portfolio.at_record(LANDSCAPE.name, each.file, *each.keys, "stage"),
                {"id": each.id, "product": each.application.product, "by": initiative.id, "end": until},
                "renews" if contract is not None and contract.renews is not None else "",
                initiative.agenda,
                (portfolio.at(initiative.id, "retires"),),
            )


def _is_new(case: Case, initiative: Initiative, each: MemberApplication) -> bool:
    """Whether it came in the place of what is retired: added, the target, or beside one that is gone."""
    if each.id in initiative.retires:
        return False
    filled = set(each.application.components) & set(initiative.retires)
    components, every = case.portfolio.partnership.components, case.ask(_applications)
    targets = [components[name].target for name in filled if name in components]
    names = {
        *(folded_product(addition.product) for addition in initiative.adds),
        *(folded_product(target.product) for target in targets if target),
    }
    return folded_product(each.application.product) in names or any(
        other.member == each.member
        and other.application.stage == "gone"
        and filled & set(other.application.components)
        for other in every
    )


def _applications(portfolio: Portfolio) -> tuple[MemberApplication, ...]:
    return tuple(applications(portfolio))


RULE = Rule(
    "retired-still-running",
    "landscape",
    "warning",
    check,
    needs={
        "initiative": (*("adds", "agenda", "participants", "retires", "status", *FORESEEN_END),),
        "landscape": ("applications",),
        "partnership": ("components", "members"),
    },
)
