"""What directors are asked to decide, in the order of the choices and by the meeting that decides it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from icteregie.analysis.choices.kinds import Choice
from icteregie.analysis.choices.shortages import Shortage
from icteregie.analysis.choices.ties import Ties
from icteregie.analysis.standing.standing import running_in
from icteregie.analysis.standing.statuses import is_given_up, names_agenda
from icteregie.diagnostics.types import Value
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.not_listed import LeftOut
from icteregie.reports.agenda.option_rows import ChoiceRows
from icteregie.reports.agenda.page_one import MOST_CHOICES, MOST_SETTLED, PageOne
from icteregie.reports.agenda.with_titles import display_names


@dataclass(frozen=True, slots=True)
class Decision:
    """One numbered decision: the name of its sentence, and the values that it tells.

    ``is_late`` when it is for the late meeting. ``also`` names the sentences that follow in the same item.
    """

    name: str
    values: dict[str, Value] = field(default_factory=dict)
    is_late: bool = False
    also: "tuple[Decision, ...]" = ()


def decisions(
    portfolio: Portfolio, page: PageOne, left_out: tuple[LeftOut, ...], out_of_plan: tuple[str, ...] = ()
) -> tuple[Decision, ...]:
    """List the decisions: to adopt and pay, to choose, to settle, to take note; then what is for later.

    ``out_of_plan`` are the titles of those that the plan leaves out, where the proposal follows one.
    """
    names = display_names(portfolio)
    every = (
        *_adopt(page),
        *_choose(page, names),
        *_shortages(page, portfolio),
        *_settle(page, names),
        *_late(page, names),
        *_twins(page, names),
        *_note(portfolio, page, left_out, out_of_plan),
    )
    return tuple(sorted(every, key=lambda decision: decision.is_late))


def _year(page: PageOne) -> int:
    return page.choices.effects.ties.year


def _adopt(page: PageOne) -> Iterator[Decision]:
    """Adopt what is asked now; to an adopted agenda only what may not be refused by a choice is added."""
    ties = page.choices.effects.ties
    undecided = [name for name in page.choices.asked if name in ties.undecided]
    if not undecided:
        return
    letters = tuple(rows.letter for rows in page.rows if not _is_for_late(page, rows.choice))
    values: dict[str, Value] = {"year": ties.year, "count": len(undecided), "letters": letters}
    has_choices = any(not _is_for_late(page, rows.choice) for rows in _tied(page))
    if has_choices or not page.decided or not _is_past(ties):
        yield Decision(_adopt_name(len(letters)), values)
    elif unconditional := [name for name in undecided if name not in ties.late]:
        yield Decision("complete", {"year": ties.year, "count": len(unconditional)})
    yield Decision("pay", {"year": ties.year})


def _is_past(ties: Ties) -> bool:
    """Whether the first decision was taken, so that what is still asked completes the agenda."""
    day, agenda = ties.portfolio.day, ties.portfolio.agenda(ties.year)
    return day is not None and agenda is not None and day > agenda.decision


def _adopt_name(choices: int) -> str:
    if choices > MOST_CHOICES:
        return "adopt-with-many-choices"
    return ("adopt", "adopt-with-choice", "adopt-with-choices")[min(choices, 2)]


def _choose(page: PageOne, names: Mapping[str, str]) -> Iterator[Decision]:
    tied = _tied(page)
    for rows in tied[:MOST_CHOICES]:
        yield _choice(rows, names, is_late=_is_for_late(page, rows.choice))
    if len(tied) > MOST_CHOICES:
        yield Decision("choose-others", {"count": len(tied) - MOST_CHOICES})


def _tied(page: PageOne) -> list[ChoiceRows]:
    return [rows for rows in page.rows if rows.choice.kind != "late"]


def _is_for_late(page: PageOne, choice: Choice) -> bool:
    """Whether nothing is left to choose without those that are reserved for the late meeting."""
    if choice.kind == "late":
        return bool(page.choices.reserved)
    ties = page.choices.effects.ties
    left = {*choice.ids, *choice.elsewhere} - set(page.choices.reserved)
    return not any(pair <= left for pair in (*ties.alternatives, *ties.conflicts))


def _choice(rows: ChoiceRows, names: Mapping[str, str], *, is_late: bool) -> Decision:
    choice = rows.choice
    values: dict[str, Value] = {
        "letter": rows.letter,
        "titles": _titles((*choice.ids, *choice.elsewhere), names),
        "why": choice.why,
    }
    return Decision(_choice_name(choice), values, is_late)


def _choice_name(choice: Choice) -> str:
    if choice.kind == "alternatives" and choice.elsewhere:
        return "alternatives-elsewhere"
    return choice.kind


def _titles(ids: tuple[str, ...], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(names.get(name, name) for name in ids)


def _shortages(page: PageOne, portfolio: Portfolio) -> Iterator[Decision]:
    for shortage in page.choices.shortages:
        if shortage.is_open:
            name = f"short-{shortage.kind}{_how_often(shortage)}"
            reserved = page.choices.also_reserved(shortage)
            also = (_with_reserved(shortage, reserved, portfolio),) if reserved else ()
            yield Decision(name, _short(shortage, portfolio), also=also)


def _with_reserved(shortage: Shortage, reserved: Shortage, portfolio: Portfolio) -> Decision:
    """Say what becomes of a shortage with the reserved ones: the tables of page one count these too."""
    values, often = _short(reserved, portfolio), _how_often(reserved)
    if shortage.kind != "hours":
        return Decision(f"reserved{often}", values)
    if often == "-always" and reserved.most == shortage.most:
        return Decision("reserved-hours-same", values)
    return Decision(f"reserved-hours{often}", values)


def _how_often(shortage: Shortage) -> str:
    if shortage.of == 1:
        return ""
    if shortage.asked.least > shortage.limit:
        return "-always"
    return "-at-most" if shortage.of is None else "-sometimes"


def _short(shortage: Shortage, portfolio: Portfolio) -> dict[str, Value]:
    return {
        "excess": shortage.most,
        "year": shortage.year,
        "short": shortage.short_in or 0,
        "of": shortage.of or 0,
        "team": portfolio.partnership.teams.get(shortage.team, shortage.team),
        "quarter": shortage.quarter,
    }


def _settle(page: PageOne, names: Mapping[str, str]) -> Iterator[Decision]:
    missed = page.choices.missed
    for each in missed[:MOST_SETTLED]:
        title = names.get(each.id, each.id)
        yield Decision("missed-deadline", {"title": title, "deadline": each.deadline, "end": each.end})
    if len(missed) > MOST_SETTLED:
        yield Decision("missed-others", {"count": len(missed) - MOST_SETTLED})
    alike = [row.twins for row in page.twins if row.twins.effect is None]
    for twins in alike[:MOST_SETTLED]:
        values: dict[str, Value] = {"titles": _titles(twins.ids, names), "on": names.get(twins.on, twins.on)}
        yield Decision("twins-to-settle", values)
    if len(alike) > MOST_SETTLED:
        yield Decision("twins-others", {"count": len(alike) - MOST_SETTLED})


def _late(page: PageOne, names: Mapping[str, str]) -> Iterator[Decision]:
    """Ask whether late ones are admitted; of those that can't be refused only by which route they come."""
    late = [rows for rows in page.rows if rows.choice.kind == "late"]
    is_reserved = bool(page.choices.reserved)
    free = [rows for rows in late if not rows.choice.is_of_route]
    if free:
        name = "admit-late-now" if not is_reserved else "admit-late" if len(free) == 1 else "admit-late-more"
        yield Decision(name, _lates(free, names), is_late=is_reserved)
    bound = [rows for rows in late if rows.choice.is_of_route]
    if bound:
        yield Decision(
            f"route-late{'' if is_reserved else '-now'}", _lates(bound, names), is_late=is_reserved
        )
    if late:
        for shortage in page.choices.late_shortages:
            yield Decision(f"late-short-{shortage.kind}", {"excess": shortage.most}, is_late=is_reserved)


def _lates(late: list[ChoiceRows], names: Mapping[str, str]) -> dict[str, Value]:
    titles = _titles(tuple(name for rows in late for name in rows.choice.ids), names)
    return {"letters": tuple(rows.letter for rows in late), "titles": titles, "count": len(titles)}


def _twins(page: PageOne, names: Mapping[str, str]) -> Iterator[Decision]:
    joined = [row.twins for row in page.twins if row.twins.effect is not None]
    for twins in joined[:MOST_SETTLED]:
        yield Decision("join-twins", {"titles": _titles(twins.ids, names)})
    if len(joined) > MOST_SETTLED:
        yield Decision("twins-others", {"count": len(joined) - MOST_SETTLED})


def _note(
    portfolio: Portfolio, page: PageOne, left_out: tuple[LeftOut, ...], out_of_plan: tuple[str, ...]
) -> Iterator[Decision]:
    year = _year(page)
    asked = out_of_plan + tuple(
        out.initiative.title
        for out in left_out
        if out.standing == "other-route" or (out.standing == "ended" and is_given_up(out.initiative))
    )
    if asked:
        yield Decision("leave-out", {"titles": asked, "year": year})
    running = running_in(portfolio, year)
    over = sum(names_agenda(initiative, year) for initiative in running)
    if len(running) > over:
        yield Decision("carry-over", {"count": len(running) - over, "year": year})
    if over:
        yield Decision("over", {"count": over, "year": year})
