"""Put the files of a pack where they belong, or compare them with what is there.

The folder is changed as a whole: all is written into a new one beside it, which then takes its place. What fails on
the way leaves the old pack as it was.
"""

from __future__ import annotations

import ast
import difflib
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from presend_codegen.load import SpecError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

GENERATED = ("models", "models.py", "schemas.json", "operations.json")  # what a pack holds, and what is replaced
MARK = "operations.json"  # by which a folder is known to be a pack


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Make `folder` hold the files; what a person added to the pack, such as its rules, stays.

    Raises:
        SpecError: The folder holds something else than a pack.
        OSError: It cannot be written.
    """
    folder = folder.resolve()
    if folder.exists() and not folder.is_dir():
        raise SpecError(f"{folder.name}: expected a folder")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise SpecError(f"{folder.name}: expected a pack, an empty folder or none, and it holds other files")
    for name, text in files.items():
        if name.endswith(".py"):
            ast.parse(text, name)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as beside:
        fresh, old = Path(beside, "new"), Path(beside, "old")
        if folder.is_dir():
            shutil.copytree(folder, fresh, symlinks=True, ignore=_ignored(folder))
        for name, text in files.items():
            path = fresh / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        if folder.is_dir():
            folder.rename(old)
        try:
            fresh.rename(folder)
        except OSError:
            if old.exists():
                old.rename(folder)
            raise


def _ignored(folder: Path) -> Callable[[str, list[str]], set[str]]:
    def ignored(place: str, names: list[str]) -> set[str]:
        return {name for name in names if name == "__pycache__" or (Path(place) == folder and name in GENERATED)}

    return ignored


def differences(folder: Path, files: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of a unified diff from what stands in the folder to what would be written."""
    held = {path.relative_to(folder).as_posix() for path in (folder / "models").glob("*.py*")}
    if "models.py" not in files and (folder / "models.py").exists():
        held.add("models.py")
    for name in sorted(files.keys() | held):
        path = folder / name
        old = path.read_text("utf-8").splitlines() if path.exists() else []
        new = files.get(name, "").splitlines()
        if old != new or path.exists() != (name in files):
            yield from difflib.unified_diff(old, new, f"{path} (written)", f"{path} (generated)", lineterm="")
            if not (old or new):
                yield f"--- {path}: {'is no longer generated' if path.exists() else 'is missing'}"
