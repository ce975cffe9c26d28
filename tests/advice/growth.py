"""The advice of the rules on where the landscape goes, typed."""

from tests.advice.case import A, Case, running
from tests.desk import initiative

RULES = ("landscape-grows", "retired-still-running")
UTRECHT = "landscape/utrecht.yaml"
OLD = (
    "as_of: 2026-09-01\napplications:\n  brieven:\n    product: Oud\n    components: [letters]\n"
    "    stage: in-use\n"
)
NEW = "[{product: Nieuw, components: [letters]}]"
ENDED = {"participants": "[utrecht]", "agenda": "2025", "retires": "[letters]"}
DONE = running(
    **ENDED, status="done", period="{start: 2026-01-01, end: 2026-03-31}", baseline=None, progress=None
)


def _grows(wording: str, adds: str, retires: str | None, before: str, after: str) -> Case:
    plan = initiative(participants="[rotterdam, utrecht]", adds=adds, retires=retires)
    files = {"a": plan, UTRECHT: OLD, "landscape/rotterdam.yaml": OLD.replace("letters", "identity")}
    return Case("landscape-grows", wording, files, ((A, before, after),))


def _runs(wording: str, contract: str, *typed: tuple[str, str, str]) -> Case:
    return Case("retired-still-running", wording, {"a": DONE, UTRECHT: OLD + contract}, typed)


RENEWS = "    contract: {end: 2025-03-31, renews: 1 year}\n"
GONE = (UTRECHT, "stage: in-use", "«stage: gone»")
STILL_USED = (A, "retires: [letters]\n", "")
GROWTH = [
    _grows("nothing-retired", NEW, None, "adds:", "«retires»: [letters, identity]\nadds:"),
    _grows("nothing-retired", NEW, None, "adds:", "«retires»: [utrecht/brieven, rotterdam/brieven]\nadds:"),
    _grows("", NEW, "[letters]", "[letters]}", "[letters], «members»: [utrecht]}"),
    _grows("", NEW, "[letters]", "retires: [letters]", "retires: [letters, rotterdam/brieven]"),
    _runs("", "", GONE),
    _runs("", "", STILL_USED),
    _runs(
        "renews",
        RENEWS,
        GONE,
        (UTRECHT, "renews: 1 year", "renews: 1 year, «decided: end», «because»: Opgezegd"),
    ),
    _runs("renews", RENEWS, STILL_USED),
]
