"""The page at 390 px: labels and figures are whole, and a cell is one text that runs on."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import desk
from tests.chromium import Chromium, Tab, chromium

BROKEN_LABELS = """[...document.querySelectorAll("td[data-label]")].filter((each) => {
  const style = getComputedStyle(each, "::before");
  if (!each.getClientRects().length || style.content === "none") return false;
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const words = each.dataset.label.split(/[ -]/).map((word) => pen.measureText(word).width);
  const room = style.display === "block" ? parseFloat(style.width) : Infinity;
  return Math.max(...words) > room + 1;
}).map((each) => each.dataset.label)"""
"""Labels with a word that is wider than the label, and so breaks within."""

SIDE_BY_SIDE = """[...document.querySelectorAll("td[data-label]")].filter((each) =>
  ["flex", "grid"].includes(getComputedStyle(each).display)
).map((each) => each.textContent.trim().slice(0, 60))"""
"""Cells whose links and words stand side by side as columns."""

HIDDEN_LABELS = """[...document.querySelectorAll("td[data-label]")].filter((each) => {
  const style = getComputedStyle(each, "::before");
  if (!each.getClientRects().length || style.content === "none" || style.float !== "left") return false;
  return parseFloat(getComputedStyle(each).paddingLeft) + parseFloat(style.marginLeft) < -1;
}).map((each) => each.dataset.label)"""
"""Labels that begin to the left of their cell, where nobody sees them."""

BROKEN_NUMBERS = """[...document.querySelectorAll(".heat td, .pairs dd")].filter((each) => {
  const range = document.createRange();
  range.selectNodeContents(each);
  return new Set([...range.getClientRects()].map((box) => Math.round(box.bottom / 8))).size > 1;
}).map((each) => each.textContent)"""
"""Hours and amounts that go on on a second line."""

MEASURES = {"labels": BROKEN_LABELS, "side": SIDE_BY_SIDE, "hidden": HIDDEN_LABELS, "numbers": BROKEN_NUMBERS}
OLD = {
    "labels": ".stack td[data-label]{display:flex}.stack td::before{flex:0 1 40%;overflow-wrap:anywhere}",
    "side": ".stack td[data-label]{display:flex}",
    "hidden": ".part .stack td.amount+td[data-label]{padding-left:1rem}",
    "numbers": ".heat td.amount{white-space:normal;overflow-wrap:anywhere;max-width:2rem}",
}
"""For each measure a style that breaks it."""


@pytest.fixture(scope="module")
def running() -> Iterator[Chromium]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    made = desk.regie("site", "-C", desk.EXAMPLE, "--today", "2026-09-24", "-o", folder)
    assert made.returncode == 0, made.stderr
    return folder


def found(running: Chromium, page: Path, measure: str) -> list[str]:
    tab: Tab = running.tab()
    tab.open(page, width=390)
    broken: list[str] = tab.value(MEASURES[measure])
    return broken


@pytest.mark.parametrize("name", ["index.html", "en.html"])
@pytest.mark.parametrize("measure", MEASURES)
def test_on_a_phone_labels_numbers_and_cells_are_whole(
    running: Chromium, folder: Path, name: str, measure: str
) -> None:
    assert found(running, folder / name, measure) == []


@pytest.mark.parametrize("measure", MEASURES)
def test_what_breaks_on_a_phone_is_seen(
    running: Chromium, folder: Path, tmp_path: Path, measure: str
) -> None:
    text = (folder / "en.html").read_text("utf-8")
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    style = f"@media (max-width:43.75rem){{{OLD[measure]}}}</style>"
    (tmp_path / "page.html").write_text(text.replace("</style>", style, 1), "utf-8")
    assert found(running, tmp_path / "page.html", measure) != []
