"""Core schemas of pydantic that build typed models from data that is known to be valid."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel
from pydantic_core import core_schema

from presend.fastpath.first_fitting import first_fitting
from presend.model.base import validator_of
from presend.schema.nodes import Node

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic.fields import FieldInfo

    from presend.packs.pack import Pack

    Schema = Any  # one of pydantic_core's TypedDicts, by its `type`


class Undecided(Exception):  # not an error: the models' own validators take over
    """Raised if no core schema can be made without a check; the validator of the model class is used instead."""


ANYTHING = core_schema.any_schema()
NOTHING = core_schema.is_instance_schema(Undecided)
COPIED_LIST, COPIED_DICT = core_schema.list_schema(), core_schema.dict_schema()  # pydantic copies them
PLAIN = (ANYTHING, COPIED_LIST, COPIED_DICT)  # schemas that the type of a value alone distinguishes
# 256 stays as it is, and 256.0 becomes 256; nothing else counts as an integer.
WHOLE = core_schema.union_schema(
    [
        core_schema.int_schema(strict=True),
        core_schema.no_info_after_validator_function(int, core_schema.is_instance_schema(float)),
    ],
    mode="left_to_right",
)
MOST = 4_000  # parts of one validator: six times as many as the largest of OpenAI's schemas needs
CLASSES: dict[str, tuple[type, ...]] = {
    "null": (type(None),),
    "boolean": (bool,),
    "integer": (int, float),
    "number": (int, float),
}


class Builders:
    """Make core schemas that build data known to be valid, and keep those that were made."""

    _others: Schema = ANYTHING  # schema of unknown members, if a model keeps them

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._made: dict[int, Schema] = {}
        self._sizes: dict[int, int] = {}
        self._size = 0  # of all parts so far; a part used twice counts twice in the validator

    def of(self, node: Node) -> Schema:
        """Return the core schema for a node.

        Raises:
            Undecided: The node has no core schema.
        """
        before = self._size
        if id(node) not in self._made:
            self._made[id(node)] = None
            try:
                self._made[id(node)] = self._whole(node)
            except Undecided:
                self._made[id(node)] = self._own(node)
            self._sizes[id(node)] = self._size - before
        if self._made[id(node)] is None:
            raise Undecided  # recursive
        self._size = before + self._sizes[id(node)] + 1
        if self._size > MOST:
            raise Undecided
        return self._made[id(node)]

    def root(self, node: Node) -> Schema:
        """Return the core schema of a whole payload; the model's own validator is not used for it."""
        self._made[id(node)] = None
        return self._whole(node)

    def _own(self, node: Node) -> Schema:
        """Return a core schema that builds a part with the validator of its own model or named type."""
        if not node.name or node.is_forked or "null" in node.kinds:  # the field may treat null differently
            raise Undecided

        @functools.cache
        def validator() -> Callable[[object], object]:
            return validator_of(self.pack.model(node.name))

        return core_schema.no_info_plain_validator_function(lambda value: validator()(value))  # noqa: PLW0108 - made once it is met

    def _whole(self, node: Node) -> Schema:
        made = self._value(node)
        return core_schema.nullable_schema(made) if "null" in node.kinds and made is not ANYTHING else made

    def _value(self, node: Node) -> Schema:
        if not node.is_simple:
            return self._scalar(node)
        model = self.pack.model(node.name) if node.name else None
        if isinstance(model, type) and issubclass(model, BaseModel):
            return self._model(node, model)
        if node.tagged:
            branches = {tag: self.of(branch) for tag, branch in node.tagged.items()}
            return core_schema.tagged_union_schema(branches, node.tag, from_attributes=False)
        if node.branches:
            return self._union(node)
        parts = {}
        if node.items is not None and "array" in node.kinds:
            parts["array"] = self._list(node, node.items)
        if isinstance(node.additional, Node) and "object" in node.kinds:
            parts["object"] = self._map(node, node.additional)
        others = node.kinds - {"null"} - parts.keys()
        if all(any(part is one for one in PLAIN) for part in parts.values()):
            return self._unstructured(node)
        rich = list(parts.values())
        return rich[0] if len(rich) == 1 and not others else self._plain(node, others, rich)

    def _scalar(self, node: Node) -> Schema:
        """Return the core schema for a scalar that several schemas constrain."""
        kinds = node.kinds.intersection(*(part.kinds for part in node.parts))
        parts = [part for part in node.alike if part is not node]
        if not kinds <= CLASSES.keys() | {"string"} or any(part.closed_lists for part in parts):
            raise Undecided
        return self._plain(node, kinds - {"null"}, [])

    def _list(self, node: Node, items: Node) -> Schema:  # noqa: ARG002 - others look at its limits
        made = self.of(items)
        return COPIED_LIST if made is ANYTHING else core_schema.list_schema(made, fail_fast=True)

    def _map(self, node: Node, values: Node) -> Schema:  # noqa: ARG002
        made = self.of(values)
        return COPIED_DICT if made is ANYTHING else core_schema.dict_schema(ANYTHING, made)

    def _unstructured(self, node: Node) -> Schema:
        """Return the core schema for a value without typed parts."""
        return self._plain(node, node.kinds - {"null"}, [])

    @staticmethod
    def _plain(node: Node, kinds: frozenset[str], rich: list[Schema]) -> Schema:
        """Return the core schema for one of `rich`, or for a plain value of one of the kinds."""
        if any(isinstance(value, int | float) for values in node.closed_lists for value in values):
            raise Undecided  # 1.0 becomes 1 if 1 is on the list
        if "integer" in kinds and "number" not in kinds:
            return _choice([*rich, WHOLE], kinds - {"integer"})
        return _choice(rich, kinds)

    def _model(self, node: Node, model: type[BaseModel]) -> Schema:
        fields = {}
        for name, (field, info) in fields_of(node, model).items():
            made = self.of(node.properties[name])
            if not info.is_required():
                made = core_schema.with_default_schema(made, default=info.default)
            fields[field] = core_schema.model_field(made, validation_alias=name)
        extra: Any = model.model_config.get("extra")
        others = self._others if extra == "allow" else None
        members = core_schema.model_fields_schema(fields, extra_behavior=extra, extras_schema=others)
        return core_schema.model_schema(model, members)

    def _union(self, node: Node) -> Schema:
        """Return the core schema for a union: the type of a value selects the branch, or else a function."""
        made = [(branch, self.of(branch)) for branch in node.branches]
        plain = [branch for branch, schema in made if any(schema is one for one in PLAIN)]
        rich = [(branch, schema) for branch, schema in made if branch not in plain]
        if not all(_differs_by_type(branch, node.branches) for branch, _ in rich):
            return selected(node, [schema for _, schema in made])
        return _choice([schema for _, schema in rich], frozenset().union(*(branch.kinds for branch in plain)))


def fields_of(node: Node, model: type[BaseModel]) -> dict[str, tuple[str, FieldInfo]]:
    """Return the fields of a model by their names in payloads.

    A model may know an alias only once it has a validator, which takes long to make. If it is a single one, the other
    names tell it.
    """
    found = _named(model)
    unknown, left = [*found.keys() - node.properties.keys()], [*node.properties.keys() - found.keys()]
    if len(unknown) == len(left) == 1:
        return {left[0] if name == unknown[0] else name: field for name, field in found.items()}
    if unknown:
        model.model_rebuild()
        return _named(model)
    return found


def _named(model: type[BaseModel]) -> dict[str, tuple[str, FieldInfo]]:
    return {info.alias or field: (field, info) for field, info in model.__pydantic_fields__.items()}


def selected(node: Node, branches: list[Schema]) -> Schema:
    """Return the core schema for a union whose branch a function selects."""
    if node.is_forked:
        raise Undecided  # finding the branch would take exponential time
    return core_schema.tagged_union_schema(dict(enumerate(branches)), first_fitting(node))


def _choice(rich: list[Schema], kinds: frozenset[str]) -> Schema:
    """Return the core schema for one of `rich`, or for a plain value of one of `kinds`."""
    copies = [schema for kind, schema in (("array", COPIED_LIST), ("object", COPIED_DICT)) if kind in kinds]
    if not (rich or copies):
        return ANYTHING
    text = [core_schema.str_schema(strict=True)] if "string" in kinds else []
    # Only these types: `any` would also accept an object that none of `rich` can build.
    classes = tuple(dict.fromkeys(one for kind, held in CLASSES.items() if kind in kinds for one in held))
    rest = [core_schema.is_instance_schema(classes)] if classes else []
    choices = [*text, *rich, *copies, *rest]  # text first: a failure costs as much as a model
    return choices[0] if len(choices) == 1 else core_schema.union_schema(choices, mode="left_to_right")


def _differs_by_type(one: Node, branches: tuple[Node, ...]) -> bool:
    """Return whether the type of a value tells a branch from all others."""
    return all(_differ_by_type(one, other) for other in branches if other is not one)


def _differ_by_type(one: Node, other: Node) -> bool:
    """Return whether two nodes accept different types (of arrays: of items), apart from null."""
    common = one.kinds & other.kinds - {"null"}
    if common != {"array"}:
        return not common
    return one.items is not None and other.items is not None and _differ_by_type(one.items, other.items)
