"""What a plan that was made says of those that it leaves out."""

from dataclasses import dataclass

from icteregie.analysis.plan.lacking import Lacks
from icteregie.analysis.plan.problem import Hopeless


@dataclass(frozen=True, slots=True)
class Outside:
    """An initiative that a plan leaves out: why it can't be on, or else what it lacks beside the plan."""

    id: str
    hopeless: Hopeless | None = None
    lacks: tuple[Lacks, ...] = ()
