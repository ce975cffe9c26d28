"""What an initiative brings to the table, and what the members think of it."""

from collections.abc import Iterator

from icteregie.messages.catalogue import term
from icteregie.portfolio.justification import GROUNDS
from icteregie.render.show.builder import Columns, Fact, Section, Writer

VALUES: Columns = (("member", "text", ""), ("value", "number", ""))


def section(writer: Writer) -> Section | None:
    """Tell its score, experiment, grounds for being late, explanation and standards."""
    one, score = writer.one, writer.one.score
    members = writer.portfolio.partnership.members
    values = [(writer.member(m), score.value_for(m)) for m in members if score and score.value_for(m)]
    facts = (
        *_risk(writer),
        *_experiment(writer),
        *_grounds(writer),
        writer.fact("route", one.late.route if one.late else None, terms="route"),
        writer.fact("explain", one.explain),
        writer.fact("standards", one.standards),
        writer.fact("common_ground", one.common_ground, terms="common_ground"),
        writer.fact("links", one.links),
    )
    return writer.section("evidence", facts, (writer.table(VALUES, values),))


def support(writer: Writer) -> Section | None:
    """Tell each member's position, dissent with its reason."""
    facts = (
        Fact(
            f"{writer.member(name)} ({term(writer.language, 'stance', position.position)})",
            position.because or "",
        )
        for name, position in writer.one.support.items()
    )
    return writer.section("support", facts)


def _risk(writer: Writer) -> Iterator[Fact | None]:
    if (score := writer.one.score) is None:
        return
    yield writer.fact("urgency", score.urgency, "number")
    if score.risk is not None:
        yield writer.fact("likelihood", score.risk.likelihood, "number")
        yield writer.fact("impact", score.risk.impact, "number")
        yield writer.fact("measure", score.risk.measure)


def _experiment(writer: Writer) -> Iterator[Fact | None]:
    if (trial := writer.one.experiment) is None:
        return
    yield writer.fact("learning_goal", trial.learning_goal)
    yield writer.fact("time_box", trial.time_box.text)
    yield writer.fact("budget_cap", trial.budget_cap, "euros")
    yield writer.fact("stop_when", trial.stop_when)
    bodies = writer.portfolio.partnership.bodies
    yield writer.fact("decides", bodies[trial.decides].name if trial.decides in bodies else trial.decides)


def _grounds(writer: Writer) -> Iterator[Fact]:
    for name in GROUNDS:
        if text := getattr(writer.one.late, name, None):
            yield Fact(term(writer.language, "grounds", name), text)
