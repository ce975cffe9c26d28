"""Contracts whose notice day comes near, or is past, while no initiative and no decision answers it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from icteregie.analysis.landscape.applications import MemberApplication
from icteregie.analysis.landscape.contract_terms import ContractPosition, position
from icteregie.analysis.unanswered.answers import NamedBy, is_answered
from icteregie.analysis.unanswered.calm_days import deadline_state, last_calm_day, replacement_size
from icteregie.analysis.unanswered.concerned import present_applications
from icteregie.analysis.unanswered.deadlines import ENDED, RULE, Following, UnansweredDeadline
from icteregie.portfolio.kinds import LANDSCAPE
from icteregie.portfolio.landscape import Contract
from icteregie.portfolio.portfolio import Portfolio


def contract_deadlines(portfolio: Portfolio, named_by: NamedBy, today: date) -> Iterator[UnansweredDeadline]:
    """List the contracts of running applications that must be answered, and those that are over.

    An initiative answers it that retires, adds or touches the application or one of its components, or
    that the application names, if the member takes part, it stands on an agenda or runs, and it ends by
    the notice day that is to come. What the contract says was decided answers its own end.
    """
    for each in present_applications(portfolio, today):
        contract = each.application.contract
        if contract is None or is_decided(contract, today):
            continue
        where = position(contract, today)
        answers = named_by.answers(
            (each.id, *each.application.components),
            (each.member,),
            where.term.notice_day,
            each.application.initiative,
        )
        if where.is_ended or not is_answered(answers):
            deadline = _deadline(portfolio, each, where, today)
            if deadline is not None:
                yield replace(deadline, answers=answers)


def is_decided(contract: Contract, today: date) -> bool:
    """Whether it was decided what happens at its end, and that isn't past."""
    return contract.decided is not None and today <= contract.end


def _deadline(
    portfolio: Portfolio, each: MemberApplication, where: ContractPosition, today: date
) -> UnansweredDeadline | None:
    term = where.missed or where.term
    application = each.application
    size = replacement_size(application.yearly, portfolio.partnership.thresholds)
    calm_day = last_calm_day(portfolio, term.notice_day, size)
    state = deadline_state(portfolio, today, term.notice_day, calm_day)
    if state is None:
        return None
    following = None
    if where.missed is not None:
        next_calm_day = last_calm_day(portfolio, where.term.notice_day, size)
        is_passed = next_calm_day < today
        following = Following(where.term.end, where.term.notice_day, next_calm_day, is_passed)
    return UnansweredDeadline(
        kind="contract",
        subject_kind="application",
        subject=each.id,
        title=application.product,
        at=portfolio.at_record(LANDSCAPE.name, each.file, *each.keys, "contract", "end"),
        day=term.notice_day,
        calm_day=calm_day,
        state=state,
        members=(each.member,),
        rule=ENDED if where.is_ended else RULE,
        supplier=application.supplier,
        components=application.components,
        end=term.end,
        prolonged_from=where.prolonged_from if following is None else None,
        following=following,
    )


def ended_contracts(portfolio: Portfolio, today: date) -> Iterator[tuple[MemberApplication, date]]:
    """List the running applications whose contract is over, with its last day, which is in time itself."""
    for each in present_applications(portfolio, today):
        contract = each.application.contract
        where = position(contract, today) if contract is not None else None
        if where is not None and where.is_ended:
            yield each, where.term.end
