"""Ambitions whose last day comes near, or is past, while nothing carries them or what does is late."""

from collections.abc import Iterator
from datetime import date

from icteregie.analysis.ambitions.bridges import MemberAmbition, is_past, member_ambitions
from icteregie.analysis.unanswered.answers import Answer, answer, best_first, counts
from icteregie.analysis.unanswered.calm_days import deadline_state, last_calm_day
from icteregie.analysis.unanswered.deadlines import UnansweredDeadline
from icteregie.portfolio.kinds import AMBITION
from icteregie.portfolio.portfolio import Portfolio


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
