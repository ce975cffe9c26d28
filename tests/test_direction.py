"""``regie direction``: who directs, what is unclear, where knowledge hangs, and who decides."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio, regie

ACCESS = "  access: {name: Toegang, director: partnership, supplier: cooperative}\n"
PARTIES = "parties: {cooperative: {name: Coöperatie, kind: own}, cloud: {name: Cloud, kind: market}}\n"
ALL = "{amsterdam: CISO, rotterdam: CISO, den-haag: CISO, utrecht: CISO}"
FOUR = "{amsterdam: 1, rotterdam: 1, den-haag: 1, utrecht: 1}"
SOUND = f"{{name: Toegang, director: utrecht, supplier: cooperative, clients: {ALL}, experts: {FOUR}}}"


def made(root: Path, domain: str, **keys: str | None) -> Path:
    only = PARTNERSHIP.replace(ACCESS, f"  access: {domain}\n").replace(
        "  income: {name: Inkomen, director: partnership, supplier: cooperative}\n", ""
    )
    only = only.replace("  letters: {name: Brieven, domain: income}\n", "")
    return portfolio(root, {"scim": initiative(**{"domain": "access", **keys})}, only + PARTIES)


def data(root: Path, *words: str) -> Any:
    done = regie("direction", "-C", root, "--format", "json", "--today", "2026-09-24", *words)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def kinds(root: Path, table: str) -> list[str]:
    return [row["kind"] for row in data(root)[table]]


def test_the_matrix_has_a_domain_by_member(tmp_path: Path) -> None:
    (row,) = data(made(tmp_path, SOUND))["matrix"]
    assert (row["director"], row["supplier"], row["amsterdam"]) == ("utrecht", "cooperative", "CISO")
    shown = regie("direction", "-C", tmp_path, "--part", "matrix", "--today", "2026-09-24").stdout
    assert "Utrecht" in shown
    assert "CISO (1)" in shown


def test_nothing_is_unclear_of_a_sound_domain(tmp_path: Path) -> None:
    assert kinds(made(tmp_path, SOUND), "unclear") == []
    assert "Er is niets onduidelijk." in regie("direction", "-C", tmp_path, "--lang", "nl").stdout


@pytest.mark.parametrize(
    ("domain", "kind"),
    [
        (SOUND.replace("director: utrecht, ", ""), "no-director"),
        (SOUND.replace("utrecht,", "nergens,", 1), "unknown-director"),
        (SOUND.replace("supplier: cooperative, ", ""), "no-supplier"),
        (SOUND.replace("cooperative", "nergens"), "unknown-supplier"),
        (SOUND.replace("cooperative", "utrecht"), "same"),
        (SOUND.replace("utrecht: CISO", "rotterdam: CISO").replace("rotterdam: CISO, ", "", 1), "no-client"),
        (SOUND.replace("amsterdam: 1, ", ""), "no-experts"),
    ],
)
def test_what_is_unclear_is_named(tmp_path: Path, domain: str, kind: str) -> None:
    assert kinds(made(tmp_path, domain), "unclear") == [kind]


@pytest.mark.parametrize(
    ("experts", "kind"),
    [
        ("{amsterdam: 1, rotterdam: 0, den-haag: 0, utrecht: 0}", ["one-person"]),
        ("{amsterdam: 1, rotterdam: 0, den-haag: 0}", []),
        ("{amsterdam: 2, rotterdam: 0, den-haag: 0, utrecht: 0}", []),
        ("{amsterdam: 0, rotterdam: 0, den-haag: 0, utrecht: 0}", ["supplier-only"]),
        ("{amsterdam: {now: 2, needed: 3, by: 2026-09-24}}", ["runs-short"]),
        ("{amsterdam: {now: 2, needed: 3, by: 2026-09-23}}", ["short"]),
        ("{amsterdam: {now: 2, needed: 3}}", ["short"]),
        ("{amsterdam: {now: 2, needed: 2, by: 2026-09-23}}", []),
    ],
)
def test_where_knowledge_hangs(tmp_path: Path, experts: str, kind: list[str]) -> None:
    assert kinds(made(tmp_path, SOUND.replace(FOUR, experts)), "expertise") == kind


def test_knowledge_at_the_member_that_supplies_is_knowledge_at_the_supplier(tmp_path: Path) -> None:
    domain = SOUND.replace("cooperative", "amsterdam").replace(
        FOUR, "{amsterdam: 4, rotterdam: 0, den-haag: 0, utrecht: 0}"
    )
    assert kinds(made(tmp_path, domain), "expertise") == ["supplier-only"]


def test_who_decides_is_named_with_the_rule(tmp_path: Path) -> None:
    domain = SOUND.replace("}}", "}, mandate: {one_off: 10, recurring: 1}}")
    root = made(tmp_path, domain, costs="{one_off: {2027: 10}, recurring: {2028: 1}}")
    (row,) = data(root)["decides"]
    assert (row["id"], row["by"], row["rule"], row["missing"]) == ("scim", "utrecht", "within-mandate", None)
    told = regie("direction", "-C", root, "--part", "decides", "--lang", "nl", "--format", "md").stdout
    assert "| Utrecht | binnen het mandaat van het domein |" in told


def test_an_unknown_cost_is_not_given_and_no_zero(tmp_path: Path) -> None:
    root = made(tmp_path, SOUND.replace("}}", "}, mandate: {one_off: 10, recurring: 1}}"))
    (row,) = data(root)["decides"]
    assert (row["one_off"], row["by"], row["missing"]) == (None, "directors", "cost")


def test_a_year_without_an_agenda_is_refused(tmp_path: Path) -> None:
    done = regie("direction", "2031", "-C", made(tmp_path, SOUND), "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert "2027" in done.stderr


def test_csv_has_who_decides(tmp_path: Path) -> None:
    told = regie("direction", "-C", made(tmp_path, SOUND), "--format", "csv").stdout
    assert told.splitlines()[0] == "id,title,one_off,recurring,by,decides,rule,missing,why"


def test_without_domains_that_is_said(tmp_path: Path) -> None:
    bare = PARTNERSHIP[: PARTNERSHIP.index("domains:")] + "history: {since: 2100-01-01}\n"
    bare = bare.replace("    capacity: {platform: 2400}\n", "")
    done = regie("direction", "-C", portfolio(tmp_path, {"scim": initiative()}, bare), "--lang", "en")
    assert done.returncode == 0
    assert "regie.yaml has no domains" in done.stderr
