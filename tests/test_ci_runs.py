"""The shell in our own CI files, run for real: on a real repository, with a real and hostile pull request."""

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from tests.desk import EXAMPLE, PARTNERSHIP, ROOT, initiative, regie
from tests.gitrepo import Desk, started
from tests.workflow_runner import Runner, script, step

ACTION = script(ROOT / "action.yml")["runs"]["steps"]
GIVEN = {
    "FOLDER": ".",
    "TODAY": "2026-09-24",
    "STRICT": "false",
    "SINCE": "",
    "CONFIG_FROM": "",
    "MAIN": "",
    "SPEAKS": "",
}
SHA = "5" * 40
COMPLETE = {
    "problem": "Het oude loopt af.",
    "do_nothing": "Dan stopt het.",
    "costs": "{one_off: {2027: 150000}, recurring: {2028: 0}, people: 10000, margin: 30%}",
}
"""What a dossier needs besides."""
OWNER = "utrecht/portfolio"
BODY = (
    "**Dit voorstel voegt 1 initiatief toe.** <!-- regie-diff -->\n\n"
    "| Wat | Bedrag |\n|---|---|\n| x | € 1 |\n"
)


HOSTILE = "x$(touch hacked)`touch hacked`;touch hacked;::error::hacked"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A portfolio in git, with one sound initiative."""
    made = started(tmp_path / "work")
    made.commit("2026-05-18", {"toegang": initiative(**COMPLETE)})
    return made


@pytest.fixture
def runner(desk: Desk, tmp_path: Path) -> Runner:
    """A runner with the checkout of that portfolio."""
    return Runner(desk.folder, tmp_path / "temp")


def hacked(runner: Runner) -> list[Path]:
    """Give every trace of a text that was taken for a command."""
    return [*runner.folder.rglob("hacked*"), *runner.temp.rglob("hacked*")]


def hostile_request(desk: Desk) -> str:
    """Commit a proposal whose branch, title and file name try to be commands; give the branch."""
    branch = "x$(touch${IFS}hacked)`touch${IFS}hacked`;touch${IFS}hacked"
    desk.branch(branch)
    files = {f"initiatives/{HOSTILE}.yaml": initiative(title=f"'{HOSTILE}'", status="geen")}
    own = {f"{name}.py": "open('hacked', 'w')\n" for name in ("pip", "json", "venv")}
    desk.commit("2026-06-01", {**files, **own})
    return branch


# The action


def test_the_action_installs_itself_and_nothing_that_lies_in_the_checkout(runner: Runner, desk: Desk) -> None:
    hostile_request(desk)
    # What isn't compiled while it is installed is compiled once it is used: most of it never is.
    runner.event = {"GITHUB_ACTION_PATH": str(ROOT), "PIP_NO_COMPILE": "1"}
    done = runner.run(step(ACTION, "Install regie"))
    assert done.returncode == 0, done.stderr
    assert hacked(runner) == []
    checked = runner.run(step(ACTION, "Check the portfolio"), **GIVEN)
    assert runner.outputs["exit-code"] == "1", checked.stderr
    assert hacked(runner) == []


def test_the_action_shows_annotations_a_summary_and_outputs(runner: Runner, desk: Desk) -> None:
    hostile_request(desk)
    runner.use_our_regie("regie-venv/bin")
    done = runner.run(step(ACTION, "Check the portfolio"), **GIVEN)
    assert (done.returncode, done.stderr) == (0, "")
    assert hacked(runner) == []
    commands = [line for line in done.stdout.partition("::stop-commands::")[0].splitlines() if "::" in line]
    assert commands
    assert all(re.match(r"::(?:error|warning) file=initiatives/[^:,]*,line=\d+,", line) for line in commands)
    found = json.loads(Path(runner.outputs["json"]).read_text("utf-8"))
    counts = {"exit-code": "1", "errors": str(found["errors"]), "warnings": str(found["warnings"])}
    assert {name: runner.outputs[name] for name in counts} == counts
    assert runner.summary == Path(runner.outputs["markdown"]).read_text("utf-8")
    html = MarkdownIt("gfm-like", {"linkify": False}).render(runner.summary)
    assert f"<td>initiatives/{HOSTILE}.yaml:1</td>" in re.sub("<!--.*?-->", "", html)
    assert json.loads(Path(runner.outputs["sarif-file"]).read_text("utf-8"))["version"] == "2.1.0"
    assert runner.run(step(ACTION, "Hold back what is not right"), CODE="1").returncode == 1


def test_the_action_lets_a_sound_portfolio_through(runner: Runner) -> None:
    runner.use_our_regie("regie-venv/bin")
    assert runner.run(step(ACTION, "Check the portfolio"), **GIVEN).returncode == 0
    assert {name: runner.outputs[name] for name in ("exit-code", "errors", "warnings")} == {
        "exit-code": "0",
        "errors": "0",
        "warnings": "0",
    }
    assert runner.run(step(ACTION, "Hold back what is not right"), CODE="0").returncode == 0


def test_the_action_stops_where_there_is_no_portfolio(runner: Runner) -> None:
    runner.use_our_regie("regie-venv/bin")
    done = runner.run(step(ACTION, "Check the portfolio"), **{**GIVEN, "FOLDER": "nergens"})
    assert (done.returncode, runner.outputs) == (2, {"exit-code": "2"})


@pytest.mark.parametrize("name", ["FOLDER", "TODAY", "SPEAKS"])
def test_no_input_of_the_action_becomes_a_command_or_an_option(runner: Runner, name: str) -> None:
    runner.use_our_regie("regie-venv/bin")
    for value in (
        "$(touch hacked)",
        "`touch hacked`",
        "x; touch hacked",
        "--output=hacked",
        '"; touch hacked; "',
    ):
        done = runner.run(step(ACTION, "Check the portfolio"), **{**GIVEN, name: value})
        assert done.returncode == 2
    assert hacked(runner) == []


def test_the_summary_of_hundreds_of_files_is_far_below_what_a_summary_may_hold(
    runner: Runner, desk: Desk
) -> None:
    desk.write({f"initiatives/i-{number}.yaml": "title: x\n" for number in range(400)})
    runner.use_our_regie("regie-venv/bin")
    assert runner.run(step(ACTION, "Check the portfolio"), **GIVEN).returncode == 0
    assert len(runner.summary.encode()) < 65_536
    assert "bevindingen zijn weggelaten" in runner.summary


def test_the_action_takes_the_rules_of_the_base_branch(runner: Runner, desk: Desk) -> None:
    desk.branch("later")
    moved = PARTNERSHIP.replace("dossier_closes: 2026-08-27", "dossier_closes: 2026-09-23")
    desk.commit(
        "2026-09-20", {"regie.yaml": moved, "laat": initiative(title="Te laat", submitted="2026-09-20")}
    )
    runner.use_our_regie("regie-venv/bin")
    refs = {"SINCE": "main", "CONFIG_FROM": "main"}
    assert runner.run(step(ACTION, "Check the portfolio"), **{**GIVEN, **refs}).returncode == 0
    assert "late-dossier" in runner.summary


# The workflows that regie init writes


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """New portfolios with the CI files of GitHub and of GitLab."""
    root = tmp_path_factory.mktemp("made")
    for ci in ("github", "gitlab"):
        words = ("--members", "utrecht,rotterdam", "--language", "en", "--ci", ci)
        assert regie("init", root / ci, *words).returncode == 0
    return root


def job(made: Path, workflow: str, name: str) -> Any:
    return script(made / f"github/.github/workflows/{workflow}.yml")["jobs"][name]["steps"]


def test_the_check_of_the_main_branch_stops_at_errors_and_sums_them_up(
    made: Path, runner: Runner, desk: Desk
) -> None:
    runner.use_our_regie()
    check = step(job(made, "regie", "validate"), "Check")
    assert runner.run(check).returncode == 0
    hostile_request(desk)
    assert runner.run(check).returncode == 1
    assert "| fout | initiatives/x" in runner.summary
    assert json.loads((runner.temp / "regie.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert hacked(runner) == []


def test_the_check_of_a_pull_request_reports_what_the_branch_brought(
    made: Path, runner: Runner, desk: Desk
) -> None:
    desk.commit("2026-05-19", {"oud": initiative(**COMPLETE)})
    hostile_request(desk)
    desk.git("update-ref", "refs/remotes/origin/main", "main")
    runner.use_our_regie()
    runner.event = {"GITHUB_BASE_REF": "main"}
    assert runner.run(step(job(made, "regie", "validate"), "Check")).returncode == 1
    assert "initiatives/oud.yaml" not in runner.summary
    assert "initiatives/x" in runner.summary
    assert hacked(runner) == []


def test_what_a_pull_request_changes_goes_from_one_workflow_to_the_other(
    made: Path, runner: Runner, desk: Desk
) -> None:
    desk.git("update-ref", "refs/remotes/origin/main", "main")
    desk.branch("nieuw")
    text = "'Inloggen @iedereen $(touch hacked) [x](https://example.org) <img src=x>'"
    desk.commit("2026-06-01", {"nieuw": initiative(title=text, summary="Iets heel anders.")})
    runner.use_our_regie()
    runner.event = {"GITHUB_BASE_REF": "main"}
    done = runner.run(step(job(made, "regie", "validate"), "Summarize the change"), NUMBER="7")
    assert done.returncode == 0, done.stderr
    told = (runner.temp / "regie-comment/comment.md").read_text("utf-8")
    assert told in runner.summary
    assert commented(made, runner, pull()).returncode == 0
    assert runner.asked == [["POST", "repos/steden/portfolio/issues/7/comments", {"body": told}]]
    assert hacked(runner) == []


def pull(**changes: Any) -> dict[str, Any]:
    """Give what GitHub would answer: the pull request and the comments on it."""
    head = {"sha": SHA, "ref": "nieuw", "repo": {"full_name": OWNER}, **changes.pop("head", {})}
    asked = "repos/steden/portfolio"
    return {
        f"{asked}/pulls/7": {"state": "open", "head": head, **changes},
        f"{asked}/issues/7/comments": [
            {"id": 1, "user": {"login": "sanne"}, "body": "Mooi <!-- regie-diff -->"},
            {"id": 2, "user": {"login": "github-actions[bot]"}, "body": "Iets anders\n<!-- regie-diff -->"},
        ],
    }


def artifact(runner: Runner, body: str | bytes = BODY, number: str = "7\n") -> None:
    """Lay down what the other workflow uploaded."""
    folder = runner.temp / "regie-comment"
    folder.mkdir(exist_ok=True)
    (folder / "comment.md").write_bytes(body if isinstance(body, bytes) else body.encode())
    (folder / "number").write_text(number, "utf-8")


def commented(made: Path, runner: Runner, answers: dict[str, Any], branch: str = "nieuw") -> Any:
    """Run the step that writes the comment."""
    runner.fake_gh(answers)
    return runner.run(
        step(job(made, "regie-comment", "comment"), "Write the comment"),
        GH_TOKEN="x",  # noqa: S106 - no token
        HEAD_SHA=SHA,
        HEAD_BRANCH=branch,
        HEAD_REPOSITORY=OWNER,
    )


def test_a_first_comment_is_made(made: Path, runner: Runner) -> None:
    artifact(runner)
    done = commented(made, runner, pull())
    assert (done.returncode, done.stderr) == (0, "")
    assert runner.asked == [["POST", "repos/steden/portfolio/issues/7/comments", {"body": BODY}]]


def test_the_own_comment_is_renewed_and_nobody_elses(made: Path, runner: Runner) -> None:
    answers = pull()
    own = {"id": 3, "user": {"login": "github-actions[bot]"}, "body": "Eerder <!-- regie-diff -->\nmeer"}
    answers["repos/steden/portfolio/issues/7/comments"].append(own)
    artifact(runner)
    assert commented(made, runner, answers).returncode == 0
    assert runner.asked == [["PATCH", "repos/steden/portfolio/issues/comments/3", {"body": BODY}]]


@pytest.mark.parametrize(
    "number",
    ["", "0", "07", "-7", "7 8", "7\n8", "7;touch hacked", "$(touch hacked)", "../../x", "99999999999"],
)
def test_a_number_that_is_none_is_refused(made: Path, runner: Runner, number: str) -> None:
    artifact(runner, number=number)
    done = commented(made, runner, pull())
    assert (done.returncode, done.stdout) == (1, "This is not the number of a pull request.\n")
    assert (runner.asked, hacked(runner)) == ([], [])


@pytest.mark.parametrize(
    "changes",
    [
        {"state": "closed"},
        {"head": {"sha": "6" * 40}},
        {"head": {"ref": "anders"}},
        {"head": {"repo": {"full_name": "rotterdam/portfolio"}}},
        {"head": {"repo": None}},
    ],
)
def test_a_pull_request_that_the_run_does_not_belong_to_gets_no_comment(
    made: Path, runner: Runner, changes: dict[str, Any]
) -> None:
    artifact(runner)
    assert commented(made, runner, pull(**changes)).returncode == 0
    assert runner.asked == []


@pytest.mark.parametrize(
    "body",
    [
        BODY + "x" * 65_536,
        "é" * 70_000,
        "Niet van regie\n",
        BODY + "@sanne kijk\n",
        BODY + "[gratis](ergens)\n",
        BODY + "zie https://example.org\n",
        BODY + "[a]: ergens\n",
        BODY + "<img src=x>\n",
        BODY + "</table>\n",
        BODY + "www.example.org\n",
        BODY + "zie #12\n",
        BODY + "\\\\](ergens)\n",
        BODY.encode() + b"\xff\xfe@sanne\n",
    ],
)
def test_a_text_that_regie_would_never_write_is_refused(
    made: Path, runner: Runner, body: str | bytes
) -> None:
    artifact(runner, body)
    assert commented(made, runner, pull()).returncode == 1
    assert runner.asked == []


def test_a_text_of_exactly_what_a_comment_may_hold_is_posted(made: Path, runner: Runner) -> None:
    artifact(runner, BODY + "é" * (65_536 - len(BODY)))
    assert commented(made, runner, pull()).returncode == 0
    assert runner.asked


def test_text_that_regie_has_escaped_is_posted(made: Path, runner: Runner) -> None:
    body = BODY + "| @<!-- -->sanne https\\://example.org \\[x\\](y) \\<img\\> #<!-- -->12 |\n"
    artifact(runner, body)
    assert commented(made, runner, pull()).returncode == 0
    assert runner.asked[0][2] == {"body": body}


def test_a_link_instead_of_a_file_is_not_followed(made: Path, runner: Runner) -> None:
    artifact(runner)
    (runner.temp / "regie-comment/comment.md").unlink()
    (runner.temp / "secret").write_text(BODY, "utf-8")
    (runner.temp / "regie-comment/comment.md").symlink_to(runner.temp / "secret")
    assert commented(made, runner, pull()).returncode == 0
    assert runner.asked == []


def test_without_an_artifact_nothing_is_written(made: Path, runner: Runner) -> None:
    assert commented(made, runner, pull()).returncode == 0
    assert runner.asked == []


def test_a_hostile_branch_name_is_only_compared(made: Path, runner: Runner, desk: Desk) -> None:
    branch = hostile_request(desk)
    artifact(runner)
    assert commented(made, runner, pull(head={"ref": branch}), branch).returncode == 0
    assert len(runner.asked) == 1
    assert hacked(runner) == []


# The monthly issue

ISSUES = "repos/steden/portfolio/issues"
DAMAGED = {"landscape/utrecht.yaml": "as_of: 2026-09-01\napplications: [\n"}
NEAR = {"obligation": "{kind: statutory, basis: wet, deadline: 2020-01-01}", "agenda": None, "status": "idea"}


def listed(made: Path, runner: Runner, issues: list[dict[str, Any]]) -> None:
    """Run the monthly job."""
    steps = job(made, "regie-deadlines", "list")
    runner.use_our_regie()
    runner.fake_gh({ISSUES: issues, **{f"{ISSUES}/{each['number']}": each for each in issues}})
    done = runner.run(step(steps, "List the deadlines"))
    assert done.returncode == 0, done.stderr
    write = step(steps, "Write the issue")
    done = runner.run(write, GH_TOKEN="x", OPEN=runner.outputs["open"])  # noqa: S106 - no token
    assert (done.returncode, done.stderr) == (0, "")


MARK = "<!-- regie-deadlines -->"
OWN = {"number": 5, "state": "open", "user": {"login": "github-actions[bot]"}, "body": f"{MARK}\n\nEerder"}
OTHERS = [
    {"number": 1, "user": {"login": "sanne"}, "body": f"{MARK} van mij"},
    {"number": 2, "user": {"login": "github-actions[bot]"}, "body": None},
    {**OWN, "number": 3, "pull_request": {}},
]


def test_the_first_unanswered_deadline_opens_an_issue(made: Path, runner: Runner, desk: Desk) -> None:
    desk.write({"wet": initiative(title="Nieuwe wet", **NEAR)})
    listed(made, runner, OTHERS)
    ((method, path, sent),) = runner.asked
    assert (method, path) == ("POST", ISSUES)
    assert sent["title"] == "Deadlines that nothing on an agenda answers"
    assert sent["body"].startswith(f"{MARK}\n\n## ")
    assert "- Nieuwe wet (wet): " in sent["body"]
    assert sent["body"] == runner.summary


def test_the_own_issue_is_renewed(made: Path, runner: Runner, desk: Desk) -> None:
    desk.write({"wet": initiative(title="Nieuwe wet", **NEAR)})
    listed(made, runner, [*OTHERS, OWN])
    ((method, path, sent),) = runner.asked
    assert (method, path, sent["state"]) == ("PATCH", f"{ISSUES}/5", "open")
    assert "- Nieuwe wet (wet): " in sent["body"]


def test_the_own_issue_is_opened_again(made: Path, runner: Runner, desk: Desk) -> None:
    desk.write({"wet": initiative(title="Nieuwe wet", **NEAR)})
    listed(made, runner, [*OTHERS, {**OWN, "state": "closed"}])
    ((method, path, sent),) = runner.asked
    assert (method, path, sent["state"]) == ("PATCH", f"{ISSUES}/5", "open")


def test_once_all_are_answered_the_own_issue_is_closed(made: Path, runner: Runner) -> None:
    listed(made, runner, [*OTHERS, OWN])
    ((method, path, sent),) = runner.asked
    assert (method, path, sent["state"]) == ("PATCH", f"{ISSUES}/5", "closed")


def test_an_issue_stays_open_while_a_file_cant_be_read(made: Path, runner: Runner, desk: Desk) -> None:
    desk.write(DAMAGED)
    listed(made, runner, [*OTHERS, OWN])
    ((method, path, sent),) = runner.asked
    assert (method, path, sent["state"]) == ("PATCH", f"{ISSUES}/5", "open")
    assert "landscape/utrecht.yaml" in sent["body"]


def test_without_deadlines_and_without_an_issue_nothing_is_written(made: Path, runner: Runner) -> None:
    listed(made, runner, OTHERS)
    assert runner.asked == []


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("files", [{}, {"wet": initiative(title="Nieuwe wet", **NEAR)}], ids=["none", "one"])
def test_an_issue_is_left_alone_while_nothing_changes(
    made: Path, runner: Runner, desk: Desk, files: dict[str, str], end: str
) -> None:
    desk.write(files)
    written = regie("calendar", "--unanswered", "--format", "md", "-C", desk.folder).stdout
    body = f"{MARK}\n\n{written}".rstrip().replace("\n", end)
    listed(made, runner, [*OTHERS, {**OWN, "state": "open" if files else "closed", "body": body}])
    assert runner.asked == []


def test_an_issue_holds_no_mention_and_no_link_of_a_file(made: Path, runner: Runner, desk: Desk) -> None:
    hostile = f"'{HOSTILE} @sanne https://example.org [x](y) <img> #12 /close'"
    desk.write({"wet": initiative(title=hostile, **NEAR)})
    listed(made, runner, OTHERS)
    ((_, _, sent),) = runner.asked
    for text in ("@sanne", "https://", "[x](y)", "<img>", "#12"):
        assert text not in sent["body"]
    assert "sanne" in sent["body"]
    assert hacked(runner) == []


# The agenda


def test_the_agenda_is_compared_with_the_files(made: Path, tmp_path: Path) -> None:
    import shutil

    folder = tmp_path / "portfolio"
    shutil.copytree(EXAMPLE, folder)
    for odd in ("--output=hacked.md", "2099.xx.md", "$(touch hacked).md", "2026.en.md"):
        (folder / "agendas" / odd).write_text("oud\n", "utf-8")
    runner = Runner(folder, tmp_path / "temp")
    runner.use_our_regie()
    compare = step(job(made, "regie", "agenda"), "Compare the agenda with the files")
    assert runner.run(compare).returncode == 0
    (folder / "agendas/2027.en.md").write_text("oud\n", "utf-8")
    stale = runner.run(compare)
    assert stale.returncode == 1
    assert "agendas/2027.en.md" in stale.stderr
    assert [path for path in hacked(runner) if path.name != "hacked.md"] == []


def test_what_was_decided_is_compared_with_the_files(made: Path, tmp_path: Path) -> None:
    import shutil

    folder = tmp_path / "portfolio"
    shutil.copytree(EXAMPLE, folder)
    runner = Runner(folder, tmp_path / "temp")
    runner.use_our_regie()
    compare = step(job(made, "regie", "agenda"), "Compare the agenda with the files")
    (folder / "agendas/2026.adopted.en.md").write_text("oud\n", "utf-8")
    (folder / "agendas/2025.adopted.nl.md").write_text("oud\n", "utf-8")
    stale = runner.run(compare)
    assert stale.returncode == 1
    assert "regie agenda --year 2026 --adopted --lang en -o agendas/2026.adopted.en.md" in stale.stderr
    assert "2025" not in stale.stderr


def test_without_an_agenda_there_is_nothing_to_compare(made: Path, runner: Runner) -> None:
    runner.use_our_regie()
    compare = step(job(made, "regie", "agenda"), "Compare the agenda with the files")
    assert runner.run(compare).returncode == 0


# The page


def assert_both_pages(folder: Path) -> None:
    """Hold that a folder has the page in both languages, that they name each other, and nothing else."""
    pages = {path.name: path.read_text("utf-8") for path in folder.iterdir()}
    assert {name: re.findall(r'<html lang="(..)"', text) for name, text in pages.items()} == {
        "index.html": ["nl"],
        "en.html": ["en"],
    }
    assert 'href="en.html"' in pages["index.html"]
    assert 'href="index.html"' in pages["en.html"]


def test_the_page_is_what_is_uploaded(made: Path, runner: Runner, desk: Desk) -> None:
    desk.commit("2026-06-01", {"vreemd": initiative(title=f"'{HOSTILE}'")})
    runner.use_our_regie()
    steps = job(made, "regie", "page")
    done = runner.run(step(steps, "Make the page"))
    assert done.returncode == 0, done.stderr
    uploaded = steps[-1]["with"]["path"].replace("${{ runner.temp }}", str(runner.temp))
    assert_both_pages(Path(uploaded))
    assert hacked(runner) == []


# GitLab


def shell(made: Path, name: str) -> dict[str, Any]:
    """Give the script of a job in .gitlab-ci.yml as one step."""
    whole = script(made / "gitlab/.gitlab-ci.yml")
    return {"run": "\n".join(whole[name]["script"])}


def test_gitlab_gets_a_code_quality_report_and_stops_at_errors(
    made: Path, runner: Runner, desk: Desk
) -> None:
    runner.use_our_regie()
    runner.event = {"GITHUB_ACTIONS": ""}
    assert runner.run(shell(made, "regie")).returncode == 0
    hostile_request(desk)
    assert runner.run(shell(made, "regie")).returncode == 1
    report = json.loads((desk.folder / "gl-code-quality-report.json").read_text("utf-8"))
    assert "file-name" in {each["check_name"] for each in report}
    assert hacked(runner) == []


def test_gitlab_keeps_the_page_that_is_made(made: Path, runner: Runner, desk: Desk) -> None:
    desk.commit("2026-06-01", {"vreemd": initiative(title=f"'{HOSTILE}'")})
    runner.use_our_regie()
    done = runner.run(shell(made, "regie-page"))
    assert done.returncode == 0, done.stderr
    (kept,) = script(made / "gitlab/.gitlab-ci.yml")["regie-page"]["artifacts"]["paths"]
    assert_both_pages(runner.folder / kept)
    assert hacked(runner) == []


def test_gitlab_takes_the_rules_of_the_target_branch(made: Path, runner: Runner, desk: Desk) -> None:
    bare = runner.temp / "bare"
    desk.branch("later")
    moved = PARTNERSHIP.replace("dossier_closes: 2026-08-27", "dossier_closes: 2099-09-23")
    desk.commit(
        "2026-09-20", {"regie.yaml": moved, "laat": initiative(title="Te laat", submitted="2026-09-20")}
    )
    desk.git("clone", "-q", "--bare", desk.folder, bare)
    desk.git("remote", "add", "origin", bare)
    runner.use_our_regie()
    target = {"CI_MERGE_REQUEST_IID": "7", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"}
    runner.event = {"CI_PROJECT_ID": "3", "CI_MERGE_REQUEST_PROJECT_ID": "3", **target}
    runner.run(shell(made, "regie"))
    report = json.loads((desk.folder / "gl-code-quality-report.json").read_text("utf-8"))
    assert "late-dossier" in {each["check_name"] for each in report}


def test_gitlab_holds_a_merge_request_from_a_fork_to_the_main_branch_of_the_project(
    made: Path, runner: Runner, desk: Desk
) -> None:
    project = runner.temp / "project.git"
    desk.git("clone", "-q", "--bare", desk.folder, project)
    # As the clocks of the fork say, its own main has had this file for months.
    late = initiative(title="Te laat", submitted="2026-05-30")
    desk.commit("2026-06-01", {"laat": late})
    desk.git("clone", "-q", "--bare", desk.folder, runner.temp / "fork.git")
    desk.git("remote", "add", "origin", runner.temp / "fork.git")
    desk.git("fetch", "-q", "origin")
    runner.use_our_regie()
    target = {"CI_MERGE_REQUEST_IID": "7", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"}
    ids = {"CI_PROJECT_ID": "4", "CI_MERGE_REQUEST_PROJECT_ID": "3"}
    runner.event = {**target, **ids, "CI_MERGE_REQUEST_PROJECT_URL": str(project.with_suffix(""))}
    runner.run(shell(made, "regie"))
    report = json.loads((desk.folder / "gl-code-quality-report.json").read_text("utf-8"))
    assert "late-dossier" in {each["check_name"] for each in report}


CURL = """\
#!{python} -IS
import json, sys
words = sys.argv[1:]
path = words[-1].partition("?")[0].removeprefix("https://gitlab.example/api/v4")
assert open(words[words.index("--header") + 1][1:]).read() == "PRIVATE-TOKEN: geheim\\n"
if "--request" in words:
    body = words[words.index("--data-urlencode") + 1].partition("@")[2]
    with open({log!r}, "a", encoding="utf-8") as log:
        print(json.dumps([words[words.index("--request") + 1], path, open(body).read()]), file=log)
answers = json.load(open({answers!r}, encoding="utf-8"))
json.dump(answers.get(path, []), open(words[words.index("--output") + 1], "w"))
"""


@pytest.mark.parametrize("earlier", [False, True])
def test_gitlab_notes_what_a_merge_request_changes(
    made: Path, runner: Runner, desk: Desk, *, earlier: bool
) -> None:
    branch = hostile_request(desk)
    desk.git("switch", "-q", "main")
    bare = runner.temp / "bare"
    desk.git("clone", "-q", "--bare", desk.folder, bare)
    desk.git("--git-dir", bare, "update-ref", "refs/merge-requests/7/head", f"refs/heads/{branch}")
    desk.git("remote", "add", "origin", bare)
    desk.git("fetch", "-q", "origin", "main:refs/remotes/origin/main")
    project = "/projects/3/merge_requests"
    foreign = {"id": 1, "author": {"id": 8}, "body": "Mooi <!-- regie-diff -->"}
    own = {"id": 2, "author": {"id": 9}, "body": "Eerder <!-- regie-diff -->\nmeer"}
    notes = [foreign, own] if earlier else [foreign]
    answers = {"/user": {"id": 9}, project: [{"iid": 7}], f"{project}/7/notes": notes}
    (runner.temp / "answers").write_text(json.dumps(answers), "utf-8")
    text = CURL.format(
        python=sys.executable, log=str(runner.temp / "log"), answers=str(runner.temp / "answers")
    )
    (runner.temp / "bin" / "curl").write_text(text, "utf-8")
    (runner.temp / "bin" / "curl").chmod(0o755)
    runner.use_our_regie()
    given = {"CI_API_V4_URL": "https://gitlab.example/api/v4", "CI_PROJECT_ID": "3"}
    runner.event = {**given, "CI_DEFAULT_BRANCH": "main", "REGIE_NOTE_TOKEN": "geheim"}
    done = runner.run(shell(made, "regie-notes"))
    assert done.returncode == 0, done.stderr
    ((method, path, body),) = runner.asked
    assert (method, path) == (("PUT", f"{project}/7/notes/2") if earlier else ("POST", f"{project}/7/notes"))
    assert "<!-- regie-diff -->" in body.partition("\n")[0]
    assert "geheim" not in done.stdout + done.stderr
    assert hacked(runner) == []


GITLAB = """\
#!{python} -IS
import json, sys
words = sys.argv[1:]
path = words[-1].partition("?")[0].removeprefix("https://gitlab.example/api/v4")
assert open(words[words.index("--header") + 1][1:]).read() == "PRIVATE-TOKEN: geheim\\n"
if "--request" in words:
    sent = {{}}
    for flag, word in zip(words, words[1:]):
        if flag in ("--data", "--data-urlencode"):
            name, sign, text = (word.partition("=") if "=" in word.partition("@")[0] else word.partition("@"))
            sent[name] = open(text, encoding="utf-8").read() if sign == "@" else text
    with open({log!r}, "a", encoding="utf-8") as log:
        print(json.dumps([words[words.index("--request") + 1], path, sent]), file=log)
answers = json.load(open({answers!r}, encoding="utf-8"))
json.dump(answers.get(path, []), open(words[words.index("--output") + 1], "w"))
"""
KEPT = "/projects/3/issues"
MINE = {"iid": 5, "state": "opened", "author": {"id": 9}, "description": f"{MARK}\n\nEerder"}
THEIRS = [
    {**MINE, "iid": 1, "author": {"id": 8}},
    {**MINE, "iid": 2, "description": None},
    {**MINE, "iid": 3, "description": f"Zie {MARK}"},
]


def kept(made: Path, runner: Runner, issues: list[dict[str, Any]]) -> list[Any]:
    """Run the monthly job on GitLab, and give what it changed."""
    (runner.temp / "answers").write_text(json.dumps({"/user": {"id": 9}, KEPT: issues}), "utf-8")
    text = GITLAB.format(
        python=sys.executable, log=str(runner.temp / "log"), answers=str(runner.temp / "answers")
    )
    (runner.temp / "bin" / "curl").write_text(text, "utf-8")
    (runner.temp / "bin" / "curl").chmod(0o755)
    runner.use_our_regie()
    title = script(made / "gitlab/.gitlab-ci.yml")["regie-deadlines"]["variables"]
    given = {"CI_API_V4_URL": "https://gitlab.example/api/v4", "CI_PROJECT_ID": "3"}
    runner.event = {**given, **title, "REGIE_NOTE_TOKEN": "geheim"}
    done = runner.run(shell(made, "regie-deadlines"))
    assert done.returncode == 0, done.stderr
    assert "geheim" not in done.stdout + done.stderr
    return runner.asked


def test_gitlab_opens_an_issue_for_the_first_deadline(made: Path, runner: Runner, desk: Desk) -> None:
    desk.write({"wet": initiative(title=f"'{HOSTILE} @sanne'", **NEAR)})
    ((method, path, sent),) = kept(made, runner, THEIRS)
    assert (method, path) == ("POST", KEPT)
    assert sent["title"] == "Deadlines that nothing on an agenda answers"
    assert sent["description"].startswith(f"{MARK}\n\n## ")
    assert "(wet): " in sent["description"]
    assert "@sanne" not in sent["description"]
    assert hacked(runner) == []


@pytest.mark.parametrize("state", ["opened", "closed"])
def test_gitlab_renews_its_own_issue(made: Path, runner: Runner, desk: Desk, state: str) -> None:
    desk.write({"wet": initiative(title="Nieuwe wet", **NEAR)})
    ((method, path, sent),) = kept(made, runner, [*THEIRS, {**MINE, "state": state}])
    assert (method, path, sent["state_event"]) == ("PUT", f"{KEPT}/5", "reopen")
    assert "- Nieuwe wet (wet): " in sent["description"]


def test_gitlab_closes_its_own_issue_once_all_are_answered(made: Path, runner: Runner) -> None:
    ((method, path, sent),) = kept(made, runner, [*THEIRS, MINE])
    assert (method, path, sent["state_event"]) == ("PUT", f"{KEPT}/5", "close")


def test_gitlab_keeps_its_issue_open_while_a_file_cant_be_read(
    made: Path, runner: Runner, desk: Desk
) -> None:
    desk.write(DAMAGED)
    ((method, path, sent),) = kept(made, runner, [*THEIRS, MINE])
    assert (method, path, sent["state_event"]) == ("PUT", f"{KEPT}/5", "reopen")
    assert "landscape/utrecht.yaml" in sent["description"]


def test_gitlab_writes_nothing_without_deadlines_and_without_an_issue(made: Path, runner: Runner) -> None:
    assert kept(made, runner, THEIRS) == []


@pytest.mark.parametrize("files", [{}, {"wet": initiative(title="Nieuwe wet", **NEAR)}], ids=["none", "one"])
def test_gitlab_leaves_an_issue_alone_while_nothing_changes(
    made: Path, runner: Runner, desk: Desk, files: dict[str, str]
) -> None:
    desk.write(files)
    written = regie("calendar", "--unanswered", "--format", "md", "-C", desk.folder).stdout
    state = "opened" if files else "closed"
    same = {**MINE, "state": state, "description": f"{MARK}\n\n{written}".rstrip()}
    assert kept(made, runner, [*THEIRS, same]) == []
