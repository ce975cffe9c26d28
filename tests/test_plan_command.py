"""``regie plan`` as people run it: in both languages, for programs, and when it is asked wrongly."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests import puzzles
from tests.desk import EXAMPLE, PARTNERSHIP, initiative, portfolio, regie

pytest.importorskip("highspy", reason="the extra [plan] isn't installed")
DAY = ("--today", "2026-09-24")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    written = puzzles.files(3, size=14, years=2, teams=3, tightness=0.4)
    return portfolio(tmp_path_factory.mktemp("plan"), dict(written))


@cache
def printed(folder: Path, *words: str) -> str:
    """Print a plan; of a folder that doesn't change it is made once for all that is told of it."""
    done = regie("plan", "--format", "json", *DAY, *words, cwd=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout


def told(folder: Path, *words: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(printed(folder, *words))
    return document


def test_a_plan_is_proved_and_nothing_in_it_is_wrong(folder: Path) -> None:
    made = told(folder)
    assert (made["status"], made["wrong"], made["bound"]) == ("proved", [], made["value"])
    assert made["value"] == sum(each["value"] for each in made["on"])
    assert made["cost"] == sum(each["cost"] for each in made["on"])


def test_everyone_is_on_or_has_a_reason(folder: Path) -> None:
    made = told(folder)
    names = [each["id"] for each in made["on"]] + [each["id"] for each in made["left_out"]]
    assert sorted(names) == [f"i{number:03d}" for number in range(14)]
    without = [each["id"] for each in made["left_out"] if not (each.get("lacks") or each.get("never"))]
    assert without == []


def test_the_room_that_lets_one_in_is_enough(folder: Path) -> None:
    """The plan that shows a change takes no more than there is with that room."""
    made = told(folder)
    on = {each["id"] for each in made["on"]}
    changes = [(each["id"], each["change"]) for each in made["left_out"] if each.get("change")]
    assert changes
    for name, change in changes:
        assert on | {name} <= {each["id"] for each in change["on"]}
        assert all(extra["amount"] > 0 for extra in change["room"])


def left_out(made: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {each["id"]: each for each in made["left_out"]}


def test_what_was_asked_for_is_explained_though_others_are_nearer(tmp_path: Path) -> None:
    written = puzzles.files(3, size=24, years=2, teams=3, tightness=0.3)
    folder = portfolio(tmp_path, dict(written))
    made = left_out(told(folder))
    name = next(name for name, each in made.items() if each.get("lacks") and "change" not in each)
    asked = left_out(told(folder, "--explain", name))
    assert ("change" in asked[name], asked[name]["instead"]["proved"]) == (True, True)
    assert [each for each in made if "change" in made[each] and "change" not in asked[each]] == []


def test_what_was_asked_for_says_what_it_pushes_out(folder: Path) -> None:
    close = told(folder)["close"][0]
    done = regie("plan", *DAY, "--lang", "en", "--explain", close["id"], cwd=folder)
    lost = f"The best plan with it has {close['value'] * 100 / told(folder)['value']:.1f}% less value"
    titles = "".join(f"‘Initiatief {int(name[1:])}’" for name in close["out"][:1])
    assert f"{lost}, and leaves out {titles}" in done.stdout


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("nl", "34% meer waarde, zonder ‘Initiatief 2’ en ‘Initiatief 7’. Maar ‘Initiatief 7’ moet op"),
        (
            "en",
            "34% more value, and leaves out ‘Initiatief 2’ and ‘Initiatief 7’. But ‘Initiatief 7’ must be on",
        ),
    ],
)
def test_more_value_without_what_must_be_on_is_said_as_that(tmp_path: Path, lang: str, said: str) -> None:
    written = puzzles.files(3, size=10, years=2, teams=3, tightness=0.4)
    done = regie("plan", *DAY, "--lang", lang, "--explain", "i004", cwd=portfolio(tmp_path, dict(written)))
    assert said in " ".join(done.stdout.split())


def test_what_asks_for_no_place_is_not_explained(folder: Path) -> None:
    done = regie("plan", *DAY, "--explain", "nix", cwd=folder)
    said = "--explain: «nix» vraagt geen plek op de agenda van 2027.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


def test_members_share_all_of_the_cost(folder: Path) -> None:
    made = told(folder)
    assert sum(each["amount"] for each in made["members"]) == made["cost"]


def test_by_hand_needs_no_solver_and_is_said_to_be_by_hand(folder: Path) -> None:
    made = told(folder, "--greedy")
    assert (made["status"], made["bound"], made["value"]) == ("by-hand", None, made["by_hand"])


def test_more_money_is_asked_with_an_option(folder: Path) -> None:
    assert told(folder, "--budget", "+50%")["value"] >= told(folder)["value"]


@pytest.mark.parametrize("percent", ["+2,5%", "+2.5%", "-100%", "1000%"])
def test_a_percentage_is_written_as_people_do(folder: Path, percent: str) -> None:
    assert regie("plan", "--greedy", *DAY, f"--budget={percent}", cwd=folder).returncode == 0


def test_what_is_pinned_out_stays_out(folder: Path) -> None:
    name = told(folder)["on"][0]["id"]
    out = {each["id"]: each for each in told(folder, "--pin", f"{name}=out")["left_out"]}
    assert out[name]["never"] == "pinned-out"


def test_pins_that_nothing_allows_end_with_1(folder: Path) -> None:
    pins = [word for number in range(14) for word in ("--pin", f"i{number:03d}=in")]
    done = regie("plan", *DAY, "--lang", "en", *pins, cwd=folder)
    assert done.returncode == 1
    assert "What was laid down (with --pin, or in a file) can't all be, so there is no plan." in done.stdout


@pytest.mark.parametrize(("lang", "said"), [("nl", "niet geplaatst: "), ("en", "not placed in this plan: ")])
def test_a_pin_that_is_missed_by_hand_is_said(folder: Path, lang: str, said: str) -> None:
    pins = [word for number in range(14) for word in ("--pin", f"i{number:03d}=in")]
    assert said in regie("plan", "--greedy", *DAY, "--lang", lang, *pins, cwd=folder).stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--budget", "10"), "--budget: «10» is geen percentage van -100% tot en met +1000%, zoals "),
        (("--budget", "NaN%"), "--budget: «NaN%» is geen percentage van -100% tot en met +1000%, "),
        (("--budget", "-100.001%"), "--budget: «-100.001%» is geen percentage van -100% "),
        (("--budget", "1000,1%"), "--budget: «1000,1%» is geen percentage van -100% "),
        (("--budget", "٥%"), "--budget: «٥%» is geen percentage van -100% "),
        (("--team", "t0=+1", "--team", "t0=+2"), "--team: «t0» staat er meer dan één keer."),
        (("--pin", "i000=in", "--pin", "i000=out"), "--pin: over «i000» staat er in en out. Kies er een."),
        (("--pin", "i000=ooit"), "--pin: «ooit» is geen in of out, en geen kwartaal zoals 2027-Q2."),
        (
            ("--write", "--floor", "5"),
            "Een plan met --floor wordt niet bewaard: een ondergrens is een vraag, ",
        ),
        (("--team", "t0"), "--team: «t0» is niet van de vorm naam=waarde."),
        (
            ("--team", "t0=veel"),
            "--team: «veel» is geen aantal uren van hoogstens zeven cijfers, zoals +200.",
        ),
        (("--pin", "nix=in"), "--pin: er is geen initiatief «nix»."),
        (("--year", "2031"), "In regie.yaml staan geen datums voor de agenda van 2031."),
    ],
)
def test_what_is_asked_wrongly_is_said(folder: Path, words: tuple[str, ...], said: str) -> None:
    done = regie("plan", *DAY, *words, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(said)


@pytest.mark.parametrize(
    ("lang", "said"), [("nl", "pipx inject icteregie highspy"), ("en", "uv tool install")]
)
def test_without_the_extra_one_line_says_how_to_install_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, lang: str, said: str
) -> None:
    from importlib import metadata

    from icteregie.workspace import solving

    def nothing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(solving, "version", nothing)
    done = regie("plan", *DAY, "--lang", lang, cwd=folder)
    assert (done.returncode, done.stderr.count("\n"), said in done.stderr) == (2, 1, True)
    assert regie("plan", "--greedy", *DAY, cwd=folder).returncode == 0


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "nl",
            [
                "Geen andere keuze die past, met wat moet erop, is meer waard.",
                "‘Menselijk toezicht en vastlegging bij hoog-risico-AI’ moet op de agenda, maar past",
                "Geen groep leden is met haar eigen deel van de ruimte beter af.",
            ],
        ),
        (
            "en",
            [
                "No other choice that fits, with what is required on it, is worth more.",
                "Questions to the directors",
            ],
        ),
    ],
)
def test_directors_read_it_on_one_page(lang: str, lines: list[str]) -> None:
    done = regie("plan", "--year", "2027", *DAY, "--lang", lang, cwd=EXAMPLE)
    assert (done.returncode, [line for line in lines if line not in done.stdout]) == (0, [])


def test_the_same_files_give_the_same_bytes() -> None:
    words = ("plan", "--year", "2027", *DAY, "--format", "json")
    assert regie(*words, cwd=EXAMPLE).stdout == regie(*words, cwd=EXAMPLE).stdout


# --- fair, and by priority ---


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("nl", "Geen plan geeft elk lid deze ondergrens. Hoogstens kan {highest}%."),
        ("en", "No plan gives each member this floor. At most {highest}% is possible."),
    ],
)
def test_a_floor_that_is_too_high_is_said_with_the_highest_that_is_not(
    folder: Path, lang: str, said: str
) -> None:
    done = regie("plan", *DAY, "--lang", lang, "--floor", "100", cwd=folder)
    document = json.loads(regie("plan", *DAY, "--floor", "100", "--format", "json", cwd=folder).stdout)
    highest = document["floor"]["highest"]
    assert (done.returncode, document["status"], document["on"]) == (1, "impossible", [])
    assert said.format(highest=highest) in done.stdout
    assert told(folder, "--floor", str(highest))["floor"]["highest"] is None


def test_what_a_floor_costs_is_said(folder: Path) -> None:
    highest = json.loads(regie("plan", *DAY, "--floor", "100", "--format", "json", cwd=folder).stdout)
    percent = str(highest["floor"]["highest"])
    made = told(folder, "--floor", percent)
    lost = made["floor"]["value_without"] - made["value"]
    assert (made["floor"]["value_without"], lost > 0) == (told(folder)["value"], True)
    done = regie("plan", *DAY, "--lang", "nl", "--floor", percent, cwd=folder)
    share = f"{lost / made['floor']['value_without'] * 100:.1f}".replace(".", ",").removesuffix(",0")
    assert f"Dat kost {share}% van de waarde die zonder ondergrens te halen is." in done.stdout


def test_a_floor_that_is_reached_anyhow_costs_nothing(folder: Path) -> None:
    done = regie("plan", *DAY, "--lang", "en", "--floor", "1", cwd=folder)
    assert "Each member gets at least its floor of the value. That costs no value." in done.stdout
    assert told(folder, "--floor", "1")["on"] == told(folder)["on"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--floor", "101"), "--floor: 101 is te veel."),
        (("--floor", "50", "--greedy"), "Gebruik --floor en --greedy niet samen."),
    ],
)
def test_a_floor_that_can_not_be_is_refused(folder: Path, words: tuple[str, ...], said: str) -> None:
    done = regie("plan", *DAY, *words, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


PUZZLE = {
    "cheap": initiative(priority="could", score="{value: 5, urgency: 5}", costs="{one_off: {2027: 1000}}"),
    "dear": initiative(priority="should", score="{value: 1, urgency: 1}", costs="{one_off: {2027: 6000000}}"),
}


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "nl",
            "Er staat iets met prioriteit could op terwijl iets met should er niet op staat: wel ",
        ),
        ("en", "Something of priority could is on the agenda while something of priority should isn't. On: "),
    ],
)
def test_a_could_before_a_should_is_said(tmp_path: Path, lang: str, said: str) -> None:
    folder = portfolio(tmp_path, PUZZLE)
    words = ("plan", "--year", "2027", *DAY)
    assert said in regie(*words, "--lang", lang, cwd=folder).stdout
    made = json.loads(regie(*words, "--format", "json", cwd=folder).stdout)
    assert made["could_before_should"] == {"could": ["cheap"], "should": ["dear"]}


def test_the_weight_of_a_priority_is_set_in_the_portfolio(tmp_path: Path) -> None:
    weights = "thresholds: {priority_weights: {could: 0, should: 9}}\n"
    folder = portfolio(tmp_path, PUZZLE, PARTNERSHIP + weights)
    made = json.loads(regie("plan", "--year", "2027", *DAY, "--format", "json", cwd=folder).stdout)
    assert [(each["id"], each["value"]) for each in made["on"]] == [("dear", 4 * 100 * 9)]
    done = regie("plan", "--year", "2027", *DAY, "--lang", "nl", cwd=folder)
    assert "should telt 9 keer, could 0 keer." in done.stdout


@pytest.mark.parametrize(
    ("weights", "rule"),
    [("{could: 11}", "«11» is meer dan 10"), ("{must: 2}", "must"), ("{could: veel}", "veel")],
)
def test_a_weight_that_can_not_be_is_a_finding(tmp_path: Path, weights: str, rule: str) -> None:
    own = PARTNERSHIP + f"thresholds:\n  priority_weights: {weights}\n"
    done = regie("validate", cwd=portfolio(tmp_path, PUZZLE, own))
    line = len(own.splitlines())
    assert any(
        text.startswith(f"regie.yaml:{line}:") and rule in text for text in done.stdout.splitlines()
    ), done.stdout


def test_each_member_s_value_alone_is_shown(folder: Path) -> None:
    made = told(folder)
    assert {each["member"]: type(each["alone"]) for each in made["members"]} == dict.fromkeys(
        puzzles.MEMBERS, int
    )


def test_the_second_opinion_is_about_what_is_and_is_not_on(folder: Path) -> None:
    made = told(folder)
    on = {each["id"] for each in made["on"]}
    assert on.isdisjoint(made["equal_shares"]["besides"])
    assert on.issuperset(made["equal_shares"]["not_chosen"])
