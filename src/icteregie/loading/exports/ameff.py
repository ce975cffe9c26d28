"""An export as AMEFF, the exchange format of ArchiMate 3: packages, and the components that they fill."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from icteregie.diagnostics.ceilings import EXPORT_ELEMENTS, LINE_LENGTH
from icteregie.loading.exports import xml_file
from icteregie.loading.exports.columns import clean, is_cleaned
from icteregie.loading.exports.types import ExportError, UsageRow

NAMESPACE = "http://www.opengroup.org/xsd/archimate/3.0/"
"""That of ArchiMate 3.0, 3.1 and 3.2, https://www.opengroup.org/open-group-archimate-model-exchange-file-format."""
_TYPE = "http://www.w3.org/2001/XMLSchema-instance type"
_LANGUAGE = "http://www.w3.org/XML/1998/namespace lang"
_KIND, _ID = "SWC type", "Object ID"
_PROPERTIES = {
    "usage": "Gebruik status",
    "supplier": "Leverancier",
    "version": "Versie",
    "support": "Pakketversie Status",
}
_PACKAGE = "pakket"
"""How the kind of a package, or of a version of one, begins."""


@dataclass(slots=True)
class _Element:
    """An application component: the line on which it begins, its name, and its properties by definition."""

    line: int
    name: str = ""
    language: str = ""
    properties: dict[str, str] = field(default_factory=dict)


class _Model:
    """Takes components, their specializations and the names of properties out of a model."""

    def __init__(self) -> None:
        self.line = 1
        self.name = ""
        self.components: dict[str, _Element] = {}
        self.targets: dict[str, list[str]] = {}
        self.definitions: dict[str, str] = {}
        self._path: list[str] = []
        self._texts: list[str] = []
        self._component: _Element | None = None
        self._language = self._definition = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        namespace, _, local = name.rpartition(" ")
        if not self._path and (namespace, local) != (NAMESPACE, "model"):
            raise ExportError("xml-namespace", written=name, wanted=NAMESPACE)
        self._path.append(local if namespace == NAMESPACE else "")
        self._texts = []
        self._language = attributes.get(_LANGUAGE, "")
        match self._path[1:]:
            case ["elements", "element"]:
                self._component = None
                if attributes.get(_TYPE) == "ApplicationComponent":
                    self._component = _Element(self.line)
                    self.components[attributes.get("identifier", "")] = self._component
            case ["relationships", "relationship"]:
                if attributes.get(_TYPE) == "Specialization":
                    source, target = attributes.get("source", ""), attributes.get("target", "")
                    self.targets.setdefault(source, []).append(target)
            case ["propertyDefinitions", "propertyDefinition"]:
                self._definition = attributes.get("identifier", "")
            case [*_, "property"]:
                self._definition = attributes.get("propertyDefinitionRef", "")

    def end(self, name: str) -> None:
        """Take the end of an element."""
        del name
        text = "".join(self._texts).strip()
        self._texts = []
        match self._path[1:]:
            case ["name"]:
                self.name = self.name or text
            case ["elements", "element", "name"] if self._component:
                if not self._component.name or (self._language, self._component.language) == ("nl", ""):
                    self._component.name, self._component.language = text, self._language
            case ["elements", "element", "properties", "property", "value"] if self._component:
                self._component.properties.setdefault(self._definition, text)
            case ["propertyDefinitions", "propertyDefinition", "name"]:
                self.definitions.setdefault(self._definition, text)
        self._path.pop()

    def text(self, text: str) -> None:
        """Take a part of the text of an element, where it can be of use."""
        if self._path[-1] in ("name", "value"):
            self._texts.append(text)


def rows_of(file: BinaryIO) -> tuple[tuple[UsageRow, ...], str]:
    """Read the packages of a model, and its name; the municipality is not in it.

    Raises ExportError for another format, and for hostile XML.
    """
    model = _Model()
    for _ in xml_file.read(file, model, EXPORT_ELEMENTS):
        pass
    names = model.definitions
    named = {
        identifier: {names.get(ref, ref): value for ref, value in element.properties.items()}
        for identifier, element in model.components.items()
    }
    return tuple(_rows(model, named)), clean(model.name)[:LINE_LENGTH]


def _rows(model: _Model, named: Mapping[str, Mapping[str, str]]) -> Iterator[UsageRow]:
    for identifier, element in model.components.items():
        properties = named[identifier]
        if not properties.get(_KIND, "").casefold().startswith(_PACKAGE):
            continue
        targets = (named.get(target, {}).get(_ID) or target for target in model.targets.get(identifier, ()))
        written = {
            "product": element.name,
            "version_id": properties.get(_ID, "") or _uuid(identifier),
            **{key: properties.get(name, "") for key, name in _PROPERTIES.items()},
        }
        texts = {key: _text(text, key, element.line) for key, text in written.items()}
        row = UsageRow(line=element.line, components=tuple(_uuid(target) for target in targets))
        has_unseen = any(is_cleaned(text) for text in written.values())
        yield replace(row, is_cleaned=has_unseen, **texts)  # type: ignore[arg-type]


def _text(written: str, key: str, line: int) -> str:
    if len(written) > LINE_LENGTH:
        heading = _PROPERTIES.get(key, "name" if key == "product" else _ID)
        raise ExportError("too-long", line=line, heading=heading, most=LINE_LENGTH)
    return clean(written)


def _uuid(identifier: str) -> str:
    """Give the UUID in an identifier, in small letters."""
    return clean(identifier).lower().removeprefix("id-")
