"""Turn the schemas of a document into effective schemas by running all passes, for packs and for `presend diff`."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from presend_codegen.passes.directions import LENIENT, directed
from presend_codegen.passes.flatten import flatten
from presend_codegen.passes.lenience import Lenience
from presend_codegen.passes.names import hoist
from presend_codegen.passes.one_of import relaxed_where_loosened, with_null_apart
from presend_codegen.passes.open_tags import open_tags
from presend_codegen.passes.residual import mark_residuals
from presend_codegen.passes.tagging import tag_unions
from presend_codegen.passes.twins import Parted, parted, together
from presend_codegen.passes.uploads import with_uploads
from presend_codegen.schemas.closure import operations
from presend_codegen.schemas.disjoint import relax_unions
from presend_codegen.schemas.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from presend_codegen.passes.travelling.today import Along
    from presend_codegen.schemas.closure import Operation
    from presend_codegen.source.load import Object


class Effective(NamedTuple):
    """The effective schemas of a document, and its operations, whose bodies they are.

    Attributes:
        schemas: The schemas by name.
        operations: The operations.
        twins: Name of each twin → name of the schema that it is another reading of.
    """

    schemas: Object
    operations: tuple[Operation, ...]
    twins: dict[str, str]


def effective_of(  # noqa: PLR0913 - one parameter for each choice
    document: Object,
    schemas: Object,
    *,
    is_schema: bool = False,
    is_lenient: bool = True,
    is_exact: bool = False,
    null_is_absent: bool = False,
    along: Along | None = None,
) -> Effective:
    """Return the effective schemas and operations of a tidied document.

    Args:
        document: The document.
        schemas: Those of its schemas that the pack takes, after `verify`.
        is_schema: Whether it is a JSON Schema document.
        is_lenient: Whether responses may lack members, and have null and unlisted values.
        is_exact: Whether `oneOf` means exactly one.
        null_is_absent: Whether null and a missing member mean the same in responses.
        along: The rules of today's API, which are to hold here too where possible.
    """
    rows = operations(document, schemas)
    parts = Parted(schemas) if is_schema else parted(document, schemas)
    every = parts.schemas if is_schema else with_uploads(parts.schemas, parts.answered(rows, parts.schemas))
    lenience = Lenience(parts.coded, null_is_absent) if is_lenient else None
    effective = effective_schemas(
        every,
        parts.returned,
        parts.twins,
        is_schema=is_schema,
        is_exact=is_exact,
        lenience=lenience,
        with_limits=functools.partial(along.with_limits, rows=rows) if along else None,
    )
    twins = {twin: name for twin, name in parts.twins.items() if twin in effective}
    return Effective(effective, parts.answered(rows, effective), twins)


def effective_schemas(  # noqa: PLR0913
    schemas: Object,
    returned: Collection[str] = (),
    twins: Mapping[str, str] | None = None,
    *,
    is_schema: bool = False,
    is_exact: bool = False,
    lenience: Lenience | None = LENIENT,
    with_limits: Callable[[Object], Object] | None = None,
) -> Object:
    """Return the effective form of verified schemas; the files of a pack are made from it.

    Args:
        schemas: The schemas by name.
        returned: Names of the schemas that are read as responses.
        twins: Name of each twin → name of the schema that it is another reading of.
        is_schema: Whether they are from a JSON Schema document, where `readOnly` has no effect (see `directions.py`).
        is_exact: Whether `oneOf` means exactly one, even if branches overlap (see `passes/one_of.py`).
        lenience: What responses may break. With `None` they are checked strictly.
        with_limits: Adds the limits of rules that travelled, after each object has its name.
    """
    normal = normalise(with_null_apart(schemas) if is_exact else schemas)
    settled = normal if is_schema else directed(normal, returned, lenience)
    settled = relaxed_where_loosened(normal, settled) if is_exact else settled
    named = hoist(together(settled, twins or {}))
    effective = hoist(flatten(named), settled=named)  # flattening an `allOf` may have made an object without a name
    effective = hoist(with_limits(effective), settled=effective) if with_limits else effective
    tagged = tag_unions(effective if is_exact else relax_unions(effective))
    return mark_residuals(open_tags(tagged))
