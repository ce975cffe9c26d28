"""``regie arrivals`` on real repositories, in every form."""

import csv
import io
import json
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from tests.desk import EXAMPLE, initiative, portfolio, regie
from tests.gitrepo import IN_GIT, Desk, clone, started, text
from tests.terminal import at_terminal

FULL = {"do_nothing": "Dan stopt het.", "costs": "{one_off: {2027: 450000}}"}
TODAY = ("--today", "2026-08-01")
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = r"""'<script>alert(1)</script> & "x" ]]> | [a](javascript:b) `c` @team =1+1'"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A season with one of every kind: in time, at the edge, late, incomplete, and not there yet."""
    desk = started(tmp_path_factory.mktemp("season"))
    desk.branch("utrecht")
    desk.commit("2026-05-18", {"early": text("Vroeg", **FULL)})
    desk.merge("2026-06-15", "utrecht")
    desk.commit("2026-07-01", {"edge": text("Op de dag", submitter="amsterdam")})
    desk.commit("2026-07-02", {"late": text("Laat", submitter="amsterdam")})
    desk.commit("2026-07-20", {"late": text("Laat", submitter="amsterdam", **FULL)})
    desk.branch("rotterdam")
    desk.commit("2026-07-25", {"coming": text(HOSTILE, submitter="rotterdam")})
    return desk


def asked(desk: Desk, *words: str | Path) -> str:
    done = regie("arrivals", "-C", desk.folder, *TODAY, *words)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def rows(desk: Desk, *words: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(asked(desk, "--format", "csv", *words))))


def test_each_initiative_with_its_days(desk: Desk) -> None:
    keys = ("id", "opened", "arrived", "source", "days", "punctuality", "complete", "lacks", "lead_time")
    assert [tuple(row[key] for key in keys) for row in rows(desk)] == [
        ("early", "2026-05-18", "2026-06-15", "git", "16", "in-time", "2026-06-15", "", "115"),
        ("edge", "2026-07-01", "2026-07-01", "git", "0", "in-time", "", "do_nothing costs", "99"),
        ("late", "2026-07-02", "2026-07-02", "git", "-1", "after-intake", "2026-07-20", "", "80"),
        ("coming", "2026-07-25", "", "today", "", "after-intake", "", "do_nothing costs", ""),
    ]


def test_who_is_at_risk_before_the_deadline(desk: Desk) -> None:
    keys = ("id", "left", "deadline", "closes", "risk", "lacks")
    assert [tuple(row[key] for key in keys) for row in rows(desk, "--part", "at-risk")] == [
        ("coming", "26", "2026-08-27", "dossier_closes", "not-arrived", "do_nothing costs"),
        ("edge", "26", "2026-08-27", "dossier_closes", "incomplete", "do_nothing costs"),
    ]


def test_the_trend_and_the_lead_times_by_themselves(desk: Desk) -> None:
    keys = ("submitter", "filed", "settled", "late", "share", "median_days")
    assert [tuple(row[key] for key in keys) for row in rows(desk, "--part", "trend")] == [
        ("amsterdam", "2", "2", "1", "50", "0"),
        ("rotterdam", "1", "1", "1", "100", ""),
        ("utrecht", "1", "1", "0", "0", "16"),
    ]
    assert [(row["size"], row["count"], row["short"]) for row in rows(desk, "--part", "lead-times")] == [
        ("small", "1", "0"),
        ("large", "2", "1"),
    ]


def test_json_has_everything_with_plain_numbers(desk: Desk) -> None:
    found = json.loads(asked(desk, "--format", "json"))
    told = {
        key: found[key] for key in ("agenda", "filed", "arrived", "settled", "late", "late_share", "doubts")
    }
    assert told == {
        "agenda": 2027, "filed": 4, "arrived": 3, "settled": 4, "late": 2, "late_share": 50, "doubts": [],
    }  # fmt: skip
    assert (found["complete_in_time"], found["incomplete"]) == (2, 2)
    assert [one["id"] for one in found["initiatives"]] == ["early", "edge", "late", "coming"]
    assert found["trend"][0]["median_days"] == 0
    assert [row["filed"] for row in found["trend_totals"]] == [4]
    assert [row["count"] for row in found["lead_times_totals"]] == [3]
    counted = [week for week in found["weeks"]["stretches"] if week["arrived"]]
    assert [(week["first"], week["last"], week["reached"]) for week in counted] == [
        ("2026-06-15", "2026-06-21", 1),
        ("2026-06-29", "2026-07-01", 2),
        ("2026-07-02", "2026-07-05", 3),
    ]


def test_people_read_it_in_both_languages(desk: Desk) -> None:
    dutch, english = asked(desk), asked(desk, "--lang", "en")
    assert "Te laat           2 van 4 (50%), waarvan 0 na de dossierdatum" in dutch
    assert "Late               2 of 4 (50%), of which 0 after the dossier deadline" in english
    assert "Intake sluit      1 juli 2026 (31 dagen geleden)" in dutch
    assert "Dossier deadline   27 August 2026 (26 days left)" in english


DRAWN = """
Binnengekomen per week, 4 mei 2026 tot en met 30 augustus 2026

                        1                  2
   1 ┤            ██  ██│██                │
   0 └────────────────╌╌┴╌╌──────────────╌╌┴╌╌
      mei     jun     jul        aug

      Aandeel van de ingediende initiatieven dat binnen is
100% ┤                  │                  │
     │                  │██████████████████│██
     │                ██│██████████████████│██
     │            ██████│██████████████████│██
  0% └────────────────╌╌┴╌╌──────────────╌╌┴╌╌

1 │ Intake sluit 1 juli 2026: 2 van 4 binnen
2 │ Dossierdatum 27 augustus 2026: 3 van 4 binnen
╌ │ deel van een periode: afgesneden bij een sluiting, en dus korter dan de andere

"""


def test_the_plot_shows_each_week_beside_the_lines_of_both_deadlines(desk: Desk) -> None:
    # From Monday 4 May, two signs a week: the week of the intake is cut after Wednesday 1 July.
    assert DRAWN in asked(desk)
    assert f"```text{DRAWN.rstrip()}\n```\n" in asked(desk, "--format", "md")


def test_the_plot_is_as_wide_whatever_the_terminal(desk: Desk) -> None:
    code, shown = at_terminal(desk.folder, "", "arrivals", *TODAY)
    assert code == 0
    assert DRAWN in shown


# SVG


def svg(desk: Desk, language: Language = "nl") -> ET.Element:
    return ET.fromstring(asked(desk, "--format", "svg", "--lang", language))  # noqa: S314 - our own output


def test_the_picture_says_in_words_what_it_shows(desk: Desk) -> None:
    root = svg(desk)
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "title desc")
    assert title is not None
    assert title.text == "Agenda 2027: wat er binnenkwam tot en met 1 augustus 2026"
    assert desc is not None
    assert "Intake sluit 1 juli 2026: 2 van 4 binnen." in (desc.text or "")
    shown = [node.text for node in root.iter(f"{SVG}text")]
    assert "Intake sluit 1 juli 2026: 2 van 4 binnen" in shown
    assert "Dossierdatum 27 augustus 2026: 3 van 4 binnen" in shown


def test_a_bar_tells_its_days_and_its_number(desk: Desk) -> None:
    bars = [rect for rect in svg(desk, "en").iter(f"{SVG}rect") if rect.find(f"{SVG}title") is not None]
    told = [(bar.get("class"), bar.findtext(f"{SVG}title")) for bar in bars]
    assert told == [
        ("in-time", "15 June 2026 to 21 June 2026: 1 arrived"),
        ("in-time", "29 June 2026 to 1 July 2026, shorter than the others: 1 arrived"),
        ("after-intake", "2 July 2026 to 5 July 2026, shorter than the others: 1 arrived"),
    ]


def test_the_picture_runs_nothing_and_fetches_nothing(desk: Desk) -> None:
    root = svg(desk)
    kinds = {node.tag.removeprefix(SVG) for node in root.iter()}
    assert kinds == {"svg", "title", "desc", "style", "rect", "line", "polyline", "text"}
    attributes = {name for node in root.iter() for name in node.attrib}
    assert not {name for name in attributes if name.startswith("on") or "href" in name}
    assert not re.search(r"url\(|@import|https?:", asked(desk, "--format", "svg").replace(SVG[1:-1], ""))


def test_all_that_is_drawn_lies_inside_the_picture(desk: Desk) -> None:
    root = svg(desk)
    _, _, wide, high = map(float, (root.get("viewBox") or "").split())
    for node in root.iter():
        for name, limit in (("x", wide), ("x1", wide), ("x2", wide), ("y", high), ("y1", high), ("y2", high)):
            assert 0 <= float(node.get(name, "0")) <= limit


def test_the_plot_can_be_written_beside_the_tables(desk: Desk, tmp_path: Path) -> None:
    told = asked(desk, "--plot", tmp_path / "season.svg")
    assert "Alle initiatieven" in told
    assert (tmp_path / "season.svg").read_text("utf-8") == asked(desk, "--format", "svg")


# Hostile titles


def test_a_hostile_title_is_shown_letter_by_letter_in_every_form(desk: Desk) -> None:
    title = HOSTILE.strip("'")
    assert json.loads(asked(desk, "--format", "json"))["initiatives"][3]["title"] == title
    assert rows(desk)[3]["title"] == title
    assert title in asked(desk, "--part", "at-risk")
    html = MarkdownIt("commonmark").enable("table").render(asked(desk, "--format", "md"))
    assert "<script" not in html
    assert "<a " not in html
    assert re.sub(r"<[^>]*>", "", html).count("alert(1)") == 1
    assert "alert" not in asked(desk, "--format", "svg")


# What git doesn't know


def test_without_git_the_typed_day_stands_in_and_it_is_said_once(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(problem="X", **FULL)}, IN_GIT)
    done = regie("arrivals", "-C", root, *TODAY, "--format", "csv")
    row = next(csv.DictReader(io.StringIO(done.stdout)))
    assert (row["arrived"], row["source"], row["complete"], row["lacks"]) == (
        "2026-05-18",
        "submitted",
        "",
        "",
    )
    assert done.stderr.splitlines() == [
        sentence("nl", "vcs/no-repository", reason=""),
        sentence("nl", "commands/arrivals/complete-unknown"),
    ]
    assert "ja, datum onbekend" in regie("arrivals", "-C", root, *TODAY).stdout


def test_a_shallow_clone_is_said_to_be_one_once(desk: Desk, tmp_path: Path) -> None:
    desk.switch("main")
    cut = clone(desk, tmp_path / "cut", "--depth", "1")
    desk.switch("rotterdam")
    done = regie("arrivals", "-C", cut.folder, *TODAY, "--format", "csv", "--lang", "en")
    assert [line[:33] for line in done.stderr.splitlines()] == ["Only the last part of the history"]
    found = {row["id"]: row for row in csv.DictReader(io.StringIO(done.stdout))}
    assert [found["late"][key] for key in ("source", "complete", "lacks")] == ["lost", "", ""]


def test_a_clone_without_texts_knows_no_day_of_completion(desk: Desk, tmp_path: Path) -> None:
    desk.switch("main")
    desk.git("config", "uploadpack.allowFilter", "true")
    cut = clone(desk, tmp_path / "cut", "--filter=blob:none")
    desk.switch("rotterdam")
    done = regie("arrivals", "-C", cut.folder, *TODAY, "--format", "csv", "--lang", "en")
    assert done.returncode == 0
    assert "The git history here doesn't show since when dossiers have been complete" in done.stderr


def test_carried_over_keeps_the_typed_day(tmp_path: Path) -> None:
    desk = started(tmp_path, partnership=IN_GIT + "history: {since: 2026-06-01}\n")
    desk.commit("2026-05-30", {"old": text("Oud", submitted="2026-03-01", **FULL)})
    desk.commit("2026-07-02", {"new": text("Nieuw", submitted="2026-03-01", **FULL)})
    found = [(row["id"], row["arrived"], row["source"], row["complete"]) for row in rows(desk)]
    assert found == [("old", "2026-03-01", "carried-over", ""), ("new", "2026-07-02", "git", "2026-07-02")]


def test_years_without_dates_are_refused(desk: Desk) -> None:
    done = regie("arrivals", "-C", desk.folder, "--year", "2031")
    assert (done.returncode, done.stdout) == (2, "")
    assert "2031" in done.stderr


def test_an_agenda_for_which_nothing_was_filed_says_so(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(status="idea", agenda=None)})
    done = regie("arrivals", "-C", root, *TODAY, "--lang", "en")
    assert done.returncode == 0
    assert "Nothing has been submitted for the agenda of 2027 yet." in done.stderr
    assert regie("arrivals", "-C", root, *TODAY, "--format", "svg").stdout.startswith("<svg")


def test_a_broken_file_is_listed_as_incomplete(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(costs="veel")})
    done = regie("arrivals", "-C", root, *TODAY, "--part", "at-risk", "--lang", "en")
    assert "can't be read" in done.stdout


# Size


def test_a_thousand_initiatives_with_their_versions_take_a_handful_of_questions(tmp_path: Path) -> None:
    desk = started(tmp_path)
    names = [f"i-{number}" for number in range(1000)]
    desk.commit("2026-05-01", {name: initiative(title=name) for name in names})
    for day in ("2026-05-02", "2026-05-03", "2026-05-04"):
        desk.commit(day, {name: initiative(title=f"{name} {day}", problem="X", **FULL) for name in names})
    log, real = tmp_path / "log", shutil.which("git")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "git").write_text(f'#!/bin/sh\necho called >> "{log}"\nexec {real} "$@"\n', "utf-8")
    (tmp_path / "bin" / "git").chmod(0o755)
    env = {"PATH": f"{tmp_path / 'bin'}:/usr/bin:/bin", "HOME": str(desk.home)}
    done = regie("arrivals", "-C", desk.folder, *TODAY, "--format", "json", env=env)
    found = json.loads(done.stdout)
    assert (found["filed"], found["complete_in_time"]) == (1000, 1000)
    assert {one["complete"] for one in found["initiatives"]} == {"2026-05-02"}
    assert len(log.read_text("utf-8").splitlines()) <= 7


def test_the_example_tells_its_season() -> None:
    done = regie("arrivals", "-C", EXAMPLE, "--today", "2026-09-24", "--lang", "en", "--part", "trend")
    assert re.search(r"^Total +2027 +27 +27 +3 +11% +\+30$", done.stdout, re.MULTILINE)


def test_a_week_that_a_deadline_cuts_is_marked_as_part(desk: Desk) -> None:
    written = asked(desk)
    assert "\n╌ │ deel van een periode" in written
    axis = next(line for line in written.splitlines() if line.startswith("   0 └"))
    # The intake closes on a Wednesday, the dossiers on a Thursday.
    assert set(re.findall(r"(.)┴(.)", axis)) == {("╌", "╌")}


def bars(root: ET.Element) -> list[ET.Element]:
    """Give the bars of a drawing: what has days to point at."""
    return [rect for rect in root.iter(f"{SVG}rect") if rect.find(f"{SVG}title") is not None]


def test_a_bar_of_a_cut_week_is_paler_than_one_of_a_whole_week(desk: Desk) -> None:
    shown = [
        (bar.findtext(f"{SVG}title", "").split(":")[0], float(bar.get("fill-opacity", "1")))
        for bar in bars(svg(desk, "en"))
    ]
    assert shown == [
        ("15 June 2026 to 21 June 2026", 1.0),
        ("29 June 2026 to 1 July 2026, shorter than the others", 0.55),
        ("2 July 2026 to 5 July 2026, shorter than the others", 0.55),
    ]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "deel van een periode: afgesneden bij een sluiting, en dus korter dan de andere"),
        ("en", "part of a period: cut at a closing date, and so shorter than the others"),
    ],
)
def test_the_legend_of_the_picture_explains_the_pale_bars(desk: Desk, language: Language, words: str) -> None:
    root = svg(desk, language)
    (legend,) = [node for node in root.iter(f"{SVG}text") if node.text == words]
    pale = [rect for rect in root.iter(f"{SVG}rect") if rect.get("fill-opacity") and rect not in bars(root)]
    assert [rect.get("class") for rect in pale] == ["in-time", "after-intake", "after-dossier"]
    # Beside its words, below all else, and with room for them.
    assert all(0 < float(legend.get("y", "0")) - float(rect.get("y", "0")) <= 12 for rect in pale)
    assert max(float(node.get("y", "0")) for node in root.iter(f"{SVG}text")) == float(legend.get("y", "0"))
    assert float(legend.get("x", "0")) + 7 * len(words) <= 800


def test_without_pale_bars_the_legend_has_none(tmp_path: Path) -> None:
    desk = started(tmp_path)
    desk.commit("2026-06-15", {"early": text("Vroeg", **FULL)})
    assert [rect for rect in svg(desk).iter(f"{SVG}rect") if rect.get("fill-opacity")] == []
    assert "deel van een periode" not in asked(desk, "--format", "svg")


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "Eerder dan dit: 1."), ("en", "Earlier than this: 1.")]
)
def test_the_picture_says_under_its_title_how_many_came_earlier(
    tmp_path: Path, language: Language, words: str
) -> None:
    desk = started(tmp_path, partnership=IN_GIT + "history: {since: 2026-06-01}\n")
    # The intake closes on 1 July 2026: a plot starts at most 39 weeks before.
    desk.commit("2026-05-30", {"early": text("Vroeg", submitted="2025-09-01")})
    desk.commit("2026-06-15", {"later": text("Later")})
    (subtitle,) = [node for node in svg(desk, language).iter(f"{SVG}text") if node.get("y") == "52.0"]
    assert (subtitle.text or "").split(" · ")[1:] == [words]
