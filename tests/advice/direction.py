"""The advice of the rules on direction, typed."""

from datetime import date

from tests.advice.case import IN_TWO_YEARS, YEARS, A, Case, running
from tests.desk import initiative

CLIENTS = "clients: {amsterdam: CISO, rotterdam: CISO, den-haag: CISO, utrecht: CISO}"
PARTIES = "parties: {cooperative: {name: Coöperatie X, kind: own}, cloud: {name: Cloud BV, kind: market}}\n"
_WAS = IN_TWO_YEARS[IN_TWO_YEARS.index("domains:\n") : IN_TWO_YEARS.index("components:\n")]


def directed(access: str, parties: str = PARTIES) -> str:
    """Write the usual partnership with parties, and with one domain of which more is said."""
    income = f"name: Inkomen, director: rotterdam, supplier: cooperative, {CLIENTS}"
    domains = f"domains:\n  access: {{name: Toegang, {access}}}\n  income: {{{income}}}\n"
    return IN_TWO_YEARS.replace(_WAS, parties + domains)


UTRECHT_DIRECTS = f"director: utrecht, supplier: cloud, {CLIENTS}"
NOBODY_KNOWS = "experts: {amsterdam: 0, rotterdam: 0, den-haag: 0, utrecht: 0}"
REGIE = "regie.yaml"


def _direction(
    rule: str, wording: str, access: str, before: str, after: str, *, parties: str = PARTIES
) -> Case:
    files = {"a": initiative(domain="access")}
    return Case(rule, wording, files, ((REGIE, before, after),), partnership=directed(access, parties))


ROLES = [
    *(
        _direction(
            "no-director", "", f"supplier: cloud, {CLIENTS}", "supplier: cloud", f"supplier: cloud, {typed}"
        )
        for typed in ("«director»: «rotterdam»", "«director»: «partnership»")
    ),
    *(
        _direction("supplier-directs", "", f"director: utrecht, supplier: utrecht, {CLIENTS}", before, after)
        for before, after in (
            ("director: utrecht", "director: rotterdam"),
            ("supplier: utrecht", "supplier: cloud"),
        )
    ),
    *(
        _direction(
            "supplier-directs",
            "same-name",
            f"director: utrecht, supplier: dienst, {CLIENTS}",
            before,
            after,
            parties=PARTIES.replace(
                "{cooperative", "{dienst: {name: Gemeente Utrecht, kind: host-member}, cooperative"
            ),
        )
        for before, after in (
            ("director: utrecht", "director: rotterdam"),
            ("supplier: dienst", "supplier: cloud"),
        )
    ),
    *(
        _direction(
            "supplier-directs",
            "own-without-client",
            "director: partnership, supplier: cooperative",
            before,
            after,
        )
        for before, after in (
            ("{name: Toegang", "{«clients»" + CLIENTS.removeprefix("clients") + ", name: Toegang"),
            ("director: partnership", "director: rotterdam"),
        )
    ),
    _direction(
        "no-client",
        "",
        "director: utrecht, supplier: cloud, clients: {amsterdam: CISO, utrecht: CISO}",
        "clients: {amsterdam: CISO",
        "«clients»: {«rotterdam»: CISO, «den-haag»: CISO, amsterdam: CISO",
    ),
    _direction(
        "no-client",
        "",
        "director: utrecht, supplier: cloud",
        "supplier: cloud",
        "supplier: cloud, «clients»: "
        "{«amsterdam»: CISO, «rotterdam»: CISO, «den-haag»: CISO, «utrecht»: CISO}",
    ),
    _direction(
        "no-client",
        "one",
        UTRECHT_DIRECTS.replace("amsterdam: CISO, ", ""),
        "supplier: cloud, clients: {",
        "supplier: cloud, «clients»: {«amsterdam»: CISO, ",
    ),
]

EXPERTS = [
    *(
        _direction(
            "no-expertise", wording, f"{UTRECHT_DIRECTS}, {NOBODY_KNOWS.replace(*known)}", before, after
        )
        for wording, known, before, after in (
            ("", ("utrecht: 0", "utrecht: 1"), "utrecht: 1}", "utrecht: 2}"),
            ("", ("utrecht: 0", "utrecht: 1"), "den-haag: 0", "den-haag: 1"),
            ("supplier-only", ("", ""), "rotterdam: 0", "rotterdam: 2"),
            ("supplier-only", ("", ""), "rotterdam: 0, den-haag: 0", "rotterdam: 1, den-haag: 1"),
            ("short", ("utrecht: 0", "utrecht: {now: 2, needed: 3}"), "now: 2", "«now»: 3"),
            ("short", ("utrecht: 0", "utrecht: {now: 2, needed: 3}"), "needed: 3", "«needed»: 2"),
            (
                "since",
                ("utrecht: 0", "utrecht: {now: 2, needed: 3, by: 2026-06-30}"),
                "by: 2026-06-30",
                "«by»: 2027-06-30",
            ),
        )
    ),
    _direction(
        "no-expertise",
        "nobody",
        f"director: utrecht, {CLIENTS}, {NOBODY_KNOWS}",
        "rotterdam: 0, den-haag: 0",
        "rotterdam: 1, den-haag: 1",
    ),
]

PARTY = [
    *(
        _direction(
            "unknown-party",
            wording,
            f"director: {name}, supplier: cloud, {CLIENTS}",
            f"director: {name}",
            f"director: {typed}",
        )
        for wording, name, typed in (
            ("", "burgemeester", "«rotterdam»"),
            ("guess", "utrehct", "«utrecht»"),
            ("advises", "innovation-board", "«directors»"),
            ("supplies", "cooperative", "«partnership»"),
        )
    ),
    *(
        _direction("unknown-party", wording, f"director: utrecht, supplier: {name}, {CLIENTS}", before, after)
        for wording, name, before, after in (
            ("supplier", "onbekend", "supplier: onbekend", "supplier: «cloud»"),
            (
                "supplier",
                "onbekend",
                "parties: {",
                "«parties»: {onbekend: {name: Nieuw BV, kind: market}, ",
            ),
            ("supplier-guess", "cluod", "supplier: cluod", "supplier: «cloud»"),
        )
    ),
]

BY_MANDATE = "decisions/2026-09-10-mandate-access.yaml"
MANDATE = "mandate: {one_off: 50000, recurring: 10000}"
WITHIN = f"{{one_off: {{2027: 50000}}, {YEARS}}}"
DECIDES = "{learning_goal: a, time_box: 2027-Q1, budget_cap: 500, stop_when: b, decides: directors}"
TO_THE_DIRECTORS = ("mv", BY_MANDATE, "decisions/2026-10-08-directors.yaml")


def _mandate(
    wording: str,
    typed: tuple[str, str, str],
    access: str = f"{UTRECHT_DIRECTS}, {MANDATE}",
    files: dict[str, str] | None = None,
    **keys: str | None,
) -> Case:
    own = {
        "a": initiative(**{"domain": "access", "costs": WITHIN, "status": "rejected", **keys}),
        BY_MANDATE: "agenda: 2027\ndecisions:\n  - {initiatives: [a], decision: reject}\n",
    }
    return Case(
        "outside-mandate",
        wording,
        own | (files or {}),
        (typed,),
        date(2026, 10, 9),
        directed(access).replace("director: rotterdam", f"director: rotterdam, {MANDATE}"),
    )


ONE_OFF = "one_off: {2027: 50000}"
MANDATES = [
    _mandate("", TO_THE_DIRECTORS, costs=WITHIN.replace("50000", "50001")),
    _mandate("above-recurring", TO_THE_DIRECTORS, costs=WITHIN.replace("2028: 9", "2028: 10001")),
    _mandate("transformational", TO_THE_DIRECTORS, steering="transformational"),
    _mandate("experiment", TO_THE_DIRECTORS, steering="experimental", experiment=DECIDES),
    _mandate(
        "choice",
        ("mv", BY_MANDATE, "decisions/2026-06-18-directors.yaml"),
        files={
            "a": running(domain="access", agenda="2027", alternative_to="[b]"),
            "b": initiative(title="Iets anders"),
            BY_MANDATE: "decisions:\n  - {initiatives: [a], decision: continue}\n",
        },
    ),
    _mandate("other-domain", ("mv", BY_MANDATE, BY_MANDATE.replace("access", "income")), domain="income"),
    _mandate("other-domain", TO_THE_DIRECTORS, domain="income"),
    _mandate("domain", (A, "", "«domain»: access\n"), domain=None),
    _mandate("domain", TO_THE_DIRECTORS, domain=None),
    _mandate(
        "director",
        (REGIE, "supplier: cloud", "«director»: utrecht, supplier: cloud"),
        UTRECHT_DIRECTS.removeprefix("director: utrecht, ") + f", {MANDATE}",
    ),
    _mandate(
        "mandate",
        (REGIE, "supplier: cloud", "«mandate»: {«one_off»: 50000, «recurring»: 9000}, supplier: cloud"),
        UTRECHT_DIRECTS,
    ),
    _mandate("takes-no-part", TO_THE_DIRECTORS, participants="[amsterdam, rotterdam]", submitter="amsterdam"),
    _mandate(
        "cost",
        (
            A,
            "",
            "costs: {«one_off»: {2027: 50000}, «recurring»: {2028: 9, 2029: 9, 2030: 9, 2031: 9}}\n",
        ),
        costs=None,
    ),
    _mandate("one-off", (A, "{recurring", "{«one_off»: {2027: 0}, recurring"), costs=f"{{{YEARS}}}"),
    _mandate("recurring", (A, "}}", "}, «recurring»: {2028: 0}}"), costs=f"{{{ONE_OFF}}}"),
]

WISHES = "ambitions/utrecht.yaml"
NAMES = "[utrecht/w1]"


def wishes(*keys: str, as_of: str = "2026-09-01") -> str:
    """Write a list of ambitions, w1 and on."""
    rows = "".join(f"  w{number}: {{title: Wens {number}, {each}}}\n" for number, each in enumerate(keys, 1))
    return f"as_of: {as_of}\nambitions:\n{rows}"


IDEA = initiative(status="idea", agenda=None, ambitions=NAMES)
BOTH = {
    WISHES: wishes("by: 2028"),
    "ambitions/rotterdam.yaml": wishes("by: 2028, conflicts_with: [utrecht/w1]"),
}
TWO = {
    **BOTH,
    "a": initiative(ambitions=NAMES),
    "b": initiative(title="Anders", ambitions="[rotterdam/w1]"),
}
NOT_WANTED = [
    (WISHES, "title", f"«stance»: «{how}», «because»: Eerst iets anders, title")
    for how in ("local", "parked")
]
PARKED = (WISHES, "title", "«stance»: «parked», «because»: Eerst iets anders, title")
LATER = (WISHES, "by: 2026-06-30", "«by»: 2027")
OBLIGED = "«obligation»: {kind: statutory, basis: Wet open overheid}\n"
OVER = {"a": initiative(ambitions=NAMES), WISHES: wishes("by: 2026-06-30", "by: 2027")}

AMBITIONS = [
    *(
        Case(
            "unbridged-ambition",
            "",
            {"a": initiative(), WISHES: wishes("by: 2028, domain: access")},
            (typed,),
        )
        for typed in NOT_WANTED
    ),
    *(
        Case("unbridged-ambition", "named", {"a": IDEA, WISHES: wishes("by: 2028")}, (typed,))
        for typed in (*NOT_WANTED, (A, "status: idea", "status: proposal\nagenda: 2027"))
    ),
    *(
        Case(
            "no-ambition",
            wording,
            {"a": initiative(domain="access"), WISHES: wishes(domain)},
            ((A, "", typed),),
        )
        for wording, domain in (("", "domain: income"), ("offered", "domain: access"))
        for typed in ("«ambitions»: [utrecht/w1]\n", OBLIGED, "«nature: maintenance»\n")
    ),
    *(
        Case(
            "late-for-ambition",
            "",
            {"a": initiative(ambitions=NAMES), WISHES: wishes("by: 2027-05-31")},
            (typed,),
        )
        for typed in ((A, "end: 2027-Q2", "end: 2027-05-31"), (WISHES, "by: 2027-05-31", "«by»: 2027-Q2"))
    ),
    *(Case("conflicting-ambitions", "", TWO, (typed,)) for typed in NOT_WANTED),
    *(
        Case(
            "conflicting-ambitions",
            "shared",
            {**BOTH, "a": initiative(ambitions="[utrecht/w1, rotterdam/w1]")},
            (typed,),
        )
        for typed in (
            ("ambitions/rotterdam.yaml", ", conflicts_with: [utrecht/w1]", ""),
            *NOT_WANTED,
        )
    ),
    Case(
        "stale-ambition",
        "past",
        {
            "a": running(status="stopped", ambitions=NAMES, progress=None),
            WISHES: wishes("by: 2026-06-30", "by: 2027"),
        },
        ((WISHES, "  w1: {title: Wens 1, by: 2026-06-30}\n", ""), (A, f"ambitions: {NAMES}\n", "")),
    ),
    Case(
        "stale-ambition",
        "",
        {"a": initiative(), WISHES: wishes("by: 2028", as_of="2024-01-01")},
        ((WISHES, "2024-01-01", "2026-09-24"),),
    ),
    *(
        Case(
            "stale-ambition",
            "past",
            {"a": initiative(), WISHES: wishes("by: 2026-06-30", "by: 2027")},
            (typed,),
        )
        for typed in (PARKED, LATER, (WISHES, "  w1: {title: Wens 1, by: 2026-06-30}\n", ""))
    ),
    *(
        Case("stale-ambition", "past-carried", OVER, typed)
        for typed in (
            (LATER,),
            (
                (WISHES, "  w1: {title: Wens 1, by: 2026-06-30}\n", ""),
                (A, "ambitions: [utrecht/w1]", "ambitions: [utrecht/w2]"),
            ),
        )
    ),
    *(
        Case(
            "unknown-ambition",
            wording,
            {"a": initiative(ambitions=names), WISHES: wishes("by: 2028")},
            (typed,),
        )
        for wording, names, typed in (
            ("", "[utrecht/geheel-anders]", (A, "geheel-anders", "w1")),
            ("", "[utrecht/geheel-anders]", (A, "utrecht/geheel-anders", "«utrecht/w1»")),
            ("", "[utrecht/geheel-anders]", (f"«{WISHES}»", "", "  geheel-anders: {title: Wens}\n")),
            ("guess", "[utrecht/w11]", (A, "utrecht/w11", "«utrecht/w1»")),
            ("guess", "[utrecht/w11]", (f"«{WISHES}»", "", "  w11: {title: Wens}\n")),
            (
                "no-file",
                "[rotterdam/w2]",
                (
                    "«ambitions/rotterdam.yaml»",
                    "",
                    wishes().replace("ambitions:", "ambitions: {w2: {title: Wens}}"),
                ),
            ),
            ("no-file", "[rotterdam/w2]", (A, "rotterdam/w2", "utrecht/w1")),
        )
    ),
    *(
        Case(
            "unknown-ambition",
            "none",
            {"a": initiative(ambitions=NAMES, nature="maintenance"), WISHES: "as_of: 2026-09-01\n"},
            (typed,),
        )
        for typed in (
            (f"«{WISHES}»", "", "«ambitions»: {w1: {title: Wens}}\n"),
            (A, "ambitions: [utrecht/w1]\n", ""),
        )
    ),
    *(
        Case(
            "unknown-ambition",
            "itself",
            {
                "a": initiative(ambitions=NAMES),
                WISHES: wishes("by: 2028, conflicts_with: [utrecht/w1]", "by: 2027"),
            },
            (typed,),
        )
        for typed in (
            (WISHES, "[utrecht/w1]", "[utrecht/w2]"),
            (WISHES, ", conflicts_with: [utrecht/w1]", ""),
        )
    ),
]

DIRECTION = [*ROLES, *EXPERTS, *PARTY, *MANDATES, *AMBITIONS]
