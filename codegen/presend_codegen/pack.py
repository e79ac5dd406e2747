"""Assemble the files of a pack, and write them or compare them with what is there."""

from __future__ import annotations

import dataclasses
import datetime as dt
import difflib
import hashlib
import json
import tomllib
from typing import TYPE_CHECKING

from presend_codegen.closure import PREFIX, closure, operations, responses_only
from presend_codegen.disjoint import relax_unions
from presend_codegen.emit import models_source
from presend_codegen.flatten import flatten
from presend_codegen.load import SpecError, load_document
from presend_codegen.names import hoist
from presend_codegen.normalise import KNOWN, below, normalise, tag_unions
from presend_codegen.overlay import apply_overlay
from presend_codegen.residual import mark_residuals
from presend_codegen.verify import verify

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from presend_codegen.load import Json, Object

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NOTE = "Generated from spec/ by `make generate`. Do not edit."


def build(folder: Path) -> dict[str, str]:
    """Return the files of the pack that `folder` (openapi.yaml, overlay.yaml, SOURCE.toml) describes: name → text.

    Raises:
        SpecError: The spec, the overlay or the source record is wrong.
        OSError: One of them cannot be read.
    """
    inputs = [folder / name for name in ("openapi.yaml", "overlay.yaml", "SOURCE.toml")]
    digest = hashlib.sha256(b"".join(path.read_text("utf-8").encode() for path in inputs)).hexdigest()
    source = _source(inputs[2])
    document = apply_overlay(load_document(inputs[0]), load_document(inputs[1]))
    schemas = closure(document["components"]["schemas"], source["fragment"]["roots"])
    if doubts := verify(schemas):
        raise SpecError("\n".join(doubts))  # the spec is ours: what its author can hardly have meant is a mistake
    table = operations(document, schemas)
    effective = effective_schemas(schemas, responses_only(schemas, table))
    revised = source["upstream"]["revised"]
    if not isinstance(revised, dt.date):
        raise SpecError("SOURCE.toml: expected a date as upstream.revised, without quotes")
    origin = f"OpenAPI document of {revised.isoformat()}"
    return {
        "models.py": models_source(effective, _header(origin)),
        "schemas.json": _dumped(
            {
                "$schema": DIALECT,
                "$comment": NOTE,
                "$defs": {name: localised(schema) for name, schema in effective.items()},
            }
        ),
        "operations.json": _dumped(
            {
                "$comment": NOTE,
                "digest": digest,
                "origin": origin,
                "operations": [dataclasses.asdict(operation) for operation in table],
            }
        ),
    }


def effective_schemas(schemas: Object, lenient: Collection[str] = (), *, one_of: bool = False) -> Object:
    """Return the effective form of verified schemas, from which the files of a pack are made.

    Args:
        schemas: The schemas by name.
        lenient: Names of those that only responses reach.
        one_of: Whether `oneOf` is taken at its word, exactly one, also where branches overlap; see `disjoint.py`.
    """
    named = hoist(normalise(schemas, set(lenient)))
    effective = hoist(flatten(named), settled=named)  # an `allOf` in one place may have become an object without a name
    tagged = tag_unions(effective if one_of else relax_unions(effective))
    return mark_residuals(tagged)


def _source(path: Path) -> Object:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise SpecError(f"{path.name}: expected TOML, but {error}") from None


def write(files: dict[Path, str]) -> None:
    """Write each text to its file."""
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def differences(files: dict[Path, str]) -> Iterator[str]:
    """Yield the lines of a unified diff from what stands in the files to what would be written."""
    for path, text in files.items():
        old = path.read_text("utf-8") if path.exists() else ""
        yield from difflib.unified_diff(
            old.splitlines(), text.splitlines(), f"{path} (committed)", f"{path} (generated)", lineterm=""
        )


def _header(origin: str) -> str:
    return f'"""The models of the {origin}.\n\n{NOTE}\n"""'


def _dumped(value: Json) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"


def localised(node: Json) -> Json:
    """Point every `$ref` of a schema at `$defs`, where the effective schemas stand."""
    if not isinstance(node, dict):
        return node
    result = below(node, localised)
    for word, value in result.items():
        if word == "$ref":
            result[word] = value.replace(PREFIX, "#/$defs/")
        elif word == "discriminator":
            mapping = {tag: ref.replace(PREFIX, "#/$defs/") for tag, ref in value["mapping"].items()}
            result[word] = {**value, "mapping": mapping}
        elif word == KNOWN:
            result[word] = localised(value)
        elif word == "x-presend-limits":
            result[word] = {rule: localised(limit) for rule, limit in value.items()}
    return result
