"""Draws Mermaid diagrams with Mermaid itself, in a browser without a screen, and tells what is in them.

``make browser`` fetches both. Without them the tests that need them are skipped and say so, unless
REGIE_BROWSER is ``required``, as it is in CI where they could be fetched.
"""

import html
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import pytest

from tests.desk import HANGS_AFTER, ROOT

MERMAID = ROOT / ".cache" / "mermaid"
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--virtual-time-budget=600000",
    "--dump-dom",
)
_PAGE = """<!doctype html><meta charset="utf-8"><title>x</title><body>%s<script>
const give = told => {
  const out = document.createElement("pre");
  out.id = "told";
  out.textContent = JSON.stringify(told);
  document.body.replaceChildren(out);
};
%s
</script>"""
_DRAW = """
const sources = %s;
const text = element => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll("br").forEach(end => end.replaceWith("\\n"));
  return copy.textContent.trim();
};
const all = (svg, which) => [...svg.querySelectorAll(which)];
const number = element => Number(element.id.match(/task(\\d+)-text$/)?.[1] ?? 0);
const look = svg => ({
  kind: svg.querySelector("svg").getAttribute("aria-roledescription"),
  title: text(svg.querySelector("svg > title") ?? svg.ownerDocument.createElement("p")),
  nodes: all(svg, "g.node").map(node => text(node.querySelector(".nodeLabel"))),
  lines: all(svg, "span.edgeLabel").map(text).filter(label => label),
  tasks: all(svg, "text[class*=taskText]").sort((a, b) => number(a) - number(b)).map(text),
  sections: all(svg, "text[class*=sectionTitle]").map(text),
  tags: [...new Set(all(svg, "*").map(element => element.tagName.toLowerCase()))].sort(),
  attributes: [...new Set(all(svg, "*").flatMap(element => element.getAttributeNames()))].sort(),
});
(async () => {
  mermaid.initialize({startOnLoad: false, securityLevel: "strict"});
  const told = [];
  for (const [number, source] of sources.entries()) {
    const place = document.createElement("div");
    document.body.append(place);
    try {
      place.innerHTML = (await mermaid.render(`drawing${number}`, source)).svg;
      told.push(look(place));
    } catch (wrong) {
      told.push({wrong: String(wrong)});
    }
    place.remove();
  }
  give(told);
})();
"""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a reader sees of one diagram, and the elements and attributes it is made of."""

    kind: str
    title: str
    nodes: tuple[str, ...]
    lines: tuple[str, ...]
    tasks: tuple[str, ...]
    sections: tuple[str, ...]
    tags: frozenset[str]
    attributes: frozenset[str]


def browser() -> str:
    """Find Chromium, or skip the test."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        missing("Chromium is not here; `make browser` fetches it")
    return found


def wanted() -> str:
    """Give the version of Mermaid that the tests ask for."""
    (version,) = re.findall(r"^mermaid=(\S+)$", (ROOT / "tools" / "browser").read_text("utf-8"), re.MULTILINE)
    return str(version)


def drawn(sources: Sequence[str]) -> list[Drawing]:
    """Draw diagrams, or skip the test; one that Mermaid can't draw fails it."""
    package = MERMAID / "package.json"
    if not package.is_file() or json.loads(package.read_text("utf-8"))["version"] != wanted():
        missing(f"Mermaid {wanted()} is not here; `make browser` fetches it")
    script = f'<script src="{(MERMAID / "dist" / "mermaid.min.js").as_uri()}"></script>'
    told = shown(_PAGE % (script, _DRAW % safe(sources)))
    wrong = [
        f"{each['wrong']}\n{source}" for each, source in zip(told, sources, strict=True) if "wrong" in each
    ]
    assert not wrong, "\n\n".join(wrong)
    return [_drawing(each) for each in told]


def told_by(script: str) -> Any:
    """Run a script that calls ``give`` in the browser, and give what it told."""
    return shown(_PAGE % ("", script))


def shown(page: str) -> Any:
    """Open a page in the browser, without a network, and give what it told."""
    chromium = browser()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder, "page.html")
        path.write_text(page, "utf-8")
        command = (chromium, *_FLAGS, f"--user-data-dir={folder}/profile", path.as_uri())
        done = subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=HANGS_AFTER
        )
    found = re.search(r'<pre id="told">(.*?)</pre>', done.stdout, re.DOTALL)
    assert found, done.stderr[-2000:]
    return json.loads(html.unescape(found[1]))


def safe(data: object) -> str:
    """Write data for a script on a page, whose end no text may mark."""
    return json.dumps(data).replace("<", "\\u003c")


def _drawing(told: dict[str, Any]) -> Drawing:
    return Drawing(
        kind=told["kind"],
        title=told["title"],
        nodes=tuple(told["nodes"]),
        lines=tuple(told["lines"]),
        tasks=tuple(told["tasks"]),
        sections=tuple(told["sections"]),
        tags=frozenset(told["tags"]),
        attributes=frozenset(told["attributes"]),
    )


def missing(reason: str) -> NoReturn:
    if os.environ.get("REGIE_BROWSER") == "required":
        pytest.fail(reason)
    pytest.skip(reason)
