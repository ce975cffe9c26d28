"""All unanswered deadlines in one list, and which of them can be answered together."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.ambitions.bridges import MemberAmbition, is_past, member_ambitions
from icteregie.analysis.landscape.applications import folded_supplier
from icteregie.analysis.unanswered import landscape
from icteregie.analysis.unanswered.answers import Answer, answer, best_first, counts
from icteregie.analysis.unanswered.deadlines import (
    STATES,
    DeadlineState,
    UnansweredDeadline,
    deadline_state,
    last_calm_day,
    urgency,
)
from icteregie.analysis.unanswered.landscape import JUDGED_BY, landscape_deadlines
from icteregie.analysis.unanswered.obligations import initiative_deadlines
from icteregie.portfolio.kinds import AMBITION, LANDSCAPE
from icteregie.portfolio.portfolio import Portfolio

NEEDS, PARTNERSHIP_NEEDS = landscape.NEEDS, landscape.PARTNERSHIP_NEEDS
"""What must be readable of initiatives and of ``regie.yaml`` to make the list."""

GroupKind: TypeAlias = Literal["component", "supplier", "alone"]


@dataclass(frozen=True, slots=True)
class DeadlineGroup:
    """Deadlines in one state that can be answered together: of one component, of one supplier, or one alone.

    ``name`` is the id of the component or the name of the supplier; of one alone it is its subject.
    """

    state: DeadlineState
    kind: GroupKind
    name: str
    deadlines: tuple[UnansweredDeadline, ...]


def left_out(portfolio: Portfolio) -> tuple[str, ...]:
    """List the files of landscapes and ambitions that can't be read well enough, by path."""
    known = portfolio.readable(JUDGED_BY)
    return tuple(
        path
        for kind in (LANDSCAPE.name, AMBITION.name)
        for key, path in portfolio.paths.get(kind, {}).items()
        if key not in known.records[kind]
    )


def unanswered_deadlines(portfolio: Portfolio, today: date) -> tuple[UnansweredDeadline, ...]:
    """List every deadline that nothing answers in time, what is furthest gone first.

    Each is reported from ``deadline_notice`` days before its last calm day on, by the rule that it names.
    Files that can't be read are left out: ``left_out`` gives them.
    """
    known = portfolio.readable(JUDGED_BY)
    deadlines = (
        *landscape_deadlines(known, today),
        *initiative_deadlines(known, today),
        *ambition_deadlines(known, today),
    )
    return tuple(sorted(deadlines, key=urgency))


def grouped(deadlines: Iterable[UnansweredDeadline]) -> tuple[DeadlineGroup, ...]:
    """Group deadlines by state, the furthest gone first, and then by what can be answered together.

    That is the component that most of the state have in common, else the supplier, if two have it.
    """
    listed = sorted(deadlines, key=urgency)
    return tuple(
        group
        for state in reversed(STATES)
        for group in _groups(state, [each for each in listed if each.state == state])
    )


def _groups(state: DeadlineState, listed: list[UnansweredDeadline]) -> Iterator[DeadlineGroup]:
    components = Counter(name for each in listed for name in each.components)
    rest = [each for each in listed if _common(each, components) is None]
    suppliers = Counter(name for each in rest if (name := _supplier(each)))
    groups: dict[tuple[GroupKind, str], list[UnansweredDeadline]] = {}
    for index, each in enumerate(listed):
        supplier = _supplier(each)
        if component := _common(each, components):
            key: tuple[GroupKind, str] = ("component", component)
        elif supplier and suppliers[supplier] > 1:
            key = ("supplier", supplier)
        else:
            key = ("alone", str(index))
        groups.setdefault(key, []).append(each)
    for (kind, name), own in groups.items():
        yield DeadlineGroup(state, kind, _group_name(kind, name, own), tuple(own))


def _common(each: UnansweredDeadline, components: Counter[str]) -> str | None:
    """Give its component that most deadlines have, of equals the first by name; None without one."""
    shared = [name for name in each.components if components[name] > 1]
    return min(shared, key=lambda name: (-components[name], name), default=None)


def _supplier(each: UnansweredDeadline) -> str:
    """Give what tells its supplier apart; "" without one."""
    return folded_supplier(each.supplier) if each.supplier else ""


def _group_name(kind: GroupKind, name: str, own: list[UnansweredDeadline]) -> str:
    if kind == "supplier":
        return own[0].supplier or name
    return name if kind == "component" else own[0].subject


def ambition_deadlines(portfolio: Portfolio, today: date) -> Iterator[UnansweredDeadline]:
    """List the wanted ambitions that nothing carries or that are late, as ``analysis.ambitions`` says.

    How much work one is nobody knows: it counts as large.
    """
    for each in member_ambitions(portfolio):
        by = each.ambition.by
        if by is None or each.is_reached or each.ambition.stance != "wanted":
            continue
        rule = _rule(each, is_past=is_past(each.ambition, today))
        calm_day = last_calm_day(portfolio, by.last, "large")
        state = deadline_state(portfolio, today, by.last, calm_day)
        if rule is not None and state is not None:
            yield UnansweredDeadline(
                kind="ambition",
                subject_kind="ambition",
                subject=each.id,
                title=each.ambition.title,
                at=portfolio.at_record(AMBITION.name, each.member, "ambitions", each.name, "by"),
                day=by.last,
                calm_day=calm_day,
                state=state,
                members=(each.member,),
                rule=rule,
                answers=_answers(portfolio, each, by.last),
            )


def _rule(each: MemberAmbition, *, is_past: bool) -> str | None:
    """Name the rule that reports it; None of what is carried in time."""
    if is_past:
        return "stale-ambition"
    if each.state == "not-carried":
        return "unbridged-ambition"
    return "late-for-ambition" if each.is_late else None


def _answers(portfolio: Portfolio, each: MemberAmbition, day: date) -> tuple[Answer, ...]:
    named = (portfolio.initiatives[name] for name in (*each.ids, *each.others))
    return best_first(answer(portfolio, initiative, day) for initiative in named if counts(initiative))
