"""The history of an initiative in short: on which days main gave it another status or another agenda."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.timeline import State, Timeline
from icteregie.portfolio.arrivals import Span

StepKind: TypeAlias = Literal["began", "cut", "changed", "gone", "back"]
"""``cut`` is where a shallow clone begins; ``gone`` is when main no longer had the file."""


@dataclass(frozen=True, slots=True)
class StatusStep:
    """A day on which main said something else; ``before`` is what it said until then, None of the first.

    ``span`` is set where the day is lost: it was between these days, both inclusive.
    """

    on: date
    kind: StepKind
    state: State | None
    before: State | None = None
    span: Span | None = None

    @property
    def has_other_status(self) -> bool:
        """Whether it has another status than before."""
        return bool(self.state and self.before and self.state.status != self.before.status)

    @property
    def has_other_agenda(self) -> bool:
        """Whether it names another agenda than before, or none any more."""
        return bool(self.state and self.before and self.state.agenda != self.before.agenda)


def status_steps(timeline: Timeline) -> Iterator[StatusStep]:
    """Give the days on which status or agenda changed, oldest first; what can't be read says nothing."""
    last: State | None = None
    kind: StepKind = "cut" if timeline.is_cut else "began"
    for version in timeline.versions:
        state, span = version.state, (version.earliest, version.on) if version.earliest else None
        if version.says_nothing:
            continue
        if state is None:
            yield StatusStep(version.on, "gone", None, last, span)
            kind = "back"
        elif kind != "changed" or last is None:
            yield StatusStep(version.on, kind, state, last, span)
            kind, last = "changed", state
        elif (state.status, state.agenda) != (last.status, last.agenda):
            yield StatusStep(version.on, "changed", state, last, span)
            last = state
