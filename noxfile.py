"""The locks, and the tests with other versions: of Python, and of what presend depends on.

`make lock`, `make test-lowest`, `make test-newest` and `make test-pythons` run these; CONTRIBUTING.md tells when.
"""

from __future__ import annotations

import sys
from pathlib import Path

import nox

nox.options.sessions = ["lowest", "newest", "pythons"]
nox.options.default_venv_backend = "venv"

UV = Path(sys.executable).with_name("uv")  # it stands beside nox
PYPROJECT = nox.project.load_toml("pyproject.toml")
OLDEST = "3.11"  # pyproject.toml's requires-python
PYTHONS = (OLDEST, "3.12", "3.13", "3.14")
DEVELOPERS = ("codegen", "httpx", "httpx2", "hypothesis")  # the extras that the tests need
LOCKS = {  # the file in requirements/ → what it locks: a group, the extras beside it, other options
    "dev": ("dev", DEVELOPERS, ()),
    "lowest": ("dev", DEVELOPERS, ("--resolution", "lowest-direct")),
    "ray": ("ray", ("hypothesis", "ray"), ()),
    "bench": ("bench", ("codegen",), ()),
    "fuzz": ("fuzz", (), ("--constraints", "requirements/dev.txt")),  # this and the next are put beside dev
    "mutants": ("mutants", (), ("--constraints", "requirements/dev.txt")),
    "versions": ("versions", (), ("--constraints", "requirements/dev.txt")),
}


@nox.session(python=False)
def lock(session: nox.Session) -> None:
    """Write requirements/ anew: the newest versions there are, for every Python and system."""
    for name, (group, extras, options) in LOCKS.items():
        project = ["pyproject.toml", *(f"--extra={extra}" for extra in extras)] if extras else []
        session.run(
            *(str(UV), "pip", "compile", "--quiet", "--universal", "--upgrade", "--no-emit-index-url"),
            *("--python-version", OLDEST, "--custom-compile-command", "make lock"),
            *(*project, f"--group={group}", *options, "--output-file", f"requirements/{name}.txt"),
        )


def _test(session: nox.Session) -> None:
    """Run the tests; what stands after `--` goes to pytest."""
    session.run("python", "-m", "pytest", "--numprocesses", "auto", *session.posargs)


def _install_locked(session: nox.Session, name: str) -> None:
    """Install what a lock names, and presend from this folder, built with the lock's own tools."""
    session.install("--requirement", f"requirements/{name}.txt")
    session.install("--no-deps", "--no-build-isolation", "--editable", ".")


@nox.session(python=OLDEST)
def lowest(session: nox.Session) -> None:
    """Test with the lowest versions that pyproject.toml allows."""
    _install_locked(session, "lowest")
    _test(session)


@nox.session(python=OLDEST)
def newest(session: nox.Session) -> None:
    """Test with the newest versions there are, whatever the locks say."""
    session.install(
        *("--upgrade", "--upgrade-strategy", "eager", "--editable", f".[{','.join(DEVELOPERS)}]"),
        *nox.project.dependency_groups(PYPROJECT, "dev"),
    )
    _test(session)


@nox.session(python=PYTHONS)
def pythons(session: nox.Session) -> None:
    """Test with each Python that presend supports, and the locked versions."""
    _install_locked(session, "dev")
    _test(session)
