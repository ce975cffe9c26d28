"""The files with what each member runs: their keys, their mistakes, and what refers to them."""

from datetime import date
from pathlib import Path

import pytest

from icteregie.loading.load import load
from icteregie.portfolio.period import Lag
from tests.desk import found, initiative, portfolio, regie, told
from tests.rules.single import SingleRule, text_at

UTRECHT = """\
as_of: 2026-09-01
applications:
  zaaksysteem:
    product: Zaakwijs
    version: "12.4"
    components: [identity]
    users: 1200
    yearly: 480000
    contract: {end: 2058-12-31, notice: 6 months, renews: 1 year, last: 2060-12-31}
    stage: in-use
    hosting: saas
    bbn: 2
    initiative: access
  archief: {product: Archiefwijs, components: [], stage: gone}
"""
AMSTERDAM = (
    "as_of: 2026-09-01\napplications: {zaken: {product: Zaakmeester, components: [], stage: in-use}}\n"
)
FILE = "landscape/utrecht.yaml"


def written(root: Path, text: str = UTRECHT, **changes: str) -> Path:
    files = {"access": initiative(), "landscape/amsterdam.yaml": AMSTERDAM, FILE: text}
    return portfolio(root, {**files, **changes})


def places(root: Path, rule: str) -> list[tuple[str, str, int, int]]:
    return [(w, f, line, column) for r, w, f, line, column in told(root) if r == rule]


def test_every_key_is_read(tmp_path: Path) -> None:
    landscape = load(written(tmp_path)).portfolio.landscapes["utrecht"]
    application = landscape.applications["zaaksysteem"]
    assert landscape.as_of == date(2026, 9, 1)
    assert (application.product, application.version, application.bbn) == ("Zaakwijs", "12.4", "2")
    assert (application.users, application.yearly) == (1200, 480000)
    assert application.contract
    assert application.contract.notice == Lag(months=6)
    assert application.contract.notice_day() == date(2058, 6, 30)
    assert landscape.applications["archief"].yearly is None


@pytest.mark.parametrize(
    ("line", "instead", "rule", "wording", "line_number", "column"),
    [
        ("as_of: 2026-09-01\n", "", "missing-key", "", 1, 1),
        ("    components: [identity]\n", "", "missing-key", "", 3, 3),
        ("stage: in-use", "stage: in gebruik", "invalid-value", "choice", 10, 12),
        ("notice: 6 months", "notice: 6 maanden", "invalid-value", "duration-instead", 9, 41),
        ("notice: 6 months", "notice: snel", "invalid-value", "not-a-duration", 9, 41),
        ("notice: 6 months", "notice: 11 years", "invalid-value", "too-large", 9, 41),
        ("last: 2060-12-31", "last: 2058-12-30", "invalid-value", "last-before-end", 9, 73),
        ("last: 2060-12-31", "decided: renew", "invalid-value", "decided-without-reason", 9, 76),
        ("bbn: 2", "bbn: 4", "invalid-value", "choice", 12, 10),
        ("yearly: 480000", "jaarlijks: 480000", "unknown-key", "guess", 8, 5),
        ("yearly: 480000", "opzegtermijn: 6", "unknown-key", "", 8, 5),
    ],
)
def test_a_mistake_is_reported_where_it_is(
    tmp_path: Path, *, line: str, instead: str, rule: str, wording: str, line_number: int, column: int
) -> None:
    assert line in UTRECHT
    root = written(tmp_path, UTRECHT.replace(line, instead))
    mine = [
        (d.rule, d.wording, d.place.line, d.place.column)
        for d in found(root)
        if d.place.file == FILE and d.rule == rule
    ]
    assert any((r, at, c) == (rule, line_number, column) and w.startswith(wording) for r, w, at, c in mine), (
        mine
    )


@pytest.mark.parametrize(
    ("written_there", "instead"),
    [
        ("6 maanden", "6 months"),
        ("1 jaar", "1 year"),
        ("2 jaar", "2 years"),
        ("half jaar", "6 months"),
        ("een half jaar", "6 months"),
        ("13 weken", "13 weeks"),
        ("90 dagen", "90 days"),
        ("1 months", "1 month"),
    ],
)
def test_a_length_of_time_in_other_words_is_advised(tmp_path: Path, written_there: str, instead: str) -> None:
    root = written(tmp_path, UTRECHT.replace("6 months", written_there))
    advised = [d.values["instead"] for d in found(root) if d.wording == "duration-instead"]
    right = [instead] if written_there != "1 months" else []
    assert advised == right
    corrected = found(written(tmp_path / "right", UTRECHT.replace("6 months", instead)))
    assert "invalid-value" not in [d.rule for d in corrected]


@pytest.mark.parametrize(
    ("path", "wording", "guess"),
    [
        ("landscape/utrech.yaml", "landscape-guess", "utrecht"),
        ("landscape/xyz.yaml", "landscape", None),
        ("landscape/utrech/sociaal.yaml", "folder-guess", "utrecht"),
        ("landscape/xyz/utrecht.yaml", "folder", None),
    ],
)
def test_a_file_of_no_member_is_pointed_at(
    tmp_path: Path, path: str, wording: str, guess: str | None
) -> None:
    root = portfolio(tmp_path, {"access": initiative(), path: AMSTERDAM})
    finding = SingleRule("unknown-member").finding(root)
    assert (finding.wording, finding.place.file, finding.place.line) == (wording, path, 1)
    assert finding.values.get("guess") == guess


def test_a_member_has_a_file_and_a_folder(tmp_path: Path) -> None:
    more = AMSTERDAM.replace("zaken", "brieven")
    root = written(tmp_path, **{"landscape/utrecht/sociaal.yaml": more})
    assert found(root) == []
    assert list(load(root).portfolio.landscapes) == ["amsterdam", "utrecht", "utrecht/sociaal"]


def test_an_application_in_two_files_of_a_member_is_reported_at_the_second(tmp_path: Path) -> None:
    more = (
        "as_of: 2026-09-01\napplications:\n  archief: {product: Archiefwijs, components: [], stage: gone}\n"
    )
    root = written(tmp_path, **{"landscape/utrecht/sociaal.yaml": more})
    [finding] = found(root)
    assert (finding.rule, finding.wording) == ("duplicate-id", "application")
    at = finding.place
    assert (at.file, at.line, at.column) == ("landscape/utrecht/sociaal.yaml", 3, 3)
    assert finding.values == {"id": "archief", "first": FILE}


def test_two_members_may_have_an_application_of_one_id(tmp_path: Path) -> None:
    assert found(written(tmp_path, UTRECHT.replace("archief", "zaken"))) == []


@pytest.mark.parametrize(
    ("key", "rule", "wording", "guess"),
    [
        ("utrecht/zaaksysteen", "unknown-component", "application-guess", "utrecht/zaaksysteem"),
        ("utrech/zaaksysteem", "unknown-member", "guess", "utrecht"),
        ("utrecht/xyz", "unknown-component", "application", None),
        ("zaaksysteem", "unknown-component", "without-member", None),
    ],
)
def test_an_initiative_that_retires_no_application_is_pointed_at(
    tmp_path: Path, key: str, rule: str, wording: str, guess: str | None
) -> None:
    finding = SingleRule(rule).finding(written(tmp_path, access=initiative(retires=f"[{key}]")))
    assert (finding.wording, text_at(finding)) == (wording, key)
    assert finding.values.get("guess") == guess


@pytest.mark.parametrize("key", ["utrecht/zaaksysteem", "rotterdam/haven", "oude-post", "identity"])
def test_what_is_there_or_cannot_be_judged_may_be_retired(tmp_path: Path, key: str) -> None:
    root = written(tmp_path, access=initiative(retires=f"[{key}]"))
    assert places(root, "unknown-component") + places(root, "unknown-member") == []


def test_of_several_members_with_the_application_all_are_named(tmp_path: Path) -> None:
    root = written(tmp_path, UTRECHT.replace("archief", "zaken"), access=initiative(retires="[zaken]"))
    finding = SingleRule("unknown-component").finding(root)
    assert (finding.wording, finding.severity) == ("without-member-of-several", "warning")
    assert finding.values["known"] == ("amsterdam/zaken", "utrecht/zaken")


def test_of_a_member_with_a_broken_file_no_application_is_unknown(tmp_path: Path) -> None:
    root = written(
        tmp_path,
        access=initiative(retires="[utrecht/xyz]"),
        **{"landscape/utrecht/sociaal.yaml": "as_of: 2026-09-01\napplications: [[]]\n"},
    )
    assert places(root, "unknown-component") == []


@pytest.mark.parametrize(
    ("old", "new", "rule", "wording", "line", "column"),
    [
        ("[identity]", "[identiti]", "unknown-component", "guess", 6, 18),
        ("initiative: access", "initiative: acces", "unknown-initiative", "guess", 13, 17),
    ],
)
def test_what_an_application_names_is_looked_up(
    tmp_path: Path, *, old: str, new: str, rule: str, wording: str, line: int, column: int
) -> None:
    root = written(tmp_path, UTRECHT.replace(old, new))
    assert places(root, rule) == [(wording, FILE, line, column)]


def test_what_an_initiative_adds_is_looked_up(tmp_path: Path) -> None:
    adds = "[{product: Zaakwijs, components: [identiti], members: [utrech]}]"
    root = written(tmp_path, access=initiative(adds=adds))
    for rule, text in (("unknown-component", "identiti"), ("unknown-member", "utrech")):
        finding = SingleRule(rule).finding(root)
        assert (finding.wording, text_at(finding)) == ("guess", text)


@pytest.mark.parametrize(
    ("path", "wording", "instead"),
    [
        ("landscape/utrecht/b/c.yaml", "too-deep", "landscape/utrecht"),
        ("landscape/Utrecht/b/c.yaml", "too-deep", "landscape/utrecht"),
        ("landscape/Utrecht/x.yaml", "folder", "landscape/utrecht"),
        ("landscape/123/x.yaml", "folder", "landscape/utrecht"),
        ("landscape/utrecht/X.yaml", "instead", "x.yaml"),
        ("landscape/Rotterdam.yaml", "instead", "rotterdam.yaml"),
    ],
)
def test_a_file_deeper_or_of_another_name_is_pointed_at(
    tmp_path: Path, path: str, wording: str, instead: str
) -> None:
    [finding] = found(written(tmp_path, **{path: AMSTERDAM}))
    assert (finding.rule, finding.place.file, finding.wording) == ("file-name", path, wording)
    assert finding.values["instead"] == instead


@pytest.mark.parametrize(("language", "word"), [("nl", "6 months"), ("en", "6 months")])
def test_it_has_a_schema_in_both_languages(tmp_path: Path, language: str, word: str) -> None:
    done = regie("schema", "landscape", "--lang", language)
    assert done.returncode == 0
    assert word in done.stdout


@pytest.mark.parametrize(
    ("old", "new", "instead"),
    [
        ("[identity]", "[Identiteit]", "identity"),
        ("[identity]", "Identiteit", "[identity]"),
        ("initiative: access", "initiative: Acces", "access"),
    ],
)
def test_a_name_in_an_application_is_looked_up_in_the_portfolio(
    tmp_path: Path, old: str, new: str, instead: str
) -> None:
    [finding] = [d for d in found(written(tmp_path, UTRECHT.replace(old, new))) if d.rule == "invalid-value"]
    assert finding.values["instead"] == instead
    assert finding.place.file == FILE


@pytest.mark.parametrize(
    ("key", "value", "instead"),
    [
        ("adds", "[{product: Zaakwijs, components: [Identiteit]}]", "identity"),
        ("adds", "[{product: Zaakwijs, members: [Utrecht]}]", "utrecht"),
        ("retires", "[Utrecht/Zaaksysteem]", "utrecht/zaaksysteem"),
        ("retires", "[Identiteit]", "identity"),
    ],
)
def test_a_name_in_what_comes_and_goes_is_looked_up(
    tmp_path: Path, key: str, value: str, instead: str
) -> None:
    root = written(tmp_path, access=initiative(**{key: value}))
    [finding] = [d for d in found(root) if d.rule == "invalid-value"]
    assert finding.values["instead"] == instead
