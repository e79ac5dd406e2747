"""What a CI service calls a file: its path from the root of the repository."""

from __future__ import annotations

import os
from pathlib import Path

from presend.problems import printable

WORKSPACE = "GITHUB_WORKSPACE"  # the variable in which GitHub's runner says where the repository is


def root_of_checkout() -> Path:
    """Return where the repository is checked out: as the CI service says, else by its `.git`, else here."""
    if workspace := os.environ.get(WORKSPACE):
        return Path(workspace).resolve()
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)


def path_in_checkout(file: str, root: Path) -> str | None:
    """Return the path of an input from `root`, with slashes; the whole path where it is elsewhere.

    `None` for what is no file: `<stdin>` and `<form>`.

    >>> path_in_checkout("/repository/payloads/run.json", Path("/repository"))
    'payloads/run.json'
    """
    if file.startswith("<"):
        return None
    path = Path(os.path.abspath(file))  # noqa: PTH100 - a link stays what it is called
    shown = path.relative_to(root) if path.is_relative_to(root) else path
    return printable(shown.as_posix())
