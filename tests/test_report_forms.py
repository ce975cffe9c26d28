"""Findings in every form: for people, programs, GitHub, GitLab and code scanning.

``sarif-2.1.0-rtm.5.json`` is the schema of SARIF 2.1.0 by OASIS, as npm's
@microsoft/jest-sarif carries it (MIT); only this test uses it.
"""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from syrupy.assertion import SnapshotAssertion

from icteregie.checking.runner import check
from icteregie.diagnostics.types import Diagnostic, Place
from icteregie.escape.terminal import terminal
from icteregie.escape.unseen import visible
from icteregie.messages.catalogue import Wording
from icteregie.render.findings import text as findings_text
from icteregie.render.findings.report import FindingsReport, WordedFinding, findings_report
from tests import desk
from tests.runner import Runner

TODAY = ("--today", "2026-09-24")
SCHEMA = json.loads((Path(__file__).parent / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
WAITS = "Dit initiatief hangt af van «api-lag», maar dat staat niet in dit portfolio."
ODD_FILE = "a,b:c%0A100%.yaml"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A small portfolio with something of each family wrong."""
    return desk.portfolio(
        tmp_path,
        {
            "api-laag": desk.initiative(
                title="Eén API-laag", period="{start: 2027-Q3, end: 2027-Q4}", depends_on="[toegang]"
            ),
            "brieven": desk.initiative(
                title='"Brieven: 100% digitaal"', components="[letter]", links="[geen adres]"
            ),
            "toegang": desk.initiative(depends_on="[api-lag, api-laag]", submitted="2026-07-02"),
            ODD_FILE: "title: x\n",
        },
    )


def written(root: Path, form: str, *words: str) -> str:
    done = desk.regie("validate", *TODAY, "--format", form, *words, cwd=root)
    assert (done.returncode, done.stderr) == (1, "")
    return done.stdout


@pytest.mark.parametrize("language", ["nl", "en"])
def test_people_read_place_message_line_and_help(
    broken: Path, language: str, snapshot: SnapshotAssertion
) -> None:
    assert written(broken, "text", "--lang", language) == snapshot


def test_text_is_what_a_pipe_gets(broken: Path) -> None:
    bare = desk.regie("validate", *TODAY, cwd=broken)
    assert bare.stdout == written(broken, "text")


def shown(excerpt: str, column: int, end_column: int) -> list[str]:
    place = Place("a.yaml", 3, column, 3, end_column, excerpt)
    told = WordedFinding(Diagnostic("syntax", "error", place), Wording("Fout.", ""))
    return findings_text.render(FindingsReport("x", 1, "nl", (told,))).splitlines()[1:3]


@pytest.mark.parametrize(
    ("excerpt", "column", "end_column", "lines"),
    [
        ("a: bcd", 4, 7, ["    3 | a: bcd", "      |    ^^^"]),
        ("日本: x", 5, 6, ["    3 | 日本: x", "      |       ^"]),
        ("e\u0301: x", 5, 6, ["    3 | e\u0301: x", "      |    ^"]),
        ("a\u202e: x", 5, 6, ["    3 | a\\u202e: x", "      |          ^"]),
        ("\ta: x", 5, 6, ["    3 |  a: x", "      |     ^"]),
        ("a: \u202e", 4, 5, ["    3 | a: \\u202e", "      |    ^^^^^^"]),
        ("a:", 3, 3, ["    3 | a:", ""]),
        ("a: b", 4, 99, ["    3 | a: b", "      |    ^"]),
    ],
)
def test_the_caret_stands_under_what_it_means(
    excerpt: str, column: int, end_column: int, lines: list[str]
) -> None:
    assert shown(excerpt, column, end_column) == lines


def test_a_long_line_is_cut_and_its_caret_with_it() -> None:
    line = "x" * 500
    assert shown(line, 2, 501) == [f"    3 | {'x' * 160}", f"      |  {'^' * 159}"]
    assert shown(line, 300, 301)[0] == f"    3 | {'x' * 160}"


def test_json_has_everything_of_every_finding(broken: Path) -> None:
    whole = json.loads(written(broken, "json"))
    diagnostics = check(desk.loaded(broken), desk.TODAY)
    told = findings_report("", 0, "nl", diagnostics).findings
    assert {key: whole[key] for key in ("version", "portfolio", "initiatives", "language")} == {
        "version": 1,
        "portfolio": "Coöperatie De Vier Steden",
        "initiatives": 3,
        "language": "nl",
    }
    assert [(f["rule"], f["severity"], f["wording"], f["message"], f["help"]) for f in whole["findings"]] == [
        (t.diagnostic.rule, t.diagnostic.severity, t.diagnostic.wording, t.wording.text, t.wording.help)
        for t in told
    ]
    assert {"dependency-cycle", "unknown-dependency", "invalid-value", "misplaced-file", "late-intake"} <= {
        f["rule"] for f in whole["findings"]
    }
    errors = sum(f["severity"] == "error" for f in whole["findings"])
    assert (whole["errors"], whole["warnings"]) == (errors, len(whole["findings"]) - errors)


def finding(whole: dict[str, Any], rule: str) -> dict[str, Any]:
    found: dict[str, Any] = next(f for f in whole["findings"] if f["rule"] == rule)
    return found


def test_json_gives_place_values_and_related_places(broken: Path) -> None:
    whole = json.loads(written(broken, "json", "--lang", "en"))
    assert finding(whole, "unknown-dependency") == {
        "rule": "unknown-dependency",
        "severity": "error",
        "file": "initiatives/toegang.yaml",
        "path": "initiatives/toegang.yaml",
        "line": 10,
        "column": 14,
        "end_line": 10,
        "end_column": 21,
        "message": "This initiative depends on «api-lag», which is not in this portfolio.",
        "help": "Did you mean «api-laag»? Otherwise file «api-lag» first.",
        "wording": "guess",
        "values": {"guess": "api-laag", "name": "api-lag"},
        "related": [],
    }
    circle = finding(whole, "dependency-cycle")
    assert circle["values"] == {"circle": ["api-laag", "toegang", "api-laag"], "count": 2, "id": "api-laag"}
    assert [(place["file"], place["line"], place["column"]) for place in circle["related"]] == [
        ("initiatives/toegang.yaml", 10, 23)
    ]
    late = finding(whole, "late-intake")
    assert (late["values"]["arrived"], late["values"]["count"]) == ("2026-07-02", 1)


def test_github_gets_an_annotation_at_its_place(broken: Path) -> None:
    runner = Runner(written(broken, "github"))
    place = {"line": "10", "col": "14", "endLine": "10", "endColumn": "21", "title": "unknown-dependency"}
    assert (
        "error",
        {"file": "initiatives/toegang.yaml", **place},
        f"{WAITS} Bedoelde je «api-laag»? Dien anders eerst «api-lag» in.",
    ) in runner.commands
    odd = [told["file"] for _, told, _ in runner.commands if told["title"] == "misplaced-file"]
    assert odd == [ODD_FILE]
    kinds = [kind for kind, _, _ in runner.commands]
    assert kinds == sorted(kinds)
    assert runner.stopped == ""


def test_github_gets_the_text_too(broken: Path) -> None:
    text = written(broken, "text")
    assert text in written(broken, "github")


def test_github_escapes_what_would_end_a_property(broken: Path) -> None:
    (line,) = [line for line in written(broken, "github").splitlines() if "title=misplaced-file" in line]
    assert line.startswith("::warning file=a%2Cb%3Ac%250A100%25.yaml,line=1,col=1,")


HOSTILE = [
    "::error file=x,line=1::kwaad",
    "::stop-commands::x",
    "##[error]kwaad",
    "100%0A::error::kwaad",
    "a\n::error::kwaad",
    "a\r::error::kwaad",
    " ::warning::kwaad",
    "x,line=9::kwaad",
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_file_name_makes_a_command(tmp_path: Path, hostile: str) -> None:
    files = {"toegang": desk.initiative(), f"{hostile}.yaml": "x\n", f"initiatives/{hostile}.yml": "x\n"}
    root = desk.portfolio(tmp_path, files)
    runner, name = Runner(written(root, "github")), "\n".join(map(visible, hostile.split("\n")))
    assert {(kind, told["title"], told["file"]) for kind, told, _ in runner.commands} == {
        ("warning", "misplaced-file", f"{name}.yaml"),
        ("error", "file-name", f"initiatives/{name}.yml"),
    }


def quoted(text: str) -> str:
    return json.dumps(text)


@pytest.mark.parametrize("hostile", [text for text in HOSTILE if not set("\n\r") & set(text)])
def test_no_text_in_a_file_makes_a_command(tmp_path: Path, hostile: str) -> None:
    # The line is shown in the log, and the portfolio's name starts the summary when all is well.
    named = desk.PARTNERSHIP.replace("Coöperatie De Vier Steden", quoted(hostile))
    clean = desk.portfolio(tmp_path / "clean", {"toegang": desk.initiative(title=quoted(hostile))}, named)
    done = desk.regie("validate", "-C", clean, *TODAY, "--format", "github")
    assert (done.returncode, Runner(done.stdout).commands) == (0, [])
    assert terminal(hostile.strip()) in done.stdout
    files = {"toegang": desk.initiative(depends_on=f"[{quoted(hostile)}]", title=quoted(hostile))}
    runner = Runner(written(desk.portfolio(tmp_path / "broken", files, named), "github"))
    assert {(kind, told["title"], told["line"]) for kind, told, _ in runner.commands} == {
        ("error", "invalid-value", "10"),
    }
    assert {told["file"] for _, told, _ in runner.commands} == {"initiatives/toegang.yaml"}


@pytest.fixture
def crowded(tmp_path: Path) -> Path:
    """Eleven errors, and thirteen warnings."""
    files = {f"e-{n:02}": desk.initiative(depends_on="[weg]") for n in range(11)}
    files |= {f"w-{n:02}": desk.initiative(submitted="2026-07-02") for n in range(13)}
    rules = "rules: {many-late: off, late-lead-time: off, same-title: off, missing-evidence: off}\n"
    return desk.portfolio(tmp_path, files, f"{desk.EVERY_RULE}{rules}")


def test_github_gets_at_most_ten_of_a_kind_and_is_told_so(crowded: Path) -> None:
    output = written(crowded, "github")
    files = [(kind, told["file"]) for kind, told, _ in Runner(output).commands]
    assert files == [
        *(("error", f"initiatives/e-{n:02}.yaml") for n in range(10)),
        *(("warning", f"initiatives/w-{n:02}.yaml") for n in range(10)),
    ]
    assert "Van elke soort staan alleen de eerste 10" in output
    assert "initiatives/e-10.yaml:10:14: fout: " in output
    assert "initiatives/w-12.yaml:3:12: waarschuwing: " in output


def test_ten_of_a_kind_are_not_called_cut(tmp_path: Path) -> None:
    root = desk.portfolio(tmp_path, {f"e-{n}": desk.initiative(depends_on="[weg]") for n in range(10)})
    assert "elke soort" not in written(root, "github")


@pytest.mark.parametrize(
    ("env", "words", "expected"),
    [
        ({"GITHUB_ACTIONS": "true"}, (), True),
        ({"GITHUB_ACTIONS": "true"}, ("--format", "text"), False),
        ({"GITHUB_ACTIONS": "false"}, (), False),
        ({"GITHUB_ACTIONS": ""}, (), False),
        ({}, (), False),
        ({}, ("--format", "github"), True),
    ],
)
def test_inside_github_the_form_is_githubs(
    broken: Path, env: dict[str, str], words: tuple[str, ...], *, expected: bool
) -> None:
    output = desk.regie("validate", "-C", broken, *TODAY, *words, env=env).stdout
    assert output.startswith("::error file=") is expected


def issues(root: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(written(root, "gitlab"))
    return found


def test_gitlab_gets_what_its_report_needs(broken: Path) -> None:
    (issue,) = [found for found in issues(broken) if found["check_name"] == "unknown-dependency"]
    assert re.fullmatch(r"[0-9a-f]{64}", issue.pop("fingerprint"))
    assert issue == {
        "description": f"{WAITS} Bedoelde je «api-laag»? Dien anders eerst «api-lag» in.",
        "check_name": "unknown-dependency",
        "severity": "major",
        "location": {
            "path": "initiatives/toegang.yaml",
            "lines": {"begin": 10},
            "positions": {"begin": {"line": 10, "column": 14}, "end": {"line": 10, "column": 21}},
        },
    }
    assert {found["severity"] for found in issues(broken)} == {"major", "minor"}


def test_gitlab_fingerprints_are_the_same_in_every_language(broken: Path) -> None:
    prints = [
        [issue["fingerprint"] for issue in json.loads(desk.regie("validate", "-C", broken, *words).stdout)]
        for words in (("--format", "gitlab", "--lang", "nl"), ("--format", "gitlab", "--lang", "en"))
    ]
    assert prints[0] == prints[1] != []


def test_gitlab_fingerprints_are_unique_and_survive_a_line_above(broken: Path) -> None:
    path = broken / "initiatives" / "toegang.yaml"
    path.write_text(f"{path.read_text('utf-8')}alone: {{oss: 5}}\nsupport: {{oss: for}}\n", "utf-8")
    before = issues(broken)
    prints = [issue["fingerprint"] for issue in before]
    lines = [i["location"]["lines"]["begin"] for i in before if i["check_name"] == "unknown-member"]
    assert lines == [11, 12]
    assert len(set(prints)) == len(prints)
    path.write_text(f"# een regel erboven\n{path.read_text('utf-8')}", "utf-8")
    after = issues(broken)
    assert [issue["fingerprint"] for issue in after] == prints
    assert [issue["location"]["lines"] for issue in after] != [issue["location"]["lines"] for issue in before]


def test_gitlab_tells_files_apart_whose_names_are_no_text(tmp_path: Path) -> None:
    root = desk.portfolio(tmp_path, {"toegang": desk.initiative()})
    for name in (b"\xff.yaml", b"\xfe.yaml"):
        Path(bytes(root).decode(), "initiatives", name.decode("utf-8", "surrogateescape")).write_text("x")
    one, other = (issue for issue in issues(root) if issue["check_name"] == "file-name")
    assert one["fingerprint"] != other["fingerprint"]


def sarif(root: Path) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(written(root, "sarif"))
    return whole


def test_sarif_is_valid(broken: Path, crowded: Path) -> None:
    for root in (broken, crowded):
        jsonschema.Draft4Validator(SCHEMA).validate(sarif(root))


def test_sarif_of_a_clean_portfolio_is_valid(tmp_path: Path) -> None:
    root = desk.portfolio(tmp_path, {"toegang": desk.initiative()})
    done = desk.regie("validate", "-C", root, *TODAY, "--format", "sarif")
    whole = json.loads(done.stdout)
    jsonschema.Draft4Validator(SCHEMA).validate(whole)
    assert (done.returncode, whole["runs"][0]["results"]) == (0, [])


def test_sarif_places_results_as_an_editor_counts(broken: Path) -> None:
    (run,) = sarif(broken)["runs"]
    (result,) = [found for found in run["results"] if found["ruleId"] == "dependency-cycle"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "dependency-cycle"
    assert (result["level"], result["message"]["text"].split(":")[0]) == (
        "error",
        "2 initiatieven hangen van elkaar af (een kringverwijzing), zodat geen ervan kan beginnen",
    )
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "initiatives/api-laag.yaml", "uriBaseId": "ROOT"},
                "region": {"startLine": 10, "startColumn": 14, "endLine": 10, "endColumn": 21},
            }
        }
    ]
    (related,) = result["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "initiatives/toegang.yaml"
    assert related["physicalLocation"]["region"]["startColumn"] == 23


def test_sarif_counts_every_line_and_column_from_one(broken: Path) -> None:
    (run,) = sarif(broken)["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        for location in (*result["locations"], *result.get("relatedLocations", ())):
            region = location["physicalLocation"]["region"]
            assert min(region.values()) >= 1
            assert (region["endLine"], region["endColumn"]) >= (region["startLine"], region["startColumn"])
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_writes_a_file_name_as_a_uri(broken: Path) -> None:
    (run,) = sarif(broken)["runs"]
    (result,) = [found for found in run["results"] if found["ruleId"] == "misplaced-file"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "a%2Cb%3Ac%250A100%25.yaml"


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab", "sarif", "md"])
def test_no_form_lets_a_file_name_steer_the_screen(tmp_path: Path, form: str) -> None:
    names = ("\x1b]8;;x\x07", "\x9b31m", "\u202egnp", "\x7f\u200b", "a\nb")
    root = desk.portfolio(tmp_path, {f"initiatives/{name}.yaml": desk.initiative() for name in names})
    raw = b"initiatives/\xff\xfe.yaml".decode("utf-8", "surrogateescape")
    (root / raw).write_text("title: x\n")
    output = written(root, form)
    assert visible(output.replace("\n", "")) == output.replace("\n", "")
    assert "file-name" in output


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab", "sarif", "md"])
def test_a_form_goes_to_a_file_as_to_the_screen(broken: Path, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"report.{form}"
    assert written(broken, form, "-o", str(path)) == ""
    assert path.read_bytes().decode() == written(broken, form)
