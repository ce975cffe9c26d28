"""Drives Chromium through a pipe, by the protocol of its developer tools: no package, no port, no network."""

import base64
import fcntl
import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.desk import ROOT
from tests.drawing import browser, missing

AXE = ROOT / ".cache" / "axe" / "axe.min.js"
_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--hide-scrollbars", "--host-resolver-rules=MAP * ~NOTFOUND", "--remote-debugging-pipe"),
)
_WATCH = """
window.__violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.__violations.push(`${event.violatedDirective} ${event.blockedURI}`));
"""


class Tab:
    """One page: what it asked for, what its console said, and what its policy refused."""

    def __init__(self, browser: "Chromium", session: str) -> None:
        self._browser = browser
        self._session = session
        self.requests: list[str] = []
        self.console: list[str] = []
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.send(f"{domain}.enable")
        self.send("Page.addScriptToEvaluateOnNewDocument", source=_WATCH)

    def send(self, method: str, **parameters: Any) -> Any:
        return self._browser.call(method, parameters, self._session)

    def open(
        self, path: Path, *, width: int = 1280, height: int = 900, dark: bool = False, script: bool = True
    ) -> None:
        """Open a file at a size, and wait until it is loaded."""
        self.size(width, height)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.send("Emulation.setEmulatedMedia", features=[scheme])
        self.send("Emulation.setScriptExecutionDisabled", value=not script)
        self._browser.loaded = False
        self.send("Page.navigate", url=path.as_uri())
        self._browser.wait_for_load()

    def size(self, width: int, height: int = 900) -> None:
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=False,
        )  # fmt: skip

    def value(self, expression: str) -> Any:
        """Give what an expression is on the page; a promise is awaited."""
        told = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    @property
    def violations(self) -> list[str]:
        violations: list[str] = self.value("window.__violations")
        return violations

    def press(self, key: str) -> None:
        """Press and release one key, such as ``Tab``."""
        codes = {"Tab": 9, "Enter": 13, "End": 35, "Home": 36, "ArrowUp": 38, "ArrowDown": 40}
        texts = {"Enter": "\r"}
        for kind in ("keyDown" if key in texts else "rawKeyDown", "keyUp"):
            more = {"text": texts[key]} if kind == "keyDown" else {}
            self.send(
                "Input.dispatchKeyEvent",
                type=kind, key=key, code=key, windowsVirtualKeyCode=codes[key], **more,
            )  # fmt: skip

    def pdf(self) -> bytes:
        told = self.send("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return base64.b64decode(told["data"])


class Chromium:
    """A browser that is running, and what it said that nobody has read."""

    def __init__(self, read: int, write: int) -> None:
        self._read = os.fdopen(read, "rb")
        self._write = os.fdopen(write, "wb")
        self._number = 0
        self._unread = b""
        self.loaded = False
        self._tab: Tab | None = None

    def call(self, method: str, parameters: dict[str, Any], session: str = "") -> Any:
        self._number += 1
        number = self._number
        message = {"id": number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        self._write.write(json.dumps(message).encode() + b"\0")
        self._write.flush()
        while True:
            told = self._next()
            if told.get("id") == number:
                assert "error" not in told, (method, told["error"])
                return told["result"]

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._unread:
            more = self._read.read1(1 << 20)
            assert more, "the browser has ended"
            self._unread += more
        text, _, self._unread = self._unread.partition(b"\0")
        told: dict[str, Any] = json.loads(text)
        self._note(told)
        return told

    def _note(self, told: dict[str, Any]) -> None:
        tab, what = self._tab, told.get("params", {})
        match told.get("method"):
            case "Page.loadEventFired":
                self.loaded = True
            case "Network.requestWillBeSent" if tab:
                tab.requests.append(what["request"]["url"])
            case "Runtime.consoleAPICalled" if tab:
                tab.console.append(str(what["args"]))
            case "Runtime.exceptionThrown" if tab:
                tab.console.append(str(what["exceptionDetails"]))
            case "Log.entryAdded" if tab:
                tab.console.append(what["entry"]["text"])

    def close(self) -> None:
        """Close both ends of the pipe, after which the browser ends by itself."""
        self._write.close()
        self._read.close()

    def wait_for_load(self) -> None:
        while not self.loaded:
            self._next()

    def tab(self) -> Tab:
        """Open a new tab; the one before is not heard any more."""
        target = self.call("Target.createTarget", {"url": "about:blank"})["targetId"]
        session = self.call("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        self._tab = Tab(self, session)
        return self._tab


def _pipe() -> tuple[int, int]:
    """Make a pipe whose ends have higher numbers than those that the browser takes."""
    low = os.pipe()
    high = tuple(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in low)
    for end in low:
        os.close(end)
    return high[0], high[1]


@contextmanager
def chromium() -> Iterator[Chromium]:
    """Start a browser without a network, or skip the test."""
    program = browser()
    to_browser, from_browser = _pipe(), _pipe()

    def place() -> None:
        os.dup2(to_browser[0], 3)
        os.dup2(from_browser[1], 4)

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        process = subprocess.Popen(
            (program, *_FLAGS, f"--user-data-dir={folder}/profile"),
            preexec_fn=place,  # noqa: PLW1509 - the pipe's two ends must be numbers 3 and 4
            close_fds=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_browser[0])
        os.close(from_browser[1])
        running = Chromium(from_browser[0], to_browser[1])
        try:
            yield running
        finally:
            running.close()
            process.terminate()
            process.wait(timeout=60)


def axe() -> str:
    """Give the source of axe-core, or skip the test."""
    if not AXE.is_file():
        missing("axe-core is not here; `make browser` fetches it")
    return AXE.read_text("utf-8")
