"""The advice of the rules on decisions, typed."""

from datetime import date

from tests.advice.case import (
    AGREED,
    CONDITION,
    IN_TWO_YEARS,
    JUNE,
    WAITS,
    WITH_BASELINE,
    YEARS,
    A,
    Case,
    asking,
    decided,
    running,
)
from tests.desk import initiative

AFTER = date(2026, 10, 9)
LIST = "decisions/2026-10-08-directors.yaml"
ADVICE_LIST = "decisions/2026-09-24-innovation-board.yaml"
ADOPTED = "initiatives: [a], decision: adopt"
REJECTED = "initiatives: [b], decision: reject"
BOARD_ONLY = IN_TWO_YEARS.replace(
    "meetings:\n", "meetings:\n  - {body: innovation-board, date: 2026-12-10}\n"
)
NEXT_YEAR = IN_TWO_YEARS.replace(
    "domains:\n",
    "  2028: {intake_closes: 2027-07-01, dossier_closes: 2027-08-27, "
    "advice: 2027-09-23, decision: 2027-10-07}\ndomains:\n",
    1,
).replace(
    "meetings:\n",
    "meetings:\n  - {body: innovation-board, date: 2027-09-23}\n  - {body: directors, date: 2027-10-07}\n",
)
CLOSED = ("«met»: 2026-06-20", "«waived»: 2026-06-20, «because»: Niet meer nodig")
ESTIMATED = f"{{one_off: {{2027: 100}}, {YEARS}}}"
NOT_MENTIONED = {"a": initiative(), "b": initiative(status="rejected"), LIST: decided(REJECTED)}
MEETS = "  - {body: directors, date: 2026-12-10}\n"

MET_AND_WAIVED = "what: Een plan, met: 2026-10-09, waived: 2026-10-09, because: Toch niet"

DECISIONS = [
    *(
        Case(
            "condition-overdue",
            wording,
            {
                "a": running(**{**WAITS, "baseline": WITH_BASELINE}),
                f"decisions/{JUNE}": decided(CONDITION % owner),
            },
            ((f"decisions/{JUNE}", "by: 2026-06-30", f"by: 2026-06-30, {closed}"),),
        )
        for wording, owner in (("", ""), ("owner", ", owner: Utrecht"))
        for closed in CLOSED
    ),
    *(
        Case(
            "running-with-open-condition",
            "",
            {
                "a": running(baseline=WITH_BASELINE),
                f"decisions/{JUNE}": decided(f"{ADOPTED}, conditions: [{{what: Een plan}}]"),
            },
            ((f"decisions/{JUNE}", "what: Een plan", f"what: Een plan, {closed}"),),
        )
        for closed in (*CLOSED, "«kind: during»")
    ),
    Case(
        "decided-by-who-only-advises",
        "guess",
        {"a": initiative(), ADVICE_LIST: decided("initiatives: [a], decision: adopt, because: Goed")},
        ((ADVICE_LIST, "decisions:", "«advice»:"), (ADVICE_LIST, ", decision: adopt", "")),
    ),
    Case(
        "decided-by-who-only-advises",
        "",
        {"a": initiative(), "decisions/2026-12-10-innovation-board.yaml": decided(ADOPTED)},
        (
            ("decisions/2026-12-10-innovation-board.yaml", "decisions:", "«advice»:"),
            ("decisions/2026-12-10-innovation-board.yaml", ", decision: adopt", ""),
        ),
        partnership=BOARD_ONLY,
    ),
    Case(
        "decided-by-who-only-advises",
        "guess",
        {"b": initiative(status="rejected"), ADVICE_LIST: decided(REJECTED)},
        (("mv", ADVICE_LIST, "decisions/«2026-10-08-directors.yaml»"),),
    ),
    Case(
        "decision-list-contradicted",
        "",
        {"b": initiative(status="rejected"), LIST: decided(REJECTED, "initiatives: [b], decision: park")},
        ((LIST, "  - {initiatives: [b], decision: park}\n", ""),),
        today=AFTER,
    ),
    *(
        Case(
            "decision-list-contradicted",
            wording,
            {"b": initiative(status="rejected"), LIST: decided(REJECTED) + more},
            ((LIST, before, after),),
            today=AFTER,
        )
        for wording, more, before, after in (
            ("present", "present: [utrecht]\nabsent: {utrecht: Ziek}\n", "present: [utrecht]\n", ""),
            ("confirmed", "confirmed: 2026-10-07\n", "2026-10-07", "2026-10-09"),
            ("deferred", "  - {initiatives: [a], decision: defer, to: 2027}\n", "to: 2027", "«to»: 2028"),
            (
                "condition",
                f"  - {{initiatives: [a], decision: park, conditions: [{{{MET_AND_WAIVED}}}]}}\n",
                "waived: 2026-10-09, because: Toch niet",
                "",
            ),
        )
    ),
    Case(
        "decision-missing",
        "",
        NOT_MENTIONED,
        (
            (LIST, "", "  - {initiatives: [a], decision: park}\n"),
            ("$", "", "«regie adopt» 2026-10-08-directors"),
        ),
        today=AFTER,
    ),
    Case(
        "decision-missing",
        "",
        {**NOT_MENTIONED, "a": initiative(period="{start: 2028-Q1, end: 2028-Q2}")},
        ((A, "agenda: 2027", "«agenda»: 2028"),),
        today=AFTER,
        partnership=NEXT_YEAR,
    ),
    Case(
        "decision-not-carried-out",
        "",
        {"a": asking(ESTIMATED), LIST: decided(ADOPTED)},
        (("$", "", "«regie adopt 2026-10-08-directors»"),),
        today=AFTER,
    ),
    Case(
        "decision-not-carried-out",
        "incomplete",
        {"a": initiative(), LIST: decided(ADOPTED)},
        (
            (A, "", f"«costs»: {ESTIMATED}\n"),
            ("$", "", "«regie adopt 2026-10-08-directors»"),
        ),
        today=AFTER,
    ),
    Case(
        "decision-not-carried-out",
        "rebaseline",
        {
            "a": running(baseline=WITH_BASELINE),
            f"decisions/{JUNE}": decided(f"initiatives: [a], decision: rebaseline, {AGREED}"),
        },
        (("$", "", "«regie adopt 2026-06-18-directors»"),),
    ),
    Case(
        "status-without-decision",
        "",
        {**NOT_MENTIONED, "a": initiative(status="parked")},
        ((LIST, "", "  - {initiatives: [a], decision: park}\n"),),
        today=AFTER,
    ),
    *(
        Case("unknown-meeting", wording, {f"decisions/{name}.yaml": "present: [utrecht]\n"}, (typed,))
        for wording, name, typed in (
            ("", "besluiten", ("mv", "decisions/besluiten.yaml", "decisions/«2026-10-08-directors.yaml»")),
            (
                "no-meeting-guess",
                "2026-10-07-directors",
                ("mv", "decisions/2026-10-07-directors.yaml", "decisions/«2026-10-08-directors.yaml»"),
            ),
            (
                "no-meeting-guess",
                "2026-12-10-directors",
                ("«regie.yaml»", "meetings:\n", f"«meetings»:\n{MEETS}"),
            ),
            (
                "no-body-guess",
                "2026-10-08-directers",
                ("mv", "decisions/2026-10-08-directers.yaml", "decisions/«2026-10-08-directors.yaml»"),
            ),
            (
                "no-body",
                "2026-10-08-raad",
                ("mv", "decisions/2026-10-08-raad.yaml", "decisions/2026-10-08-«directors».yaml"),
            ),
            (
                "no-domain-guess",
                "2026-10-08-mandate-acces",
                (
                    "mv",
                    "decisions/2026-10-08-mandate-acces.yaml",
                    "decisions/«2026-10-08-mandate-access.yaml»",
                ),
            ),
            (
                "no-domain",
                "2026-10-08-mandate-wonen",
                (
                    "mv",
                    "decisions/2026-10-08-mandate-wonen.yaml",
                    "decisions/2026-10-08-mandate-«income».yaml",
                ),
            ),
            (
                "no-domain",
                "2026-10-08-mandate-wonen",
                (
                    "«regie.yaml»",
                    "domains:\n",
                    "«domains»:\n  wonen: {name: Wonen, director: partnership, supplier: cooperative}\n",
                ),
            ),
        )
    ),
    Case(
        "unknown-meeting",
        "no-meeting",
        {LIST.replace("10-08", day): "present: [utrecht]\n" for day in ("06-18", "10-08", "11-12", "12-10")},
        (("«regie.yaml»", "meetings:\n", f"«meetings»:\n{MEETS}"),),
    ),
]
