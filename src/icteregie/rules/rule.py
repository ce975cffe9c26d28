"""What a rule is: a name in words, a family, a severity, and a generator of findings."""

from collections.abc import Callable, Iterable, Iterator, Mapping
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


AT_LEAST = "at-least"
"""Ends the wording of a finding with a sum over files of which some can't be read."""

Check: TypeAlias = Callable[[Case], Iterator[Finding]]
Part: TypeAlias = tuple[Check, Mapping[str, tuple[str, ...]]]
"""A check that judges one place, and the keys that it needs, by kind of file."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, family, severity and check.

    ``needs`` has, by kind of file, the keys without which it can't judge: of a kind with many
    records it doesn't judge the records that lack one, of a kind with a single record it then
    judges nothing at all. A rule without ``check`` is the reader's own. What is not ``settable``
    says whether files can be trusted at all. ``family`` is the folder of its module and page.

    ``parts`` are rules of the same name that judge apart from each other, each by its own needs;
    ``check`` and ``needs`` are then those of all parts together. ``behind_circles`` gives the ids of the
    initiatives about which it can't say anything because they are in a circle or wait for one.

    What a rule ``sums`` over initiatives is a least while one of them can't be judged: its findings
    then have the wording of their own name and ``AT_LEAST``.
    """

    name: str
    family: str
    severity: Severity
    check: Check | None = None
    needs: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    settable: bool = True
    parts: tuple["Rule", ...] = ()
    behind_circles: Callable[[Case], Iterable[str]] | None = None
    sums: bool = False


def in_parts(name: str, family: str, severity: Severity, *parts: Part) -> Rule:
    """Make a rule of checks that each judge wherever their own needs can be read.

    So a value that can't be read hides nothing that another part of the rule looks at.
    """

    def check(case: Case) -> Iterator[Finding]:
        for part, _ in parts:
            yield from part(case)

    together: dict[str, tuple[str, ...]] = {}
    for _, needs in parts:
        for kind, keys in needs.items():
            together[kind] = tuple(dict.fromkeys((*together.get(kind, ()), *keys)))
    rules = tuple(Rule(name, family, severity, part, needs) for part, needs in parts)
    return Rule(name, family, severity, check, together, parts=rules)
