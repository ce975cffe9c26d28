"""What directors are asked to decide, worked out from the list and from the findings about it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from icteregie.analysis.standing.statuses import is_given_up
from icteregie.diagnostics.types import Diagnostic, Value
from icteregie.reports.agenda.lines import Line
from icteregie.reports.agenda.not_listed import CarriedOver, LeftOut

# Findings that ask directors for a choice, in the order in which they are put to them.
CHOICES = ("over-budget", "both-alternatives", "declared-conflict", "solo-twins", "late-for-deadline")


@dataclass(frozen=True, slots=True)
class Decision:
    """One numbered decision: the name of its sentence, and the values that it tells."""

    name: str
    values: dict[str, Value] = field(default_factory=dict)


def decisions(
    year: int,
    lines: tuple[Line, ...],
    findings: tuple[Diagnostic, ...],
    left_out: tuple[LeftOut, ...],
    carried_over: tuple[CarriedOver, ...],
) -> tuple[Decision, ...]:
    """List the decisions: to adopt, to pay, to choose, to admit what is late, to take note."""
    return (
        Decision(
            "adopt",
            {
                "year": year,
                "count": len(lines),
                "one_off": sum(line.one_off for line in lines),
                "recurring": sum(line.recurring for line in lines),
            },
        ),
        Decision("pay", {"year": year}),
        *choices(findings),
        *_late(lines),
        *_note(year, left_out, carried_over),
    )


def choices(findings: tuple[Diagnostic, ...]) -> Iterator[Decision]:
    """List the choices that findings force, by kind and then in reading order."""
    for rule in CHOICES:
        for finding in findings:
            # Twins in one domain need not be the same thing: that is a talk, not a decision.
            if finding.rule == rule and finding.wording not in ("domain", "domain-without-cost"):
                # Which money is short makes another sentence.
                kind = (
                    finding.wording.removesuffix("_left").replace("_", "-") if rule == "over-budget" else ""
                )
                yield Decision(f"{rule}-{kind}" if kind else rule, dict(finding.values))


def _late(lines: tuple[Line, ...]) -> Iterator[Decision]:
    for line in lines:
        if line.punctuality == "after-dossier":
            yield Decision("admit-late", {"title": line.initiative.title})


def _note(
    year: int, left_out: tuple[LeftOut, ...], carried_over: tuple[CarriedOver, ...]
) -> Iterator[Decision]:
    asked = tuple(
        out.initiative.title
        for out in left_out
        if out.standing == "other-route" or (out.standing == "ended" and is_given_up(out.initiative))
    )
    if asked:
        yield Decision("leave-out", {"titles": asked, "year": year})
    for name, is_running in (("carry-over", True), ("still-paid", False)):
        kept = [c for c in carried_over if c.is_running == is_running]
        if kept:
            amount = sum(c.one_off + c.recurring for c in kept)
            yield Decision(name, {"count": len(kept), "amount": amount, "year": year})
