"""Folder and import name of a pack to generate, and its name for `--pack`."""

from __future__ import annotations

import keyword
import os
import sys
from importlib import util
from pathlib import Path

from presend.cli.console import import_packs_from, usage

SRC = "src"  # a folder that is not part of an import name


def folder_and_name(out: Path, name: str | None) -> tuple[Path, str]:
    """Return the folder of the pack and its import name: the last part of the folder, after the packages around it.

    Below a folder `src` all parts belong to the name.
    """
    parts = name.split(".") if name else [out.resolve().name]
    if not all(map(_is_importable, parts)):
        raise usage(f"Expected an import name, such as my_pack, got '{name or out.name}'. Give --name.")
    folder = out if not name or out.resolve().name == parts[-1] else out.joinpath(*parts)
    top = [folder.resolve(), *folder.resolve().parents][len(parts) - 1]
    to_src = _parts_below(folder.resolve(), _source(folder.resolve()))
    while (top.parent / "__init__.py").is_file() or len(parts) < len(to_src):  # a package inside another
        top = top.parent
        parts = [top.name, *parts]
    if owner := _owner(top, parts):
        text = f"'{'.'.join(parts)}' cannot be imported: 'import {parts[0]}' finds {owner}."
        raise usage(f"{text} Choose another name, with --out or --name.")
    return folder, ".".join(parts)


def _source(folder: Path) -> Path:
    """Return the folder `src` around a folder if it is below the working folder; otherwise the folder's parent."""
    inside = (place for place in folder.parents if place != Path.cwd() and place.is_relative_to(Path.cwd()))
    return next((place for place in inside if place.name == SRC), folder.parent)


def _is_importable(part: str) -> bool:
    return part.isidentifier() and part.isascii() and not keyword.iskeyword(part)


def _parts_below(folder: Path, root: Path) -> tuple[str, ...]:
    """Return the parts of a folder's import name below a root; empty if a part is not a valid name."""
    parts = folder.relative_to(root).parts if folder.is_relative_to(root) else ()
    return parts if all(map(_is_importable, parts)) else ()


def how_to_name(folder: Path, name: str) -> str:
    """Return the sentence on what to give as --pack in the working folder."""
    from presend.packs.packages import place_of  # `presend --help` need not wait for it

    def finds(name: str) -> bool:
        return bool(name) and Path(place_of(name) or "").resolve() == folder

    import_packs_from()
    sentence = f"Use it with --pack {name}"
    if finds(name):
        return f"{sentence}."
    root = os.path.relpath(folder.parents[name.count(".")])
    other = place_of(name)
    sentence += f", once its project is installed{' again' * bool(other)} or PYTHONPATH={root} is set"
    here = ".".join(_parts_below(folder, Path.cwd()))
    return f"{sentence}; from this folder also with --pack {here}." if finds(here) else f"{sentence}."


def _owner(top: Path, parts: list[str]) -> str:
    """Return a description of what already uses the import name of the folder `top`; empty if nothing does."""
    if parts[0] in sys.stdlib_module_names:
        return "a module of Python's standard library"
    found = util.find_spec(parts[0])
    if found is None or found.origin is None:  # None: folders without __init__.py, which a package precedes
        return ""
    if Path(found.origin).resolve().parent in (top, top.parent):  # itself, or a module that it precedes
        return ""
    if len(parts) > 1:  # the user's own package may be installed too
        return "" if (top / "__init__.py").is_file() else "an installed package"
    from presend.packs.packages import is_generated, place_of  # `presend --help` need not wait for it

    is_pack = place_of(parts[0]) or is_generated(Path(found.origin).parent)  # an older copy may lack its JSON
    return "" if is_pack else "an installed package that is not a pack"
