"""What a rule is: a name in words, a family, a severity, and a generator of findings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias, TypeVar, cast

from icteregie.diagnostics.types import Finding, Severity
from icteregie.portfolio.portfolio import Portfolio

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule looks at: the initiatives that it can judge, and the day of today.

    Rules that can judge the same initiatives share one case, and so what they ask of it.
    """

    portfolio: Portfolio
    today: date
    _answers: dict[Callable[[Portfolio], object], object] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def ask(self, definition: Callable[[Portfolio], T]) -> T:
        """Apply a definition of ``analysis`` to the portfolio, once for all rules that ask for it.

        The answer is shared, so it must be a value that nobody changes or uses up: no generator.
        """
        if definition not in self._answers:
            self._answers[definition] = definition(self.portfolio)
        return cast("T", self._answers[definition])


Check: TypeAlias = Callable[[Case], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, family, severity and check.

    ``needs`` are the keys of an initiative without which it can't judge one, ``frame`` those
    of ``regie.yaml`` without which it can't judge anything. A rule without ``check`` is the
    reader's own. What is not ``settable`` says whether files can be trusted at all.
    ``family`` is the folder that the rule's module and page lie in.
    """

    name: str
    family: str
    severity: Severity
    check: Check | None = None
    needs: tuple[str, ...] = ()
    frame: tuple[str, ...] = ()
    settable: bool = True
