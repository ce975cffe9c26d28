"""What is foreseen of a project that runs reaches everything that waits for it, draws it or adds it up."""

import json
from pathlib import Path

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio, regie
from tests.rules.single import SingleRule, text_at

AGENDA_2026 = """\
  2026: {intake_closes: 2025-07-01, dossier_closes: 2025-08-27, advice: 2025-09-25, decision: 2025-10-09}
"""
TWO_YEARS = PARTNERSHIP.replace("agendas:\n", f"agendas:\n{AGENDA_2026}")
RUNS = initiative(
    title="Poort",
    agenda="2026",
    status="running",
    submitted="2025-05-01",
    period="{start: 2026-01-01, end: 2027-04-01}",
    costs="{one_off: {2026: 100000, 2027: 40000}, recurring: {2027: 5000}}",
    baseline="{adopted: 2025-10-09, end: 2027-04-01, one_off: 140000, recurring: 5000}",
)
REPORT = "progress: [{date: 2026-09-10, end: 2027-12-30, one_off: 200000, recurring: 9000}]\n"
LATER = "{start: 2027-07-01, end: 2027-12-31}"
WAITS = initiative(title="Wacht", period=LATER, depends_on="[poort]")


def written(root: Path, report: str = REPORT, **files: str) -> Path:
    """Write a project that runs with a report, and what waits for it."""
    return portfolio(root, {"poort": RUNS + report, "wacht": WAITS, **files}, TWO_YEARS)


def agenda(root: Path, *words: str) -> str:
    """Write the agenda of 2027."""
    done = regie("agenda", "--year", "2027", *words, "-C", root)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def row(document: str, title: str, column: str) -> list[str]:
    """Give the cells of the row that starts with a title, of the table that has a column."""
    table = next(part for part in document.split("\n\n") if f"| {column} " in part.splitlines()[0])
    (line,) = (line for line in table.splitlines() if line.startswith(f"| {title} |"))
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_what_waits_has_no_room_of_90_days_but_is_183_days_too_late(tmp_path: Path) -> None:
    finding = SingleRule("dependency-too-late").finding(written(tmp_path))
    assert (finding.values["id"], finding.values["on"], finding.values["count"]) == ("wacht", "poort", 183)
    (related,) = finding.related
    said = related.excerpt[related.column - 1 : related.end_column - 1]
    assert (related.file, said) == ("initiatives/poort.yaml", "2027-12-30")


def test_the_drawn_line_has_the_same_slack(tmp_path: Path) -> None:
    told = json.loads(regie("graph", "--format", "json", "-C", written(tmp_path)).stdout)
    (line,) = told["lines"]
    assert (line["slack"], line["days_late"]) == (-183, 183)


def test_the_critical_chain_starts_from_what_is_foreseen(tmp_path: Path) -> None:
    assert row(agenda(written(tmp_path)), "Wacht", "Vroegst mogelijk")[2:] == [
        "31 december 2027 – 1 juli 2028",
        "**183 dagen te kort**",
    ]


def test_the_planning_draws_what_is_foreseen(tmp_path: Path) -> None:
    assert "Poort :crit, 2026-01-01, 2027-12-31\n" in agenda(written(tmp_path))


def test_chapter_10_gives_what_is_foreseen_and_its_colours(tmp_path: Path) -> None:
    document = agenda(written(tmp_path))
    assert row(document, "Poort", "Project") == [
        *("Poort", "in uitvoering", "– / –", "rood / rood", "rood / rood", "1 apr 2027", "30 dec 2027"),
        *("14", "0"),
    ]
    money = ["€ 140.000", "€ 200.000", "", "€ 5.000", "€ 9.000", "€ 109.000"]
    assert row(document, "Poort", "Structureel afgesproken")[1:] == money
    assert (
        "Voor «Poort» wordt € 60.000 meer verwacht dan de jaren van de raming optellen. "
        "Dat bedrag telt in 2027, het jaar van het verwachte einde." in document
    )


def test_without_a_report_chapter_10_gives_the_files_own_costs_and_period(tmp_path: Path) -> None:
    changed = RUNS.replace("end: 2027-04-01}\n", "end: 2027-09-30}\n", 1).replace(
        "2027: 40000", "2027: 60000"
    )
    document = agenda(written(tmp_path, "", poort=changed))
    assert row(document, "Poort", "Project")[5:7] == ["1 apr 2027", "30 sep 2027"]
    assert row(document, "Poort", "Incidenteel afgesproken")[1:3] == ["€ 140.000", "€ 160.000"]


def test_what_members_pay_of_what_runs_is_what_is_foreseen(tmp_path: Path) -> None:
    document = agenda(written(tmp_path))
    cells = row(document, "**Totaal**", "Nieuw, incidenteel")
    assert cells[5] == "**109.000**"


def test_a_later_report_is_not_known_yet(tmp_path: Path) -> None:
    later = written(tmp_path, REPORT.replace("2026-09-10", "2026-09-25"))
    assert row(agenda(later), "Poort", "Project")[6] == "1 apr 2027"
    assert row(agenda(later, "--today", "2026-09-25"), "Poort", "Project")[6] == "30 dec 2027"


def test_what_overran_ends_today_at_the_earliest(tmp_path: Path) -> None:
    overdue = RUNS.replace("end: 2027-04-01}\n", "end: 2026-08-31}\n", 1)
    root = written(tmp_path, "", poort=overdue)
    told = json.loads(regie("show", "poort", "--format", "json", "-C", root).stdout)
    found = told["initiatives"][0]["derived"]["foreseen"]
    assert (found["end"], [flag["name"] for flag in found["flags"]]) == ("2026-09-24", ["overrun"])


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "Einde verwacht 30 dec 2027 (voortgang van 10 september 2026)"),
        ("en", "End foreseen 30 Dec 2027 (progress of 10 September 2026)"),
    ],
)
def test_show_gives_what_is_foreseen_and_which_fact_says_so(tmp_path: Path, language: str, said: str) -> None:
    told = regie("show", "poort", "--lang", language, "-C", written(tmp_path)).stdout
    assert said in " ".join(told.split())


def test_why_gives_the_period_and_the_end_that_are_foreseen(tmp_path: Path) -> None:
    root = written(tmp_path)
    assert (
        "poort: Poort (in uitvoering, 2026-01-01 – 2027-12-30). «poort» is beschikbaar vanaf 31 december 2027"
        in (regie("why", "wacht", "-C", root).stdout)
    )
    assert "Loopt sinds 1 januari 2026 en is naar verwachting klaar op 30 december 2027." in (
        regie("why", "poort", "-C", root).stdout
    )


def test_what_runs_keeps_its_start_whatever_it_waits_for(tmp_path: Path) -> None:
    runs = RUNS.replace("title: Poort", "title: Begonnen") + "depends_on: [poort]\n"
    told = json.loads(
        regie("why", "begonnen", "--format", "json", "-C", written(tmp_path, begonnen=runs)).stdout
    )
    assert (told["slot"]["start"], told["slot"]["end"]) == ("2026-01-01", "2027-04-01")


def test_a_deadline_is_judged_by_what_is_foreseen(tmp_path: Path) -> None:
    obliged = RUNS + REPORT + "obligation: {kind: statutory, basis: wet, deadline: 2027-12-29}\n"
    finding = SingleRule("late-for-deadline").finding(written(tmp_path, poort=obliged))
    assert (finding.values["id"], finding.values["count"], text_at(finding)) == ("poort", 1, "2027-12-29")


def test_what_overruns_into_the_period_of_another_overlaps_with_it(tmp_path: Path) -> None:
    touching = "components: [identity]\n"
    files = {"poort": RUNS + REPORT + touching, "los": initiative(period=LATER) + touching}
    finding = SingleRule("component-overlap").finding(portfolio(tmp_path, files, TWO_YEARS))
    assert (finding.values["id"], finding.values["other"]) == ("los", "poort")
