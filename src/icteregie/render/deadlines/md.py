"""The list of unanswered deadlines as Markdown for an issue, cut to what an issue holds."""

from icteregie.diagnostics.ceilings import SUMMARY_BYTES
from icteregie.portfolio.partnership import Language
from icteregie.render.deadlines.document import document
from icteregie.render.writers.md import write
from icteregie.reports.deadlines import DeadlinesReport


def render(report: DeadlinesReport, language: Language) -> str:
    """Write everything that fits, what is furthest gone first; what doesn't is counted."""
    written = write(document(report, language))
    if _fits(written):
        return written
    least, most = 0, len(report.deadlines)
    while most - least > 1:
        middle = (least + most) // 2
        fits = _fits(write(document(report, language, middle)))
        least, most = (middle, most) if fits else (least, middle)
    return write(document(report, language, least))


def _fits(text: str) -> bool:
    return len(text.encode("utf-8", "surrogatepass")) <= SUMMARY_BYTES
