"""What the file of a plan lays down, as the constraints of its puzzle; an option wins over the file."""

from collections.abc import Mapping
from dataclasses import replace

from icteregie.analysis.plan.constraints import HOUR, Constraints, Pin
from icteregie.analysis.plan.quarters import quarter_of
from icteregie.portfolio.plan_file import PlanFile, PlanPin
from icteregie.portfolio.scenario import Scenario


def laid_down(plan: PlanFile | Scenario | None) -> Constraints:
    """Give what a file lays down, of a plan or of a scenario; nothing where there is no file."""
    if plan is None:
        return Constraints()
    return Constraints(
        pins={name: _pin(pin) for name, pin in plan.pins.items()},
        ceilings=plan.ceilings,
        hour=HOUR if plan.hour is None else plan.hour,
    )


def _pin(pin: PlanPin) -> Pin:
    quarter = None if pin.not_before is None else quarter_of(pin.not_before.first)
    return Pin(pin.is_in, quarter, pin.members)


def also_laid_down(constraints: Constraints, scenario: Scenario) -> Constraints:
    """Lay down more: of an initiative, a year's ceilings and the hour a scenario says otherwise."""
    more = laid_down(scenario)
    return replace(
        with_pins(constraints, more.pins),
        ceilings={**constraints.ceilings, **more.ceilings},
        hour=constraints.hour if scenario.hour is None else more.hour,
    )


def with_pins(constraints: Constraints, pins: Mapping[str, Pin]) -> Constraints:
    """Lay down more; of an initiative in both, what is not said again stays, unless it is out now."""
    merged = {name: _merged(constraints.pin(name), pin) for name, pin in pins.items()}
    return replace(constraints, pins={**constraints.pins, **merged})


def _merged(of_file: Pin, pin: Pin) -> Pin:
    if pin.is_in is False:
        return pin
    is_out = of_file.is_in is False
    return Pin(
        is_in=pin.is_in if pin.is_in is not None else None if is_out else of_file.is_in,
        not_before=of_file.not_before if pin.not_before is None else pin.not_before,
        members=pin.members or of_file.members,
    )


def contradicted(constraints: Constraints, pins: Mapping[str, Pin]) -> tuple[str, ...]:
    """Name the initiatives of which these pins say otherwise than what was laid down, by id."""
    return tuple(sorted(name for name, pin in pins.items() if _contradicts(constraints.pin(name), pin)))


def _contradicts(of_file: Pin, pin: Pin) -> bool:
    is_out_now = pin.is_in is False and of_file != Pin() and of_file.is_in is not False
    is_on_now = of_file.is_in is False and pin.is_in is not False
    is_moved = None not in (of_file.not_before, pin.not_before) and of_file.not_before != pin.not_before
    return is_out_now or is_on_now or is_moved
