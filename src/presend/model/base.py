"""The base class of generated models, and types that Python's typing cannot express.

The generated code is plain pydantic. This base class gives it the meaning of JSON Schema 2020-12, by rewriting each
model's core schema once, when its validator is built:

- strings, numbers and booleans are never coerced, and a boolean is never a number;
- `integer` takes 256.0 as 256, `number` keeps an integer an integer, neither takes NaN or Infinity;
- strings are Unicode that UTF-8 can hold; free-form members are JSON;
- constraints beyond types (`if`/`then`) and the rules of the pack are checked when the model is used directly too,
  even beside a broken member.

Decided 2026-11-22: an optional member that may not be null is `Omittable[T] = None`. `None` is Python's usual value for
absent, so that reading stays easy. A null in the payload, or `None` passed to the constructor, is refused.
"""

from __future__ import annotations

import dataclasses
import functools
import os
import re
from collections.abc import Mapping
from typing import IO, TYPE_CHECKING, Annotated, Any, Self, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, create_model
from pydantic_core import InitErrorDetails, PydanticCustomError, PydanticKnownError, core_schema

from presend.checking.collector import Report
from presend.checking.walk import examine_own
from presend.files.uploads import UploadFault, open_upload
from presend.model.core_schema import PLAIN, json_value, tighten
from presend.model.open_union import by_tag
from presend.packs.find import find_pack
from presend.packs.pack import package_of
from presend.reading.json_faults import JsonFault
from presend.reading.json_text import parse
from presend.reading.python_values import FileNotAvailable, NotPlain, plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
    from pydantic_core import CoreSchema

    from presend.schema.nodes import Node

T = TypeVar("T")
NO_NUMBER = re.compile("NaN|Infinity")


class NotNull:
    """Refuse null for a member that may be left out."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema of the type itself, without the null that stands for absent."""
        schema = handler(source)
        return schema["schema"] if schema["type"] == "nullable" else schema


class File:
    """Take a file in any of the forms that the SDK takes."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema of a file field."""
        return core_schema.no_info_plain_validator_function(_file)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return what OpenAPI has for a file."""
        return {"type": "string", "format": "binary"}


class Json:
    """Take a JSON object with any members."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema of a free-form object."""
        return core_schema.with_info_after_validator_function(json_value, core_schema.dict_schema(strict=True))


class AnyJson:
    """Take any JSON value."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema of a free-form value."""
        return core_schema.with_info_after_validator_function(json_value, core_schema.any_schema())


@dataclasses.dataclass(frozen=True, slots=True)
class Exact:
    """Hold a value against what the schema of a named type says beyond the type itself.

    Attributes:
        module: Name of the module of the models.
        schema: Name of the schema.
    """

    module: str
    schema: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema of the type, with the rest of what its JSON Schema says around it."""
        schema: CoreSchema = tighten(handler(source), handler.resolve_ref_schema)
        node = _node(self.module, self.schema)
        if node is None:
            return schema
        if node.is_open:
            schema = by_tag(schema, node)
            if not node.has_own_checks:
                return schema
        return _enforced(self.schema, node, schema)


Omittable = Annotated[T | None, NotNull()]
FileContent = Annotated[
    bytes | bytearray | memoryview | os.PathLike[str] | IO[bytes] | tuple[Any, ...] | FileNotAvailable, File()
]
JsonObject = Annotated[dict[str, Any], Json()]
JsonValue = Annotated[Any, AnyJson()]


class Model(BaseModel):
    """Base of every generated model."""

    model_config = ConfigDict(
        strict=True,
        extra="allow",
        allow_inf_nan=False,
        defer_build=True,
        protected_namespaces=(),
        serialize_by_alias=True,
        hide_input_in_errors=True,  # the text of an error ends up in logs; `.errors()` has the values
    )

    if not TYPE_CHECKING:  # who know the members by their names in Python

        def __init__(self, /, **members: Any) -> None:
            """Make a model of members called as in Python, or as in the spec where the two differ."""
            names = _aliases(type(self))
            if twice := [name for name in members if names.get(name) in members]:
                raise TypeError(
                    f"{type(self).__name__}: '{names[twice[0]]}' and '{twice[0]}' are one member; give one."
                )
            super().__init__(**{names.get(name, name): value for name, value in members.items()} if names else members)

        __init__.__pydantic_base_init__ = True  # validation need not come by here

    def __init_subclass__(cls, **options: Any) -> None:
        """Finish the generated model that a class derives from, while the names in its annotations can be found."""
        super().__init_subclass__(**options)
        for base in cls.__bases__:
            if issubclass(base, Model) and base is not Model and base.__module__ != cls.__module__:
                base.model_rebuild()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> Any:
        """Return pydantic's schema of the class, rewritten to mean JSON Schema, with the rules around it."""
        schema: Any = handler(source)
        if "presend" in schema.get("metadata", {}):
            return dict(schema)  # pydantic writes into it what an alias of the class is called
        fields = tighten(schema["schema"], handler.resolve_ref_schema)
        if cls.model_config.get("extra") == "allow":
            anything = core_schema.any_schema()
            fields["extras_schema"] = core_schema.with_info_after_validator_function(json_value, anything)
        schema["metadata"] = {**schema.get("metadata", {}), "presend": True}
        node = _node_of(cls)
        if node is None or not node.has_own_checks:
            return schema
        bare: Any = {key: part for key, part in schema.items() if key != "ref"}
        # Whatever else refers to the class is to find it with its checks, and not bare.
        return {**_enforced(cls.__name__, node, bare), "ref": schema["ref"]}

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """Make a model of JSON text, as pydantic does; what JSON is, and how deep it may be, is as `check` has it."""
        try:
            made = super().model_validate_json(json_data, **options)
        except ValidationError as error:
            if error.errors(include_url=False, include_input=False)[0]["type"] != "json_invalid":
                raise
            return cls.model_validate(_parsed(cls, json_data), **options)  # pydantic takes but 200 levels
        if NO_NUMBER.search(json_data if isinstance(json_data, str) else json_data.decode()):
            _parsed(cls, json_data)  # pydantic reads them where a name comes twice
        return made

    def model_dump(self, **options: Any) -> dict[str, Any]:
        """Return the members as a dictionary, as pydantic does; a file stays the object that it is.

        With `mode="json"` files are left out: JSON has none, and reading one would consume it. (Inside a model of your
        own, pydantic's way of dumping holds: leave the file out there.)
        """
        files = self._files()
        if not files:
            return super().model_dump(**options)
        left_out = _left_out(options.pop("exclude", None))
        dumped = super().model_dump(exclude={**left_out, **dict.fromkeys(files, True)}, **options)
        wanted = options.get("include")
        if options.get("mode") != "json":
            kept = [field for field in files if field in self.model_fields_set and left_out.get(field) is not True]
            named = options.get("by_alias") is not False
            dumped |= {
                files[field] if named else field: getattr(self, field)
                for field in kept
                if wanted is None or field in wanted
            }
        return dumped

    def model_dump_json(self, **options: Any) -> str:
        """Return the members as JSON text, as pydantic does; files are left out, as in `model_dump`."""
        if files := self._files():
            options["exclude"] = {**_left_out(options.get("exclude")), **dict.fromkeys(files, True)}
        return super().model_dump_json(**options)

    def _files(self) -> dict[str, str]:
        """Return the fields that hold files, each with its name in payloads."""
        node = _node_of(type(self))
        if not (node and node.files):
            return {}
        aliases = _aliases(type(self))
        named = ((field, aliases.get(field, field)) for field in type(self).model_fields)
        # What may be a file can be an object as well.
        return {
            field: name
            for field, name in named
            if name in node.files and not isinstance(getattr(self, field, None), BaseModel | str)
        }

    def effective_defaults(self) -> dict[str, Any]:
        """Return the documented default of each member that is absent or null; nothing is ever filled in.

        >>> from presend.openai.models import CreateRunRequest
        >>> CreateRunRequest(assistant_id="asst_1").effective_defaults()["temperature"]
        1
        """
        node = _node_of(type(self))
        if node is None:
            return {}
        given = self.model_dump(exclude_none=True, exclude_unset=True)
        documented = ((name, member.default) for name, member in node.properties.items())
        return {name: default for name, default in documented if default is not None and name not in given}


def _parsed(cls: type[BaseModel], text: str | bytes | bytearray) -> object:
    """Return what JSON text stands for; `ValidationError`, as pydantic words it, where `check` takes it for none."""
    try:
        return parse(text)
    except JsonFault as fault:
        line = InitErrorDetails(type="json_invalid", loc=(), input=None, ctx={"error": str(fault)})
    raise ValidationError.from_exception_data(cls.__name__, [line], hide_input=True)


@functools.cache
def _aliases(model: type[BaseModel]) -> dict[str, str]:
    """Return what the spec calls those members whose names Python cannot have."""
    model.model_rebuild()  # until then, annotations are text, and fields have no aliases
    return {name: field.alias for name, field in model.model_fields.items() if field.alias not in (None, name)}


def _left_out(exclude: Any) -> dict[str, Any]:
    """Return pydantic's `exclude`, a set or a mapping, as a mapping."""
    return dict(exclude) if isinstance(exclude, Mapping) else dict.fromkeys(exclude or (), True)


def validator_of(model: Any) -> Callable[[object], object]:
    """Return the function that turns JSON data into `model`, or raises `pydantic.ValidationError`."""
    if isinstance(model, type) and issubclass(model, BaseModel):
        model.model_rebuild()
        return functools.partial(model.__pydantic_validator__.validate_python, context=PLAIN)
    holder = create_model("Holder", __base__=Model, value=(model, ...))
    return lambda value: getattr(holder.model_validate({"value": value}, context=PLAIN), "value")  # noqa: B009 - not a field mypy sees


def _node_of(cls: type[BaseModel]) -> Node | None:
    """Return the compiled schema that a model, or the model it derives from, was generated from."""
    bases = (base for base in cls.__mro__ if base is not Model)
    return next((node for base in bases if (node := _node(base.__module__, base.__name__)) is not None), None)


def _node(module: str, schema: str) -> Node | None:
    """Return the compiled schema that a name in the module of a pack's models stands for."""
    package = package_of(module)
    try:
        return find_pack(package).node(schema) if package else None
    except (LookupError, FileNotFoundError):
        return None


def _enforced(name: str, node: Node, schema: CoreSchema) -> CoreSchema:
    """Return a core schema with what a node says beyond types around it."""

    def enforce(value: Any, validate: Callable[[Any], Any], info: ValidationInfo) -> Any:
        return _enforce(name, node, value, validate, is_plain=info.context is PLAIN)

    return core_schema.with_info_wrap_validator_function(enforce, schema, metadata={"presend": True})


def _enforce(name: str, node: Node, value: Any, validate: Callable[[Any], Any], *, is_plain: bool) -> Any:
    """Validate `value`, and report the errors of its own rules beside those of its members."""
    if isinstance(value, BaseModel):
        return validate(value)
    report = Report()
    try:
        examine_own(node, value if is_plain else plain(value, node.files), (), report)
    except NotPlain:
        return validate(value)  # which refuses what is not JSON
    lines = [
        InitErrorDetails(
            type=PydanticCustomError(problem.rule.replace(".", "_"), problem.message, {"rule": problem.rule}),
            loc=path,
            input=value,
        )
        for path, problem in report.found
        if problem.severity == "error"
    ]
    try:
        model = validate(value)
    except ValidationError as error:
        lines = [*map(_line, error.errors(include_url=False)), *lines]
    if lines:
        raise ValidationError.from_exception_data(name, lines, hide_input=True)
    return model


def _line(error: Any) -> InitErrorDetails:
    """Return an error of pydantic's in the form that a new `ValidationError` takes."""
    context = error.get("ctx", {})
    try:
        PydanticKnownError(error["type"], context or None)
    except (KeyError, TypeError):  # it is not one of its own, or only named like one
        kind = PydanticCustomError(error["type"], error["msg"], context)
        return InitErrorDetails(type=kind, loc=error["loc"], input=error["input"])
    return InitErrorDetails(type=error["type"], loc=error["loc"], input=error["input"], ctx=context)


def _file(value: object) -> object:
    if not isinstance(value, FileNotAvailable):
        try:
            with open_upload(value):
                pass
        except UploadFault as fault:
            raise PydanticCustomError("type_file", str(fault)) from None
    return value
