"""A decision by mandate: a file of any day, who decided by name, and carried out as any other."""

import json
from pathlib import Path

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio, regie

ACCESS = "  access: {name: Toegang, director: partnership, supplier: cooperative}\n"
UTRECHT = "  access: {name: Toegang, director: utrecht, mandate: {one_off: 50000, recurring: 10000}}\n"
LIST = "agenda: 2027\ndecisions:\n  - {initiatives: [scim], decision: adopt}\n"
COSTS = "{one_off: {2027: 40000}, recurring: {2028: 8000}}"


def mandated(root: Path, name: str = "2026-09-12-mandate-access") -> Path:
    files = {"scim": initiative(domain="access", costs=COSTS), f"decisions/{name}.yaml": LIST}
    return portfolio(root, files, PARTNERSHIP.replace(ACCESS, UTRECHT))


@pytest.mark.parametrize(("language", "wanted"), [("nl", "Beslist door"), ("en", "Decided by")])
def test_the_list_says_who_decided(tmp_path: Path, language: str, wanted: str) -> None:
    done = regie("decisions", "-C", mandated(tmp_path), "--lang", language, "--today", "2026-09-24")
    (line,) = [each for each in done.stdout.splitlines() if each.startswith(wanted)]
    assert line.split() == [*wanted.split(), "Utrecht"]
    assert "bevestigd" not in done.stdout + done.stderr
    data = json.loads(regie("decisions", "-C", tmp_path, "--format", "json").stdout)
    assert data["lists"][0]["decided_by"] == "Utrecht"


def test_its_day_need_not_be_a_meeting(tmp_path: Path) -> None:
    done = regie("validate", "-C", mandated(tmp_path), "--today", "2026-09-24", "--format", "json")
    rules = {finding["rule"] for finding in json.loads(done.stdout)["findings"]}
    assert "unknown-meeting" not in rules
    assert "outside-mandate" not in rules
    assert "decision-not-carried-out" in rules


def test_it_is_carried_out(tmp_path: Path) -> None:
    root = mandated(tmp_path)
    assert regie("adopt", "2026-09-12-mandate-access", "-C", root, "--today", "2026-09-24").returncode == 0
    text = (root / "initiatives/scim.yaml").read_text("utf-8")
    assert "status: adopted" in text
    assert "adopted: 2026-09-12" in text


def test_a_domain_that_is_not_there_has_no_mandate(tmp_path: Path) -> None:
    root = mandated(tmp_path, "2026-09-12-mandate-zorg")
    done = regie("adopt", "2026-09-12-mandate-zorg", "-C", root, "--today", "2026-09-24", "--lang", "en")
    assert done.returncode == 2
    assert "no domain «zorg»" in done.stderr
    assert "status: proposal" in (root / "initiatives/scim.yaml").read_text("utf-8")


def test_the_adopted_agenda_names_who_decided_and_asks_no_confirmation(tmp_path: Path) -> None:
    root = mandated(tmp_path)
    regie("adopt", "2026-09-12-mandate-access", "-C", root, "--today", "2026-09-24")
    told = regie("agenda", "2027", "--adopted", "-C", root, "--today", "2026-10-09", "--lang", "nl").stdout
    assert "| Besluitenlijst van 12 september 2026 | besluit onder mandaat |" in told
    assert "Beslist door Utrecht, die de regie heeft." in told
    assert "niet bevestigd" not in told
