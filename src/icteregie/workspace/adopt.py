"""A list of decisions carried out in the files of its initiatives, all of it or nothing."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from icteregie.analysis.adoption import PROMISED, IncompleteError, advised, decided
from icteregie.analysis.decisions import MANDATE, day_and_body, rulings
from icteregie.analysis.plan.columns import asked
from icteregie.analysis.plan.quarters import name_of, quarter_of
from icteregie.diagnostics.suggestions import guesses
from icteregie.diagnostics.types import Value
from icteregie.editing.edits import Edit
from icteregie.portfolio.decision import DecisionList
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.kinds import DECISION, PARTNERSHIP_FILE, PLAN
from icteregie.portfolio.portfolio import Portfolio
from icteregie.workspace.completeness import main_versions
from icteregie.workspace.edit import Changes, edited
from icteregie.workspace.former_ids import current_id, former_ids
from icteregie.workspace.notices import Notice, ProblemError
from icteregie.workspace.open import Workspace
from icteregie.workspace.select import require_lists
from icteregie.workspace.versions import file_history


@dataclass(frozen=True, slots=True)
class Adoption:
    """What a list of decisions changes, and what there is to say beside it."""

    changes: Changes
    notices: tuple[Notice, ...] = ()


def adoption(workspace: Workspace, written: str) -> Adoption:
    """Work out what a list of decisions changes. Raises ProblemError when a part of it can't be done."""
    key = _key(workspace, written)
    require_lists(workspace.portfolio)
    day, listed = _day(workspace, key), workspace.portfolio.decision_lists[key]
    edits: dict[str, list[Edit]] = defaultdict(list)
    notices: list[Notice] = []
    for name, wanted, own_notices in _wanted(workspace, listed, day):
        notices += own_notices
        edits[workspace.portfolio.files[name]] += wanted
    return Adoption(edited(workspace, {path: made for path, made in edits.items() if made}), tuple(notices))


def _key(workspace: Workspace, written: str) -> str:
    """Find the list that was named, by its path or its name. Raises ProblemError."""
    portfolio = workspace.portfolio
    paths = portfolio.paths[DECISION.name]
    name = PurePosixPath(written.replace("\\", "/")).name.removesuffix(".yaml")
    if name not in paths:
        guess = guesses(name, paths)
        if guess:
            raise ProblemError("no-decision-list-guess", written=written, guess=guess)
        raise ProblemError("no-decision-list", written=written)
    if name not in portfolio.decision_lists or portfolio.unreadable_of(DECISION.name, name):
        raise ProblemError("edit-not-readable", file=paths[name])
    return name


def _day(workspace: Workspace, key: str) -> date:
    """Give the day of a list. Raises ProblemError when its name has none, or names who can't decide."""
    named = day_and_body(key)
    if named is None:
        raise ProblemError("decision-list-without-day", file=workspace.portfolio.paths[DECISION.name][key])
    if workspace.portfolio.partnership_damage & {"*", "bodies", "domains"}:
        raise ProblemError("edit-not-readable", file=PARTNERSHIP_FILE)
    body = workspace.portfolio.partnership.bodies.get(named[1])
    listed = workspace.portfolio.decision_lists[key]
    if listed.decisions and body is not None and body.role != "decides":
        raise ProblemError("only-advises", body=body.name)
    if body is None and not named[1].startswith(MANDATE):
        raise ProblemError("no-such-body", body=named[1])
    if body is None and named[1].removeprefix(MANDATE) not in workspace.portfolio.partnership.domains:
        raise ProblemError("no-such-domain", domain=named[1].removeprefix(MANDATE))
    return named[0]


def _wanted(
    workspace: Workspace, listed: DecisionList, day: date
) -> Iterator[tuple[str, Sequence[Edit], list[Notice]]]:
    for advice in listed.advice:
        for written in advice.initiatives:
            name, initiative = _initiative(workspace, written)
            is_past = _newer_day(workspace, name, day) is not None
            yield name, () if is_past else advised(initiative), []
    for decision in listed.decisions:
        for written in decision.initiatives:
            name, initiative = _initiative(workspace, written)
            newer = None if decision.decision == "rebaseline" else _newer_day(workspace, name, day)
            if newer is not None:
                yield name, (), [Notice("commands/adopt/superseded", {"id": name, "day": newer})]
                continue
            is_new = decision.decision == "adopt" and initiative.baseline is None
            as_decided, own_notices = (
                _as_decided_on(workspace, name, initiative, day) if is_new else (initiative, [])
            )
            if is_new:
                own_notices += _moved_by_plan(workspace.portfolio, initiative)
            try:
                made = decided(initiative, decision, day, as_decided)
            except IncompleteError as lacking:
                raise ProblemError("adopt-lacks", id=name, missing=lacking.missing) from None
            yield name, made, own_notices if made else [Notice("commands/adopt/nothing", {"id": name})]


def _moved_by_plan(portfolio: Portfolio, initiative: Initiative) -> Iterator[Notice]:
    """Say that the plan that is kept of its agenda places it elsewhere than its own file."""
    year = initiative.agenda
    if year is None or year not in portfolio.plans or portfolio.unreadable_of(PLAN.name, str(year)):
        return
    result = portfolio.plans[year].result
    for placed in result.on if result is not None else ():
        start = quarter_of(placed.start.first)
        if placed.id == initiative.id and start != asked(initiative, year).start:
            file = portfolio.paths[PLAN.name][str(year)]
            values: dict[str, Value] = {
                "id": initiative.id,
                "start": name_of(start),
                "year": year,
                "file": file,
            }
            yield Notice("commands/adopt/moved-by-plan", values)


def _newer_day(workspace: Workspace, name: str, day: date) -> date | None:
    """Give the day of the newest decision about an initiative after this day; None when there is none."""
    days = (
        ruling.listed.day
        for ruling in rulings(workspace.portfolio).get(name, ())
        if ruling.decision.decision != "rebaseline"
    )
    return max((each for each in days if each > day), default=None)


def _initiative(workspace: Workspace, written: str) -> tuple[str, Initiative]:
    """Find an initiative by the id that it has or had. Raises ProblemError when it can't be read."""
    portfolio = workspace.portfolio
    name = current_id(workspace, written)
    if name is None:
        raise ProblemError("no-such-initiative", id=written)
    if name not in portfolio.initiatives or name in portfolio.lost_keys:
        raise ProblemError("edit-not-readable", file=portfolio.files[name])
    return name, portfolio.initiatives[name]


def _as_decided_on(
    workspace: Workspace, name: str, initiative: Initiative, day: date
) -> tuple[Initiative, list[Notice]]:
    """Give the initiative as main had it at the end of a day; as it lies here where git doesn't know."""
    on_main = main_versions(workspace, name)
    versions = file_history(workspace.loaded, name, on_main.history, former_ids(workspace, name)).versions
    then = next((version for version in reversed(versions) if version.on <= day), None)
    if then is None or then.initiative is None:
        return initiative, [Notice("commands/adopt/as-it-lies", {"id": name, "day": day})]
    if any(getattr(then.initiative, key) != getattr(initiative, key) for key in PROMISED):
        return then.initiative, [Notice("commands/adopt/changed-since", {"id": name, "day": day})]
    return then.initiative, []
