"""What must be chosen: each way out with what it changes, and what else has to be settled."""

from dataclasses import dataclass

from icteregie.render.site.bars import Mark, bar
from icteregie.render.site.html import Safe
from icteregie.render.site.names import decision, link, links, obliged, option
from icteregie.render.site.section import Section
from icteregie.render.site.words import Words
from icteregie.reports.agenda.decisions import Decision
from icteregie.reports.agenda.option_rows import ChoiceRows, OptionRow
from icteregie.reports.agenda.view import AgendaReport
from icteregie.reports.site.view import SiteReport

_SETTLED = ("short-", "missed-", "twins-", "join-", "late-short-")


@dataclass(frozen=True, slots=True)
class ShownOption:
    """One way out: what it is called, what it costs against the first, and where that lies."""

    label: str
    does: Safe
    total: Safe
    own: Safe
    one_off: Safe
    recurring: Safe
    later: tuple[tuple[int, Safe], ...]
    shares: tuple[tuple[int, str, Safe], ...]
    drawing: Safe
    waiting: tuple[Safe, ...]
    obliged: tuple[Safe, ...]
    leaves_out: Safe


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
    owns = [row.own for row in rows.rows]
    low, high = min([0, *owns]), max([0, *owns])
    options = tuple(
        _option(report, words, rows, number, (low, high)) for number in range(1, len(rows.rows) + 1)
    )
    heading = words(f"choice.{rows.kind}", titles=titles, letter=rows.letter)
    return ChoiceCard(rows.letter, heading, rows.choice.why, options, rows.more)


def _option(
    report: SiteReport, words: Words, rows: ChoiceRows, number: int, ends: tuple[int, int]
) -> ShownOption:
    row, first, (low, high) = rows.rows[number - 1], rows.rows[0], ends
    agenda = report.agenda
    names = [member.name for member in report.partnership.members.values()]
    effect = row.effect

    def cost(amount: int | None) -> Safe:
        if row.is_unknown or amount is None:
            return words("not-given")
        return words.euros(amount) if number == 1 else words.signed(amount)

    years = agenda.page.later_years if agenda else ()
    return ShownOption(
        f"{rows.letter}{number}",
        option(report, words, row),
        _first(words, row, report.year) if number == 1 else _difference(words, row, rows.letter, report.year),
        _own(words, row) if number > 1 else Safe(""),
        cost(effect.one_off),
        cost(effect.recurring),
        tuple((year, cost(amount)) for year, amount in zip(years, row.later, strict=True)),
        tuple((n, name, cost(share)) for n, (name, share) in enumerate(zip(names, row.shares, strict=True))),
        bar([], high - low, [Mark("line", first.own - low, kind="zero"), Mark("dot", row.own - low)], "axis"),
        tuple(
            words(
                "choice.waiting",
                title=link(report, each.id),
                amount=words.euros(each.amount),
                year=report.year,
            )
            for each in row.waiting
        ),
        tuple(obliged(report, words, row)),
        _leaves_out(report, words, row),
    )


def _leaves_out(report: SiteReport, words: Words, row: OptionRow) -> Safe:
    """Name what it takes off, of a choice between initiatives; of who came late its name says it."""
    if not row.option.dropped or not row.option.kept:
        return Safe("")
    return words("choice.leaves-out", titles=links(report, words, row.option.dropped))


def _first(words: Words, row: OptionRow, year: int | None) -> Safe:
    """Say what the first option costs, with which the others are compared."""
    if row.is_unknown:
        return words("choice.unknown-own")
    return words("choice.first", amount=words.euros(row.own), year=year)


def _difference(words: Words, row: OptionRow, letter: str, year: int | None) -> Safe:
    """Say what an option costs less or more than the first; what then comes by another route isn't saved."""
    first = Safe(f"{letter}1")
    if row.is_unknown:
        return words("choice.unknown", first=first)
    total = row.effect.total
    name = "less" if total < 0 else "more" if total else "same"
    if total < 0 and any(each.remains == "other-route" for each in row.obliged):
        name = "less-here"
    return words(f"choice.{name}", amount=words.euros(abs(total)), first=first, year=year)


def _own(words: Words, row: OptionRow) -> Safe:
    """Say what those cost that stay with this option; "" where it keeps nothing, or nobody gave a cost."""
    return words("choice.own", amount=words.euros(row.own)) if row.own else Safe("")


def _support(report: SiteReport, words: Words, agenda: AgendaReport) -> tuple[tuple[Safe, str, str], ...]:
    """Name who are for and against what is in a choice or disputed."""
    return tuple(
        (link(report, each.initiative.id), words.row(each.pro) or "–", words.row(each.contra) or "–")
        for each in agenda.page.support
    )
