"""Describe what a pack is made from, and read it: a built-in spec, or a user's spec with its overlays."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from presend_codegen.canonical.spelling import pascal
from presend_codegen.emitting.write import NOTE, OWN_NOTE
from presend_codegen.source.fetch import fetch, is_address
from presend_codegen.source.load import MAX_BYTES, SpecError, parse_document
from presend_codegen.source.record import overlays_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from presend_codegen.source.load import Object


@dataclasses.dataclass(frozen=True, slots=True)
class Recipe:
    """All inputs of a pack.

    Attributes:
        document: The OpenAPI document, as it was read.
        overlays: The overlays to apply, in order.
        digest: The sha256 of everything that was read.
        note: A sentence for the top of each file.
        origin: A description of the document, for people; if empty, made from its title and version.
        roots: Names of the schemas to take, together with all that they refer to. `(EVERY,)` takes all. An empty tuple
            takes those that an operation sends or returns.
        is_own: Whether this is a built-in pack. It has its rules in its folder, and doubts are errors.
        has_parameters: Whether the parameters of operations also become schemas of the pack.
        has_all_rules: Whether the pack's rules have a text for each limit that an overlay names.
        allow_unsupported: Whether to leave out keywords that presend cannot enforce, with a warning.
        strict_responses: Whether responses have to fit the document exactly, instead of leniently.
        name: The name of the root schema of a JSON Schema document.
        one_of: How to read `oneOf`: `any` (at least one branch) or `exact` (exactly one). `None` means `any` for an
            OpenAPI document and `exact` for a JSON Schema document.
    """

    document: Object
    overlays: tuple[Object, ...]
    digest: str
    note: str = NOTE
    origin: str = ""
    roots: tuple[str, ...] = ()
    is_own: bool = False
    has_parameters: bool = False
    has_all_rules: bool = False
    allow_unsupported: bool = False
    strict_responses: bool = False
    name: str = "Root"
    one_of: str | None = None


def own_recipe(folder: Path) -> Recipe:
    """Return the recipe of a built-in pack, from `folder` with openapi.yaml, overlay.yaml and SOURCE.toml.

    Raises:
        SpecError: The spec, an overlay or the source record is wrong.
        OSError: A file cannot be read.
    """
    overlays = [path.name for path in overlays_in(folder)]
    raw = {name: (folder / name).read_bytes() for name in ("openapi.yaml", *overlays, "SOURCE.toml")}
    try:
        source = tomllib.loads(raw["SOURCE.toml"].decode())
    except ValueError as error:
        raise SpecError(f"SOURCE.toml: expected TOML, but {error}") from None
    revised = source["upstream"]["revised"]
    if not isinstance(revised, dt.date):
        raise SpecError("SOURCE.toml: expected a date as upstream.revised, without quotes")
    return Recipe(
        parse_document(raw["openapi.yaml"], "openapi.yaml"),
        tuple(parse_document(raw[name], name) for name in overlays),
        _digest(raw.values()),
        OWN_NOTE,
        f"OpenAPI document of {revised.isoformat()}",
        tuple(source.get("fragment", {}).get("roots", ())),
        is_own=True,
        has_parameters="fragment" not in source,
        has_all_rules="fragment" in source,
    )


def recipe(  # noqa: PLR0913 - one parameter for each option
    spec: str,
    overlays: Iterable[Path] = (),
    roots: Iterable[str] = (),
    *,
    allow_unsupported: bool = False,
    strict_responses: bool = False,
    one_of: str | None = None,
) -> Recipe:
    """Return the recipe of a pack from a spec, which is a path or an https address, and overlay files.

    Raises:
        SpecError: An input is not a document, or the address is not https.
        OSError: An input cannot be read.
    """
    raw = [fetch(spec) if is_address(spec) else _read(Path(spec)), *map(_read, overlays)]
    document, *rest = (parse_document(content, name) for content, name in raw)
    roots = tuple(roots)
    digest = _digest([*(content for content, _ in raw), *(name.encode() for name in roots)])
    name = pascal(raw[0][1].partition(".")[0])
    return Recipe(
        document,
        tuple(rest),
        digest,
        roots=roots,
        allow_unsupported=allow_unsupported,
        strict_responses=strict_responses,
        name=name,
        one_of=one_of,
    )


def _read(path: Path) -> tuple[bytes, str]:
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1), path.name


def _digest(parts: Iterable[bytes]) -> str:
    return hashlib.sha256(b"".join(part.replace(b"\r\n", b"\n") for part in parts)).hexdigest()
