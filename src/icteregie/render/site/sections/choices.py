"""What must be chosen: each way out with what it changes, and what else has to be settled."""

from dataclasses import dataclass

from icteregie.render.site.bars import Mark, bar
from icteregie.render.site.html import Safe
from icteregie.render.site.names import choice_name, decision, link, obliged, option
from icteregie.render.site.section import Section
from icteregie.render.site.words import Words
from icteregie.reports.agenda.decisions import Decision
from icteregie.reports.agenda.option_rows import ChoiceRows, OptionRow
from icteregie.reports.agenda.view import AgendaReport
from icteregie.reports.site.view import SiteReport

_SETTLED = ("short-", "missed-", "twins-", "join-", "late-short-")


@dataclass(frozen=True, slots=True)
class ShownOption:
    """One way out: what it is called, what it changes, and where that lies between the others."""

    label: str
    does: Safe
    total: Safe
    own: Safe
    one_off: Safe
    recurring: Safe
    later: Safe
    shares: tuple[tuple[int, str, Safe], ...]
    drawing: Safe
    waiting: tuple[Safe, ...]
    obliged: tuple[Safe, ...]


@dataclass(frozen=True, slots=True)
class ChoiceCard:
    """A choice with its options out; ``why`` is what a declared conflict says."""

    letter: str
    heading: Safe
    why: str
    options: tuple[ShownOption, ...]
    more: int


def section(report: SiteReport, words: Words) -> Section:
    """Put a card for every choice, and a point for all else that is to be settled."""
    agenda, short = report.agenda, words("short.choices")
    settle = _settled(words, agenda) if agenda else ()
    if agenda is None or not (agenda.page.rows or settle):
        return Section("choices", short, words("heading.choices-none"), {}, words("empty.choices"))
    cards = tuple(_card(report, words, rows) for rows in agenda.page.rows)
    points = words("choices.points", count=len(settle))
    name = "choices" if cards and settle else "choices-only" if cards else "choices-settle"
    heading = words(f"heading.{name}", count=len(cards) or len(settle), points=points)
    values = {
        "cards": cards,
        "settle": settle,
        "year": agenda.year,
        "later_year": agenda.page.later_year,
        "support": _support(report, words, agenda),
    }
    return Section("choices", short, heading, values)


def to_settle(agenda: AgendaReport) -> tuple[Decision, ...]:
    """List the decisions that are no choice between options: what is to be settled beside these."""
    return tuple(each for each in agenda.decisions if each.name.startswith(_SETTLED))


def _settled(words: Words, agenda: AgendaReport) -> tuple[Safe, ...]:
    return tuple(decision(words, each) for each in to_settle(agenda))


def _card(report: SiteReport, words: Words, rows: ChoiceRows) -> ChoiceCard:
    titles = tuple(report.names.get(name, name) for name in (*rows.choice.ids, *rows.choice.elsewhere))
    totals = [row.effect.total for row in rows.rows]
    low, high = min([0, *totals]), max([0, *totals])
    options = tuple(
        _option(report, words, row, f"{rows.letter}{number}", (low, high))
        for number, row in enumerate(rows.rows, 1)
    )
    heading = words(f"choice.{choice_name(rows.choice)}", titles=titles, letter=rows.letter)
    return ChoiceCard(rows.letter, heading, rows.choice.why, options, rows.more)


def _option(
    report: SiteReport, words: Words, row: OptionRow, label: str, ends: tuple[int, int]
) -> ShownOption:
    low, high = ends
    names = [member.name for member in report.partnership.members.values()]
    unknown = words("not-given")
    effect = row.effect
    return ShownOption(
        label,
        option(report, words, row),
        _difference(words, row),
        _own(words, row),
        unknown if row.is_unknown else words.signed(effect.one_off),
        unknown if row.is_unknown else words.signed(effect.recurring),
        words.euros(row.later),
        tuple(
            (number, name, unknown if row.is_unknown else words.signed(share))
            for number, (name, share) in enumerate(zip(names, row.shares, strict=True))
        ),
        bar([], high - low, [Mark("line", -low, kind="zero"), Mark("dot", effect.total - low)], "axis"),
        tuple(
            words(
                "choice.waiting",
                title=link(report, each.id),
                amount=words.euros(each.amount),
                year=report.year,
            )
            for each in row.waiting
        ),
        tuple(obliged(report, words, each) for each in row.obliged),
    )


def _difference(words: Words, row: OptionRow) -> Safe:
    """Say what the whole list costs less or more with this option, so that it isn't taken for its price."""
    if row.is_unknown:
        return words("choice.unknown")
    total = row.effect.total
    name = "less" if total < 0 else "more" if total else "same"
    return words(f"choice.{name}", amount=words.euros(abs(total)))


def _own(words: Words, row: OptionRow) -> Safe:
    """Say what those cost that stay with this option; "" where it keeps nothing, or nobody gave a cost."""
    return words("choice.own", amount=words.euros(row.own)) if row.own else Safe("")


def _support(report: SiteReport, words: Words, agenda: AgendaReport) -> tuple[tuple[Safe, str, str], ...]:
    """Name who are for and against what is in a choice or disputed."""
    return tuple(
        (link(report, each.initiative.id), words.row(each.pro) or "–", words.row(each.contra) or "–")
        for each in agenda.page.support
    )
