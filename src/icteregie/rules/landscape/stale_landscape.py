"""A member's application landscape was not checked for long, or its day is before that of an import."""

from collections.abc import Iterator
from datetime import date

from icteregie.diagnostics.types import Finding, Value
from icteregie.portfolio.kinds import LANDSCAPE
from icteregie.portfolio.landscape import Landscape, member_of
from icteregie.rules.rule import Case, in_parts


def _old(case: Case) -> Iterator[Finding]:
    """Report every file that was checked more days ago than the threshold says; that many are fine."""
    for key, landscape in case.portfolio.landscapes.items():
        age = (case.today - landscape.as_of).days
        if age > _most(case) and not _is_fresh_import(case, _imported(case, landscape)):
            yield _finding(case, key, {"as_of": landscape.as_of, "count": age, "most": _most(case)}, "")


def _behind(case: Case) -> Iterator[Finding]:
    """Report every file with a row of an import after its day; what must be checked anyway is left out."""
    for key, landscape in case.portfolio.landscapes.items():
        imported = _imported(case, landscape)
        if imported is None or imported <= landscape.as_of or not _is_fresh_import(case, imported):
            continue
        yield _finding(case, key, {"as_of": landscape.as_of, "imported": imported}, "imported")


def _imported(case: Case, landscape: Landscape) -> date | None:
    """Give the day of the newest import of a file, up to today; None without one, or where none is known."""
    listed = getattr(landscape, "applications", {}).values()
    return max((a.imported for a in listed if a.imported and a.imported <= case.today), default=None)


def _is_fresh_import(case: Case, imported: date | None) -> bool:
    return imported is not None and (case.today - imported).days <= _most(case)


def _most(case: Case) -> int:
    return case.portfolio.partnership.thresholds.stale_landscape


def _finding(case: Case, key: str, values: dict[str, Value], wording: str) -> Finding:
    name = case.portfolio.partnership.member_name(member_of(key))
    return Finding(
        case.portfolio.at_record(LANDSCAPE.name, key, "as_of"), {"member": name, **values}, wording
    )


RULE = in_parts(
    "stale-landscape",
    "landscape",
    "warning",
    (_old, {"landscape": ("as_of",), "partnership": ("members", "thresholds")}),
    (_behind, {"landscape": ("applications", "as_of"), "partnership": ("members", "thresholds")}),
)
