"""An application landscape, or an import in it, has a day that is still to come."""

from collections.abc import Iterator
from datetime import date

from icteregie.diagnostics.types import Finding, Keys
from icteregie.portfolio.kinds import LANDSCAPE
from icteregie.portfolio.landscape import member_of
from icteregie.rules.rule import Case, in_parts


def _checked(case: Case) -> Iterator[Finding]:
    """Compare the day of each file with today; today itself is fine."""
    for key, landscape in case.portfolio.landscapes.items():
        if landscape.as_of > case.today:
            yield _finding(case, key, ("as_of",), landscape.as_of, "")


def _imported(case: Case) -> Iterator[Finding]:
    """Compare the day of each imported row with today; today itself is fine."""
    for key, landscape in case.portfolio.landscapes.items():
        for name, application in landscape.applications.items():
            if application.imported is not None and application.imported > case.today:
                keys = ("applications", name, "imported")
                yield _finding(case, key, keys, application.imported, "imported")


def _finding(case: Case, key: str, keys: Keys, day: date, wording: str) -> Finding:
    member = case.portfolio.partnership.member_name(member_of(key))
    at = case.portfolio.at_record(LANDSCAPE.name, key, *keys)
    return Finding(at, {"member": member, "day": day, "today": case.today}, wording)


RULE = in_parts(
    "landscape-in-the-future",
    "landscape",
    "warning",
    (_checked, {"landscape": ("as_of",), "partnership": ("members",)}),
    (_imported, {"landscape": ("applications",), "partnership": ("members",)}),
)
