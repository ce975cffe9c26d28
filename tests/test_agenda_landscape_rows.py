"""The factsheet of an initiative in the agenda names what it retires and adds, and at which members."""

import pytest

from tests.desk import initiative, portfolio, regie

FILES = {
    "landscape/utrecht.yaml": (
        "as_of: 2026-09-01\napplications:\n"
        "  zaken: {product: 'Zaak | wijs', components: [letters], stage: in-use,"
        " version: '12.4', yearly: 480000}\n"
        "  oud: {product: Oudzaak, components: [letters], stage: gone}\n"
    ),
    "landscape/amsterdam.yaml": (
        "as_of: 2026-09-01\napplications:\n"
        "  z: {product: 'Zaak | wijs', components: [letters], stage: ending}\n"
    ),
    "access": initiative(
        retires="[letters]",
        adds="[{product: Briefmaker, components: [letters], members: [utrecht], from: 2027-Q2}]",
    ),
}


@pytest.fixture(scope="module")
def agenda(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    root = portfolio(tmp_path_factory.mktemp("agenda"), FILES)
    return {
        language: regie("agenda", "--year", "2027", "--lang", language, cwd=root).stdout
        for language in ("nl", "en")
    }


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("nl", r"| Gaat daarmee weg | Zaak \| wijs (Amsterdam, Utrecht) |"),
        ("nl", "| Brengt | Briefmaker (Utrecht), vanaf Q2 2027 |"),
        ("en", r"| Goes with that | Zaak \| wijs (Amsterdam, Utrecht) |"),
        ("en", "| Adds | Briefmaker (Utrecht), from Q2 2027 |"),
    ],
)
def test_what_goes_and_comes_is_named_by_member(agenda: dict[str, str], language: str, row: str) -> None:
    assert row in agenda[language].splitlines()


@pytest.mark.parametrize("text", ["12.4", "480.000", "Oudzaak"])
def test_versions_prices_and_what_is_gone_stay_out(agenda: dict[str, str], text: str) -> None:
    assert text not in agenda["nl"]
