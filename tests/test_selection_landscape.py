"""Selectors of applications and suppliers, and what the landscape adds to those of components."""

from pathlib import Path

import pytest

from icteregie.analysis.selection import SelectorError, select
from icteregie.portfolio.portfolio import Portfolio
from tests.desk import PARTNERSHIP, initiative, loaded, portfolio, regie

PARTIES = "parties: {cloud: {name: Cloudleverancier, kind: market}}\n"
DIRECTED = PARTNERSHIP.replace(
    "income: {name: Inkomen, director: partnership, supplier: cooperative}",
    "income: {name: Inkomen, director: partnership, supplier: cloud}",
)


def row(**keys: str) -> str:
    written = {"components": "[]", "stage": "in-use", **keys}
    return "{" + ", ".join(f"{key}: {value}" for key, value in written.items()) + "}"


FILES = {
    "landscape/utrecht.yaml": (
        "as_of: 2026-09-01\napplications:\n"
        f"  zaaksysteem: {row(product='Zaakwijs', supplier='Voorbeeld BV', components='[letters]')}\n"
        f"  poort: {row(product='Poortwacht', supplier='Toegang NV', initiative='planned')}\n"
        f"  oud: {row(product='Oudzaak', supplier='Weg BV', components='[letters]', stage='gone')}\n"
    ),
    "landscape/amsterdam.yaml": (
        "as_of: 2026-09-01\napplications:\n"
        f"  zaaksysteem: {row(product='Dossierplus', supplier='Anders BV', components='[letters]')}\n"
    ),
    "by-name": initiative(retires="[utrecht/zaaksysteem]"),
    "by-component": initiative(
        retires="[letters]", participants="[amsterdam, den-haag]", submitter="amsterdam"
    ),
    "planned": initiative(),
    "adds": initiative(adds="[{product: zaakwijs , components: [identity]}]"),
    "directed": initiative(domain="income"),
    "old": initiative(retires="[utrecht/oud]"),
}


@pytest.fixture(scope="module")
def landscapes(tmp_path_factory: pytest.TempPathFactory) -> Portfolio:
    return loaded(portfolio(tmp_path_factory.mktemp("landscapes"), FILES, PARTIES + DIRECTED)).portfolio


@pytest.mark.parametrize(
    ("selector", "ids"),
    [
        ("application:utrecht/zaaksysteem", ["by-name"]),
        ("application:amsterdam/zaaksysteem", ["by-component"]),
        ("application:zaaksysteem", ["by-component", "by-name"]),
        ("application:utrecht/*", ["by-name", "old", "planned"]),
        ("application:poort", ["planned"]),
        ("application:oud", ["old"]),
        ("supplier:Voorbeeld BV", ["adds", "by-name"]),
        ("supplier:voorbeeld bv", ["adds", "by-name"]),
        ("supplier:*bv", ["adds", "by-component", "by-name", "old"]),
        ("supplier:Toegang NV", ["planned"]),
        ("supplier:cloud", ["directed"]),
        ("supplier:Cloudleverancier", ["directed"]),
        ("component:identity", ["adds"]),
        ("component:letters", ["by-component"]),
        ("supplier:Anders BV,member:amsterdam", ["by-component"]),
    ],
)
def test_what_an_initiative_is_about(landscapes: Portfolio, selector: str, ids: list[str]) -> None:
    assert list(select(landscapes, [selector]).ids) == ids


@pytest.mark.parametrize(
    ("selector", "name", "guess"),
    [
        ("application:zaaksystem", "selector-value-guess", "zaaksysteem"),
        ("supplier:Vorbeeld BV", "selector-value-guess", "Voorbeeld BV"),
        ("component:utrecht/zaaksysteem", "selector-value", None),
    ],
)
def test_what_no_landscape_has_is_refused(
    landscapes: Portfolio, selector: str, name: str, guess: str | None
) -> None:
    with pytest.raises(SelectorError) as error:
        select(landscapes, [selector])
    assert (error.value.name, error.value.values.get("guess")) == (name, guess)


def test_a_portfolio_without_landscapes_says_that_there_are_none(tmp_path: Path) -> None:
    done = regie("list", "application:zaaksysteem", cwd=portfolio(tmp_path, {"access": initiative()}))
    assert (done.returncode, done.stdout) == (2, "")
    assert "en een andere waarde ook niet" in done.stderr


def test_a_landscape_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    files = {**FILES, "landscape/rotterdam.yaml": "as_of: 2026-09-01\napplications: 12\n"}
    done = regie("list", "supplier:Anders BV", cwd=portfolio(tmp_path, files, PARTIES + DIRECTED))
    assert "by-component" in done.stdout
    assert "landscape/rotterdam.yaml" in done.stderr


def test_a_value_that_may_be_in_a_file_that_cannot_be_read_is_not_called_wrong(tmp_path: Path) -> None:
    files = {**FILES, "landscape/rotterdam.yaml": "as_of: 2026-09-01\napplications: 12\n"}
    done = regie("list", "application:elders", cwd=portfolio(tmp_path, files, PARTIES + DIRECTED))
    assert (done.returncode, done.stdout) == (2, "")
    assert "landscape/rotterdam.yaml" in done.stderr
    assert "komt bij" not in done.stderr


def test_parties_that_cannot_be_read_leave_the_id(tmp_path: Path) -> None:
    root = portfolio(tmp_path, FILES, "parties: [cloud]\n" + DIRECTED)
    done = regie("list", "supplier:cloud", cwd=root)
    assert "directed" in done.stdout
