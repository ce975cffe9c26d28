"""What can't be read in a landscape, or of an initiative, hides nothing of what can."""

from pathlib import Path

from tests.desk import initiative, portfolio, told

LANDSCAPE = """\
as_of: gisteren
applications:
  oud: {product: Oud, components: [identity], stage: ending, initiative: other}
"""


def test_a_plan_is_judged_though_nobody_knows_of_which_day_its_file_is(tmp_path: Path) -> None:
    files = {"other": initiative(participants="[amsterdam, rotterdam]"), "landscape/utrecht.yaml": LANDSCAPE}
    assert [(rule, wording, line) for rule, wording, _, line, _ in told(portfolio(tmp_path, files))] == [
        ("invalid-value", "not-a-day", 1),
        ("plan-contradicted", "", 3),
    ]


def test_a_deadline_is_reported_though_its_initiative_has_no_readable_title(tmp_path: Path) -> None:
    late = initiative(
        title="[een, lijst]",
        status="idea",
        agenda=None,
        obligation="{kind: statutory, basis: Een wet, deadline: 2027-01-31}",
    )
    found = told(portfolio(tmp_path, {"late": late}))
    assert ("unanswered-deadline", "passed") in [(rule, wording) for rule, wording, *_ in found]
    assert "rule-failed" not in [rule for rule, *_ in found]
