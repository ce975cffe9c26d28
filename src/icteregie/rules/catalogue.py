"""All rules, in one explicit tuple: the order in which they are listed and run."""

from icteregie.rules import (
    backdated,
    both_alternatives,
    built_on_experiment,
    component_overlap,
    dates_out_of_order,
    declared_conflict,
    dependency_cycle,
    dependency_misses_participant,
    dependency_not_planned,
    dependency_too_late,
    incomplete_cost_key,
    late_dossier,
    late_for_deadline,
    late_intake,
    late_lead_time,
    little_slack,
    many_late,
    meeting_gap,
    over_budget,
    over_capacity,
    period_outside_agenda,
    placeholder_left,
    reader,
    retired_component,
    solo_twins,
    unanswered_deadline,
    unknown_agenda,
    unknown_body,
    unknown_component,
    unknown_cost_key,
    unknown_dependency,
    unknown_domain,
    unknown_initiative,
    unknown_member,
    unknown_rule,
    unknown_team,
)
from icteregie.rules.rule import Rule

_RULES: tuple[Rule, ...] = (
    unknown_member.RULE,
    unknown_dependency.RULE,
    unknown_initiative.RULE,
    unknown_component.RULE,
    unknown_domain.RULE,
    unknown_team.RULE,
    unknown_cost_key.RULE,
    incomplete_cost_key.RULE,
    unknown_body.RULE,
    unknown_agenda.RULE,
    placeholder_left.RULE,
    dependency_cycle.RULE,
    dependency_too_late.RULE,
    little_slack.RULE,
    dependency_not_planned.RULE,
    built_on_experiment.RULE,
    dependency_misses_participant.RULE,
    late_intake.RULE,
    late_dossier.RULE,
    late_lead_time.RULE,
    backdated.RULE,
    late_for_deadline.RULE,
    unanswered_deadline.RULE,
    declared_conflict.RULE,
    component_overlap.RULE,
    retired_component.RULE,
    both_alternatives.RULE,
    over_budget.RULE,
    over_capacity.RULE,
    solo_twins.RULE,
    meeting_gap.RULE,
    period_outside_agenda.RULE,
    dates_out_of_order.RULE,
    many_late.RULE,
)

_LISTED = (*reader.RULES, *_RULES)
SETTABLE: tuple[Rule, ...] = tuple(rule for rule in _LISTED if rule.settable)
"""The rules that a partnership can weigh or switch off."""

RULES: tuple[Rule, ...] = (
    *_LISTED,
    unknown_rule.checker(
        tuple(rule.name for rule in SETTABLE),
        (*(rule.name for rule in _LISTED if not rule.settable), "unknown-rule"),
    ),
)


def rule(name: str) -> Rule | None:
    """Find a rule by its name."""
    return next((found for found in RULES if found.name == name), None)
