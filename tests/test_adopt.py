"""`regie adopt`: what a meeting decided, written in the files; all of it or nothing, and once."""

from pathlib import Path

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio, regie
from tests.gitrepo import started

LIST = "decisions/2026-10-08-directors.yaml"
MEETING = "  - {body: directors, date: 2026-10-08}\n"
MEETING_LATER = "  - {body: directors, date: 2026-11-12}\n"
COSTS = "{one_off: {2027: 100, 2028: 50}, recurring: {2028: 20, 2029: 30}}"
BASELINE = (
    "baseline: {adopted: 2026-10-08, start: 2027-Q1, end: 2027-Q2, "
    "one_off: {2027: 100, 2028: 50}, recurring: 30}\n"
)


def listed(*entries: str) -> str:
    return "agenda: 2027\ndecisions:\n" + "".join(
        f"  - {{initiatives: [api], {entry}}}\n" for entry in entries
    )


def adopted(root: Path, *entries: str, **changes: str | None) -> tuple[int, str, str]:
    """Decide about one initiative; give the exit code, what was said, and its file afterwards."""
    portfolio(root, {"api": initiative(**{"costs": COSTS, **changes}), LIST: listed(*entries)})
    done = regie("adopt", LIST, cwd=root)
    return done.returncode, done.stderr, (root / "initiatives/api.yaml").read_text(encoding="utf-8")


def test_adopting_writes_status_and_baseline_and_nothing_else(tmp_path: Path) -> None:
    code, said, text = adopted(tmp_path, "decision: adopt")
    assert code == 0, said
    assert text == initiative(costs=COSTS, status="adopted") + BASELINE
    assert "gemaakt van het bestand zoals het nu is" in said


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    first = adopted(tmp_path, "decision: adopt")[2]
    done = regie("adopt", "2026-10-08-directors", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "er is niets te doen" in done.stderr
    assert (tmp_path / "initiatives/api.yaml").read_text(encoding="utf-8") == first


@pytest.mark.parametrize(
    ("entry", "before", "line"),
    [
        ("decision: reject, because: Te duur", {}, "status: rejected\n"),
        ("decision: park", {}, "status: parked\n"),
        ("decision: stop", {"status": "running"}, "status: stopped\n"),
        ("decision: continue", {"status": "stopped"}, "status: running\n"),
        ("decision: continue", {"status": "on-hold"}, "status: running\n"),
        (
            "decision: rebaseline, end: 2028-Q1, one_off: 640, reasons: [setbacks]",
            {"status": "running"},
            "rebaselines: [{date: 2026-10-08, reasons: [setbacks], end: 2028-Q1, one_off: 640}]\n",
        ),
    ],
)
def test_each_decision_writes_its_own(tmp_path: Path, entry: str, before: dict[str, str], line: str) -> None:
    code, said, text = adopted(tmp_path, entry, **before)
    assert code == 0, said
    was = initiative(costs=COSTS, **before)
    status = next(row for row in was.splitlines(keepends=True) if row.startswith("status"))
    assert text == (was.replace(status, line) if line.startswith("status") else was + line)


def test_what_is_deferred_asks_again_on_the_agenda_named(tmp_path: Path) -> None:
    dates = (
        "{intake_closes: 2027-07-01, dossier_closes: 2027-08-27, advice: 2027-09-23, decision: 2027-10-07}"
    )
    root = portfolio(
        tmp_path, {"api": initiative(status="advised"), LIST: listed("decision: defer, to: 2028")}
    )
    path = root / "regie.yaml"
    path.write_text(path.read_text("utf-8").replace("domains:", f"  2028: {dates}\ndomains:", 1), "utf-8")
    assert regie("adopt", LIST, cwd=root).returncode == 0
    wanted = initiative(status="proposal").replace("agenda: 2027", "agenda: 2028")
    assert (root / "initiatives/api.yaml").read_text(encoding="utf-8") == wanted


@pytest.mark.parametrize("status", ["running", "done", "stopped", "rejected"])
def test_what_is_further_is_never_set_back(tmp_path: Path, status: str) -> None:
    old = "{adopted: 2025-10-09, end: 2027-Q2, one_off: 100}"
    before = initiative(costs=COSTS, status=status, baseline=old)
    code, said, text = adopted(tmp_path, "decision: adopt", status=status, baseline=old)
    assert (code, text) == (0, before)
    assert "er is niets te doen" in said


def test_what_is_done_cannot_be_stopped_nor_rejected(tmp_path: Path) -> None:
    for entry in ("decision: stop", "decision: reject", "decision: park"):
        assert adopted(tmp_path, entry, status="done")[2] == initiative(costs=COSTS, status="done")


def test_without_cost_nothing_of_the_whole_list_is_written(tmp_path: Path) -> None:
    decisions = (
        "decisions:\n  - {initiatives: [api], decision: reject}\n  - {initiatives: [b], decision: adopt}\n"
    )
    files = {"api": initiative(), "b": initiative(title="Iets anders"), LIST: decisions}
    root = portfolio(tmp_path, files)
    done = regie("adopt", LIST, cwd=root)
    assert done.returncode == 2
    assert "«b» kan niet worden vastgesteld: er ontbreekt costs" in done.stderr
    assert (root / "initiatives/api.yaml").read_text(encoding="utf-8") == initiative()


def test_an_experiment_promises_its_time_box_and_its_cap(tmp_path: Path) -> None:
    experiment = "{learning_goal: Leren, time_box: 2027-Q2, budget_cap: 40000, stop_when: Het niet werkt}"
    text = initiative(steering="experimental", experiment=experiment, period=None)
    root = portfolio(tmp_path, {"api": text, LIST: listed("decision: adopt")})
    assert regie("adopt", LIST, cwd=root).returncode == 0
    made = (root / "initiatives/api.yaml").read_text(encoding="utf-8")
    assert "baseline: {adopted: 2026-10-08, end: 2027-Q2, one_off: 40000}\n" in made


STEPS = (
    "[{name: Proef, end: 2026-Q3, decide: Doorgaan?, one_off: 10}, "
    "{name: Bouw, end: 2027-Q1, one_off: {2027: 40}}, "
    "{name: Eerste stad, end: 2027-Q3, decide: Doorgaan?, one_off: {2027: 50}}, {name: Rest, end: 2028-Q4}]"
)


def transformed(root: Path, **changes: str | None) -> tuple[int, str, str]:
    """Adopt what transforms, with steps."""
    return adopted(root, "decision: adopt", **{"steering": "transformational", "steps": STEPS, **changes})


@pytest.mark.parametrize("lacking", [{"period": None}, {"costs": None}])
def test_what_transforms_promises_its_steps_up_to_the_next_point_of_decision(
    tmp_path: Path, lacking: dict[str, None]
) -> None:
    code, said, text = transformed(tmp_path, **lacking)
    start = "" if "period" in lacking else " start: 2027-Q1,"
    assert code == 0, said
    assert f"baseline: {{adopted: 2026-10-08, step: Eerste stad,{start} end: 2027-Q3, one_off: 100}}" in text


def test_steps_that_all_give_years_are_promised_by_year(tmp_path: Path) -> None:
    text = transformed(tmp_path, period=None, steps=STEPS.replace("one_off: 10}", "one_off: {2026: 10}}"))[2]
    assert "end: 2027-Q3, one_off: {2026: 10, 2027: 90}}" in text


def test_a_point_of_decision_on_the_day_itself_is_not_the_next(tmp_path: Path) -> None:
    text = transformed(tmp_path, period=None, steps=STEPS.replace("2026-Q3", "2026-10-08"))[2]
    assert "step: Eerste stad" in text
    text = transformed(tmp_path, period=None, steps=STEPS.replace("2026-Q3", "2026-10-09"))[2]
    assert "step: Proef, end: 2026-10-09, one_off: 10}" in text


def test_all_of_it_is_promised_where_its_end_and_its_cost_are_known(tmp_path: Path) -> None:
    assert transformed(tmp_path)[2].endswith(BASELINE)


def test_a_step_without_a_cost_is_named(tmp_path: Path) -> None:
    steps = STEPS.replace(", one_off: {2027: 40}", "")
    code, said, text = transformed(tmp_path, period=None, steps=steps)
    assert (code, "baseline" in text) == (2, False)
    assert "«api» kan niet worden vastgesteld: er ontbreekt steps.one_off" in said


@pytest.mark.parametrize(
    "changes", [{"steering": "supporting"}, {"steps": "[{name: Proef, end: 2027-Q3, one_off: 10}]"}]
)
def test_only_what_transforms_and_has_a_point_of_decision_promises_a_step(
    tmp_path: Path, changes: dict[str, str]
) -> None:
    code, said, _ = transformed(tmp_path, **{"period": None, **changes})
    assert (code, "er ontbreekt period" in said) == (2, True)


def test_a_changed_step_is_said_to_have_changed_since(tmp_path: Path) -> None:
    desk = started(tmp_path)
    keys = {"steering": "transformational", "period": None}
    desk.commit("2026-05-18", {"api": initiative(steps=STEPS, **keys)})
    later = initiative(steps=STEPS.replace("{2027: 50}", "{2027: 70}"), **keys)
    desk.commit("2026-10-12", {"api": later, LIST: listed("decision: adopt")})
    done = regie("adopt", LIST, "--today", "2026-10-13", cwd=desk.folder)
    assert "het plan is na 8 oktober 2026 gewijzigd" in done.stderr
    assert "one_off: 100}" in (desk.folder / "initiatives/api.yaml").read_text("utf-8")


def test_advice_makes_a_proposal_advised_chosen_or_not(tmp_path: Path) -> None:
    advice = "advice:\n  - {initiatives: [api, b], choose: b, because: Goedkoper, dissent: {utrecht: Nee}}\n"
    files = {
        "api": initiative(),
        "b": initiative(title="Iets anders"),
        "decisions/2026-09-24-innovation-board.yaml": advice,
    }
    root = portfolio(tmp_path, files)
    assert regie("adopt", "2026-09-24-innovation-board", cwd=root).returncode == 0
    for name in ("api", "b"):
        assert "status: advised\n" in (root / f"initiatives/{name}.yaml").read_text(encoding="utf-8")


def test_who_only_advises_cannot_decide(tmp_path: Path) -> None:
    path = "decisions/2026-09-24-innovation-board.yaml"
    root = portfolio(tmp_path, {"api": initiative(costs=COSTS), path: listed("decision: adopt")})
    done = regie("adopt", path, "--lang", "en", cwd=root)
    assert done.returncode == 2
    assert "Innovatieoverleg only advises and can't decide" in done.stderr


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("2026-10-08-directeuren", "heeft geen overleg «directeuren»"),
        ("besluit", "begint niet met een dag"),
        ("2026-02-30-directors", "begint niet met een dag"),
        ("2026-10-08-mandate-access", ""),
    ],
)
def test_the_name_of_a_list_says_the_day_and_who(tmp_path: Path, name: str, said: str) -> None:
    files = {"api": initiative(costs=COSTS), f"decisions/{name}.yaml": listed("decision: adopt")}
    done = regie("adopt", name, cwd=portfolio(tmp_path, files))
    assert done.returncode == (2 if said else 0)
    assert said in done.stderr


def test_the_baseline_is_what_main_had_on_the_day_of_the_decision(tmp_path: Path) -> None:
    desk = started(tmp_path)
    desk.commit("2026-05-18", {"api": initiative(costs=COSTS)})
    later = initiative(costs="{one_off: {2027: 999}}")
    desk.commit("2026-10-12", {"api": later, LIST: listed("decision: adopt")})
    done = regie("adopt", LIST, "--today", "2026-10-13", cwd=desk.folder)
    assert done.returncode == 0, done.stderr
    made = (desk.folder / "initiatives/api.yaml").read_text("utf-8")
    assert made == later.replace("proposal", "adopted") + BASELINE
    assert "na 8 oktober 2026 gewijzigd" in done.stderr


def test_an_old_id_in_the_list_is_the_initiative_of_today(tmp_path: Path) -> None:
    text = initiative(costs=COSTS, formerly="[api]")
    root = portfolio(tmp_path, {"poort": text, LIST: listed("decision: adopt")})
    assert regie("adopt", LIST, cwd=root).returncode == 0
    assert "status: adopted\n" in (root / "initiatives/poort.yaml").read_text(encoding="utf-8")


def test_a_list_of_which_something_was_decided_anew_does_not_undo_that(tmp_path: Path) -> None:
    later = "decisions/2026-11-12-directors.yaml"
    files = {
        "api": initiative(costs=COSTS),
        LIST: listed("decision: adopt"),
        later: listed("decision: reject"),
    }
    root = portfolio(tmp_path, files, PARTNERSHIP.replace(MEETING, f"{MEETING}{MEETING_LATER}"))
    done = regie("adopt", LIST, cwd=root)
    assert (done.returncode, (root / "initiatives/api.yaml").read_text("utf-8")) == (0, files["api"])
    assert "op 12 november 2026 is er iets anders besloten" in done.stderr
    assert regie("adopt", later, cwd=root).returncode == 0
    assert "status: rejected\n" in (root / "initiatives/api.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    "broken", ["decisions: [{decision: adopt}]\n", "decisions: 3\n", "agenda: x\n", "a: [\n"]
)
def test_with_another_list_that_can_not_be_read_nothing_is_adopted(tmp_path: Path, broken: str) -> None:
    later = "decisions/2026-11-12-directors.yaml"
    files = {"api": initiative(costs=COSTS), LIST: broken, later: listed("decision: adopt")}
    root = portfolio(tmp_path, files, PARTNERSHIP.replace(MEETING, f"{MEETING}{MEETING_LATER}"))
    done = regie("adopt", later, cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"Dit is niet te maken zolang 1 bestand niet te lezen is: {LIST} (regie validate toont waarom).\n"
    )
    assert (root / "initiatives/api.yaml").read_text("utf-8") == files["api"]
