"""Advice never leads to the next error: the reader reads every advice back that can be typed.

Each mistake is one that people make. A test types what the message offers, as the message says it,
and checks again, until nothing is left to say about that line. What rules on progress, money and
decisions advise is in ``test_advice_typed.py``.
"""

import re
from pathlib import Path

import pytest

from icteregie.diagnostics.types import Diagnostic, Place
from icteregie.messages.catalogue import LANGUAGES, word
from icteregie.portfolio import schema_walk
from icteregie.portfolio.key_names import ALIASES, other_name
from icteregie.portfolio.kinds import record_types
from icteregie.portfolio.plan_file import PlanResult
from tests.desk import PARTNERSHIP, found, initiative, portfolio, regie

LIEMERS = PARTNERSHIP.replace(
    "  amsterdam: {name: Amsterdam, code: GM0363}\n  rotterdam: {name: Rotterdam, code: GM0599}\n"
    "  den-haag: {name: Den Haag, code: GM0518}\n  utrecht: {name: Utrecht, code: GM0344}\n",
    "  duiven: {name: Duiven, code: GM0226}\n  westervoort: {name: Westervoort, code: GM0293}\n"
    "  zevenaar: {name: Zevenaar, code: GM0299}\n  utrecht: {name: Utrecht, code: GM0344}\n",
).replace(
    "{amsterdam: 38, rotterdam: 33, den-haag: 23, utrecht: 10}",
    "{duiven: 1, westervoort: 1, zevenaar: 1, utrecht: 1}",
)

MISTAKES = [
    ("participants", "[Duiven, Westervoort en Zevenaar]"),
    ("participants", "Duiven, Westervoort en Zevenaar"),
    ("participants", "[Amsterdam, Utrecht en Den Haag]"),
    ("participants", "Utrecht en Keulen"),
    ("participants", "[Keulen en Bonn, utrecht]"),
    ("participants", "[alle]"),
    ("participants", "[all]"),
    ("participants", "Alle gemeenten"),
    ("participants", "gemeente Zevenaar"),
    ("submitter", "gemeente-zevenaar"),
    ("submitter", "Gemeente Zevenaar"),
    ("submitter", "Duiven en Zevenaar"),
    ("submitter", "“zevenaar”"),
    ("submitter", "Keulen"),
    ("submitter", "n.v.t."),
    ("submitted", "18 mei 2026"),
    ("submitted", "45000"),
    ("agenda", "‘2027’"),
    ("agenda", "agenda 2027"),
    ("status", "“proposal”"),
    ("status", "voorstel"),
    ("title", "“Nieuwe inlog”"),
    ("title", "– Nieuwe inlog"),
    ("title", "• Nieuwe inlog"),
    ("sponsor", "‘Directeur Inkomen’"),
    ("period", "n.v.t."),
    ("period", "2027"),
    ("period", "heel 2027"),
    ("period", "2027-Q1 – 2027-Q2"),
    ("period", "Q1 2027 t/m Q3 2027"),
    ("period", "{start: Q1 2027, end: 2027}"),
    ("period", "{start: 2027–01, end: maart 2027}"),
    ("costs", "{one_off: {2027: 40000 per jaar}}"),
    ("costs", "{one_off: 40000 per jaar}"),
    ("costs", "{one_off: 40.000}"),
    ("costs", "{one_off: {2027: 120.000,00}}"),
    ("costs", "{one_off: {2027: € 120.000,-, 2028: 5}}"),
    ("costs", "{one_off: {2027: 120.000,--}}"),
    ("costs", "{one_off: {2027: 1,200,300}}"),
    ("costs", "{people: 120.000,00}"),
    ("costs", "{people: ca. 40k}"),
    ("costs", "{people: 1.2 miljoen}"),
    ("costs", "{people: PM}"),
    ("costs", "{margin: ca. 30 procent}"),
    ("costs", "{margin: 30}"),
    ("alone", "{Zevenaar: 5}"),
    ("alone", "{utrecht: 380.000,00}"),
    ("effort", "{platform: {2027-Q1: 400 uur}}"),
    ("depends_on", "voorbeeld"),
    ("depends_on", "Voorbeeld.yaml"),
    ("depends_on", "voorbeeld, Tweede"),
    ("depends_on", "[voorbeeld en tweede]"),
    ("depends_on", "geen"),
    ("depends_on", "[geen]"),
    ("depends_on", "[n.v.t.]"),
    ("depends_on", "[{id: voorbeeld, lag: 2 weken}]"),
    ("domain", "Toegang"),
    ("domain", "n.v.t."),
    ("components", "Identiteit"),
    ("components", "[Identiteit en brieven]"),
    ("cost_key", "Gelijk"),
    ("links", "www.x.nl"),
    ("links", "[www.x.nl]"),
    ("tags", "Eerste, tweede"),
    ("standards", "OAuth 2.0, SCIM"),
]
TYPED = ("instead", "guess", "now")


def offer(text: str, finding: Diagnostic) -> str:
    """Give what the advice of a finding offers to type; "" when it says to remove something."""
    values = finding.values
    if finding.wording == "only-a-year":
        return str(values["last" if values["key"] == "end" else "first"])
    if offered := next((str(values[name]) for name in TYPED if name in values), ""):
        return offered
    known = values.get("known", ())
    if isinstance(known, tuple) and known:
        first = next((name for name in known if name not in text), known[0])
        return f"[{first}]" if finding.wording in ("all-or-a-list-of", "list-of") else first
    meant = re.match("Bedoelde je «(.*?)»", word(finding, "nl").help)
    return meant[1] if meant else ""


def typed(text: str, finding: Diagnostic) -> str:
    """Do to a file what the advice of a finding says."""
    place, offered = finding.place, offer(text, finding)
    if not offered and finding.wording in ("not-known-yet", "none"):
        return without(text, place)
    assert offered, f"nothing to type: {finding.rule} {finding.wording} {word(finding, 'nl')}"
    lines = text.splitlines(keepends=True)
    line, start = lines[place.line - 1], place.column - 1
    end = place.end_column - 1
    if finding.wording == "amount-instead" and "," in str(finding.values["written"]):
        # What a comma cut is typed over as a whole; only its first part has a place.
        written = str(finding.values["written"])
        end = next(n for n in range(start, len(line)) if line[start:n].replace(" ", "") == squeezed(written))
    lines[place.line - 1] = f"{line[:start]}{offered}{line[end:]}"
    return "".join(lines)


def squeezed(text: str) -> str:
    return text.replace(" ", "")


def without(text: str, place: Place) -> str:
    """Remove a value with its key: an item of a list or a group, or else the whole line."""
    lines = text.splitlines(keepends=True)
    line = lines[place.line - 1]
    before, after = line[: place.column - 1], line[place.end_column - 1 :]
    if after.startswith(("]", "}")):
        opened = max(before.rfind(sign) for sign in "[{,")
        lines[place.line - 1] = before[: opened + 1] + after
    else:
        del lines[place.line - 1]
    return "".join(lines)


@pytest.mark.parametrize(("key", "value"), MISTAKES)
def test_what_an_advice_says_to_type_is_right(tmp_path: Path, key: str, value: str) -> None:
    text = initiative(**{key: value})
    others = {"voorbeeld": initiative(title="Een"), "tweede": initiative(title="Twee")}
    had = []
    for _ in range(4):
        said = [one for one in told(tmp_path, text, others) if one.rule in ABOUT]
        if not said:
            break
        had.append((said[0].rule, said[0].wording))
        assert had.count(had[-1]) < 3, f"the same again: {had}"
        text = typed(text, said[0])
    assert had, "no mistake at all"
    left = told(tmp_path, text, others)
    assert [(one.rule, one.wording, text) for one in left if one.rule in ABOUT] == []


READER = ("invalid-value", "unknown-key", "missing-key", "syntax")
NAMES = ("member", "dependency", "domain", "component", "cost-key", "team")
ABOUT = (*READER, *(f"unknown-{name}" for name in NAMES))


def told(root: Path, text: str, others: dict[str, str]) -> list[Diagnostic]:
    said = found(portfolio(root, {"a": text, **others}, LIEMERS))
    for one in said:
        assert all(word(one, language).text for language in LANGUAGES)
    return [one for one in said if one.place.file == "initiatives/a.yaml"]


NOT_TYPED = {"Thresholds", *(record.__name__ for record in schema_walk.records(PlanResult))}
"""Keys of settings, and of what regie writes itself."""


@pytest.mark.parametrize("owner", record_types().values())
def test_every_key_is_known_by_a_dutch_name(owner: type) -> None:
    for record in schema_walk.records(owner):
        names = list(schema_walk.keys(record))
        missing = [name for name in names if not dutch_names(name, names)]
        if record.__name__ not in NOT_TYPED:
            assert missing == [], record.__name__


def dutch_names(key: str, known: list[str]) -> list[str]:
    return [name for name in ALIASES.get(key, "").split() if other_name(name, known) == key]


@pytest.mark.parametrize(
    ("key", "meant"), [("Indiener", "submitter"), ("Kosten", "costs"), ("sturing", "steering")]
)
def test_a_dutch_key_is_the_key_that_it_means(tmp_path: Path, key: str, meant: str) -> None:
    said = told(tmp_path, initiative(**{meant: None}) + f"{key}: x\n", {})
    guesses = [one.values.get("guess") for one in said if one.rule == "unknown-key"]
    assert guesses == [meant]


@pytest.mark.parametrize("value", ["120.000,00", "€ 120.000,-", "120.000,--", "450,000"])
def test_an_amount_that_a_comma_cuts_is_one_finding_at_its_start(tmp_path: Path, value: str) -> None:
    said = told(tmp_path, initiative(costs=f"{{one_off: {{2027: {value}}}}}"), {})
    [only] = [(one.rule, one.wording, one.place.column, one.values["written"]) for one in said]
    assert only == ("invalid-value", "amount-instead", 25, value)


@pytest.mark.parametrize(
    ("line", "column"),
    [("title: “Deel 1: start”", 8), ('title: "Deel 1”', 8), ("title: „Deel 1: start”", 8)],
)
def test_the_quotes_of_a_word_processor_are_named_where_yaml_stumbles(
    tmp_path: Path, line: str, column: int
) -> None:
    said = told(tmp_path, initiative().replace("title: Vervanging van de toegang", line), {})
    [only] = [(one.rule, one.wording, one.place.line, one.place.column) for one in said]
    assert only == ("syntax", "word-quotes", 1, column)


def test_a_title_keeps_quotes_and_dashes_inside(tmp_path: Path) -> None:
    for title in ("Fase 1 – inlog", "‘Samen’ voor allen", "’s-Hertogenbosch doet mee", "“Eén” en “twee”"):
        assert told(tmp_path, initiative(title=title), {}) == []


def test_a_second_initiative_below_the_first_is_one_finding(tmp_path: Path) -> None:
    said = told(tmp_path, initiative() + initiative(title="De tweede"), {})
    at = len(initiative().splitlines()) + 1
    [only] = [(one.rule, one.wording, one.place.line, one.place.column) for one in said]
    assert only == ("syntax", "second-initiative", at, 1)


def test_a_key_given_twice_is_no_second_initiative(tmp_path: Path) -> None:
    said = told(tmp_path, initiative() + "title: Nog eens\n", {})
    assert [one.rule for one in said] == ["duplicate-key"]


@pytest.mark.parametrize(
    ("folder", "name", "instead"),
    [
        ("initiatives", "Nieuwe Inlog.yaml", "nieuwe-inlog.yaml"),
        ("initiatives", "Api.yaml", "api.yaml"),
        ("initiatives", "Café & zo.yml", "cafe-zo.yaml"),
        ("initiatives", "2027 Plan.yaml", "plan.yaml"),
        ("initiatives", "Bestaat Al.yaml", "bestaat-al-2.yaml"),
        ("decisions", "2026-10-08 Directors.yaml", "2026-10-08-directors.yaml"),
    ],
)
def test_a_file_gets_a_name_that_can_be_used(tmp_path: Path, folder: str, name: str, instead: str) -> None:
    content = initiative() if folder == "initiatives" else "agenda: 2027\n"
    root = portfolio(tmp_path, {"bestaat-al": initiative(title="Al"), f"{folder}/{name}": content})
    [only] = [one for one in found(root) if one.rule == "file-name"]
    assert only.values["instead"] == instead
    (root / folder / name).rename(root / folder / instead)
    assert [one for one in found(root) if one.rule in ("file-name", "duplicate-id", "unknown-meeting")] == []


def test_a_title_in_word_quotes_is_refused_as_an_option_too(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"a": initiative()})
    done = regie("new", "--title", "“Nieuw”", "--submitter", "utrecht", "--steering", "supporting", cwd=root)
    assert done.stderr == "--title: laat de aanhalingstekens om de tekst weg.\n"
