# ruff: noqa: INP001 - a script, no package
"""Make ``.venv`` from ``uv.lock``, or leave it where it still agrees: ``tools/environment [GROUP]…``.

It runs before anything is installed, so it uses the standard library only. Groups are those of
``pyproject.toml``; without any, the environment holds what ``regie`` itself needs.
docs/installing.md tells which machines this was tried on.
"""

import fcntl
import hashlib
import io
import json
import os
import platform
import subprocess
import sys
import tomllib
import urllib.request
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
READY = VENV / "ready"
PYTHON = VENV / "bin" / "python"
LOCK = ROOT / "uv.lock"

# What a user has set for other projects must not decide what is installed here, or where. How a
# network is reached, and where downloads are kept, is the machine's.
KEPT = {
    "PIP_": (
        *("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS", "PIP_TRUSTED_HOST", "PIP_CONFIG_FILE"),
        *("PIP_CERT", "PIP_CLIENT_CERT", "PIP_PROXY", "PIP_DEFAULT_TIMEOUT", "PIP_TIMEOUT", "PIP_RETRIES"),
        *("PIP_CACHE_DIR", "PIP_NO_CACHE_DIR", "PIP_KEYRING_PROVIDER"),
    ),
    "UV_": (
        *("UV_INDEX", "UV_DEFAULT_INDEX", "UV_FIND_LINKS", "UV_INSECURE_HOST", "UV_KEYRING_PROVIDER"),
        *("UV_SYSTEM_CERTS", "UV_NATIVE_TLS", "UV_HTTP_", "UV_OFFLINE", "UV_CONCURRENT_"),
        *("UV_CACHE_DIR", "UV_NO_CACHE", "UV_LINK_MODE"),
    ),
}
FOREIGN = ("VIRTUAL_ENV", "CONDA_PREFIX", "PYTHONHOME", "PYTHONPATH", "PYTHONUSERBASE")
VENV_PACKAGE = "on Debian and Ubuntu, install python3-venv"


class FailureError(Exception):
    """The environment can't be made; says why and what to do."""


def main(groups: list[str]) -> int:
    """Give an exit code; whatever goes wrong is told in words."""
    try:
        with one_at_a_time():
            renew(set(groups))
    except subprocess.CalledProcessError as error:
        return failed(f"{Path(error.cmd[0]).name} failed")
    except (FailureError, OSError) as error:
        return failed(str(error))
    return 0


def failed(reason: str) -> int:
    """Say why there is no environment, and where to read on."""
    sys.stderr.write(f"The environment in .venv could not be made: {reason}.\n")
    sys.stderr.write("docs/installing.md says what each kind of machine needs.\n")
    return 1


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Have ``make -j`` and a second terminal wait for the first."""
    with Path(__file__).open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def renew(groups: set[str]) -> None:
    """Bring the environment in agreement with the lock file, this Python and this folder."""
    last = stamp()
    mine = {"root": str(ROOT), "python": [sys.base_prefix, platform.python_version_tuple()[1]]}
    fresh = not PYTHON.exists() or any(last.get(key) != value for key, value in mine.items())
    installed = sorted(groups if fresh else groups.union(last["groups"]))
    lock = hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    wanted = {**mine, "lock": lock, "groups": installed}
    if last == wanted and not fresh:
        return
    READY.unlink(missing_ok=True)
    env = environment(os.environ)
    if fresh:
        make_venv(env)
    install(installed, env)
    READY.write_text(json.dumps(wanted), "utf-8")


def stamp() -> dict[str, Any]:
    """Read what the environment was made for; nothing where that can't be told."""
    try:
        made = json.loads(READY.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return made if isinstance(made, dict) and {"root", "python", "lock", "groups"} <= made.keys() else {}


def environment(given: Mapping[str, str]) -> dict[str, str]:
    """Leave out of an environment what belongs to other projects."""
    env = {name: value for name, value in given.items() if name not in FOREIGN}
    for prefix, kept in KEPT.items():
        env = {n: v for n, v in env.items() if not n.startswith(prefix) or n.startswith(kept)}
    env |= {"PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "UV_PYTHON_DOWNLOADS": "never"}
    env |= {"UV_PROJECT_ENVIRONMENT": str(VENV), "UV_PYTHON": str(PYTHON)}
    # Where a proxy signs TLS anew, its authority stands in the system's store only.
    if "UV_NATIVE_TLS" not in env and system_has_authorities(env):
        env.setdefault("UV_SYSTEM_CERTS", "1")
    if not {"UV_CACHE_DIR", "UV_NO_CACHE"} & env.keys() and not cache_can_be_written(env):
        env["UV_NO_CACHE"] = "1"
    return env


def system_has_authorities(env: Mapping[str, str]) -> bool:
    """Tell whether the system trusts anybody: with an empty store uv stops, and its own list serves."""
    stores = (Path("/etc/ssl/certs"), Path("/etc/pki/tls/certs"))
    named = {"SSL_CERT_FILE", "SSL_CERT_DIR"} & env.keys()
    return sys.platform == "darwin" or bool(named) or any(s.is_dir() and any(s.iterdir()) for s in stores)


def cache_can_be_written(env: Mapping[str, str]) -> bool:
    """Tell whether uv can keep its downloads in the home folder, as it does by itself."""
    try:
        folder = Path(env.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "uv"
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return False
    return os.access(folder, os.W_OK)


def make_venv(env: Mapping[str, str]) -> None:
    """Make an empty environment; whatever was there was made elsewhere, or by another Python."""
    if VENV.exists():
        sys.stderr.write("Making .venv anew: it is of another folder, of another Python, or unfinished.\n")
    base = getattr(sys, "_base_executable", sys.executable)
    run([base, "-I", "-m", "venv", "--clear", "--without-pip", str(VENV)], env)


def install(groups: list[str], env: Mapping[str, str]) -> None:
    """Install what the lock file names."""
    words = ["sync", "--quiet", "--frozen", "--inexact", "--compile-bytecode", "--no-default-groups"]
    words += [word for group in groups for word in ("--group", group)]
    run([uv(env), *words, "--project", str(ROOT)], env)


def uv(env: Mapping[str, str]) -> str:
    """Give a uv: the one that ``UV`` names, the one that is here, or the one of the lock file."""
    own, bare = VENV / "bin" / "uv", VENV / "bootstrap" / "uv"
    if env.get("UV"):
        return env["UV"]
    if not own.exists() and not bare.exists():
        fetch_uv(bare, env)
    return str(own if own.exists() else bare)


def fetch_uv(target: Path, env: Mapping[str, str]) -> None:
    """Fetch uv by pip, or without it where Python comes without pip (Debian and Ubuntu)."""
    with LOCK.open("rb") as file:
        (locked,) = (each for each in tomllib.load(file)["package"] if each["name"] == "uv")
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian and Ubuntu have it in python3-venv
    except ImportError:
        unpack_uv(download(wheel(locked)), target)
    else:
        run([str(PYTHON), "-I", "-m", "ensurepip"], env, quiet=True)
        run([str(PYTHON), "-m", "pip", "install", "--quiet", f"uv=={locked['version']}"], env)


def wheel(locked: dict[str, Any]) -> dict[str, str]:
    """Choose the wheel of uv for this machine: all of Linux without pip has glibc."""
    for each in locked["wheels"]:
        if "manylinux" in each["url"] and each["url"].endswith(f"_{platform.machine()}.whl"):
            return dict(each)
    reason = f"this Python has no pip, and uv has no wheel for {platform.platform()}; {VENV_PACKAGE}"
    raise FailureError(reason)


def download(chosen: dict[str, str]) -> bytes:
    """Download a wheel, and see that it is the one that the lock file names."""
    try:
        with urllib.request.urlopen(chosen["url"], timeout=60) as answer:  # noqa: S310 - from our lock file
            content = bytes(answer.read())
    except OSError as error:
        reason = f"this Python has no pip, and uv can't be fetched: {error}; {VENV_PACKAGE}"
        raise FailureError(reason) from error
    if f"sha256:{hashlib.sha256(content).hexdigest()}" != chosen["hash"]:
        reason = f"{chosen['url']} isn't what uv.lock says"
        raise FailureError(reason)
    return content


def unpack_uv(content: bytes, target: Path) -> None:
    """Take the program out of its wheel."""
    target.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        (name,) = (each for each in archive.namelist() if each.endswith(".data/scripts/uv"))
        target.write_bytes(archive.read(name))
    target.chmod(0o755)


def run(words: list[str], env: Mapping[str, str], *, quiet: bool = False) -> None:
    """Run a program to its end; it tells by itself what went wrong."""
    stdout = subprocess.DEVNULL if quiet else None
    subprocess.run(words, env=env, cwd=ROOT, check=True, stdout=stdout)  # noqa: S603 - words of our own


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
