"""Put the files of a pack where they belong, or compare them with what is there.

The folder is changed as a whole: all is written into a new one beside it, and the two are exchanged in one step. So
each moment has the old pack or the new one, whatever ends the process; one writer at a time is let in. What is not
ours stays: the new folder holds the same files (hard links), and what was saved while it was made is brought over.

Decided 2026-11-30: where a system cannot exchange folders (Windows, a folder that is mounted), each file is replaced
where it stands. Then only a kill between two of them leaves a mixture, which the next `generate` mends.
"""

from __future__ import annotations

import ast
import contextlib
import difflib
import os
import shutil
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from presend_codegen.emitting.exchange import exchange
from presend_codegen.emitting.put_off import SIGNALLED, put_off
from presend_codegen.schemas.vocabulary import NOTE, OWN_NOTE
from presend_codegen.source.load import SpecError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

MODELS = "models"  # a module, or a package of modules beside which a person's own may stand
GENERATED = (f"{MODELS}.py", f"{MODELS}/__init__.py", f"{MODELS}/__init__.pyi", "schemas.json", "operations.json")
MARK = "operations.json"  # by which a folder is known to be a pack
NOTED = ("__init__.py", "schemas.json")  # the same, where that file was lost
NOTES = (NOTE.encode(), OWN_NOTE.encode())  # what generated files say of themselves
NOTE_WITHIN = 4096  # bytes from their start
CACHE = "__pycache__"
PATIENCE, INTERVAL = 20.0, 0.01  # seconds to wait for another writer, who needs two at most, and between two looks


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Make `folder` hold the files; what a person added to the pack, such as its rules, stays.

    Raises:
        SpecError: The folder holds something else than a pack, or another process goes on writing it.
        OSError: It cannot be written.
    """
    folder = folder.resolve()
    if folder.exists() and not folder.is_dir():
        raise SpecError(f"{folder.name}: expected a folder")
    if folder.is_dir() and any(folder.iterdir()) and not _is_pack(folder):
        raise SpecError(f"{folder.name}: expected a pack, an empty folder or none, and it holds other files")
    for name, text in files.items():
        if name.endswith(".py"):
            ast.parse(text, name)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _alone(folder):
        fresh = _beside(folder)
        shutil.rmtree(fresh, ignore_errors=True)  # of a writer that was killed
        try:
            _fill(fresh, folder, files)
            _put(fresh, folder, files)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Remove what a writer that was killed left beside a pack."""
    folder = folder.resolve()
    if _beside(folder).exists():
        with _alone(folder):
            shutil.rmtree(_beside(folder), ignore_errors=True)


def _beside(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.presend-new")


def _is_pack(folder: Path) -> bool:
    """Say whether a folder is a pack, even if some of its files were lost."""
    return (folder / MARK).is_file() or any(_is_noted(folder / name) for name in NOTED)


def _is_noted(path: Path) -> bool:
    with contextlib.suppress(OSError), path.open("rb") as file:
        head = file.read(NOTE_WITHIN)
        return any(note in head for note in NOTES)
    return False


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Be the only one that writes a folder, and not to be ended while doing so.

    The file that says so is there only meanwhile.
    """
    path = folder.with_name(f".{folder.name}.presend-lock")
    lock = FileLock(path, timeout=PATIENCE)
    with put_off() as told:
        try:
            with lock.acquire(poll_interval=INTERVAL, cancel_check=lambda: bool(told)):
                try:
                    yield
                finally:
                    with contextlib.suppress(OSError):  # Windows removes no open file; filelock does once it is closed
                        path.unlink()  # who waits for it notices, and makes another one
        except Timeout:
            if not told:
                text = f"{folder.name}: another process is writing this pack. Try again when it is done"
                raise SpecError(text) from None
    if told:
        raise SystemExit(SIGNALLED + told[0])


def _fill(fresh: Path, folder: Path, files: Mapping[str, str]) -> None:
    if folder.is_dir():
        shutil.copytree(folder, fresh, symlinks=True, ignore=_replaced(folder, files), copy_function=_link)
        with contextlib.suppress(OSError):  # where a person's own files stand in it
            (fresh / MODELS).rmdir()
    for name, text in files.items():
        path = fresh / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _replaced(folder: Path, files: Mapping[str, str]) -> Callable[[str, list[str]], set[str]]:
    def replaced(place: str, names: list[str]) -> set[str]:
        return {name for name in names if name == CACHE or _is_ours(Path(place, name), folder, files)}

    return replaced


def _is_ours(path: Path, folder: Path, files: Mapping[str, str]) -> bool:
    """Say whether a file in the folder of a pack is one that `generate` writes, or once wrote."""
    name = path.relative_to(folder).as_posix()
    return name in files or name in GENERATED or (path.parent == folder / MODELS and _is_noted(path))


def _link(source: str, target: str) -> None:
    """Give a file a second name; where that cannot be done, copy it. One that is gone by now was temporary."""
    with contextlib.suppress(FileNotFoundError):
        try:
            os.link(source, target, follow_symlinks=False)
        except FileNotFoundError:
            raise
        except (OSError, NotImplementedError):
            shutil.copy2(source, target, follow_symlinks=False)


def _put(fresh: Path, folder: Path, files: Mapping[str, str]) -> None:
    """Put a new folder in the place of the old one, which is then in the place of the new one."""
    if not folder.exists():
        fresh.rename(folder)
    elif exchange(fresh, folder):
        _bring(fresh, folder, files)
    else:
        _replace_each(fresh, folder, files)


def _bring(old: Path, folder: Path, files: Mapping[str, str]) -> None:
    """Bring over what somebody saved in the old folder while the new one was made."""
    for place, _, names in os.walk(old):
        for path in (Path(place, name) for name in names if Path(place).name != CACHE):
            target = folder / path.relative_to(old)
            if not _is_ours(path, old, files) and _is_newer(path, target):
                target.parent.mkdir(parents=True, exist_ok=True)
                path.replace(target)


def _is_newer(path: Path, than: Path) -> bool:
    try:
        there = than.lstat()
    except FileNotFoundError:  # asked once: between two questions a person may rename it
        return True
    return path.lstat().st_mtime_ns > there.st_mtime_ns


def _replace_each(fresh: Path, folder: Path, files: Mapping[str, str]) -> None:
    """Replace what is ours file by file, and remove what is no longer generated."""
    stale = _written(folder) - files.keys()
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (fresh / name).replace(folder / name)
    for name in stale:
        (folder / name).unlink()
    with contextlib.suppress(OSError):  # the same as where folders are exchanged
        (folder / MODELS).rmdir()


def _written(folder: Path) -> set[str]:
    """Return the names of the generated modules that stand in a folder."""
    held: list[str] = []
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        held = [f"{MODELS}/{name}" for name in os.listdir(folder / MODELS)]  # noqa: PTH208 - names, at one moment
    modules = {name for name in held if fnmatch(name, "*.py*") and _is_noted(folder / name)}
    return modules | {name for name in (f"{MODELS}.py",) if (folder / name).exists()}


def differences(folder: Path, files: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of a unified diff from what stands in the folder to what would be written."""
    for name in sorted(files.keys() | _written(folder)):
        path, text = folder / name, ""
        with contextlib.suppress(FileNotFoundError):  # it may be going while another process writes the pack
            text = path.read_text("utf-8", errors="replace")
        is_there = bool(text) or path.exists()
        old, new = text.splitlines(), files.get(name, "").splitlines()
        if old != new or is_there != (name in files):
            yield from difflib.unified_diff(old, new, f"{path} (written)", f"{path} (generated)", lineterm="")
            if not (old or new):
                yield f"--- {path}: {'is no longer generated' if is_there else 'is missing'}"
