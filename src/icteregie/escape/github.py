"""Workflow commands of GitHub, such as ``::error file=a.yaml,line=3::message``.

The runner reads ``%25``, ``%0D`` and ``%0A`` back in a message, and ``%3A`` and ``%2C`` in a property too.
"""

from icteregie.escape.unseen import visible


def github_data(text: str) -> str:
    """Write the message of a command; its line feeds stay line feeds."""
    shown = "\n".join(visible(line) for line in text.split("\n"))
    return shown.replace("%", "%25").replace("\n", "%0A")


def github_property(text: str) -> str:
    """Write a property of a command, such as a file name."""
    return github_data(text).replace(":", "%3A").replace(",", "%2C")
