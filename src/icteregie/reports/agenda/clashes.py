"""The findings about how the list hangs together, by what they ask of directors."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from icteregie.diagnostics.types import Diagnostic
from icteregie.reports.agenda.with_titles import with_titles

Weight: TypeAlias = Literal["decide", "discuss", "know"]
WEIGHTS: dict[Weight, tuple[str, ...]] = {
    "decide": (
        "both-alternatives",
        "declared-conflict",
        "over-budget",
        "over-capacity",
        "late-for-deadline",
    ),
    "discuss": (
        "solo-twins",
        "dependency-too-late",
        "dependency-not-planned",
        "dependency-misses-participant",
        "component-overlap",
        "retired-component",
    ),
    "know": ("built-on-experiment", "little-slack"),
}
"""The rules of each weight, in the order in which their findings are told."""
_ON_PAGE_ONE = (
    "over-budget",
    "over-capacity",
    "both-alternatives",
    "declared-conflict",
    "solo-twins",
    "late-for-deadline",
)
_NO_DECISION = ("domain", "domain-without-cost")
"""Wordings of twins that share no more than a domain: those are not put to directors."""


@dataclass(frozen=True, slots=True)
class Clash:
    """One finding with titles: what it asks, its ids, and whether page one puts it to directors."""

    finding: Diagnostic
    weight: Weight
    ids: tuple[str, ...]
    is_on_page_one: bool

    def concerns(self, ids: Iterable[str]) -> bool:
        """Whether it is about one of these."""
        return not set(self.ids).isdisjoint(ids)


def clashes(findings: Iterable[Diagnostic], names: Mapping[str, str]) -> tuple[Clash, ...]:
    """Sort findings with ids by weight, then by rule, each in reading order; other rules are left out."""
    every = tuple(findings)
    return tuple(
        Clash(with_titles(finding, names), weight, _ids(finding), _is_on_page_one(finding))
        for weight, rules in WEIGHTS.items()
        for rule in rules
        for finding in every
        if finding.rule == rule
    )


def _is_on_page_one(finding: Diagnostic) -> bool:
    return finding.rule in _ON_PAGE_ONE and finding.wording not in _NO_DECISION


def _ids(finding: Diagnostic) -> tuple[str, ...]:
    """Give the ids that a finding names; one about a limit of the agenda names none."""
    group = finding.values.get("ids")
    if isinstance(group, tuple):
        return group
    return tuple(str(finding.values[key]) for key in ("id", "other", "on") if key in finding.values)
