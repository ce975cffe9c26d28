"""The colours of a partnership's own: a file that sets properties, and nothing but colours.

Each pair of colours that stand on each other must have contrast enough in both schemes (WCAG 2.2, 1.4.3 for
text and 1.4.11 for other things).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import floor
from typing import Literal, TypeAlias

from icteregie.diagnostics.types import Value
from icteregie.render import templates

Scheme: TypeAlias = Literal["light", "dark"]

ALIASES = {
    "utrecht-document-color": "ink",
    "utrecht-document-background-color": "bg",
    "utrecht-link-color": "link",
    "utrecht-focus-outline-color": "focus",
}
"""Names of the NL Design System for the properties of ours."""
PAIRS: tuple[tuple[str, str, float], ...] = (
    *(("ink", "bg", 4.5), ("ink", "surface", 4.5), ("ink", "mark", 4.5)),
    *(("ink-2", "bg", 4.5), ("ink-2", "surface", 4.5), ("ink-2", "mark", 4.5)),
    *(("link", "bg", 4.5), ("link", "mark", 4.5), ("attention", "bg", 4.5)),
    *(("focus", "bg", 3), ("edge", "bg", 3), ("data-1", "bg", 3), ("data-2", "bg", 3)),
)
"""Which colour stands on which, and the least contrast between them."""
_DECLARATION = re.compile(r"--([a-z][a-z0-9-]*)\s*:\s*([^;{}]*?)\s*;")
_COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_BLOCK = re.compile(r":root\s*\{|@media\s*\(\s*prefers-color-scheme\s*:\s*dark\s*\)\s*\{|\}")
_SPACE = re.compile(r"\s*")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ThemeProblem:
    """What keeps a theme from being used: the name of its sentence, and its values."""

    name: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by name, for the light scheme and for the dark one."""

    light: Mapping[str, str]
    dark: Mapping[str, str]

    @property
    def style(self) -> str:
        """The rules that set them; print stays as it is."""
        light = "".join(f"--{name}:{colour};" for name, colour in self.light.items())
        dark = "".join(f"--{name}:{colour};" for name, colour in self.dark.items())
        return (
            f"@media screen and (prefers-color-scheme:light){{:root{{{light}}}}}\n"
            f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
        )


def read_theme(text: str) -> Theme | ThemeProblem:
    """Read a theme: ``--name: #colour;`` in ``:root {}``, and again within a media rule for dark."""
    known = built_in()
    own: dict[str, dict[str, str]] = {"light": {}, "dark": {}}
    text = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    place, depth, scheme = 0, 0, "light"
    while (place := _SPACE.match(text, place).end()) < len(text):  # type: ignore[union-attr]
        line = text.count("\n", 0, place) + 1
        if block := _BLOCK.match(text, place):
            depth += -1 if block[0] == "}" else 1
            scheme = "light" if depth < 1 else "dark" if block[0].startswith("@") else scheme
            place = block.end()
            continue
        declared = _DECLARATION.match(text, place)
        if declared is None or depth < 1:
            return ThemeProblem("theme-line", {"line": line})
        name = ALIASES.get(declared[1], declared[1])
        if name not in known.light:
            return ThemeProblem("theme-name", {"line": line, "name": f"--{declared[1]}"})
        if not _COLOUR.fullmatch(declared[2]):
            return ThemeProblem("theme-colour", {"line": line, "name": f"--{declared[1]}"})
        own[scheme][name] = declared[2].lower()
        place = declared.end()
    theme = Theme(own["light"], own["dark"])
    return next(_weak_pairs(known, theme), theme)


def built_in() -> Theme:
    """Read the colours of the page's own style."""
    light, dark = re.findall(r":root\{(?:color-scheme:light dark;)?(--bg[^}]*)\}", _style())[:2]
    return Theme(_colours(light), _colours(dark))


def _style() -> str:
    return templates.text("site/style.css")


def _colours(declarations: str) -> Mapping[str, str]:
    return {
        name: colour
        for each in declarations.split(";")
        for name, _, colour in [each.removeprefix("--").partition(":")]
    }


def _weak_pairs(known: Theme, own: Theme) -> Iterator[ThemeProblem]:
    """Give each pair of colours whose contrast is too little, in the scheme where that is so."""
    schemes: tuple[tuple[Scheme, Mapping[str, str]], ...] = (
        ("light", {**known.light, **own.light}),
        ("dark", {**known.dark, **own.dark}),
    )
    for scheme, colours in schemes:
        for first, second, least in PAIRS:
            if (ratio := contrast(colours[first], colours[second])) < least:
                values: dict[str, Value] = {
                    "first": f"--{first}",
                    "second": f"--{second}",
                    "scheme": scheme,
                    "contrast": f"{floor(ratio * 10) / 10:.1f}",  # never rounded up to what it must be
                    "least": f"{least:g}",
                }
                yield ThemeProblem("theme-contrast", values)


def contrast(first: str, second: str) -> float:
    """Give the contrast of two colours, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
