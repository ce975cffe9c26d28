"""What the keys of the file format are called elsewhere: in Dutch, and in other tools.

For messages, never for reading: a key has one name. A word that can mean several keys lists them
in the order in which they are tried, among the keys that the group takes.
"""

import re
import unicodedata
from collections.abc import Collection

ALIASES = {
    # An initiative.
    "title": "titel naam name onderwerp",
    "submitter": "indiener author ingediend_door aanvrager",
    "sponsor": "opdrachtgever owner client eigenaar ambtelijk_opdrachtgever",
    "submitted": "ingediend datum_indiening indieningsdatum ingediend_op datum",
    "status": "stand fase",
    "steering": "sturing sturingsvorm soort_sturing",
    "nature": "aard soort",
    "obligation": "verplichting verplicht",
    "domain": "domein vakgebied",
    "participants": "deelnemers deelnemende_gemeenten gemeenten wie_doen_mee",
    "cost_key": "verdeelsleutel sleutel",
    "priority": "prioriteit moscow",
    "summary": "samenvatting omschrijving beschrijving toelichting description",
    "problem": "probleem aanleiding",
    "do_nothing": "nuloptie nul_optie niets_doen",
    "period": "periode looptijd planning duur due einddatum",
    "window": "speelruimte venster",
    "minimum_participants": "minimum_deelnemers minimaal_aantal_deelnemers",
    "alone": "alleen zelfstandig solo",
    "costs": "kosten budget cost raming begroting",
    "benefits": "baten opbrengsten besparing besparingen",
    "effort": "inzet uren capaciteit",
    "components": "onderdelen componenten",
    "retires": "vervangt uitfaseren saneert",
    "part_of": "deel_van onderdeel_van programma",
    "depends_on": "afhankelijk_van afhankelijkheden wacht_op dependencies needs requires",
    "external": "extern externen derden externe_partijen",
    "conflicts_with": "conflict_met botst_met conflicteert_met conflicten",
    "alternative_to": "alternatief_voor alternatieven",
    "formerly": "voorheen eerder vroeger",
    "ambitions": "ambities",
    "score": "weging scores",
    "standards": "standaarden",
    "explain": "uitleg leg_uit",
    "steps": "stappen fasen",
    "late": "laat te_laat",
    "support": "steun standpunten draagvlak",
    "baseline": "vastgesteld nulmeting",
    "rebaselines": "herijkingen herijking bijstellingen",
    "progress": "voortgang rapportages",
    "links": "koppelingen verwijzingen",
    "tags": "labels trefwoorden",
    # The groups in one.
    "start": "begin startdatum",
    "end": "einde eind einddatum",
    "earliest": "vroegst op_zijn_vroegst",
    "latest": "laatst uiterlijk",
    "as_of": "peildatum prijspeil",
    "margin": "marge bandbreedte",
    "one_off": "incidenteel eenmalig incidentele_kosten",
    "recurring": "structureel jaarlijks structurele_kosten",
    "people": "mensen opleiding",
    "cover": "dekking",
    "booked_on": "geboekt_op",
    "text": "tekst toelichting",
    "value": "waarde",
    "urgency": "urgentie",
    "risk": "risico",
    "likelihood": "kans waarschijnlijkheid",
    "impact": "gevolg",
    "measure": "maatregel",
    "experiment": "proef",
    "learning_goal": "leerdoel",
    "time_box": "tijdsduur looptijd",
    "budget_cap": "budgetplafond plafond budget",
    "stop_when": "stop_als stopcriterium",
    "decides": "beslist wie_besluit",
    "unforeseen": "onvoorzien",
    "unavoidable": "onvermijdbaar onvermijdelijk",
    "not_postponable": "onuitstelbaar",
    "route": "weg",
    "adopted": "vastgesteld_op vastgesteld",
    "kind": "soort",
    "basis": "grondslag grond",
    "deadline": "uiterste_datum",
    "id": "initiatief",
    "lag": "tussentijd",
    "what": "wat",
    "by": "uiterlijk voor",
    "why": "waarom reden",
    "name": "naam",
    "decide": "besluit beslispunt",
    "position": "standpunt",
    "because": "omdat want reden",
    "date": "datum dag",
    "reason": "reden",
    "time": "tijd",
    "cost": "kosten",
    "quality": "kwaliteit",
    "spent": "besteed uitgegeven",
    # A list of decisions.
    "present": "aanwezig",
    "absent": "afwezig",
    "advice": "advies",
    "decisions": "besluiten",
    "decision": "besluit",
    "confirmed": "bekrachtigd",
    "initiatives": "initiatieven",
    "choose": "kies keuze",
    "dissent": "tegen minderheidsstandpunt",
    "conditions": "voorwaarden",
    "to": "naar tot",
    "from": "van vanaf",
    "reasons": "redenen",
    "owner": "eigenaar trekker",
    "met": "vervuld voldaan",
    "waived": "vervallen",
    # regie.yaml.
    "format": "formaat",
    "language": "taal",
    "members": "leden gemeenten deelnemers",
    "cost_keys": "verdeelsleutels",
    "default_cost_key": "standaard_verdeelsleutel gebruikelijke_verdeelsleutel",
    "bodies": "overleggen gremia",
    "meetings": "vergaderingen",
    "agendas": "agendas",
    "domains": "domeinen vakgebieden",
    "teams": "ploegen",
    "history": "historie geschiedenis",
    "since": "sinds vanaf",
    "rules": "regels",
    "thresholds": "drempels",
    "code": "cbs_code",
    "until": "tot tot_en_met",
    "label": "omschrijving",
    "weights": "gewichten",
    "equal": "gelijk",
    "mix": "mengsel",
    "role": "rol",
    "body": "overleg",
    "first_estimate": "eerste_raming",
    "intake_closes": "intake_sluit sluiting_intake",
    "dossier_closes": "dossier_sluit sluiting_dossiers",
    "received": "ontvangen",
    "late_advice": "laat_advies",
    "late_decision": "laat_besluit",
    "budget": "begroting",
    "capacity": "capaciteit",
    "director": "regiehouder",
    "supplier": "leverancier",
    "clients": "opdrachtgevers",
    "experts": "deskundigen experts",
    "gemma": "gemma_id",
    "level": "zwaarte",
    "covers": "dekt",
    "common_ground": "common_ground_laag",
    "agenda": "agendajaar jaar",
}


def _by_alias() -> dict[str, tuple[str, ...]]:
    """Turn the table round: the keys that each word can mean."""
    found: dict[str, tuple[str, ...]] = {}
    for key, words in ALIASES.items():
        for word in words.split():
            found[word] = (*found.get(word, ()), key)
    return found


_BY_ALIAS = _by_alias()


def other_name(written: str, known: Collection[str]) -> str:
    """Give the key that is called otherwise elsewhere, such as summary for omschrijving; or ""."""
    plain = unicodedata.normalize("NFKD", written[:80].casefold()).encode("ascii", "ignore").decode()
    word = re.sub(r"[\s_-]+", "_", plain.strip())
    return next((name for name in _BY_ALIAS.get(word, ()) if name in known), "")
