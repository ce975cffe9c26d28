"""What is said of one contract can't all be true: its renewal, its notice and its last day."""

from collections.abc import Iterator

from icteregie.analysis.landscape.applications import MemberApplication, running
from icteregie.diagnostics.types import Finding, Value
from icteregie.portfolio.kinds import LANDSCAPE
from icteregie.portfolio.landscape import Contract
from icteregie.portfolio.period import Lag
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Look at the contract of each application that is in use."""
    for each in case.ask(running):
        contract = each.application.contract
        if contract is None:
            continue
        if _is_longer_than_renewal(contract):
            yield _finding(case, each, "notice", {}, "")
        if contract.decided == "renew" and contract.last == contract.end:
            yield _finding(case, each, "decided", {"last": contract.last}, "renewed-past-last")


def _is_longer_than_renewal(contract: Contract) -> bool:
    """Whether notice must be given before the renewal that it is about has begun; on that day is fine."""
    notice, renews = contract.notice, contract.renews
    if notice is None or renews is None:
        return False
    if not (notice.days or renews.days) or not (notice.months or renews.months):
        return (notice.months, notice.days) > (renews.months, renews.days)
    return _ends(contract, notice, renews)


def _ends(contract: Contract, notice: Lag, renews: Lag) -> bool:
    """Compare months with days by the calendar, in the first renewal."""
    return notice.before(renews.after(contract.end)) < contract.end


def _finding(
    case: Case, each: MemberApplication, key: str, values: dict[str, Value], wording: str
) -> Finding:
    at = case.portfolio.at_record(LANDSCAPE.name, each.file, *each.keys, "contract", key)
    return Finding(at, {"id": each.id, **values}, wording)


RULE = Rule(
    "contract-contradicted",
    "landscape",
    "warning",
    check,
    needs={"landscape": ("applications",), "partnership": ("members",)},
)
