"""``regie show`` tells all that a file says, and what follows from it."""

import csv
import io
import json
from pathlib import Path

import pytest
import yaml

from tests.desk import EXAMPLE, PARTNERSHIP, initiative, portfolio, regie

FULL = """\
title: 'Een | titel <b>'
submitter: utrecht
sponsor: Directeur
submitted: 2026-05-18
agenda: 2027
status: running
steering: experimental
nature: renewal
obligation: {kind: contractual, basis: contract loopt af, deadline: 2030-05-31}
domain: access
participants: [utrecht, amsterdam]
cost_key: equal
priority: must
summary: |
  Eerste regel.

  Tweede alinea met *sterren*.
problem: Het probleem.
do_nothing: Niets doen.
period: {start: 2027-Q1, end: 2027-Q4}
window: {earliest: 2027-Q1, latest: 2028-Q2}
minimum_participants: 2
alone: {utrecht: 380000}
costs:
  as_of: 2026-05-01
  margin: 12.5%
  one_off: {2027: 100001}
  recurring: {2028: 60000}
  people: 90000
  cover: {amsterdam: covered, utrecht: to-be-found}
benefits: {recurring: {2029: 250000}, booked_on: beheerbudget, text: Minder beheer.}
effort: {platform: {2027-Q2: 600, 2027-Q1: 400}}
components: [identity]
retires: [letters]
depends_on: [{on: base, kind: start-to-start, lag: 2 weeks}]
external: [{what: DigiD-aansluiting, by: 2027-06-01}]
conflicts_with: [{id: rival, why: zelfde mensen}]
alternative_to: [rival]
score: {value: {utrecht: 5}, urgency: 3, risk: {likelihood: 2, impact: 4, measure: klein beginnen}}
standards: [OAuth 2.0, SCIM]
explain: Onder de drempel.
common_ground: integration
experiment:
  {learning_goal: leren, time_box: 2027-Q2, budget_cap: 50000, stop_when: te duur, decides: directors}
steps: [{name: Eerste stap, end: 2027-Q2, decide: go/no-go}]
late: {unforeseen: niet te zien, unavoidable: moest, not_postponable: nu, route: now}
support: {amsterdam: for, utrecht: {position: against, because: te vroeg}}
baseline: {adopted: 2026-10-08, end: 2027-Q4, one_off: 570000, recurring: 60000}
rebaselines: [{date: 2027-06-01, reason: tegenslag, end: 2028-Q1, one_off: 640000}]
progress:
  - {date: 2027-04-08, time: green, cost: amber, quality: red, spent: 110000, end: 2027-Q4, text: Op gang.}
links: ['https://voorbeeld.nl/a']
"""


NEIGHBOURS = {
    "base": initiative(period="{start: 2026-10, end: 2026-12}", title="De basis"),
    "rival": initiative(),
    "next": initiative(
        depends_on="[whole]",
        period="{start: 2028-Q1, end: 2028-Q2}",
        conflicts_with="[{id: whole, why: botst}]",
    ),
}


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return portfolio(tmp_path_factory.mktemp("full"), NEIGHBOURS | {"whole": FULL})


@pytest.fixture(scope="module")
def full_text(full: Path) -> str:
    return regie("show", "whole", "-C", full).stdout


TOLD = [
    "Een | titel <b>",
    "initiatives/whole.yaml",
    "Eerste regel. Tweede alinea met *sterren*.",
    "Het probleem.",
    "Niets doen.",
    "Directeur",
    "Amsterdam, Utrecht",
    "in uitvoering",
    "experiment",
    "vernieuwing",
    "contractueel",
    "contract loopt af",
    "2030-05-31",
    "Toegang",
    "Identiteit",
    "Brieven",
    "must have",
    "gelijk",
    "12,5%",
    "€ 90.000",
    "€ 50.001",
    "€ 50.000",
    "€ 380.000",
    "nog te dekken",
    "€ 250.000",
    "beheerbudget",
    "Minder beheer.",
    "Team Platform",
    "2027-Q1 – 2027-Q4",
    "2027-Q1 – 2028-Q2",
    "Eerste stap",
    "DigiD-aansluiting",
    "base",
    "De basis",
    "begin na begin",
    "2026-10-15",
    "zelfde mensen",
    "botst",
    "klein beginnen",
    "leren",
    "te duur",
    "Directeuren",
    "niet te zien",
    "moest",
    "nu besluiten",
    "OAuth 2.0, SCIM",
    "Onder de drempel.",
    "integratie",
    "Utrecht (tegen)",
    "te vroeg",
    "2026-10-08",
    "€ 570.000",
    "tegenslag",
    "€ 640.000",
    "oranje",
    "rood",
    "€ 110.000",
    "Op gang.",
    "https://voorbeeld.nl/a",
]


@pytest.mark.parametrize("said", TOLD)
def test_text_tells_everything(full_text: str, said: str) -> None:
    assert said in full_text


TYPED = ("agenda", "minimum_participants", "depends_on", "steps", "rebaselines", "progress")


def test_json_is_the_whole_file(full: Path) -> None:
    (told,) = json.loads(regie("show", "whole", "--format", "json", "-C", full).stdout)["initiatives"]
    written = yaml.load(FULL, Loader=yaml.BaseLoader)  # noqa: S506 - texts only, and our own
    texts = [key for key, value in written.items() if isinstance(value, (str, list)) and key not in TYPED]
    assert {key: told[key] for key in texts} == {key: written[key] for key in texts} | {
        "summary": written["summary"].strip()
    }
    assert [told[key] for key in ("agenda", "minimum_participants", "alone")] == [
        2027,
        2,
        {"utrecht": 380000},
    ]
    for key in ("obligation", "period", "window", "late"):
        assert told[key] == written[key]
    assert told["depends_on"] == [{"on": "base", "kind": "start-to-start", "lag": "14 days"}]
    assert told["rebaselines"] == [
        {
            "date": "2027-06-01",
            "reasons": [],
            "reason": "tegenslag",
            "end": "2028-Q1",
            "one_off": 640000,
            "recurring": None,
        }
    ]
    assert told["steps"] == [{**written["steps"][0], "one_off": None}]
    assert told["experiment"]["budget_cap"] == 50000
    assert told["score"]["value"] == {"utrecht": 5}
    assert told["costs"]["margin"] == "12.5%"
    assert told["costs"]["one_off"] == {"2027": 100001}
    assert told["effort"] == {"platform": {"2027-Q2": 600, "2027-Q1": 400}}
    assert told["support"] == {
        "amsterdam": {"position": "for", "because": None},
        "utrecht": {"position": "against", "because": "te vroeg"},
    }


def test_json_derives_shares_and_coherence(full: Path) -> None:
    (told,) = json.loads(regie("show", "whole", "--format", "json", "-C", full).stdout)["initiatives"]
    expected = told["derived"].pop("foreseen")
    assert (expected["end"], expected["one_off"], expected["sources"]["end"]) == (
        "2027-12-31",
        {"2027": 100001},
        {"source": "plan", "day": "2026-09-24"},
    )
    assert told["derived"] == {
        "participants": ["amsterdam", "utrecht"],
        "cost_key": "equal",
        "arrived": "2026-05-18",
        "asked": "2026-05-18",
        "received": "2026-05-18",
        "complete": None,
        "size": "experiment",
        "one_off_total": 100001,
        "recurring_largest": 60000,
        "shares": {
            "one_off": {"2027": {"amsterdam": 50001, "utrecht": 50000}},
            "recurring": {"2028": {"amsterdam": 30000, "utrecht": 30000}},
        },
        "waits_for": [{"id": "base", "kind": "start-to-start", "ready": "2026-10-15", "slack": 78}],
        "waited_for_by": [{"id": "next", "kind": "finish-to-start", "ready": "2028-01-01", "slack": 0}],
        "dossier": None,
        "evidence": {
            "present": ["summary", "problem", "period", "experiment"],
            "missing": [],
            "unknown": [],
        },
        "ambitions": [],
        "retires": [],
        "adds": [],
        "part_of": [],
        "programme": None,
    }


def test_csv_is_each_members_share(full: Path) -> None:
    told = regie("show", "whole", "--format", "csv", "-C", full).stdout
    assert list(csv.DictReader(io.StringIO(told))) == [
        {
            "id": "whole",
            "kind": "one_off",
            "year": "2027",
            "total": "100001",
            "amsterdam": "50001",
            "utrecht": "50000",
        },
        {
            "id": "whole",
            "kind": "recurring",
            "year": "2028",
            "total": "60000",
            "amsterdam": "30000",
            "utrecht": "30000",
        },
    ]


def test_markdown_escapes_what_the_file_says(full: Path) -> None:
    lines = regie("show", "whole", "--format", "md", "-C", full).stdout.splitlines()
    assert lines[0] == "## Een \\| titel \\<b\\>"
    assert "- **Samenvatting**: Eerste regel. Tweede alinea met \\*sterren\\*." in lines
    assert "| incidenteel | 2027 | € 100.001 | € 50.001 | € 50.000 |" in lines


def test_english_speaks_english(full: Path) -> None:
    told = regie("show", "whole", "--lang", "en", "-C", full).stdout
    assert "Purpose\n-------" in told
    assert "€ 100,001" in told
    assert "Utrecht (against)" in told


def test_a_clash_is_told_at_both_sides(full: Path) -> None:
    assert "zelfde mensen" in regie("show", "rival", "-C", full).stdout


def test_what_is_not_said_is_left_out(tmp_path: Path) -> None:
    told = regie("show", "a", "-C", portfolio(tmp_path, {"a": initiative()})).stdout
    for heading in ("Geld en inzet", "Standpunten", "Voortgang", "Samenhang"):
        assert heading not in told


def test_several_are_shown_by_id() -> None:
    told = json.loads(regie("show", "klantcontact-*", "--format", "json", "-C", EXAMPLE).stdout)
    assert [one["id"] for one in told["initiatives"]] == ["klantcontact-den-haag", "klantcontact-rotterdam"]


def test_a_mistyped_id_gets_the_one_that_was_meant(full: Path) -> None:
    done = regie("show", "whol", "-C", full)
    assert (done.returncode, done.stdout) == (2, "")
    assert "«whole»" in done.stderr


def test_without_an_id_it_is_wrong_use(full: Path) -> None:
    assert regie("show", "-C", full).returncode == 2


def test_the_factsheet_has_standards_layer_and_gemma_component(tmp_path: Path) -> None:
    gemma = "1b2c3d4e-0000-4000-8000-123456789abc"
    partnership = PARTNERSHIP.replace(
        "components:", f"components:\n  idp: {{name: Keycloak, gemma: {gemma}}}"
    )
    made = initiative(components="[idp]", standards="[SCIM, OAuth 2.0]", common_ground="integration")
    root = portfolio(tmp_path, {"toegang": made}, partnership)
    shown = regie("show", "toegang", "-C", root).stdout
    agenda = regie("agenda", "-C", root).stdout.replace("<!-- -->", "")
    assert f"Keycloak ({gemma})" in shown
    assert f"| Componenten | Keycloak (GEMMA: {gemma}) |" in agenda
    assert "| Standaarden | SCIM, OAuth 2.0 |" in agenda
    assert "| Laag van Common Ground | integratie |" in agenda
