"""Build the typed model of a payload without validating it.

This serves two cases: the model refuses the payload because of a rule that the caller ignores; or the validator would
take unbounded time, because it tries the branches of a union one after the other, and again at each level.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from presend.checking.choices import open_branches
from presend.checking.collector import Report
from presend.checking.messages import likeliest
from presend.checking.unions import tagged_branch, try_branches
from presend.checking.walk import examine
from presend.schema.keywords import KINDS, kind_of
from presend.schema.nodes import Node

if TYPE_CHECKING:
    from pydantic import BaseModel

    from presend.packs.pack import Pack


def construct(pack: Pack, node: Node, value: Any) -> Any:
    """Return a value with each object as an instance of its model, unchecked; other values stay as they are."""
    if node.is_file or type(value) not in KINDS:
        return value
    if node.branches:
        branch = _branch(node, value)
        return value if branch is None else construct(pack, branch, value)
    if isinstance(value, float):
        return int(value) if value.is_integer() and not _keeps_decimals(node) else value
    if isinstance(value, list) and node.items is not None:
        return [construct(pack, node.items, item) for item in value]
    if isinstance(value, dict) and node.name and node.is_record:
        members = {
            name: construct(pack, node.properties[name], member) if name in node.properties else member
            for name, member in value.items()
        }
        unknown = {name: member for name, member in members.items() if name not in node.properties}
        cls = pack.model(node.name)
        return _filled(_opened(cls) if unknown and node.additional is False else cls, members, unknown)
    if isinstance(value, dict) and isinstance(node.additional, Node) and not node.is_record:
        return {name: construct(pack, node.additional, member) for name, member in value.items()}
    return value


def _filled(cls: type[BaseModel], members: dict[str, Any], unknown: dict[str, Any]) -> BaseModel:
    """Return an instance with these members; `model_construct` alone would misread some member names."""
    cls.model_rebuild()  # until then, a class may not know its aliases
    names = {info.alias or field: field for field, info in cls.model_fields.items()}
    given = {names[name]: member for name, member in members.items() if name not in unknown}
    model = cls.model_construct(_fields_set={*given, *unknown})
    values = {**model.__dict__, **given}
    object.__setattr__(model, "__dict__", {field: values[field] for field in names.values() if field in values})
    if unknown:
        object.__setattr__(model, "__pydantic_extra__", unknown)
    return model


def _keeps_decimals(node: Node) -> bool:
    """Return whether the type of a node keeps 1.0 as a decimal, instead of converting it to 1."""
    is_listed = bool(node.closed_lists)
    return not is_listed and ("number" in node.kinds or "integer" not in node.kinds)


@functools.cache
def _opened(model: type[BaseModel]) -> type[BaseModel]:
    """Return a subclass of a closed model that keeps unknown members instead of dropping them."""
    return type(model.__name__, (model,), {"model_config": {"extra": "allow"}, "__module__": model.__module__})


def _branch(node: Node, value: Any) -> Node | None:
    if node.tagged and isinstance(value, dict):
        return tagged_branch(node, value)
    fits = any(kind_of(value) in branch.kinds or isinstance(value, float) for branch in node.branches)
    if not fits:
        return None
    branches, _ = open_branches(node, value, kind_of(value))
    return likeliest(try_branches(examine, node, branches, value, (), Report()))[0]
