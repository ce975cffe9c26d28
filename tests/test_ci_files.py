"""The CI files as their own linters see them, in both languages: action, workflows, GitLab, pre-commit."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.desk import HANGS_AFTER, ROOT, regie
from tests.workflow_runner import script

LANGUAGES = ("nl", "en")
BOTH = pytest.mark.parametrize("language", LANGUAGES)
BIN = Path(sys.executable).parent
PINNED = re.compile(r"[\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def tool(name: str) -> str:
    """Find a program of the development group; without it, a test is passed over with the reason."""
    found = shutil.which(name, path=f"{BIN}:/usr/bin:/bin:/usr/local/bin")
    if found is None:
        pytest.skip(f"{name} is not installed here: no wheel for this system")
    return found


def lint(*words: str | Path, cwd: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        timeout=HANGS_AFTER,
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Portfolios in both languages, for both hosts: ``<language>-<ci>``."""
    root = tmp_path_factory.mktemp("made")
    for language in LANGUAGES:
        for ci in ("github", "gitlab"):
            words = ("--members", "utrecht,rotterdam", "--language", language, "--ci", ci)
            assert regie("init", root / f"{language}-{ci}", *words).returncode == 0
    return root


def workflows(made: Path, language: str) -> list[Path]:
    found = sorted((made / f"{language}-github/.github/workflows").glob("*.yml"))
    assert [path.name for path in found] == ["regie-comment.yml", "regie-deadlines.yml", "regie.yml"]
    return found


@BOTH
def test_zizmor_has_nothing_to_say_of_the_workflows(made: Path, language: str) -> None:
    words = ("--offline", "--no-online-audits", "--pedantic")
    done = lint(tool("zizmor"), *words, *workflows(made, language), cwd=made)
    assert done.returncode == 0, done.stdout


def test_zizmor_has_nothing_to_say_of_the_action() -> None:
    words = ("--offline", "--no-online-audits", "--pedantic", ROOT / "action.yml")
    done = lint(tool("zizmor"), *words, cwd=ROOT)
    assert done.returncode == 0, done.stdout


@BOTH
def test_actionlint_has_nothing_to_say_of_the_workflows(made: Path, language: str) -> None:
    done = lint(tool("actionlint"), *workflows(made, language), cwd=made)
    assert (done.returncode, done.stdout) == (0, "")


@BOTH
def test_the_workflows_follow_their_schema(made: Path, language: str) -> None:
    words = ("--builtin-schema", "vendor.github-workflows")
    done = lint(tool("check-jsonschema"), *words, *workflows(made, language), cwd=made)
    assert done.returncode == 0, done.stdout


def test_the_action_follows_its_schema() -> None:
    words = ("--builtin-schema", "vendor.github-actions", ROOT / "action.yml")
    done = lint(tool("check-jsonschema"), *words, cwd=ROOT)
    assert done.returncode == 0, done.stdout


@BOTH
def test_the_gitlab_file_follows_its_schema(made: Path, language: str) -> None:
    words = ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci")
    done = lint(tool("check-jsonschema"), *words, made / f"{language}-gitlab/.gitlab-ci.yml", cwd=made)
    assert done.returncode == 0, done.stdout


INSTALL = "icteregie @ git+https://example.org/group/icteregie@" + "0" * 40


def component() -> tuple[Any, str]:
    """Read the component: what can be filled in, and its job with the defaults filled in."""
    head, _, job = (ROOT / "templates/regie/template.yml").read_text("utf-8").partition("\n---\n")
    inputs = yaml.safe_load(head)["spec"]["inputs"]

    def default(found: re.Match[str]) -> str:
        value = inputs[found[1]].get("default", INSTALL)
        return str(value).lower() if isinstance(value, bool) else str(value)

    return inputs, re.sub(r"\$\[\[ inputs\.([a-z-]+) \]\]", default, job)


def test_the_component_follows_the_schema_of_gitlab_with_its_defaults(tmp_path: Path) -> None:
    (tmp_path / ".gitlab-ci.yml").write_text(component()[1], "utf-8")
    words = ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", ".gitlab-ci.yml")
    done = lint(tool("check-jsonschema"), *words, cwd=tmp_path)
    assert done.returncode == 0, done.stdout


def test_the_component_puts_what_is_filled_in_into_no_command() -> None:
    text = (ROOT / "templates/regie/template.yml").read_text("utf-8").partition("\n---\n")[2]
    job = next(iter(yaml.safe_load(text.replace("$[[ inputs.job-name ]]", "regie")).values()))
    assert "$[[" not in "".join([*job["before_script"], *job["script"]])


def test_the_component_installs_nothing_until_it_is_told_from_where() -> None:
    assert "default" not in component()[0]["install"]


@pytest.mark.parametrize("path", ["action.yml", "templates/regie/template.yml"])
def test_nothing_is_installed_from_an_index_that_does_not_have_it(path: str) -> None:
    assert "icteregie==" not in (ROOT / path).read_text("utf-8")


@BOTH
def test_what_is_made_from_a_clone_installs_nothing_until_it_is_filled_in(made: Path, language: str) -> None:
    mark = {"nl": "VUL IN: een adres", "en": "FILL IN: an address"}[language]
    said = f"REGIE_INSTALL: '{mark}"
    assert said in (made / f"{language}-gitlab/.gitlab-ci.yml").read_text("utf-8")
    installing = [path.name for path in workflows(made, language) if said in path.read_text("utf-8")]
    assert installing == ["regie-deadlines.yml", "regie.yml"]


def steps(path: Path) -> Iterator[dict[str, Any]]:
    """List the steps of a workflow or an action."""
    whole = script(path)
    for job in whole.get("jobs", {"": whole.get("runs")}).values():
        yield from job["steps"]


@BOTH
def test_every_action_is_pinned_to_a_commit_with_its_version_beside_it(made: Path, language: str) -> None:
    for path in (*workflows(made, language), ROOT / "action.yml"):
        used = re.findall(r"uses: (.*)", path.read_text("utf-8"))
        assert used
        assert [each for each in used if not PINNED.fullmatch(each)] == []


@BOTH
def test_no_expression_stands_in_a_script(made: Path, language: str) -> None:
    scripts = [
        each["run"]
        for path in (*workflows(made, language), ROOT / "action.yml")
        for each in steps(path)
        if "run" in each
    ]
    assert scripts
    assert [text for text in scripts if "${{" in text] == []


@BOTH
def test_every_script_is_bash(made: Path, language: str) -> None:
    gitlab = yaml.safe_load((made / f"{language}-gitlab/.gitlab-ci.yml").read_text("utf-8"))
    jobs = [*gitlab.values(), *yaml.safe_load(component()[1]).values()]
    scripts = [
        *(
            each["run"]
            for path in (*workflows(made, language), ROOT / "action.yml")
            for each in steps(path)
            if "run" in each
        ),
        *(line for job in jobs for line in (*job.get("before_script", ()), *job.get("script", ()))),
    ]
    for text in scripts:
        done = subprocess.run(["bash", "-n"], input=text, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, ""), text


@pytest.mark.parametrize("ci", ["github", "gitlab"])
def test_both_languages_do_the_same(made: Path, ci: str) -> None:
    """Only comments and the words that people see differ."""

    def without_words(path: Path) -> list[str]:
        words = re.compile(r"\s*#.*|(?<=(?:TITLE|.name): ).*|(?<=REGIE_INSTALL: ).*|(?<=stop )'[^']*'")
        lines = (words.sub("", line) for line in path.read_text().splitlines())
        return [line for line in lines if line.strip()]

    files = ".github/workflows/*.yml" if ci == "github" else ".gitlab-ci.yml"
    dutch, english = (sorted((made / f"{language}-{ci}").glob(files)) for language in LANGUAGES)
    assert [path.name for path in dutch] == [path.name for path in english]
    for one, other in zip(dutch, english, strict=True):
        assert without_words(one) == without_words(other)


@BOTH
def test_only_what_must_write_may_write(made: Path, language: str) -> None:
    rights = {
        path.stem: {
            name: job.get("permissions", script(path)["permissions"])
            for name, job in script(path)["jobs"].items()
        }
        for path in workflows(made, language)
    }
    read = {"contents": "read"}
    assert rights == {
        "regie": {
            "validate": read,
            "code-scanning": {**read, "actions": "read", "security-events": "write"},
            "agenda": read,
            "page": read,
        },
        "regie-comment": {"comment": {"actions": "read", "pull-requests": "write"}},
        "regie-deadlines": {"list": {**read, "issues": "write"}},
    }


@BOTH
def test_the_page_is_made_of_the_main_branch_only(made: Path, language: str) -> None:
    page = script(made / f"{language}-github/.github/workflows/regie.yml")["jobs"]["page"]
    assert page["if"] == "${{ github.event_name == 'push' }}"
    (rule,) = script(made / f"{language}-gitlab/.gitlab-ci.yml")["regie-page"]["rules"]
    assert "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" in rule["if"]


@BOTH
def test_what_may_write_comments_never_gets_the_files_of_the_branch(made: Path, language: str) -> None:
    comment = workflows(made, language)[0]
    used = [each["uses"].partition("@")[0] for each in steps(comment) if "uses" in each]
    assert used == ["actions/download-artifact"]
    words = "\n".join(each.get("run", "") for each in steps(comment))
    assert re.findall(r"(?m)(?:^|[;|&(])\s*(?:git|pip|python|regie|eval|source|bash|sh|\.) ", words) == []


@BOTH
def test_every_checkout_forgets_its_token_and_has_the_whole_history(made: Path, language: str) -> None:
    for path in workflows(made, language):
        for each in steps(path):
            if each.get("uses", "").startswith("actions/checkout@"):
                assert each["with"] == {"fetch-depth": "0", "persist-credentials": "false"}


def test_the_hook_also_runs_when_files_are_only_removed_or_moved() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert (hook["id"], hook["language"], hook["pass_filenames"]) == ("regie-validate", "python", False)
    # Of removed files pre-commit passes none, so that nothing would match ``files``.
    assert (hook["always_run"], "files" in hook) == (True, False)
