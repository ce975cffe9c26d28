"""`regie diff`: which states it compares, and the forms in which it tells what differs."""

import json
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from icteregie.diagnostics.ceilings import DIFF_CHARACTERS
from icteregie.render.diff.md import MARKER
from tests.desk import ROOT, regie, regie_process
from tests.diff.two import START, repository
from tests.gfm import gfm_html
from tests.gitrepo import IN_GIT, JUDGED_IN_GIT, Desk, clone, text

EVERY_KEY = ROOT / "tests" / "corpus" / "good" / "every-key"

TODAY = ("--today", "2026-06-10")
DEARER = {"access": START["access"].replace("2027: 1040", "2027: 2080")}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Give a repository with a branch on which the access costs more, checked out."""
    made = repository(tmp_path)
    made.branch("work")
    made.commit("2026-06-01", DEARER)
    return made


def diff(desk: Desk, *words: str, code: int = 0, within: str = "") -> str:
    done = regie("diff", "-C", desk.folder / within, *TODAY, *words, env={"HOME": str(desk.home)})
    assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stderr
    return done.stdout if code == 0 else done.stderr


def data(desk: Desk, *words: str, within: str = "") -> dict[str, object]:
    found: dict[str, object] = json.loads(diff(desk, *words, "--format", "json", within=within))
    return found


def dearer(found: dict[str, object]) -> list[tuple[str, int, int]]:
    """Give which initiatives cost more, by id with their one-off cost before and after."""
    rows = found["costs"]
    assert isinstance(rows, list)
    return [(row["id"], row["before"]["one_off"], row["after"]["one_off"]) for row in rows]


@pytest.mark.parametrize("wanted", ["main..HEAD", "main..", "main...work", "main", "HEAD~1..HEAD", None])
def test_what_can_be_compared(desk: Desk, wanted: str | None) -> None:
    assert dearer(data(desk, *([wanted] if wanted else []))) == [("access", 1040, 2080)]


def test_two_dots_compare_with_main_as_it_is_and_three_with_where_they_parted(desk: Desk) -> None:
    desk.switch("main")
    desk.commit("2026-06-02", {"letters": START["letters"] + "costs: {one_off: {2027: 5}}\n"})
    desk.switch("work")
    assert dearer(data(desk, "main..work")) == [("access", 1040, 2080), ("letters", 5, 0)]
    assert dearer(data(desk, "main...work")) == [("access", 1040, 2080)]
    assert dearer(data(desk)) == [("access", 1040, 2080)]


def test_the_files_on_disk_count_as_they_lie(desk: Desk) -> None:
    desk.write({"access": START["access"].replace("2027: 1040", "2027: 3120")})
    found = data(desk, "main")
    assert dearer(found) == [("access", 1040, 3120)]
    assert found["head"] == {"name": None, "commit": None}
    assert dearer(data(desk, "main..HEAD")) == [("access", 1040, 2080)]


def test_a_branch_of_the_origin_is_found_by_its_own_name(desk: Desk, tmp_path: Path) -> None:
    desk.git("branch", "side", "work")
    other = clone(desk, tmp_path / "clone")
    other.git("switch", "-q", "--detach", "origin/work")
    assert dearer(data(other, "main..side")) == [("access", 1040, 2080)]


def test_a_portfolio_below_the_top_of_its_repository(tmp_path: Path) -> None:
    made = repository(tmp_path, {})
    files = {f"city/{name}.yaml": START[name.split("/")[-1]] for name in ("initiatives/access",)}
    made.commit("2026-06-01", {"city/regie.yaml": IN_GIT, **files})
    made.commit("2026-06-02", {"city/initiatives/access.yaml": DEARER["access"]})
    assert dearer(data(made, "HEAD~1..HEAD", within="city")) == [("access", 1040, 2080)]


@pytest.mark.parametrize(
    "ref", ["nowhere", "main..nowhere", "--all..main", "main..HEAD:regie.yaml", "a...b...c", "x\ty"]
)
def test_an_unknown_commit_is_said_to_be_one(desk: Desk, ref: str) -> None:
    said = diff(desk, "--lang", "en", "--", ref, code=2)
    assert said.startswith("There is no commit «")


def test_without_history_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "regie.yaml").write_text(IN_GIT, "utf-8")
    done = regie("diff", "-C", tmp_path, "--lang", "en")
    assert done.returncode == 2
    assert done.stderr.startswith("There is no git history here to compare with.")


def test_without_a_commit_it_is_said(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "new", tmp_path)
    desk.folder.mkdir()
    desk.git("init", "-q", "-b", "main")
    desk.write({"regie.yaml": IN_GIT})
    assert "Nothing has been committed here yet" in diff(desk, "--lang", "en", code=2)


def test_branches_with_nothing_in_common_are_said_to_have_nothing(desk: Desk) -> None:
    desk.git("checkout", "-q", "--orphan", "alone")
    desk.commit("2026-06-03")
    assert "have no commit in common" in diff(desk, "--lang", "en", code=2)


@pytest.mark.parametrize(
    ("lang", "said"), [("nl", "Deze wijziging verandert niets"), ("en", "This change doesn't affect")]
)
@pytest.mark.parametrize("form", ["text", "md"])
def test_when_nothing_changes_it_says_so(desk: Desk, lang: str, said: str, form: str) -> None:
    written = diff(desk, "work..work", "--lang", lang, "--format", form)
    assert written.startswith(said)
    assert "###" not in written


def test_no_output_names_the_folder_where_old_files_were_put(desk: Desk) -> None:
    desk.commit("2026-06-03", {"access": "title: [kapot\n", "notes/Odd.yaml": "x: 1\n"})
    for form in ("text", "json", "md"):
        written = diff(desk, "main..HEAD", "--format", form)
        assert "initiatives/access.yaml" in written.replace("\\", "")
        assert not re.search(r"regie-\w{8}|/tmp|before/|after/", written)


def test_the_first_line_of_markdown_is_a_sentence_and_the_marker(desk: Desk) -> None:
    first = diff(desk, "main..HEAD", "--format", "md", "--lang", "en").split("\n")[0]
    assert first == (
        "This change changes the initiative «Vervanging van de toegang» and makes the agenda of 2027 "
        f"€ 1,040 more expensive. {MARKER}"
    )


def test_what_weakens_a_check_comes_first_in_the_sentence_and_in_the_sections(desk: Desk) -> None:
    desk.commit(
        "2026-06-03", {"regie.yaml": JUDGED_IN_GIT + "rules: {missing-evidence: off, late-dossier: 'off'}\n"}
    )
    written = diff(desk, "main..HEAD", "--format", "md", "--lang", "en")
    assert written.startswith("This change loosens a deadline, a budget or a check, changes the initiative")
    headings = re.findall(r"^### (.*)$", written, re.MULTILINE)
    assert headings[0] == "Important: changes to deadlines, budgets or checks"
    assert "| Rule late-dossier: severity | error (default) | off | looser |" in written


def test_the_text_says_what_changes_was_and_becomes(desk: Desk) -> None:
    written = diff(desk, "main..HEAD", "--lang", "nl")
    row = next(line for line in written.splitlines() if "Incidenteel 2027" in line)
    assert row.split("  ")[-2:] == ["€ 1.040", "€ 2.080"]


@pytest.mark.parametrize(
    ("lang", "was", "becomes"), [("nl", "een tekst", "herschreven"), ("en", "a text", "rewritten")]
)
def test_a_text_that_is_rewritten_was_there_before(desk: Desk, lang: str, was: str, becomes: str) -> None:
    text = (desk.folder / "initiatives/access.yaml").read_text("utf-8")
    changed = re.sub(r"(?m)^summary: .*$", "summary: Heel iets anders dan er stond.", text)
    desk.commit("2026-06-03", {"access": changed})
    written = diff(desk, "HEAD~1..HEAD", "--lang", lang)
    assert [line.split("  ")[-1] for line in written.splitlines() if was in line] == [becomes]


def test_who_pays_what_they_paid_is_not_listed_among_the_payments(desk: Desk) -> None:
    text = (desk.folder / "initiatives/access.yaml").read_text("utf-8")
    own = re.sub(r"(?m)^participants: .*$", "participants: [utrecht]", text)
    desk.commit("2026-06-03", {"access": own})
    desk.commit("2026-06-04", {"access": re.sub(r"one_off: \{2027: \d+\}", "one_off: {2027: 7}", own)})
    written = diff(desk, "HEAD~1..HEAD", "--lang", "nl")
    assert "Betaalt: Utrecht" in written
    for name in ("Amsterdam", "Rotterdam", "Den Haag"):
        assert name not in written


def test_a_whole_commit_id_is_written_in_short(desk: Desk) -> None:
    commit = desk.git("rev-parse", "HEAD~1")
    for words in (("diff", commit), ("agenda", "--diff", commit)):
        done = regie(*words, "-C", desk.folder, *TODAY, env={"HOME": str(desk.home)})
        assert done.returncode == 0, done.stderr
        shown = done.stdout.replace("<!-- -->", "")  # keeps GitHub from making a link of it
        assert commit[:10] in shown
        assert commit[:11] not in shown


def test_the_data_has_the_keys_that_programs_count_on(desk: Desk) -> None:
    desk.commit(
        "2026-06-03",
        {
            "counter": text("Balie"),
            "regie.yaml": JUDGED_IN_GIT + "rules: {missing-evidence: off, late-intake: error}\n",
        },
    )
    found = data(desk, "main..HEAD")
    assert found["version"] == 1
    assert {key: sorted(value) for key, value in found.items() if isinstance(value, dict)} == {
        "ambitions": ["as_of", "came", "changed", "went"],
        "applications": ["as_of", "came", "changed", "went"],
        "base": ["commit", "name"],
        "head": ["commit", "name"],
        "initiatives": ["came", "changed", "renamed", "went"],
        "findings": ["changed", "new", "solved"],
    }
    assert sorted(found) == [
        *(
            "agendas",
            "ambitions",
            "applications",
            "base",
            "changes",
            "costs",
            "findings",
            "head",
            "initiatives",
            "language",
            "left_out",
        ),
        *("partnership", "plans", "shifts", "summary", "unshared", "version"),
    ]
    assert found["partnership"] == [
        {
            "key": ["rules", "late-intake", "level"],
            "kind": "choice",
            "before": None,
            "after": "error",
            "effect": "stricter",
        }
    ]
    (changed,) = found["initiatives"]["changed"]  # type: ignore[index]
    assert changed["changes"] == [
        {"key": ["costs", "one_off", "2027"], "kind": "euros", "before": 1040, "after": 2080}
    ]


HOSTILE = "</td> <script>x</script> | **b** [a](http://x.nl) @user #12 `c` <!-- regie-diff --> {{ 7*7 }}"
HOSTILE_FILES = {
    "access": text(
        f"'{HOSTILE}'",
        sponsor=f"'{HOSTILE}'",
        obligation=f"{{kind: statutory, basis: '{HOSTILE}', deadline: 2026-01-01}}",
        external=f"[{{what: '{HOSTILE}', by: 2027-01-01}}]",
        steps=f"[{{name: '{HOSTILE}', end: 2027-Q1, decide: '{HOSTILE}'}}]",
        standards=f"['{HOSTILE}']",
        benefits=f"{{booked_on: '{HOSTILE}'}}",
        costs="{one_off: {2027: 999}}",
        components="[identity]",
        period="{start: 2027-Q2, end: 2027-Q4}",
    ),
    "counter": text(f"'2 {HOSTILE}'", components="[identity]", costs="{one_off: {2027: 7000000}}"),
    "regie.yaml": IN_GIT.replace("name: Amsterdam", f"name: '{HOSTILE}'")
    .replace("Team Platform", f"'{HOSTILE}'")
    .replace("label: gelijk", f"label: '{HOSTILE}'")
    .replace("name: Identiteit", f"name: '{HOSTILE}'"),
}


@pytest.mark.parametrize("wanted", ["main..work", "work..main"])
def test_what_files_say_comes_out_as_text_in_markdown(tmp_path: Path, wanted: str) -> None:
    made = repository(tmp_path)
    made.branch("work")
    made.commit("2026-06-01", HOSTILE_FILES)
    written = diff(made, wanted, "--format", "md")
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(written)
    inside = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inside} <= {"text", "html_inline", "softbreak"}
    assert {child.content for child in inside if child.type == "html_inline"} == {"<!-- -->", MARKER}
    assert [child.content for child in inside if child.type == "html_inline"].count(MARKER) == 1
    assert "html_block" not in {token.type for token in tokens}
    shown = [
        "".join(c.content for c in token.children if c.type == "text") for token in tokens if token.children
    ]
    assert sum(HOSTILE in line for line in shown) > 10
    made_html = gfm_html(written)
    tags = set(re.findall(r"<(/?\w+)", made_html))
    assert {tag.strip("/") for tag in tags} <= {
        *("p", "h3", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "em", "strong"),
    }


def many(folder: Path, number: int) -> Desk:
    """Make a repository in which very many initiatives change on a branch."""
    made = repository(folder, {f"plan-{n}": plan(n, 1000) for n in range(number)})
    made.branch("work")
    made.commit("2026-06-01", {f"plan-{n}": plan(n, 2000 + n) for n in range(number)})
    return made


def plan(number: int, amount: int) -> str:
    return text(f"Plan {number} | *met* <tekens>", costs=f"{{one_off: {{2027: {amount}}}}}").split(
        "problem:"
    )[0]


def test_a_thousand_changed_initiatives_fit_in_a_comment_and_the_rest_is_counted(tmp_path: Path) -> None:
    made = many(tmp_path, 1000)
    written = diff(made, "main..work", "--format", "md", "--lang", "en")
    assert len(written) <= DIFF_CHARACTERS
    assert len(written) > DIFF_CHARACTERS * 0.8
    total = int(re.search(r"^\*\*([\d,]+) rows are omitted here", written, re.MULTILINE)[1].replace(",", ""))  # type: ignore[index]
    parts = [
        int(n.replace(",", ""))
        for n in re.findall(r"^\*([\d,]+) more rows were omitted", written, re.MULTILINE)
    ]
    assert sum(parts) == total > 1000
    assert "changes 1000 initiatives" in written.split("\n")[0]
    # Every table is whole: each of its lines has as many cells as its heading.
    for block in written.split("\n\n"):
        if block.startswith("|"):
            assert len({len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}) == 1


def test_help_says_that_a_difference_is_no_failure(desk: Desk) -> None:
    said = " ".join(regie("diff", "--help", "--lang", "en").stdout.split())
    assert "The exit code is 0 even if there are differences" in said


def test_the_same_bytes_anywhere(desk: Desk) -> None:
    words = ("diff", "main..HEAD", "-C", desk.folder, "--format", "md", *TODAY)
    one = regie(*words, env={"HOME": str(desk.home)}).stdout
    assert one.endswith("\n")
    env = {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "POSIX", "COLUMNS": "31"}
    assert one == regie_process(*words, env={"HOME": str(desk.home), **env}).stdout


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("tags", "[amsterdam, letters]", "amsterdam and letters"),
        ("depends_on", "[{on: letters, lag: -2 weeks}]", "14 days of overlap"),
        ("depends_on", "[{on: letters, lag: -1 month}]", "one month of overlap"),
    ],
)
def test_a_new_value_is_in_words(tmp_path: Path, key: str, value: str, words: str) -> None:
    start = {**START, "letters": text("Brieven")}
    if key == "depends_on":
        start["access"] = text("Toegang", depends_on="[letters]")
    desk = repository(tmp_path, start)
    desk.branch("work")
    desk.commit("2026-06-01", {"access": text("Toegang", **{key: value})})
    assert words in regie("diff", "main..work", "--lang", "en", cwd=desk.folder).stdout


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("name", sorted(EVERY_KEY.glob("*.yaml")), ids=lambda path: path.name)
def test_every_key_that_comes_or_goes_has_a_word(tmp_path: Path, name: Path, lang: str) -> None:
    desk = repository(tmp_path)
    file = "regie.yaml" if name.name.endswith(".regie.yaml") else "initiatives/access.yaml"
    desk.branch("work")
    desk.commit("2026-06-01", {file: name.read_text("utf-8")})
    for compared in ("main..work", "work..main"):
        done = regie("diff", compared, "--lang", lang, cwd=desk.folder)
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("lang", "as_of", "by"),
    [("nl", "Domein Inkomen: peildatum", "nodig na"), ("en", "Domain Inkomen: as of", "needed after")],
)
def test_the_days_of_a_domain_are_none_of_an_estimate(tmp_path: Path, lang: str, as_of: str, by: str) -> None:
    desk = repository(tmp_path)
    desk.write({"regie.yaml": (EVERY_KEY / "partnership-all.regie.yaml").read_text("utf-8")})
    told = regie("diff", "HEAD", "--lang", lang, cwd=desk.folder).stdout
    assert as_of in told
    assert f"Utrecht: {by}" in told
