"""Evidence by steering mode: by key or by heading, from the day on which the dossiers close."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from icteregie.messages.catalogue import LANGUAGES, read
from icteregie.portfolio.pieces import EVIDENCE, SECURITY
from tests.desk import EVERY_RULE, initiative
from tests.desk import portfolio as written
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("missing-evidence")
COSTS = "{one_off: {2027: 450000}}"
CRITICAL = {"problem": "Te veel werk.", "do_nothing": "Dan stopt het.", "costs": COSTS}
DOSSIER = "# Business case\nBaat\n## Continuïteit\nTerugval\n## Exit\nOpzeggen\n"
EXPERIMENT = "{learning_goal: Leren, time_box: 2027-Q2, budget_cap: 50000, stop_when: Als het niet werkt}"
AI = "d348b488-026d-4d71-8216-dd6d0fb48c63"
WITH_AI = EVERY_RULE.replace("domain: access}", f"domain: access, gemma: {AI}}}")


def portfolio(root: Path, files: Mapping[str, str | bytes], partnership: str = EVERY_RULE) -> Path:
    return written(root, files, partnership)


def missing(root: Path) -> object:
    return RULE.finding(root).values["missing"]


def test_it_points_at_the_steering_and_names_what_lacks(tmp_path: Path) -> None:
    finding = RULE.finding(portfolio(tmp_path, {"access": initiative()}))
    assert (finding.wording, finding.place.line, text_at(finding)) == ("no-dossier", 6, "business-critical")
    assert finding.values == {
        "id": "access",
        "steering": "business-critical",
        "missing": ("problem", "do_nothing", "costs", "business-case", "continuity", "exit"),
        "count": 6,
        "dossier": "initiatives/access.md",
    }


def test_headings_of_the_dossier_give_what_no_key_gives(tmp_path: Path) -> None:
    files = {"access": initiative(**CRITICAL), "initiatives/access.md": DOSSIER}
    assert RULE.places(portfolio(tmp_path, files)) == []
    files["initiatives/access.md"] = DOSSIER.replace("## Exit\nOpzeggen\n", "")
    finding = RULE.finding(portfolio(tmp_path, files))
    assert (finding.wording, finding.values["missing"]) == ("", ("exit",))


def test_benefits_with_costs_are_a_business_case(tmp_path: Path) -> None:
    files = {"access": initiative(**CRITICAL, benefits="{recurring: {2029: 5}}")}
    assert missing(portfolio(tmp_path, files)) == ("continuity", "exit")
    files = {"access": initiative(**CRITICAL, benefits="{text: Minder werk}")}
    assert missing(portfolio(tmp_path, files)) == ("business-case", "continuity", "exit")


@pytest.mark.parametrize("below", ["", "Vul in: hoe we weggaan", "-", "---"])
def test_a_heading_without_a_text_is_reported_at_its_line(tmp_path: Path, below: str) -> None:
    dossier = DOSSIER.replace("Opzeggen", below)
    root = portfolio(tmp_path, {"access": initiative(**CRITICAL), "initiatives/access.md": dossier})
    assert RULE.places(root) == [("missing-evidence", "empty", "initiatives/access.md", 5, 1)]
    assert text_at(RULE.finding(root)) == "## Exit"


def test_a_placeholder_and_dashes_in_the_file_count_as_missing(tmp_path: Path) -> None:
    text = initiative(**CRITICAL | {"do_nothing": "'Vul in: wat er gebeurt'", "problem": "'…'"})
    root = portfolio(tmp_path, {"access": text, "initiatives/access.md": DOSSIER})
    assert missing(root) == ("problem", "do_nothing")


def test_a_supporting_one_shows_three_years_a_contract_and_alternatives(tmp_path: Path) -> None:
    bare = {"steering": "supporting", "problem": "Te duur."}
    two = initiative(**bare, costs="{recurring: {2028: 1, 2029: 1}}")
    root = portfolio(tmp_path, {"access": two})
    assert missing(root) == ("total-cost", "contract-end", "alternatives")
    three = initiative(
        **bare,
        costs="{recurring: {2028: 1, 2029: 1, 2030: 1}}",
        obligation="{kind: contractual}",
        alternative_to="[other]",
    )
    other = initiative(status="idea")
    assert RULE.places(portfolio(tmp_path, {"access": three, "other": other})) == []


def test_a_transformational_one_has_a_vision_and_steps_that_are_decided(tmp_path: Path) -> None:
    bare = {**CRITICAL, "steering": "transformational"}
    steps = "[{name: Proef, end: 2027-Q1, decide: door of stop}, {name: Uitrol, end: 2027-Q2}]"
    files = {"access": initiative(**bare, steps=steps), "initiatives/access.md": "# Vision\nSamen\n"}
    assert missing(portfolio(tmp_path, files)) == ("steps",)
    files["access"] = initiative(**bare, steps=steps.replace("2027-Q2}", "2027-Q2, decide: klaar}"))
    assert RULE.places(portfolio(tmp_path, files)) == []


def test_an_experiment_is_asked_for_no_business_case(tmp_path: Path) -> None:
    bare = {"steering": "experimental", "problem": "Onbekend."}
    assert missing(portfolio(tmp_path, {"access": initiative(**bare)})) == ("experiment",)
    assert RULE.places(portfolio(tmp_path, {"access": initiative(**bare, experiment=EXPERIMENT)})) == []


def test_a_component_with_a_high_security_level_asks_for_a_heading(tmp_path: Path) -> None:
    files = {"access": initiative(**CRITICAL, components="[identity]"), "initiatives/access.md": DOSSIER}
    assert missing(portfolio(tmp_path, files, WITH_AI)) == ("security",)
    files["initiatives/access.md"] = DOSSIER + "# Information security\nTwee sleutels\n"
    assert RULE.places(portfolio(tmp_path, files, WITH_AI)) == []


@pytest.mark.parametrize(("day", "number"), [(date(2026, 8, 26), 0), (date(2026, 8, 27), 1)])
def test_it_asks_from_the_day_on_which_the_dossiers_close(tmp_path: Path, day: date, number: int) -> None:
    assert len(RULE.findings(portfolio(tmp_path, {"access": initiative()}), day)) == number


@pytest.mark.parametrize(
    "status", ["idea", "exploration", "adopted", "running", "done", "rejected", "parked"]
)
def test_what_asks_nothing_or_was_decided_is_left_alone(tmp_path: Path, status: str) -> None:
    assert RULE.places(portfolio(tmp_path, {"access": initiative(status=status)})) == []


def test_advice_is_no_decision(tmp_path: Path) -> None:
    assert len(RULE.findings(portfolio(tmp_path, {"access": initiative(status="advised")}))) == 1


def test_of_a_milestone_only_what_makes_it_complete_is_asked(tmp_path: Path) -> None:
    text = initiative(period="{end: 2027-Q2}", problem="Te laat.")
    assert missing(portfolio(tmp_path, {"access": text})) == ("do_nothing",)


def test_what_a_dossier_that_cannot_be_read_may_say_is_not_missing(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"access": initiative(**CRITICAL), "initiatives/access.md": b"\xff"}
    assert RULE.places(portfolio(tmp_path, files)) == [
        ("encoding", "not-utf-8", "initiatives/access.md", 1, 1)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_piece_has_words_that_name_the_heading_to_type(language: str) -> None:
    words = read(language, "terms")
    pieces = {piece for pieces in EVIDENCE.values() for piece in pieces} | {SECURITY}
    assert set(words["evidence"]) == set(words["piece"]) == {piece.name for piece in pieces}
    for piece in pieces:
        if piece.headings is not None:
            assert f"«{getattr(piece.headings, language)[0]}»" in words["evidence"][piece.name]
        assert all(key.partition(".")[0] in words["evidence"][piece.name] for key in piece.keys)
