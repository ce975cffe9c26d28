"""A text that was only there to be filled in is still there."""

from collections.abc import Iterator

from icteregie.analysis.standing.statuses import is_over
from icteregie.diagnostics.types import Finding, Keys
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.readers import is_placeholder
from icteregie.rules.rule import Case, Rule

PLAIN = ("title", "sponsor", "summary", "problem", "do_nothing", "explain")


def check(case: Case) -> Iterator[Finding]:
    """Report every text of a live initiative that starts as ``regie new`` left it."""
    for initiative in case.portfolio.initiatives.values():
        if is_over(initiative):
            continue
        for keys, text in _texts(initiative):
            if is_placeholder(text):
                at = case.portfolio.at(initiative.id, *keys)
                yield Finding(at, {"id": initiative.id, "key": str(keys[-1])})


def _texts(initiative: Initiative) -> Iterator[tuple[Keys, str | None]]:
    for key in PLAIN:
        yield (key,), getattr(initiative, key)
    if initiative.experiment is not None:
        yield ("experiment", "learning_goal"), initiative.experiment.learning_goal
        yield ("experiment", "stop_when"), initiative.experiment.stop_when
    if initiative.late is not None:
        for key in ("unforeseen", "unavoidable", "not_postponable"):
            yield ("late", key), getattr(initiative.late, key)


RULE = Rule(
    "placeholder-left",
    "evidence",
    "warning",
    check,
    needs={"initiative": (*PLAIN, "experiment", "late", "status")},
)
