"""Assemble the files of a pack: the one way from documents to a pack, whoever asks for it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from datamodel_code_generator import Error

from presend.schema.vocabulary import DIALECT, ENCODING
from presend_codegen.canonical.document import tidy
from presend_codegen.canonical.json_schema import as_openapi, is_json_schema
from presend_codegen.canonical.spelling import pascal
from presend_codegen.emitting.emit import models_source
from presend_codegen.emitting.modules import files_of
from presend_codegen.emitting.write import NOTE, OWN_NOTE
from presend_codegen.passes.effective import effective_of
from presend_codegen.passes.encodings import encodings
from presend_codegen.passes.lenience import NULL_IS_ABSENT, is_null_absent
from presend_codegen.passes.named_limits import named_limits
from presend_codegen.passes.one_of import ANY, EXACT, READING
from presend_codegen.passes.parameters import parameters_of, with_parameters
from presend_codegen.passes.travel import travel
from presend_codegen.passes.travelling.added import added_members
from presend_codegen.passes.travelling.makers import maker_of
from presend_codegen.passes.travelling.today import Along
from presend_codegen.passes.verify import verify
from presend_codegen.schemas.closure import closure, operations
from presend_codegen.schemas.normalise import localised
from presend_codegen.source.fetch import fetch, is_address
from presend_codegen.source.load import MAX_BYTES, SpecError, of_this_shape, parse_document
from presend_codegen.source.overlay import apply_overlay
from presend_codegen.source.record import overlays_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from presend_codegen.source.load import Json, Object

EVERY = "*"  # of the choice of schemas: all that the document has


@dataclasses.dataclass(frozen=True, slots=True)
class Recipe:
    """What a pack is made from.

    Attributes:
        document: The OpenAPI document, as it was read.
        overlays: The overlays to apply, in order.
        digest: The sha256 of all that was read.
        note: A sentence for the top of each file.
        origin: What the document is, for people; made from its own title and version if empty.
        roots: Names of the schemas to take, with all that they reach; `(EVERY,)` takes all, none those that an
            operation sends or returns.
        is_own: Whether this is a built-in pack, which has its rules in its own folder, and whose author is asked to
            leave no doubt.
        has_parameters: Whether the parameters of operations are schemas of the pack, too.
        has_all_rules: Whether the pack's rules have the words of all limits that its overlay names.
        allow_unsupported: Whether keywords that presend cannot enforce are told of and left out, and not refused.
        strict_responses: Whether responses are held to what the document says, and not to what APIs are known to send.
        name: What the schema of a JSON Schema document is called.
        one_of: How `oneOf` is read, `any` or `exact`: at least one, or exactly one; if `None`, the former of an OpenAPI
            document, the latter of a JSON Schema document.
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


@dataclasses.dataclass(frozen=True, slots=True)
class Built:
    """A pack that is ready to be written.

    Attributes:
        files: Name → text.
        doubts: What is not enforced, or can hardly be meant so, a line each.
        rules: How many rules of the built-in packs hold here too.
        behind: Rules of today's API that have a place here and do not hold → why: see `travelling/today.py`.
        left_out: How many schemas were not taken, where nobody chose which to take.
    """

    files: dict[str, str]
    doubts: list[str]
    rules: int = 0
    behind: dict[str, str] = dataclasses.field(default_factory=dict)
    left_out: int = 0


def own_recipe(folder: Path) -> Recipe:
    """Return the recipe of a built-in pack, from `folder` with openapi.yaml, overlay.yaml and SOURCE.toml.

    Raises:
        SpecError: The spec, the overlay or the source record is wrong.
        OSError: One of them cannot be read.
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
    """Return the recipe of a pack from `spec`, a path or an https address, and files of overlays.

    Raises:
        SpecError: One of them is no document, or the address is not https.
        OSError: One of them cannot be read.
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


def build(recipe: Recipe) -> Built:
    """Return the files of a pack.

    Raises:
        SpecError: The document or an overlay is wrong.
    """
    with of_this_shape(Error):
        return _built(recipe)


def _built(recipe: Recipe) -> Built:
    document = recipe.document
    for overlay in recipe.overlays:
        document = apply_overlay(document, overlay)
    added = added_members(recipe.document, document) if recipe.is_own and not recipe.has_all_rules else []
    is_schema = is_json_schema(document)  # taken at its word; the habits of OpenAPI's authors are not those of others
    spec = as_openapi(document, recipe.name) if is_schema else document
    spec = with_parameters(spec) if recipe.has_parameters else spec
    tidied = tidy(spec)
    document, renamed = tidied.document, tidied.renamed
    every = document["components"]["schemas"]
    if not every:
        raise SpecError("expected at least one schema, got a document without any")
    parameters = parameters_of(document)
    roots = _roots((EVERY,) if is_schema else recipe.roots, document, every, renamed)
    schemas = closure(every, [*roots, *(name for places in parameters.values() for name in places.values())])
    left_out = len(every) - len(schemas)
    doubts = [*tidied.doubts, *verify(schemas, allow_unsupported=recipe.allow_unsupported)]
    if recipe.is_own and doubts:
        raise SpecError("\n".join(doubts))  # what the author can hardly have meant is a mistake
    along = None if recipe.is_own else Along(maker_of(spec), schemas)
    schemas, travelled = (schemas, None) if recipe.is_own else travel(schemas)
    said = encodings(document, schemas)
    reading = recipe.one_of or (EXACT if is_schema else ANY)
    null_is_absent = is_null_absent(spec)
    effective, rows, twins = effective_of(
        document,
        schemas,
        is_schema=is_schema,
        is_lenient=not recipe.strict_responses,
        is_exact=reading == EXACT,
        null_is_absent=null_is_absent,
        along=along,
    )
    today = along.targets if along else {}
    first = travelled.targets(effective) if travelled else {}
    rules = {rule: at for rule, at in first.items() if rule not in today}
    limits = {} if recipe.has_all_rules else named_limits(effective, recipe.overlays, {*rules, *today})
    origin = recipe.origin or _origin(spec)
    table: Object = {
        "$comment": recipe.note,
        "digest": recipe.digest,
        "origin": origin,
        **({READING: reading} if is_schema or reading != ANY else {}),
        **({NULL_IS_ABSENT: True} if null_is_absent else {}),
        **({"names": names} if (names := {old: new for old, new in renamed.items() if new in schemas}) else {}),
        **({"twins": twins} if twins else {}),
        **({"roots": list(recipe.roots)} if recipe.roots and not recipe.is_own else {}),
        **({"rules": rules} if rules else {}),
        **({"rules_of_today": today} if today else {}),
        **({"limits": limits} if limits else {}),
        **({"parameters": parameters} if parameters else {}),
        **({"added": added} if added else {}),
        "operations": [operation.as_row() for operation in rows],
    }
    header = f"The models of the {origin}.\n\n{recipe.note}"
    files = files_of(models_source(effective, header), effective, recipe.note)
    files["schemas.json"] = schemas_text(
        {name: {**schema, **({ENCODING: said[name]} if name in said else {})} for name, schema in effective.items()},
        recipe.note,
    )
    files["operations.json"] = _dumped(table)
    if not recipe.is_own:
        files["__init__.py"] = f'"""A pack of schemas for presend. {recipe.note}"""\n'
        files["py.typed"] = ""
    behind = along.left_behind(rules, effective) if along else {}
    return Built(files, doubts, len(rules) + len(today), behind, 0 if recipe.roots else left_out)


def _roots(roots: tuple[str, ...], document: Object, every: Object, renamed: dict[str, str]) -> list[str]:
    if roots == (EVERY,):
        return [*every]
    if roots:
        return [renamed.get(name, name) for name in roots]
    rows = operations(document, every)
    found = [name for row in rows for name in (row.schema, *row.successful) if name]
    if not found:
        raise SpecError("no operation of the document has a body; take its schemas with --all or --schemas")
    return list(dict.fromkeys(found))


def _origin(document: Object) -> str:
    info = document.get("info", {})
    title, version = (str(info.get(key, "")) if isinstance(info, dict) else "" for key in ("title", "version"))
    return " ".join(f"{title} {version}".split())[:200] or "OpenAPI document"


def _dumped(value: Json) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"


def schemas_text(effective: Object, note: str) -> str:
    """Return the text of schemas.json: plain JSON Schema, for any validator."""
    definitions = {name: localised(schema) for name, schema in effective.items()}
    return _dumped({"$schema": DIALECT, "$comment": note, "$defs": definitions})
