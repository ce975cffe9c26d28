"""The names that a portfolio uses, put into the JSON Schema so that an editor completes them."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from icteregie.portfolio.initiative import PARTNERSHIP
from icteregie.portfolio.scalars import AMBITION_NAME, LINE, NAME, RETIRED

Schema: TypeAlias = dict[str, Any]
Names: TypeAlias = Mapping[str, str]
"""What names stand for, by name, in their order."""

NAMED: Mapping[tuple[str, str], str] = {
    ("Initiative", "submitter"): "members",
    ("Initiative", "domain"): "domains",
    ("Initiative", "participants"): "members",
    ("Initiative", "cost_key"): "cost_keys",
    ("Initiative", "alone"): "members",
    ("Initiative", "effort"): "teams",
    ("Initiative", "components"): "components",
    ("Initiative", "retires"): "retirable",
    ("Initiative", "part_of"): "initiatives",
    ("Initiative", "depends_on"): "initiatives",
    ("Initiative", "alternative_to"): "initiatives",
    ("Initiative", "ambitions"): "ambitions",
    ("Initiative", "support"): "members",
    ("Addition", "components"): "components",
    ("Addition", "members"): "members",
    ("Costs", "cover"): "members",
    ("Score", "value"): "members",
    ("Experiment", "decides"): "bodies",
    ("Deviation", "principle"): "principles",
    ("Dependency", "id"): "initiatives",
    ("DeclaredConflict", "id"): "initiatives",
    ("Ambition", "domain"): "domains",
    ("Ambition", "conflicts_with"): "ambitions",
    ("Application", "components"): "components",
    ("Application", "initiative"): "initiatives",
    ("DecisionList", "absent"): "members",
    ("DecisionList", "present"): "members",
    ("Advice", "initiatives"): "initiatives",
    ("Advice", "choose"): "initiatives",
    ("Advice", "dissent"): "members",
    ("Decision", "initiatives"): "initiatives",
    ("Decision", "dissent"): "members",
    ("PlanFile", "pins"): "initiatives",
    ("PlanFile", "ceilings"): "members",
    ("PlanPin", "members"): "members",
    ("Placed", "id"): "initiatives",
    ("Placed", "members"): "members",
    ("PlanRoom", "member"): "members",
    ("PlanRoom", "team"): "teams",
    ("PlanLack", "id"): "initiatives",
    ("PlanLack", "member"): "members",
    ("PlanLack", "team"): "teams",
    ("PlanInstead", "out"): "initiatives",
    ("PlanLeftOut", "id"): "initiatives",
    ("PlanLeftOut", "members"): "members",
    ("PlanLeftOut", "because_of"): "initiatives",
    ("PlanGroup", "members"): "members",
    ("PlanGroup", "better"): "members",
    ("PlanInputs", "initiatives"): "initiatives",
    ("PlanInputs", "pins"): "initiatives",
    ("PlanResult", "clash"): "initiatives",
    ("Partnership", "default_cost_key"): "cost_keys",
    ("CostKey", "weights"): "members",
    ("CostKey", "mix"): "cost_keys",
    ("Meeting", "body"): "bodies",
    ("AgendaYear", "received"): "initiatives",
    ("AgendaYear", "capacity"): "teams",
    ("Domain", "director"): "directors",
    ("Domain", "supplier"): "suppliers",
    ("Domain", "clients"): "members",
    ("Domain", "experts"): "members",
    ("Component", "domain"): "domains",
}
"""What a key names, by record and key; a name that a file gives itself is not in here."""

_IN_WORDS = ("directors", "suppliers")
"""What may also be written in words, as it was before there were ids for it."""


def with_names(owner: type, key: str, schema: Schema, names: Mapping[str, Names]) -> Schema:
    """Put the names that a key can hold into its schema; without names it stays as it is."""
    kind = NAMED.get((owner.__name__, key), "")
    known = dict(names.get(kind, {}))
    if not known:
        return schema
    if (owner.__name__, key) == ("Initiative", "submitter"):
        known[PARTNERSHIP] = ""
    new: Schema = _named(schema, kind, known)
    return new


def _named(schema: Any, kind: str, known: Names) -> Any:
    if isinstance(schema, list):
        return [_named(each, kind, known) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if schema in (AMBITION_NAME, RETIRED):
        return {**schema, "examples": list(known)}
    if schema == LINE and kind in _IN_WORDS:
        return {**LINE, "examples": list(known)}
    if schema == NAME:
        return _open(known) if kind == "initiatives" else _closed(kind, known)
    new = {name: _named(value, kind, known) for name, value in schema.items()}
    if (values := schema.get("patternProperties", {}).get(NAME["pattern"])) is not None:
        new["properties"] = {
            name: {**values, "description": title} if title else values for name, title in known.items()
        }
        if kind != "initiatives":
            del new["patternProperties"]
            new["errorMessage"] = f"unknown-{kind}"
    return new


def _open(known: Names) -> Schema:
    """Offer names and take others: an initiative can be filed after the schema was made."""
    return {**NAME, "examples": list(known)}


def _closed(kind: str, known: Names) -> Schema:
    return {
        "enum": list(known),
        "enumDescriptions": list(known.values()),
        "errorMessage": f"unknown-{kind}",
    }
