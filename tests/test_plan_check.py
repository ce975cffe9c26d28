"""A plan that is kept is reckoned again without a solver: what is wrong in it, or changed since, is found."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from icteregie.analysis.plan.laid_down import laid_down
from icteregie.analysis.plan.recheck import mistakes
from icteregie.analysis.plan.staleness import changed_since
from icteregie.editing import written
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.basis import Basis
from icteregie.reports.plan.result import plan_result
from icteregie.reports.plan.view import plan_report
from tests import puzzles
from tests.desk import PARTNERSHIP, initiative, loaded, portfolio, regie
from tests.solving import DAY as ON
from tests.solving import by_highs

pytest.importorskip("highspy", reason="the extra [plan] isn't installed")
DAY = ("--today", "2026-09-24")
FILE = "plans/2027.yaml"
Change = Callable[[dict[str, Any]], object]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portfolio with a plan that was written by the command."""
    files = dict(puzzles.files(31, size=12, years=2, teams=3, tightness=0.4))
    root = portfolio(tmp_path_factory.mktemp("kept"), files)
    done = regie("plan", "--write", *DAY, cwd=root)
    assert (done.returncode, done.stdout) == (0, "plans/2027.yaml is geschreven.\n"), done.stderr
    return root


def checked(root: Path, change: Change = lambda _: None) -> dict[str, Any]:
    """Change what is kept, check it, and put it back."""
    file = root / FILE
    before = file.read_text("utf-8")
    document = yaml.safe_load(before)
    change(document["result"])
    try:
        file.write_text(yaml.safe_dump(json.loads(json.dumps(document)), sort_keys=False), "utf-8")
        done = regie("plan", "check", "--year", "2027", "--format", "json", *DAY, cwd=root)
    finally:
        file.write_text(before, "utf-8")
    found: dict[str, Any] = json.loads(done.stdout)
    assert (done.returncode == 0) is (found["status"] == "right")
    return found


def told(root: Path, change: Change) -> list[tuple[str, str, str]]:
    found = checked(root, change)
    faults = ((each["wrong"] or {}).get("fault") for each in found["mistakes"])
    return [
        (each["part"], fault or each["said"], each["id"])
        for each, fault in zip(found["mistakes"], faults, strict=True)
    ]


def first(result: dict[str, Any], key: str) -> dict[str, Any]:
    """Give the first that is out and has something explained."""
    return next(each for each in result["left_out"] if key in each)


def name_of(root: Path, key: str) -> str:
    name: str = first(yaml.safe_load((root / FILE).read_text("utf-8"))["result"], key)["id"]
    return name


# --- right ---


def test_a_plan_that_was_written_is_right(kept: Path) -> None:
    assert checked(kept) | {"today": ""} == {
        "version": 1,
        "today": "",
        "year": 2027,
        "file": FILE,
        "status": "right",
        "changed": None,
        "broken": [],
        "mistakes": [],
    }


@pytest.mark.parametrize("seed", range(0, 40, 3))
def test_whatever_is_made_is_right(tmp_path: Path, seed: int) -> None:
    made = puzzles.portfolio(seed, size=12, years=2, teams=3, tightness=0.4)
    assert remade(tmp_path, made, dict(puzzles.files(seed, size=12, years=2, teams=3, tightness=0.4))) == (
        None,
        (),
    )


def remade(root: Path, made: Portfolio, files: dict[str, str]) -> tuple[object, object]:
    """Plan, keep, read again, and check."""
    made = replace(made, day=ON)
    constraints = laid_down(made.plans.get(2027))
    report = plan_report(Basis(made, ON), 2027, constraints, by_highs)
    text = written.pair("result", plan_result(report, constraints), "", "\n")
    again = loaded(portfolio(root, {**files, FILE: f"{files.get(FILE, '')}{text}\n"})).portfolio
    again = replace(again, day=ON)
    return changed_since(again, 2027, again.plans[2027]), mistakes(again, 2027, again.plans[2027])


def test_a_plan_within_pins_and_ceilings_is_right(tmp_path: Path) -> None:
    laid = (
        "pins:\n  i003: {not_before: 2027-Q3, members: [noord, oost]}\nceilings:\n  2027: {noord: 200000}\n"
    )
    files = {**puzzles.files(5, size=12, years=2, teams=3, tightness=0.4), FILE: laid}
    made = loaded(portfolio(tmp_path / "before", files)).portfolio
    assert remade(tmp_path / "after", made, files) == (None, ())


# --- wrong ---


def test_a_value_that_is_not_so_is_found_at_its_line(kept: Path) -> None:
    file = kept / FILE
    before = file.read_text("utf-8")
    line = next(n for n, row in enumerate(before.splitlines(), 1) if row.startswith("  value: "))
    try:
        file.write_text(before.replace("  value: ", "  value: 1", 1), "utf-8")
        done = regie("plan", "check", *DAY, "--lang", "en", cwd=kept)
    finally:
        file.write_text(before, "utf-8")
    assert done.returncode == 1
    assert f"- line {line}: The plan: the value is " in done.stdout


PLAN_FAULTS: list[tuple[str, Change, tuple[str, str]]] = [
    ("a cost", lambda r: r.update(cost=r["cost"] + 1), ("plan", "cost")),
    ("a bound below the value", lambda r: r.update(bound=r["value"] - 100), ("plan", "bound")),
    ("a bound by hand", lambda r: r.update(status="by-hand"), ("plan", "bound")),
    ("no bound", lambda r: r.pop("bound"), ("plan", "bound")),
    ("one that is on twice", lambda r: r["placed"].append(r["placed"][0]), ("plan", "twice")),
    ("one that is gone", lambda r: r["placed"].pop(), ("plan", "unexplained")),
    ("one without a reason", lambda r: r["left_out"].pop(), ("plan", "unexplained")),
    ("fewer members", lambda r: r["placed"][0].update(members=["noord"]), ("plan", "members")),
    ("a start far away", lambda r: r["placed"][0].update(start="2040-Q1"), ("plan", "outside-horizon")),
    ("a must that isn't", lambda r: r.update(clash=[r["left_out"][0]["id"]]), ("clash", "no-must")),
]


@pytest.mark.parametrize(
    ("change", "expected"), [(c, e) for _, c, e in PLAN_FAULTS], ids=[n for n, _, _ in PLAN_FAULTS]
)
def test_a_fault_in_the_plan_is_found(kept: Path, change: Change, expected: tuple[str, str]) -> None:
    assert expected in [(part, said) for part, said, _ in told(kept, change)]


def more_value(left_out: dict[str, Any]) -> None:
    left_out["instead"]["value"] += 100


def more(room: list[dict[str, Any]]) -> None:
    room[0]["amount"] += 1


TIED = {"what": "together", "id": "i000"}


def less(room: list[dict[str, Any]]) -> None:
    room[0]["amount"] -= 1


EXPLAINED: list[tuple[str, str, Callable[[dict[str, Any]], object], tuple[str, str]]] = [
    ("too much lacks", "lacks", lambda x: more(x["lacks"]), ("lacks", "lacks")),
    ("too little lacks", "lacks", lambda x: less(x["lacks"]), ("lacks", "lacks")),
    ("a lack is left out", "lacks", lambda x: x["lacks"].pop(), ("lacks", "lacks")),
    ("a lack that isn't", "lacks", lambda x: x["lacks"].append(TIED), ("lacks", "lacks")),
    ("a reason that isn't", "lacks", lambda x: x.update(never="wont"), ("never", "never")),
    ("too much room", "change", lambda x: more(x["change"]["room"]), ("change", "room")),
    ("too little room", "change", lambda x: less(x["change"]["room"]), ("change", "room")),
    ("no plan in the change", "change", lambda x: x["change"].pop("placed"), ("change", "not-in-it")),
    ("another value", "instead", more_value, ("instead", "value")),
    ("another cost", "instead", lambda x: x["instead"].update(cost=1), ("instead", "cost")),
    ("nothing pushed out", "instead", lambda x: x["instead"].pop("out"), ("instead", "lacks")),
    ("it isn't in it", "instead", lambda x: x["instead"].pop("placed"), ("instead", "not-in-it")),
    ("one out that wasn't on", "instead", lambda x: x["instead"]["out"].append("i999"), ("instead", "out")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("key", "change", "expected"), [(k, c, e) for _, k, c, e in EXPLAINED], ids=[n for n, *_ in EXPLAINED]
)
def test_a_fault_in_an_explanation_is_found(
    kept: Path, key: str, change: Callable[[dict[str, Any]], object], expected: tuple[str, str]
) -> None:
    found = [(part, said) for part, said, _ in told(kept, lambda result: change(first(result, key)))]
    assert expected in found


def test_a_plan_with_more_value_than_the_best_is_found(kept: Path) -> None:
    """A plan that isn't the best, with an explanation that shows it."""

    def planted(result: dict[str, Any]) -> None:
        texts = [(kept / f"initiatives/{each['id']}.yaml").read_text("utf-8") for each in result["placed"]]
        free = next(n for n, text in enumerate(texts) if "must" not in text and "obligation" not in text)
        gone, value = result["placed"].pop(free), result["value"]
        result["value"] = result["bound"] = value - 1
        better = {"value": value, "cost": result["cost"], "placed": [gone]}
        result["left_out"].append({**gone, "instead": better})

    assert ("instead", "better-than-best") in [(part, said) for part, said, _ in told(kept, planted)]


# --- groups ---


@pytest.fixture(scope="module")
def of_groups(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan in which one large initiative keeps out what two members would do by themselves."""
    board, south = "{value: {amsterdam: 5}, urgency: 3}", "{value: {den-haag: 4, utrecht: 4}, urgency: 3}"
    large = initiative(score=board, costs="{one_off: {2027: 6000000}}", priority="must")
    small = initiative(score=south, costs="{one_off: {2027: 1000000}}", participants="[den-haag, utrecht]")
    root = portfolio(tmp_path_factory.mktemp("groups"), {"a": large, "b": small})
    assert regie("plan", "--write", *DAY, cwd=root).returncode == 0
    return root


def test_a_group_that_does_better_is_kept_and_right(of_groups: Path) -> None:
    kept = yaml.safe_load((of_groups / FILE).read_text("utf-8"))["result"]
    assert {"members": ["den-haag", "utrecht"], "better": BETTER, "placed": [ALONE]} in kept["coalitions"]
    assert checked(of_groups)["status"] == "right"


BETTER = {"den-haag": {"plan": 0, "together": 1200}, "utrecht": {"plan": 0, "together": 1200}}
ALONE = {"id": "b", "start": "2027-Q1", "members": ["den-haag", "utrecht"]}
GROUP_FAULTS: list[tuple[str, Callable[[dict[str, Any]], object], tuple[str, str]]] = [
    ("more than it gets", lambda g: g["better"]["utrecht"].update(together=1300), ("coalition", "group")),
    ("nothing in its plan", lambda g: g.pop("placed"), ("coalition", "group")),
    ("everyone", lambda g: g.update(members=["amsterdam"]), ("coalition", "group")),
    ("more than its room", lambda g: g["placed"].append({**ALONE, "id": "a"}), ("coalition", "members")),
]


@pytest.mark.parametrize(("change", "expected"), [(c, e) for _, c, e in GROUP_FAULTS])
def test_a_fault_in_a_group_is_found(
    of_groups: Path, change: Callable[[dict[str, Any]], object], expected: tuple[str, str]
) -> None:
    found = told(of_groups, lambda result: change(result["coalitions"][-1]))
    assert expected in [(part, said) for part, said, _ in found]


# --- stale ---


def since(root: Path, name: str, before: str, after: str) -> dict[str, Any]:
    """Change a file of the portfolio, check, and put it back."""
    file = root / name
    text = file.read_text("utf-8")
    assert before in text, text
    try:
        file.write_text(text.replace(before, after, 1), "utf-8")
        return checked(root)
    finally:
        file.write_text(text, "utf-8")


def test_a_changed_title_changes_nothing(kept: Path) -> None:
    found = since(kept, "initiatives/i003.yaml", "title: Initiatief 3", "title: Heel anders")
    assert found["status"] == "right"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("one_off: {", "one_off: {2030: 1, "),
        ("period: {start: 20", "period: {start: 20"),
        ("urgency: ", "risk: {likelihood: 1, impact: 1}, urgency: "),
    ],
)
def test_only_what_the_plan_uses_makes_it_stale(kept: Path, before: str, after: str) -> None:
    found = since(kept, "initiatives/i003.yaml", before, after)
    is_used = "2030" in after
    assert found["status"] == ("stale" if is_used else "right")
    if is_used:
        assert found["changed"]["initiatives"] == {"i003": "changed"}


def test_an_initiative_that_came_or_went_is_named(kept: Path) -> None:
    found = since(kept, "initiatives/i003.yaml", "status: proposal", "status: idea")
    assert found["changed"]["initiatives"] == {"i003": "gone"}


def test_room_that_changed_is_named_with_then_and_now(kept: Path) -> None:
    text = (kept / "regie.yaml").read_text("utf-8")
    then = int(text.split("budget: {one_off: ")[1].split(",")[0])
    found = since(kept, "regie.yaml", f"one_off: {then}", f"one_off: {then - 1000}")
    assert found["changed"]["room"] == [{"what": "one-off", "year": 2027, "then": then, "now": then - 1000}]


def test_what_is_fixed_and_changed_is_named(tmp_path: Path) -> None:
    adopted = initiative(
        status="adopted", costs="{one_off: {2027: 1000}}", period="{start: 2027-Q1, end: 2027-Q4}"
    )
    files = {"a": adopted, "b": initiative(score="{value: 3}", costs="{one_off: {2027: 5}}")}
    root = portfolio(tmp_path, files)
    assert regie("plan", "--write", *DAY, cwd=root).returncode == 0
    found = since(root, "initiatives/a.yaml", "one_off: {2027: 1000}", "one_off: {2027: 2000}")
    assert found["changed"]["initiatives"] == {"a": "changed"}
    assert found["changed"]["room"] == [{"what": "one-off", "year": 2027, "then": 5999000, "now": 5998000}]


@pytest.mark.parametrize(
    ("laid", "key"),
    [
        ("pins:\n  i003: {not_before: 2027-Q3}\n", {"pins": {"i003": "new"}}),
        ("hour: 10\n", {"hour": True}),
        (
            "ceilings:\n  2027: {noord: 5}\n",
            {"room": [{"what": "share", "member": "noord", "year": 2027, "then": None, "now": 5}]},
        ),
    ],
)
def test_what_is_laid_down_since_is_named(kept: Path, laid: str, key: dict[str, Any]) -> None:
    found = since(kept, FILE, "result:\n", f"{laid}result:\n")
    assert found["status"] == "stale"
    assert {name: found["changed"][name] for name in key} == key


def test_a_fingerprint_of_nothing_is_wrong(kept: Path) -> None:
    found = checked(kept, lambda result: result.update(fingerprint="abcdefghabcdefgh"))
    assert found["status"] == "wrong"


def test_a_stale_plan_says_what_no_longer_fits(kept: Path) -> None:
    file = kept / "regie.yaml"
    text = file.read_text("utf-8")
    then = text.split("budget: {one_off: ")[1].split(",")[0]
    try:
        file.write_text(text.replace(f"one_off: {then}", "one_off: 0", 1), "utf-8")
        done = regie("plan", "check", "--year", "2027", "--lang", "en", *DAY, cwd=kept)
    finally:
        file.write_text(text, "utf-8")
    assert done.returncode == 1
    assert f"- the one-off budget of 2027: now € 0, then € {int(then):,}" in done.stdout
    assert "What is on no longer fits: € " in done.stdout


def test_without_a_plan_it_says_how_to_make_one(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"a": initiative()})
    done = regie("plan", "check", "--year", "2027", "--lang", "en", *DAY, cwd=root)
    assert (done.returncode, done.stderr) == (
        2,
        "plans/2027.yaml has no plan for 2027 yet. Make it with: regie plan --year 2027 --write.\n",
    )


@pytest.mark.parametrize("option", [("--budget", "+5%"), ("--pin", "i003=in"), ("--write",)])
def test_what_asks_for_another_plan_is_not_checked(kept: Path, option: tuple[str, ...]) -> None:
    done = regie("plan", "check", *option, *DAY, cwd=kept)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"Gebruik check en {option[0]} niet samen. Kies er een.\n"


def test_a_hostile_title_steers_nothing_in_markdown(tmp_path: Path) -> None:
    one = {"costs": "{one_off: {2027: 5}}", "score": "{value: 3}"}
    root = portfolio(tmp_path, {"a": initiative(**one)})
    assert regie("plan", "--greedy", "--write", *DAY, cwd=root).returncode == 0
    hostile = {**one, "costs": "{one_off: {2027: 6}}", "title": "'<script>x</script> [y](https://z.example)'"}
    (root / "initiatives/a.yaml").write_text(initiative(**hostile), "utf-8")
    done = regie("plan", "check", "--year", "2027", "--format", "md", *DAY, cwd=root)
    assert done.returncode == 1
    assert "script" in done.stdout
    assert "[y](https://z.example)" not in done.stdout
    assert "<script>" not in done.stdout


def test_who_is_pinned_and_takes_no_part_leaves_no_way_to_do_it(tmp_path: Path) -> None:
    one = initiative(costs="{one_off: {2027: 5}}", score="{value: 3}", participants="[amsterdam, utrecht]")
    root = portfolio(tmp_path, {"a": one, FILE: "pins:\n  a: {members: [rotterdam]}\n"})
    done = regie("plan", "--greedy", "--format", "json", *DAY, cwd=root)
    assert json.loads(done.stdout)["on"] == []


def test_the_year_that_has_a_plan_is_checked(tmp_path: Path) -> None:
    """The first agenda for which something asks is 2027; a plan is kept for 2028 alone."""
    dates = "intake_closes: 2027-07-01, dossier_closes: 2027-08-27, advice: 2027-09-24, decision: 2027-10-08"
    later = f"  2028: {{{dates}}}\n"
    text = PARTNERSHIP.replace("agendas:\n", f"agendas:\n{later}", 1)
    files = {"a": initiative(), "b": initiative(agenda="2028"), "regie.yaml": text}
    root = portfolio(tmp_path, files)
    assert regie("plan", "--greedy", "--write", "--year", "2028", *DAY, cwd=root).returncode == 0
    done = regie("plan", "check", "--format", "json", *DAY, cwd=root)
    assert (done.returncode, json.loads(done.stdout)["year"]) == (0, 2028)
