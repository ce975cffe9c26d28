"""The files of the two years: a partnership of four, and nine initiatives.

All amounts are shared by these weights, in whole euros by largest remainder:

- ``clients``: Amsterdam 38, Rotterdam 33, Den Haag 23, Utrecht 10; together 104, and 94 without Utrecht.
- ``equal``: each the same.
- ``mixed``: half equal and half by clients. Of four: 26 + 38, 26 + 33, 26 + 23 and 26 + 10, of 208 parts.
"""

from tests.gitrepo import IN_GIT, text

OCTOBER, JUNE, NEXT = (
    f"decisions/{day}-directors.yaml" for day in ("2026-10-08", "2027-06-17", "2027-10-07")
)
MEETINGS = """\
  - {body: directors, date: 2027-04-08}
  - {body: directors, date: 2027-06-17}
  - {body: innovation-board, date: 2027-09-23}
  - {body: directors, date: 2027-10-07}
  - {body: directors, date: 2028-02-10}
  - {body: directors, date: 2028-10-05}
agendas:
  2028:
    first_estimate: 2027-04-22
    intake_closes: 2027-07-01
    dossier_closes: 2027-08-26
    advice: 2027-09-23
    decision: 2027-10-07
    budget: {one_off: 500000, recurring: 100000}
"""
MONEY = "money: {interest_rate: 1.5%, discount_rate: {rate: 2.25%, source: Werkgroep discontovoet 2020}}\n"
CALENDAR = (
    IN_GIT.replace("agendas:\n", MEETINGS, 1)
    .replace("    late_advice: 2026-10-29\n    late_decision: 2026-11-12\n", "")
    .replace("domains:\n", f"{MONEY}domains:\n", 1)
)
UTRECHT_LEAVES = (
    "{name: Utrecht, code: GM0344}",
    "{name: Utrecht, code: GM0344, until: 2027-12-31}",
)
JUNE_DECISIONS = """\
decisions:
  - initiatives: [poort]
    decision: rebaseline
    end: 2027-09
    one_off: 350000
    recurring: 30000
    reasons: [tender-or-supplier]
    because: De aanbesteding moest over.
  - {initiatives: [zaak], decision: stop, from: 2027-07-01, because: De leverancier stopt.}
"""


def proposal(title: str, start: str, end: str, costs: str, /, **more: str) -> str:
    """Write a complete proposal of the first agenda, filed in time."""
    values = {
        "submitted": "2026-05-18",
        "do_nothing": "Dan blijft het zo.",
        "period": f"{{start: {start}, end: {end}}}",
        "costs": f"{{as_of: {more.pop('as_of', '2026-05-01')}, margin: 30%, people: 5000, {costs}}}",
        **more,
    }
    return text(title, **values)


ADOPTED = {
    "archief": proposal(
        "Archief opruimen",
        "2027-01",
        "2027-12",
        "one_off: {2027: 60000}, recurring: {2028: 6000, 2029: 6000}",
        cost_key="equal",
    ),
    "balie": proposal(
        "Digitale balie",
        "2027-01",
        "2027-09",
        "one_off: {2027: 90000}, recurring: {2028: 9000, 2029: 9000}",
        participants="[den-haag, utrecht]",
    ),
    "brieven": proposal(
        "Brieven uit het portaal",
        "2028-02",
        "2028-05",
        "one_off: {2028: 80000}, recurring: {2029: 8000, 2030: 8000}",
        depends_on="[{id: portaal, lag: 1 month}]",
        obligation="{kind: statutory, basis: Wet digitale overheid, deadline: 2028-06-30}",
    ),
    "kluis": proposal(
        "Kluis voor sleutels",
        "2027-01",
        "2027-12",
        "one_off: {2027: 50000}, recurring: {2028: 5000, 2029: 5000}, "
        "investment: {2027: 30000}, depreciation: 3",
        cost_key="mixed",
    ),
    "poort": proposal(
        "Eén poort",
        "2027-01",
        "2027-06",
        "one_off: {2027: 300000}, recurring: {2028: 30000, 2029: 30000}",
        effort="{platform: {2027-Q1: 400, 2027-Q2: 300}}",
    ),
    "portaal": proposal(
        "Een portaal",
        "2027-07",
        "2027-12",
        "one_off: {2027: 120000}, recurring: {2028: 12000, 2029: 12000}",
        participants="[amsterdam, rotterdam, utrecht]",
        depends_on="[poort]",
        benefits="{recurring: {2028: 52000, 2029: 52000}, booked_on: Beheer dienstverlening}",
        effort="{platform: {2027-Q3: 200, 2027-Q4: 200}}",
    ),
    "scan": proposal(
        "Scannen aan de bron",
        "2027-01",
        "2027-12",
        "one_off: {2027: 100000}, recurring: {2028: 10000, 2029: 10000}",
        participants="[rotterdam, den-haag]",
    ),
    "zaak": proposal(
        "Zaakgericht werken",
        "2027-01",
        "2027-12",
        "one_off: {2027: 200000}, recurring: {2028: 20000, 2029: 20000}",
        participants="[amsterdam, rotterdam, den-haag]",
    ),
}
NEXT_PROPOSAL = {
    "zoeken": proposal(
        "Zoeken in alles",
        "2028-01",
        "2028-12",
        "one_off: {2028: 110000}, recurring: {2029: 11000, 2030: 11000}, "
        "until: {year: 2030, because: Daarna in het zaaksysteem}",
        as_of="2027-05-01",
        agenda="2028",
        submitted="2027-06-28",
        summary="Zoeken in alle bronnen tegelijk.",
        submitter="amsterdam",
    ),
}
