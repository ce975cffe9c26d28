"""Ambitions as a document: what is carried, what carries nothing, what clashes, and what could be shared."""

from collections.abc import Iterator

from icteregie.analysis.ambitions.bridges import MemberAmbition
from icteregie.analysis.ambitions.gaps import Chance, Clash
from icteregie.messages import formats
from icteregie.portfolio.partnership import Language
from icteregie.render.ambitions.rows import ambition_table, matrix, words
from icteregie.render.document import Block, Document, Item, ItemList, Paragraph, Section
from icteregie.reports.ambitions import AmbitionsReport


def document(report: AmbitionsReport, language: Language) -> Document:
    """Put all of it below each other; what there is nothing of is left out."""
    sections = (
        ("ambitions", ambition_table(report, language) if report.ambitions else None),
        ("initiatives", matrix(report, language) if report.carriers and report.members else None),
        ("unasked", _unasked(report)),
        ("clashes", _clashes(report, language)),
        ("chances", _chances(report, language)),
    )
    return Document(
        words(language, "title-of", year=report.year) if report.year else words(language, "title"),
        blocks=tuple(map(Paragraph, summary(report, language))),
        sections=tuple(
            Section(words(language, f"section.{name}"), _with_legend(name, block, language))
            for name, block in sections
            if block is not None
        ),
    )


def _with_legend(name: str, block: Block, language: Language) -> tuple[Block, ...]:
    return (Paragraph(words(language, "legend")), block) if name == "initiatives" else (block,)


def summary(report: AmbitionsReport, language: Language) -> Iterator[str]:
    """Say in one sentence how many are carried and how many aren't, and who has no file."""
    if report.ambitions:
        yield words(
            language,
            "summary" if len(report.ambitions) > 1 else "summary-one",
            count=len(report.ambitions),
            carried=report.count("carried"),
            late=report.count("late"),
            missing=report.count("not-carried"),
            reached=report.count("reached"),
            local=report.count("local"),
            parked=report.count("parked"),
        )
    if report.without:
        names = tuple(map(report.basis.portfolio.partnership.member_name, report.without))
        yield words(language, "without", members=names)


def _unasked(report: AmbitionsReport) -> Block | None:
    titles = [Item(each.initiative.title) for each in report.carriers if each.is_unasked]
    return ItemList(tuple(titles)) if titles else None


def _clashes(report: AmbitionsReport, language: Language) -> Block | None:
    items = tuple(Item(_clash(report, each, language)) for each in report.clashes)
    return ItemList(items) if items else None


def _clash(report: AmbitionsReport, clash: Clash, language: Language) -> str:
    first, second = (_wanted(report, each, language) for each in (clash.first, clash.second))
    return words(language, "clash-asked" if clash.is_asked else "clash", first=first, second=second)


def _chances(report: AmbitionsReport, language: Language) -> Block | None:
    items = tuple(Item(_chance(report, each, language)) for each in report.chances)
    return ItemList(items) if items else None


def _chance(report: AmbitionsReport, chance: Chance, language: Language) -> str:
    domains = report.basis.portfolio.partnership.domains
    domain = domains[chance.domain].name if chance.domain in domains else chance.domain
    wanted = "; ".join(_wanted(report, each, language) for each in chance.ambitions)
    return words(language, "chance", domain=domain, wanted=wanted)


def _wanted(report: AmbitionsReport, each: MemberAmbition, language: Language) -> str:
    """Say who wants what, and by when."""
    member, by = report.basis.portfolio.partnership.member_name(each.member), each.ambition.by
    if by is None:
        return words(language, "wanted", member=member, title=each.ambition.title)
    return words(
        language, "wanted-by", member=member, title=each.ambition.title, by=formats.moment(by, language)
    )
