"""Cost allocation keys (verdeelsleutels): how members share what they do together."""

from decimal import Decimal

from pydantic import Field, model_validator

from icteregie.portfolio.readers import refusal
from icteregie.portfolio.record import record
from icteregie.portfolio.scalars import Day, Id, Line, OnlyTrue, Percentage, Weight


@record
class CostKey:
    """Exactly one of: a weight per member, equal shares, or a mix of other keys."""

    label: Line
    as_of: Day | None = None
    weights: dict[Id, Weight] = Field(default_factory=dict)
    equal: OnlyTrue = False
    mix: dict[Id, Percentage] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _exactly_one_way(self) -> "CostKey":
        if (bool(self.weights), self.equal, bool(self.mix)).count(True) != 1:
            raise refusal("one-way-of-sharing")
        if self.weights and not any(self.weights.values()):
            raise refusal("no-weight-at-all")
        whole = sum(self.mix.values(), Decimal(0))
        if self.mix and whole != Decimal(100):
            raise refusal("mix-is-not-100", sum=f"{whole.normalize():f}%")
        return self
