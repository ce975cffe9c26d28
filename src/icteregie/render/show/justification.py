"""What an initiative brings to the table, and what the members think of it."""

from collections.abc import Iterator

from icteregie.messages.catalogue import term
from icteregie.portfolio.justification import GROUNDS
from icteregie.render.document import Fact, Section
from icteregie.render.show.builder import Columns, SectionBuilder

VALUES: Columns = (("member", "text", ""), ("value", "number", ""))


def section(builder: SectionBuilder) -> Section | None:
    """Describe its score, experiment, grounds for being late, explanation and standards."""
    initiative, score = builder.initiative, builder.initiative.score
    members = builder.partnership.members
    values = [(builder.member(m), score.value_for(m)) for m in members if score and score.value_for(m)]
    facts = (
        *_risk(builder),
        *_experiment(builder),
        *_grounds(builder),
        builder.fact("route", initiative.late.route if initiative.late else None, terms="route"),
        builder.fact("explain", initiative.explain),
        *_deviations(builder),
        builder.fact("standards", initiative.standards),
        builder.fact("common_ground", initiative.common_ground, terms="common_ground"),
        builder.fact("links", initiative.links),
        builder.fact("dossier", builder.factsheet.dossier),
        *_pieces(builder),
    )
    return builder.section("evidence", facts, (builder.table(VALUES, values),))


def support(builder: SectionBuilder) -> Section | None:
    """Describe each member's position, dissent with its reason."""
    facts = (
        Fact(
            f"{builder.member(name)} ({term(builder.language, 'stance', position.position)})",
            position.because or "",
            key="support",
        )
        for name, position in builder.initiative.support.items()
    )
    return builder.section("support", facts)


def _risk(builder: SectionBuilder) -> Iterator[Fact | None]:
    if (score := builder.initiative.score) is None:
        return
    yield builder.fact("urgency", score.urgency, "number")
    if score.risk is not None:
        yield builder.fact("likelihood", score.risk.likelihood, "number")
        yield builder.fact("impact", score.risk.impact, "number")
        yield builder.fact("measure", score.risk.measure)


def _experiment(builder: SectionBuilder) -> Iterator[Fact | None]:
    if (experiment := builder.initiative.experiment) is None:
        return
    yield builder.fact("learning_goal", experiment.learning_goal)
    yield builder.fact("time_box", experiment.time_box.text)
    yield builder.fact("budget_cap", experiment.budget_cap, "euros")
    yield builder.fact("stop_when", experiment.stop_when)
    bodies = builder.partnership.bodies
    yield builder.fact(
        "decides", bodies[experiment.decides].name if experiment.decides in bodies else experiment.decides
    )
    yield builder.fact("learned", experiment.learned)
    yield builder.fact("scale", experiment.scale, terms="scale")


def _deviations(builder: SectionBuilder) -> Iterator[Fact]:
    """Name each principle that it deviates from, with the reason."""
    principles, label = builder.partnership.principles, builder.heading("deviates")
    for deviation in builder.initiative.deviates:
        yield Fact(f"{label}: {principles.get(deviation.principle, deviation.principle)}", deviation.because)


def _pieces(builder: SectionBuilder) -> Iterator[Fact | None]:
    """Say which pieces of evidence are there, which are missing, and which a dossier may have."""
    known = builder.factsheet.evidence
    kinds = (("present", known.present), ("missing", known.missing), ("unread", known.unknown))
    for kind, pieces in kinds:
        words = tuple(term(builder.language, "piece", piece.name) for piece in pieces)
        yield builder.fact(f"evidence_{kind}", words)


def _grounds(builder: SectionBuilder) -> Iterator[Fact]:
    for name in GROUNDS:
        if text := getattr(builder.initiative.late, name, None):
            yield Fact(term(builder.language, "grounds", name), text)
