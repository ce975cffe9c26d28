"""The deadlines of one application, for people and for programs: the day, its state, and who answers it."""

from collections.abc import Iterator
from typing import Any

from icteregie.analysis.landscape.applications import MemberApplication
from icteregie.analysis.unanswered.answers import Answer, is_answered
from icteregie.diagnostics.types import Value
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.render.document import Item
from icteregie.reports.application_deadlines import ApplicationDeadline


def deadline_items(
    each: MemberApplication, deadlines: tuple[ApplicationDeadline, ...], language: Language
) -> Iterator[Item]:
    """Say each deadline with what it rests on, or why there is none."""
    application = each.application
    if not each.is_running:
        yield Item(_text(language, "not-running", stage=application.stage))
        return
    if application.contract is None:
        yield Item(_text(language, "no-contract"))
    for deadline in deadlines:
        yield Item(_line(deadline, language), details=tuple(_details(each, deadline, language)))


def deadline_data(deadline: ApplicationDeadline) -> dict[str, Any]:
    """Write one deadline as data: ISO days, null for what there isn't."""
    return {
        "kind": deadline.kind,
        "deadline": deadline.day.isoformat(),
        "end": deadline.end.isoformat(),
        "last_day": deadline.calm_day.isoformat(),
        "state": deadline.state,
        "missed": deadline.missed.isoformat() if deadline.missed else None,
        "ended": deadline.is_ended,
        "decided": deadline.is_decided,
        "answered": deadline.is_decided or is_answered(deadline.answers),
        "answers": [
            {
                "id": answer.id,
                "verdict": answer.verdict,
                "end": answer.end.isoformat() if answer.end else None,
            }
            for answer in deadline.answers
        ],
    }


def _text(language: Language, name: str, /, **values: Value) -> str:
    return sentence(language, f"deadlines/application.{name}", **values)


def _line(deadline: ApplicationDeadline, language: Language) -> str:
    if deadline.is_ended:
        return _text(language, "ended", end=deadline.end)
    return _text(language, deadline.kind, day=deadline.day, end=deadline.end)


def _details(each: MemberApplication, deadline: ApplicationDeadline, language: Language) -> Iterator[str]:
    contract = each.application.contract
    if deadline.missed is not None:
        yield _text(language, "missed", day=deadline.missed)
    if deadline.is_decided and deadline.kind == "contract" and contract and contract.decided:
        yield _text(language, "decided", decided=contract.decided, because=contract.because or "")
    elif not deadline.is_ended and not is_answered(deadline.answers):
        yield from _state(deadline, language)
    for answer in deadline.answers:
        yield _answer(answer, language)
    if not deadline.answers and not deadline.is_decided:
        yield _text(language, "nobody")


def _state(deadline: ApplicationDeadline, language: Language) -> Iterator[str]:
    is_passed = deadline.state in ("calm-day-passed", "notice-day-passed")
    yield sentence(language, f"deadlines/calm-day.{'passed' if is_passed else 'open'}", day=deadline.calm_day)
    if deadline.state is None:
        yield _text(language, "not-yet", day=deadline.reported_on)
    else:
        yield f"{sentence(language, f'deadlines/states.{deadline.state}')}."


def _answer(answer: Answer, language: Language) -> str:
    if answer.end is not None and answer.verdict in ("in-time", "too-late"):
        return _text(language, answer.verdict, by=answer.id, ends=answer.end)
    return _text(language, "named", by=answer.id, verdict=answer.verdict)
