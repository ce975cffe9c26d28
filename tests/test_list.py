"""``regie list`` shows what was chosen, in every form."""

import csv
import io
import json
import os
import pty
import sys
from pathlib import Path

import pytest

from tests.desk import EXAMPLE, PARTNERSHIP, initiative, portfolio, regie, regie_process

COSTS = "{one_off: {2027: 450000, 2028: 120000}, recurring: {2028: 60000, 2029: 80000}}"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    files = {
        "access": initiative(costs=COSTS, title='"=1+1 | <b>"'),
        "letters": initiative(
            participants="[utrecht, amsterdam]", status="on-hold", agenda="2026", submitter="partnership"
        ),
        "open": initiative(status="idea", agenda=None, period=None, participants="[den-haag]"),
    }
    return portfolio(tmp_path, files)


def rows(*words: str | Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(regie("list", "--format", "csv", *words).stdout)))


def test_csv_has_the_files_own_words(small: Path) -> None:
    assert rows("-C", small, "letters", "access") == [
        {
            "id": "access",
            "title": "'=1+1 | <b>",
            "submitter": "utrecht",
            "agenda": "2027",
            "status": "proposal",
            "steering": "business-critical",
            "participants": "amsterdam rotterdam den-haag utrecht",
            "one_off": "570000",
            "recurring": "80000",
            "period": "2027-Q1/2027-Q2",
        },
        {
            "id": "letters",
            "title": "Vervanging van de toegang",
            "submitter": "partnership",
            "agenda": "2026",
            "status": "on-hold",
            "steering": "business-critical",
            "participants": "amsterdam utrecht",
            "one_off": "",
            "recurring": "",
            "period": "2027-Q1/2027-Q2",
        },
    ]


def test_json_has_numbers_lists_and_nulls(small: Path) -> None:
    told = json.loads(regie("list", "open", "--format", "json", "-C", small).stdout)
    assert told["rows"] == [
        {
            "id": "open",
            "title": "Vervanging van de toegang",
            "submitter": "utrecht",
            "agenda": None,
            "status": "idea",
            "steering": "business-critical",
            "participants": ["den-haag"],
            "one_off": None,
            "recurring": None,
            "period": None,
        }
    ]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "nl",
            "| access | =1+1 \\| \\<b\\> | alle leden | Utrecht | voorstel | bedrijfskritisch | € 570.000 |",
        ),
        ("en", "| access | =1+1 \\| \\<b\\> | all | Utrecht | proposal | business-critical | € 570,000 |"),
    ],
)
def test_markdown_speaks_the_language(small: Path, language: str, line: str) -> None:
    columns = "id,title,participants,submitter,status,steering,one_off"
    told = regie(
        "list", "access", "--columns", columns, "--format", "md", "--lang", language, "-C", small
    ).stdout
    assert told.splitlines()[2].replace("\\=", "=") == line


def test_piped_text_is_aligned_and_plain(small: Path) -> None:
    told = regie("list", "--columns", "id,status,one_off", "-C", small).stdout
    assert told == (
        "Id       Status      Incidenteel\n"
        "-------  ----------  -----------\n"
        "access   voorstel      € 570.000\n"
        "letters  opgeschort\n"
        "open     idee\n"
    )


def test_text_does_not_depend_on_the_screen(small: Path) -> None:
    wide = regie("list", "-C", small, env={"COLUMNS": "200"}).stdout
    assert regie("list", "-C", small, env={"COLUMNS": "20", "FORCE_COLOR": "1"}).stdout == wide


def test_a_screen_gets_a_table_that_fits_it(small: Path) -> None:
    screen, terminal = pty.openpty()
    words = [sys.executable, "-m", "icteregie", "list", "--columns", "id,title,one_off", "-C", str(small)]
    env = {"PATH": "/usr/bin", "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "60"}
    child = os.posix_spawn(
        sys.executable, words, env | {"TERM": "xterm"}, file_actions=[(os.POSIX_SPAWN_DUP2, terminal, 1)]
    )
    os.waitpid(child, 0)
    os.close(terminal)
    told = os.read(screen, 65536).decode()
    os.close(screen)
    assert "€ 570.000" in told
    assert "\x1b[1m" in told


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("id", ["access", "letters", "open"]),
        ("-id", ["open", "letters", "access"]),
        ("-agenda", ["access", "letters", "open"]),
        ("agenda", ["letters", "access", "open"]),
        ("-period,-id", ["letters", "access", "open"]),
        ("participants", ["access", "letters", "open"]),
    ],
)
def test_it_sorts_and_puts_what_has_no_value_last(small: Path, sort: str, order: list[str]) -> None:
    assert [row["id"] for row in rows("-C", small, f"--sort={sort}")] == order


def test_dates_are_days(small: Path) -> None:
    (row,) = rows("-C", small, "access", "--columns", "start,end,submitted")
    assert row == {"start": "2027-01-01", "end": "2027-06-30", "submitted": "2026-05-18"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--columns", "titel"], "«title»"),
        (["--sort", "-incidenteel"], "one_off"),
        (["acces"], "«access»"),
        (["member:utrech"], "«utrecht»"),
        (["--exclude", "statuss:idea"], "«status»"),
        (["--format", "xml"], "xml"),
    ],
)
def test_wrong_words_are_refused_with_what_was_meant(small: Path, words: list[str], said: str) -> None:
    done = regie("list", *words, "-C", small)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_nothing_chosen_is_a_heading_and_a_note(small: Path) -> None:
    done = regie("list", "status:parked", "--format", "csv", "--columns", "id,title", "-C", small)
    assert (done.returncode, done.stdout) == (0, "id,title\n")
    assert done.stderr.splitlines() == [
        "Niets gevonden met «status:parked».",
        "Geen enkel initiatief voldoet aan deze selectie.",
    ]


def test_what_can_not_be_read_is_left_out_and_told(tmp_path: Path) -> None:
    files = {
        "broken": "title: [",
        "no-status": initiative(status="propsal"),
        "bad-link": initiative(links="[ftp://x]"),
        "sound": initiative(),
    }
    done = regie("list", "--columns", "id", "--format", "csv", "-C", portfolio(tmp_path, files))
    assert (done.returncode, done.stdout) == (0, "id\nbad-link\nsound\n")
    assert "broken, no-status" in done.stderr


def test_without_a_readable_frame_it_stops(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"a": initiative()}, PARTNERSHIP.replace("members:", "membres:"))
    done = regie("list", "-C", root)
    assert (done.returncode, done.stdout) == (2, "")


def test_a_bad_meeting_does_not_stop_it(tmp_path: Path) -> None:
    root = portfolio(
        tmp_path, {"a": initiative()}, PARTNERSHIP.replace("date: 2026-09-24", "date: 2026-09-31")
    )
    assert [row["id"] for row in rows("-C", root)] == ["a"]


def test_the_example_can_be_chosen_from() -> None:
    found = rows("+statusinformatie,on:2027", "-C", EXAMPLE)
    assert [row["id"] for row in found] == ["api-ontsluiting", "statusinformatie", "zaakgericht-socrates"]


def test_help_shows_an_example() -> None:
    assert "regie list on:2027" in regie("list", "--help", env={"LANG": "en"}).stdout


@pytest.mark.parametrize("command", [["list"], ["graph"], ["why", "access"], ["show", "access"]])
def test_a_pipe_loads_no_heavy_library(small: Path, command: list[str]) -> None:
    told = regie_process(*command, "-C", small, env={"PYTHONPROFILEIMPORTTIME": "1"}).stderr
    loaded = {row.rsplit("|", 1)[-1].strip() for row in told.splitlines()}
    assert "icteregie.analysis.selection" in loaded
    assert not loaded & {"rich", "rich.table", "networkx", "jinja2"}


def test_tags_are_a_column_and_choose(tmp_path: Path) -> None:
    files = {"access": initiative(tags="[privacy, front-office]"), "letters": initiative()}
    chosen = rows("tag:privacy", "--columns", "id,tags", "-C", portfolio(tmp_path, files))
    assert chosen == [{"id": "access", "tags": "privacy front-office"}]
