"""The advice of the rules on application landscapes, typed."""

from tests.advice.case import A, Case
from tests.desk import initiative

UTRECHT = "landscape/utrecht.yaml"
RULES = (
    *("stale-landscape", "landscape-in-the-future", "stage-contradicted", "contract-contradicted"),
    "plan-contradicted",
)
ELSEWHERE = {"submitter": "amsterdam", "participants": "[amsterdam, rotterdam]"}
BECAUSE = "because: Besloten door de CIO"


def _application(*keys: str, as_of: str = "2026-09-01") -> str:
    rows = "".join(f"    {key}\n" for key in ("product: Zaakwijs", "components: [letters]", *keys))
    return f"as_of: {as_of}\napplications:\n  zaaksysteem:\n{rows}"


def _case(rule: str, wording: str, text: str, *typed: tuple[str, str, str], **changes: str | None) -> Case:
    return Case(rule, wording, {UTRECHT: text, "a": initiative(**changes)}, typed)


DAYS = [
    _case(
        "stale-landscape",
        "",
        _application("stage: in-use", as_of="2025-09-23"),
        (UTRECHT, "as_of: 2025-09-23", "«as_of»: 2026-09-24"),
    ),
    _case(
        "stale-landscape",
        "imported",
        _application("stage: in-use", "imported: 2026-09-02"),
        (UTRECHT, "as_of: 2026-09-01", "«as_of: 2026-09-02»"),
    ),
    _case(
        "landscape-in-the-future",
        "",
        _application("stage: in-use", as_of="2027-09-01"),
        (UTRECHT, "as_of: 2027-09-01", "«as_of»: «2026-09-24»"),
    ),
    _case(
        "landscape-in-the-future",
        "imported",
        _application("stage: in-use", "imported: 2027-09-01", as_of="2026-09-24"),
        (UTRECHT, "imported: 2027-09-01", "«imported»: «2026-09-24»"),
    ),
]
RUNS_ON = "contract: {end: 2035-12-31"
PROLONGED = "contract: {end: 2025-12-31, renews: 10 years"
RENEWED = f"contract: {{end: 2027-12-31, decided: renew, {BECAUSE}}}"
TO_END = "«decided: end», «because»: Opgezegd in juni}"
STAGES = [
    *(
        _case("stage-contradicted", wording, _application("stage: gone", f"{was}}}"), typed)
        for wording, was in (("", RUNS_ON), ("gone-renews", PROLONGED))
        for typed in ((UTRECHT, "}", f", {TO_END}"), (UTRECHT, "stage: gone", "«stage»: in-use"))
    ),
    *(
        _case("stage-contradicted", "gone-renewed", _application("stage: gone", RENEWED), typed)
        for typed in (
            (UTRECHT, "decided: renew", "«decided: end»"),
            (UTRECHT, "stage: gone", "«stage: in-use»"),
        )
    ),
    *(
        _case("stage-contradicted", "planned-users", _application("stage: planned", "users: 12"), typed)
        for typed in ((UTRECHT, "stage: planned", "«stage: in-use»"), (UTRECHT, "    users: 12\n", ""))
    ),
    *(
        _case(
            "stage-contradicted",
            "planned-contract",
            _application("stage: planned", "contract: {end: 2025-12-31}"),
            typed,
        )
        for typed in (
            (UTRECHT, "end: 2025-12-31", "«end»: 2030-12-31"),
            (UTRECHT, "stage: planned", "«stage: gone»"),
        )
    ),
    _case(
        "stage-contradicted",
        "planned-support",
        _application("stage: planned", "support_until: 2026-01-01"),
        (UTRECHT, "support_until: 2026-01-01", "«support_until»: 2031-12-31\n    «version»: 2027.1"),
    ),
    _case(
        "stage-contradicted",
        "decided-to-end",
        _application("stage: in-use", f"contract: {{end: 2027-12-31, decided: end, {BECAUSE}}}"),
        (UTRECHT, "stage: in-use", "«stage: ending»"),
    ),
]
LAST = f"contract: {{end: 2030-12-31, last: 2030-12-31, decided: renew, {BECAUSE}}}"
CONTRACTS = [
    *(
        _case(
            "contract-contradicted",
            "",
            _application("stage: in-use", "contract: {end: 2030-12-31, notice: 6 months, renews: 3 months}"),
            typed,
        )
        for typed in (
            (UTRECHT, "notice: 6 months", "«notice»: 3 months"),
            (UTRECHT, "renews: 3 months", "«renews»: 1 year"),
        )
    ),
    *(
        _case("contract-contradicted", "renewed-past-last", _application("stage: in-use", LAST), typed)
        for typed in (
            (UTRECHT, "last: 2030-12-31", "«last»: 2032-12-31"),
            (UTRECHT, f", decided: renew, {BECAUSE}", ""),
        )
    ),
]
NAMED = "initiative: a"
PLANS = [
    *(
        _case("plan-contradicted", "", _application("stage: in-use", NAMED), typed, **ELSEWHERE)
        for typed in (
            (A, "participants: [amsterdam, rotterdam]", "«participants»: [amsterdam, rotterdam, utrecht]"),
            (UTRECHT, f"    {NAMED}\n", ""),
        )
    ),
    _case(
        "plan-contradicted",
        "given-up",
        _application("stage: in-use", NAMED),
        (UTRECHT, f"    {NAMED}\n", ""),
        status="rejected",
    ),
    *(
        _case(
            "plan-contradicted",
            f"done-{stage}",
            _application(f"stage: {stage}", NAMED),
            (UTRECHT, f"stage: {stage}", f"«stage: {right}»"),
            status="done",
        )
        for stage, right in (("planned", "in-use"), ("ending", "gone"))
    ),
    *(
        _case(
            "plan-contradicted",
            "renewed",
            _application("stage: in-use", RENEWED.replace("2027-12-31", "2027-06-30")),
            typed,
            retires="[letters]",
        )
        for typed in (
            (UTRECHT, f", decided: renew, {BECAUSE}", ""),
            (A, "end: 2027-Q2", "end: 2027-Q3"),
        )
    ),
    *(
        _case(
            "plan-contradicted",
            "gone",
            _application("stage: gone"),
            typed,
            retires="[letters, utrecht/zaaksysteem]",
        )
        for typed in (
            (A, ", utrecht/zaaksysteem", ""),
            (UTRECHT, "stage: gone", "«stage»: in-use"),
        )
    ),
]
LANDSCAPES = [*DAYS, *STAGES, *CONTRACTS, *PLANS]
