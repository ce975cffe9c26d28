"""An experiment costs more than the most that it may cost."""

from collections.abc import Iterator

from icteregie.analysis.facts import NEEDS
from icteregie.analysis.foreseen import Foreseen, foreseen
from icteregie.analysis.standing.statuses import is_over
from icteregie.diagnostics.types import Finding, Keys, Value
from icteregie.portfolio.justification import Experiment
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare what was spent, or else what is foreseen, with the cap; exactly the cap is fine."""
    for initiative in case.portfolio.initiatives.values():
        experiment = initiative.experiment
        if experiment is None or is_over(initiative):
            continue
        cap, expected = experiment.budget_cap, foreseen(case.portfolio, initiative)
        amount = _cost(expected, experiment)
        is_spent = (expected.spent or 0) > cap
        if not is_spent and amount <= cap:
            continue
        shown = expected.spent or 0 if is_spent else amount
        values: dict[str, Value] = {"id": initiative.id, "amount": shown, "cap": cap, "excess": shown - cap}
        at = case.portfolio.at(initiative.id, *_keys(expected, cap, is_spent=is_spent))
        related = (case.portfolio.at(initiative.id, "experiment", "budget_cap"),)
        yield Finding(at, values, "spent" if is_spent else "", initiative.agenda, related)


def _cost(expected: Foreseen, experiment: Experiment) -> int:
    """Add the one-off cost, and the recurring cost of the years up to that of the time box."""
    last = experiment.time_box.last.year
    recurring = sum(amount for year, amount in (expected.recurring or {}).items() if year <= last)
    return (expected.one_off_total or 0) + recurring


def _keys(expected: Foreseen, cap: int, *, is_spent: bool) -> Keys:
    """Give the way to the amount with which it becomes too much."""
    if is_spent:
        return expected.sources["spent"].keys
    is_one_off = (expected.one_off_total or 0) > cap or "recurring" not in expected.sources
    return expected.sources["one_off" if is_one_off else "recurring"].keys


RULE = Rule(
    "over-cap",
    "contradictions",
    "warning",
    check,
    needs={
        "initiative": (
            "agenda",
            "experiment",
            "status",
            "submitted",
            *dict.fromkeys((*NEEDS["end"], *NEEDS["one_off"])),
        )
    },
)
