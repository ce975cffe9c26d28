"""What an initiative is, who asks for it, and why."""

from icteregie.render.show.builder import Section, Writer


def section(writer: Writer) -> Section | None:
    """Tell what and why."""
    one, duty = writer.one, writer.one.obligation
    domains = writer.portfolio.partnership.domains
    domain = domains[one.domain].name if one.domain in domains else one.domain
    participants = writer.portfolio.participants(one)
    facts = (
        writer.fact("summary", one.summary),
        writer.fact("problem", one.problem),
        writer.fact("do_nothing", one.do_nothing),
        writer.fact("submitter", writer.member(one.submitter)),
        writer.fact("sponsor", one.sponsor),
        writer.fact("participants", tuple(map(writer.member, participants))),
        writer.fact("status", one.status, terms="status"),
        writer.fact("steering", one.steering, terms="steering"),
        writer.fact("nature", one.nature, terms="nature"),
        writer.fact("priority", one.priority, terms="priority"),
        writer.fact("obligation", duty.kind if duty else None, terms="obligation"),
        writer.fact("basis", duty.basis if duty else None),
        writer.fact("domain", domain),
        writer.fact("components", _components(writer, one.components)),
        writer.fact("retires", _components(writer, one.retires)),
        writer.fact("ambitions", one.ambitions),
    )
    return writer.section("purpose", facts)


def _components(writer: Writer, names: tuple[str, ...]) -> tuple[str, ...]:
    known = writer.portfolio.partnership.components
    return tuple(known[name].name if name in known else name for name in names)
