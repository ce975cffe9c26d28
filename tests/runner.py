"""What GitHub's runner takes for commands in the log of a step."""

import re


class Runner:
    """GitHub's runner: which commands it would obey in what a step prints.

    After actions/runner, ActionCommand.cs: ``::`` after any space at the start of a line,
    ``##[`` anywhere in it; between stop tokens only the token itself.
    """

    def __init__(self, output: str) -> None:
        self.commands: list[tuple[str, dict[str, str], str]] = []
        self.stopped = ""
        for line in re.split(r"\r\n|\n|\r", output):
            self._read(line)

    def _read(self, line: str) -> None:
        if found := re.match(r"\s*::(.*?)::(.*)", line):
            name, _, properties = found[1].partition(" ")
            if self.stopped:
                self.stopped = "" if name == self.stopped else self.stopped
            elif name == "stop-commands":
                self.stopped = found[2]
            else:
                pairs = (part.partition("=") for part in properties.split(",") if part)
                told = {key: unescaped(value) for key, _, value in pairs}
                self.commands.append((name, told, unescaped(found[2])))
        elif (found := re.search(r"##\[(.*?)\](.*)", line)) and not self.stopped:
            self.commands.append((found[1], {}, found[2]))


def unescaped(text: str) -> str:
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text
