"""What a report does to the RAG status, in a line for each quantity."""

from collections.abc import Iterator

from icteregie.analysis.rag_status import Agreement, Colours, RagStatus
from icteregie.messages import formats
from icteregie.messages.catalogue import sentence, term
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.period import Moment
from icteregie.portfolio.progress import Colour
from icteregie.reports.report import SignalChange


def signal_lines(change: SignalChange, language: Language) -> Iterator[str]:
    """Say of end, one-off and recurring cost what was agreed, what is foreseen, and which colour that is.

    First against the first baseline, and then, where there is another, against the agreement in force.
    """
    before, after = change.before, change.after
    if before is None or after is None:
        yield sentence(language, "commands/report/no-baseline")
        return
    yield sentence(language, "commands/report/against.baseline", day=after.baseline.since)
    yield from _lines(after.baseline, after, (before.first, after.first), language)
    if after.agreement.source == "rebaseline":
        yield sentence(language, "commands/report/against.agreement", day=after.agreement.since)
        yield from _lines(after.agreement, after, (before.agreed, after.agreed), language)


def _lines(
    agreement: Agreement, now: RagStatus, colours: tuple[Colours, Colours], language: Language
) -> Iterator[str]:
    before, after = colours
    yield _line("end", agreement.end, now.end, (before.time, after.time), language)
    yield _line("one_off", agreement.one_off, now.cost, (before.one_off, after.one_off), language)
    if agreement.recurring is not None or now.recurring is not None:
        recurring = (before.recurring, after.recurring)
        yield _line("recurring", agreement.recurring, now.recurring, recurring, language)


def _line(
    quantity: str,
    agreed: Moment | int | None,
    now: Moment | int | None,
    colours: tuple[Colour | None, Colour | None],
    language: Language,
) -> str:
    before, after = (_colour(each, language) for each in colours)
    return sentence(
        language,
        f"commands/report/signal.{'stays' if before == after else 'turns'}",
        quantity=sentence(language, f"commands/report/quantity.{quantity}"),
        adopted=_written(agreed, language),
        now=_written(now, language),
        before=before,
        after=after,
    )


def _written(value: Moment | int | None, language: Language) -> str:
    if value is None:
        return sentence(language, "commands/report/not-given")
    if isinstance(value, Moment):
        return formats.moment(value, language)
    return formats.euros(value, language)


def _colour(colour: Colour | None, language: Language) -> str:
    return term(language, "colour", colour) if colour else sentence(language, "commands/report/no-colour")
