"""The advice of the rules on evidence, typed."""

from datetime import date

from tests.advice.case import IN_TWO_YEARS, YEARS, A, Case, running
from tests.desk import initiative

AI = "d348b488-026d-4d71-8216-dd6d0fb48c63"
WITH_AI = IN_TWO_YEARS.replace("domain: access}", f"domain: access, gemma: {AI}}}")
TRIAL = "{learning_goal: a, time_box: %s, budget_cap: 50000, stop_when: b%s}"
DOSSIER = "initiatives/a.md"
HEADINGS = "# Business case\nBaat\n## Continuïteit\nTerugval\n## Exit\n"


def experiment(time_box: str = "2027-Q2", more: str = "", **keys: str | None) -> str:
    """Write an experiment."""
    return initiative(**{"steering": "experimental", "experiment": TRIAL % (time_box, more), **keys})


COSTS = f"{{one_off: {{2027: 450000}}, {YEARS}}}"
REASONED: dict[str, str | None] = {"problem": "Te veel werk.", "do_nothing": "Dan stopt het.", "costs": COSTS}
LEARNED = "«experiment»: {«learned»: Het werkt, "
OVERDUE = running(steering="experimental", experiment=TRIAL % ("2026-Q2", ""))
SAVING = {
    "costs": COSTS.replace("}", "}, people: 5", 1),
    "benefits": "{recurring: {2028: 900000}, booked_on: ict}",
}
NO_TRIAL = (A, f"experiment: {TRIAL % ('2027-Q2', '')}\n", "")

EVIDENCE = [
    Case(
        "missing-evidence",
        "",
        {"a": initiative(**REASONED), DOSSIER: HEADINGS.replace("## Exit\n", "")},
        ((f"«{DOSSIER}»", "", "## Exit\nOpzeggen\n"),),
    ),
    Case(
        "missing-evidence",
        "",
        {"a": initiative(**{**REASONED, "problem": None}), DOSSIER: HEADINGS + "Opzeggen\n"},
        ((A, "", "problem: Te veel werk.\n"),),
    ),
    Case(
        "missing-evidence",
        "no-dossier",
        {"a": initiative(**REASONED)},
        ((f"«{DOSSIER}»", "", HEADINGS + "Opzeggen\n"),),
    ),
    Case(
        "missing-evidence",
        "empty",
        {"a": initiative(**REASONED), DOSSIER: HEADINGS},
        ((DOSSIER, "## Exit\n", "## Exit\nOpzeggen.\n"),),
    ),
    *(
        Case("business-case-of-experiment", "", {"a": experiment(**SAVING)}, typed)
        for typed in (
            ((A, "benefits: {recurring: {2028: 900000}, booked_on: ict}\n", ""),),
            ((A, "steering: experimental", "«steering»: supporting"), NO_TRIAL),
        )
    ),
    *(
        Case("business-case-of-experiment", "heading", {"a": experiment(), DOSSIER: HEADINGS}, typed)
        for typed in (
            ((DOSSIER, "# Business case\nBaat\n## Continuïteit\nTerugval\n", ""),),
            ((A, "steering: experimental", "«steering»: business-critical"), NO_TRIAL),
        )
    ),
    Case(
        "business-case-of-experiment",
        "asked",
        {
            "a": experiment(costs=COSTS),
            "decisions/2026-10-08-directors.yaml": "decisions:\n"
            "  - {initiatives: [a], decision: adopt, conditions: [{what: Een business case}]}\n",
        },
        (("decisions/2026-10-08-directors.yaml", "Een business case", "Wat het heeft geleerd"),),
        today=date(2026, 10, 9),
    ),
    *(
        Case(
            "nothing-learned",
            "",
            {"a": running(steering="experimental", status="done", experiment=TRIAL % ("2026-Q2", more))},
            ((A, before, after),),
        )
        for more, before, after in (
            ("", "experiment: {", LEARNED),
            (", learned: '-'", "learned: '-'", "«learned»: Het werkt niet"),
        )
    ),
    Case(
        "endless-experiment",
        "",
        {"a": experiment("2028-01-01")},
        ((A, "time_box: 2028-01-01", "«time_box»: «2027-12-31»"),),
    ),
    *(
        Case("endless-experiment", "past", {"a": OVERDUE}, ((A, "experiment: {", LEARNED), typed))
        for typed in (
            (A, "status: running", "«status: stopped»"),
            (A, "time_box: 2026-Q2", "«time_box»: 2026-Q4"),
        )
    ),
    Case(
        "long-without-steps",
        "",
        {"a": initiative(period="{start: 2027-01-01, end: 2028-12-31}")},
        ((A, "", "«steps»: [{name: Half, «end»: 2027-12-31, «decide»: Gaan we door}]\n"),),
    ),
    *(
        Case(
            "long-without-steps",
            "step",
            {
                "a": initiative(
                    period="{start: 2027-01-01, end: 2028-12-31}",
                    steps="[{name: Alles, end: 2028-12-31, decide: Klaar}]",
                )
            },
            ((A, before, after),),
        )
        for before, after in (
            ("steps: [", "steps: [{name: Half, «end»: 2027-12-31, «decide»: Gaan we door}, "),
            ("name: Alles, end: 2028-12-31", "name: Half, «end»: 2027-12-31"),
        )
    ),
    *(
        Case(
            "comply-or-explain",
            "",
            {"a": initiative(costs=COSTS, components="[letters, identity]")},
            ((A, "", typed),),
            partnership=WITH_AI,
        )
        for typed in ("«standards: [AI-verordening]»\n", "«explain»: Er is nog geen aanbieder.\n")
    ),
    Case(
        "placeholder-left",
        "",
        {"a": initiative(problem="'Vul in: wat is er mis'")},
        ((A, "'Vul in: wat is er mis'", "Te veel werk."),),
    ),
    *(
        Case(
            "unknown-principle",
            wording,
            {"a": initiative(deviates=f"[{{principle: {name}, because: Nodig}}]")},
            (typed,),
            partnership=IN_TWO_YEARS + "principles: {no-bespoke: Geen maatwerk}\n",
        )
        for wording, name, typed in (
            ("", "geheel-anders", (A, "geheel-anders", "«no-bespoke»")),
            (
                "",
                "geheel-anders",
                ("«regie.yaml»", "principles: {", "«principles»: {geheel-anders: Alles anders, "),
            ),
            ("guess", "no-bespoek", (A, "no-bespoek", "«no-bespoke»")),
            (
                "guess",
                "no-bespoek",
                ("«regie.yaml»", "principles: {", "«principles»: {no-bespoek: Iets anders, "),
            ),
        )
    ),
]
