"""What a change does elsewhere: to the agenda, to what waits, to teams, and to findings."""

from pathlib import Path

from icteregie.render.diff.builder import section_builder
from icteregie.render.diff.initiatives import shifts
from icteregie.render.tables.table import Table
from tests.diff.two import START, between, compared, forth, on_disk, repository
from tests.gitrepo import text


def test_what_waits_is_ready_later_and_misses_its_deadline(tmp_path: Path) -> None:
    start = {**START, "letters": START["letters"] + "obligation: {kind: statutory, deadline: 2027-12-31}\n"}
    later = START["access"].replace("end: 2027-Q2", "end: 2027-Q3")
    there, back = between(tmp_path, {"access": later}, start)
    found = [(s.id, s.end_days, s.held_by, s.missed and s.missed.isoformat()) for s in there.shifts]
    assert found == [("letters", 92, "access", "2027-12-31"), ("access", 92, None, None)]
    assert [(s.id, s.end_days, s.missed) for s in back.shifts] == [
        ("access", -92, None),
        ("letters", -92, None),
    ]


def test_a_start_that_moves_by_itself_is_no_other_end(tmp_path: Path) -> None:
    later = {"access": START["access"].replace("start: 2027-Q1", "start: 2027-Q2")}
    there = forth(tmp_path, later, {"access": START["access"]})
    assert [(s.id, s.start_days, s.end_days) for s in there.shifts] == [("access", 90, 0)]
    shown = [
        tuple(cell.words for cell in row)
        for section in shifts(section_builder(there, "nl"))
        for block in section.blocks
        if isinstance(block, Table)
        for row in block.rows
    ]
    moved = ("1 januari 2027 → 1 april 2027", "+90", "30 juni 2027", "")
    assert [row[1:5] for row in shown] == [moved]


def test_the_last_day_itself_is_no_miss(tmp_path: Path) -> None:
    start = {"access": START["access"] + "obligation: {kind: statutory, deadline: 2027-09-30}\n"}
    there = forth(tmp_path, {"access": start["access"].replace("end: 2027-Q2", "end: 2027-Q3")}, start)
    assert [(s.end_days, s.missed) for s in there.shifts] == [(92, None)]


def test_a_deadline_that_comes_sooner_is_missed_although_nothing_shifts(tmp_path: Path) -> None:
    start = {"access": START["access"] + "obligation: {kind: statutory, deadline: 2027-06-30}\n"}
    sooner = {"access": start["access"].replace("2027-06-30", "2027-06-29")}
    there = forth(tmp_path, sooner, start)
    assert [(s.end_days, s.missed and s.missed.isoformat()) for s in there.shifts] == [(0, "2027-06-29")]


def test_the_agenda_year_counts_what_is_asked_and_what_each_member_pays(tmp_path: Path) -> None:
    there = forth(tmp_path, {"access": START["access"].replace("2027: 1040", "2027: 2080")})
    (effect,) = there.years
    assert (effect.year, effect.before.one_off, effect.after.one_off) == (2027, 1040, 2080)
    assert dict(effect.before.members) == {
        "amsterdam": 380,
        "rotterdam": 330,
        "den-haag": 230,
        "utrecht": 100,
    }
    assert dict(effect.after.members) == {"amsterdam": 760, "rotterdam": 660, "den-haag": 460, "utrecht": 200}


def test_an_idea_costs_nothing_until_it_asks_for_a_place(tmp_path: Path) -> None:
    idea = {"access": START["access"].replace("proposal", "idea")}
    there = forth(tmp_path, {"access": START["access"]}, idea)
    assert [(m.id, m.difference) for m in there.money] == [("access", 1144)]


def test_hours_of_a_team_are_told_by_quarter(tmp_path: Path) -> None:
    there = forth(tmp_path, {"access": START["access"] + "effort: {platform: {2027-05: 2500}}\n"})
    (effect,) = there.years
    loads = effect.after.loads["platform", 2], effect.before.loads["platform", 2]
    assert [(load.asked, load.capacity) for load in loads] == [(2500, 2400), (0, 2400)]
    assert [f.rule for f in there.findings.new] == ["over-capacity"]


def test_the_critical_chain_changes(tmp_path: Path) -> None:
    there = forth(tmp_path, {"letters": START["letters"].replace("depends_on: [access]\n", "")})
    (effect,) = there.years
    assert (effect.before.chain, effect.after.chain) == ((("access", None), ("letters", 0)), ())


def test_a_finding_on_another_line_is_the_same_finding(tmp_path: Path) -> None:
    start = {"access": START["access"] + "depends_on: [nowhere]\n"}
    there = forth(tmp_path, {"access": "# Een regel erboven\n" + start["access"]}, start)
    assert there.is_empty


def test_a_finding_in_a_file_that_moved_is_the_same_finding(tmp_path: Path) -> None:
    wrong = START["access"] + "depends_on: [nowhere]\n"
    view = on_disk(tmp_path, {"access": wrong}, {"initiatives/deep/access.yaml": wrong})
    assert view.is_empty


def test_a_finding_with_another_amount_is_told_as_changed(tmp_path: Path) -> None:
    start = {"access": START["access"].replace("2027: 1040", "2027: 6000001")}
    there, back = between(tmp_path, {"access": start["access"].replace("6000001", "6000009")}, start)
    for view, amounts in ((there, (1, 9)), (back, (9, 1))):
        over = [pair for pair in view.findings.changed if pair[0].rule == "over-budget"]
        assert [(was.values["excess"], now.values["excess"]) for was, now in over] == [amounts]
    assert (there.findings.new, there.findings.solved) == ((), ())


def test_new_and_solved_findings(tmp_path: Path) -> None:
    there, back = between(tmp_path, {"access": START["access"] + "components: [nothing]\n"})
    assert [f.rule for f in there.findings.new] == ["unknown-component"]
    assert [f.rule for f in back.findings.solved] == ["unknown-component"]


def test_a_broken_file_is_left_out_on_both_sides_and_nothing_follows_from_it(tmp_path: Path) -> None:
    there, back = between(tmp_path, {"access": "title: [kapot\n"})
    assert [(o.file, o.where, o.reason) for o in there.left_out] == [
        ("initiatives/access.yaml", "after", "unreadable")
    ]
    assert [o.where for o in back.left_out] == ["before"]
    assert (there.money, there.years, there.shifts) == ((), (), ())
    assert there.initiatives.went == ()
    assert [f.rule for f in there.findings.new] == ["syntax"]
    assert there.findings.solved == ()


def test_one_key_that_cant_be_read_leaves_the_whole_file_out(tmp_path: Path) -> None:
    there = forth(tmp_path, {"access": START["access"].replace("2027: 1040", "2027: 1.040")})
    assert [o.file for o in there.left_out] == ["initiatives/access.yaml"]
    assert there.money == ()


def test_a_link_in_a_commit_is_said_to_be_left_out(tmp_path: Path) -> None:
    desk = repository(tmp_path)
    desk.branch("work")
    (desk.folder / "initiatives" / "access.yaml").unlink()
    (desk.folder / "initiatives" / "access.yaml").symlink_to("letters.yaml")
    desk.commit("2026-06-01")

    view = compared(desk, "main..work")
    assert [(o.file, o.where, o.reason) for o in view.left_out] == [
        ("initiatives/access.yaml", "after", "refused")
    ]
    assert view.initiatives.went == ()


def test_a_cost_that_cant_be_shared_is_told_and_not_added(tmp_path: Path) -> None:
    nobody = text(costs="{one_off: {2027: 5}}", cost_key="nothing")
    there = forth(tmp_path, {"access": nobody})
    assert there.unshared == ("access",)
    assert there.money == ()


def test_where_there_was_no_portfolio_yet_everything_is_new(tmp_path: Path) -> None:
    desk = repository(tmp_path)
    first = desk.git("rev-list", "--max-parents=0", "HEAD")
    desk.git("checkout", "-q", "--orphan", "bare")
    desk.git("rm", "-q", "-rf", ".")
    (desk.folder / "x").write_text("x")
    desk.commit("2026-01-01")
    desk.switch("main")

    view = compared(desk, "bare..main")
    assert [i.id for i in view.initiatives.came] == ["access", "letters"]
    assert [(o.file, o.where, o.reason) for o in view.left_out] == [("regie.yaml", "before", "absent")]
    assert compared(desk, f"{first}..main").initiatives.came == view.initiatives.came


def test_a_deadline_that_was_missed_already_is_not_told_again(tmp_path: Path) -> None:
    start = {"access": START["access"] + "obligation: {kind: statutory, deadline: 2027-06-29}\n"}
    later = {"access": start["access"].replace("end: 2027-Q2", "end: 2027-Q3")}
    there, back = between(tmp_path, later, start)
    assert [(s.id, s.end_days, s.missed) for s in there.shifts] == [("access", 92, None)]
    assert [(s.id, s.end_days, s.missed) for s in back.shifts] == [("access", -92, None)]


def test_a_file_unreadable_on_both_sides_is_listed_once(tmp_path: Path) -> None:
    start = {**START, "access": "title: [kapot\n"}
    there, back = between(tmp_path, {"access": "title: {ook kapot\n"}, start)
    for view in (there, back):
        assert [(o.file, o.where, o.reason) for o in view.left_out] == [
            ("initiatives/access.yaml", "both", "unreadable")
        ]


def test_another_id_inside_a_list_of_names_changes_no_finding(tmp_path: Path) -> None:
    start = {**START, "access": START["access"].replace("2027: 1040", "2027: 6000001")}
    moved = {"letters": START["letters"].replace("[access]", "[admission]")}
    there, back = between(tmp_path, moved, start, access="initiatives/admission.yaml")
    outside = {f.values.get("outside") for f in (*there.before.findings, *there.after.findings)}
    assert outside == {None, ("access",), ("admission",)}
    for view in (there, back):
        assert (view.findings.new, view.findings.solved, view.findings.changed) == ((), (), ())


def test_another_name_is_one_finding_new_and_one_solved(tmp_path: Path) -> None:
    start = {"access": START["access"] + "components: [nothing]\n"}
    there = forth(tmp_path, {"access": START["access"] + "components: [nought]\n"}, start)
    assert [(f.rule, f.values["name"]) for f in there.findings.new] == [("unknown-component", "nought")]
    assert [(f.rule, f.values["name"]) for f in there.findings.solved] == [("unknown-component", "nothing")]
    assert there.findings.changed == ()


def test_ranks_on_the_list_of_a_year_count_from_one(tmp_path: Path) -> None:
    first = {"letters": START["letters"] + "priority: must\n"}
    there = forth(tmp_path, first)
    (effect,) = there.years
    assert [(e.rank, e.id) for e in effect.before.entries] == [(1, "access"), (2, "letters")]
    assert [(e.rank, e.id) for e in effect.after.entries] == [(1, "letters"), (2, "access")]
