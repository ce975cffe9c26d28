"""Names of things that are not there: each key that holds one, and the name that was meant."""

from pathlib import Path

import pytest

from tests.desk import EVERY_RULE, PARTNERSHIP, found, initiative, portfolio
from tests.rules.single import SingleRule, text_at

DEVIATES = "[{principle: no-bespok, because: De wet verschilt.}]"
EXPERIMENT = (
    "{learning_goal: leren, time_box: 2027-Q2, budget_cap: 5000, stop_when: het niet lukt, decides: director}"
)


@pytest.mark.parametrize(
    ("key", "value", "rule", "written", "guess"),
    [
        ("submitter", "utrech", "unknown-member", "utrech", "utrecht"),
        ("participants", "[amsterdam, roterdam]", "unknown-member", "roterdam", "rotterdam"),
        ("ambitions", "[utrech/een-loket]", "unknown-member", "utrech/een-loket", "utrecht"),
        ("alone", "{den-hag: 5000}", "unknown-member", "den-hag", "den-haag"),
        ("support", "{utrech: for}", "unknown-member", "utrech", "utrecht"),
        ("costs", "{cover: {utrech: covered}}", "unknown-member", "utrech", "utrecht"),
        ("score", "{value: {utrech: 4}}", "unknown-member", "utrech", "utrecht"),
        ("depends_on", "[othr]", "unknown-dependency", "othr", "other"),
        ("depends_on", "[{on: othr, lag: 2 weeks}]", "unknown-dependency", "othr", "other"),
        ("part_of", "othr", "unknown-initiative", "othr", "other"),
        ("depends_on", "[{id: othr, lag: 2 weeks}]", "unknown-dependency", "othr", "other"),
        ("conflicts_with", "[{id: othr, why: dubbel}]", "unknown-initiative", "othr", "other"),
        ("alternative_to", "[othr]", "unknown-initiative", "othr", "other"),
        ("components", "[leters]", "unknown-component", "leters", "letters"),
        ("deviates", DEVIATES, "unknown-principle", "no-bespok", "no-bespoke"),
        ("domain", "acces", "unknown-domain", "acces", "access"),
        ("effort", "{platfrm: {2027-Q1: 10}}", "unknown-team", "platfrm", "platform"),
        ("cost_key", "client", "unknown-cost-key", "client", "clients"),
        ("experiment", EXPERIMENT, "unknown-body", "director", "directors"),
    ],
)
def test_an_unknown_name_in_an_initiative_is_pointed_at(
    tmp_path: Path, *, key: str, value: str, rule: str, written: str, guess: str
) -> None:
    files = {"access": initiative(period=None, **{key: value}), "other": initiative(period=None)}
    partnership = f"{PARTNERSHIP}principles: {{no-bespoke: Geen maatwerk}}\n"
    finding = SingleRule(rule).finding(portfolio(tmp_path, files, partnership))
    assert (finding.rule, finding.wording, finding.place.file) == (rule, "guess", "initiatives/access.yaml")
    assert (text_at(finding), finding.values) == (
        written,
        {"name": written.partition("/")[0], "guess": guess},
    )


@pytest.mark.parametrize(
    ("there", "instead", "rule", "written", "guess"),
    [
        ("den-haag: 23,", "den-haag: 23, den-hag: 1,", "unknown-member", "den-hag", "den-haag"),
        ("name: Inkomen,", "name: Inkomen, clients: {utrech: x},", "unknown-member", "utrech", "utrecht"),
        ("name: Inkomen,", "name: Inkomen, experts: {utrech: 2},", "unknown-member", "utrech", "utrecht"),
        ("domain: income", "domain: incom", "unknown-domain", "incom", "income"),
        ("default_cost_key: clients", "default_cost_key: client", "unknown-cost-key", "client", "clients"),
        ("{equal: 50%,", "{equall: 50%,", "unknown-cost-key", "equall", "equal"),
        ("body: directors", "body: director", "unknown-body", "director", "directors"),
        ("{platform: 2400}", "{platfrm: 2400}", "unknown-team", "platfrm", "platform"),
        ("rules: {", "rules: {late-intak: off, ", "unknown-rule", "late-intak", "late-intake"),
    ],
)
def test_an_unknown_name_in_regie_yaml_is_pointed_at(
    tmp_path: Path, *, there: str, instead: str, rule: str, written: str, guess: str
) -> None:
    files = {"access": initiative(cost_key="equal")}
    finding = SingleRule(rule).finding(portfolio(tmp_path, files, PARTNERSHIP.replace(there, instead)))
    assert (finding.rule, finding.wording, finding.place.file) == (rule, "guess", "regie.yaml")
    assert (text_at(finding), finding.values) == (written, {"name": written, "guess": guess})


def test_a_name_like_no_other_gets_the_names_that_there_are(tmp_path: Path) -> None:
    finding = SingleRule("unknown-domain").finding(portfolio(tmp_path, {"access": initiative(domain="zorg")}))
    assert (finding.rule, finding.wording) == ("unknown-domain", "")
    assert finding.values == {"name": "zorg", "known": ("access", "income")}


def test_the_partnership_may_submit(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(submitter="partnership")})
    assert SingleRule("unknown-member").places(root) == []


def test_what_is_retired_may_be_any_product(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(retires="[azure-ad-b2c]")})
    assert SingleRule("unknown-component").places(root) == []


def test_nobody_is_meant_to_wait_for_itself(tmp_path: Path) -> None:
    finding = SingleRule("unknown-dependency").finding(
        portfolio(tmp_path, {"api-laag-2": initiative(depends_on="[api-laag]")})
    )
    assert (finding.rule, finding.wording, finding.values) == (
        "unknown-dependency",
        "",
        {"name": "api-laag", "known": ()},
    )


def test_a_broken_file_keeps_its_name_known(tmp_path: Path) -> None:
    files = {"access": initiative(depends_on="[api]"), "api": "title: [unclosed\n"}
    findings = SingleRule("unknown-dependency").findings(portfolio(tmp_path, files))
    assert [(d.rule, d.place.file) for d in findings] == [("syntax", "initiatives/api.yaml")]


def test_a_mix_with_an_unknown_key_does_not_say_that_nobody_pays(tmp_path: Path) -> None:
    wrong = PARTNERSHIP.replace("{equal: 50%,", "{inwoners: 50%,")
    root = portfolio(tmp_path, {"access": initiative(cost_key="mixed")}, wrong)
    assert [(d.rule, d.wording) for d in SingleRule("unknown-cost-key").findings(root)] == [
        ("unknown-cost-key", "")
    ]
    assert SingleRule("incomplete-cost-key").findings(root) == []


def test_a_mix_of_a_mix_is_told(tmp_path: Path) -> None:
    double = "  twice: {label: dubbel, mix: {mixed: 50%, equal: 50%}}\ndefault_cost_key: clients\n"
    wrong = PARTNERSHIP.replace("default_cost_key: clients\n", double)
    finding = SingleRule("unknown-cost-key").finding(
        portfolio(tmp_path, {"access": initiative(cost_key="twice")}, wrong)
    )
    assert (finding.rule, finding.wording, text_at(finding)) == ("unknown-cost-key", "mix-of-mix", "mixed")
    assert finding.values == {"name": "twice", "part": "mixed"}


def test_a_weight_of_0_is_a_weight(tmp_path: Path) -> None:
    zero = PARTNERSHIP.replace("utrecht: 10", "utrecht: 0")
    assert SingleRule("incomplete-cost-key").places(portfolio(tmp_path, {"access": initiative()}, zero)) == []


def test_participants_that_all_weigh_0_pay_nothing(tmp_path: Path) -> None:
    zero = PARTNERSHIP.replace("utrecht: 10", "utrecht: 0")
    finding = SingleRule("incomplete-cost-key").finding(
        portfolio(tmp_path, {"access": initiative(participants="[utrecht]")}, zero)
    )
    assert (finding.rule, finding.wording) == ("incomplete-cost-key", "nobody-pays")
    assert (finding.place.file, text_at(finding)) == ("initiatives/access.yaml", "[")
    assert finding.values == {"name": "clients", "members": ("utrecht",)}


def test_a_proposal_without_an_agenda_is_told_at_its_status(tmp_path: Path) -> None:
    finding = SingleRule("unknown-agenda").finding(portfolio(tmp_path, {"access": initiative(agenda=None)}))
    assert (finding.rule, finding.wording, text_at(finding)) == ("unknown-agenda", "none", "proposal")
    assert finding.values == {"id": "access", "known": ("2027",)}


def test_what_is_adopted_may_be_of_an_agenda_long_past(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(status="running", agenda="2024")})
    assert SingleRule("unknown-agenda").places(root) == []


@pytest.mark.parametrize("name", ["syntax", "not-judged", "unknown-rule"])
def test_a_rule_that_cannot_be_set_is_told(tmp_path: Path, name: str) -> None:
    root = portfolio(tmp_path, {"access": initiative()}, f"{EVERY_RULE}rules: {{{name}: warning}}\n")
    finding = SingleRule("unknown-rule").finding(root)
    assert (finding.rule, finding.wording, text_at(finding)) == ("unknown-rule", "fixed", name)


RENAMED = [
    ("depends_on", "[old]", "unknown-dependency"),
    ("depends_on", "[{id: old, lag: 2 weeks}]", "unknown-dependency"),
    ("part_of", "old", "unknown-initiative"),
    ("conflicts_with", "[{id: old, why: dubbel}]", "unknown-initiative"),
    ("alternative_to", "[old]", "unknown-initiative"),
]


@pytest.mark.parametrize(("key", "value", "rule"), RENAMED)
def test_an_old_id_gets_what_it_is_called_now(tmp_path: Path, key: str, value: str, rule: str) -> None:
    files = {
        "access": initiative(period=None, **{key: value}),
        "new": initiative(formerly="[old]"),
        "olds": initiative(),
    }
    finding = SingleRule(rule).finding(portfolio(tmp_path, files))
    assert (finding.rule, finding.wording, finding.place.file) == (rule, "renamed", "initiatives/access.yaml")
    assert (text_at(finding), finding.values) == ("old", {"name": "old", "now": "new"})
    # What the advice says, typed.
    portfolio(tmp_path, {"access": initiative(period=None, **{key: value.replace("old", "new")})})
    assert SingleRule(rule).places(tmp_path) == []


@pytest.mark.parametrize(
    ("key", "value", "rule"),
    [
        ("depends_on", "[old, new]", "unknown-dependency"),
        ("alternative_to", "[old, new]", "unknown-initiative"),
        ("conflicts_with", "[{id: old, why: a}, {id: new, why: b}]", "unknown-initiative"),
    ],
)
def test_an_old_id_beside_the_new_one_is_to_be_removed(
    tmp_path: Path, key: str, value: str, rule: str
) -> None:
    files = {"access": initiative(**{key: value}), "new": initiative(formerly="[old]")}
    finding = SingleRule(rule).finding(portfolio(tmp_path, files))
    assert (finding.wording, text_at(finding)) == ("renamed-and-named", "old")


def test_an_old_id_that_two_claim_gets_no_name(tmp_path: Path) -> None:
    files = {"access": initiative(depends_on="[zzz]")}
    files |= {name: initiative(formerly="[zzz]") for name in ("one", "two")}
    assert SingleRule("unknown-dependency").finding(portfolio(tmp_path, files)).wording == ""


def test_nobody_is_told_to_wait_for_itself_under_its_new_id(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(depends_on="[zzz]", formerly="[zzz]")})
    assert SingleRule("unknown-dependency").finding(root).wording == ""


def test_a_former_id_that_cannot_be_read_stops_no_other_rule(tmp_path: Path) -> None:
    files = {"access": initiative(depends_on="[zzz]"), "new": initiative(formerly="{a: b}")}
    found = SingleRule("unknown-dependency").findings(portfolio(tmp_path, files))
    assert [(d.rule, d.wording) for d in found if d.rule != "invalid-value"] == [("unknown-dependency", "")]


def listed(root: Path, text: str) -> Path:
    """Write a list of decisions beside two initiatives, of which one had another id before."""
    files = {"access": initiative(), "other": initiative(formerly="[old]")}
    return portfolio(root, {**files, "decisions/2026-10-08-directors.yaml": text})


@pytest.mark.parametrize(
    ("text", "rule", "written", "guess"),
    [
        ("present: [amsterdam, utrech]\n", "unknown-member", "utrech", "utrecht"),
        ("absent: {utrech: ziek}\n", "unknown-member", "utrech", "utrecht"),
        (
            "advice: [{initiatives: [access], dissent: {utrech: Nee}}]\n",
            "unknown-member",
            "utrech",
            "utrecht",
        ),
        (
            "decisions: [{initiatives: [access], decision: park, dissent: {utrech: Nee}}]\n",
            "unknown-member",
            "utrech",
            "utrecht",
        ),
        ("advice: [{initiatives: [access, othr]}]\n", "unknown-initiative", "othr", "other"),
        ("advice: [{initiatives: [access], choose: accss}]\n", "unknown-initiative", "accss", "access"),
        (
            "decisions: [{initiatives: [access, othr], decision: park}]\n",
            "unknown-initiative",
            "othr",
            "other",
        ),
    ],
)
def test_an_unknown_name_in_a_list_of_decisions_is_pointed_at(
    tmp_path: Path, text: str, rule: str, written: str, guess: str
) -> None:
    finding = SingleRule(rule).finding(listed(tmp_path, text))
    assert (finding.rule, finding.wording, finding.severity) == (rule, "guess", "error")
    assert finding.place.file == "decisions/2026-10-08-directors.yaml"
    assert (text_at(finding), finding.values) == (written, {"name": written, "guess": guess})
    # What the advice says, typed.
    listed(tmp_path, text.replace(written, guess))
    assert SingleRule(rule).places(tmp_path) == []


@pytest.mark.parametrize(
    "text",
    [
        "decisions: [{initiatives: [old], decision: park}]\n",
        "advice: [{initiatives: [access, old], choose: other}]\n",
        "advice: [{initiatives: [access, other], choose: old}]\n",
    ],
)
def test_a_list_of_decisions_keeps_the_ids_of_its_day(tmp_path: Path, text: str) -> None:
    assert SingleRule("unknown-initiative").places(listed(tmp_path, text)) == []


def test_what_is_chosen_is_one_of_those_advised_about(tmp_path: Path) -> None:
    root = listed(tmp_path, "advice: [{initiatives: [access], choose: other}]\n")
    finding = SingleRule("unknown-initiative").finding(root)
    assert (finding.wording, text_at(finding)) == ("not-among", "other")
    assert finding.values == {"name": "other", "known": ("access",)}


def test_the_agenda_of_a_list_of_decisions_is_one_with_dates(tmp_path: Path) -> None:
    finding = SingleRule("unknown-agenda").finding(listed(tmp_path, "agenda: 2028\n"))
    assert (finding.wording, text_at(finding)) == ("list", "2028")
    assert finding.values == {"year": 2028, "known": ("2027",)}


def test_members_that_cannot_be_read_hide_no_unknown_agenda(tmp_path: Path) -> None:
    root = listed(tmp_path, "agenda: 2028\npresent: {a: b}\n")
    assert SingleRule("unknown-agenda").findings(root)[0].wording == "list"


def test_what_a_list_names_and_is_not_here_any_more_is_no_error(tmp_path: Path) -> None:
    listed = "decisions:\n  - {initiatives: [zzzz-weggehaald], decision: reject}\n"
    root = portfolio(tmp_path, {"access": initiative(), "decisions/2026-10-08-directors.yaml": listed})
    [finding] = [d for d in found(root) if d.rule == "unknown-initiative"]
    assert (finding.wording, finding.severity) == ("in-list", "warning")
    assert (finding.place.file, finding.place.line) == ("decisions/2026-10-08-directors.yaml", 2)
