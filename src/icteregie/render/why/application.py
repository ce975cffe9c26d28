"""The explanation of an application: as a document, and for programs."""

from typing import Any

from icteregie.escape.json import json_document
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.render.deadlines.application import deadline_data, deadline_items
from icteregie.render.document import Block, Document, ItemList, Paragraph, Section
from icteregie.render.why.document import finding_item
from icteregie.render.why.json import VERSION, finding_data
from icteregie.render.writers.text import write
from icteregie.reports.why_application import WhyApplicationReport


def text(report: WhyApplicationReport, language: Language) -> str:
    """Write findings, and deadlines with who answers them."""
    here, each = report.basis.here, report.each
    findings = tuple(finding_item(finding, here, language) for finding in report.findings)
    nothing = Paragraph(sentence(language, "commands/why/none.findings"))
    deadlines = tuple(deadline_items(each, report.deadlines, language))
    sections = (
        _section("findings", ItemList(findings) if findings else nothing, language),
        _section("deadlines", ItemList(deadlines), language),
    )
    return write(
        Document(each.application.product, f"{each.id} · {here.path(report.file)}", sections=sections)
    )


def json(report: WhyApplicationReport, language: Language) -> str:
    """Write everything as data; ``version`` is that of the explanation of an initiative."""
    data: dict[str, Any] = {
        "version": VERSION,
        "id": report.each.id,
        "file": report.file,
        "readable": True,
        "findings": [finding_data(finding, report.basis.here, language) for finding in report.findings],
        "deadlines": [deadline_data(deadline) for deadline in report.deadlines],
    }
    return json_document(data)


def _section(name: str, block: Block, language: Language) -> Section:
    return Section(sentence(language, f"commands/why/heading.{name}"), (block,))
