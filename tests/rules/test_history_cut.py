"""In a clone that lacks history nothing that could be late passes for in time."""

import json
from pathlib import Path

import pytest

from tests.desk import regie
from tests.gitrepo import IN_GIT, Desk, clone, started, text

TODAY = ("--today", "2026-10-01")
FULL = {"do_nothing": "Dan stopt het.", "costs": "{one_off: {2027: 150000}}", "submitted": "2025-03-01"}
WITH_BOARD = IN_GIT.replace(
    "  2027:\n", "  2028: {intake_closes: 2027-07-01, dossier_closes: 2027-08-27, advice: 2027-09-23, "
    "decision: 2027-10-07}\n  2027:\n"
)  # fmt: skip
RECORDED = IN_GIT.replace("    budget:", "    received: {api: 2026-06-28}\n    budget:")
LATE = (
    "{unforeseen: Een nieuwe wet., unavoidable: Het ligt stil., not_postponable: Per 1 januari., route: now}"
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return started(tmp_path, "2025-01-05", WITH_BOARD)


def api(**changes: str) -> str:
    """Write a proposal of which the dossier is complete."""
    return text("Koppelvlak", **{**FULL, **changes})


def moved_late(desk: Desk) -> None:
    """Put a known proposal on this year's agenda after the dossiers closed."""
    desk.commit("2025-03-01", {"api": api(agenda="2028")})
    desk.commit("2026-09-30", {"api": api()})
    desk.commit("2026-10-01", {"other.md": "Iets anders"})


def told(desk: Desk, *words: str) -> tuple[int, list[tuple[str, str]]]:
    """Give the exit code, and rule and severity of what hangs on when it came in."""
    done = regie("validate", "-C", desk.folder, *(words or TODAY), "--format", "json", env=desk.environment())
    findings = json.loads(done.stdout)["findings"]
    rules = ("history-cut", "late-dossier", "late-intake", "late-lead-time")
    return done.returncode, [(f["rule"], f["severity"]) for f in findings if f["rule"] in rules]


def blobless(desk: Desk, folder: Path) -> Desk:
    desk.git("config", "uploadpack.allowFilter", "true")
    own = clone(desk, folder, "--filter=blob:none")
    own.git("remote", "set-url", "origin", "file:///nowhere")
    return own


def test_the_whole_history_says_that_it_is_late(desk: Desk) -> None:
    moved_late(desk)
    assert told(desk) == (1, [("late-dossier", "error"), ("late-lead-time", "warning")])


def test_at_depth_1_an_error_stays_an_error(desk: Desk, tmp_path: Path) -> None:
    moved_late(desk)
    assert told(clone(desk, tmp_path / "cut", "--depth", "1")) == (1, [("history-cut", "error")])


def test_the_finding_names_who_can_not_be_judged_at_the_date_that_decides(desk: Desk, tmp_path: Path) -> None:
    moved_late(desk)
    cut = clone(desk, tmp_path / "cut", "--depth", "1")
    done = regie("validate", "-C", cut.folder, *TODAY, "--lang", "en", env=desk.environment())
    line = WITH_BOARD.splitlines().index("    dossier_closes: 2026-08-27") + 1
    assert f"regie.yaml:{line}:" in done.stdout
    assert "because only the last part of the history was fetched: api. [history-cut]" in done.stdout
    assert "fetch-depth: 0" in done.stdout


def test_a_depth_that_reaches_far_enough_judges(desk: Desk, tmp_path: Path) -> None:
    moved_late(desk)
    cut = clone(desk, tmp_path / "cut", "--depth", "2")
    assert told(cut) == (1, [("history-cut", "error")])
    enough = clone(desk, tmp_path / "enough", "--depth", "3")
    assert told(enough) == (1, [("late-dossier", "error"), ("late-lead-time", "warning")])


def test_at_depth_50_what_came_within_is_judged(desk: Desk, tmp_path: Path) -> None:
    desk.commit("2026-05-18", {"early": text("Vroeg", **FULL)})
    for number in range(48):
        desk.commit("2026-06-01", {"notes.md": f"{number}"})
    moved_late(desk)
    cut = clone(desk, tmp_path / "cut", "--depth", "50")
    # It begins before the intake closed: what is there already came in time, whenever that was.
    assert told(cut) == told(desk)


def test_what_was_there_before_the_deadline_is_in_time_whatever_is_lost(desk: Desk, tmp_path: Path) -> None:
    desk.commit("2026-05-18", {"api": api(submitted="2026-09-01")})
    cut = clone(desk, tmp_path / "cut", "--depth", "1")
    assert told(cut) == (0, [])


def test_the_day_of_the_deadline_itself_is_in_time(desk: Desk, tmp_path: Path) -> None:
    desk.commit("2026-07-01", {"api": api(submitted="2026-09-01")})
    assert told(clone(desk, tmp_path / "cut", "--depth", "1")) == (0, [])
    desk.commit("2026-07-02", {"notes.md": "Iets anders"})
    assert told(clone(desk, tmp_path / "later", "--depth", "1")) == (0, [("history-cut", "warning")])


def test_with_grounds_and_a_route_only_a_warning_hangs_on_it(desk: Desk, tmp_path: Path) -> None:
    desk.commit("2026-09-30", {"api": api(late=LATE)})
    cut = clone(desk, tmp_path / "cut", "--depth", "1")
    assert told(cut) == (0, [("history-cut", "warning")])


def test_what_the_board_recorded_needs_no_history(tmp_path: Path) -> None:
    desk = started(tmp_path, partnership=RECORDED)
    desk.commit("2026-06-20", {"api": api()})
    desk.commit("2026-10-01", {"notes.md": "Iets anders"})
    cut = clone(desk, tmp_path / "cut", "--depth", "1")
    assert [finding for finding in told(cut)[1] if finding == ("late-intake", "warning")] == []


def test_a_rule_that_counts_from_a_later_agenda_has_nothing_that_hangs_on_it(tmp_path: Path) -> None:
    counted = "".join(
        f"{rule}: {{from: 2028}}, " for rule in ("late-dossier", "late-intake", "late-lead-time")
    )
    later = WITH_BOARD.replace("rules: {", f"rules: {{{counted}")
    desk = started(tmp_path, made="2025-01-05", partnership=later)
    moved_late(desk)
    assert told(clone(desk, tmp_path / "cut", "--depth", "1")) == (0, [])


def test_a_clone_without_old_contents_does_not_pass_what_is_late(desk: Desk, tmp_path: Path) -> None:
    moved_late(desk)
    part = blobless(desk, tmp_path / "part")
    assert told(part) == (1, [("history-cut", "error")])
    done = regie("validate", "-C", part.folder, *TODAY, "--lang", "en", env=desk.environment())
    assert "because this clone lacks old versions: api. [history-cut]" in done.stdout


def test_a_clone_without_old_contents_judges_what_it_holds(desk: Desk, tmp_path: Path) -> None:
    desk.commit("2026-09-30", {"api": api()})
    assert told(blobless(desk, tmp_path / "part")) == told(desk)


def test_a_file_that_could_not_be_read_is_no_lost_history(desk: Desk) -> None:
    desk.commit("2026-05-01", {"api": "title: [\n"})
    desk.commit("2026-09-30", {"api": api()})
    assert told(desk) == (1, [("late-dossier", "error"), ("late-lead-time", "warning")])


def test_where_main_is_not_in_the_clone_the_typed_day_decides_nothing(desk: Desk, tmp_path: Path) -> None:
    moved_late(desk)
    desk.branch("utrecht")
    own = clone(desk, tmp_path / "own", "--single-branch", "-b", "utrecht")
    own.git("remote", "remove", "origin")
    env = {**desk.environment(), "CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_BASE_REF": "main"}
    done = regie("validate", "-C", own.folder, *TODAY, "--lang", "en", env=env)
    assert "the main branch is not in this clone: api. [history-cut]" in done.stdout
    assert done.returncode == 1


def test_of_more_than_five_the_others_are_counted(desk: Desk, tmp_path: Path) -> None:
    desk.commit("2026-09-30", {f"nr-{number}": text(f"Nummer {number}", **FULL) for number in range(7)})
    cut = clone(desk, tmp_path / "cut", "--depth", "1")
    done = regie("validate", "-C", cut.folder, *TODAY, "--lang", "en", env=desk.environment())
    told = "Whether 7 initiatives are on time can't be determined here"
    assert told in done.stdout
    assert "and 2 more. [history-cut]" in done.stdout


# The agenda


def made(desk: Desk, *words: str | Path) -> tuple[int, str]:
    done = regie(
        "agenda", "-C", desk.folder, "--year", "2027", "--lang", "en", *words, env=desk.environment()
    )
    return done.returncode, done.stderr.splitlines()[-1]


@pytest.mark.parametrize("words", [(), ("--check",), ("--diff", "HEAD")], ids=["made", "check", "diff"])
def test_no_agenda_is_made_whose_late_chapter_depends_on_lost_history(
    desk: Desk, tmp_path: Path, words: tuple[str, ...]
) -> None:
    moved_late(desk)
    code, told = made(clone(desk, tmp_path / "cut", "--depth", "1"), *TODAY, *words)
    assert code == 2
    assert told.startswith("The agenda of 2027 can't be made here: the place of api depends on history")


def test_nor_one_whose_order_depends_on_it(desk: Desk, tmp_path: Path) -> None:
    desk.commit("2026-03-01", {"late": text("Tweede", **FULL)})
    desk.commit("2026-05-18", {"early": text("Eerste", **FULL)})
    code, told = made(clone(desk, tmp_path / "cut", "--depth", "1"), *TODAY)
    assert code == 2
    assert "the place of early, late depends on history" in told.replace(" and ", ", ")


def test_an_order_that_other_things_decide_is_made_as_with_all_history(desk: Desk, tmp_path: Path) -> None:
    desk.commit("2026-03-01", {"late": text("Tweede", priority="must", **FULL)})
    desk.commit("2026-05-18", {"early": text("Eerste", **FULL)})
    cut = clone(desk, tmp_path / "cut", "--depth", "1")
    whole, short = (
        regie("agenda", "-C", each.folder, "--year", "2027", *TODAY, env=desk.environment())
        for each in (desk, cut)
    )
    assert (whole.returncode, short.returncode) == (0, 0)
    assert short.stdout == whole.stdout


# A sparse checkout


@pytest.mark.parametrize("words", [("diff", "HEAD"), ("validate", "--since", "HEAD")], ids=["diff", "since"])
def test_what_a_sparse_checkout_leaves_out_is_not_removed(
    desk: Desk, tmp_path: Path, words: tuple[str, ...]
) -> None:
    desk.commit("2026-05-18", {"api": api(), "other": text("Iets anders", **FULL)})
    sparse = clone(desk, tmp_path / "sparse")
    sparse.git("sparse-checkout", "set", "--no-cone", "/*", "!/initiatives/api.yaml")
    assert not (sparse.folder / "initiatives" / "api.yaml").exists()
    done = regie(*words, "-C", sparse.folder, *TODAY, "--lang", "en", env=desk.environment())
    assert (done.returncode, done.stdout) == (2, "")
    assert "leaves out files of the portfolio (1, such as initiatives/api.yaml)" in done.stderr
    sparse.git("sparse-checkout", "disable")
    whole = regie(*words, "-C", sparse.folder, *TODAY, "--lang", "en", env=desk.environment())
    assert whole.returncode != 2


@pytest.fixture
def sparse(desk: Desk, tmp_path: Path) -> Desk:
    """Check out a portfolio without one of its two initiatives."""
    desk.commit("2026-05-18", {"api": api(), "other": text("Iets anders", **FULL, depends_on="[api]")})
    sparse = clone(desk, tmp_path / "sparse")
    sparse.git("sparse-checkout", "set", "--no-cone", "/*", "!/initiatives/api.yaml")
    return sparse


@pytest.mark.parametrize("form", ["text", "json"])
def test_validate_says_which_files_it_did_not_check(sparse: Desk, form: str) -> None:
    words = ("validate", "-C", sparse.folder, *TODAY, "--lang", "en", "--format", form)
    done = regie(*words, env=sparse.environment())
    assert done.stderr.splitlines()[0] == (
        "This checkout leaves out 1 file of the portfolio (sparse checkout): initiatives/api.yaml. It was "
        "not checked, and a reference to it can be reported although it is right. Get it back with: "
        "git sparse-checkout disable"
    )
    sparse.git("sparse-checkout", "disable")
    assert "sparse" not in regie(*words, env=sparse.environment()).stderr


@pytest.mark.parametrize(
    "words",
    [("list",), ("costs",), ("graph",), ("show", "other"), ("why", "other"), ("arrivals",)],
    ids=" ".join,
)
def test_what_is_shown_without_files_that_are_left_out_says_so(sparse: Desk, words: tuple[str, ...]) -> None:
    told = {
        "en": "This checkout leaves out 1 file of the portfolio (sparse checkout): initiatives/api.yaml. "
        "What is shown here lacks it. Get it back with: git sparse-checkout disable",
        "nl": "Deze werkmap laat 1 bestand van het portfolio weg (sparse checkout): initiatives/api.yaml. "
        "Dat ontbreekt in wat hier staat. Haal het terug met: git sparse-checkout disable",
    }
    for language, sentence in told.items():
        done = regie(*words, "-C", sparse.folder, *TODAY, "--lang", language, env=sparse.environment())
        assert done.stderr.splitlines()[0] == sentence
    sparse.git("sparse-checkout", "disable")
    whole = regie(*words, "-C", sparse.folder, *TODAY, "--lang", "en", env=sparse.environment())
    assert "sparse" not in whole.stderr


@pytest.mark.parametrize("words", [(), ("--check",)], ids=["made", "check"])
def test_no_agenda_is_made_without_the_files_that_are_left_out(sparse: Desk, words: tuple[str, ...]) -> None:
    code, told = made(sparse, *TODAY, *words)
    assert code == 2
    assert told.startswith("An agenda can't be made here: this checkout leaves out files of the portfolio")


def test_files_that_are_no_part_of_the_portfolio_may_be_left_out(desk: Desk, tmp_path: Path) -> None:
    desk.commit("2026-05-18", {"api": api(), ".github/workflows/check.yaml": "on: push\n"})
    sparse = clone(desk, tmp_path / "sparse")
    sparse.git("sparse-checkout", "set", "--no-cone", "/*", "!/.github/")
    done = regie("validate", "-C", sparse.folder, *TODAY, "--lang", "en", env=sparse.environment())
    assert "sparse" not in done.stderr
