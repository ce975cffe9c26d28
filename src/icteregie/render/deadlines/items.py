"""Unanswered deadlines for people: what ends when, by when to bring something in, and who names it."""

from collections.abc import Iterable, Iterator

from icteregie.analysis.unanswered.deadlines import ENDED, UnansweredDeadline
from icteregie.analysis.unanswered.listed import DeadlineGroup, grouped
from icteregie.diagnostics.types import Value
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.document import Block, Item, ItemList, Paragraph


def deadline_blocks(
    portfolio: Portfolio, deadlines: Iterable[UnansweredDeadline], language: Language, mark: str = ""
) -> Iterator[Block]:
    """Give a line for each state, with a list below it; what can be answered together stands together."""
    by_state: dict[str, list[Item]] = {}
    for group in grouped(deadlines):
        by_state.setdefault(group.state, []).extend(_group_items(portfolio, group, language, mark))
    for state, items in by_state.items():
        yield Paragraph(sentence(language, f"deadlines/states.{state}"), "strong")
        yield ItemList(tuple(items))


def _group_items(portfolio: Portfolio, group: DeadlineGroup, language: Language, mark: str) -> Iterator[Item]:
    depth = 1
    if group.kind != "alone":
        depth = 2
        yield Item(sentence(language, f"deadlines/groups.{group.kind}", name=group_name(portfolio, group)))
    for each in group.deadlines:
        text = deadline_text(portfolio, each, language)
        yield Item(f"{mark}{text}", depth, tuple(details(each, language)))


def group_name(portfolio: Portfolio, group: DeadlineGroup) -> str:
    """Give the name of what the deadlines of a group have in common."""
    component = portfolio.partnership.components.get(group.name)
    return component.name if group.kind == "component" and component else group.name


def deadline_text(portfolio: Portfolio, each: UnansweredDeadline, language: Language) -> str:
    """Say what ends when, and of whom."""
    return sentence(language, f"deadlines/lines.{line_name(each)}", **line_values(portfolio, each))


def line_values(portfolio: Portfolio, each: UnansweredDeadline) -> dict[str, Value]:
    """Give what the line of a deadline names."""
    title = f"{each.title} ({each.subject})" if each.subject_kind == "initiative" else each.title
    return {
        "title": title,
        "members": tuple(map(portfolio.partnership.member_name, each.members)),
        "day": each.day,
        "end": each.end or each.day,
        "basis": each.basis,
        "next_end": each.following.end if each.following else each.day,
        "next_day": each.following.notice_day if each.following else each.day,
    }


def line_name(each: UnansweredDeadline) -> str:
    """Name the sentence that says a deadline."""
    if each.rule == ENDED:
        return ENDED
    if each.following is not None:
        return "contract-prolonged"
    is_passed = each.state == "notice-day-passed"
    if each.subject_kind == "initiative":
        return "external" if each.kind == "external" else "obligation"
    name = "component" if each.subject_kind == "component" else each.kind
    return f"{name}-passed" if is_passed else name


def details(each: UnansweredDeadline, language: Language) -> Iterator[str]:
    """Say by when to bring in what must meet it, and who names it."""
    if each.basis and each.kind != "external":
        yield each.basis
    if each.rule != ENDED:
        name = "passed" if each.is_passed else "open"
        yield sentence(language, f"deadlines/calm-day.{name}", day=each.last_day)
    if answer := answer_text(each, language):
        yield answer


def answer_text(each: UnansweredDeadline, language: Language) -> str:
    """Say who answers it too late, or else who only names it; "" where nobody does."""
    if each.subject_kind == "initiative":
        return ""
    if each.too_late is not None and each.too_late.end is not None:
        return sentence(language, "deadlines/answer.too-late", by=each.too_late.id, ends=each.too_late.end)
    if not each.named:
        return ""
    verdicts = tuple(dict.fromkeys(answer.verdict for answer in each.named))
    names = tuple(answer.id for answer in each.named)
    return sentence(language, "deadlines/answer.named", by=names, verdicts=verdicts)
