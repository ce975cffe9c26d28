"""The advice of the rules on money, typed."""

from tests.advice.case import IN_TWO_YEARS, YEARS, A, Case, asking
from tests.desk import initiative

SAVES = f"{{one_off: {{2027: 120000}}, {YEARS.replace('9,', '10000,').replace('9}', '10000}')}}}"
BOOKED = "«booked_on: beheerbudget koppelingen|booked_on: management budget of connections»"

MONEY = [
    *(
        Case("bespoke-on-joint-agenda", "", {"a": initiative(participants="[utrecht]")}, typed)
        for typed in (
            ((A, "participants: [utrecht]", "«participants»: [utrecht, amsterdam]"),),
            ((A, "agenda: 2027\n", ""), (A, "status: proposal", "«status: idea»")),
        )
    ),
    Case(
        "narrow-margin",
        "",
        {"a": asking(f"{{one_off: {{2027: 100}}, {YEARS}, margin: 5%}}")},
        ((A, "margin: 5%", "«margin: 12.5%»"),),
        partnership=f"{IN_TWO_YEARS}thresholds: {{narrow_margin: 12.5%}}\n",
    ),
    Case(
        "narrow-margin",
        "",
        {"a": asking(f"{{one_off: {{2027: 100}}, {YEARS}, margin: 5%}}")},
        (("regie.yaml", "", "thresholds: {«narrow_margin»: 5%}\n"),),
    ),
    *(
        Case(
            "no-people-cost",
            "",
            {"a": asking(f"{{one_off: {{2027: 40000}}, {YEARS}{more}}}")},
            ((A, YEARS, f"{YEARS}, «people: {people}»"),),
            partnership=f"{IN_TWO_YEARS}thresholds: {{large_one_off: 40000}}\n",
        )
        for people, more in (
            (4000, ""),
            (0, ""),
            (1000, ", investment: {2027: 39000}, depreciation: 4"),
            (0, ", investment: {2027: 40000}, depreciation: 4"),
        )
    ),
    *(
        Case(
            "no-recurring-cost",
            "",
            {"a": asking("{one_off: {2027: 40000}}")},
            ((A, "{2027: 40000}", f"{{2027: 40000}}, «{typed}»"),),
        )
        for typed in (
            "recurring: {2028: 12000, 2029: 12000, 2030: 12000, 2031: 12000}",
            "recurring: {2028: 0}",
        )
    ),
    Case(
        "no-recurring-cost",
        "",
        {"a": asking("{one_off: {2027: 40000}}", period=None)},
        ((A, "{2027: 40000}", "{2027: 40000}, «recurring: {2028: 12000}»"),),
    ),
    Case(
        "no-recurring-cost",
        "",
        {
            "a": asking(
                "{one_off: {2027: 40000}}", benefits="{recurring: {2027: 90000, 2033: 90000}, booked_on: ict}"
            )
        },
        (
            (
                A,
                "{2027: 40000}",
                f"{{2027: 40000}}, «recurring: {{{', '.join(f'{y}: 12000' for y in range(2028, 2034))}}}»",
            ),
        ),
    ),
    Case(
        "recurring-stops",
        "",
        {"a": asking("{one_off: {2027: 100}, recurring: {2028: 9, 2029: 9}}")},
        ((A, "2029: 9", "2029: 9, 2030: 9, «2031»: 9"),),
    ),
    Case(
        "recurring-stops",
        "",
        {"a": asking("{one_off: {2027: 100}, recurring: {2028: 9, 2029: 9}}")},
        (
            (
                A,
                "2029: 9}",
                "2029: 9}, «until: {year: 2029, because: de reden}|until: {year: 2029, because: the reason}»",
            ),
        ),
    ),
    Case(
        "recurring-stops",
        "benefit",
        {
            "a": asking(
                f"{{one_off: {{2027: 100}}, {YEARS}}}",
                benefits="{recurring: {2033: 90}, booked_on: ict}",
            )
        },
        ((A, "2031: 9", "2031: 9, 2032: 9, «2033»: 9"),),
    ),
    Case(
        "recurring-stops",
        "until",
        {
            "a": asking(
                "{one_off: {2027: 100}, recurring: {2028: 9}, until: {year: 2029, because: Het stopt}}"
            )
        },
        ((A, "year: 2029", "«year: 2028»"),),
    ),
    Case(
        "recurring-stops",
        "until",
        {
            "a": asking(
                "{one_off: {2027: 100}, recurring: {2028: 9}, until: {year: 2029, because: Het stopt}}"
            )
        },
        ((A, "2028: 9", "2028: 9, «2029»: 9"),),
    ),
    *(
        Case(
            "slow-payback",
            wording,
            {"a": asking(SAVES, benefits=f"{{recurring: {{2028: {saving}}}, booked_on: ict}}")},
            ((A, before, after),),
        )
        for wording, saving, before, after in (
            ("", 30000, "2028: 30000", "2028: 34000"),
            ("never", 10000, "2028: 10000}, booked", "2028: 40000}, booked"),
            ("", 30000, "", "«obligation»: {kind: statutory, basis: Wet open overheid}\n"),
        )
    ),
    Case(
        "stale-estimate",
        "",
        {"a": asking(f"{{as_of: 2025-01-01, one_off: {{2027: 100}}, {YEARS}}}")},
        ((A, "as_of: 2025-01-01", "«as_of»: 2026-09-24"),),
    ),
    *(
        Case(
            "unbooked-benefit",
            "",
            {"a": asking(f"{{one_off: {{2027: 100}}, {YEARS}}}", benefits="{recurring: {2028: 90000}}")},
            ((A, "benefits: {recurring: {2028: 90000}}", f"benefits: {{{typed}}}"),),
        )
        for typed in (
            f"recurring: {{2028: 90000}}, {BOOKED}",
            "«text»: Wij hopen op minder meldingen",
        )
    ),
    *(
        Case(
            "uncovered-share",
            wording,
            {"a": initiative(costs=f"{{{costs}cover: {{utrecht: to-be-found}}}}")},
            ((A, "utrecht: to-be-found", f"utrecht: «{typed}»"),),
        )
        for wording, costs in (("", f"one_off: {{2027: 100}}, {YEARS}, "), ("without-cost", ""))
        for typed in ("covered", "reserve")
    ),
]
