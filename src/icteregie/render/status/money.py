"""What was agreed, what is foreseen and what was spent in a few sentences, with what they leave out."""

from collections.abc import Iterator, Sequence

from icteregie.portfolio.partnership import Language
from icteregie.render.status.rows import words
from icteregie.reports.status import StatusReport, StatusRow


def money_lines(report: StatusReport, language: Language) -> Iterator[str]:
    """Say the sums of the one-off cost, and then what is not in them."""
    sums = report.totals()
    yield words(
        language,
        "report.money-line",
        agreed=sums.agreed,
        now=sums.foreseen,
        difference=sums.foreseen - sums.agreed,
        spent=sums.spent,
    )
    if sums.no_baseline:
        yield _left_out("money-no-baseline", sums.no_baseline, language, extra=sums.extra)
    if sums.unknown:
        yield _left_out("money-unknown", sums.unknown, language)
    unknown = tuple(row for row in report.rows if row.foreseen.spent is None)
    if unknown:
        yield _left_out("spent-unknown", unknown, language)


def _left_out(name: str, rows: Sequence[StatusRow], language: Language, **amounts: int) -> str:
    titles = tuple(row.initiative.title for row in rows)
    return words(language, f"report.{name}", count=len(titles), titles=titles, **amounts)
