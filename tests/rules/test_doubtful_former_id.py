"""Former ids in each wrong way: by what the files say, and by what the main branch had."""

import json
from pathlib import Path

import pytest

from tests.desk import initiative, portfolio, regie
from tests.gitrepo import IN_GIT, Desk, copied, started, text
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("doubtful-former-id")


def test_an_id_that_no_file_has_is_fine_where_git_knows_nothing(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(formerly="[old]")})
    assert RULE.places(root) == []


def test_an_initiative_that_claims_itself_is_pointed_at(tmp_path: Path) -> None:
    finding = RULE.finding(portfolio(tmp_path, {"access": initiative(formerly="[old, access]")}))
    assert (finding.wording, text_at(finding)) == ("itself", "access")


def test_an_id_that_a_file_still_has_is_pointed_at(tmp_path: Path) -> None:
    files = {"access": initiative(formerly="[old]"), "old": initiative()}
    finding = RULE.finding(portfolio(tmp_path, files))
    assert (finding.wording, finding.place.file, text_at(finding)) == (
        "still-there",
        "initiatives/access.yaml",
        "old",
    )
    assert finding.values == {"id": "access", "old": "old"}


def test_an_id_of_a_file_that_cannot_be_read_is_still_there(tmp_path: Path) -> None:
    files = {"access": initiative(formerly="[old]"), "old": "title: [unclosed\n"}
    assert "still-there" in [wording for _, wording, *_ in RULE.places(portfolio(tmp_path, files))]


def test_two_that_claim_each_other_are_one_circle(tmp_path: Path) -> None:
    files = {"access": initiative(formerly="[old]"), "old": initiative(formerly="[access]")}
    finding = RULE.finding(portfolio(tmp_path, files))
    assert (finding.wording, finding.values) == ("circle", {"circle": ("access", "old", "access")})
    assert [place.file for place in finding.related] == ["initiatives/old.yaml"]


def test_a_claim_that_leads_into_a_circle_is_one_by_itself(tmp_path: Path) -> None:
    files = {
        "a": initiative(formerly="[b]"),
        "b": initiative(formerly="[c]"),
        "c": initiative(formerly="[b]"),
    }
    assert [(d.wording, d.place.file) for d in RULE.findings(portfolio(tmp_path, files))] == [
        ("still-there", "initiatives/a.yaml"),
        ("circle", "initiatives/b.yaml"),
    ]


def test_many_that_all_claim_each_other_are_reported_at_once(tmp_path: Path) -> None:
    names = [f"plan-{number}" for number in range(60)]
    files = {name: initiative(formerly=f"[{', '.join(n for n in names if n != name)}]") for name in names}
    assert "circle" in [finding.wording for finding in RULE.findings(portfolio(tmp_path, files))]


@pytest.mark.parametrize("names", [("one", "two"), ("one", "two", "three")])
def test_an_id_that_more_than_one_claims_is_reported_once(tmp_path: Path, names: tuple[str, ...]) -> None:
    files = {name: initiative(formerly="[old]") for name in names}
    finding = RULE.finding(portfolio(tmp_path, files))
    assert (finding.wording, finding.place.file) == ("claimed-twice", "initiatives/one.yaml")
    others = sorted(set(names) - {"one"})
    assert finding.values == {"id": "one", "old": "old", "other": others[0], "count": len(others)}
    assert [place.file for place in finding.related] == [f"initiatives/{name}.yaml" for name in others]


def test_a_file_that_cannot_say_what_it_was_called_hides_no_other(tmp_path: Path) -> None:
    files = {
        "access": initiative(formerly="{a: b}"),
        "old": initiative(),
        "new": initiative(formerly="[old]"),
    }
    places = [
        (wording, file)
        for rule, wording, file, *_ in RULE.places(portfolio(tmp_path, files))
        if rule == RULE.name
    ]
    assert places == [("still-there", "initiatives/new.yaml")]


@pytest.fixture(scope="module")
def known_old(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    work = started(tmp_path_factory.mktemp("old"))
    for day in range(1, 12):  # no import of one moment
        work.commit(f"2026-02-{day:02}")
    work.commit("2026-05-18", {"old": text()})
    return work


@pytest.fixture
def desk(known_old: Desk, tmp_path: Path) -> Desk:
    return copied(known_old, tmp_path)


def found(desk: Desk, *words: str) -> list[tuple[str, str]]:
    """Give what is wrong, and the text at it."""
    words = ("--format=json", "--rule=doubtful-former-id", "--today=2026-09-24", *words)
    done = regie("validate", "-C", desk.folder, *words, env=desk.environment())
    listed = json.loads(done.stdout)["findings"]
    assert {finding["rule"] for finding in listed} <= {RULE.name}
    return [(finding["message"], finding["file"]) for finding in listed]


NEVER = "De hoofdbranch heeft nooit een initiatief «{0}» gehad, dus zo heette «new» eerder niet."
OTHER = (
    "«old» is ingediend door «utrecht», en «new» door «rotterdam»: "
    "een dag gaat niet over op een andere indiener."
)
NEW = "initiatives/new.yaml"


def test_an_id_that_main_never_had_is_reported(desk: Desk) -> None:
    desk.commit("2026-09-20", {"old": None, "new": text(formerly="[oud]")})
    assert found(desk) == [(NEVER.format("oud"), NEW)]


def test_an_id_that_main_had_is_fine(desk: Desk) -> None:
    desk.commit("2026-09-20", {"old": None, "new": text("Heel anders", formerly="[old]")})
    assert found(desk) == []


def test_an_id_that_main_had_long_ago_is_fine(desk: Desk) -> None:
    desk.commit("2026-06-20", {"old": None})
    desk.commit("2026-09-20", {"new": text("Heel anders", formerly="[old]")})
    assert found(desk) == []


def test_the_id_of_another_submitter_is_reported(desk: Desk) -> None:
    changes = {"submitter": "rotterdam", "formerly": "[old]"}
    desk.commit("2026-09-20", {"old": None, "new": text(**changes)})
    assert found(desk) == [(OTHER, NEW)]


def test_before_it_is_committed_it_is_judged_as_well(desk: Desk) -> None:
    desk.write({"old": None, "new": text(submitter="rotterdam", formerly="[old]")})
    assert found(desk) == [(OTHER, NEW)]
    desk.write({"new": text(formerly="[old]")})
    assert found(desk) == []


def test_on_a_branch_what_main_has_in_a_folder_is_known(desk: Desk) -> None:
    desk.commit("2026-06-01", {"old": None, "initiatives/2027/old.yaml": text()})
    desk.branch("utrecht")
    files = {"initiatives/2027/old.yaml": None, "new": text("Heel anders", formerly="[old]")}
    desk.commit("2026-09-20", files)
    assert found(desk) == []


def test_a_submitter_that_changes_after_the_rename_is_fine(desk: Desk) -> None:
    desk.commit("2026-06-20", {"old": None, "new": text(formerly="[old]")})
    desk.commit("2026-09-20", {"new": text(submitter="rotterdam", formerly="[old]")})
    assert found(desk) == []


def test_what_was_submitted_before_git_counts_can_have_had_any_id(desk: Desk) -> None:
    since = f"{IN_GIT}history: {{since: 2026-05-18}}\n"
    desk.commit("2026-09-19", {"regie.yaml": since})
    desk.commit("2026-09-20", {"new": text(formerly="[oud]", submitted="2026-05-17")})
    assert found(desk) == []
    desk.commit("2026-09-21", {"new": text(formerly="[oud]", submitted="2026-05-18")})
    assert found(desk) == [(NEVER.format("oud"), NEW)]


def test_a_shallow_clone_does_not_say_that_main_never_had_it(desk: Desk, tmp_path: Path) -> None:
    desk.commit("2026-09-20", {"old": None})
    desk.commit("2026-09-21", {"new": text(formerly="[old]", submitter="rotterdam")})
    desk.git("clone", "-q", "--depth=1", desk.folder.as_uri(), tmp_path / "shallow")
    assert found(Desk(tmp_path / "shallow", desk.home)) == []


def test_since_main_it_is_not_new_when_main_had_it(desk: Desk) -> None:
    desk.commit("2026-09-20", {"new": text(formerly="[oud]")})
    desk.branch("utrecht")
    desk.commit("2026-09-21", {"other": text("Iets anders")})
    assert found(desk, "--since=main") == []


def test_the_id_of_what_goes_on_as_another_is_reported(desk: Desk) -> None:
    desk.commit("2026-06-20", {"old": None, "later": text()})
    desk.commit("2026-09-20", {"new": text("Heel anders", formerly="[old]")})
    message = "«old» heet volgens git nu «later», dus zo heette «new» eerder niet."
    assert found(desk) == [(message, NEW)]
