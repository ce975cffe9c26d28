"""What changes in the partnership, and what moves a deadline or weakens a check by it."""

from pathlib import Path

import pytest

from icteregie.reports.diff.partnership import binding
from tests.diff.two import START, both_ways, forth, on_disk
from tests.gitrepo import IN_GIT as PARTNERSHIP
from tests.gitrepo import text


def frame(old: str, new: str) -> str:
    assert old in PARTNERSHIP
    return PARTNERSHIP.replace(old, new)


HEAVY = [
    (frame("intake_closes: 2026-07-01", "intake_closes: 2026-07-02"), "agendas.2027.intake_closes", "looser"),
    (
        frame("dossier_closes: 2026-08-27", "dossier_closes: 2026-08-26"),
        "agendas.2027.dossier_closes",
        "stricter",
    ),
    (frame("one_off: 6000000", "one_off: 6000001"), "agendas.2027.budget.one_off", "looser"),
    (frame("recurring: 1500000", "recurring: 1"), "agendas.2027.budget.recurring", "stricter"),
    (
        frame("recurring: 1500000", "recurring: 1500000, covers: all"),
        "agendas.2027.budget.covers",
        "stricter",
    ),
    (frame("capacity: {platform: 2400}", "capacity: {}"), "agendas.2027.capacity.platform", "looser"),
    (frame("rules: {", "rules: {late-dossier: warning, "), "rules.late-dossier.level", "looser"),
    (frame("rules: {", "rules: {late-dossier: 'off', "), "rules.late-dossier.level", "looser"),
    (frame("rules: {", "rules: {late-intake: error, "), "rules.late-intake.level", "stricter"),
    (frame("rules: {", "rules: {late-intake: {from: 2030}, "), "rules.late-intake.from", "looser"),
    (PARTNERSHIP + "thresholds: {little_slack: 5}\n", "thresholds.little_slack", "looser"),
    (PARTNERSHIP + "thresholds: {meeting_gap: 50}\n", "thresholds.meeting_gap", "stricter"),
    (PARTNERSHIP + "thresholds: {large_one_off: 900000}\n", "thresholds.large_one_off", "looser"),
    (PARTNERSHIP + "thresholds: {many_late: 20%}\n", "thresholds.many_late", "stricter"),
    (PARTNERSHIP + "history: {since: 2026-06-01}\n", "history.since", "looser"),
]
TURNED = {"looser": "stricter", "stricter": "looser"}


@pytest.mark.parametrize(("changed", "way", "effect"), HEAVY, ids=[way for _, way, _ in HEAVY])
def test_what_moves_a_deadline_or_a_check_says_in_which_direction(
    tmp_path: Path, changed: str, way: str, effect: str
) -> None:
    there, back = both_ways(tmp_path, {"regie.yaml": changed})
    for view, expected in ((there, effect), (back, TURNED[effect])):
        found = [(".".join(one.change.path.parts), one.effect) for one in binding(view.partnership)]
        assert found == [(way, expected)]


@pytest.mark.parametrize(
    "same",
    [
        frame("rules: {", "rules:   {"),
        PARTNERSHIP + "thresholds: {little_slack: 30}\n",
        "# x\n" + PARTNERSHIP,
    ],
)
def test_a_default_that_is_written_out_is_no_change(tmp_path: Path, same: str) -> None:
    there, back = both_ways(tmp_path, {"regie.yaml": same})
    assert (there.is_empty, back.is_empty) == (True, True)


def test_a_rule_at_its_own_level_is_told_but_weakens_nothing(tmp_path: Path) -> None:
    there = forth(tmp_path, {"regie.yaml": frame("rules: {", "rules: {late-dossier: error, ")})
    assert [one.effect for one in there.partnership] == ["other"]


def test_another_key_shows_who_pays_more_and_who_less(tmp_path: Path) -> None:
    there, back = both_ways(tmp_path, {"regie.yaml": frame("amsterdam: 38", "amsterdam: 48")})
    assert [".".join(one.change.path.parts) for one in there.partnership] == [
        "cost_keys.clients.weights.amsterdam"
    ]
    (paid,) = there.money
    (unpaid,) = back.money
    assert paid.difference == 0
    assert paid.difference_for("amsterdam") > 0 > paid.difference_for("rotterdam")
    assert unpaid.difference_for("amsterdam") == -paid.difference_for("amsterdam")


def test_another_order_of_members_is_told_because_it_breaks_ties(tmp_path: Path) -> None:
    amsterdam = "  amsterdam: {name: Amsterdam, code: GM0363}\n"
    utrecht = "  utrecht: {name: Utrecht, code: GM0344}\n"
    changed = frame(amsterdam, "").replace(utrecht, utrecht + amsterdam)
    there = forth(tmp_path, {"regie.yaml": changed})
    assert [one.change.path.parts for one in there.partnership] == [("order",)]


def test_the_rest_of_regie_yaml_is_compared_when_one_key_of_it_is_broken(tmp_path: Path) -> None:
    broken = frame("intake_closes: 2026-07-01", "intake_closes: 2026-07-09").replace(
        "rules: {missing-evidence: off}", "rules: [late]"
    )
    view = on_disk(tmp_path, {"access": text()}, {"access": text()}, (PARTNERSHIP, broken))
    assert [".".join(one.change.path.parts) for one in view.partnership] == ["agendas.2027.intake_closes"]
    assert [(out.file, out.where, out.reason) for out in view.left_out] == [
        ("regie.yaml", "after", "unreadable")
    ]


def test_a_regie_yaml_that_cant_be_read_leaves_the_initiatives_compared(tmp_path: Path) -> None:
    changed = {**START, "access": START["access"].replace("proposal", "advised")}
    view = on_disk(tmp_path, START, changed, ("members: [", PARTNERSHIP))
    assert [one.after.id for one in view.initiatives.changed] == ["access"]
    assert (view.partnership, view.money, view.years) == ((), (), ())
    assert [(out.file, out.where) for out in view.left_out] == [("regie.yaml", "before")]
