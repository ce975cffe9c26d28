"""Each kind of change of an initiative is told as what it is, alone, and turned around in its reverse."""

import json
from pathlib import Path

import pytest

from icteregie.analysis.flatten import field_values
from icteregie.portfolio import schema_walk
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Language, Partnership
from icteregie.render.diff.values import ValueWriter
from icteregie.reports.diff.view import DiffReport
from tests.desk import EXAMPLE, ROOT, loaded
from tests.diff.two import START, between, both_ways, compared, forth, on_disk, repository, said
from tests.gitrepo import text

COSTS = "{one_off: {2027: 1040}, recurring: {2028: 104}}"
TITLE = "Vervanging van de toegang"

KINDS = [
    ({"title": "Iets anders"}, [("title", TITLE, "Iets anders")]),
    ({"status": "advised"}, [("status", "proposal", "advised")]),
    ({"submitter": "rotterdam"}, [("submitter", "utrecht", "rotterdam")]),
    ({"agenda": "2028"}, [("agenda", "2027", "2028")]),
    ({"priority": "must"}, [("priority", "", "must")]),
    ({"period": "{start: 2027-Q1, end: 2027-08}"}, [("period.end", "2027-Q2", "2027-08")]),
    (
        {"obligation": "{kind: statutory, deadline: 2027-12-31}"},
        [("obligation.kind", "", "statutory"), ("obligation.deadline", "", "2027-12-31")],
    ),
    (
        {"participants": "[utrecht, amsterdam]"},
        [("participants", "amsterdam den-haag rotterdam utrecht", "amsterdam utrecht")],
    ),
    ({"cost_key": "equal"}, [("cost_key", "", "equal")]),
    ({"costs": COSTS.replace("1040", "2080")}, [("costs.one_off.2027", "1040", "2080")]),
    ({"costs": COSTS.replace("{2028: 104", "{2028: 104, 2029: 5")}, [("costs.recurring.2029", "", "5")]),
    ({"costs": COSTS[:-1] + ", investment: {2027: 9}}"}, [("costs.investment.2027", "", "9")]),
    (
        {"costs": COSTS[:-1] + ", depreciation: 4, tco_years: 8}"},
        [("costs.depreciation", "", "4"), ("costs.tco_years", "", "8")],
    ),
    (
        {"costs": COSTS[:-1] + ", until: {year: 2028, because: Klaar.}}"},
        [("costs.until.year", "", "2028"), ("costs.until.because", "", "…")],
    ),
    ({"components": "[letters, identity]"}, [("components", "", "identity letters")]),
    ({"depends_on": "[letters]"}, [("depends_on.letters", "", "finish-to-start")]),
    ({"tags": "[privacy, letters]"}, [("tags", "", "letters privacy")]),
    ({"part_of": "letters"}, [("part_of", "", "letters")]),
    ({"effort": "{platform: {2027-Q1: 10}}"}, [("effort.platform.2027-Q1", "", "10")]),
    ({"support": "{utrecht: against}"}, [("support.utrecht.position", "", "against")]),
    ({"score": "{value: {utrecht: 4}}"}, [("score.value.utrecht", "", "4")]),
    ({"external": "[{what: DigiD, by: 2027-06-01}]"}, [("external.DigiD", "", "2027-06-01")]),
    ({"summary": "Heel anders."}, [("summary", "…", "…")]),
    ({"do_nothing": "Niets."}, [("do_nothing", "", "…")]),
    ({"progress": "[{date: 2026-05-01, time: green}]"}, [("progress.2026-05-01", "", "1")]),
]


@pytest.mark.parametrize(("change", "told"), KINDS, ids=lambda value: str(value)[:40])
def test_a_change_is_told_alone_and_its_reverse_is_its_mirror(
    tmp_path: Path, change: dict[str, str], told: list[tuple[str, str, str]]
) -> None:
    keys = {"costs": COSTS, **change}
    there, back = both_ways(tmp_path, {"access": text(keys.pop("title", TITLE), **keys)})
    for view, expected in ((there, told), (back, [(way, after, before) for way, before, after in told])):
        own = view.initiatives
        assert (own.came, own.went) == ((), ())
        (changed,) = own.changed
        # The problem that the desk writes holds the title, so it changes with it.
        rest = [row for row in said(changed.changes) if "title" not in change or row[0] != "problem"]
        assert rest == expected


def test_what_came_and_what_went(tmp_path: Path) -> None:
    there, back = between(tmp_path, {"counter": text("Balie")})
    assert [i.id for i in there.initiatives.came] == ["counter"]
    assert (there.initiatives.went, there.initiatives.changed) == ((), ())
    assert [i.id for i in back.initiatives.went] == ["counter"]


SAME = {
    "reordered": "\n".join(reversed(START["access"].split("problem:")[0].splitlines()))
    + "\nproblem:"
    + START["access"].split("problem:")[1],
    "comments": "# Toelichting\n" + START["access"].replace("\n", "\n\n", 1),
    "quoted": START["access"].replace("submitter: utrecht", "submitter: 'utrecht'"),
    "windows": START["access"].replace("\n", "\r\n"),
    "grouped": START["access"].replace("2027: 1040", "2027: 1_040"),
    "members": START["access"].replace(
        "participants: all", "participants: [utrecht, den-haag, amsterdam, rotterdam]"
    ),
    "key": START["access"] + "cost_key: clients\n",
}


@pytest.mark.parametrize("name", SAME)
def test_what_is_only_written_differently_is_no_change(tmp_path: Path, name: str) -> None:
    there, back = both_ways(tmp_path, {"access": SAME[name]})
    assert START["access"] != SAME[name]
    assert (there.is_empty, back.is_empty) == (True, True)


def test_a_dependency_written_out_is_the_same(tmp_path: Path) -> None:
    written = START["letters"].replace("[access]", "[{on: access, kind: finish-to-start}]")
    there = forth(tmp_path, {"letters": written})
    assert there.is_empty


def test_another_folder_is_no_change(tmp_path: Path) -> None:
    there, back = between(tmp_path, {}, access="initiatives/elsewhere.yaml")
    assert not there.is_empty
    desk = repository(tmp_path / "other")
    (desk.folder / "initiatives" / "deep" / "er").mkdir(parents=True)
    desk.git("mv", "initiatives/access.yaml", "initiatives/deep/er/access.yaml")
    assert compared(desk, "main").is_empty
    assert back.initiatives.renames == {"elsewhere": "access"}


def test_another_id_is_told_as_the_same_initiative(tmp_path: Path) -> None:
    there, back = between(
        tmp_path,
        {"letters": START["letters"].replace("[access]", "[admission]")},
        access="initiatives/admission.yaml",
    )
    assert (there.initiatives.came, there.initiatives.went) == ((), ())
    assert there.initiatives.renames == {"access": "admission"}
    assert back.initiatives.renames == {"admission": "access"}
    # Nobody pays more, nothing shifts and no agenda differs because something got another name.
    assert (there.money, there.shifts, there.years) == ((), (), ())


def test_what_was_moved_is_not_taken_for_what_went(tmp_path: Path) -> None:
    # All three have the same summary: only the title tells that counter is the one that moved.
    start = {"access": text("Toegang"), "counter": text("Balie")}
    there, back = on_both_ways(tmp_path, start, {"letters": start["counter"]})
    assert there.initiatives.renames == {"counter": "letters"}
    assert [i.id for i in there.initiatives.went] == ["access"]
    assert back.initiatives.renames == {"letters": "counter"}


def test_the_same_submitter_decides_between_two_that_are_alike(tmp_path: Path) -> None:
    start = {"access": text("Balie", submitter="rotterdam"), "counter": text("Balie")}
    there, back = on_both_ways(tmp_path, start, {"letters": start["counter"]})
    assert there.initiatives.renames == {"counter": "letters"}
    assert back.initiatives.renames == {"letters": "counter"}


def test_of_what_is_equally_alike_the_first_by_id_is_the_same(tmp_path: Path) -> None:
    start = dict.fromkeys(("counter", "access"), text("Balie"))
    there, back = on_both_ways(tmp_path, start, {"letters": start["access"]})
    assert there.initiatives.renames == {"access": "letters"}
    assert back.initiatives.renames == {"letters": "access"}


def test_a_dossier_that_was_rewritten_is_told(tmp_path: Path) -> None:
    start = {**START, "initiatives/access.md": "# Dossier\n"}
    there = forth(tmp_path, {"initiatives/access.md": "# Ander dossier\n"}, start)
    (changed,) = there.initiatives.changed
    assert said(changed.changes) == [("dossier", "…", "…")]


@pytest.mark.parametrize("owner", [Initiative, Partnership])
def test_every_key_of_the_format_has_a_kind_that_can_be_written(owner: type) -> None:
    portfolio = loaded(EXAMPLE).portfolio
    records = portfolio.initiatives.values() if owner is Initiative else [portfolio.partnership]
    seen = {way.parts[0] for record in records for way in field_values(record)}
    filled = {
        key.name
        for record in records
        for key in schema_walk.keys(owner).values()
        if getattr(record, key.field) not in (None, (), {}) and key.name not in ("history", "member_word")
    }
    # A group of which nothing is given has nothing to write; a list of all members is written as none at all.
    assert filled - seen == set()


def on_both_ways(
    folder: Path, before: dict[str, str], after: dict[str, str]
) -> tuple[DiffReport, DiffReport]:
    return on_disk(folder / "there", before, after), on_disk(folder / "back", after, before)


def ids(view: DiffReport) -> list[str]:
    return [changed.after.id for changed in view.initiatives.changed]


def test_several_changes_are_told_by_id(tmp_path: Path) -> None:
    there = forth(
        tmp_path,
        {
            "letters": START["letters"].replace("proposal", "advised"),
            "access": START["access"].replace("proposal", "advised"),
        },
    )
    assert ids(there) == ["access", "letters"]


def property_names(node: object) -> set[str]:
    if isinstance(node, list):
        return {name for item in node for name in property_names(item)}
    if not isinstance(node, dict):
        return set()
    own = set(node["properties"]) if isinstance(node.get("properties"), dict) else set()
    return own | {name for value in node.values() for name in property_names(value)}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", ["initiative", "partnership"])
def test_every_key_has_a_word_by_which_a_change_is_told(kind: str, language: Language) -> None:
    schema = json.loads((ROOT / f"schemas/{kind}.schema.json").read_text("utf-8"))
    writer = ValueWriter(language)
    without = []
    for name in sorted(property_names(schema)):
        try:
            writer.key(name)
        except KeyError:
            without.append(name)
    assert without == []
