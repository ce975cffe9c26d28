"""A request works on a component with mandatory standards, and neither names nor explains them."""

from collections.abc import Iterator

from icteregie.analysis.dossiers import reference_components
from icteregie.analysis.standing.statuses import is_asking
from icteregie.diagnostics.types import Finding, Value
from icteregie.escape.yaml import in_braces
from icteregie.portfolio.dossier import folded
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.readers import is_placeholder
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare the standards of every request with those that GEMMA makes mandatory; the limit counts."""
    least = case.portfolio.partnership.thresholds.comply_or_explain
    for initiative in case.portfolio.initiatives.values():
        if not is_asking(initiative) or _amount(initiative) < least or _is_explained(initiative):
            continue
        named = {folded(standard) for standard in initiative.standards}
        for name, component in reference_components(case.portfolio, initiative):
            lacking = tuple(each for each in component.standards if folded(each) not in named)
            if lacking:
                at = case.portfolio.at(initiative.id, "components", initiative.components.index(name))
                values: dict[str, Value] = {
                    "id": initiative.id,
                    "component": case.portfolio.partnership.components[name].name,
                    "gemma": component.name,
                    "standards": lacking,
                    "typed": ", ".join(map(in_braces, lacking)),
                    "count": len(lacking),
                }
                yield Finding(at, values, "", initiative.agenda)


def _amount(initiative: Initiative) -> int:
    """Give the highest known amount, in whole euros: one-off of all years, or recurring of one year."""
    return max(initiative.one_off_total or 0, initiative.recurring_most or 0)


def _is_explained(initiative: Initiative) -> bool:
    return initiative.explain is not None and not is_placeholder(initiative.explain)


RULE = Rule(
    "comply-or-explain",
    "evidence",
    "warning",
    check,
    needs={
        "initiative": ("agenda", "components", "costs", "explain", "standards", "status"),
        "partnership": ("components", "thresholds"),
    },
)
