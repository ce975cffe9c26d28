"""What an initiative is, who asks for it, and why."""

from collections.abc import Iterator

from icteregie.analysis.obligations import by_deadline
from icteregie.messages import formats
from icteregie.render.ambitions.served import service_words
from icteregie.render.document import Section
from icteregie.render.show.builder import Columns, SectionBuilder
from icteregie.render.tables.table import Data

OBLIGATIONS: Columns = (
    ("obligation", "text", "obligation"),
    ("basis", "text", ""),
    ("deadline", "date", ""),
)
AMBITIONS: Columns = (
    ("ambition", "text", ""),
    ("member", "text", ""),
    ("by", "text", ""),
    ("service", "text", ""),
)

RETIRED: Columns = (
    ("retired_application", "text", ""),
    ("member", "text", ""),
    ("product", "text", ""),
    ("stage", "text", "stage"),
    ("contract_end", "date", ""),
)
ADDED: Columns = (
    ("added_product", "text", ""),
    ("components", "text", ""),
    ("member", "text", ""),
    ("yearly", "euros", ""),
    ("start", "text", ""),
)


def section(builder: SectionBuilder) -> Section | None:
    """Describe what it is and why it is asked for."""
    initiative = builder.initiative
    obligations = by_deadline(initiative.obligation)
    known = {each.ambition.id for each in builder.factsheet.ambitions}
    only = obligations[0] if len(obligations) == 1 else None
    domains = builder.partnership.domains
    domain = domains[initiative.domain].name if initiative.domain in domains else initiative.domain
    facts = (
        builder.fact("summary", initiative.summary),
        builder.fact("problem", initiative.problem),
        builder.fact("do_nothing", initiative.do_nothing),
        builder.fact("submitter", builder.member(initiative.submitter)),
        builder.fact("sponsor", initiative.sponsor),
        builder.fact("participants", tuple(map(builder.member, builder.factsheet.participants))),
        builder.fact("status", initiative.status, terms="status"),
        builder.fact("steering", initiative.steering, terms="steering"),
        builder.fact("nature", initiative.nature, terms="nature"),
        builder.fact("priority", initiative.priority, terms="priority"),
        builder.fact("obligation", only.kind if only else None, terms="obligation"),
        builder.fact("basis", only.basis if only else None),
        builder.fact("domain", domain),
        builder.fact("components", _components(builder, initiative.components)),
        builder.fact("gemma", _gemma(builder, initiative.components)),
        builder.fact("retires", _components(builder, initiative.retires)),
        builder.fact("ambitions", tuple(name for name in initiative.ambitions if name not in known)),
        builder.fact("tags", initiative.tags),
    )
    several = () if only else ((o.kind, o.basis, o.deadline) for o in obligations)
    tables = (
        builder.table(OBLIGATIONS, several),
        builder.table(RETIRED, _retired(builder)),
        builder.table(ADDED, _added(builder)),
        builder.table(AMBITIONS, _ambitions(builder)),
    )
    return builder.section("purpose", facts, tables)


def _ambitions(builder: SectionBuilder) -> Iterator[tuple[Data, ...]]:
    """Name what each member wants of it, by when, and whether it is in time for it."""
    for each in builder.factsheet.ambitions:
        ambition = each.ambition.ambition
        by = formats.moment(ambition.by, builder.language) if ambition.by else None
        member = builder.member(each.ambition.member)
        yield ambition.title, member, by, service_words(each, builder.initiative, builder.language)


def _retired(builder: SectionBuilder) -> Iterator[tuple[Data, ...]]:
    """Name which applications its ``retires`` means, and at which member."""
    for each in builder.factsheet.retired:
        application, contract = each.application, each.application.contract
        end = contract.end if contract else None
        yield each.id, builder.member(each.member), application.product, application.stage, end


def _added(builder: SectionBuilder) -> Iterator[tuple[Data, ...]]:
    """Name what it adds, at which members, for how much a year together, and from when."""
    for addition, members in builder.factsheet.added:
        names = tuple(map(builder.member, members))
        start = formats.moment(addition.start, builder.language) if addition.start else None
        yield addition.product, _components(builder, addition.components), names, addition.yearly, start


def _gemma(builder: SectionBuilder, names: tuple[str, ...]) -> tuple[str, ...]:
    """Give the GEMMA reference components of its components, each by its id."""
    known = builder.partnership.components
    return tuple(f"{known[n].name} ({known[n].gemma})" for n in names if n in known and known[n].gemma)


def _components(builder: SectionBuilder, names: tuple[str, ...]) -> tuple[str, ...]:
    known = builder.partnership.components
    return tuple(known[name].name if name in known else name for name in names)
