"""The contract of an application is over, and the application still runs."""

from collections.abc import Iterator

from icteregie.analysis.unanswered.landscape import ended_contracts
from icteregie.diagnostics.types import Finding
from icteregie.portfolio.kinds import LANDSCAPE
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report running applications after the last day of their contract; that day itself is fine.

    A contract that ``renews`` goes on by itself up to ``last``, unless it was decided to end it.
    """
    portfolio = case.portfolio
    for each, end in ended_contracts(portfolio, case.today):
        key = "last" if each.application.contract and end == each.application.contract.last else "end"
        yield Finding(
            portfolio.at_record(LANDSCAPE.name, each.file, *each.keys, "contract", key),
            {
                "member": portfolio.partnership.member_name(each.member),
                "title": each.application.product,
                "end": end,
                "count": (case.today - end).days,
            },
        )


RULE = Rule(
    "contract-ended",
    "late",
    "warning",
    check,
    needs={"landscape": ("as_of", "applications"), "partnership": ("members",)},
)
