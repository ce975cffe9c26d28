"""What a list says twice, and what it may say beside each other."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("decision-list-contradicted")


LIST, DAY = "decisions/2026-10-08-directors.yaml", "2026-11-01"


def listed(root: Path, text: str, name: str = LIST) -> Path:
    """Write a list of decisions about two initiatives."""
    files = {"access": initiative(formerly="[toegang]"), "b": initiative(title="Iets anders"), name: text}
    return portfolio(root, files)


def decided(*entries: str, agenda: str = "agenda: 2027\n") -> str:
    return agenda + "decisions:\n" + "".join(f"  - {{initiatives: [access], {entry}}}\n" for entry in entries)


REBASELINE = "decision: rebaseline, end: 2028-Q1, one_off: 5"


@pytest.mark.parametrize(
    "text",
    [
        "present: [utrecht]\nabsent: {rotterdam: ziek}\n",
        "confirmed: 2026-10-08\n",
        decided("decision: adopt", REBASELINE),
        decided(REBASELINE, "decision: continue"),
        decided("decision: defer, to: 2028"),
        decided(
            f"decision: adopt, conditions: [{{what: a, met: {DAY}}}, {{what: b, waived: {DAY}, because: c}}]"
        ),
    ],
)
def test_what_can_be_true_together_is_fine(tmp_path: Path, text: str) -> None:
    assert RULE.places(listed(tmp_path, text)) == []


@pytest.mark.parametrize(
    ("text", "wording", "line", "at"),
    [
        ("present: [rotterdam, utrecht]\nabsent: {utrecht: ziek}\n", "present", 1, "utrecht"),
        ("confirmed: 2026-10-07\n", "confirmed", 1, "2026-10-07"),
        (decided("decision: adopt", "decision: reject"), "", 4, "access"),
        (decided("decision: adopt", "decision: adopt"), "", 4, "access"),
        (decided("decision: defer, to: 2027"), "deferred", 3, "2027"),
        (decided("decision: defer, to: 2026"), "deferred", 3, "2026"),
        (decided("decision: defer, to: 2027", agenda=""), "deferred", 2, "2027"),
        (
            decided(
                f"decision: adopt, conditions: [{{what: a, met: {DAY}, waived: 2026-11-02, because: c}}]"
            ),
            "condition",
            3,
            "2026-11-02",
        ),
    ],
)
def test_what_cannot_is_reported_where_it_stands(
    tmp_path: Path, text: str, wording: str, line: int, at: str
) -> None:
    finding = RULE.finding(listed(tmp_path, text))
    assert (finding.wording, finding.place.file, finding.place.line) == (wording, LIST, line)
    assert text_at(finding) == at


def test_an_old_id_is_the_same_initiative(tmp_path: Path) -> None:
    text = decided("decision: adopt") + "  - {initiatives: [toegang], decision: reject}\n"
    assert text_at(RULE.finding(listed(tmp_path, text))) == "toegang"


def test_a_list_that_does_not_count_is_not_judged(tmp_path: Path) -> None:
    text = "present: [utrecht]\nabsent: {utrecht: ziek}\n"
    assert RULE.places(listed(tmp_path, text, "decisions/2026-10-09-directors.yaml")) == []


def test_decisions_that_cannot_be_read_hide_no_presence(tmp_path: Path) -> None:
    text = "present: [utrecht]\nabsent: {utrecht: ziek}\ndecisions: geen\n"
    found = RULE.findings(listed(tmp_path, text))
    assert [finding.wording for finding in found if finding.rule == RULE.name] == ["present"]
