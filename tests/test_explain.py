"""``regie explain``: the rules, as a user asks for them."""

from pathlib import Path

import pytest

from icteregie.rules.catalogue import RULES
from tests import desk
from tests.desk import regie


def test_a_page_answers_what_why_and_what_to_do(tmp_path: Path) -> None:
    told = regie("explain", "little-slack", cwd=tmp_path)
    lines = told.stdout.splitlines()
    assert (told.returncode, told.stderr) == (0, "")
    assert lines[:2] == ["little-slack", "Family: dependencies. Severity: warning."]
    heads = ["What", "Why", "What to do", "Settings", "Wrong", "Output of regie validate", "Right"]
    assert [line for line in lines if line in heads] == heads


def test_a_page_shows_the_finding_as_it_is_seen(tmp_path: Path) -> None:
    told = regie("explain", "unknown-member", cwd=tmp_path).stdout
    assert (
        "  initiatives/keycloak-scim.yaml:7:25: error: «roterdam» is not a member of this partnership."
        " [unknown-member]\n      7 | participants: [utrecht, roterdam]\n" in told
    )


def test_an_example_is_shown_without_its_marks(tmp_path: Path) -> None:
    assert "# <--" not in regie("explain", "unknown-member", cwd=tmp_path).stdout


def test_outside_a_portfolio_the_language_is_the_users(tmp_path: Path) -> None:
    told = regie("explain", "late-intake", cwd=tmp_path, env={"LC_ALL": "nl_NL.UTF-8"})
    assert told.stdout.startswith("late-intake\nSoort: te laat. Ernst: waarschuwing.\n\nWat\n")


def test_inside_a_portfolio_the_language_is_its_own(tmp_path: Path) -> None:
    root = desk.portfolio(tmp_path, {"access": desk.initiative()})
    assert "\nWaarom\n" in regie("explain", "late-intake", "-C", root).stdout


def test_the_language_asked_for_goes_before_that_of_the_portfolio(tmp_path: Path) -> None:
    root = desk.portfolio(tmp_path, {"access": desk.initiative()})
    assert "\nWhy\n" in regie("explain", "late-intake", "-C", root, "--lang", "en").stdout


@pytest.mark.parametrize(
    ("setting", "weight"),
    [
        ("error", "Ernst: fout."),
        ("off", "Ernst: uit."),
        ("{from: 2028}", "Ernst: waarschuwing, vanaf de agenda van 2028."),
    ],
)
def test_a_page_says_what_the_rule_weighs_here(tmp_path: Path, setting: str, weight: str) -> None:
    partnership = f"{desk.EVERY_RULE}rules: {{missing-evidence: off, late-intake: {setting}}}\n"
    root = desk.portfolio(tmp_path, {"access": desk.initiative()}, partnership)
    told = regie("explain", "late-intake", "-C", root).stdout
    assert told.splitlines()[1] == f"Soort: te laat. {weight}"


def test_a_rule_that_cannot_be_set_says_so(tmp_path: Path) -> None:
    told = regie("explain", "syntax", cwd=tmp_path).stdout
    assert told.splitlines()[1] == "Family: files. Severity: error; not configurable."


def test_a_broken_regie_yaml_does_not_stop_the_explanation(tmp_path: Path) -> None:
    root = desk.portfolio(tmp_path, {"access": desk.initiative()}, "name: [unclosed\n")
    told = regie("explain", "syntax", "-C", root)
    assert (told.returncode, told.stdout.splitlines()[0]) == (0, "syntax")


def test_a_rule_without_an_example_says_so(tmp_path: Path) -> None:
    told = regie("explain", "more-findings", cwd=tmp_path).stdout
    assert told.endswith("\n\nNo text example is possible for this rule.\n")


def test_a_mistyped_rule_gets_the_name_that_was_meant(tmp_path: Path) -> None:
    told = regie("explain", "little-slak", cwd=tmp_path)
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr == "There is no rule «little-slak». Did you mean «little-slack»?\n"


def test_a_rule_like_no_other_points_at_the_list(tmp_path: Path) -> None:
    told = regie("explain", "zzz", cwd=tmp_path, env={"LC_ALL": "nl_NL.UTF-8"})
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr == "Er is geen controleregel «zzz». Bekijk alle controleregels met: regie explain\n"


def test_the_list_has_every_rule_in_order_with_its_level(tmp_path: Path) -> None:
    told = regie("explain", cwd=tmp_path).stdout
    listed = [line.strip() for line in told.splitlines() if line.startswith("  ") and line.endswith(")")]
    families = list(dict.fromkeys(rule.family for rule in RULES))
    ordered = sorted(RULES, key=lambda rule: families.index(rule.family))
    assert listed == [f"{rule.name} ({rule.severity})" for rule in ordered]


def test_the_list_tells_each_rule_in_a_line(tmp_path: Path) -> None:
    told = regie("explain", "--lang", "nl", cwd=tmp_path).stdout
    assert (
        "  unknown-dependency (fout)\n"
        "    Een initiatief hangt af van iets wat niet in dit portfolio staat.\n" in told
    )


def test_the_list_as_markdown_is_a_table_for_each_family(tmp_path: Path) -> None:
    told = regie("explain", "--format", "md", cwd=tmp_path).stdout
    assert "## calendar\n\n| rule | severity | what |\n| --- | --- | --- |\n| meeting-gap | warning |" in told


def test_a_page_as_markdown_has_its_examples_in_blocks(tmp_path: Path) -> None:
    told = regie("explain", "late-intake", "--format", "md", cwd=tmp_path).stdout
    assert told.startswith("# late-intake\n\nFamily: late. Severity: warning.\n\n## What\n\n")
    assert "## Wrong\n\ninitiatives/keycloak-scim.yaml:\n\n```\ntitle: " in told


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    told = regie("explain", "-C", tmp_path / "weg")
    assert (told.returncode, told.stderr) == (2, f"The folder {tmp_path / 'weg'} does not exist.\n")


def test_help_gives_an_example(tmp_path: Path) -> None:
    told = regie("explain", "--help", cwd=tmp_path)
    assert told.returncode == 0
    assert "Example: regie explain dependency-too-late." in " ".join(told.stdout.split())
