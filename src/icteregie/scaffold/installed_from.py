"""Where this regie was installed from, as pip takes it: what CI can install as well.

pip and uv write it down in ``direct_url.json`` (PEP 610), except for what came from an index.
"""

import json
import re
from importlib import metadata

_ADDRESS = re.compile(r"https://[A-Za-z0-9._~/:-]+")
"""An address that anyone can use: no name or password in it, and nothing that CI reads as more."""
_COMMIT = re.compile(r"[0-9a-f]{40,64}")


def installed_from() -> str:
    """Give what CI installs; "" when this regie came from a folder or address that CI can't reach."""
    try:
        distribution = metadata.distribution("icteregie")
    except metadata.PackageNotFoundError:
        return ""
    return requirement(distribution.read_text("direct_url.json"), distribution.version)


def requirement(direct_url: str | None, version: str) -> str:
    """Give the requirement for a recorded origin: an index when there is none, or a commit in git."""
    if direct_url is None:
        return f"icteregie=={version}"
    try:
        origin = json.loads(direct_url)
        address, commit = origin["url"], origin["vcs_info"]["commit_id"]
        is_git = origin["vcs_info"]["vcs"] == "git"
        usable = is_git and _ADDRESS.fullmatch(address) and _COMMIT.fullmatch(commit)
    except (ValueError, KeyError, TypeError):
        return ""
    return f"icteregie @ git+{address}@{commit}" if usable else ""
