"""What is known of the configuration before any of it is read; help loads nothing else of the file format."""

from typing import Literal, TypeAlias

PARTNERSHIP_FILE = "regie.yaml"

Language: TypeAlias = Literal["nl", "en"]
