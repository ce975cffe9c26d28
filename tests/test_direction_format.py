"""What regie.yaml says of parties, and of the direction of its domains."""

from datetime import date
from pathlib import Path

import pytest

from tests.desk import PARTNERSHIP, found, initiative, loaded, portfolio

ACCESS = "  access: {name: Toegang, director: partnership, supplier: cooperative}\n"


def access(root: Path, more: str) -> Path:
    line = ACCESS.replace("}", f", {more}}}", 1) if "}" in ACCESS else ACCESS
    return portfolio(root, {"access": initiative()}, PARTNERSHIP.replace(ACCESS, line))


def test_a_number_of_experts_is_how_many_there_are_now_and_none_is_not_unknown(tmp_path: Path) -> None:
    root = access(tmp_path, "experts: {amsterdam: 0, utrecht: {now: 1, needed: 2, by: 2027-06-30}}")
    experts = loaded(root).portfolio.partnership.domains["access"].experts
    assert {name: (each.now, each.needed, each.by) for name, each in experts.items()} == {
        "amsterdam": (0, None, None),
        "utrecht": (1, 2, date(2027, 6, 30)),
    }
    assert experts["utrecht"].short == 1
    assert "rotterdam" not in experts


def test_a_mandate_is_two_amounts_in_whole_euros(tmp_path: Path) -> None:
    root = access(tmp_path, "mandate: {one_off: 50_000, recurring: 0}")
    mandate = loaded(root).portfolio.partnership.domains["access"].mandate
    assert mandate is not None
    assert (mandate.one_off, mandate.recurring) == (50_000, 0)


@pytest.mark.parametrize(
    ("more", "rule", "word"),
    [
        ("mandate: {one_off: 50000}", "missing-key", "recurring"),
        ("mandate: {one_off: 50.000, recurring: 1}", "invalid-value", "50.000"),
        ("experts: {utrecht: {needed: 2}}", "missing-key", "now"),
        ("experts: {utrecht: twee}", "invalid-value", "twee"),
        ("mandaat: {one_off: 1, recurring: 1}", "unknown-key", "mandaat"),
    ],
)
def test_what_is_wrong_in_it_is_found_there(tmp_path: Path, more: str, rule: str, word: str) -> None:
    (finding,) = found(access(tmp_path, more))
    assert (finding.rule, finding.place.file) == (rule, "regie.yaml")
    assert word in finding.place.excerpt + str(dict(finding.values))


@pytest.mark.parametrize("kind", ["own", "host-member", "market"])
def test_a_party_has_a_kind(tmp_path: Path, kind: str) -> None:
    lines = f"parties: {{cloud: {{name: Cloud, kind: {kind}, form: company}}}}\n"
    root = portfolio(tmp_path, {"access": initiative()}, PARTNERSHIP + lines)
    assert loaded(root).portfolio.partnership.parties["cloud"].kind == kind
