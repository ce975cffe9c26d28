"""What an initiative is, who asks for it, and why."""

from icteregie.render.document import Section
from icteregie.render.show.builder import SectionBuilder


def section(builder: SectionBuilder) -> Section | None:
    """Describe what it is and why it is asked for."""
    initiative, obligation = builder.initiative, builder.initiative.obligation
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
        builder.fact("obligation", obligation.kind if obligation else None, terms="obligation"),
        builder.fact("basis", obligation.basis if obligation else None),
        builder.fact("domain", domain),
        builder.fact("components", _components(builder, initiative.components)),
        builder.fact("retires", _components(builder, initiative.retires)),
        builder.fact("ambitions", initiative.ambitions),
        builder.fact("tags", initiative.tags),
    )
    return builder.section("purpose", facts)


def _components(builder: SectionBuilder, names: tuple[str, ...]) -> tuple[str, ...]:
    known = builder.partnership.components
    return tuple(known[name].name if name in known else name for name in names)
