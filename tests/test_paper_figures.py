"""The amounts in Word papers are those of the json of costs, status and decisions."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests import desk
from tests.papers import reader

docx = pytest.importorskip("docx", reason="python-docx (the extra docx) isn't here")
TODAY = ("--today", "2026-09-24")
MEMBERS = ("amsterdam", "rotterdam", "den-haag", "utrecht")


def written(path: Path, *words: str) -> Path:
    done = desk.regie(*words, "-C", desk.EXAMPLE, "--lang", "nl", "-o", path, *TODAY)
    assert (done.returncode, done.stderr) == (0, "")
    return path


def data(*words: str) -> Any:
    done = desk.regie(*words, "-C", desk.EXAMPLE, "--format", "json", *TODAY)
    return json.loads(done.stdout)


def tables(path: Path) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row.cells] for row in table.rows] for table in docx.Document(str(path)).tables
    ]


def with_head(path: Path, *heads: str) -> list[list[str]]:
    """Give the rows of the table whose head begins so; where there are several, they are the same."""
    first, *others = (rows for rows in tables(path) if tuple(rows[0][: len(heads)]) == heads)
    assert all(rows == first for rows in others)
    return first[1:]


def amount(words: str) -> int:
    return int(re.sub(r"[€.\s]", "", words).replace("−", "-"))


@pytest.fixture(scope="module")
def agenda(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("papers") / "agenda.docx", "agenda", "--year", "2027")


def test_the_members_pay_what_costs_says(agenda: Path) -> None:
    costs = data("costs", "--year", "2027")
    expected = [costs["totals"][0]["total"], *(row["total"] for row in costs["rows"])]
    assert [amount(words) for words in with_head(agenda, "Nr.", "Initiatief", "Totaal")[-1][2:]] == expected


def test_the_years_cost_what_costs_says(agenda: Path) -> None:
    costs = data("costs", "--by", "year", "--year", "2027-2030")["rows"]
    rows = with_head(agenda, "Jaar", "Nieuw, incidenteel")
    shown = {row[0]: [amount(words) for words in row[4:]] for row in rows[:-1]}
    assert shown == {str(row["year"]): [row["total"], *(row[each] for each in MEMBERS)] for row in costs}


def test_running_projects_cost_what_status_says(agenda: Path) -> None:
    rows = with_head(agenda, "Project", "Incidenteel afgesproken")
    shown = [[amount(words) for words in row[1:6]] for row in rows if not {"", "–"} & {*row[1:6]}]
    keys = ("agreed_one_off", "one_off", "spent", "agreed_recurring", "recurring")
    known = [[row[key] for key in keys] for row in data("status")["rows"]]
    assert shown
    assert [row for row in shown if row not in known] == []


def test_the_members_spent_what_status_says(tmp_path: Path) -> None:
    rows = with_head(written(tmp_path / "status.docx", "status"), "Gemeente", "Uitgegeven")
    projects = data("status")["rows"]
    spent = [sum(row["shares"].get(each, {}).get("spent", 0) for row in projects) for each in MEMBERS]
    assert [amount(row[1]) for row in rows[:4]] == spent


def test_the_decisions_are_those_of_the_json(tmp_path: Path) -> None:
    path = written(tmp_path / "decisions.docx", "decisions", "2025-09-25")
    shown = [row[1] for rows in tables(path) if rows[0][:2] == ["Nr.", "Onderwerp"] for row in rows[1:]]
    (made,) = data("decisions", "2025-09-25")["lists"]
    expected = [
        "; ".join(f"{each['title']} ({each['id']})" for each in row["initiatives"]) for row in made["advice"]
    ]
    assert shown == expected


@pytest.mark.parametrize("member", MEMBERS)
def test_the_page_of_a_member_adds_up_to_its_costs(tmp_path: Path, member: str) -> None:
    path = written(tmp_path / "member.docx", "agenda", "--year", "2027", "--member", member)
    rows = [[amount(words) for words in row[1:]] for row in with_head(path, "Initiatief", "Incidenteel")]
    (costs,) = (row for row in data("costs", "--year", "2027")["rows"] if row["member"] == member)
    assert rows[-1] == [costs["one_off"], costs["recurring"], costs["total"]]
    assert [sum(column) for column in zip(*rows[:-1], strict=True)] == rows[-1]


@pytest.mark.parametrize("member", MEMBERS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_annex_of_a_member_is_one_page(tmp_path: Path, member: str, language: str) -> None:
    path = tmp_path / "member.pdf"
    done = desk.regie(
        *("agenda", "-C", desk.EXAMPLE, "--year", "2027", "--member", member),
        *("--lang", language, "-o", path, *TODAY),
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert len(reader(path.read_bytes()).pages) == 1
