"""An initiative says that it had an id before that it can't have had."""

from collections.abc import Iterator

from icteregie.analysis.former_ids import Claim, former_circles, former_claims
from icteregie.diagnostics.types import Address, Finding, Value
from icteregie.portfolio.arrivals import FormerId
from icteregie.rules.rule import Case, in_parts


def _in_the_files(case: Case) -> Iterator[Finding]:
    """Report what the files themselves contradict: itself, a circle, still there, claimed more than once."""
    portfolio = case.portfolio
    circles = case.ask(former_circles)
    for circle in circles:
        first, *others = (_at(case, claim) for claim in circle)
        values: dict[str, Value] = {"circle": (*(claim.id for claim in circle), circle[0].id)}
        yield Finding(first, values, "circle", related=tuple(others))
    in_circle = {claim for circle in circles for claim in circle}
    for old, claims in case.ask(former_claims).items():
        if old in portfolio.files:
            for claim in claims:
                if claim not in in_circle:
                    wording = "itself" if claim.id == old else "still-there"
                    yield Finding(_at(case, claim), _values(claim), wording)
        elif len(claims) > 1:
            first, *others = (_at(case, claim) for claim in claims)
            more: dict[str, Value] = {"other": claims[1].id, "count": len(claims) - 1}
            values = _values(claims[0]) | more
            yield Finding(first, values, "claimed-twice", related=tuple(others))


def _in_history(case: Case) -> Iterator[Finding]:
    """Report what main contradicts: an id that it never had, or that another member submitted."""
    portfolio = case.portfolio
    for old, claims in case.ask(former_claims).items():
        if old not in portfolio.files and len(claims) == 1 and (known := portfolio.former_ids.get(old)):
            yield from _contradicted(case, claims[0], known)


def _contradicted(case: Case, claim: Claim, known: FormerId) -> Iterator[Finding]:
    """Compare one claim with what main had under its id."""
    initiative, since = case.portfolio.initiatives[claim.id], case.portfolio.partnership.history.since
    at, values = _at(case, claim), _values(claim)
    if not known.was_on_main:
        # Where git's history begins later, an older one can have had any id before.
        if since is None or initiative.submitted >= since:
            yield Finding(at, values)
    elif known.later_ids:
        if claim.id not in known.later_ids and (now := known.later_ids[-1]) in case.portfolio.files:
            yield Finding(at, values | {"now": now}, "other-initiative")
    elif known.submitter not in ("", initiative.submitter):
        yield Finding(
            at, values | {"before": known.submitter, "after": initiative.submitter}, "other-submitter"
        )


def _at(case: Case, claim: Claim) -> Address:
    return case.portfolio.at(claim.id, "formerly", claim.index)


def _values(claim: Claim) -> dict[str, Value]:
    return {"id": claim.id, "old": claim.old}


RULE = in_parts(
    "doubtful-former-id",
    "references",
    "warning",
    (_in_the_files, {"initiative": ("formerly",)}),
    (
        _in_history,
        {"initiative": ("formerly", "submitter", "submitted"), "partnership": ("history",)},
    ),
)
