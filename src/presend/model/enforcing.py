"""Enforce rules, and keywords that types cannot express, in models that are used directly.

A validator around the core schema of a model adds the errors of the rules and of the residual to those of pydantic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError, PydanticKnownError, core_schema

from presend.checking.collector import Report
from presend.checking.walk import examine_own
from presend.model.core_schema import PLAIN
from presend.packs.find import find_pack
from presend.packs.pack import package_of
from presend.reading.python_values import NotPlain, plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import ValidationInfo
    from pydantic_core import CoreSchema

    from presend.schema.nodes import Node


def node_of(cls: type[BaseModel]) -> Node | None:
    """Return the node that a model class, or its generated base class, was generated from."""
    bases = (base for base in cls.__mro__ if base.__module__ != "presend.model.base")  # `Model` itself has no schema
    return next((node for base in bases if (node := named_node(base.__module__, base.__name__)) is not None), None)


def named_node(module: str, schema: str) -> Node | None:
    """Return the node of a schema, given the module of a pack's models."""
    package = package_of(module)
    try:
        return find_pack(package).node(schema) if package else None
    except (LookupError, FileNotFoundError):
        return None


def enforced(name: str, node: Node, schema: CoreSchema) -> CoreSchema:
    """Return a core schema, wrapped in the checks of a node that types cannot express."""

    def enforce(value: Any, validate: Callable[[Any], Any], info: ValidationInfo) -> Any:
        return _enforce(name, node, value, validate, is_plain=info.context is PLAIN)

    return core_schema.with_info_wrap_validator_function(enforce, schema, metadata={"presend": True})


def _enforce(name: str, node: Node, value: Any, validate: Callable[[Any], Any], *, is_plain: bool) -> Any:
    """Validate a value, and report the errors of its rules together with those of its members."""
    if isinstance(value, BaseModel):
        return validate(value)
    report = Report()
    try:
        examine_own(node, value if is_plain else plain(value, node.files), (), report)
    except NotPlain:
        return validate(value)  # it refuses values that are not JSON
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
    """Return an error of pydantic as `ValidationError.from_exception_data` takes it."""
    context = error.get("ctx", {})
    try:
        PydanticKnownError(error["type"], context or None)
    except (KeyError, TypeError):  # a custom error, perhaps with the name of a known one
        kind = PydanticCustomError(error["type"], error["msg"], context)
        return InitErrorDetails(type=kind, loc=error["loc"], input=error["input"])
    return InitErrorDetails(type=error["type"], loc=error["loc"], input=error["input"], ctx=context)
