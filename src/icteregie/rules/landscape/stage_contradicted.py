"""The stage of an application doesn't fit what its file says of contract, users or support."""

from collections.abc import Iterator

from icteregie.analysis.landscape.applications import MemberApplication, applications
from icteregie.diagnostics.types import Finding, Value
from icteregie.portfolio.kinds import LANDSCAPE
from icteregie.portfolio.portfolio import Portfolio
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Look at each application by its stage; the last day of a contract or of support is in time itself."""
    for each in case.ask(_applications):
        if each.application.stage == "gone":
            yield from _gone(case, each)
        elif each.application.stage == "planned":
            yield from _planned(case, each)
        elif each.application.stage == "in-use":
            yield from _in_use(case, each)


def _applications(portfolio: Portfolio) -> tuple[MemberApplication, ...]:
    return tuple(applications(portfolio))


def _gone(case: Case, each: MemberApplication) -> Iterator[Finding]:
    """Report a contract that goes on, and that nobody decided to let end."""
    contract = each.application.contract
    if contract is None or contract.decided == "end":
        return
    if contract.decided == "renew":
        yield _finding(case, each, ("contract", "decided"), {}, "gone-renewed")
    elif contract.end >= case.today:
        yield _finding(case, each, ("contract", "end"), {"end": contract.end}, "")
    elif contract.renews is not None and (contract.last is None or contract.last >= case.today):
        yield _finding(case, each, ("contract", "renews"), {"end": contract.end}, "gone-renews")


def _planned(case: Case, each: MemberApplication) -> Iterator[Finding]:
    """Report users, a contract that ended, and support that ended."""
    application, contract = each.application, each.application.contract
    if application.users:
        yield _finding(case, each, ("users",), {"count": application.users}, "planned-users")
    if contract is not None and contract.renews is None and contract.end < case.today:
        yield _finding(case, each, ("contract", "end"), {"end": contract.end}, "planned-contract")
    if application.support_until is not None and application.support_until < case.today:
        yield _finding(case, each, ("support_until",), {"end": application.support_until}, "planned-support")


def _in_use(case: Case, each: MemberApplication) -> Iterator[Finding]:
    """Report what the member decided to stop."""
    contract = each.application.contract
    if contract is not None and contract.decided == "end":
        yield _finding(case, each, ("stage",), {"end": contract.end}, "decided-to-end")


def _finding(
    case: Case, each: MemberApplication, keys: tuple[str, ...], values: dict[str, Value], wording: str
) -> Finding:
    at = case.portfolio.at_record(LANDSCAPE.name, each.file, *each.keys, *keys)
    return Finding(at, {"id": each.id, **values}, wording)


RULE = Rule(
    "stage-contradicted",
    "landscape",
    "warning",
    check,
    needs={"landscape": ("applications",), "partnership": ("members",)},
)
