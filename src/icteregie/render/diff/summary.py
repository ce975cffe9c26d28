"""The one sentence that says what a change does, and what was compared."""

from collections.abc import Iterator

from icteregie.render.diff.builder import Teller, Told
from icteregie.reports.diff.years import YearEffect

MOST_YEARS = 3
"""Of more agenda years than this, the sentence tells the first."""


def lead(told: Told) -> str:
    """Say in one sentence what the change does, for someone who has never seen the tool."""
    teller = Teller(told.language)
    if told.view.is_empty:
        return teller.say("lead.nothing-compared" if told.view.left_out else "lead.nothing")
    clauses = tuple(_clauses(told, teller)) or (teller.say("lead.other"),)
    return teller.say("lead.whole", clauses=clauses)


def compared(told: Told) -> tuple[str, ...]:
    """Say what was compared, and whether anything could not be."""
    teller = Teller(told.language)
    base = _named(told.base, told.base_commit)
    head = _named(told.head, told.head_commit) if told.head_commit else teller.say("lead.disk")
    said = [teller.say("lead.compared", base=base, head=head)]
    if told.view.left_out:
        files = len({out.file for out in told.view.left_out})
        said.append(teller.say("lead.left-out", count=files))
    return tuple(said)


def _named(name: str, commit: str) -> str:
    return name if commit.startswith(name) else f"{name} ({commit[:10]})"


def _clauses(told: Told, teller: Teller) -> Iterator[str]:
    view = told.view
    for effect in ("looser", "stricter"):
        if number := sum(one.effect == effect for one in view.frame):
            yield teller.say(f"lead.{effect}", count=number)
    own = view.initiatives
    for name, found in (("came", own.came), ("went", own.went)):
        if found:
            yield teller.say(f"lead.{name}", count=len(found), title=found[0].title)
    if own.changed:
        yield teller.say("lead.changed", count=len(own.changed), title=own.changed[0].after.title)
    for effect_of_year in view.years[:MOST_YEARS]:
        yield from _money(effect_of_year, teller)
    yield from _time_and_findings(told, teller)


def _money(effect: YearEffect, teller: Teller) -> Iterator[str]:
    one, other = (state.one_off + state.recurring for state in (effect.before, effect.after))
    if one != other:
        name = "dearer" if other > one else "cheaper"
        yield teller.say(f"lead.{name}", year=effect.year, amount=abs(other - one))


def _time_and_findings(told: Told, teller: Teller) -> Iterator[str]:
    view = told.view
    if later := sum(shift.days > 0 for shift in view.shifts):
        yield teller.say("lead.later", count=later)
    if missed := sum(shift.missed is not None for shift in view.shifts):
        yield teller.say("lead.missed", count=missed)
    for severity, name in (("error", "errors"), ("warning", "warnings")):
        if number := sum(finding.severity == severity for finding in view.findings.new):
            yield teller.say(f"lead.{name}", count=number)
    if view.findings.solved:
        yield teller.say("lead.solved", count=len(view.findings.solved))
