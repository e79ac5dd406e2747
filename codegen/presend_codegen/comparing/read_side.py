"""Read one side of a comparison: a spec file, an address, a pack, or a file in a git revision."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from presend.packs.find import find_pack
from presend_codegen.comparing.as_packed import made
from presend_codegen.comparing.make_side import side_of, side_of_pack
from presend_codegen.source.fetch import fetch, is_address
from presend_codegen.source.load import MAX_BYTES, SpecError, parse_document

if TYPE_CHECKING:
    from presend_codegen.comparing.side import Side
    from presend_codegen.source.load import Object

SUFFIXES = (".yaml", ".yml", ".json")  # extensions of spec files


def read_side(name: str, one_of: str | None = None) -> Side:
    """Read a spec (file or https address), a pack, or a file in a git revision (`REV:path`).

    `one_of` says how to read `oneOf` in a spec, `any` or `exact`; a pack knows how it was made.

    Raises:
        SpecError: It is none of these, or not an OpenAPI document.
        OSError: The file cannot be read.
    """
    if not _is_file(Path(name)) and ":" not in name and "/" not in name and not name.endswith(SUFFIXES):
        try:
            pack = find_pack(name)
        except LookupError as error:
            raise SpecError(f"{name}: no such file, and {error}") from None
        return side_of_pack(name, pack.schemas, pack.operations, pack.twins, made(pack.table, pack.schemas))
    return side_of(name, document_of(name)[0], one_of)


def document_of(name: str) -> tuple[Object, str]:
    """Return a document and the sha256 of its bytes; it is a file, an https address or `REV:path` in git.

    Raises:
        SpecError: It does not exist, or is neither YAML nor JSON.
        OSError: The file or the address cannot be read.
    """
    path, file = Path(name), name.rpartition(":")[2]
    if _is_file(path):
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    elif is_address(name):
        content, file = fetch(name)
    elif ":" in name:
        content = _from_git(name)
    else:
        raise SpecError(
            f"{name}: no such file; expected a spec (file or https address), a pack's name, or REVISION:path"
        )
    return parse_document(content, file), hashlib.sha256(content).hexdigest()


def _is_file(path: Path) -> bool:
    """Say whether a path can be read; a pipe can: `presend diff <(git show …) spec.yaml`."""
    return path.exists() and not path.is_dir()


def _from_git(name: str) -> bytes:
    """Return the content of `REVISION:path` in git."""
    if name.startswith("-"):
        raise SpecError(f"{name}: expected REVISION:path, got an option")
    try:
        command = ["git", "cat-file", "blob", name]
        return subprocess.run(command, capture_output=True, check=True).stdout  # noqa: S603 - git's own name for a file
    except FileNotFoundError:
        raise SpecError(f"{name}: git is not installed, so no revision can be read") from None
    except subprocess.CalledProcessError as error:
        told = error.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
        revision, _, path = name.partition(":")
        is_near = path and Path(path).exists()  # git counts from the top folder
        hint = f"; in this folder it is {revision}:./{path}" if is_near else ""
        raise SpecError(f"{name}: no such file, and git says: {told}{hint}") from None
