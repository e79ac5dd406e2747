"""Build all files of a pack from its documents. Every caller builds packs with this module."""

from __future__ import annotations

import dataclasses
import functools
from typing import TYPE_CHECKING

from datamodel_code_generator import Error

from presend.schema.marks import ENCODING
from presend_codegen.canonical.document import tidy
from presend_codegen.canonical.json_schema import as_openapi, is_json_schema
from presend_codegen.emitting.emit import models_source
from presend_codegen.emitting.modules import files_of
from presend_codegen.emitting.tables import dumped, schemas_text
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
from presend_codegen.recipes import Recipe, own_recipe, recipe
from presend_codegen.schemas.closure import closure, operations
from presend_codegen.schemas.recursion import recursive
from presend_codegen.source.load import SpecError, of_this_shape
from presend_codegen.source.overlay import apply_overlay

if TYPE_CHECKING:
    from collections.abc import Iterable

    from presend_codegen.canonical.document import Tidy
    from presend_codegen.passes.travel import Travelled
    from presend_codegen.schemas.closure import Operation
    from presend_codegen.source.load import Object

__all__ = ["EVERY", "Built", "Recipe", "build", "own_recipe", "recipe"]
EVERY = "*"  # as a choice of schemas: all schemas of the document


@dataclasses.dataclass(frozen=True, slots=True)
class Built:
    """A pack that is ready to be written.

    Attributes:
        files: Name → text.
        doubts: Warnings: keywords that are not enforced, and parts that the author can hardly mean.
        rules: How many rules of the built-in packs also hold here.
        behind: Rules of today's API that apply to a place here but do not hold → the reason: see `travelling/today.py`.
        left_out: How many schemas were left out, if the user made no choice.
    """

    files: dict[str, str]
    doubts: list[str]
    rules: int = 0
    behind: dict[str, str] = dataclasses.field(default_factory=dict)
    left_out: int = 0


def build(recipe: Recipe) -> Built:
    """Return the files of a pack.

    Raises:
        SpecError: The document or an overlay is wrong.
    """
    with of_this_shape(Error):
        return _built(recipe)


def _built(recipe: Recipe) -> Built:
    document = functools.reduce(apply_overlay, recipe.overlays, recipe.document)
    added = added_members(recipe.document, document) if recipe.is_own and not recipe.has_all_rules else []
    is_schema = is_json_schema(document)  # needs no relaxing: only the authors of OpenAPI documents have such habits
    spec = as_openapi(document, recipe.name) if is_schema else document
    spec = with_parameters(spec) if recipe.has_parameters else spec
    tidied = tidy(spec)
    parameters = parameters_of(tidied.document)
    others = [name for places in parameters.values() for name in places.values()]
    schemas = _chosen((EVERY,) if is_schema else recipe.roots, tidied, others)
    left_out = 0 if recipe.roots else len(tidied.document["components"]["schemas"]) - len(schemas)
    doubts = [*tidied.doubts, *verify(schemas, allow_unsupported=recipe.allow_unsupported)]
    if recipe.is_own and doubts:
        raise SpecError("\n".join(doubts))  # in a built-in pack, a doubt is an error
    along = None if recipe.is_own else Along(maker_of(spec), schemas)
    schemas, travelled = (schemas, None) if recipe.is_own else travel(schemas)
    reading = recipe.one_of or (EXACT if is_schema else ANY)
    null_is_absent = is_null_absent(spec)
    effective, rows, twins = effective_of(
        tidied.document,
        schemas,
        is_schema=is_schema,
        is_lenient=not recipe.strict_responses,
        is_exact=reading == EXACT,
        null_is_absent=null_is_absent,
        along=along,
    )
    facts: Object = {  # of operations.json; empty facts are left out
        "origin": recipe.origin or _origin(spec),
        READING: reading if is_schema or reading != ANY else "",
        NULL_IS_ABSENT: null_is_absent,
        "names": {old: new for old, new in tidied.renamed.items() if new in schemas},
        "twins": twins,
        "roots": [] if recipe.is_own else list(recipe.roots),
        **(rules := _rules(recipe, effective, travelled, along)),
        "parameters": parameters,
        "added": added,
    }
    files = _files(recipe, effective, encodings(tidied.document, schemas), facts, rows)
    behind = along.left_behind(rules["rules"], effective) if along else {}
    return Built(files, doubts, len(rules["rules"]) + len(rules["rules_of_today"]), behind, left_out)


def _rules(recipe: Recipe, effective: Object, travelled: Travelled | None, along: Along | None) -> Object:
    """Return the rules that hold: of the fragment, of today's API, and those that an overlay names."""
    today = along.targets if along else {}
    first = travelled.targets(effective) if travelled else {}
    rules = {rule: at for rule, at in first.items() if rule not in today}
    limits = {} if recipe.has_all_rules else named_limits(effective, recipe.overlays, {*rules, *today})
    return {"rules": rules, "rules_of_today": today, "limits": limits}


def _chosen(roots: tuple[str, ...], tidied: Tidy, others: list[str]) -> Object:
    """Return the schemas of a pack: the roots, others, and everything they refer to."""
    every = tidied.document["components"]["schemas"]
    if not every:
        raise SpecError("expected at least one schema, got a document without any")
    return closure(every, [*_roots(roots, tidied.document, every, tidied.renamed), *others])


def _files(
    recipe: Recipe, effective: Object, encoded: Object, facts: Object, rows: Iterable[Operation]
) -> dict[str, str]:
    """Return the files of a pack: name → text."""
    table: Object = {
        "$comment": recipe.note,
        "digest": recipe.digest,
        **{key: value for key, value in facts.items() if value},
        "recursive": recursive(effective),  # also if there are none
        "operations": [operation.as_row() for operation in rows],
    }
    header = f"The models of the {facts['origin']}.\n\n{recipe.note}"
    files = files_of(models_source(effective, header), effective, recipe.note)
    files["schemas.json"] = schemas_text(
        {name: {**one, **({ENCODING: encoded[name]} if name in encoded else {})} for name, one in effective.items()},
        recipe.note,
    )
    files["operations.json"] = dumped(table)
    if not recipe.is_own:
        files["__init__.py"] = f'"""A pack of schemas for presend. {recipe.note}"""\n'
        files["py.typed"] = ""
    return files


def _roots(roots: tuple[str, ...], document: Object, every: Object, renamed: dict[str, str]) -> list[str]:
    if roots == (EVERY,):
        return [*every]
    if roots:
        return [renamed.get(name, name) for name in roots]
    rows = operations(document, every)
    found = [name for row in rows for name in (row.schema, *row.successful) if name]
    if not found:
        raise SpecError("no operation of the document has a body; select schemas with --all or --schemas")
    return list(dict.fromkeys(found))


def _origin(document: Object) -> str:
    info = document.get("info", {})
    title, version = (str(info.get(key, "")) if isinstance(info, dict) else "" for key in ("title", "version"))
    return " ".join(f"{title} {version}".split())[:200] or "OpenAPI document"
