"""Without a browser its tests say why they are skipped; where one must be there, they fail."""

import pytest

from tests import chromium, drawing


def without_a_browser(patch: pytest.MonkeyPatch) -> None:
    patch.setenv("PATH", "")
    patch.setattr(chromium, "AXE", drawing.MERMAID / "missing")


@pytest.mark.parametrize(
    ("wanted", "reason"), [(drawing.browser, "Chromium is not here"), (chromium.axe, "axe-core is not here")]
)
def test_what_is_missing_is_said(monkeypatch: pytest.MonkeyPatch, wanted: object, reason: str) -> None:
    without_a_browser(monkeypatch)
    monkeypatch.delenv("REGIE_BROWSER", raising=False)
    assert callable(wanted)
    with pytest.raises(pytest.skip.Exception, match=f"{reason}; `make browser` fetches it"):
        wanted()


@pytest.mark.parametrize("wanted", [drawing.browser, chromium.axe])
def test_where_it_must_be_there_nothing_is_skipped(monkeypatch: pytest.MonkeyPatch, wanted: object) -> None:
    without_a_browser(monkeypatch)
    monkeypatch.setenv("REGIE_BROWSER", "required")
    assert callable(wanted)
    with pytest.raises(pytest.fail.Exception, match="is not here"):
        wanted()
