"""Types that Python's typing cannot express: omittable members, files, JSON values, and types with more constraints.

Decided 2026-11-22: an optional member that may not be null is `Omittable[T] = None`. `None` is Python's usual value for
absent, so that reading stays easy. A null in the payload, or `None` passed to the constructor, is refused.
"""

from __future__ import annotations

import dataclasses
import os
from typing import IO, TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic_core import PydanticCustomError, core_schema

from presend.model.core_schema import json_value, tighten
from presend.model.enforcing import enforced, named_node
from presend.model.open_union import by_tag
from presend.reading.python_values import FileNotAvailable

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

T = TypeVar("T")


class NotNull:
    """Mark a member that may be absent but not null."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the core schema of the type itself; the `None` for an absent member is not part of it."""
        schema = handler(source)
        return schema["schema"] if schema["type"] == "nullable" else schema


class File:
    """Mark a file in any of the forms that the SDK accepts."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema of a file field."""
        return core_schema.no_info_plain_validator_function(_file)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return the JSON Schema that OpenAPI uses for a file."""
        return {"type": "string", "format": "binary"}


class Json:
    """Mark a JSON object with any members."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema of a free-form object."""
        return core_schema.with_info_after_validator_function(json_value, core_schema.dict_schema(strict=True))


class AnyJson:
    """Mark any JSON value."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema of a free-form value."""
        return core_schema.with_info_after_validator_function(json_value, core_schema.any_schema())


@dataclasses.dataclass(frozen=True, slots=True)
class Exact:
    """Check a named type against the keywords of its schema that the Python type cannot express.

    Attributes:
        module: Name of the module of the models.
        schema: Name of the schema.
    """

    module: str
    schema: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the core schema of the type, wrapped in a check of the other keywords."""
        schema: CoreSchema = tighten(handler(source), handler.resolve_ref_schema)
        node = named_node(self.module, self.schema)
        if node is None:
            return schema
        if node.is_open:
            schema = by_tag(schema, node)
            if not node.has_own_checks:
                return schema
        return enforced(self.schema, node, schema)


def _file(value: object) -> object:
    if not isinstance(value, FileNotAvailable):
        from presend.files.uploads import UploadFault, open_upload  # for files alone

        try:
            with open_upload(value):
                pass
        except UploadFault as fault:
            raise PydanticCustomError("type_file", str(fault)) from None
    return value


Omittable = Annotated[T | None, NotNull()]
FileContent = Annotated[
    bytes | bytearray | memoryview | os.PathLike[str] | IO[bytes] | tuple[Any, ...] | FileNotAvailable, File()
]
JsonObject = Annotated[dict[str, Any], Json()]
JsonValue = Annotated[Any, AnyJson()]
