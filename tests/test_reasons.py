"""Every reason that municipalities really gave for a slip has a value, and is worded in both languages."""

import csv
import json
from pathlib import Path
from typing import get_args

import pytest

from icteregie.messages.catalogue import term
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.progress import Reason
from tests.desk import ROOT, initiative, portfolio, regie

_BESIDE = [folder / "shared" / "data" for folder in ROOT.parents]
REAL = next((d for d in _BESIDE if d.exists()), _BESIDE[0]) / "real_municipal_ict_items.csv"
ITEMS = {
    "Masterplan IT-infrastructuur 2020-2023": ("epidemic and scarce chips", {"circumstances"}),
    "Aanbesteding Cloud Services en transitie naar regieorganisatie": (
        "a new strategy, so a later award",
        {"requirements", "tender-or-supplier"},
    ),
    "Realisatieplan ICT op Open Amsterdams Peil": ("a rescue operation", {"setbacks"}),
    "Mobiele devices": (
        "a decision in another project must come first",
        {"waits-for-decision", "waits-for-project"},
    ),
    "Implementatie nieuw systeem sociaal domein (I-visie)": ("tender took long", {"tender-or-supplier"}),
    "Incidentele ontwikkelkosten BRP": ("a national facility was ended", {"circumstances"}),
    "Doorontwikkeling digitalisering": ("estimated twice", {"wrong-estimate"}),
    "Datasturing en datalab GO": (
        "people left, participants promised nothing",
        {"capacity", "no-commitment"},
    ),
    "Uitvoeringsprogramma doorontwikkeling digitalisering": (
        "something else went first",
        {"priority-elsewhere"},
    ),
    "GDI centrale financiering": ("paid from elsewhere from now on", {"funding-withdrawn", "law"}),
    "Concernbrede ICT-kosten": ("a programme more on the same bill", {"scope"}),
    "Concernbrede ICT-kosten bijgesteld": ("more security was asked", {"requirements"}),
}
"""Items of the collected annual reports that say why, the reason in our words, and its values."""
DASHBOARD = {
    "Aanpassing (business)doelen of eisen": "requirements",
    "Implementatie in organisatie": "implementation",
    "Overnemen aanbeveling extern advies": "external-advice",
    "Prijsontwikkeling": "prices",
    "Project-endogene scopewijzigingen": "scope",
    "Tegenvallers binnen project": "setbacks",
    "Wens van raad of bestuur": "board-wish",
    "Wetswijziging": "law",
}
WHY = (
    "later",
    "uitgesteld",
    "uitstel",
    "schoof",
    "wacht op",
    "gestopt",
    "schuift",
    "dubbel",
    "prioriteit",
    "verschoven",
)
"""What the reason of an item has in it when it tells of something that went otherwise than planned."""


@pytest.mark.parametrize("item", ITEMS)
def test_a_real_reason_is_a_value_of_the_format(item: str, tmp_path: Path) -> None:
    _, values = ITEMS[item]
    listed = ", ".join(sorted(values))
    text = f"[{{date: 2026-06-01, reasons: [{listed}], end: 2027-12, one_off: 1}}]"
    baseline = "{adopted: 2025-10-09, end: 2027-06, one_off: 1}"
    file = initiative(title=item, status="running", agenda="2027", rebaselines=text, baseline=baseline)
    root = portfolio(tmp_path, {"slipped": file})
    done = regie("show", "slipped", "--lang", "nl", cwd=root)
    assert done.returncode == 0, done.stderr
    said = " ".join(done.stdout.split())
    assert [value for value in sorted(values) if term("nl", "reason", value) not in said] == []
    findings = json.loads(regie("validate", "--format", "json", cwd=root).stdout)["findings"]
    assert [each for each in findings if each["rule"] == "invalid-value"] == []


def test_every_item_that_went_otherwise_is_mapped() -> None:
    if not REAL.exists():
        pytest.skip("the collected items are not here")
    with REAL.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    slipped = {row["project"] for row in rows if any(word in row["status_of_reden"] for word in WHY)}
    # What was put off without a word on why has no reason to express.
    assert slipped - ITEMS.keys() == {"Procesmanagement"}
    assert ITEMS.keys() - {row["project"] for row in rows} == set()


def test_the_eight_of_the_dashboard_have_a_value_each() -> None:
    assert set(DASHBOARD.values()) < set(get_args(Reason))
    lists = REAL.with_name("value_lists.yaml")
    if not lists.exists():
        pytest.skip("the collected lists are not here")
    text = lists.read_text("utf-8").split("kostensoorten:")[0]
    assert [line[4:] for line in text.splitlines() if line.startswith("  - ")] == list(DASHBOARD)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_reasons_have_words_of_their_own(language: Language) -> None:
    words = [term(language, "reason", reason) for reason in get_args(Reason)]
    assert len({*words}) == len(words)
