"""The base class of generated models.

The generated code is plain pydantic. This base class gives it the meaning of JSON Schema 2020-12, by rewriting each
model's core schema once, when its validator is built:

- strings, numbers and booleans are never coerced, and a boolean is never a number;
- `integer` takes 256.0 as 256, `number` keeps an integer an integer, neither takes NaN or Infinity;
- strings are Unicode that UTF-8 can hold; free-form members are JSON;
- constraints beyond types (`if`/`then`) and the rules of the pack are checked when the model is used directly too,
  even beside a broken member.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from pydantic import BaseModel, ConfigDict, ValidationError, create_model
from pydantic_core import InitErrorDetails, core_schema

from presend.model.core_schema import PLAIN, json_value, tighten
from presend.model.enforcing import enforced, node_of
from presend.reading.json_faults import JsonFault
from presend.reading.json_text import parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler

NO_NUMBER = re.compile("NaN|Infinity")


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

    if not TYPE_CHECKING:  # type checkers know the Python names

        def __init__(self, /, **members: Any) -> None:
            """Make a model from members, named as in Python or as in the spec."""
            names = _aliases(type(self))
            if twice := [name for name in members if names.get(name) in members]:
                raise TypeError(
                    f"{type(self).__name__}: '{names[twice[0]]}' and '{twice[0]}' are one member; give one."
                )
            super().__init__(**{names.get(name, name): value for name, value in members.items()} if names else members)

        __init__.__pydantic_base_init__ = True  # validation can bypass this method

    def __init_subclass__(cls, **options: Any) -> None:
        """Finish the generated base model while the names in its annotations can still be resolved."""
        super().__init_subclass__(**options)
        for base in cls.__bases__:
            if issubclass(base, Model) and base is not Model and base.__module__ != cls.__module__:
                base.model_rebuild()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> Any:
        """Return the core schema of the class, rewritten to mean JSON Schema and wrapped in its rules."""
        schema: Any = handler(source)
        if "presend" in schema.get("metadata", {}):
            return dict(schema)  # pydantic writes the name of an alias into it
        fields = tighten(schema["schema"], handler.resolve_ref_schema)
        if cls.model_config.get("extra") == "allow":
            anything = core_schema.any_schema()
            fields["extras_schema"] = core_schema.with_info_after_validator_function(json_value, anything)
        schema["metadata"] = {**schema.get("metadata", {}), "presend": True}
        node = node_of(cls)
        if node is None or not node.has_own_checks:
            return schema
        bare: Any = {key: part for key, part in schema.items() if key != "ref"}
        # References to the class must include its checks.
        return {**enforced(cls.__name__, node, bare), "ref": schema["ref"]}

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """Make a model of JSON text, as pydantic does, with the JSON syntax and nesting limit of `check`."""
        try:
            made = super().model_validate_json(json_data, **options)
        except ValidationError as error:
            if error.errors(include_url=False, include_input=False)[0]["type"] != "json_invalid":
                raise
            return cls.model_validate(_parsed(cls, json_data), **options)  # pydantic accepts only 200 levels
        if NO_NUMBER.search(json_data if isinstance(json_data, str) else json_data.decode()):
            _parsed(cls, json_data)  # pydantic accepts them under duplicate names
        return made

    def model_dump(self, **options: Any) -> dict[str, Any]:
        """Return the members as a dictionary, as pydantic does; files stay as they are.

        With `mode="json"` files are left out: JSON has none, and reading one would consume it. (In a model of your
        own that contains this one, pydantic's dump applies: exclude the file there.)
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
        """Return the fields that hold files, with their names in payloads."""
        node = node_of(type(self))
        if not (node and node.files):
            return {}
        aliases = _aliases(type(self))
        named = ((field, aliases.get(field, field)) for field in type(self).model_fields)
        # The field of a file can also hold an object.
        return {
            field: name
            for field, name in named
            if name in node.files and not isinstance(getattr(self, field, None), BaseModel | str)
        }

    def effective_defaults(self) -> dict[str, Any]:
        """Return the API's default for each absent or null member; the model is not changed.

        >>> from presend.openai.models import CreateRunRequest
        >>> CreateRunRequest(assistant_id="asst_1").effective_defaults()["temperature"]
        1
        """
        node = node_of(type(self))
        if node is None:
            return {}
        given = self.model_dump(exclude_none=True, exclude_unset=True)
        documented = ((name, member.default) for name, member in node.properties.items())
        return {name: default for name, default in documented if default is not None and name not in given}


def _parsed(cls: type[BaseModel], text: str | bytes | bytearray) -> object:
    """Parse JSON text; raise a `ValidationError` in the style of pydantic where `check` finds a syntax error."""
    try:
        return parse(text)
    except JsonFault as fault:
        line = InitErrorDetails(type="json_invalid", loc=(), input=None, ctx={"error": str(fault)})
    raise ValidationError.from_exception_data(cls.__name__, [line], hide_input=True)


@functools.cache
def _aliases(model: type[BaseModel]) -> dict[str, str]:
    """Return the spec's name of each member whose name is not valid in Python."""
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
