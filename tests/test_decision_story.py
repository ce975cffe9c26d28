"""A story of two years of deciding, in real git: from proposal to decision, and what comes after it.

It is lived once, with the commands that a secretary types; each test looks at one date of it.
"""

import json
import re
import shutil
from dataclasses import dataclass, field

import pytest

from tests.desk import regie
from tests.gitrepo import IN_GIT, Desk, path_of, started, text

MEETINGS = """\
  - {body: innovation-board, date: 2026-10-29}
  - {body: directors, date: 2026-11-12}
  - {body: directors, date: 2027-06-17}
  - {body: innovation-board, date: 2027-09-23}
  - {body: directors, date: 2027-10-07}
agendas:
  2028:
    first_estimate: 2027-04-22
    intake_closes: 2027-07-01
    dossier_closes: 2027-08-26
    advice: 2027-09-23
    decision: 2027-10-07
"""
LANGUAGES = ("nl", "en")
CALENDAR = IN_GIT.replace("agendas:\n", MEETINGS, 1)
SUBJECTS = {
    "archief": "Archief opruimen",
    "kcm": "Brieven uit eigen huis",
    "poort": "Eén poort",
    "portaal": "Een portaal",
    "saas": "Brieven van een dienst",
    "scan": "Scannen",
    "zaak": "Zaakgericht werken",
}
GROUNDS = "{unforeseen: Een nieuwe wet, unavoidable: Het moet, not_postponable: Nu, route: now}"
SEPTEMBER, OCTOBER, LATE_ADVICE, NOVEMBER, JUNE, NEXT = (
    f"decisions/{name}.yaml"
    for name in (
        "2026-09-24-innovation-board",
        "2026-10-08-directors",
        "2026-10-29-innovation-board",
        "2026-11-12-directors",
        "2027-06-17-directors",
        "2027-10-07-directors",
    )
)
CONDITIONS = """\
    dissent: {utrecht: Eerst de proef afwachten.}
    conditions:
      - {what: Een terugvalplan per koppeling, by: 2027-03-01, owner: CISO Utrecht, kind: before-start}
      - {what: Elk kwartaal een rapportage, by: 2027-12-31, owner: Projectleider, kind: during}
"""
JUNE_DECISIONS = """\
decisions:
  - {initiatives: [zaak], decision: stop, from: 2027-07-01, because: De leverancier stopt.}
  - initiatives: [poort]
    decision: rebaseline
    end: 2028-Q1
    one_off: 260000
    recurring: 25000
    reasons: [setbacks]
"""
CHOICE = """\
choose: kcm
    because: Eigen beheer is goedkoper.
    dissent: {rotterdam: Een dienst is sneller.}
"""
COSTS = "{as_of: 2026-05-01, margin: 30%, one_off: {2027: 200000}, recurring: {2028: 20000}, people: 20000}"


def proposal(title: str, **more: str) -> str:
    values = {"costs": COSTS, "do_nothing": "Dan blijft het zo.", "submitted": "2026-05-18", **more}
    return text(title, **values)


@dataclass(frozen=True)
class Seen:
    """The portfolio as it was on a day, in a copy of its own; what commands say of it is asked once."""

    desk: Desk
    day: str
    year: int
    said: dict[tuple[str, ...], str] = field(default_factory=dict)

    def say(self, *words: str, lang: str = "nl") -> str:
        """Give what a command writes, or else the sentence with which it refuses."""
        if (*words, lang) not in self.said:
            done = regie(*words, "--lang", lang, "--today", self.day, cwd=self.desk.folder)
            self.said[*words, lang] = done.stdout or done.stderr
        return self.said[*words, lang]

    def decisions(self, lang: str = "nl") -> str:
        return self.say("decisions", lang=lang)

    def agenda(self, lang: str = "nl") -> str:
        return self.say("agenda", "--year", str(self.year), lang=lang)

    def adopted(self, lang: str = "nl") -> str:
        return self.say("agenda", "--adopted", "--year", str(self.year), lang=lang)

    def file(self, path: str) -> list[str]:
        return (self.desk.folder / path_of(path)).read_text("utf-8").splitlines()

    def findings(self) -> list[tuple[str, str, int]]:
        """Give rule, file and line of what is about deciding, and of every error."""
        row = re.compile(r"^(\S+):(\d+):\d+: (\w+): .* \[(\S+)\]$", re.MULTILINE)
        found = row.findall(self.say("validate", lang="en"))
        return [
            (rule, file, int(line))
            for file, line, severity, rule in found
            if severity == "error" or file.startswith("decisions/") or "decision" in rule
        ]


@dataclass(frozen=True)
class Story:
    """The portfolio in git, and what it was at each date by the name of that date."""

    desk: Desk
    dates: dict[str, Seen] = field(default_factory=dict)

    def run(self, *words: str, today: str) -> None:
        done = regie(*words, "--today", today, cwd=self.desk.folder)
        assert done.returncode == 0, (words, done.stdout, done.stderr)

    def edit(self, file: str, before: str, after: str) -> None:
        path = self.desk.folder / file
        content = path.read_text("utf-8")
        assert content.count(before) == 1, (before, content)
        path.write_text(content.replace(before, after), "utf-8")

    def keep(self, name: str, day: str, year: int = 2027) -> None:
        """Commit everything on a day, and keep the portfolio as it is then."""
        self.desk.commit(day)
        copy = self.desk.folder.parent / name
        shutil.copytree(self.desk.folder, copy)
        self.dates[name] = Seen(Desk(copy, self.desk.home), day, year)


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Live all of it: two agendas, five meetings, and what was done between them."""
    story = Story(started(tmp_path_factory.mktemp("story"), partnership=CALENDAR))
    alternatives = {"kcm": {"alternative_to": "[saas]"}}
    files = {name: proposal(title, **alternatives.get(name, {})) for name, title in SUBJECTS.items()}
    story.desk.commit("2026-05-18", files)
    late = proposal("Een nieuwe wet", submitted="2026-09-10", late=GROUNDS)
    story.desk.commit("2026-09-10", {"laat": late})
    story.keep("proposals", "2026-09-20")
    advise(story)
    decide(story)
    decide_on_late_ones(story)
    run_with_conditions(story)
    stop_and_agree_anew(story)
    decide_on_the_deferred_one(story)
    return story


def advise(story: Story) -> None:
    story.run("new", "--decision", "--body", "innovation-board", today="2026-09-24")
    story.edit(SEPTEMBER, "  # Brieven uit eigen huis\n  # Kies: dit, of saas.\n  - initiatives: [kcm]\n", "")
    entry = f"initiatives: [kcm, saas]\n    {CHOICE}"
    story.edit(SEPTEMBER, "initiatives: [saas]\n", entry)
    story.keep("advice", "2026-09-24")
    story.run("adopt", SEPTEMBER, today="2026-09-25")
    story.keep("advised", "2026-09-25")


def decide(story: Story) -> None:
    story.run("new", "--decision", "--present", "amsterdam,rotterdam,den-haag,utrecht", today="2026-10-08")
    for name, decision in {"archief": "park", "portaal": "defer\n    to: 2028", "scan": "reject"}.items():
        entry = f"initiatives: [{name}]\n    decision: "
        story.edit(OCTOBER, f"{entry}adopt\n", f"{entry}{decision}\n")
    entry = "initiatives: [poort]\n    decision: adopt\n"
    story.edit(OCTOBER, entry, f"{entry}{CONDITIONS}")
    story.keep("decided", "2026-10-09")
    story.run("adopt", OCTOBER, today="2026-10-12")
    story.keep("carried-out", "2026-10-12")


def decide_on_late_ones(story: Story) -> None:
    story.run("new", "--decision", "--body", "innovation-board", today="2026-10-29")
    story.run("adopt", LATE_ADVICE, today="2026-10-29")
    story.keep("late-advice", "2026-10-29")
    story.run("new", "--decision", "--present", "all", today="2026-11-12")
    story.edit(OCTOBER, "# confirmed: 2026-10-08", "confirmed: 2026-11-12")
    story.run("adopt", NOVEMBER, today="2026-11-13")
    story.keep("late-decided", "2026-11-13")


def run_with_conditions(story: Story) -> None:
    story.run("set", "zaak", "status=running", today="2027-01-04")
    story.run("set", "poort", "status=running", today="2027-01-04")
    story.keep("begun-too-soon", "2027-01-04")
    story.run("set", "poort", "status=adopted", "--force", today="2027-01-05")
    story.keep("overdue", "2027-03-02")
    condition = "CISO Utrecht, kind: before-start"
    story.edit(OCTOBER, condition, f"{condition}, met: 2027-03-10")
    story.run("set", "poort", "status=running", today="2027-03-11")
    story.keep("condition-met", "2027-03-11")


def stop_and_agree_anew(story: Story) -> None:
    story.run("new", "--decision", "2027-06-17", today="2027-06-17")
    story.edit(JUNE, "decisions: []\n", JUNE_DECISIONS)
    story.run("adopt", JUNE, today="2027-06-18")
    story.keep("stopped", "2027-06-18")


def decide_on_the_deferred_one(story: Story) -> None:
    changes = ("period={start: 2028-Q1, end: 2028-Q2}", "costs.one_off={2028: 220000}")
    story.run("set", "portaal", *changes, "costs.recurring={2029: 20000}", today="2027-06-20")
    story.keep("returned", "2027-09-23", 2028)
    story.run("new", "--decision", today="2027-10-07")
    story.run("adopt", NEXT, today="2027-10-08")
    story.keep("next-year", "2027-10-08", 2028)


OCTOBER_LIST = {
    "nl": """\
1  Archief opruimen (archief)
   Besluit: geparkeerd
   In afwijking van het advies
2  Brieven uit eigen huis (kcm)
   Besluit: vastgesteld
   Conform het advies
3  Eén poort (poort)
   Besluit: vastgesteld
   Conform het advies
   Voorwaarde: Een terugvalplan per koppeling (CISO Utrecht, vóór de start, uiterlijk 1 maart 2027):
   open
   Voorwaarde: Elk kwartaal een rapportage (Projectleider, tijdens de uitvoering, uiterlijk 31
   december 2027): open
   Utrecht was tegen: Eerst de proef afwachten.
4  Een portaal (portaal)
   Besluit: aangehouden tot de agenda van 2028
   In afwijking van het advies
5  Brieven van een dienst (saas)
   Besluit: afgewezen
   Conform het advies
6  Scannen (scan)
   Besluit: afgewezen
   In afwijking van het advies
7  Zaakgericht werken (zaak)
   Besluit: vastgesteld
   Conform het advies
""",
    "en": """\
1  Archief opruimen (archief)
   Decision: parked
   Contrary to the advice
2  Brieven uit eigen huis (kcm)
   Decision: adopted
   As advised
3  Eén poort (poort)
   Decision: adopted
   As advised
   Condition: Een terugvalplan per koppeling (CISO Utrecht, before the start, by 1 March 2027): open
   Condition: Elk kwartaal een rapportage (Projectleider, while it runs, by 31 December 2027): open
   Utrecht was against: Eerst de proef afwachten.
4  Een portaal (portaal)
   Decision: deferred to the agenda of 2028
   Contrary to the advice
5  Brieven van een dienst (saas)
   Decision: rejected
   As advised
6  Scannen (scan)
   Decision: rejected
   Contrary to the advice
7  Zaakgericht werken (zaak)
   Decision: adopted
   As advised
""",
}
HEADINGS = {"nl": "Besluiten\n---------\n", "en": "Decisions\n---------\n"}


def rows_of(agenda: str) -> list[str]:
    """Give the titles in the list of an agenda, in their order."""
    chapter = agenda.partition("## 3. ")[2].partition("## 4. ")[0]
    return re.findall(r"^\| \d+ \| ([^|]*?) (?:◷ )?\|", chapter, re.MULTILINE)


def block(text: str, title: str) -> str:
    """Give the list of decisions with a title, up to the next list."""
    return text.partition(f"{title}\n")[2].partition("\n===")[0]


def test_before_anything_was_decided_the_agenda_is_a_proposal(story: Story) -> None:
    seen = story.dates["proposals"]
    assert seen.findings() == []
    assert seen.agenda("nl").startswith("# Ontwikkelagenda 2027: voorstel\n")
    assert seen.agenda("en").startswith("# Development agenda 2027: proposal\n")
    assert seen.decisions("nl").startswith("Er is nog niets besloten of geadviseerd")
    assert "Put the decisions in decisions/2026-10-08-directors.yaml" in seen.adopted("en")
    assert rows_of(seen.agenda("nl")) == [*(SUBJECTS[name] for name in sorted(SUBJECTS)), "Een nieuwe wet"]


def test_advice_names_the_choice_its_reason_and_who_was_against(story: Story) -> None:
    seen = story.dates["advice"]
    entry = "4  Brieven uit eigen huis (kcm)\n   Brieven van een dienst (saas)\n"
    assert (
        f"{entry}   Advies: kiezen voor Brieven uit eigen huis (kcm)\n   Reden: Eigen beheer is goedkoper.\n"
        "   Rotterdam was tegen: Een dienst is sneller.\n"
    ) in seen.decisions("nl")
    assert f"{entry}   Advice: choose Brieven uit eigen huis (kcm)\n" in seen.decisions("en")
    assert seen.findings() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_one_has_the_advice_of_the_board(story: Story, language: str) -> None:
    advised = story.dates["advised"]
    assert "Een dienst is sneller" in advised.agenda(language).partition("## 1. ")[0]
    assert all("status: advised" in advised.file(name) for name in SUBJECTS)


def test_a_decision_that_is_not_carried_out_is_reported_at_its_line(story: Story) -> None:
    seen = story.dates["decided"]
    lines = [n for n, line in enumerate(seen.file(OCTOBER), 1) if line.startswith("  - initiatives: ")]
    found = [("decision-not-carried-out", OCTOBER, line) for line in lines]
    assert len(found) == 7
    assert seen.findings() == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_the_first_decision_says_all_that_was_decided(story: Story, language: str) -> None:
    for name in ("decided", "carried-out"):
        october = story.dates[name].decisions(language).partition(HEADINGS[language])[2]
        assert october == OCTOBER_LIST[language]


BASELINE = "baseline: {{adopted: {}, start: {}, end: {}, one_off: {}, recurring: 20000}}"


def test_adopt_wrote_what_each_decision_means(story: Story) -> None:
    seen = story.dates["carried-out"]
    baseline = BASELINE.format("2026-10-08", "2027-Q1", "2027-Q2", "{2027: 200000}")
    for name in ("kcm", "poort", "zaak"):
        assert {"status: adopted", baseline} <= {*seen.file(name)}
    assert "status: parked" in seen.file("archief")
    assert "status: rejected" in seen.file("scan")
    assert "status: rejected" in seen.file("saas")
    assert {"agenda: 2028", "status: proposal"} <= {*seen.file("portaal")}
    assert seen.findings() == []


def test_what_was_decided_and_not_carried_out_is_said_on_page_one(story: Story) -> None:
    seen = story.dates["decided"]
    said = (
        "is al besloten, maar dat staat nog niet in de bestanden. Hieronder staan ze daarom nog als gevraagd."
    )
    assert said in seen.agenda()
    assert "decided on, but the files don't show it yet. That is why they are" in seen.agenda("en")
    assert "zeggen dat nog niet" not in story.dates["carried-out"].agenda()


def test_after_the_first_decision_the_late_one_is_asked_for(story: Story) -> None:
    seen = story.dates["carried-out"]
    decided = [SUBJECTS[name] for name in ("kcm", "poort", "zaak")]
    assert rows_of(seen.agenda()) == [*decided, "Een nieuwe wet"]
    assert "Gevraagd besluit van: Directeuren, op 12 november 2026:" in seen.agenda()
    assert "Decision requested of: Directeuren, on 12 November 2026:" in seen.agenda("en")


def test_the_late_round_confirms_the_first_list_and_carries_its_conditions(story: Story) -> None:
    seen = story.dates["late-decided"]
    assert seen.findings() == []
    october = block(seen.decisions("nl"), "Besluitenlijst Directeuren, 8 oktober 2026")
    assert "Lijst bevestigd  op 12 november 2026\n" in october
    november = block(seen.decisions("nl"), "Besluitenlijst Directeuren, 12 november 2026")
    assert "1  Een nieuwe wet (laat)\n   Besluit: vastgesteld\n   Conform het advies\n" in november
    assert november.partition("Open van eerdere lijsten\n------------------------\n")[2] == (
        "8 oktober 2026, nr. 3  Een terugvalplan per koppeling\n"
        "                       CISO Utrecht, vóór de start, uiterlijk 1 maart 2027\n"
        "                       Stand: open\n"
        "                       Bij: Eén poort (poort)\n"
        "8 oktober 2026, nr. 3  Elk kwartaal een rapportage\n"
        "                       Projectleider, tijdens de uitvoering, uiterlijk 31 december 2027\n"
        "                       Stand: open\n"
        "                       Bij: Eén poort (poort)\n"
    )


def test_a_condition_for_the_start_is_watched_until_it_is_met(story: Story) -> None:
    listed = story.dates["overdue"].file(OCTOBER)
    line = next(n for n, text in enumerate(listed, 1) if "terugvalplan" in text)
    assert story.dates["begun-too-soon"].findings() == [("running-with-open-condition", OCTOBER, line)]
    assert story.dates["overdue"].findings() == [("condition-overdue", OCTOBER, line)]
    assert "1 maart 2027):\n   te laat, nog open\n" in story.dates["overdue"].decisions("nl")
    assert "by 1 March 2027):\n   overdue, still open\n" in story.dates["overdue"].decisions("en")
    assert story.dates["condition-met"].findings() == []
    assert "voldaan op 10 maart 2027\n" in story.dates["condition-met"].decisions("nl")


def test_a_stop_and_a_new_agreement_are_written_and_listed(story: Story) -> None:
    seen = story.dates["stopped"]
    assert seen.findings() == []
    assert "status: stopped" in seen.file("zaak")
    agreed = "reasons: [setbacks], end: 2028-Q1, one_off: 260000, recurring: 25000"
    assert f"rebaselines: [{{date: 2027-06-17, {agreed}}}]" in seen.file("poort")
    june = block(seen.decisions("en"), "Decisions of Directeuren, 17 June 2027").partition(HEADINGS["en"])[2]
    assert june.startswith(
        "1  Zaakgericht werken (zaak)\n   Decision: stopped as from 1 July 2027\n"
        "   Reason: De leverancier stopt.\n2  Eén poort (poort)\n"
        "   Decision: new agreement: end Q1 2028, one-off € 260,000, recurring € 25,000 a year\n"
        "   Causes: setbacks within the project\n"
    )
    assert "State: met on" not in june
    assert "State: open\n" in june


def test_the_deferred_one_returns_next_year_and_is_adopted_then(story: Story) -> None:
    returned, after = story.dates["returned"], story.dates["next-year"]
    assert (returned.findings(), after.findings()) == ([], [])
    assert rows_of(returned.agenda("nl")) == ["Een portaal"]
    assert returned.agenda("en").startswith("# Development agenda 2028: proposal\n")
    assert after.agenda("en").startswith("# Development agenda 2028: adopted\n")
    assert BASELINE.format("2027-10-07", "2028-Q1", "2028-Q2", "{2028: 220000}") in after.file("portaal")


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        # It was set to running too soon, and back to adopted.
        (
            "poort",
            [("2026-09-24", "advice"), *[("2026-10-08", "adopt")] * 2, ("2027-06-17", "rebaseline")],
        ),
        ("zaak", [("2026-09-24", "advice"), ("2026-10-08", "adopt"), ("2027-06-17", "stop")]),
        ("portaal", [("2026-09-24", "advice"), ("2026-10-08", "defer"), ("2027-10-07", "adopt")]),
        ("archief", [("2026-09-24", "advice"), ("2026-10-08", "park")]),
        ("saas", [("2026-09-24", "advice"), ("2026-10-08", "reject")]),
        ("laat", [("2026-10-29", "advice"), ("2026-11-12", "adopt")]),
    ],
)
def test_the_history_of_each_names_what_its_changes_rest_on(
    story: Story, name: str, kinds: list[tuple[str, str]]
) -> None:
    said = story.dates["next-year"].say("history", name, "--format", "json")
    rests = [each for turn in json.loads(said)["turns"] for each in turn["rests_on"]]
    assert [(each["date"], each["decision"] or each["entry"]) for each in rests] == kinds


# What the adopted agenda says at each date.

ADOPTED = {
    "decided": ("deels vastgesteld", "partly adopted"),
    "carried-out": ("deels vastgesteld", "partly adopted"),
    "late-decided": ("vastgesteld", "adopted"),
    "stopped": ("vastgesteld", "adopted"),
}


@pytest.mark.parametrize("name", ADOPTED)
def test_the_adopted_agenda_says_how_far_the_decisions_are(story: Story, name: str) -> None:
    seen, (dutch, english) = story.dates[name], ADOPTED[name]
    assert seen.adopted().startswith(f"# Ontwikkelagenda 2027: {dutch}\n")
    assert seen.adopted("en").startswith(f"# Development agenda 2027: {english}\n")


@pytest.mark.parametrize("name", ["decided", "late-decided", "stopped"])
def test_the_adopted_agenda_has_the_decisions_conditions_and_dissent(story: Story, name: str) -> None:
    adopted = story.dates[name].adopted("nl")
    for row in (
        "| 1 | Archief opruimen | geparkeerd | in afwijking van het advies |",
        "| 3 | Eén poort | vastgesteld, met voorwaarden | conform het advies |",
        "| 4 | Een portaal | aangehouden tot 2028 | in afwijking van het advies |",
        "| 5 | Brieven van een dienst | afgewezen | conform het advies |",
    ):
        assert f"{row}\n" in adopted
    assert "Tegen: **Utrecht** (Eerst de proef afwachten.)" in adopted
    late = [line for line in adopted.splitlines() if line.startswith("| 4 | Een nieuwe wet | alle leden |")]
    is_adopted = [line.endswith("| 12 november 2026 |") for line in late]
    assert is_adopted == ([] if name == "decided" else [True])


def test_the_adopted_agenda_of_next_year_has_the_deferred_one(story: Story) -> None:
    seen = story.dates["next-year"]
    assert "| 1 | Een portaal | vastgesteld | – |\n" in seen.adopted()
    (row,) = [
        each for each in seen.adopted("en").splitlines() if each.startswith("| 1 | Een portaal | all |")
    ]
    assert row.endswith("| 7 October 2027 |")
