"""The advice of the rules on progress, typed."""

from tests.advice.case import JUNE, NEW_AGREEMENT, OPEN, WITH_BASELINE, A, Case, running

EXPERIMENT = "{learning_goal: a, time_box: 2027-Q1, budget_cap: 50000, stop_when: b, decides: directors}"
LATE = running(progress="[{date: 2026-09-01, time: green, cost: green, end: 2028-Q4, one_off: 900000}]")
STOPPED = (
    (A, "status: running", "status: stopped"),
    (A, "stop_when", "«learned»: Het werkt niet, stop_when"),
)

PROGRESS = [
    Case(
        "silent",
        "",
        {"a": running(progress="[{date: 2026-03-01}]")},
        ((A, "[{date: 2026-03-01}", "[{date: 2026-03-01}, {«date: 2026-09-24»}"),),
    ),
    Case(
        "silent",
        "none",
        {"a": running(progress=None)},
        ((A, "", "progress: [{«date: 2026-09-24»}]\n"),),
    ),
    Case(
        "silent",
        "none",
        {"a": running(progress=None)},
        (("$", "", '«regie report a --text "hoe het gaat"|regie report a --text "how it goes"»'),),
    ),
    Case("silent", "none", {"a": running(progress=None)}, ((A, "status: running", "status: on-hold"),)),
    Case(
        "sleeping",
        "not-started",
        {"a": running(status="adopted", progress=None)},
        ((A, "status: adopted", "«status: running»"), (A, "", "«progress»: [{«date: 2026-09-24»}]\n")),
    ),
    Case(
        "sleeping",
        "not-started",
        {"a": running(status="adopted", progress=None)},
        ((A, "start: 2026-01-01", "start: 2026-12-01"),),
    ),
    Case(
        "watermelon",
        "time-and-one-off",
        {"a": LATE},
        ((A, "time: green, cost: green", "«time»: «red», «cost»: «red»"),),
    ),
    Case(
        "watermelon",
        "time",
        {"a": running(progress="[{date: 2026-09-01, time: green, end: 2028-Q4}]")},
        ((A, "time: green", "«time»: «red»"),),
    ),
    Case(
        "watermelon",
        "one-off",
        {"a": running(progress="[{date: 2026-09-01, cost: green, one_off: 900000}]")},
        ((A, "cost: green", "«cost»: «red»"),),
    ),
    *(
        Case(
            "watermelon",
            wording,
            {
                "a": running(
                    baseline="{adopted: 2025-10-09, end: 2027-04-10, one_off: 100000, recurring: 5}",
                    progress=f"[{{date: 2026-09-01, {colours}, recurring: 50{more}}}]",
                )
            },
            ((A, colours, typed),),
        )
        for wording, colours, typed, more in (
            ("recurring", "cost: green", "«cost»: «red»", ""),
            ("one-off-and-recurring", "cost: green", "«cost»: «red»", ", one_off: 900000"),
            (
                "time-and-recurring",
                "time: green, cost: green",
                "«time»: «red», «cost»: «red»",
                ", end: 2028-Q4",
            ),
            (
                "",
                "time: green, cost: green",
                "«time»: «red», «cost»: «red»",
                ", end: 2028-Q4, one_off: 900000",
            ),
        )
    ),
    *(
        Case(
            "rebaseline-without-reason",
            "",
            {"a": running(rebaselines="[{date: 2026-06-18, end: 2027-04-10, one_off: 100000}]")},
            ((A, "one_off: 100000}]", f"one_off: 100000, {reason}}}]"),),
        )
        for reason in ("«reasons: [capacity]»", "«reason»: Te weinig mensen")
    ),
    Case(
        "report-in-the-future",
        "",
        {"a": running(progress="[{date: 2026-09-01, spent: 10000}, {date: 2026-10-01, spent: 20000}]")},
        ((A, "date: 2026-10-01", "«date»: «2026-09-24»"),),
    ),
    Case(
        "spent-that-shrinks",
        "",
        {"a": running(progress="[{date: 2026-08-01, spent: 20000}, {date: 2026-09-01, spent: 10000}]")},
        ((A, "spent: 10000}", "spent: 10000, «text»: Een creditnota}"),),
    ),
    Case(
        "spent-that-shrinks",
        "",
        {"a": running(progress="[{date: 2026-08-01, spent: 20000}, {date: 2026-09-01, spent: 10000}]")},
        ((A, "spent: 10000}", "«spent»: 20000}"),),
    ),
    Case(
        "forecast-below-spent",
        "",
        {"a": running(progress="[{date: 2026-09-01, spent: 60000, one_off: {2026: 1, 2027: 2}}]")},
        ((A, "{2026: 1, 2027: 2}", "«60000»"),),
    ),
    Case(
        "done-with-open-end",
        "",
        {"a": running(status="done")},
        ((A, "spent: 10000}", "spent: 10000}, {«date: 2026-09-24», «end»: 2026-09-20}"),),
    ),
    Case(
        "done-with-open-end",
        "spent",
        {"a": running(status="done", progress="[{date: 2026-09-01, end: 2026-08-31}]")},
        ((A, "2026-08-31}", "2026-08-31}, {«date: 2026-09-24», «spent»: 90000}"),),
    ),
    *(
        Case(
            "done-with-open-end",
            "condition",
            {
                "a": running(
                    status="done",
                    baseline=WITH_BASELINE,
                    progress="[{date: 2026-09-01, end: 2026-08-31, spent: 1}]",
                ),
                **OPEN,
            },
            ((f"decisions/{JUNE}", "by: 2026-06-30", f"by: 2026-06-30, {closed}"),),
        )
        for closed in ("«met»: 2026-06-20", "«waived»: 2026-06-20, «because»: Niet meer nodig")
    ),
    Case(
        "running-without-baseline",
        "",
        {"a": running(baseline=None)},
        ((A, "", "«baseline»: {«adopted»: 2025-10-09, «end»: 2027-04-10, «one_off»: 100000}\n"),),
    ),
    *(
        Case(
            "over-cap",
            "",
            {
                "a": running(
                    steering="experimental",
                    experiment=EXPERIMENT,
                    progress="[{date: 2026-09-01, spent: 10000, one_off: 70000}]",
                )
            },
            typed,
        )
        for typed in (
            ((A, "one_off: 70000", "one_off: 50000"),),
            STOPPED,
            ((A, "budget_cap: 50000", "«budget_cap»: 70000"),),
        )
    ),
    *(
        Case(
            "over-cap",
            "spent",
            {
                "a": running(
                    steering="experimental",
                    experiment=EXPERIMENT,
                    baseline=WITH_BASELINE.replace("100000", "50000"),
                    progress="[{date: 2026-09-01, spent: 70000}]",
                )
            },
            typed,
        )
        for typed in (
            STOPPED,
            ((A, "budget_cap: 50000", "«budget_cap»: 140000"), *NEW_AGREEMENT),
        )
    ),
    Case(
        "more-than-adopted",
        "",
        {"a": running(progress="[{date: 2026-09-01, spent: 130000, end: 2027-04-10}]")},
        NEW_AGREEMENT,
    ),
]
