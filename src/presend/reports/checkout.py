"""Paths of files relative to the root of the repository, as CI services use them."""

from __future__ import annotations

import os
from pathlib import Path

from presend.problems import printable

WORKSPACE = "GITHUB_WORKSPACE"  # variable of GitHub's runner with the path of the repository


def root_of_checkout() -> Path:
    """Return the root of the repository: from the CI service, else the folder with `.git`, else the working folder."""
    if workspace := os.environ.get(WORKSPACE):
        return Path(workspace).resolve()
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)


def path_in_checkout(file: str, root: Path) -> str | None:
    """Return the path of an input relative to `root`, with slashes, or the whole path if the input is elsewhere.

    `None` for inputs that are not files: `<stdin>` and `<form>`.

    >>> path_in_checkout("/repository/payloads/run.json", Path("/repository"))
    'payloads/run.json'
    """
    if file.startswith("<"):
        return None
    path = Path(os.path.abspath(file))  # noqa: PTH100 - a link stays what it is called
    shown = path.relative_to(root) if path.is_relative_to(root) else path
    return printable(shown.as_posix())
