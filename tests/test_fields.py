"""What the reader says of keys and values: all of it, each once, where the filer must type."""

from pathlib import Path

import pytest

from icteregie.loading.fields import fill
from icteregie.messages.catalogue import LANGUAGES, word
from icteregie.portfolio.initiative import Initiative
from tests.desk import PARTNERSHIP, found, initiative, portfolio, told


def said(tmp_path: Path, text: str) -> list[tuple[str, str, int, int]]:
    """Check a portfolio with one initiative, and leave the file's own name out."""
    diagnostics = found(portfolio(tmp_path, {"a": text}))
    assert all(word(said, language).text for said in diagnostics for language in LANGUAGES)
    return [(said.rule, said.wording, said.place.line, said.place.column) for said in diagnostics]


@pytest.mark.parametrize(
    ("changes", "wording", "column"),
    [
        ({"summry": "x"}, "guess", 1),
        ({"Title": "x"}, "guess", 1),
        ({"do-nothing": "x"}, "guess", 1),
        ({"id": "a"}, "id", 1),
        ({"zzzz": "x"}, "", 1),
        ({"[key]": "1"}, "", 1),
        ({"period": "{start: 2027-Q1, end: 2027-Q2, ends: 2027-Q3}"}, "guess", 40),
        ({"conflicts_with": "[{id: b, why: x, idd: c}]"}, "guess", 34),
        ({"depends_on": "[{on: b, lagg: 1 day}]"}, "guess", 22),
        ({"costs": "{[key]: 1}"}, "", 9),
    ],
    ids=str,
)
def test_an_unknown_key_is_told_at_the_key(
    tmp_path: Path, changes: dict[str, str], wording: str, column: int
) -> None:
    text = initiative(**changes).replace("[key]", "'[key]'")
    line = 9 if "period" in changes else 10
    if wording != "id":
        known = [item for item in said(tmp_path, text) if item[0] == "unknown-key"]
        assert known == [("unknown-key", wording, line, column)]
    else:
        assert said(tmp_path, text) == [("unknown-key", "id", 10, 1)]


def test_did_you_mean_names_the_key(tmp_path: Path) -> None:
    text = initiative(summry="x", conflicts_with="[{idd: b, why: x}]")
    first, second = found(portfolio(tmp_path, {"a": text}))
    assert (first.values["key"], first.values["guess"]) == ("summry", "summary")
    assert (second.values["key"], second.values["guess"]) == ("idd", "id")


def test_a_partnership_with_an_id_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"a": initiative()}, PARTNERSHIP + "id: x\n")
    [only] = [item for item in found(root) if item.place.file == "regie.yaml"]
    after = len(PARTNERSHIP.splitlines()) + 1
    assert (only.rule, only.wording, only.place.line) == ("unknown-key", "", after)


@pytest.mark.parametrize(
    ("key", "value", "wording"),
    [
        ("status", "propsal", "choice-guess"),
        ("status", "xyz", "choice"),
        ("status", "[proposal]", "one-value-expected"),
        ("status", "{a: b}", "one-value-expected"),
        ("status", "", "empty"),
        ("status", "~", "empty"),
        ("title", "[a, b]", "one-value-expected"),
        ("title", '"a\\nb"', "one-line-expected"),
        ("period", "2027-Q1", "group-instead"),
        ("period", "[2027-Q1]", "mapping-expected"),
        ("participants", "utrecht", "all-or-a-list"),
        ("participants", "everyone", "all-meant"),
        ("participants", "alle", "all-meant"),
        ("participants", "[]", "empty-list"),
        ("submitted", "2027-02-30", "no-such-day"),
        ("agenda", "2_027", "not-a-year"),
    ],
)
def test_a_wrong_value_is_told_at_the_value(tmp_path: Path, key: str, value: str, wording: str) -> None:
    text = initiative(**{key: value})
    line = text.split(f"{key}: ")[0].count("\n") + 1
    assert said(tmp_path, text) == [("invalid-value", wording, line, len(key) + 3 - (value == ""))]


def test_components_that_are_no_list_are_refused(tmp_path: Path) -> None:
    text = initiative(components="identity", depends_on="{on: a}", effort="{platform: 5}", links="x")
    assert said(tmp_path, text) == [
        ("invalid-value", "list-instead", 10, 13),
        ("invalid-value", "list-expected", 11, 13),
        ("invalid-value", "mapping-expected", 12, 20),
        ("invalid-value", "list-expected", 13, 8),
    ]


def test_a_key_of_a_mapping_is_refused_at_the_key(tmp_path: Path) -> None:
    text = initiative(alone="{Utrecht: 5}", costs="{one_off: {27: 5}}", effort="{platform: {2027: 5}}")
    assert said(tmp_path, text) == [
        ("invalid-value", "id-instead", 10, 9),
        ("invalid-value", "not-a-year", 11, 19),
        ("invalid-value", "only-a-year", 12, 21),
    ]


def test_an_empty_mark_is_told_of_the_value_and_not_of_everyone(tmp_path: Path) -> None:
    [only] = found(portfolio(tmp_path, {"a": initiative(score="{value: }")}))
    assert (only.rule, only.wording, only.values["key"]) == ("invalid-value", "empty", "value")


def test_all_that_is_wrong_is_told_in_one_go(tmp_path: Path) -> None:
    text = initiative(title=None, submitted="18-05-2026", status="x", summry="y", agenda="27")
    assert [(rule, line) for rule, _, line, _ in said(tmp_path, text)] == [
        ("missing-key", 1),
        ("invalid-value", 2),
        ("invalid-value", 3),
        ("invalid-value", 4),
        ("unknown-key", 9),
    ]


def test_a_broken_file_keeps_its_id_known(tmp_path: Path) -> None:
    files = {"a": initiative(depends_on="[b]"), "b": "title: 'x\n"}
    assert [item[:3] for item in told(portfolio(tmp_path, files))] == [
        ("syntax", "unclosed-quote", "initiatives/b.yaml")
    ]


@pytest.mark.parametrize(
    ("text", "rule", "wording"),
    [
        ("", "syntax", "empty-file"),
        ("# niets\n", "syntax", "empty-file"),
        ("~\n", "syntax", "empty-file"),
        ("- a\n", "syntax", "not-a-mapping"),
        ("zomaar tekst\n", "syntax", "not-a-mapping"),
    ],
)
def test_a_file_without_keys_is_told_at_its_start(tmp_path: Path, text: str, rule: str, wording: str) -> None:
    assert said(tmp_path, text) == [(rule, wording, 1, 1)]


def test_a_partnership_that_misses_its_thresholds_still_has_the_default_ones(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"a": initiative()}, PARTNERSHIP.replace("language: nl", "language: de"))
    assert told(root) == [("invalid-value", "choice", "regie.yaml", 3, 11)]


@pytest.mark.parametrize(
    ("line", "instead", "wording"),
    [
        ("{label: gelijk, equal: true}", "{label: gelijk}", "one-way-of-sharing"),
        (
            "{label: gelijk, equal: true}",
            "{label: gelijk, equal: true, weights: {utrecht: 1}}",
            "one-way-of-sharing",
        ),
        ("{label: gelijk, equal: true}", "{label: gelijk, weights: {utrecht: 0}}", "no-weight-at-all"),
        ("mix: {equal: 50%, clients: 50%}", "mix: {equal: 50%, clients: 49.9%}", "mix-is-not-100"),
    ],
)
def test_a_cost_key_shares_in_exactly_one_way(tmp_path: Path, line: str, instead: str, wording: str) -> None:
    root = portfolio(tmp_path, {"a": initiative()}, PARTNERSHIP.replace(line, instead))
    assert [item[:3] for item in told(root)] == [("invalid-value", wording, "regie.yaml")]


def test_a_period_that_ends_before_it_starts_is_told_at_its_end(tmp_path: Path) -> None:
    text = initiative(period="{start: 2027-Q2, end: 2027-Q1}")
    assert said(tmp_path, text) == [("invalid-value", "ends-before-start", 9, 31)]


@pytest.mark.parametrize(
    ("value", "wording", "instead"),
    [
        ("€ 2174000", "amount-instead", "2174000"),
        ("2174000,-", "amount-instead", "2174000"),
        ("2.174.000,00", "amount-instead", "2174000"),
        ("2\u00a0174\u00a0000", "amount-instead", "2174000"),
        ("PM", "not-known-yet", None),
        ("n.t.b.", "not-known-yet", None),
        ("veel", "not-an-amount", None),
    ],
)
def test_an_amount_out_of_habit_is_told_as_it_is_written_here(
    tmp_path: Path, value: str, wording: str, instead: str | None
) -> None:
    [only] = found(portfolio(tmp_path, {"a": initiative(costs=f"{{one_off: {{2027: '{value}'}}}}")}))
    assert (only.wording, only.values.get("instead")) == (wording, instead)


@pytest.mark.parametrize(
    ("value", "wording", "instead"),
    [
        ("23-11-2026", "day-first", "2026-11-23"),
        ("23 november 2026", "day-instead", "2026-11-23"),
        ("1 mei 2026", "day-instead", "2026-05-01"),
        ("2026-4-5", "day-instead", "2026-04-05"),
        ("20260405", "day-instead", "2026-04-05"),
        ("2026-04-05 00:00:00", "day-instead", "2026-04-05"),
        ("46349", "excel-day", "2026-11-23"),
        ("2026-05", "day-of-a-period", "2026-05-31"),
        ("mei 2026", "day-of-a-period", "2026-05-31"),
        ("2026-Q2", "day-of-a-period", "2026-06-30"),
        ("2026", "day-of-a-period", "2026-12-31"),
        ("0026-05", "not-a-day", None),
        ("volgende week", "not-a-day", None),
        ("31 juni 2026", "not-a-day", None),
    ],
)
def test_a_date_out_of_habit_is_told_as_it_is_written_here(
    tmp_path: Path, value: str, wording: str, instead: str | None
) -> None:
    [only] = found(portfolio(tmp_path, {"a": initiative(submitted=f"'{value}'")}))
    assert (only.wording, only.values.get("instead")) == (wording, instead)


@pytest.mark.parametrize(
    ("value", "wording", "instead"),
    [
        ("CRA", "id-of", None),
        ("Den Haag", "id-instead", "den-haag"),
        ("Utrecht.yaml", "id-instead", "utrecht"),
        ("utrecht en rotterdam", "one-of-several", None),
        ("!!", "id-of", None),
    ],
)
def test_an_id_out_of_habit_is_told_as_it_is_written_here(
    tmp_path: Path, value: str, wording: str, instead: str | None
) -> None:
    [only] = found(portfolio(tmp_path, {"a": initiative(submitter=f"'{value}'")}))
    assert (only.wording, only.values.get("instead")) == (wording, instead)


@pytest.mark.parametrize(
    ("value", "guess"), [("voorstel", "proposal"), ("Opgeschort", "on-hold"), ("xyz", None)]
)
def test_a_choice_is_known_by_the_word_that_people_use(tmp_path: Path, value: str, guess: str | None) -> None:
    [only] = found(portfolio(tmp_path, {"a": initiative(status=value)}))
    told = word(only, "nl").help
    assert (f"«{guess}»" in told) if guess else ("Bedoelde" not in told)


@pytest.mark.parametrize(
    ("text", "told_at"),
    [
        ("title:Brieven\nsubmitter: utrecht\n", ("missing-space", 1, 6)),
        ("title: Brieven\nsteering:supporting\n", ("missing-space", 2, 9)),
        ("costs: {one_off: {2027:480000}}\n", ("missing-space", 1, 23)),
    ],
)
def test_a_colon_without_a_space_is_told_where_it_stands(
    tmp_path: Path, text: str, told_at: tuple[str, int, int]
) -> None:
    [only] = found(portfolio(tmp_path, {"a": text}))
    assert (only.wording, only.place.line, only.place.column) == told_at


def test_a_key_that_was_indented_too_little_is_told_where_it_belongs(tmp_path: Path) -> None:
    [only] = found(portfolio(tmp_path, {"a": initiative(costs="{margin: 30%}", people="5000")}))
    assert (only.rule, only.wording, only.values["parent"]) == ("unknown-key", "elsewhere", "costs")


def test_a_key_whose_group_is_not_there_is_not_told_to_be_indented_under_it(tmp_path: Path) -> None:
    [only] = found(portfolio(tmp_path, {"a": initiative(people="5000")}))
    assert (only.rule, only.wording, only.values["parent"]) == ("unknown-key", "elsewhere-alone", "costs")


def test_the_known_keys_of_a_group_are_listed_once(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"a": initiative(qqqqqq="x", zzzzzz="y", costs="{kkkkkk: 1, wwwwww: 2}")})
    told_of = [(d.values["key"], d.wording, "known" in d.values) for d in found(root)]
    assert told_of == [
        ("qqqqqq", "", True),
        ("zzzzzz", "again", False),
        ("kkkkkk", "", True),
        ("wwwwww", "again", False),
    ]


@pytest.mark.parametrize(
    ("key", "guess"),
    [
        ("owner", "sponsor"),
        ("name", "title"),
        ("description", "summary"),
        ("budget", "costs"),
        ("due", "period"),
    ],
)
def test_a_key_with_another_name_elsewhere_comes_with_the_one_that_is_meant(
    tmp_path: Path, key: str, guess: str
) -> None:
    [only] = found(portfolio(tmp_path, {"a": initiative(**{key: "x"})}))
    assert (only.rule, only.wording, only.values["guess"]) == ("unknown-key", "guess", guess)


def test_money_without_a_year_is_told_as_such(tmp_path: Path) -> None:
    [only] = found(portfolio(tmp_path, {"a": initiative(costs="{one_off: 480000}")}))
    assert (only.wording, only.values["key"]) == ("per-year-expected", "one_off")


def test_an_amount_that_a_comma_cuts_in_two_is_told_so(tmp_path: Path) -> None:
    text = initiative(costs="{one_off: {2027: 450,000}}")
    assert said(tmp_path, text) == [("invalid-value", "amount-instead", 10, 25)]


def test_of_more_than_a_thousand_mistakes_it_is_not_guessed_what_was_meant() -> None:
    faults = fill(Initiative, {f"titel{number}": "x" for number in range(1200)}).findings
    told = {fault.at.keys[-1]: fault.wording for fault in faults if fault.rule == "unknown-key"}
    assert (told["titel5"], told["titel1199"]) == ("guess", "again")
