"""The landscapes of the example: a deadline in each of its states, and every warning on purpose."""

import json

from tests.desk import EXAMPLE, regie

WORDS = ("-C", EXAMPLE, "--today", "2026-09-24", "--format", "json")


def test_a_deadline_is_in_each_of_its_states() -> None:
    listed = json.loads(regie("calendar", "--unanswered", *WORDS).stdout)["deadlines"]
    states = {(each["id"], each["kind"]): each["state"] for each in listed}
    assert {
        ("den-haag/enquetes", "contract"): "notice-day-passed",
        ("utrecht/klantcontact", "contract"): "calm-day-passed",
        ("europese-werkplek", "external"): "this-season",
        ("amsterdam/werkplek", "contract"): "coming",
        ("den-haag/werkplek", "contract"): "coming",
    }.items() <= states.items()


def test_what_is_found_in_the_landscapes_is_there_on_purpose() -> None:
    found = json.loads(regie("validate", *WORDS).stdout)["findings"]
    assert {(each["file"], each["rule"]) for each in found if each["file"].startswith("landscape")} == {
        (f"landscape/{member}.yaml", "unanswered-deadline") for member in ("amsterdam", "den-haag", "utrecht")
    }


def test_it_has_what_the_landscape_can_show() -> None:
    shown = json.loads(regie("landscape", *WORDS).stdout)
    assert [{each["product"] for each in pair} for pair in shown["names"]] == [
        {"Open Webredactie", "Open Webredaktie"}
    ]
    assert {tuple(row["applications"]) for row in shown["pruning"] if row["reason"] == "no-users"} == {
        ("den-haag/enquetes",)
    }
    assert shown["gains"][0]["component"] == "case-registry"
