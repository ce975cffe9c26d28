"""Clients who never sponsor anything in their domain are named."""

import json
from pathlib import Path

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio, regie

ACCESS = "  access: {name: Toegang, director: partnership, supplier: cooperative}\n"
CLIENTS = "{amsterdam: CISO, rotterdam: Hoofd Toegang}"
DOMAIN = f"  access: {{name: Toegang, director: utrecht, supplier: cooperative, clients: {CLIENTS}}}\n"


def root(folder: Path, *others: dict[str, str | None]) -> Path:
    """Make two initiatives of Utrecht in the domain, and what else is given."""
    given: tuple[dict[str, str | None], ...] = ({}, {}, *others)
    files = {
        f"i{n}": initiative(**{"domain": "access", "submitter": "utrecht", "sponsor": None, **each})
        for n, each in enumerate(given)
    }
    return portfolio(folder, files, PARTNERSHIP.replace(ACCESS, DOMAIN))


def idle(folder: Path, *others: dict[str, str | None]) -> str:
    done = regie("direction", "-C", root(folder, *others), "--today", "2026-09-24", "--format", "json")
    rows = json.loads(done.stdout)["unclear"]
    return next((row["unclear"].partition(": ")[2] for row in rows if row["kind"] == "idle-client"), "")


def test_who_submits_and_sponsors_nothing_is_named(tmp_path: Path) -> None:
    assert idle(tmp_path) == "Amsterdam en Rotterdam."


@pytest.mark.parametrize(
    ("extra", "left"),
    [
        ({"submitter": "amsterdam"}, "Rotterdam."),
        ({"submitter": "partnership", "sponsor": "Hoofd tóegang"}, "Amsterdam."),
        ({"submitter": "partnership", "sponsor": "CISO van de gemeente Amsterdam"}, "Rotterdam."),
        ({"sponsor": "CISO Amsterdam"}, "Rotterdam."),
        ({"sponsor": "CISO"}, "Amsterdam en Rotterdam."),
        ({"submitter": "partnership", "sponsor": "CIO-overleg van de vier steden"}, ""),
        ({"submitter": "partnership"}, "Amsterdam en Rotterdam."),
        ({"submitter": "amsterdam", "status": "idea", "agenda": None}, "Amsterdam en Rotterdam."),
        ({"submitter": "amsterdam", "status": "rejected"}, "Amsterdam en Rotterdam."),
        ({"submitter": "amsterdam", "status": "running", "agenda": "2026"}, "Rotterdam."),
        ({"submitter": "amsterdam", "domain": "income"}, "Amsterdam en Rotterdam."),
    ],
)
def test_what_its_member_submits_or_sponsors_counts(
    tmp_path: Path, extra: dict[str, str | None], left: str
) -> None:
    assert idle(tmp_path, extra) == left


def test_who_takes_part_in_one_only_is_not_looked_at(tmp_path: Path) -> None:
    made = root(tmp_path)
    (made / "initiatives/i1.yaml").unlink()
    told = regie("direction", "-C", made, "--today", "2026-09-24").stdout
    assert "ambtelijk opdrachtgever" not in told


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "nl",
            "Van 2 opdrachtgevers (elk van één lid in één domein) geven er 2 in hun domein nergens opdracht",
        ),
        ("en", "Of 2 clients (each of one member in one domain) 2 sponsor nothing in their domain"),
    ],
)
def test_one_sentence_counts_them(tmp_path: Path, language: str, sentence: str) -> None:
    told = regie("direction", "-C", root(tmp_path), "--today", "2026-09-24", "--lang", language).stdout
    assert sentence in " ".join(told.split())
