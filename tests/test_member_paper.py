"""The annex of a member by itself: its figures and dates are those of costs and calendar."""

import json
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from icteregie.messages.formats import day, euros
from icteregie.portfolio.partnership import Language
from tests import desk

TODAY = ("--today", "2026-09-24")
MEMBERS = ("amsterdam", "rotterdam", "den-haag", "utrecht")


def annex(*words: str | Path, language: str = "nl") -> str:
    done = desk.regie("agenda", "-C", desk.EXAMPLE, "--lang", language, *words, *TODAY)
    assert done.returncode == 0, done.stderr
    return done.stdout


def data(*words: str) -> list[dict[str, object]]:
    done = desk.regie(*words, "-C", desk.EXAMPLE, "--format", "json", *TODAY)
    rows: list[dict[str, object]] = json.loads(done.stdout)["rows"]
    return rows


@pytest.mark.parametrize("member", MEMBERS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_member_has_the_part_of_the_agenda_that_is_about_it(member: str, language: str) -> None:
    heading = {"nl": "Uiterste datums", "en": "Deadlines"}[language]
    own = annex("--member", member, language=language).partition(f"**{heading}")[0]
    body = own.partition("\n**")[2].partition("\n\n")[2].partition("\n\n")[2].strip()
    assert body
    assert body in annex(language=language)


@pytest.mark.parametrize("member", MEMBERS)
def test_the_dates_are_those_of_the_calendar(member: str) -> None:
    closing = ("first_estimate", "intake_closes", "dossier_closes")
    kinds = (*closing, "obligation", "notice-day", "support-end", "last-day")
    rows = data("calendar", "--member", member, "--only", "deadlines")
    listed = [date.fromisoformat(str(row["date"])) for row in rows if row["kind"] in kinds]
    wanted = [day(each, "nl") for each in listed if each <= date(2027, 12, 31)]
    table = annex("--member", member).partition("**Uiterste datums")[2]
    assert wanted == re.findall(r"^\| (\d+ \w+ \d{4}) \|", table, re.MULTILINE)


@pytest.mark.parametrize(
    ("language", "kind"),
    [("nl", "laatste dag om in te dienen, agenda 2028"), ("en", "last day to submit for agenda 2028")],
)
def test_a_day_of_the_next_agenda_says_of_which(language: Language, kind: str) -> None:
    table = annex("--member", "utrecht", language=language)
    assert re.findall(r"^\| 1 (?:juli|July) 2027 \| ([^|]*) \|", table, re.MULTILINE) == [kind]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_annex_is_a_paper_with_the_same_amount(language: Language) -> None:
    text = annex("--member", "utrecht", language=language)
    html = annex("--member", "utrecht", "--format", "html", language=language)
    total = euros(1_101_351, language)
    assert f"**{total}**" in text
    assert total.replace(" ", chr(0xA0)) in html


@pytest.mark.parametrize("other", [("--adopted",), ("--check",), ("--diff", "main")])
def test_the_annex_does_not_go_with(other: tuple[str, ...]) -> None:
    done = desk.regie("agenda", "-C", desk.EXAMPLE, "--lang", "en", "--member", "utrecht", *other)
    assert (done.returncode, done.stderr) == (
        2,
        f"Don't combine --member and {other[0]}. Choose one.\n",
    )


def test_a_member_that_there_is_not_is_refused() -> None:
    done = desk.regie("agenda", "-C", desk.EXAMPLE, "--lang", "en", "--member", "utregt")
    assert done.returncode == 2
    assert "utregt" in done.stderr


OFFICE = shutil.which("soffice")


@pytest.mark.skipif(
    OFFICE is None or shutil.which("pdfinfo") is None, reason="no LibreOffice or poppler here"
)
def test_the_longest_annex_is_one_page_in_word(tmp_path: Path) -> None:
    assert OFFICE is not None
    annex("--member", "rotterdam", "-o", tmp_path / "stuk.docx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [OFFICE, "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path), "stuk.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    done = subprocess.run(["pdfinfo", "stuk.pdf"], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert re.findall(r"^Pages: +(\d+)$", done.stdout, re.MULTILINE) == ["1"]
