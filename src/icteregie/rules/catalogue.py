"""All rules, in the order in which they are listed and run."""

from icteregie.rules.calendar import (
    agenda_without_meeting,
    dates_out_of_order,
    many_late,
    meeting_gap,
    part_before_whole,
    period_outside_agenda,
)
from icteregie.rules.conflicts import (
    both_alternatives,
    component_overlap,
    conflict_with_dependency,
    declared_conflict,
    over_budget,
    over_capacity,
    retired_component,
    same_title,
    solo_twins,
)
from icteregie.rules.contradictions import (
    adopted_before_decision,
    baseline_without_adoption,
    cover_of_non_participant,
    dates_contradicted,
    done_before_predecessor,
    outside_own_period,
    over_cap,
    parts_above_one_off,
    steering_contradicted,
    steps_contradicted,
    too_few_participants,
    window_too_narrow,
    wont_on_agenda,
)
from icteregie.rules.decisions import (
    condition_overdue,
    decided_by_who_only_advises,
    decision_list_contradicted,
    decision_missing,
    decision_not_carried_out,
    running_with_open_condition,
    status_without_decision,
    unknown_meeting,
)
from icteregie.rules.evidence import placeholder_left
from icteregie.rules.graph import (
    built_on_experiment,
    dependency_cycle,
    dependency_misses_participant,
    dependency_not_planned,
    dependency_too_late,
    little_slack,
    part_circle,
)
from icteregie.rules.late import (
    backdated,
    doubtful_receipt,
    history_cut,
    late_dossier,
    late_for_deadline,
    late_intake,
    late_lead_time,
    route_in_time,
    unanswered_deadline,
)
from icteregie.rules.references import (
    doubtful_former_id,
    incomplete_cost_key,
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
    doubtful_former_id.RULE,
    placeholder_left.RULE,
    steering_contradicted.RULE,
    too_few_participants.RULE,
    done_before_predecessor.RULE,
    adopted_before_decision.RULE,
    baseline_without_adoption.RULE,
    window_too_narrow.RULE,
    steps_contradicted.RULE,
    outside_own_period.RULE,
    cover_of_non_participant.RULE,
    parts_above_one_off.RULE,
    wont_on_agenda.RULE,
    dates_contradicted.RULE,
    over_cap.RULE,
    dependency_cycle.RULE,
    dependency_too_late.RULE,
    little_slack.RULE,
    dependency_not_planned.RULE,
    built_on_experiment.RULE,
    dependency_misses_participant.RULE,
    part_circle.RULE,
    late_intake.RULE,
    late_dossier.RULE,
    late_lead_time.RULE,
    backdated.RULE,
    late_for_deadline.RULE,
    unanswered_deadline.RULE,
    doubtful_receipt.RULE,
    history_cut.RULE,
    route_in_time.RULE,
    declared_conflict.RULE,
    conflict_with_dependency.RULE,
    component_overlap.RULE,
    retired_component.RULE,
    both_alternatives.RULE,
    same_title.RULE,
    over_budget.RULE,
    over_capacity.RULE,
    solo_twins.RULE,
    meeting_gap.RULE,
    period_outside_agenda.RULE,
    dates_out_of_order.RULE,
    many_late.RULE,
    part_before_whole.RULE,
    agenda_without_meeting.RULE,
    unknown_meeting.RULE,
    decided_by_who_only_advises.RULE,
    decision_list_contradicted.RULE,
    decision_not_carried_out.RULE,
    decision_missing.RULE,
    status_without_decision.RULE,
    running_with_open_condition.RULE,
    condition_overdue.RULE,
)

_READER_RULES = (
    Rule("syntax", "files", "error", settable=False),
    Rule("encoding", "files", "error", settable=False),
    Rule("duplicate-key", "files", "error", settable=False),
    Rule("unknown-key", "files", "error", settable=False),
    Rule("missing-key", "files", "error", settable=False),
    Rule("invalid-value", "files", "error", settable=False),
    Rule("lost-text", "files", "warning"),
    Rule("file-name", "files", "error", settable=False),
    Rule("duplicate-id", "files", "error", settable=False),
    Rule("unreadable-file", "files", "error", settable=False),
    Rule("misplaced-file", "files", "warning"),
    Rule("empty-portfolio", "files", "error", settable=False),
    Rule("too-large-portfolio", "files", "error", settable=False),
    Rule("not-judged", "files", "note", settable=False),
    Rule("rule-failed", "files", "error", settable=False),
    Rule("more-findings", "files", "warning", settable=False),
)
"""The rules that the reader itself applies while it reads."""

_LISTED = (*_READER_RULES, *_RULES)
SETTABLE: tuple[Rule, ...] = tuple(rule for rule in _LISTED if rule.settable)
"""The rules of which a partnership can set the severity, or that it can switch off."""

RULES: tuple[Rule, ...] = (
    *_LISTED,
    unknown_rule.checker(
        tuple(rule.name for rule in SETTABLE),
        (*(rule.name for rule in _LISTED if not rule.settable), "unknown-rule"),
    ),
)


def rule(name: str) -> Rule | None:
    """Find a rule by its name."""
    return next((rule for rule in RULES if rule.name == name), None)
